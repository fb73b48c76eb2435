"""Whether the system asks for less motion: Qt does not tell, so each system is asked in its own way, once.

Windows: ``SPI_GETCLIENTAREAANIMATION``. macOS: the universal access setting "reduceMotion". Linux: KDE's factor of
animation in ``kdeglobals``, GTK's "gtk-enable-animations", and GNOME's "enable-animations" by way of its own tool.
"""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QProcess, QSettings, QStandardPaths
from PySide6.QtWidgets import QApplication

from timeglass.widgets.canvas.motion import SYSTEM_WANTS_LESS

_CLIENT_AREA_ANIMATION: Final = 0x1042
_PATIENCE_MS: Final = 5_000
GNOME: Final = ("gsettings", "get", "org.gnome.desktop.interface", "enable-animations")
MACOS: Final = ("defaults", "read", "com.apple.universalaccess", "reduceMotion")
_GTK_OFF: Final = ("0", "false")


class ReducedMotion(QObject):
    """Asks the system, and tells the application by a property that :func:`motion_wanted` reads."""

    def __init__(self, application: QApplication, platform: str = sys.platform) -> None:
        super().__init__(application)
        self._application = application
        self._platform = platform
        self._process: QProcess | None = None

    def ask(self) -> None:
        """Ask; where a tool has to be called, the answer comes later."""
        if self._platform == "win32":
            self._tell(not _windows_animates())
        elif self._platform == "darwin":
            self._call(MACOS)
        else:
            self._tell(files_ask_for_less(_config_folder()))
            self._call(GNOME)

    def _tell(self, less: bool) -> None:
        if less:
            self._application.setProperty(SYSTEM_WANTS_LESS, True)

    def _call(self, command: Sequence[str]) -> None:
        program = QStandardPaths.findExecutable(command[0])
        if not program:
            return
        process = self._process = QProcess(self)
        process.finished.connect(self._on_finished)
        process.start(program, list(command[1:]), QProcess.OpenModeFlag.ReadOnly)
        self._application.aboutToQuit.connect(self.close)

    def _on_finished(self) -> None:
        if self._process is not None:
            said = bytes(self._process.readAllStandardOutput().data()).decode(errors="replace").strip()
            self._tell(said == ("1" if self._platform == "darwin" else "false"))

    def close(self) -> None:
        """Wait for nobody's answer any longer."""
        if self._process is not None and self._process.state() != QProcess.ProcessState.NotRunning:
            self._process.kill()
            self._process.waitForFinished(_PATIENCE_MS)


def files_ask_for_less(folder: Path) -> bool:
    """What the settings files of Linux desktops in a folder say."""
    factor = _value(folder / "kdeglobals", "KDE/AnimationDurationFactor")
    if factor == "0":
        return True
    gtk = (_value(folder / name / "settings.ini", "Settings/gtk-enable-animations") for name in ("gtk-4.0", "gtk-3.0"))
    return any(value.lower() in _GTK_OFF for value in gtk)


def _value(path: Path, key: str) -> str:
    return str(QSettings(str(path), QSettings.Format.IniFormat).value(key, "")) if path.is_file() else ""


def _config_folder() -> Path:
    return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.GenericConfigLocation))


def _windows_animates() -> bool:
    import ctypes

    animates = ctypes.c_int(1)
    ctypes.windll.user32.SystemParametersInfoW(_CLIENT_AREA_ANIMATION, 0, ctypes.byref(animates), 0)  # type: ignore[attr-defined,unused-ignore]
    return bool(animates.value)
