"""Figures that articles on one occasion give of the same thing, however otherwise they tell of it."""
