"""What shortens the start: while hundreds of modules and widgets are made, nothing of them is garbage."""

import gc
import os
import sys
from types import ModuleType

DOCUMENTATION = ("numpy._core._add_newdocs", "numpy._core._add_newdocs_scalars")
"""Modules that do nothing but hang texts for programmers onto numpy's functions, which takes 5 ms."""


def begin() -> None:
    """Before the first import of numpy and Qt: no garbage collection, no idle threads for linear algebra."""
    gc.disable()
    # numpy's BLAS starts a thread for each core; Timeglass multiplies no matrices.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    if "numpy" not in sys.modules:
        sys.modules.update({name: ModuleType(name) for name in DOCUMENTATION})


def leave_out_features() -> None:
    """After the import of Qt, whose wrapper reads the source of each further module: does it mention PySide6?

    That is for its switches of spelling (``from __feature__ import snake_case``), which are not used here; the answer
    "no" is what it finds in a packaged program as well, where there is no source to read.
    """
    feature = sys.modules.get("PySide6.support.feature")
    if hasattr(feature, "_mod_uses_pyside"):
        feature._mod_uses_pyside = lambda module: False  # type: ignore[union-attr]


def end() -> None:
    """After the first frame: what has been made by then is not looked through again; garbage is collected as usual."""
    gc.freeze()
    gc.enable()
