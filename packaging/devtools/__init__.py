"""What ``packaging/dev.py`` is made of. Only the standard library may be imported here."""
