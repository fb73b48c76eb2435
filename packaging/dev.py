#!/usr/bin/env python3
"""The one tool for working with Timeglass from its source: ``run``, ``test``, ``build`` and ``bench``.

It needs nothing but Python's standard library. The virtual environment it makes lies in ``.venv`` inside
the checkout, is made again when the lock files, the project file or the Python change, and is left alone
otherwise, so that a second call starts at once.

    python3 packaging/dev.py run [arguments of timeglass]
    python3 packaging/dev.py test [arguments of pytest]
    python3 packaging/dev.py build [--smoke] [--onefile] [--packages]
    python3 packaging/dev.py bench [NAME] [--json FILE]
"""

import shutil
import subprocess
import sys
from pathlib import Path

# This file must still be understood by older Pythons: all it does for them is to find a newer one.
OLDEST = (3, 11)
NEWER = ("python3.13", "python3.12", "python3.11", "python3.14")
HERE = Path(__file__).resolve()


def newer_python() -> str:
    """Return the path of a Python that is new enough, or an empty text."""
    for name in NEWER:
        path = shutil.which(name)
        # A launcher of that name may be there without the Python behind it: it has to answer.
        if path and subprocess.call([path, "-c", ""], stderr=subprocess.DEVNULL) == 0:
            return path
    return ""


def start() -> int:
    """Run the tool, with a newer Python where this one is too old."""
    if sys.version_info < OLDEST:
        newer = newer_python()
        if newer:
            return subprocess.call([newer, str(HERE), *sys.argv[1:]])
        have = ".".join(str(part) for part in sys.version_info[:2])
        sys.stderr.write(f"timeglass: Python 3.11 or newer is needed; this one is {have}.\n")
        return 2
    sys.path.insert(0, str(HERE.parent))
    from devtools.main import main

    return main(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(start())
