"""Whether a window can be opened; asked before Qt is, since Qt ends the program where none can."""

import os
import sys
from pathlib import Path

_PATIENCE_S = 2.0


def display_is_there() -> bool:
    """Tell whether there is a display that answers."""
    platform = os.environ.get("QT_QPA_PLATFORM", "")
    if platform or sys.platform in ("win32", "darwin"):
        return not platform.startswith(("xcb", "wayland")) or _unix_display_answers()
    return _unix_display_answers()


def _unix_display_answers() -> bool:
    wayland = os.environ.get("WAYLAND_DISPLAY", "")
    if wayland and (Path(os.environ.get("XDG_RUNTIME_DIR", "/")) / wayland).is_socket():
        return True
    host, colon, rest = os.environ.get("DISPLAY", "").rpartition(":")
    number = rest.partition(".")[0]
    if not colon or not number.isdigit():
        return False
    if host in ("", "unix"):
        path = f"/tmp/.X11-unix/X{number}"  # noqa: S108 - where X servers listen
        return any(_answers(address) for address in (path, f"\0{path}"))
    return _answers((host, 6_000 + int(number)))


def _answers(address: str | tuple[str, int]) -> bool:
    # What lies beneath the module socket, whose import takes 3 ms of the start.
    from _socket import AF_INET, AF_UNIX, SOCK_STREAM, socket

    probe = socket(AF_UNIX if isinstance(address, str) else AF_INET, SOCK_STREAM)
    try:
        probe.settimeout(_PATIENCE_S)
        probe.connect(address)
    except OSError:
        return False
    finally:
        probe.close()
    return True
