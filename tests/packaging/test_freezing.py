"""What goes into the packaged app and what is left out."""

import ast
import plistlib
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from freezing import description, macos, needed, trim, windows

SPECS = sorted(description.PACKAGING.glob("timeglass-*.spec"))


def test_version_is_the_packages_own() -> None:
    import timeglass

    assert description.version() == timeglass.__version__


def test_a_missing_version_stops_the_build(tmp_path: Path) -> None:
    module = tmp_path / "desktop" / "timeglass" / "__init__.py"
    module.parent.mkdir(parents=True)
    module.write_text('"""Nothing."""\n')
    with pytest.raises(SystemExit):
        description.version(tmp_path)


def test_there_is_a_spec_for_each_system() -> None:
    assert [spec.stem for spec in SPECS] == ["timeglass-linux", "timeglass-macos", "timeglass-windows"]


@pytest.mark.parametrize("spec", SPECS, ids=lambda spec: spec.stem)
def test_specs_only_add_what_is_special(spec: Path) -> None:
    text = spec.read_text(encoding="utf-8")
    ast.parse(text)
    assert "assemble.analysis(" in text
    assert "Analysis(" not in text, "what is common belongs into freezing/"
    assert description.version() not in text


def test_all_files_of_data_and_resources_go_in() -> None:
    files = description.data_files()
    for folder, place in description.DATA_FOLDERS.items():
        have = {
            Path(target, Path(path).name).as_posix() for path, target in files if Path(target).is_relative_to(place)
        }
        want = {
            Path(place, path.relative_to(description.ROOT / folder)).as_posix()
            for path in (description.ROOT / folder).rglob("*")
            if path.is_file()
        }
        assert have == want


def test_entry_and_icons_exist() -> None:
    assert description.ENTRY.is_file()
    for platform in ("win32", "darwin"):
        icon = description.icon(platform)
        assert icon is not None
        assert icon.is_file()
    assert description.icon("linux") is None
    assert macos.ENTITLEMENTS.is_file()


@pytest.mark.parametrize(
    "name",
    [
        "PySide6/Qt/plugins/platforms/libqxcb.so",
        "PySide6/Qt/plugins/platforms/libqoffscreen.so",
        "PySide6/plugins/platforms/qwindows.dll",
        "PySide6/Qt/plugins/platforms/libqcocoa.dylib",
        "PySide6/Qt/plugins/imageformats/libqsvg.so",
        "PySide6\\plugins\\styles\\qmodernwindowsstyle.dll",
        "PySide6/Qt/translations/qtbase_uk.qm",
        "PySide6/Qt/lib/libQt6Widgets.so.6",
        "numpy/_core/_multiarray_umath.cpython-311-x86_64-linux-gnu.so",
        "timeglass/data/ukraine-nato.yaml",
        "timeglass/resources/fonts/Inter-Regular.otf",
    ],
)
def test_kept(name: str) -> None:
    assert trim.is_kept(name)


@pytest.mark.parametrize(
    "name",
    [
        "PySide6/Qt/plugins/platforms/libqeglfs.so",
        "PySide6/Qt/plugins/platformthemes/libqgtk3.so",
        "PySide6/Qt/plugins/tls/libqopensslbackend.so",
        "PySide6/Qt/plugins/sqldrivers/libqsqlite.so",
        "PySide6/Qt/translations/qtbase_de.qm",
        "PySide6/Qt/translations/assistant_uk.qm",
        "PySide6/Qt/lib/libQt6Quick.so.6",
        "PySide6/Qt6Qml.dll",
        "PySide6/opengl32sw.dll",
        "libgtk-3.so.0",
        "numpy/_core/tests/data/some.csv",
    ],
)
def test_left_out(name: str) -> None:
    assert not trim.is_kept(name)


def test_the_app_imports_nothing_that_is_left_out() -> None:
    left_out = {*description.EXCLUDED_MODULES, *description.EXCLUDED_QT}
    for path in sorted((description.ROOT / "desktop").rglob("*.py")):
        if path.name == "reception_pipe.py":  # imported on Windows only, where QtNetwork is not left out
            continue
        for name in imported(ast.parse(path.read_text(encoding="utf-8"))):
            parts = name.split(".")
            parents = {".".join(parts[:end]) for end in range(1, len(parts) + 1)}
            assert not parents & left_out, f"{path.name} imports {name}, which the packaged app leaves out"


