"""What outlets make of the points of a primary text: the full text of a statement, which they report."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from cpecbot.corpus import Corpus
from cpecbot.corpus.articles_file import ArticlesFile
from cpecbot.disagreement.grouping.notes import make_quote
from cpecbot.disagreement.reading.attributing import reporting
from cpecbot.disagreement.retelling.retelling import Retelling, Retellings
from cpecbot.language.concepts.concept import ConceptKind, Trait
from cpecbot.language.concepts.glossary import Glossary
from cpecbot.language.sentences.headings import word_count
from cpecbot.language.text.cues.marks import Marks
from cpecbot.language.text.cues.modality import planned
from cpecbot.language.text.simplified import fold_simply
from cpecbot.languages import Language
from cpecbot.models import Omissions, Otherwise, Point, Quote, Sentence, Span, Told
from cpecbot.store.entries import Entry, quotable
from cpecbot.store.store import Store

# Of the statements of a full text so many are points: agreed, wanted or to be done. Few tell who said so.
_POINTS, _REPORTED = 0.5, 0.1
# No title is longer, in words.
_LONGEST_TITLE = 16


class PrimaryTexts:
    """Finds the primary texts of a corpus, and holds the other articles against them."""

    def __init__(self, corpus: Corpus, store: Store, retellings: Retellings, glossary: Glossary) -> None:
        self._articles = corpus.articles
        self._store = store
        self._retellings = retellings
        self._glossary = glossary

    def omissions(self, concerns: Callable[[Entry], bool] | None = None) -> Omissions:
        """What each other article makes of each point, or of those alone that ``concerns`` takes."""
        marked = tuple(source for source, article in self._articles.items() if article.primary)
        recognised = () if marked else tuple(filter(self._is_full_text, self._articles))
        primary = marked or recognised
        outlets = tuple(source for source in self._articles if source not in primary)
        points = [entry for source in primary for entry in self._points(source) if not concerns or concerns(entry)]
        return Omissions(primary, recognised, outlets, tuple(self._point(entry, outlets) for entry in points))

    def _point(self, entry: Entry, outlets: Iterable[str]) -> Point:
        retold = {source: self._retellings.of(entry, source) for source in outlets}
        told = tuple(self._told(source, each) for source, each in retold.items())
        marks = {span for each in told for other in each.otherwise if (span := other.point)}
        return Point(self._quote(entry, marks), told)

    def _told(self, source: str, retelling: Retelling) -> Told:
        otherwise = tuple(Otherwise(each.dimension, each.here, each.there) for each in retelling.differing)
        marks = {span for each in otherwise if (span := each.outlet)}
        quote = self._quote(retelling.entry, marks) if retelling.entry else None
        return Told(source, retelling.level, quote, otherwise)

    def _quote(self, entry: Entry, highlights: Iterable[Span]) -> Quote:
        return make_quote(self._articles[entry.sentence.source], entry.sentence.span, highlights)

    def _points(self, source: str) -> Iterator[Entry]:
        """The statements of a primary text, without the line that is its title."""
        entries = self._store.entries(source)
        first = entries[0] if entries and _names_itself(entries[0].sentence) else None
        return (entry for entry in entries if quotable(entry) and entry is not first)

    def _is_full_text(self, source: str) -> bool:
        """Whether its title says that it is the text of a statement, and it does not read like a report of one."""
        article, entries = self._articles[source], self._store.entries(source)
        first = entries[0].sentence if entries else None
        if not (_is_title(article.title or "", article.language) or (first and _names_itself(first))):
            return False
        points = list(self._points(source))
        agreed = sum(self._is_point(entry) for entry in points)
        reported = sum(bool(reporting(entry.sentence)) for entry in points)
        return bool(points) and agreed >= _POINTS * len(points) and reported <= _REPORTED * len(points)

    def _is_point(self, entry: Entry) -> bool:
        """Whether somebody takes a stance, both sides do something, or something is to be done."""
        named = {match.concept for match in entry.analysis.concepts}
        if not named.isdisjoint(self._glossary.having(Trait.BOTH_PARTIES)):
            return True
        stances = any(self._glossary.concepts[key].kind is ConceptKind.STANCE for key in named)
        return stances or bool(planned(entry.sentence.reading, entry.sentence.language))


def _names_itself(sentence: Sentence) -> bool:
    return not reporting(sentence) and _is_title(sentence.reading, sentence.language)


def _is_title(text: str, language: Language) -> bool:
    """Whether ``text`` is short and holds a word for a text that others report."""
    words = language.once(_full_texts)
    return 0 < word_count(text) <= _LONGEST_TITLE and any(words.of(fold_simply(text, language)))


def _full_texts(language: Language) -> Marks:
    return Marks(language, language.read(ArticlesFile).full_texts)
