"""Where the packaged program starts."""

import sys

from timeglass.cli import main

if __name__ == "__main__":
    sys.exit(main())
