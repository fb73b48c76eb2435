"""The command line's calls, one module each: they read, search, write and render without a display."""
