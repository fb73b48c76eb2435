"""Exports that are given up midway: they stop at the next step, leave nothing behind, and told how far they were."""

from pathlib import Path

import pytest

from builders import crowd
from export.conftest import a_job
from timeglass.export.job import ExportCancelledError, ExportJob, Picture
from timeglass.export.registry import EXPORTERS, export, prepared
from timeglass.export.steps import Steps

pytestmark = pytest.mark.usefixtures("qapp")
ENDINGS = [ending for ending in EXPORTERS if ending != ".pdf"]  # typst is another matter
OLD = b"old"
LEAST_STEPS = 12


class Patience:
    """Wants an export until it was asked so often."""

    def __init__(self, asks: float = float("inf")) -> None:
        self.left = asks
        self.asked = 0

    def __call__(self) -> bool:
        self.asked += 1
        self.left -= 1
        return self.left < 0


@pytest.fixture(scope="module")
def large() -> ExportJob:
    """Many events in a dozen lanes, as a very wide picture."""
    return a_job(crowd(1_500, lanes=12), picture=Picture(width_px=16_384, scale_factor=1.0, outlines=True))


@pytest.mark.parametrize("ending", ENDINGS)
def test_can_be_given_up_at_any_moment(ending: str, large: ExportJob, tmp_path: Path) -> None:
    path = tmp_path / f"x{ending}"
    path.write_bytes(OLD)
    told: list[float] = []
    patient = Patience()
    export(large, path, overwrite=True, progress=lambda share, _words: told.append(share), cancelled=patient)
    assert told == sorted(told)
    assert len(set(told)) >= LEAST_STEPS
    assert patient.asked >= LEAST_STEPS
    path.write_bytes(OLD)
    for share in (0.0, 0.3, 0.6, 0.9):
        impatient = Patience(int(share * patient.asked))
        with pytest.raises(ExportCancelledError):
            export(large, path, overwrite=True, cancelled=impatient)
        assert impatient.left == -1  # nobody went on and asked again
        assert [left.name for left in tmp_path.iterdir()] == [path.name]
        assert path.read_bytes() == OLD


def test_the_strip_can_be_given_up_while_it_is_painted(large: ExportJob) -> None:
    patient = Patience()
    prepared(large, Path("x.html"), cancelled=patient)
    assert patient.asked > LEAST_STEPS
    for share in (0.1, 0.5, 0.95):
        impatient = Patience(int(share * patient.asked))
        with pytest.raises(ExportCancelledError):
            prepared(large, Path("x.html"), cancelled=impatient)
        assert impatient.left == -1


def test_a_part_of_the_steps_tells_its_own_stretch() -> None:
    told: list[tuple[float, str]] = []
    steps = Steps(lambda share, words: told.append((share, words)), words="Whole").part(0.5, 1.0).part(0.0, 0.5, "Part")
    steps.tell(0.0)
    assert list(steps.over("ab")) == ["a", "b"]
    steps.tell(1.0)
    assert told == [(0.5, "Part"), (0.5, "Part"), (0.75, "Part")]
