"""Figures: what a benchmark measured, beside the lower bound from the same run."""

import json
import os
import platform
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure: ``n`` events, ``stat`` median, p99, max or once; ``floor`` is the lower bound in the same unit."""

    name: str
    n: int
    stat: str
    value: float
    unit: str
    floor: float

    @property
    def ratio(self) -> float:
        """How many times the floor."""
        return self.value / self.floor if self.floor else 0.0


def machine() -> str:
    """Processor count, system and interpreter."""
    return f"{os.cpu_count()} cores, {platform.system()} {platform.machine()}, Python {platform.python_version()}"


def table(figures: Sequence[Figure]) -> str:
    """Figures as a table for the screen."""
    rows = [("figure", "events", "stat", "value", "unit", "floor", "ratio")]
    rows += [
        (f.name, f"{f.n:,}", f.stat, f"{f.value:.3g}", f.unit, f"{f.floor:.3g}", f"{f.ratio:.2f}") for f in figures
    ]
    widths = [max(len(row[column]) for row in rows) for column in range(7)]
    return "\n".join(
        "  ".join(
            cell.ljust(width) if column in (0, 2, 4) else cell.rjust(width)
            for column, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in rows
    )


def as_json(figures: Sequence[Figure]) -> dict[str, Any]:
    """Figures as they go into a JSON file."""
    return {
        "machine": machine(),
        "figures": [
            {
                "name": f.name,
                "n": f.n,
                "stat": f.stat,
                "value": round(f.value, 4),
                "unit": f.unit,
                "floor": round(f.floor, 4),
                "ratio": round(f.ratio, 3),
            }
            for f in figures
        ],
    }


def write_json(figures: Sequence[Figure], path: Path) -> None:
    """Write figures to a file."""
    path.write_text(json.dumps(as_json(figures), indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
