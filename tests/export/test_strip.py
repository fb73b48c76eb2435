"""The strip as the window's painter draws it, turned into SVG."""

import re
import xml.etree.ElementTree as ET

import numpy as np
import pytest

from builders import a_timeline
from timeglass.events.timeline import Timeline
from timeglass.export.strip import strip_svg, strip_words
from timeglass.export.strip_svg import clean_strip, proportion

pytestmark = pytest.mark.usefixtures("qapp")


def texts(svg: bytes) -> list[str]:
    return [element.text or "" for element in ET.fromstring(svg).iter("{http://www.w3.org/2000/svg}text")]  # noqa: S314


def clips(svg: bytes) -> list[tuple[float, float]]:
    """Width and height of all rectangles that clip."""
    found = re.findall(rb'<clipPath[^>]*>\s*<path[^>]* d="([^"]*)"', svg)
    sizes = []
    for outline in found:
        numbers = [float(number) for number in re.findall(rb"-?[\d.]+", outline)]
        sizes.append((max(numbers[::2]) - min(numbers[::2]), max(numbers[1::2]) - min(numbers[1::2])))
    return sizes


def test_doubt_about_one_event_hides_no_other() -> None:
    timeline = a_timeline("1990? a Doubtful", "1995 a Certain", "2000? b Also", "2005 b Last")
    svg = strip_svg(timeline, np.arange(4), 200.0)
    assert min(width for width, _ in clips(svg)) > 60
    assert {"Doubtful", "Certain", "Also", "Last"} <= set(texts(svg))


@pytest.mark.parametrize("width", [100.0, 166.0, 235.4, 376.0])
def test_nothing_is_clipped_by_a_mark(builtin: Timeline, width: float) -> None:
    svg = strip_svg(builtin, np.arange(len(builtin)), width)
    assert min(min(size) for size in clips(svg)) > 60


def test_labels_come_as_whole_words() -> None:
    timeline = a_timeline("1990 a NATO–Ukraine (talks)/more", title="T")
    clean = clean_strip(strip_svg(timeline, np.arange(1), 200.0))
    assert "NATO–Ukraine" in texts(clean)[-1] or any(text.startswith("NATO–Ukraine (talks)") for text in texts(clean))


def test_words_for_those_who_do_not_see_it(builtin: Timeline) -> None:
    words = strip_words(builtin, np.arange(len(builtin)))
    assert words.startswith(f"Timeline of {len(builtin)} events, ")


def test_is_no_taller_than_the_room(builtin: Timeline) -> None:
    svg = strip_svg(builtin, np.arange(len(builtin)), 235.4, tallest_mm=100.0)
    assert proportion(svg) <= 100.0 / 235.4 + 0.001
    assert len(texts(svg)) > 40


def test_lanes_without_events_are_left_out() -> None:
    timeline = a_timeline("1990 a One", "1995 b Two", "2000 c Three", "2005 a Four")
    shown = texts(strip_svg(timeline, np.array([0, 2]), 200.0))
    assert {"One", "Three", "a", "c"} <= set(shown)
    assert "b" not in shown
