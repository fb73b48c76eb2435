"""``python -m timeglass`` is the same program as ``timeglass``."""

import sys

from timeglass.cli import main

if __name__ == "__main__":
    sys.exit(main())
