"""The workflow for a public CI: it can be read, and it names what is there."""

import re

import yaml

from devtools import libraries, places

WORKFLOW = places.ROOT / ".github" / "workflows" / "build.yml"


def test_it_is_yaml_with_the_three_jobs() -> None:
    workflow = yaml.safe_load(WORKFLOW.read_text(encoding="utf-8"))
    assert list(workflow["jobs"]) == ["check", "package", "publish"]
    systems = {row["system"].split("-")[0] for row in workflow["jobs"]["package"]["strategy"]["matrix"]["include"]}
    assert systems == {"ubuntu", "windows", "macos"}


def test_it_installs_what_the_tool_would_ask_for() -> None:
    """On those machines the tool is not root, so the workflow has to bring what it asks for by itself."""
    text = WORKFLOW.read_text(encoding="utf-8")
    # These are part of the runners' own system.
    there = {"libfreetype6", "libx11-6", "libxkbcommon0", "libzstd1", "libxcb1", "libxcb-render0", "libxcb-shm0"}
    for block in re.findall(r"apt-get install[^-]*--yes.*?(?=\n      - )", text, re.DOTALL):
        for package in libraries.packages((*libraries.BASE, *libraries.X11), "apt"):
            assert package in there or re.search(rf"\b{re.escape(package)}\b", block), package


def test_it_runs_the_tool_that_everybody_runs() -> None:
    text = WORKFLOW.read_text(encoding="utf-8")
    assert "python packaging/dev.py test" in text
    assert "python packaging/dev.py build --smoke --packages" in text
