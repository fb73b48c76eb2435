"""Viewport, scale, levels of detail, lanes, labels: columns and a viewport become a frozen scene. No Qt."""
