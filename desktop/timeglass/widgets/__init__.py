"""The window: timeline view, overview, list, details, search, facets, dialogs, actions."""
