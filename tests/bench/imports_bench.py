"""What importing costs until the first frame, module by module, against the budget of each room and package.

Python itself measures (``-X importtime``), which makes everything a little slower; the floor is what the bare Qt
window of ``start_bench`` imports in the same way. A budget is a share of that floor, so that it holds on any machine.
"""

import os
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path
from statistics import median

from bench.figures import Figure
from bench.start_bench import BARE, DESKTOP, TIMEGLASS
from timeglass.compiled import compile_builtin

RUNS = 5
SHOWN_MS = 1.0
"""Modules that take less are not listed one by one."""
BUDGET: Mapping[str, float] = {
    "numpy": 0.40,
    "msgspec": 0.12,
    "timeglass.app": 0.25,
    "timeglass.chrono": 0.10,
    "timeglass.events": 0.10,
    "timeglass.formats": 0.10,
    "timeglass.layout": 0.15,
    "timeglass.model": 0.12,
    "timeglass.paint": 0.12,
    "timeglass.widgets": 0.75,
    "timeglass, other": 0.12,
    "everything else": 0.30,
}
"""Share of the floor that the modules of a group may take by themselves, without what they import."""
ROOMS = {group.removeprefix("timeglass.") for group in BUDGET if group.startswith("timeglass.")}


def imports(script: str, environment: Mapping[str, str]) -> dict[str, float]:
    """Milliseconds that each module takes by itself, in one start of a script."""
    done = subprocess.run(
        [sys.executable, "-X", "importtime", "-c", script],
        env=environment,
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    found = {}
    for line in done.stderr.splitlines():
        fields = line.removeprefix("import time:").split("|")
        if line.startswith("import time:") and fields[0].strip().isdigit():
            found[fields[2].strip()] = int(fields[0]) / 1e3
    return found


def group_of(module: str) -> str:
    """The group in which a module counts."""
    top, _, rest = module.partition(".")
    room = rest.partition(".")[0]
    if top == "timeglass":
        return f"timeglass.{room}" if room in ROOMS else "timeglass, other"
    return top if top in BUDGET else "everything else"


def run(largest: int = 0) -> list[Figure]:
    """Both in turn, as the packaged program starts: with the built-in timeline compiled."""
    with tempfile.TemporaryDirectory() as home:
        compile_builtin(Path(home) / "compiled")
        folder = f"__import__('pathlib').Path({home!r}, 'compiled')"
        told = f"from timeglass import assets\nassets.compiled_folder = lambda: {folder}"
        environment = {**os.environ, "PYTHONPATH": str(DESKTOP), "PYTHONHASHSEED": "0"}
        environment |= {f"XDG_{name}_HOME": home for name in ("CONFIG", "CACHE", "DATA")}
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        told += f"\n{TIMEGLASS}"
        rounds = [(imports(BARE, environment), imports(told, environment)) for _ in range(RUNS + 1)]
    del rounds[0]  # the disk was cold
    bare = median(sum(found.values()) for found, _ in rounds)
    already = set(rounds[-1][0])
    modules = {
        name: median(found.get(name, 0.0) for _, found in rounds) for name in rounds[-1][1] if name not in already
    }
    _print_modules(modules)
    groups: dict[str, list[float]] = defaultdict(list)
    for name, taken in modules.items():
        groups[group_of(name)].append(taken)
    return [
        *(
            Figure(
                _words(group, sum(groups[group]) / bare), len(groups[group]), "median", sum(groups[group]), "ms", bare
            )
            for group in BUDGET
        ),
        Figure("all that a bare window does not import", len(modules), "median", sum(modules.values()), "ms", bare),
    ]


def _words(group: str, share: float) -> str:
    over = share > BUDGET[group]
    return f"{group} (at most {BUDGET[group]:.2f}{': OVER' if over else ''})"


def _print_modules(modules: Mapping[str, float]) -> None:
    print(f"\nmodules that take {SHOWN_MS:g} ms or more by themselves:")
    for name, taken in sorted(modules.items(), key=lambda item: -item[1]):
        if taken >= SHOWN_MS:
            print(f"{taken:8.1f} ms  {name}")
