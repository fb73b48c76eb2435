"""The virtual environment: made, kept up to date, healed after an interruption."""

import contextlib
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from devtools import places, stamp, system
from devtools.say import Stop, note
from devtools.stamp import Step


def ready(groups: tuple[str, ...]) -> Path:
    """Return the Python of an environment that holds these groups of dependencies and the project.

    Nothing is done if it is there already; otherwise what is missing is installed. Raises Stop with one clear
    text if that fails; the next call then starts again.
    """
    environment = places.environment_dir()
    want = stamp.wanted(groups)
    if state(environment, want) is not Step.NOTHING:
        with one_at_a_time(environment):
            set_up(environment, want, state(environment, want))
    return places.python_in(environment)


def state(environment: Path, want: stamp.Stamp) -> Step:
    """What has to be done to the environment."""
    if not places.python_in(environment).exists():
        return Step.REBUILD
    return stamp.decide(stamp.read(environment), want, frozenset(contents(environment)))


def contents(environment: Path) -> list[str]:
    """Names of what is installed in an environment, sorted."""
    for folder in (*environment.glob("lib/python3*/site-packages"), environment / "Lib" / "site-packages"):
        if folder.is_dir():
            return sorted(name for name in os.listdir(folder) if name != "__pycache__")  # noqa: PTH208
    return []


def set_up(environment: Path, want: stamp.Stamp, step: Step) -> None:
    """Carry out a step and write the stamp."""
    if step is Step.NOTHING:  # someone else did it while we waited
        return
    before = stamp.read(environment)
    stamp.remove(environment)
    locks = dict(want.locks)
    if step is Step.REBUILD:
        note(f"setting up {environment} (needed once; it downloads the pinned dependencies)")
        create(environment)
        install(environment, tuple(locks))
    else:
        locks = {**(before.locks if before else {}), **locks}
        if step is Step.ADD:
            note("adding the development tools to the environment")
            install(environment, tuple(locks))
    # If the rest is interrupted, the dependencies need not be fetched again.
    done = replace(want, locks=locks, contents=tuple(contents(environment)))
    stamp.write(environment, replace(done, project=""))
    install_project(environment)
    stamp.write(environment, replace(done, contents=tuple(contents(environment))))
    note("the environment is ready")


def create(environment: Path) -> None:
    """Make an empty environment in a folder that is empty or ours."""
    clear(environment)
    environment.mkdir(parents=True)
    # The mark comes first: whatever is interrupted after it is known as ours and cleared away.
    (environment / stamp.MARK).write_text("Made by packaging/dev.py; may be deleted at any time.\n")
    python = base_python()
    without_pip = not has_module(python, "ensurepip")
    if without_pip and not has_module(python, "pip"):
        system.install_packages(
            [f"python{sys.version_info[0]}.{sys.version_info[1]}-venv"], "this Python has neither pip nor ensurepip"
        )
        without_pip = False
    command = [python, "-m", "venv", *(["--without-pip"] if without_pip else []), str(environment)]
    if subprocess.run(command, check=False).returncode != 0:
        raise Stop(f"could not make the virtual environment {environment}")


def clear(environment: Path) -> None:
    """Delete an environment of ours; move one that somebody else made out of the way."""
    if not environment.exists() and not environment.is_symlink():
        return
    if (environment / stamp.MARK).exists() or (environment.is_dir() and not any(environment.iterdir())):
        try:
            shutil.rmtree(environment)
        except OSError as error:
            raise Stop(f"could not delete {environment} ({error.strerror}); is a program still using it?") from error
        return
    number = 1
    while (aside := environment.with_name(f"{environment.name}.{number}")).exists():
        number += 1
    environment.rename(aside)
    note(f"{environment} was not made by this tool: moved to {aside}")


def base_python() -> str:
    """The Python outside any virtual environment that is the parent of the running one."""
    return getattr(sys, "_base_executable", "") or sys.executable


def has_module(python: str, name: str) -> bool:
    """Whether a Python can import a module."""
    return subprocess.run([python, "-c", f"import {name}"], capture_output=True, check=False).returncode == 0


def pip(environment: Path) -> list[str]:
    """The command for the environment's pip, or for the base Python's pip working on the environment."""
    python = places.python_in(environment)
    if has_module(str(python), "pip"):
        return [str(python), "-m", "pip"]
    return [base_python(), "-m", "pip", "--python", str(python)]


def install(environment: Path, groups: tuple[str, ...]) -> None:
    """Install exactly what the lock files of these groups name, each file checked against its hash."""
    command = [*pip(environment), "install", "--require-hashes", "--no-input", "--disable-pip-version-check"]
    if not sys.stderr.isatty():
        command.append("--quiet")
    for group in groups:
        command += ["-r", str(places.LOCKS[group])]
    run_pip(command, "the dependencies could not be installed")


def install_project(environment: Path) -> None:
    """Install Timeglass itself, so that changes in the checkout take effect at once."""
    command = [*pip(environment), "install", "--no-deps", "--no-build-isolation", "--no-index", "--quiet"]
    command += ["--disable-pip-version-check", "--editable", str(places.ROOT)]
    run_pip(command, "Timeglass could not be installed into its environment")


def run_pip(command: list[str], failure: str) -> None:
    """Run pip with its words on standard error; raise Stop if it fails."""
    settings = {**os.environ, "PIP_ROOT_USER_ACTION": "ignore", "PIP_REQUIRE_VIRTUALENV": "0"}
    if subprocess.run(command, check=False, stdout=sys.stderr, env=settings).returncode != 0:
        raise Stop(f"{failure} (pip says why above). The next call starts again from here.")


def keep_bytecode() -> None:
    """Let programs that we start keep what Python has compiled: without that every start compiles Timeglass anew."""
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)


@contextlib.contextmanager
def one_at_a_time(environment: Path) -> Iterator[None]:
    """Let only one process at a time change the environment; the system frees the lock if we die."""
    with environment.with_name(f"{environment.name}.lock").open("a+b") as file:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(file.fileno(), msvcrt.LK_LOCK, 1)
        else:
            import fcntl

            fcntl.flock(file, fcntl.LOCK_EX)
        yield
