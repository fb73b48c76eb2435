"""How the packaged app is put together: one description for Linux, Windows and macOS."""
