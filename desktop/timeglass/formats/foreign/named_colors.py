"""Colours as people name them, as ``#rrggbb``."""

import re

_NAMED = {
    "black": "#000000", "white": "#ffffff", "gray": "#808080", "grey": "#808080", "silver": "#c0c0c0",
    "red": "#ff0000", "maroon": "#800000", "crimson": "#dc143c", "salmon": "#fa8072", "coral": "#ff7f50",
    "orange": "#ffa500", "gold": "#ffd700", "yellow": "#ffff00", "olive": "#808000", "brown": "#a52a2a",
    "lime": "#00ff00", "green": "#008000", "teal": "#008080", "turquoise": "#40e0d0", "cyan": "#00ffff",
    "aqua": "#00ffff", "blue": "#0000ff", "navy": "#000080", "indigo": "#4b0082", "purple": "#800080",
    "violet": "#ee82ee", "magenta": "#ff00ff", "fuchsia": "#ff00ff", "pink": "#ffc0cb", "tan": "#d2b48c",
    "lightblue": "#add8e6", "lightgreen": "#90ee90", "lightgray": "#d3d3d3", "lightgrey": "#d3d3d3",
    "darkblue": "#00008b", "darkgreen": "#006400", "darkred": "#8b0000", "darkorange": "#ff8c00",
    "darkgray": "#a9a9a9", "darkgrey": "#a9a9a9", "skyblue": "#87ceeb", "steelblue": "#4682b4", "khaki": "#f0e68c",
    # Swatches of Aeon Timeline
    "apple": "#7cb342", "peach": "#ffb07c", "denim": "#3d6ba5", "lightpurple": "#b39ddb", "darkpurple": "#6a4c93",
    "lightteal": "#80cbc4",
}  # fmt: skip
_HEX = re.compile(r"#?([0-9A-Fa-f]{6}|[0-9A-Fa-f]{3})(?:[0-9A-Fa-f]{2})?")
_RGB = re.compile(r"(?:rgba?\()?\s*(\d{1,3})\s*,\s*(\d{1,3})\s*,\s*(\d{1,3})\s*(?:,[^)]*)?\)?")


def hex_color(text: str) -> str:
    """``#rrggbb`` of a colour in hexadecimal or decimal digits or by its English name; "" for what is none."""
    text = text.strip()
    if found := _HEX.fullmatch(text):
        digits = found[1].lower()
        return f"#{digits}" if len(digits) == 6 else "#" + "".join(2 * digit for digit in digits)
    if (found := _RGB.fullmatch(text)) and max(map(int, found.groups())) <= 255:
        return "#{:02x}{:02x}{:02x}".format(*map(int, found.groups()))
    return _NAMED.get(re.sub(r"[\s_-]", "", text).lower(), "")
