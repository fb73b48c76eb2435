"""Writes ``resources/parts.json`` and ``resources/licenses``: the packages that are shipped, with their licences.

    .venv/bin/python packaging/parts.py

They are made from the metadata of the packages in the environment that ``dev.py`` sets up, which holds what the lock
file names; to be run again after a change of the lock file (a test says so). The program shows them under "About": in
the packaged app there is no metadata to ask.

``resources/licenses/spdx`` holds the standard texts by their SPDX identifiers; these were taken over once, from the
SPDX License List, and stay as they are.
"""

import json
import re
import sys
import tomllib
from email.message import Message
from importlib import metadata
from pathlib import Path
from typing import Any, cast

ROOT = Path(__file__).resolve().parents[1]
TARGET = ROOT / "resources" / "parts.json"
TEXTS = ROOT / "resources" / "licenses"

LICENCES = {
    "MIT License": "MIT",
    "BSD License": "BSD",
    "Python Software Foundation License": "PSF-2.0",
    "PSFL": "PSF-2.0",
}
"""SPDX identifiers for what older metadata says."""

INSIDE = {
    "numpy": {"OpenBLAS": "BSD-3-Clause", "libgfortran, libquadmath": "GPL-3.0-or-later WITH GCC-exception-3.1"},
    "pyside6-essentials": {
        "ICU": "Unicode-3.0",
        "FreeType": "FTL",
        "HarfBuzz": "MIT-Modern-Variant",
        "PCRE2": "BSD-3-Clause",
        "libpng": "libpng-2.0",
        "libjpeg-turbo": "IJG AND BSD-3-Clause",
        "libwebp": "BSD-3-Clause",
    },
    "pyyaml": {"libyaml": "MIT"},
    # The licence of New Computer Modern, the GUST Font License, is the LPPL with a wish that binds nobody.
    "typst": {
        "Libertinus Serif": "OFL-1.1",
        "New Computer Modern": "LPPL-1.3c",
        "DejaVu Sans Mono": "Bitstream-Vera",
    },
}
"""What packages carry inside them and name only in their licence files."""


def normal(name: str) -> str:
    """A package's name as indexes compare it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def direct() -> list[str]:
    """The packages that pyproject.toml asks for."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return [normal(re.match(r"[\w.-]+", wanted)[0]) for wanted in project["dependencies"]]  # type: ignore[index]


def shipped(names: list[str]) -> dict[str, metadata.Distribution]:
    """The packages by these names and all that they need, as far as they are here."""
    found: dict[str, metadata.Distribution] = {}
    waiting = list(names)
    while waiting:
        name = waiting.pop()
        if name in found:
            continue
        try:
            found[name] = metadata.distribution(name)
        except metadata.PackageNotFoundError:
            if name in names:
                raise SystemExit(f"{name} is not in the environment") from None
            continue  # for other systems or Pythons
        needed = [requirement for requirement in found[name].requires or () if "extra ==" not in requirement]
        waiting += [normal(re.match(r"[\w.-]+", requirement)[0]) for requirement in needed]  # type: ignore[index]
    return dict(sorted(found.items()))


def licence(said: Message) -> str:
    """The licence that a package's metadata names, as an SPDX expression."""
    text = said.get("License-Expression") or said.get("License") or ""
    if not text or "\n" in text or len(text) > 100:
        classifiers = [one for one in said.get_all("Classifier") or () if one.startswith("License ::")]
        text = " AND ".join(one.rpartition(" :: ")[2] for one in classifiers)
    return LICENCES.get(text, text)


def home(said: Message) -> str:
    """Address of a package's home page."""
    for line in said.get_all("Project-URL") or ():
        words, _, address = line.partition(", ")
        if words.lower() in ("homepage", "home"):
            return str(address)
    return str(said.get("Home-page") or "")


def licence_files(distribution: metadata.Distribution) -> list[tuple[str, str]]:
    """Names and contents of the files in which a package says its licence, and those of what it carries inside."""
    found = []
    for file in sorted(distribution.files or (), key=str):
        inside = re.search(r"\.dist-info/(?:licenses/)?(.+)", str(file))
        if inside and re.search(r"licen[cs]e|copying|notice|copyright", inside[1].rpartition("/")[2], re.IGNORECASE):
            found.append((inside[1], file.read_text(encoding="utf-8").strip()))
    return found


def components(distribution: metadata.Distribution) -> list[dict[str, Any]]:
    """What is compiled into a package, if it brings a list of that (CycloneDX)."""
    lists = [file for file in distribution.files or () if str(file).endswith(".cyclonedx.json")]
    return [one for file in lists for one in json.loads(file.read_text(encoding="utf-8")).get("components", ())]


def of_component(component: dict[str, Any]) -> str:
    """The licence of something compiled into a package."""
    said = (one.get("expression") or one["license"].get("id") for one in component.get("licenses", ()))
    return " AND ".join(filter(None, said))


def identifiers(expression: str) -> set[str]:
    """The SPDX identifiers in an expression."""
    return set(re.findall(r"[A-Za-z0-9][\w.-]*", expression)) - {"AND", "OR", "WITH"}


def text_of(distribution: metadata.Distribution) -> str:
    """Everything that a package says about its licence, as one text; empty where it says nothing."""
    pieces = [f"{name}\n\n{words}" for name, words in licence_files(distribution)]
    inner = [
        f"{one['name']} {one.get('version', '')}: {of_component(one)}"
        + (f" ({who})" if (who := one.get("author")) else "")
        for one in components(distribution)
    ]
    if inner:
        pieces.append("\n".join([f"Compiled into {distribution.metadata['Name']}:", "", *sorted(inner)]))
    return f"\n\n{'-' * 72}\n\n".join(pieces) + "\n" if pieces else ""


def table() -> list[dict[str, object]]:
    """A record for each package."""
    records = [record_of(name, distribution) for name, distribution in shipped(direct()).items()]
    return sorted(records, key=lambda record: str(record["name"]).lower())


def record_of(name: str, distribution: metadata.Distribution) -> dict[str, object]:
    """What About says of a package."""
    said = cast(Message, distribution.metadata)
    record: dict[str, object] = {"name": str(said["Name"]), "version": distribution.version}
    record |= {"license": licence(said), "url": home(said)}
    if name in INSIDE:
        record["inside"] = INSIDE[name]
    if text_of(distribution):
        record["text"] = f"{name}.txt"
    if also := set[str]().union(*(identifiers(of_component(one)) for one in components(distribution))):
        record["also"] = sorted(also)
    return record


def text() -> str:
    """``parts.json`` as it should be."""
    return json.dumps(table(), indent=2, ensure_ascii=False) + "\n"


def texts() -> dict[str, str]:
    """The files of ``licenses`` as they should be, by name."""
    found = {f"{name}.txt": words for name, one in shipped(direct()).items() if (words := text_of(one))}
    own = {"timeglass.txt": ROOT / "LICENSE", "inter.txt": ROOT / "resources" / "fonts" / "OFL.txt"}
    return found | {name: path.read_text(encoding="utf-8") for name, path in own.items()}


def main() -> None:
    """Write them."""
    TARGET.write_text(text(), encoding="utf-8")
    TEXTS.mkdir(exist_ok=True)
    for old in TEXTS.glob("*.txt"):
        old.unlink()
    for name, words in texts().items():
        (TEXTS / name).write_text(words, encoding="utf-8")
    print(TARGET.relative_to(ROOT), TEXTS.relative_to(ROOT), file=sys.stdout)


if __name__ == "__main__":
    main()
