"""Ink: theme tokens and the painters that draw a scene, and decide nothing."""
