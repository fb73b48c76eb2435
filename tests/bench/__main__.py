"""Benchmarks: ``python tests/bench [NAME] [--json FILE]``; each figure stands beside its lower bound."""

import argparse
import os
import sys
from importlib import import_module
from pathlib import Path

sys.path[:0] = [
    str(Path(__file__).resolve().parent.parent),
    str(Path(__file__).resolve().parent.parent.parent / "desktop"),
]

NAMES = ("start", "imports", "frames", "screen", "charts", "open", "cache", "import", "search", "export", "dates")


def main() -> int:
    """Run one benchmark, or all."""
    parser = argparse.ArgumentParser(prog="bench")
    parser.add_argument("name", nargs="?", choices=NAMES, help="which one; none: all")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures there, too")
    parser.add_argument("--largest", type=int, default=1_000_000, metavar="EVENTS", help="largest generated timeline")
    arguments = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from bench.figures import Figure, machine, table, write_json

    figures: list[Figure] = []
    print(machine(), flush=True)
    for name in [arguments.name] if arguments.name else NAMES:
        module = import_module(f"bench.{name}_bench")
        found = module.run(arguments.largest)
        figures += found
        print(f"\n{name}\n{table(found)}", flush=True)
    if arguments.json:
        write_json(figures, arguments.json)
        print(f"\n{arguments.json}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
