"""What an environment was made from, and what has to be done when that has changed.

A stamp is written as the last step of a set-up, in one atomic move. So an environment without a stamp is
one whose set-up was interrupted, and one whose stamp differs from what is wanted now is out of date.
"""

import hashlib
import json
import os
import platform
import sys
from dataclasses import asdict, dataclass
from enum import Enum
from pathlib import Path

from devtools import places

STAMP = "timeglass-stamp.json"
MARK = "timeglass-environment"
GROUPS = ("run", "dev")


@dataclass(frozen=True)
class Stamp:
    """The things an environment depends on; equal stamps mean equal environments."""

    python: str
    """Implementation, version and machine of the Python that it was made with."""
    root: str
    """The checkout: environments hold absolute paths, so a moved one has to be made again."""
    project: str
    """Digest of the project file."""
    locks: dict[str, str]
    """Digest of the lock file of each group of dependencies that is installed."""
    contents: tuple[str, ...] = ()
    """Names in the folder of installed packages, to notice when something was taken away."""


class Step(Enum):
    """What has to be done to an environment before it can be used."""

    NOTHING = "nothing"
    PROJECT = "install the project again"
    ADD = "install further dependencies"
    REBUILD = "make it from scratch"


def digest(path: Path) -> str:
    """SHA-256 of a text file, whatever its line ends (git may have changed them on Windows)."""
    try:
        return hashlib.sha256(path.read_bytes().replace(b"\r\n", b"\n")).hexdigest()
    except FileNotFoundError:
        return "missing"


def this_python() -> str:
    """The running Python as a stamp names it."""
    version = ".".join(str(part) for part in sys.version_info[:3])
    return f"{sys.implementation.name} {version} {platform.machine()}"


def wanted(groups: tuple[str, ...]) -> Stamp:
    """The stamp of an environment that is made now with these groups of dependencies."""
    return Stamp(
        python=this_python(),
        root=str(places.ROOT),
        project=digest(places.PROJECT_FILE),
        locks={group: digest(places.LOCKS[group]) for group in groups},
    )


def decide(found: Stamp | None, want: Stamp, present: frozenset[str]) -> Step:
    """Compare what an environment was made from with what is wanted.

    ``present`` are the names that lie in its folder of packages now.
    """
    if found is None or (found.python, found.root) != (want.python, want.root):
        return Step.REBUILD
    if any(found.locks[group] != want.locks[group] for group in want.locks if group in found.locks):
        return Step.REBUILD
    if not present.issuperset(found.contents):
        return Step.REBUILD
    if not set(want.locks) <= set(found.locks):
        return Step.ADD
    if found.project != want.project:
        return Step.PROJECT
    return Step.NOTHING


def read(environment: Path) -> Stamp | None:
    """The stamp of an environment, or None if it has none that can be understood."""
    try:
        values = json.loads((environment / STAMP).read_text(encoding="utf-8"))
        values["contents"] = tuple(values["contents"])
        stamp = Stamp(**values)
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return stamp if isinstance(stamp.locks, dict) else None


def write(environment: Path, stamp: Stamp) -> None:
    """Write the stamp in one atomic move."""
    fresh = environment / f"{STAMP}.new"
    fresh.write_text(json.dumps(asdict(stamp), indent=1), encoding="utf-8")
    os.replace(fresh, environment / STAMP)  # noqa: PTH105 - the name says that it replaces


def remove(environment: Path) -> None:
    """Take the stamp away, before anything is changed."""
    (environment / STAMP).unlink(missing_ok=True)
