"""Whether there is a screen to open a window on."""

import os
import re
import socket
import sys
from collections.abc import Mapping
from pathlib import Path

INVISIBLE = ("offscreen", "minimal")


def reason_for_none(settings: Mapping[str, str] = os.environ, platform: str = sys.platform) -> str | None:
    """Say in a few words why no window can be seen here, or None if one can."""
    chosen = settings.get("QT_QPA_PLATFORM", "").split(":")[0].split(";")[0]
    if chosen in INVISIBLE:
        return f"QT_QPA_PLATFORM is {chosen}"
    if platform != "linux" or (chosen and chosen not in ("xcb", "wayland")):
        return None
    if chosen != "xcb" and wayland_answers(settings):
        return None
    name = settings.get("DISPLAY", "")
    if not name:
        return "no display: neither DISPLAY nor WAYLAND_DISPLAY leads to one"
    return None if x11_answers(name) else f"the display {name} does not answer"


def wayland_answers(settings: Mapping[str, str]) -> bool:
    """Whether a Wayland compositor listens where the settings say."""
    name = settings.get("WAYLAND_DISPLAY", "")
    return bool(name) and connects(str(Path(settings.get("XDG_RUNTIME_DIR", "/run")) / name))


def x11_answers(name: str) -> bool:
    """Whether an X server listens at a display name such as ``:0`` or ``host:10.0``."""
    parts = re.fullmatch(r"(?:unix)?(?P<host>.*):(?P<number>\d+)(?:\.\d+)?", name)
    if parts is None:
        return Path(name).exists()  # macOS's way: the path of a socket
    number = int(parts["number"])
    if not parts["host"] or parts["host"].startswith("/"):
        path = f"/tmp/.X11-unix/X{number}"  # noqa: S108 - fixed by X11
        return connects(path) or connects(f"\0{path}")
    try:
        with socket.create_connection((parts["host"], 6000 + number), timeout=3):
            return True
    except OSError:
        return False


def connects(path: str) -> bool:
    """Whether something listens at a local socket."""
    try:
        with socket.socket(socket.AF_UNIX) as link:
            link.settimeout(3)
            link.connect(path)
    except OSError:
        return False
    return True
