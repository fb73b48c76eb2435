"""What exporting says is said in the language of the window."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from builders import a_timeline
from export.conftest import a_job
from timeglass.events.event import Medium
from timeglass.export.ics import calendar
from timeglass.export.media import Media
from timeglass.export.pdf import pdf_bytes
from timeglass.export.pictures import picture_svg
from timeglass.export.timelinejs import slides
from timeglass.formats.csv_writer import _NOT_HELD
from timeglass.widgets.export_words import EXPORT_WARNINGS, export_fault, export_warning
from timeglass.widgets.translation import install
from widgets.test_room_words import literals

STRANGE = "".join(map(chr, range(0x13000, 0x13020)))
"""Egyptian hieroglyphs, of which few systems have a font."""


@pytest.fixture(autouse=True)
def _ukrainian(qapp: QApplication) -> Iterator[None]:
    install(qapp, "uk")
    yield
    install(qapp, "en")


def test_every_fault_of_the_room_is_known() -> None:
    faults = {*literals("export", "TypesettingError", 0), *literals("export", "StripError", 0)}
    faults |= {fault for fault in literals("export", "UsageError", 0) if "known" not in fault and "itself" not in fault}
    assert len(faults) > 8
    assert [fault for fault in faults if fault != "7" and export_fault(fault) == fault] == []


def test_every_reason_against_a_picture_is_known() -> None:
    reasons = {*literals("export", "_NotPrintableError", 0)}
    assert len(reasons) == 7
    warnings = [f"a.png: {reason}; a placeholder is printed" for reason in reasons]
    assert [warning for warning in warnings if export_warning(warning) == warning] == []


def test_what_a_table_has_no_room_for_is_known() -> None:
    assert [
        words for words in _NOT_HELD.values() if export_warning(f"not in the file: {words}").startswith("not")
    ] == []


def test_real_warnings_are_known(tmp_path: Path) -> None:
    odd = a_job(
        a_timeline("[1990,1992] - One of two", "Y-20000 - Long ago", f"1995 - {STRANGE}", f"1996 - {STRANGE[:2]}")
    )
    media = Media(odd)
    media.add(Medium(file="none.png"))
    said = [*calendar(odd)[1], *slides(odd)[1], *media.warnings, *pdf_bytes(odd)[1], *picture_svg(odd)[1]]
    assert len(said) >= 3
    assert [words for words in said if export_warning(words) == words] == []


def test_what_is_put_in_stands_in_the_translation() -> None:
    assert "a.png" in export_warning("a.png: is not there; a placeholder is printed")
    assert len({export_warning(str(pattern)) for pattern in EXPORT_WARNINGS}) == len(EXPORT_WARNINGS)
    assert export_fault("something else") == "something else"
