"""The end of the process: nobody waits for typesetting that was given up."""

import subprocess
import sys
from pathlib import Path

import pytest

import timeglass

SOURCE_ROOT = Path(timeglass.__file__).parent.parent
PATIENCE_S = 20
LEAVES = """
import sys, threading, time
sys.path.insert(0, sys.argv[1])
from timeglass.cli import leave
threading.Thread(target=time.sleep, args=(float(sys.argv[3]),), name=sys.argv[2]).start()
print("last words")
leave(3)
"""


@pytest.mark.parametrize(("name", "seconds"), [("typst", 60), ("other", 0.2)])
def test_leaves_with_its_status_and_last_words(name: str, seconds: float) -> None:
    arguments = [sys.executable, "-c", LEAVES, str(SOURCE_ROOT), name, str(seconds)]
    done = subprocess.run(arguments, capture_output=True, text=True, check=False, timeout=PATIENCE_S)
    assert (done.returncode, done.stdout, done.stderr) == (3, "last words\n", "")
