"""What one sentence claims, by itself."""

from __future__ import annotations

from cpecbot.disagreement.comparison import findings_of
from cpecbot.disagreement.reading.contrasts import Contrasts
from cpecbot.disagreement.reading.reader import Reader
from cpecbot.language.analysis import Analyzer
from cpecbot.models import Article, Claim, Sentence
from cpecbot.store.entries import read_article


def extract_claims(sentence: Sentence, article: Article, analyzer: Analyzer, contrasts: Contrasts) -> tuple[Claim, ...]:
    """The typed claims of one sentence of ``article``; spans count code points of the article."""
    reader = Reader(analyzer.glossary, contrasts)
    readings = (reader.read(entry, article.published) for entry in read_article(article, [sentence], analyzer))
    return tuple(finding.claim for reading in readings for finding in findings_of(reading, reader))
