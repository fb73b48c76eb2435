"""Paper and files: everything that a timeline can be exported to, behind one registry."""
