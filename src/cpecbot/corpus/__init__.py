"""Reading articles: their exact text, what they state of themselves, and their sentences."""

from cpecbot.corpus.boilerplate import Boilerplate, load_boilerplate
from cpecbot.corpus.reading import MAX_ARTICLE_BYTES
from cpecbot.corpus.snapshot import Corpus, build_corpus, load_corpus

__all__ = ["MAX_ARTICLE_BYTES", "Boilerplate", "Corpus", "build_corpus", "load_boilerplate", "load_corpus"]
