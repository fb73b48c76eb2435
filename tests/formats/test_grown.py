"""Files grown at random: their parts meet in ways that nobody thinks of."""

import random
from pathlib import Path

import pytest

from formats.grown import ENDINGS, as_file, fault_in, grown
from timeglass.formats import load_bytes


@pytest.mark.parametrize("ending", ENDINGS)
@pytest.mark.parametrize("tenth", range(10))
def test_whatever_is_read_agrees_with_itself(ending: str, tenth: int) -> None:
    for seed in range(40):
        tree = grown(random.Random(100 * tenth + seed))  # noqa: S311
        loaded = load_bytes(as_file(tree, ending), Path(f"t.{ending}"), ending)
        assert not fault_in(loaded), (tenth, seed, loaded.problems)
        assert len(loaded.timeline) <= len(tree["events"])
