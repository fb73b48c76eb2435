"""Reference texts beside the tests: compared word for word, rewritten on demand."""

import difflib
import os
from pathlib import Path

import pytest

REWRITE = "REGOLDEN"
"""Set this environment variable to 1 to write the references anew; then read what changed before you keep it."""


def check_golden(path: Path, found: str) -> None:
    """Fail with a written-out difference unless a text is what its reference file says."""
    if os.environ.get(REWRITE) == "1":
        path.parent.mkdir(exist_ok=True)
        path.write_text(found, encoding="utf-8", newline="\n")
        return
    expected = path.read_text(encoding="utf-8") if path.exists() else ""
    if found != expected:
        names = f"{path.name} (reference)", f"{path.name} (now)"
        lines = difflib.unified_diff(expected.splitlines(), found.splitlines(), *names, lineterm="", n=2)
        advice = f"If this is meant: {REWRITE}=1 python -m pytest, then read what changed."
        pytest.fail("\n".join([*lines, advice]), pytrace=False)
