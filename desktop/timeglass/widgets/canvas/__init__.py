"""Parts of the timeline view: motion, gestures, hover texts."""
