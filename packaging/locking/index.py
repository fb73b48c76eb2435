"""Reads the package index that pip is set up with, through its JSON interface (PEP 691, PEP 658)."""

import email.parser
import hashlib
import io
import json
import subprocess
import sys
import urllib.parse
import urllib.request
import zipfile
from collections.abc import Iterable
from functools import cached_property
from typing import Any

from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet
from packaging.utils import InvalidSdistFilename, InvalidWheelFilename, parse_sdist_filename, parse_wheel_filename
from packaging.version import InvalidVersion, Version

ASK_PIP = "from pip._internal.commands import create_command as c; print(c('install').parse_args([])[0].index_url)"
JSON = "application/vnd.pypi.simple.v1+json"


class Index:
    """The files that an index offers, and what they require. Every page is read once."""

    def __init__(self) -> None:
        self._pages: dict[str, dict[str, list[dict[str, Any]]]] = {}
        self._requires: dict[tuple[str, str], list[Requirement]] = {}

    @cached_property
    def address(self) -> str:
        """The address that pip uses, from its settings at run time."""
        words = subprocess.run([sys.executable, "-c", ASK_PIP], capture_output=True, text=True, check=True)
        return words.stdout.strip().rstrip("/") + "/"

    def _get(self, address: str, accept: str) -> bytes:
        if urllib.parse.urlsplit(address).scheme != "https":
            raise SystemExit("lock: the package index has to be reached by https")
        request = urllib.request.Request(address, headers={"Accept": accept})  # noqa: S310 - https, see above
        with urllib.request.urlopen(request, timeout=60) as answer:  # noqa: S310
            return bytes(answer.read())

    def files(self, name: str) -> dict[str, list[dict[str, Any]]]:
        """The files of a package by version, without those that were withdrawn."""
        if name not in self._pages:
            page = json.loads(self._get(f"{self.address}{name}/", JSON))
            versions: dict[str, list[dict[str, Any]]] = {}
            for file in page["files"]:
                version = version_of(file["filename"])
                if version is not None and not file.get("yanked"):
                    file["url"] = urllib.parse.urljoin(f"{self.address}{name}/", file["url"])
                    versions.setdefault(str(version), []).append(file)
            self._pages[name] = versions
        return self._pages[name]

    def newest(self, name: str, specifier: SpecifierSet) -> str:
        """The newest released version that fits."""
        fitting = [version for version in map(Version, self.files(name)) if version in specifier]
        return str(max(version for version in fitting if not version.is_prerelease))

    def hashes(self, name: str, version: str) -> tuple[str, ...]:
        """SHA-256 of every file of a version, sorted."""
        files = self.files(name)[str(Version(version))]
        return tuple(sorted(file["hashes"]["sha256"] for file in files))

    def wheels(self, name: str, version: str) -> list[str]:
        """The names of a version's wheels."""
        files = self.files(name)[str(Version(version))]
        return [file["filename"] for file in files if file["filename"].endswith(".whl")]

    def learn(self, name: str, version: str, requires: Iterable[str]) -> None:
        """Take over what is known already about the requirements of a version."""
        self._requires[name, version] = [Requirement(line) for line in requires]

    def requires(self, name: str, version: str) -> list[Requirement]:
        """What a version requires, from the metadata of its smallest wheel."""
        if (name, version) not in self._requires:
            files = [file for file in self.files(name)[str(Version(version))] if file["filename"].endswith(".whl")]
            if not files:
                raise SystemExit(f"lock: {name} {version} has no wheel to read its requirements from")
            message = email.parser.BytesHeaderParser().parsebytes(self._metadata(min(files, key=size)))
            self.learn(name, version, message.get_all("Requires-Dist", []))
        return self._requires[name, version]

    def _metadata(self, file: dict[str, Any]) -> bytes:
        """The metadata of a wheel: on their own where the index has them so, else from the wheel itself."""
        if told := file.get("core-metadata") or file.get("data-dist-info-metadata"):
            content = self._get(f"{file['url']}.metadata", "*/*")
            check(content, told["sha256"] if isinstance(told, dict) else None)
            return content
        content = self._get(file["url"], "*/*")
        check(content, file["hashes"]["sha256"])
        with zipfile.ZipFile(io.BytesIO(content)) as wheel:
            return wheel.read(next(name for name in wheel.namelist() if name.endswith(".dist-info/METADATA")))


def check(content: bytes, sha256: str | None) -> None:
    """Stop if a file is not the one that the index has named."""
    if sha256 is not None and hashlib.sha256(content).hexdigest() != sha256:
        raise SystemExit("lock: a file came damaged from the index")


def size(file: dict[str, Any]) -> int:
    """The size of a file in bytes, as the index tells it."""
    return int(file.get("size") or 0)


def version_of(filename: str) -> Version | None:
    """The version in the name of a wheel or source archive, or None for other files."""
    try:
        if filename.endswith(".whl"):
            return parse_wheel_filename(filename)[1]
        return parse_sdist_filename(filename)[1]
    except (InvalidWheelFilename, InvalidSdistFilename, InvalidVersion):
        return None
