"""``python -m timeglass`` is the same program as ``timeglass``."""

from timeglass.cli import start

if __name__ == "__main__":
    start()
