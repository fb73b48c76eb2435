"""Leaves out of the packaged app what PyInstaller collects but Timeglass never loads."""

import re
import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path

from freezing.description import LANGUAGES

Entry = tuple[str, str, str]
"""As in PyInstaller's tables: name inside the app, path on this machine, kind."""

# Qt plug-ins that are kept, by folder; the folders that are not named here are left out whole.
KEPT_PLUGINS = {
    "platforms": r"q?(xcb|wayland|offscreen|windows|cocoa)",
    "xcbglintegrations": r"",  # everything is painted by the processor: no OpenGL
    "platforminputcontexts": r"(compose|ibus)platforminputcontextplugin",
    "platformthemes": r"qxdgdesktopportal",
    "iconengines": r"qsvgicon",
    "imageformats": r"q(gif|ico|jpeg|svg|webp)",
    "styles": r".+",
    "printsupport": r".+",
    "wayland-shell-integration": r"xdg-shell",
    "wayland-decoration-client": r"adwaita",
    "wayland-graphics-integration-client": r"",
}

UNUSED = (
    # Qt's libraries that only left-out plug-ins and modules ask for.
    r"(^|/)(libQt6|Qt6|Qt)(Qml|Quick|Designer|Sql|Test|VirtualKeyboard|Pdf|EglFS|Xml|WaylandCompositor)",
    r"(^|/)opengl32sw\.dll$",
    r"(^|/)d3dcompiler_\d+\.dll$",
    # GTK's platform theme brings half a desktop; the portal gives the system's file dialogs without it.
    r"(^|/)lib(gtk-3|gdk-3|gdk_pixbuf|atk|atspi|pango|cairo|epoxy|harfbuzz|fribidi|thai|datrie|pixman|graphite2)",
    r"(^|/)lib(tiff|jbig|deflate|LERC|Lerc|webp|jpeg)\b.*\.so",
    r"(^|/)lib(mysqlclient|mariadb|pq|odbc|fbclient|mimerapi|clntsh)\b",
    r"(^|/)numpy/(.*/)?tests?/",
    r"(^|/)_multiarray_tests\.",
    # Encodings of East Asia from before Unicode; and what parallel processes of Python use.
    r"(^|/)lib-dynload/_(codecs_\w+|multibytecodec|multiprocessing|posixshmem|asyncio)\.",
    r"\.(pyi|pxd|h|a|lib|cmake)$",
)


def is_kept(name: str) -> bool:
    """Whether a file belongs into the app, by its name inside it."""
    name = name.replace("\\", "/")
    if found := re.search(r"PySide6/(?:Qt/)?plugins/([^/]+)/(?:lib)?([^/]+?)(?:\.abi3)?\.(?:so|dll|dylib)$", name):
        kept = KEPT_PLUGINS.get(found[1])
        return kept is not None and re.fullmatch(kept, found[2]) is not None
    if found := re.search(r"PySide6/(?:Qt/)?translations/(\w+?)_(\w+)\.qm$", name):
        return found[1] in ("qtbase", "qt") and found[2] in LANGUAGES
    return not any(re.search(pattern, name) for pattern in UNUSED)


def trim(entries: Iterable[Entry]) -> list[Entry]:
    """The entries that are kept, in a fixed order."""
    return sorted(entry for entry in entries if is_kept(entry[0]))


def strip(entries: Iterable[Entry], names: str, folder: Path) -> list[Entry]:
    """Put copies without symbols in the place of libraries whose names match a pattern (Linux only)."""
    tool = shutil.which("strip")
    done = []
    for name, path, kind in entries:
        if tool and re.search(names, name):
            copy = folder / Path(name).name
            copy.parent.mkdir(parents=True, exist_ok=True)
            subprocess.run([tool, "--strip-unneeded", "-o", str(copy), path], check=True)
            done.append((name, str(copy), kind))
        else:
            done.append((name, path, kind))
    return done
