"""A timeline's face toward Qt: the item model, the navigator with the one viewport, the search in the background."""
