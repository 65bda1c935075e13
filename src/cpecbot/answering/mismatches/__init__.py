"""What shows that a sentence tells of another thing than the one asked about, however many words they share."""

from cpecbot.answering.mismatches.asked import Asked
from cpecbot.answering.mismatches.deeds import did_the_same

__all__ = ["Asked", "did_the_same"]
