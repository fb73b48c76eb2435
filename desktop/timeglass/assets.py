"""Where the shipped files lie: the only place that knows.

In a wheel and in the frozen app ``data/`` and ``resources/`` lie inside the package; in a checkout they stand
at the top level, two folders above it.
"""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def _root() -> Path:
    if (_PACKAGE / "data").is_dir():
        return _PACKAGE
    return _PACKAGE.parent.parent


def data_file(name: str) -> Path:
    """Path of a file in ``data/``, such as ``"ukraine-nato.yaml"``."""
    return _root() / "data" / name


def resource_file(name: str) -> Path:
    """Path of a file in ``resources/``, such as ``"fonts/Inter-Regular.otf"``."""
    return _root() / "resources" / name


def builtin_timeline() -> Path:
    """Path of the timeline that opens when no file is named."""
    return data_file("ukraine-nato.yaml")


def compiled_folder() -> Path:
    """Where a packaged program has what was compiled of the built-in timeline; in a checkout it is not there."""
    return data_file("compiled")


def font_files() -> list[Path]:
    """Paths of the bundled font's faces, in a fixed order."""
    return sorted((_root() / "resources" / "fonts").glob("*.otf"))
