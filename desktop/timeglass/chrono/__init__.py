"""Instants, spans, EDTF dates, calendar ticks, and words for dates and durations. Pure Python, no Qt."""
