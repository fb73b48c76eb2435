"""The guards of the suite go red: each of these tests leaves something behind."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).parent

LEAVES = {
    "thread": """
import threading, time
def test_it():
    threading.Thread(target=time.sleep, args=(1.0,), name="forgotten").start()
""",
    "window": """
from PySide6.QtWidgets import QWidget
kept = []
def test_it(qapp):
    kept.append(QWidget(objectName="forgotten"))
    kept[0].show()
""",
    "message": """
from PySide6.QtCore import qWarning
def test_it(qapp):
    qWarning(b"forgotten")
""",
    "warning": """
import warnings
def test_it():
    warnings.warn("forgotten", UserWarning)
""",
}


@pytest.mark.parametrize("what", LEAVES)
def test_what_is_left_behind_fails(tmp_path: Path, what: str) -> None:
    shutil.copy(HERE / "conftest.py", tmp_path)
    shutil.copy(HERE.parent / "pyproject.toml", tmp_path)
    (tmp_path / "test_it.py").write_text(LEAVES[what])
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "test_it.py"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 1, done.stdout
    assert "forgotten" in done.stdout
