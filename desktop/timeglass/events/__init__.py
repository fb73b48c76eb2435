"""Events, timelines, and the sorted columns that everything fast reads."""
