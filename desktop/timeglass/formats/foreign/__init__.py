"""Formats of other programs, read into the raw trees of the native format."""
