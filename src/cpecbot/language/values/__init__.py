"""Numbers, ordinals, sums and dates of three calendars, and which of them may both hold."""
