"""Desktop entry, metainfo, file type and icons agree with each other and with the description of the app."""

import configparser
import shutil
import struct
import subprocess
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pytest

from freezing import description

RESOURCES = description.ROOT / "resources"
DESKTOP = RESOURCES / f"{description.APP_ID}.desktop"
METAINFO = RESOURCES / f"{description.APP_ID}.metainfo.xml"
MIME = RESOURCES / f"{description.APP_ID}.xml"
NAMESPACE = "{http://www.freedesktop.org/standards/shared-mime-info}"


def entry() -> dict[str, str]:
    parser = configparser.ConfigParser(interpolation=None)
    parser.optionxform = str  # type: ignore[assignment,method-assign]
    parser.read(DESKTOP, encoding="utf-8")
    return dict(parser["Desktop Entry"])


def tree(path: Path) -> ElementTree.Element:
    return ElementTree.parse(path).getroot()  # noqa: S314 - files of our own


def test_desktop_entry() -> None:
    values = entry()
    assert values["Exec"] == f"{description.COMMAND} %F"
    assert values["Icon"] == description.APP_ID
    types = values["MimeType"].rstrip(";").split(";")
    assert types == [description.MIME_TYPE, *description.ALSO_OPENS]


def test_metainfo() -> None:
    root = tree(METAINFO)
    assert root.findtext("id") == description.APP_ID
    assert root.findtext("launchable") == DESKTOP.name
    assert root.findtext("provides/binary") == description.COMMAND
    assert root.findtext("provides/mediatype") == description.MIME_TYPE
    releases = [release.get("version") for release in root.iter("release")]
    assert releases[0] == description.version(), "the newest release has to be described"


def test_every_sentence_is_there_in_both_languages() -> None:
    language = "{http://www.w3.org/XML/1998/namespace}lang"
    root = tree(METAINFO)
    for tag in ("summary", "description/p", "description/ul/li"):
        found = root.findall(tag)
        assert len([one for one in found if one.get(language) == "uk"]) * 2 == len(found), tag


def test_file_type() -> None:
    kind = tree(MIME).find(f"{NAMESPACE}mime-type")
    assert kind is not None
    assert kind.get("type") == description.MIME_TYPE
    globs = [glob.get("pattern") for glob in kind.findall(f"{NAMESPACE}glob")]
    assert f"*{description.FILE_ENDING}" in globs


@pytest.mark.parametrize(
    "command",
    [
        ["desktop-file-validate", str(DESKTOP)],
        ["appstreamcli", "validate", "--no-net", str(METAINFO)],
        ["xmllint", "--noout", str(MIME)],
    ],
    ids=lambda command: command[0],
)
def test_validators_agree(command: list[str]) -> None:
    if shutil.which(command[0]) is None:
        pytest.skip(f"{command[0]} is not installed")
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def size(picture: bytes) -> tuple[int, int]:
    assert picture.startswith(b"\x89PNG\r\n\x1a\n")
    width, height = struct.unpack(">II", picture[16:24])
    return width, height


@pytest.mark.parametrize("side", [16, 22, 24, 32, 48, 64, 128, 256, 512])
def test_png_icons(side: int) -> None:
    assert size((description.ICONS / f"timeglass-{side}.png").read_bytes()) == (side, side)


def test_windows_icon_holds_all_sizes() -> None:
    content = (description.ICONS / "timeglass.ico").read_bytes()
    zero, kind, count = struct.unpack_from("<HHH", content)
    assert (zero, kind, count) == (0, 1, 7)
    for number in range(count):
        side, _, _, _, _, _, length, place = struct.unpack_from("<BBBBHHII", content, 6 + 16 * number)
        assert size(content[place : place + length]) == ((side or 256),) * 2


def test_mac_icon_is_whole() -> None:
    content = (description.ICONS / "timeglass.icns").read_bytes()
    assert content[:4] == b"icns"
    assert struct.unpack(">I", content[4:8])[0] == len(content)
    place = 8
    while place < len(content):
        length = struct.unpack(">I", content[place + 4 : place + 8])[0]
        assert size(content[place + 8 : place + length])
        place += length
    assert place == len(content)


def test_icons_are_made_from_the_drawings() -> None:
    """What lies in the history is what the script makes (pixels may differ slightly between Qt's versions)."""
    from PySide6.QtGui import QImage

    import icons

    for side in (16, 48, 256):
        kept = QImage(str(description.ICONS / f"timeglass-{side}.png"))
        made = QImage.fromData(icons.mark(side))
        differing = sum(
            abs(kept.pixelColor(x, y).lightness() - made.pixelColor(x, y).lightness()) > 16
            for x in range(0, side, 3)
            for y in range(0, side, 3)
        )
        assert differing <= side // 8
