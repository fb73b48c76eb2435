"""What is said, and done, about libraries that a system lacks."""

import pytest

from devtools import libraries, system
from devtools.say import Stop

DEBIAN = 'ID=debian\nVERSION_ID="12"\n'


def nothing(_: str) -> None:
    """No program is there."""


@pytest.mark.parametrize(
    ("os_release", "family"),
    [
        (DEBIAN, "apt"),
        ("ID=ubuntu\nID_LIKE=debian\n", "apt"),
        ("ID=linuxmint\nID_LIKE='ubuntu debian'\n", "apt"),
        ("ID=fedora\n", "dnf"),
        ('ID="rocky"\nID_LIKE="rhel centos fedora"\n', "dnf"),
        ("ID=arch\n", "pacman"),
        ("ID=manjaro\nID_LIKE=arch\n", "pacman"),
        ('ID="opensuse-leap"\nID_LIKE="suse opensuse"\n', "zypper"),
        ("ID=slackware\n", None),
        ("", None),
    ],
)
def test_family(os_release: str, family: str | None) -> None:
    assert system.family(os_release, nothing) == family


def test_an_unknown_system_is_known_by_its_tools() -> None:
    assert system.family("ID=mine\n", lambda name: name == "dnf" or None) == "dnf"


@pytest.mark.parametrize(
    ("family", "command"),
    [
        ("apt", "sudo apt-get install --yes --no-install-recommends libegl1 libxcb-cursor0"),
        ("dnf", "sudo dnf install --assumeyes libglvnd-egl xcb-util-cursor"),
        ("pacman", "sudo pacman --sync --needed --noconfirm libglvnd xcb-util-cursor"),
        ("zypper", "sudo zypper --non-interactive install libglvnd libxcb-cursor0"),
    ],
)
def test_advice_names_the_one_command(family: str, command: str) -> None:
    lacking = libraries.missing(
        (*libraries.BASE, *libraries.X11), lambda name: name not in ("libEGL.so.1", "libxcb-cursor.so.0")
    )
    words = system.advice(lacking, family, root=False)
    assert words.endswith(f"\n  {command}")
    assert "libEGL.so.1, libxcb-cursor.so.0" in words
    assert system.advice(lacking, family, root=True).endswith(f"\n  {command.removeprefix('sudo ')}")


def test_advice_without_a_known_family_names_the_libraries() -> None:
    words = system.advice(libraries.BASE[:1], None, root=False)
    assert "libEGL.so.1" in words
    assert "sudo" not in words


def test_packages_are_named_once() -> None:
    names = libraries.packages((*libraries.BASE, *libraries.X11), "pacman")
    assert names == sorted(set(names))


@pytest.mark.parametrize("family", libraries.FAMILIES)
def test_every_library_has_a_package_everywhere(family: str) -> None:
    for library in (*libraries.BASE, *libraries.X11, *libraries.WAYLAND):
        assert library.package(family)
        assert family in system.INSTALL


def test_the_loader_is_asked() -> None:
    assert libraries.loads("libc.so.6")
    assert not libraries.loads("libthere-is-no-such-thing.so.1")


@pytest.fixture
def lacking_cursor(monkeypatch: pytest.MonkeyPatch) -> None:
    """Xcb's cursor library is not there."""
    monkeypatch.setattr(system.sys, "platform", "linux")
    monkeypatch.setattr(system.libraries, "missing", lambda _: libraries.X11[2:3])


@pytest.mark.usefixtures("lacking_cursor")
def test_without_rights_the_command_is_printed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(system, "this_family", lambda: "apt")
    monkeypatch.setattr(system, "is_root", lambda: False)
    monkeypatch.setattr(system, "apt_install", lambda _: pytest.fail("nothing may be installed"))
    with pytest.raises(Stop, match=r"sudo apt-get install .* libxcb-cursor0"):
        system.need_libraries(windows=True)


@pytest.mark.usefixtures("lacking_cursor")
def test_as_root_on_debian_they_are_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    installed: list[str] = []
    monkeypatch.setattr(system, "this_family", lambda: "apt")
    monkeypatch.setattr(system, "is_root", lambda: True)
    monkeypatch.setattr(system, "apt_install", lambda names: installed.extend(names) or True)
    monkeypatch.setattr(system, "fresh_loader_finds", lambda _: True)
    system.need_libraries(windows=True)
    assert installed == ["libxcb-cursor0"]


@pytest.mark.usefixtures("lacking_cursor")
def test_installed_in_vain_the_command_is_printed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(system, "this_family", lambda: "apt")
    monkeypatch.setattr(system, "is_root", lambda: True)
    monkeypatch.setattr(system, "apt_install", lambda _: False)
    monkeypatch.setattr(system, "fresh_loader_finds", lambda _: False)
    with pytest.raises(Stop, match=r"  apt-get install"):
        system.need_libraries(windows=True)
