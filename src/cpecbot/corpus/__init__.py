"""Reading articles: their exact text, what they state of themselves, and their sentences."""

from cpecbot.corpus.corpus import Corpus

__all__ = ["Corpus"]
