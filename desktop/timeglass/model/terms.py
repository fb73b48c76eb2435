"""Terms that a click adds to a query."""


def with_term(query: str, field: str, value: str, exclude: bool = False) -> str:
    """The query with ``field:value`` added or excluded; without it where it stood already."""
    quoted = f'"{value}"' if not value.replace("-", "").isalnum() else value
    term, opposite = f"{field}:{quoted}", f"-{field}:{quoted}"
    wanted, other = (opposite, term) if exclude else (term, opposite)
    kept = f" {query} ".replace(f" {other} ", " ")
    if f" {wanted} " in kept:
        return kept.replace(f" {wanted} ", " ").strip()
    return f"{kept.strip()} {wanted}".strip()
