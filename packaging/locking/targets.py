"""The systems that the lock files are made for."""

from collections.abc import Iterator
from dataclasses import dataclass

from packaging.tags import Tag, compatible_tags, cpython_tags
from packaging.utils import parse_wheel_filename

PYTHONS = ((3, 11), (3, 12), (3, 13), (3, 14))


@dataclass(frozen=True)
class Target:
    """One system with one version of Python."""

    system: str
    """As in ``sys.platform``."""
    os_name: str
    platform_system: str
    python: tuple[int, int]
    platforms: dict[str, tuple[str, ...]]
    """Platform tags of wheels that fit, for each machine."""

    def markers(self) -> dict[str, str]:
        """Values for environment markers."""
        version = ".".join(str(part) for part in self.python)
        return {
            "implementation_name": "cpython",
            "implementation_version": f"{version}.0",
            "os_name": self.os_name,
            "platform_machine": next(iter(self.platforms)),
            "platform_python_implementation": "CPython",
            "platform_release": "",
            "platform_system": self.platform_system,
            "platform_version": "",
            "python_full_version": f"{version}.0",
            "python_version": version,
            "sys_platform": self.system,
        }


def manylinux(machine: str) -> tuple[str, ...]:
    """Tags for Linux with glibc 2.34 (Debian 12 has 2.36, Ubuntu 22.04 has 2.35)."""
    old = ("manylinux2014", "manylinux2010", "manylinux1") if machine == "x86_64" else ("manylinux2014",)
    return (*(f"manylinux_2_{minor}_{machine}" for minor in range(34, 4, -1)), *(f"{name}_{machine}" for name in old))


def macos(machine: str) -> tuple[str, ...]:
    """Tags for macOS 13 and what runs on it."""
    releases = [*(f"{major}_0" for major in (13, 12, 11)), *(f"10_{minor}" for minor in range(16, 8, -1))]
    return tuple(f"macosx_{release}_{kind}" for release in releases for kind in (machine, "universal2"))


SYSTEMS: tuple[tuple[str, str, str, dict[str, tuple[str, ...]]], ...] = (
    ("linux", "posix", "Linux", {"x86_64": manylinux("x86_64"), "aarch64": manylinux("aarch64")}),
    ("darwin", "posix", "Darwin", {"arm64": macos("arm64"), "x86_64": macos("x86_64")}),
    ("win32", "nt", "Windows", {"AMD64": ("win_amd64",)}),
)
TARGETS = tuple(Target(*system[:3], python, system[3]) for python in PYTHONS for system in SYSTEMS)


def gaps(target: Target, wheels: list[str]) -> Iterator[str]:
    """Name the machines of a target for which none of these wheels fits."""
    offered: set[Tag] = set()
    for wheel in wheels:
        offered |= parse_wheel_filename(wheel)[3]
    for machine, platforms in target.platforms.items():
        fitting = {*cpython_tags(target.python, platforms=platforms)}
        fitting |= {*compatible_tags(target.python, f"cp{target.python[0]}{target.python[1]}", platforms)}
        if not offered & fitting:
            yield f"{target.platform_system} {machine}, Python {target.python[0]}.{target.python[1]}"
