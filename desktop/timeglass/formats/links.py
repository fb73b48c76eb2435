"""Which addresses and paths of a file may be followed: web addresses, and pictures inside the file's folder."""

import re
from pathlib import Path

_WEB = re.compile(r"https?://[^\s/?#@\\]+(?:[/?#]\S*)?", re.IGNORECASE)
_RISKY = re.compile(r"\s*(?:(?:javascript|vbscript|data|file|smb|ftp)\s*:|\\\\|//)", re.IGNORECASE)
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")


def is_web_address(text: str) -> bool:
    """Tell whether a text as a whole is an address that may be opened in a browser."""
    return _WEB.fullmatch(text) is not None


def is_risky(text: str) -> bool:
    """Tell whether a text starts like an address that must never be followed."""
    return _RISKY.match(text) is not None


def picture_fault(file: str, folder: Path | None) -> str:
    """Why a picture's path cannot be used, or "". ``folder`` is that of the timeline file, if it has one."""
    if "\0" in file:
        return "is no file name"
    if _SCHEME.match(file) or file.startswith(("//", "\\\\")):
        return "is an address; pictures are files beside the timeline and are never fetched"
    steps = re.split(r"[/\\]", file)
    if file.startswith(("/", "\\", "~")) or ".." in steps:
        return "leaves the folder of the timeline file"
    if folder is not None:
        try:
            inside = (folder / file).resolve().is_relative_to(folder.resolve())
        except (OSError, RuntimeError):  # a loop of links
            return "leads round in a circle"
        if not inside:
            return "leaves the folder of the timeline file"
    return ""
