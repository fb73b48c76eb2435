"""``dev.py test``: everything that can go red."""

import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from devtools import environment, freeze, places, system
from devtools.say import note


@dataclass(frozen=True)
class Check:
    """One check that reads the code without running it."""

    name: str
    command: list[str]


def static_checks(python: Path) -> list[Check]:
    """The checks that come before the tests."""
    module = [str(python), "-m"]
    return [
        Check("lint", [*module, "ruff", "check", "."]),
        Check("format", [*module, "ruff", "format", "--check", "."]),
        Check("types", [*module, "mypy"]),
        Check("import contracts", [str(places.program_in(python.parents[1], "lint-imports"))]),
    ]


def test(arguments: list[str]) -> int:
    """Run every check and the tests; returns 0 only if all of them passed.

    What the tests print comes last, so that their closing line is the last one.
    """
    python = environment.ready(("run", "dev"))
    system.need_libraries(windows=True)
    system.want_test_programs(*freeze.lacking_packages())
    failed = run_static(static_checks(python))
    if failed:
        note(f"FAILED before the tests: {', '.join(failed)}")
    tests = subprocess.run(
        [str(python), "-m", "pytest", *arguments],
        cwd=places.ROOT,
        env={"QT_QPA_PLATFORM": "offscreen", **os.environ, **quiet()},
        stdin=subprocess.DEVNULL,
        check=False,
    )
    return tests.returncode or (1 if failed else 0)


def run_static(checks: list[Check]) -> list[str]:
    """Run checks side by side, print each one's words in order, and return the names of those that failed."""

    def one(check: Check) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            check.command,
            cwd=places.ROOT,
            env={**os.environ, **quiet()},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            encoding="utf-8",
            errors="replace",
            check=False,
        )

    failed = []
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        for check, done in zip(checks, pool.map(one, checks), strict=True):
            print(f"== {check.name}\n{done.stdout.strip()}", flush=True)
            if done.returncode != 0:
                failed.append(check.name)
    sys.stdout.flush()
    return failed


def quiet() -> dict[str, str]:
    """Settings that make the tools' words the same everywhere."""
    return {"PYTHONUTF8": "1", "NO_COLOR": "1"}
