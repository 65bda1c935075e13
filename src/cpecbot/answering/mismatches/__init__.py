"""What shows that a sentence tells of another thing than the one asked about, however many words they share."""

from cpecbot.answering.mismatches.asked import Asked

__all__ = ["Asked"]
