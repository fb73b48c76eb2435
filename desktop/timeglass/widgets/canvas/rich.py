"""Texts of a file as parts of rich text."""


def escape(text: str) -> str:
    """A text as part of rich text: no markup in it counts."""
    import html  # not before the pointer rests on something

    return html.escape(text)
