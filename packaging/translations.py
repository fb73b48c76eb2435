"""The translations of the window: gathers the texts from the code, and compiles what translators wrote.

    .venv/bin/python packaging/translations.py update     # after texts in the code have changed
    .venv/bin/python packaging/translations.py compile    # after the .ts files have changed
    .venv/bin/python packaging/translations.py check      # tells what is missing or out of date

The compiled ``.qm`` files are kept beside their sources, so that a checkout, a wheel and the packaged app need
no further step; a test holds them to their sources.
"""

import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from xml.etree import ElementTree  # our own files

import PySide6

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "desktop" / "timeglass"
FOLDER = ROOT / "resources" / "translations"
ROOMS = ("widgets", "model", "paint")
"""Where texts for the window stand."""
PLURALS_ONLY = "en"
"""The texts are English: of this language only the forms behind numbers are written down."""
LANGUAGES = ("en", "uk")


def tool(name: str) -> str:
    """Path of one of Qt's tools, as PySide6 brings it."""
    folder = Path(PySide6.__file__).parent
    found = [path for path in (folder / name, folder / f"{name}.exe") if path.is_file()]
    if not found:
        raise SystemExit(f"{name} is not among the programs of PySide6 in {folder}")
    return str(found[0])


def sources(package: Path = PACKAGE) -> list[str]:
    """The modules that texts are gathered from, in a fixed order, relative to the checkout."""
    files = [path for room in ROOMS for path in sorted((package / room).rglob("*.py"))]
    return [path.relative_to(package.parents[1]).as_posix() for path in files]


def update(language: str, folder: Path = FOLDER) -> Path:
    """Bring the source of a translation up to the code; what was translated stays."""
    target = folder / f"timeglass_{language}.ts"
    command = [tool("lupdate"), *sources(), "-no-obsolete", "-locations", "none", "-silent"]
    command += ["-source-language", "en", "-target-language", language]
    command += ["-pluralonly"] if language == PLURALS_ONLY else []
    subprocess.run([*command, "-ts", str(target)], cwd=ROOT, check=True)
    return target


def compiled(source: Path, target: Path) -> Path:
    """Compile one translation."""
    subprocess.run([tool("lrelease"), "-silent", str(source), "-qm", str(target)], check=True)
    return target


def messages(source: Path) -> Iterator[tuple[str, ElementTree.Element]]:
    """Every text of a file with its context."""
    for context in ElementTree.parse(source).getroot().iter("context"):  # noqa: S314 - our own files
        for message in context.iter("message"):
            yield context.findtext("name", ""), message


def unfinished(source: Path) -> list[str]:
    """Texts of a file that are not (wholly) translated, as ``context: text``."""
    found = []
    for context, message in messages(source):
        translation = message.find("translation")
        forms = (
            [] if translation is None else [form.text for form in translation.iter("numerusform")] or [translation.text]
        )
        if not forms or not all(forms) or (translation is not None and translation.get("type")):
            found.append(f"{context}: {message.findtext('source', '')}")
    return found


def check() -> list[str]:
    """What is missing or out of date, one line each."""
    faults = []
    with tempfile.TemporaryDirectory() as scratch:
        for language in LANGUAGES:
            source = FOLDER / f"timeglass_{language}.ts"
            copy = Path(scratch) / source.name
            copy.write_bytes(source.read_bytes())
            if update(language, Path(scratch)).read_bytes() != source.read_bytes():
                had = {(context, message.findtext("source")) for context, message in messages(source)}
                has = {(context, message.findtext("source")) for context, message in messages(copy)}
                changed = "; ".join(sorted(f"{context}: {text}" for context, text in had ^ has)[:20])
                faults.append(f"{source.name} is not what the code says (run update): {changed}")
            faults += [f"{source.name}: not translated: {text}" for text in unfinished(copy)]
            binary = compiled(source, Path(scratch) / "compiled.qm").read_bytes()
            kept = source.with_suffix(".qm")
            if not kept.is_file() or kept.read_bytes() != binary:
                faults.append(f"{kept.name} is not what {source.name} says (run compile)")
    return faults


def main(arguments: Sequence[str]) -> int:
    """Carry out one call; returns the exit status."""
    if list(arguments) not in (["update"], ["compile"], ["check"]):
        print(__doc__, file=sys.stderr)
        return 2
    faults = []
    if arguments[0] == "check":
        faults = check()
    for language in LANGUAGES if arguments[0] != "check" else ():
        source = update(language) if arguments[0] == "update" else FOLDER / f"timeglass_{language}.ts"
        compiled(source, source.with_suffix(".qm"))
        faults += [f"{source.name}: not translated: {text}" for text in unfinished(source)]
    print("\n".join(faults) or "the translations are complete", file=sys.stderr if faults else sys.stdout)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
