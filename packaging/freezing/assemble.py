"""Puts the packaged app together with PyInstaller; the spec files only add what is special to their system."""

import json
import shutil
import sys
from pathlib import Path
from typing import Any

from PyInstaller.building.api import COLLECT, EXE, PYZ  # type: ignore[import-untyped]
from PyInstaller.building.build_main import Analysis  # type: ignore[import-untyped]
from PyInstaller.config import CONF  # type: ignore[import-untyped]
from PyInstaller.utils.hooks import collect_submodules  # type: ignore[import-untyped]

from freezing import contents, description, needed, trim

# Libraries that come with symbols that nobody reads. Not numpy's own: wheels patch those, and strip would break them.
STRIPPED = r"(^|/)(libpython3[^/]*|(typst|yaml|lib-dynload)/.*\.so)$"

# Imports Qt before anything else, and that costs: Qt looks at every module that is imported after it. What the hook
# does is not needed: PyPI's wheels know themselves where their Qt lies. And what it writes into the environment
# (QT_PLUGIN_PATH) would reach other Qt programs that are started from here, such as an editor for a timeline.
LEFT_OUT_HOOKS = ("pyi_rth_pyside6",)


def analysis(*, bare: bool = False) -> Any:
    """What the app consists of, after trimming; or the bare window that it is measured against."""
    sys.path.insert(0, str(description.ROOT / "desktop"))
    hidden = [] if bare else list(description.HIDDEN_IMPORTS)
    for package in () if bare else description.WHOLE_PACKAGES:
        hidden += collect_submodules(package)
    found = Analysis(
        [str(description.PACKAGING / "bare.py" if bare else description.ENTRY)],
        pathex=[str(description.ROOT / "desktop")],
        datas=[] if bare else [*description.data_files(), *compiled(Path(CONF["workpath"]) / "compiled")],
        hiddenimports=sorted(set(hidden)),
        excludes=[*description.EXCLUDED_MODULES, *description.EXCLUDED_QT],
        noarchive=False,
    )
    found.scripts = [entry for entry in found.scripts if entry[0] not in LEFT_OUT_HOOKS]
    found.pure = [_without_texts(entry) for entry in found.pure]
    found.binaries = trim.trim(found.binaries)
    found.datas = trim.trim(found.datas)
    if sys.platform == "linux":
        found.binaries = needed.reachable(found.binaries)
        present = [*found.binaries, *found.datas]
        found.binaries = needed.without_dead_links(found.binaries, present)
        found.datas = needed.without_dead_links(found.datas, present)
        found.binaries = trim.strip(found.binaries, STRIPPED, Path(CONF["workpath"]) / "stripped")
    if not bare:
        found.datas += parts_list(found, Path(CONF["workpath"]) / "parts")
    return found


def _without_texts(entry: trim.Entry) -> trim.Entry:
    """Leave the texts for programmers out of numpy's modules: they are half of them."""
    name, path, kind = entry
    return (name, path, "PYMODULE-2") if kind == "PYMODULE" and name.partition(".")[0] == "numpy" else entry


def parts_list(found: Any, folder: Path) -> list[trim.Entry]:
    """The list of what is inside, and the licences of what no other list names."""
    folder.mkdir(parents=True, exist_ok=True)
    records = contents.records((name for name, *_ in found.pure), [*found.binaries, *found.datas])
    entries: list[trim.Entry] = [
        (f"timeglass/resources/licenses/{record['text']}", str(record.pop("source")), "DATA")
        for record in records
        if "source" in record
    ]
    target = folder / contents.NAME
    target.write_text(json.dumps(records, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    return [*entries, (f"timeglass/resources/{contents.NAME}", str(target), "DATA")]


def compiled(folder: Path) -> list[tuple[str, str]]:
    """What the program itself makes of the built-in timeline, and where it looks for that: it opens faster so."""
    from timeglass.compiled import compile_builtin

    shutil.rmtree(folder, ignore_errors=True)
    if not compile_builtin(folder):
        raise SystemExit("the built-in timeline could not be compiled")
    return [(str(path), "timeglass/data/compiled") for path in sorted(folder.iterdir())]


def program(found: Any, name: str, *, console: bool, onefile: bool, **special: Any) -> Any:
    """One program file; as a single file it carries everything inside."""
    icon = description.icon()
    inside = [found.binaries, found.datas] if onefile else []
    return EXE(
        PYZ(found.pure),
        found.scripts,
        *inside,
        name=name,
        exclude_binaries=not onefile,
        console=console,
        icon=str(icon) if icon and icon.exists() else None,
        upx=False,
        **special,
    )


def folder(found: Any, programs: list[Any]) -> Any:
    """The folder that holds the programs and everything they need."""
    return COLLECT(*programs, found.binaries, found.datas, name=description.COMMAND, upx=False)


def single_name() -> str:
    """The name of a single-file program: system and version in it, as it is handed on alone."""
    return f"{description.COMMAND}-{description.version()}-{sys.platform}"
