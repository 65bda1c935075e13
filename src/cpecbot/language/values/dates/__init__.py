"""Dates, ranges of dates and longer periods, of three calendars."""
