"""``dev.py build``: the packaged app."""


def build(*, onefile: bool, smoke: bool, packages: bool) -> int:
    """Make the packaged app for the system that we run on."""
    raise NotImplementedError
