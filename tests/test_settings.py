from pathlib import Path

import pytest

from timeglass import settings
from timeglass.settings import Setting, Settings


def test_what_was_put_comes_back(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "timeglass.ini"
    store = Settings(path)
    store.put(settings.SHOW_LIST, True)
    store.put(settings.GEOMETRY, b"\x00\xff")
    store.put(settings.RECENT_FILES, ("a.yaml",))
    store.put(settings.QUERY_HISTORY, ("x", "y"))
    store.put(settings.RECENT_LIMIT, 3)
    store.save()
    again = Settings(path)
    assert again.get(settings.SHOW_LIST) is True
    assert again.get(settings.GEOMETRY) == b"\x00\xff"
    assert again.get(settings.RECENT_FILES) == ("a.yaml",)
    assert again.get(settings.QUERY_HISTORY) == ("x", "y")
    assert again.get(settings.RECENT_LIMIT) == 3


def test_nothing_kept_gives_the_default(tmp_path: Path) -> None:
    store = Settings(tmp_path / "none.ini")
    assert store.get(settings.SHOW_FACETS) is True
    assert store.get(settings.COLOUR_SCHEME) == "system"
    assert store.set_aside is None


@pytest.mark.parametrize("kept", ["magenta", "7"])
def test_nonsense_gives_the_default(tmp_path: Path, kept: str) -> None:
    path = tmp_path / "t.ini"
    path.write_text(f"[look]\ncolour_scheme={kept}\n[files]\nrecent_limit=-{kept}\n[window]\nshow_list={kept}\n")
    store = Settings(path)
    assert store.get(settings.COLOUR_SCHEME) == "system"
    assert store.get(settings.RECENT_LIMIT) == 10
    assert store.get(settings.SHOW_LIST) is False


def test_a_broken_file_is_set_aside(tmp_path: Path) -> None:
    path = tmp_path / "t.ini"
    path.write_bytes(b"\x00\x01 no ini at all\n[[[\n=\n")
    store = Settings(path)
    assert store.set_aside == tmp_path / "t.ini.bad"
    assert store.set_aside.read_bytes().startswith(b"\x00\x01")
    store.put(settings.SHOW_LIST, True)
    store.save()
    assert Settings(path).get(settings.SHOW_LIST) is True


def test_every_key_is_declared_once() -> None:
    declared = [value for value in vars(settings).values() if isinstance(value, Setting)]
    keys = [setting.key for setting in declared]
    assert len(keys) == len(set(keys))
    assert all(setting.words and setting.allowed(setting.default) for setting in declared)


def test_what_a_newer_program_wrote_is_kept_and_used_as_far_as_it_goes(tmp_path: Path) -> None:
    path = tmp_path / "t.ini"
    written = f"[settings]\nversion={settings.VERSION + 1}\n[window]\nshow_list=true\n[new]\nthing=1\n"
    path.write_text(written)
    store = Settings(path)
    assert store.from_newer
    assert store.set_aside == tmp_path / "t.ini.newer"
    assert store.set_aside.read_text() == written
    assert store.get(settings.SHOW_LIST) is True
    store.save()
    again = Settings(path)
    assert again.set_aside is None
    assert again.get(settings.KEPT_VERSION) == settings.VERSION


def test_settings_say_their_version(tmp_path: Path) -> None:
    path = tmp_path / "t.ini"
    Settings(path).save()
    assert f"version={settings.VERSION}" in path.read_text()


def test_a_file_that_cannot_be_set_aside_does_not_stop_the_program(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "t.ini"
    path.write_bytes(b"\x00\x01 no ini at all\n[[[\n=\n")

    def refuse(self: Path, target: Path) -> Path:
        raise PermissionError(target)

    monkeypatch.setattr(Path, "replace", refuse)
    store = Settings(path)
    assert store.set_aside is None
    assert store.get(settings.SHOW_FACETS) is True


@pytest.mark.parametrize(
    "written",
    [
        b"\x00\xff[[[garbage=\n====",
        b"[window]\nshow_list=true\n\x00\x00\x00\x00",
        b"[look]\nlanguage=\xff\xfe\n",
        b"[window]\nwhat is this\n",
        b"[window\nshow_list=true\n",
        b'{"window": true}',
    ],
)
def test_what_qt_takes_for_settings_though_it_is_none_is_set_aside(tmp_path: Path, written: bytes) -> None:
    path = tmp_path / "t.ini"
    path.write_bytes(written)
    store = Settings(path)
    assert store.set_aside == tmp_path / "t.ini.bad"
    assert store.set_aside.read_bytes() == written
    assert store.get(settings.SHOW_LIST) is False
    store.save()
    assert Settings(path).set_aside is None


def test_whatever_is_put_is_no_damage(tmp_path: Path) -> None:
    store = Settings(tmp_path / "t.ini")
    for text in ("a=b; [c]\n#d", "\x00\x01", "Історія – «1997»", "\\", '"', "", "x" * 10_000, "@Variant", "\t%[", "💡"):
        store.put(settings.LAST_FILE, text)
        store.put(settings.QUERY_HISTORY, (text, text))
        store.put(settings.GEOMETRY, bytes(range(256)))
        store.save()
        again = Settings(tmp_path / "t.ini")
        assert again.set_aside is None, text
        assert again.get(settings.QUERY_HISTORY) == (text, text)
