"""Findings of different sources set against each other: who speaks of one thing, and do they agree."""
