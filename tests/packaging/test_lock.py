"""The lock files: exact, hashed, complete, and free of any host's name."""

import re
import tomllib

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from devtools import places

PIN = re.compile(r'([a-z0-9-]+)==([^\s;]+)( ; sys_platform == "\w+"( or sys_platform == "\w+")*)? \\')
HASH = re.compile(r"    --hash=sha256:[0-9a-f]{64}( \\)?")


def pins(group: str) -> dict[str, str]:
    """Names and versions in a lock file."""
    text = places.LOCKS[group].read_text(encoding="utf-8")
    return {found[1]: found[2] for line in text.splitlines() if (found := PIN.fullmatch(line))}


@pytest.mark.parametrize("group", ["run", "dev"])
def test_every_line_is_a_pin_or_a_hash(group: str) -> None:
    lines = places.LOCKS[group].read_text(encoding="utf-8").splitlines()
    before = ""
    for line in lines:
        assert line.startswith("# ") or PIN.fullmatch(line) or HASH.fullmatch(line), line
        if before.endswith("\\"):
            assert HASH.fullmatch(line), f"a hash has to follow {before}"
        elif not before.startswith("#") and before:
            assert PIN.fullmatch(line), f"a pin has to follow {before}"
        before = line
    assert not before.endswith("\\")


@pytest.mark.parametrize("group", ["run", "dev"])
def test_no_address_is_named(group: str) -> None:
    text = places.LOCKS[group].read_text(encoding="utf-8")
    assert "://" not in text
    assert "--index" not in text
    assert "--find-links" not in text


def test_what_the_project_asks_for_is_pinned_within_its_bounds() -> None:
    project = tomllib.loads(places.PROJECT_FILE.read_text(encoding="utf-8"))
    asked = {
        "run": [*project["project"]["dependencies"], *project["build-system"]["requires"]],
        "dev": project["project"]["optional-dependencies"]["dev"],
    }
    run, dev = pins("run"), pins("dev")
    for group, have in (("run", run), ("dev", {**run, **dev})):
        for requirement in map(Requirement, asked[group]):
            name = canonicalize_name(requirement.name)
            assert name in have, f"{name} is not in the lock: run packaging/lock.py"
            assert requirement.specifier.contains(have[name], prereleases=True), f"{name}: run packaging/lock.py"


def test_nothing_is_pinned_twice() -> None:
    assert not pins("run").keys() & pins("dev").keys()


def test_other_systems_are_thought_of() -> None:
    text = places.LOCKS["dev"].read_text(encoding="utf-8")
    assert re.search(r'^pefile==\S+ ; sys_platform == "win32" ', text, re.MULTILINE)
    assert re.search(r'^macholib==\S+ ; sys_platform == "darwin" ', text, re.MULTILINE)
