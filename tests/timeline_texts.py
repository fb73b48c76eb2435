"""Little timeline files as text."""


def file_text(*events: str, title: str = "Two towns", category: str = "deed") -> str:
    """A timeline file; an event in words is ``"ID DATE TITLE"``."""
    label = f"{category.title()}s"
    lines = ["timeglass: 1", f"title: {title}", f"categories: {{{category}: {{label: {label}}}}}", "events:"]
    for words in events:
        identifier, date, name = words.split(maxsplit=2)
        lines += [f"  - id: {identifier}", f"    date: {date}", f"    title: {name}", f"    category: {category}"]
    return "\n".join(lines) + "\n"
