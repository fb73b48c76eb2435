"""Lets pip's own resolver choose versions for the machine that this runs on."""

import json
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from packaging.utils import canonicalize_name


@dataclass(frozen=True)
class Chosen:
    """A package that pip has chosen."""

    name: str
    version: str
    requires: tuple[str, ...]


def resolve_here(asked: list[str], kept: dict[str, str]) -> list[Chosen]:
    """Packages that satisfy these requirements together, keeping what is already pinned."""
    with tempfile.TemporaryDirectory() as folder:
        constraints = Path(folder, "constraints.txt")
        constraints.write_text("".join(f"{name}=={version}\n" for name, version in kept.items()))
        command = [sys.executable, "-m", "pip", "install", "--dry-run", "--ignore-installed", "--quiet"]
        command += ["--report", "-", "--constraint", str(constraints), *asked]
        done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True)
    return [
        Chosen(canonicalize_name(told["name"]), told["version"], tuple(told.get("requires_dist", ())))
        for told in (package["metadata"] for package in json.loads(done.stdout)["install"])
    ]
