"""What shortens the start: while hundreds of modules and widgets are made, nothing of them is garbage."""

import gc
import os


def begin() -> None:
    """Before the first import of numpy and Qt: no garbage collection, no idle threads for linear algebra."""
    gc.disable()
    # numpy's BLAS starts a thread for each core; Timeglass multiplies no matrices.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")


def end() -> None:
    """After the first frame: what has been made by then is not looked through again; garbage is collected as usual."""
    gc.freeze()
    gc.enable()
