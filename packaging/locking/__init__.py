"""What ``packaging/lock.py`` is made of."""
