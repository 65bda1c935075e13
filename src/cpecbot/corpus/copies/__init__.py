"""Wire copies: passages that several articles tell in the same words are one voice."""

from cpecbot.corpus.copies.tellings import NO_COPIES, Copies

__all__ = ["NO_COPIES", "Copies"]
