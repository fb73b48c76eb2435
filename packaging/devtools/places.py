"""Where things lie in the checkout, and what they are called."""

import os
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGING = ROOT / "packaging"
PROJECT_FILE = ROOT / "pyproject.toml"
LOCKS = {
    "run": PACKAGING / "requirements.lock",
    "dev": PACKAGING / "requirements-dev.lock",
}
BUILD = ROOT / "build"
DIST = ROOT / "dist"


def environment_dir() -> Path:
    """The virtual environment's folder: ``.venv`` in the checkout, or what TIMEGLASS_VENV names."""
    named = os.environ.get("TIMEGLASS_VENV")
    return Path(named).absolute() if named else ROOT / ".venv"


def bin_dir(environment: Path) -> Path:
    """The folder of an environment's programs."""
    return environment / ("Scripts" if os.name == "nt" else "bin")


def python_in(environment: Path) -> Path:
    """The Python of a virtual environment."""
    return bin_dir(environment) / ("python.exe" if os.name == "nt" else "python")


def program_in(environment: Path, name: str) -> Path:
    """A program that a package has put into the environment."""
    return bin_dir(environment) / (f"{name}.exe" if os.name == "nt" else name)
