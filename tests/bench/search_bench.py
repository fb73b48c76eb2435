"""Search: building the index, keystroke to rows and to marks in a window, at 100,000 and 1,000,000 events."""

from bench.figures import Figure
from bench.search_engine import figures, generated

SIZES = (100_000, 1_000_000)


def run(largest: int) -> list[Figure]:
    """Measure all sizes up to the largest."""
    return [figure for size in SIZES if size <= largest for figure in figures(generated(size))]
