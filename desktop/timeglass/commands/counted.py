"""Numbers with their nouns, in the English of the command line."""


def counted(number: int, noun: str) -> str:
    """``1 event``, ``2 events``; for nouns that take an s."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
