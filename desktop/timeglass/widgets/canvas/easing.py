"""How motions slow down. Qt has curves for that, too: a class with fifty of them, which takes 4 ms of the start."""


def ease_out(share: float) -> float:
    """How far a motion has come after a share of its time: fast at first, ever slower towards its end (cubic)."""
    return 1.0 - (1.0 - share) ** 3