def imported(tree: ast.AST) -> Iterator[str]:
    """Every name that a module imports, at its top or inside a function, with what is taken from it."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from (f"{node.module}.{alias.name}" for alias in node.names)
        elif isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == "np":
            yield f"numpy.{node.attr}"


def test_the_scan_of_imports_sees_every_way() -> None:
    code = "import numpy as np, ssl\nfrom PySide6 import QtNetwork\ndef f():\n from a.b import c\n np.random.x()"
    assert {*imported(ast.parse(code))} >= {"ssl", "PySide6.QtNetwork", "a.b.c", "numpy.random"}


def test_libraries_are_kept_only_for_what_needs_them() -> None:
    needs = {
        "/a/mod.so": ["libone.so.1", "libQt6Gui.so.6"],
        "/s/libone.so.1": ["libtwo.so.2"],
        "/q/libQt6Gui.so.6": ["libdbus-1.so.3"],
    }
    entries = [
        ("mod.so", "/a/mod.so", "EXTENSION"),
        ("libone.so.1", "/s/libone.so.1", "BINARY"),
        ("libtwo.so.2", "/s/libtwo.so.2", "BINARY"),
        ("libdbus-1.so.3", "/s/libdbus-1.so.3", "BINARY"),
        ("libgtk-3.so.0", "/s/libgtk-3.so.0", "BINARY"),
        ("libpython3.11.so.1.0", "/s/libpython3.11.so.1.0", "BINARY"),
        ("PySide6/Qt/lib/libQt6Gui.so.6", "/q/libQt6Gui.so.6", "BINARY"),
        ("PySide6/Qt/lib/libQt6Quick.so.6", "/q/libQt6Quick.so.6", "BINARY"),
    ]
    kept = needed.reachable(entries, lambda path: needs.get(path, []))
    assert [name for name, _, _ in kept] == [
        "PySide6/Qt/lib/libQt6Gui.so.6",
        "libone.so.1",
        "libpython3.11.so.1.0",
        "libtwo.so.2",
        "mod.so",
    ]


def test_links_to_nothing_are_left_out() -> None:
    there = ("PySide6/Qt/lib/libA.so.6", "/q/libA.so.6", "BINARY")
    good = ("libA.so.6", "PySide6/Qt/lib/libA.so.6", "SYMLINK")
    dead = ("libB.so.6", "PySide6/Qt/lib/libB.so.6", "SYMLINK")
    up = ("PySide6/libA.so.6", "Qt/lib/libA.so.6", "SYMLINK")
    assert needed.without_dead_links([there, good, dead, up], [there]) == [there, good, up]


@pytest.mark.parametrize(
    ("version", "numbers"),
    [("0.1.0", (0, 1, 0, 0)), ("1.2.3.4", (1, 2, 3, 4)), ("2.0.0rc1", (2, 0, 0, 0)), ("3", (3, 0, 0, 0))],
)
def test_windows_numbers(version: str, numbers: tuple[int, ...]) -> None:
    assert windows.numbers(version) == numbers


def test_windows_version_resource() -> None:
    text = windows.version_text("0.1.0")
    ast.parse(text)
    assert "filevers=(0, 1, 0, 0)" in text
    assert re.search(r"'ProductName', 'Timeglass'", text)


def test_mac_property_list() -> None:
    plist = plistlib.loads(plistlib.dumps(macos.info_plist()))
    assert plist["NSHighResolutionCapable"] is True
    assert plist["NSRequiresAquaSystemAppearance"] is False
    exported = plist["UTExportedTypeDeclarations"][0]
    assert exported["UTTypeTagSpecification"]["public.filename-extension"] == ["timeglass.yaml"]
    owned = plist["CFBundleDocumentTypes"][0]
    assert owned["LSItemContentTypes"] == [exported["UTTypeIdentifier"]]


def test_mac_entitlements_are_a_property_list() -> None:
    assert plistlib.loads(macos.ENTITLEMENTS.read_bytes())
