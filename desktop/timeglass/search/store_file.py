"""Keeping what was prepared in a file, beside the compiled cache of the timeline's file.

The file is an uncompressed ``.npz`` of numpy arrays without pickles: nothing in it is executed. It belongs to one
timeline, whose digest it names; any other, a damaged or an older one is passed over and prepared anew.
"""

import os
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final
from zipfile import BadZipFile

import numpy as np
from numpy.typing import NDArray

from timeglass.search.catalogue import Catalogue, ValueColumn
from timeglass.search.catalogue_builder import COLUMN_NAMES
from timeglass.search.index import Index
from timeglass.search.store import Store

_VERSION: Final = "1"
_INDEX_ARRAYS: Final = ("stream", "row_at", "field_at", "places", "starts")
_STOP: Final = "\0"
"""Stands between texts that are kept as one; in the texts it becomes a blank."""


def save_store(store: Store, digest: str, path: Path) -> None:
    """Write a store to a file, whole or not at all. Raises OSError where the folder cannot be written to."""
    index, catalogue = store.index, store.catalogue
    arrays: dict[str, NDArray[Any]] = {name: getattr(index, name) for name in _INDEX_ARRAYS}
    arrays["head"] = _bytes([_VERSION, digest, str(index.row_count)])
    arrays["vocabulary"] = _bytes(index.vocabulary)
    arrays["holds"] = catalogue.holds
    for name, column in catalogue.columns.items():
        arrays[f"{name}.values"] = _bytes(column.values)
        arrays[f"{name}.folded"] = _bytes(column.folded)
        arrays[f"{name}.row_at"] = column.row_at
        arrays[f"{name}.value_at"] = column.value_at
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=path.name, suffix=".part")
    try:
        with os.fdopen(handle, "wb") as file:
            np.savez(file, **arrays)  # type: ignore[arg-type]  # its stub takes allow_pickle for one of the arrays
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink()
        raise


def load_store(digest: str, path: Path) -> Store | None:
    """The store in a file, or None where there is none for a timeline with this digest."""
    try:
        with path.open("rb") as file, np.load(file, allow_pickle=False) as arrays:
            version, for_digest, row_count = _texts(arrays["head"])
            if (version, for_digest) != (_VERSION, digest):
                return None
            index = Index(
                vocabulary=_texts(arrays["vocabulary"]),
                row_count=int(row_count),
                **{name: arrays[name] for name in _INDEX_ARRAYS},
            )
            columns = {
                name: ValueColumn(
                    _texts(arrays[f"{name}.values"]),
                    _texts(arrays[f"{name}.folded"]),
                    arrays[f"{name}.row_at"],
                    arrays[f"{name}.value_at"],
                    int(row_count),
                )
                for name in COLUMN_NAMES
            }
            return Store(index, Catalogue(columns, arrays["holds"]))
    except (OSError, EOFError, ValueError, KeyError, BadZipFile):
        return None


def _bytes(texts: Sequence[str]) -> NDArray[np.uint8]:
    """Texts as one array of UTF-8."""
    joined = _STOP.join([*(text.replace(_STOP, " ") for text in texts), ""])
    return np.frombuffer(joined.encode("utf-8", "surrogatepass"), np.uint8)


def _texts(data: NDArray[np.uint8]) -> list[str]:
    return data.tobytes().decode("utf-8", "surrogatepass").split(_STOP)[:-1]
