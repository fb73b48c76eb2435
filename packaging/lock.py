"""Writes the lock files: exact versions and hashes of everything that is installed, for all platforms.

    .venv/bin/python packaging/lock.py [--upgrade]

pip resolves what ``pyproject.toml`` asks for on the machine that this runs on; what only other systems need
(their markers say so) is added by following the metadata of the packages there. Versions stay as they are in
the present lock files unless ``--upgrade`` is given. Hashes come from the package index that pip is set up
with; its address is asked for at run time and written nowhere.
"""

import argparse
import sys
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from devtools import places
from locking.index import Index
from locking.resolve import resolve_here
from locking.targets import TARGETS, gaps

HEADER = """\
# Made by packaging/lock.py from pyproject.toml; change that file and run lock.py, do not edit this one.
# {words}
"""
WORDS = {
    "run": "What Timeglass needs to run, and to be installed from its checkout.",
    "dev": "What checking and packaging need on top of requirements.lock.",
}


@dataclass
class Pin:
    """One locked package."""

    name: str
    version: str
    systems: set[str] = field(default_factory=set)
    """The values of ``sys_platform`` on which it is needed."""
    hashes: tuple[str, ...] = ()

    def lines(self) -> Iterator[str]:
        """Its lines in the lock file."""
        everywhere = {target.system for target in TARGETS}
        marker = ""
        if self.systems != everywhere:
            marker = " ; " + " or ".join(f'sys_platform == "{system}"' for system in sorted(self.systems))
        yield f"{self.name}=={self.version}{marker} \\"
        for number, value in enumerate(self.hashes, start=1):
            yield f"    --hash=sha256:{value}" + (" \\" if number < len(self.hashes) else "")


def roots(project: dict[str, Any]) -> dict[str, list[str]]:
    """The requirements of each group, as the project file gives them."""
    table = project["project"]
    system = project["build-system"]
    return {
        "run": [*table["dependencies"], *system["requires"]],
        "dev": list(table["optional-dependencies"]["dev"]),
    }


def close(index: Index, asked: Iterable[str], versions: dict[str, str]) -> dict[str, Pin]:
    """Follow requirements through the packages' metadata on every target."""
    pins: dict[str, Pin] = {}
    for target in TARGETS:
        waiting = [(Requirement(text), "") for text in asked]
        seen: set[tuple[str, str]] = set()
        while waiting:
            requirement, extra = waiting.pop()
            if requirement.marker and not requirement.marker.evaluate({**target.markers(), "extra": extra}):
                continue
            name = canonicalize_name(requirement.name)
            version = versions.setdefault(name, "") or index.newest(name, requirement.specifier)
            versions[name] = version
            if not requirement.specifier.contains(version, prereleases=True):
                raise SystemExit(f"lock: {requirement} does not fit {name} {version}")
            pins.setdefault(name, Pin(name, version)).systems.add(target.system)
            for wanted in ("", *requirement.extras):
                if (name, wanted) not in seen:
                    seen.add((name, wanted))
                    waiting += [(needed, wanted) for needed in index.requires(name, version)]
    return pins


def read_pins(paths: Iterable[Path]) -> dict[str, str]:
    """Names and versions in lock files that are there already."""
    pins = {}
    for path in paths:
        for line in path.read_text(encoding="utf-8").splitlines() if path.exists() else ():
            name, equals, rest = line.partition("==")
            if equals and not line.startswith((" ", "#")):
                pins[name] = rest.split()[0]
    return pins


def text(group: str, pins: Iterable[Pin]) -> str:
    """A lock file's text."""
    lines = [line for pin in sorted(pins, key=lambda pin: pin.name) for line in pin.lines()]
    return HEADER.format(words=WORDS[group]) + "\n".join(lines) + "\n"


def report(index: Index, pins: Iterable[Pin]) -> None:
    """Name what has no ready-made wheel on some target."""
    for pin in pins:
        for target in TARGETS:
            if target.system in pin.systems:
                for words in gaps(target, index.wheels(pin.name, pin.version)):
                    print(f"lock: {pin.name} {pin.version} has no wheel for {words}", file=sys.stderr)


def main() -> None:
    """Write both lock files."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else None)
    parser.add_argument("--upgrade", action="store_true", help="take the newest versions that fit")
    options = parser.parse_args()
    asked = roots(tomllib.loads(places.PROJECT_FILE.read_text(encoding="utf-8")))
    kept = {} if options.upgrade else read_pins(places.LOCKS.values())
    index = Index()
    versions = dict(kept)
    for chosen in resolve_here([*asked["run"], *asked["dev"]], kept):
        versions[chosen.name] = chosen.version
        index.learn(chosen.name, chosen.version, chosen.requires)
    run = close(index, asked["run"], versions)
    both = close(index, [*asked["run"], *asked["dev"]], versions)
    dev = {name: pin for name, pin in both.items() if name not in run}
    for group, pins in (("run", run), ("dev", dev)):
        for pin in pins.values():
            pin.hashes = index.hashes(pin.name, pin.version)
        report(index, pins.values())
        places.LOCKS[group].write_text(text(group, pins.values()), encoding="utf-8", newline="\n")
        print(f"{places.LOCKS[group].name}: {len(pins)} packages")


if __name__ == "__main__":
    main()
