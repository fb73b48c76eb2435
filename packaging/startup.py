"""Measures the start of the packaged app beside that of a bare Qt window packaged in the same way.

    python packaging/startup.py dist/timeglass/timeglass [--rounds 7] [--json FILE]

Both are started in turn, on one virtual screen, with a warm disk; the time is from the start of the process to the
first painted frame.
"""

import argparse
import json
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import smoke
from devtools import freeze, places

BARE = places.BUILD / "bare"


def first_frame(program: Path, settings: dict[str, str], folder: Path) -> float:
    """Start a program once; milliseconds until its first frame."""
    told = folder / f"{program.name}.json"
    started = time.time()
    subprocess.run([str(program)], env={**settings, "TIMEGLASS_SMOKE": str(told)}, cwd=folder, check=True, timeout=120)
    return 1_000 * (float(json.loads(told.read_text(encoding="utf-8"))["first_frame_at"]) - started)


def measure(program: Path, bare: Path, rounds: int) -> dict[str, list[float]]:
    """Milliseconds of each round for both programs; a first round of each only warms the disk."""
    times: dict[str, list[float]] = {"timeglass": [], "bare": []}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with smoke.virtual_screen(smoke.clean_settings(folder / "home")) as settings:
            for number in range(rounds + 1):
                for key, which in (("bare", bare), ("timeglass", program)):
                    taken = first_frame(which, settings, folder)
                    if number:
                        times[key].append(taken)
    return times


def report(times: dict[str, list[float]]) -> dict[str, object]:
    """The figures in the form that all measurements of the project have."""
    middle = {key: statistics.median(values) for key, values in times.items()}
    return {
        "machine": f"{platform.system()} {platform.machine()}, Python {platform.python_version()}",
        "figures": [
            {
                "name": "packaged start to first frame",
                "n": len(times["timeglass"]),
                "stat": "median",
                "value": round(middle["timeglass"], 1),
                "unit": "ms",
                "floor": round(middle["bare"], 1),
                "ratio": round(middle["timeglass"] / middle["bare"], 2),
            }
        ],
    }


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="Measure the start of the packaged app.")
    parser.add_argument("program", type=Path)
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--json", type=Path)
    options = parser.parse_args()
    bare = freeze.freeze(Path(sys.executable), BARE / "dist", BARE / "work", options=("--bare",))
    times = measure(options.program.resolve(), bare, options.rounds)
    for key, values in times.items():
        print(
            f"{key:10} median {statistics.median(values):6.0f} ms   of {' '.join(f'{value:.0f}' for value in values)}"
        )
    told = report(times)
    print(f"ratio      {told['figures'][0]['ratio']}")  # type: ignore[index]
    if options.json:
        options.json.write_text(json.dumps(told, indent=1), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
