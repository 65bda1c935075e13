"""The loaded snapshot that answers: immutable, shared by threads; a reload builds another."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

from cpecbot.answering.about import AboutArticles
from cpecbot.answering.asking import Asking, bounded
from cpecbot.answering.changed import Changed
from cpecbot.answering.explaining import Explanation
from cpecbot.answering.finding import Finding
from cpecbot.answering.omissions import PrimaryTexts
from cpecbot.answering.ranking.scoring import MOST, candidates, listed
from cpecbot.answering.ranking.weighing import weigh
from cpecbot.answering.reading.filters import split_filters
from cpecbot.answering.reading.understanding import Understanding
from cpecbot.corpus import Corpus
from cpecbot.corpus.copies import Copies, find_copies
from cpecbot.disagreement import Changer, Comparer, Contrasts, load_contrasts
from cpecbot.disagreement.reading.reader import Reader
from cpecbot.disagreement.retelling.retelling import Retellings
from cpecbot.language.analysis import Analyzer, concept_key
from cpecbot.language.concepts.concept import ConceptKind
from cpecbot.language.concepts.glossary import Glossary, load_glossary, refuse_faulty_forms
from cpecbot.language.names.aliases.learning import learn
from cpecbot.language.names.index import NameIndex
from cpecbot.language.names.sounds import Pronunciation
from cpecbot.language.questions.smalltalk import small_talk
from cpecbot.language.text.folding import fold_text
from cpecbot.languages import Language, Languages
from cpecbot.models import (
    Answer,
    Article,
    AskOptions,
    Changes,
    Coverage,
    CoverageRow,
    Disagreement,
    Hit,
    Omissions,
    Span,
)
from cpecbot.store.entries import Entry, quotable, read_entries
from cpecbot.store.memory import MemoryStore
from cpecbot.store.store import Store

_SHOWN = frozenset({ConceptKind.PLACE, ConceptKind.PROJECT, ConceptKind.POLICY, ConceptKind.ECONOMY, ConceptKind.EVENT})
_MOST_ROWS = 40
# A concept that more than this share of all statements names parts no source from another.
_TOO_COMMON = 0.4


class Library:
    """A corpus with all that is needed to answer from it. ``ask`` does no I/O and changes nothing."""

    def __init__(self, corpus: Corpus, store: Store, understanding: Understanding, contrasts: Contrasts) -> None:
        """``store`` holds the entries of ``corpus``."""
        self.corpus = corpus
        self.store = store
        self.understanding = understanding
        self.copies = _copies(corpus, store)
        self._comparer = Comparer(self.store, corpus.articles, self.glossary, contrasts, copies=self.copies)
        self.retellings = Retellings(store, corpus.articles, Reader(self.glossary, contrasts))
        self._changed = Changed(Changer(store, corpus.articles, self.glossary, contrasts), store, understanding)
        self._primary = PrimaryTexts(corpus, store, self.retellings, self.glossary)
        smalltalk = small_talk(self.languages)
        self._finding = Finding(corpus, store, understanding, self._comparer, self.copies)
        about = AboutArticles(corpus, store, understanding, self._comparer, self._changed)
        self._asking = Asking(corpus, store, understanding, smalltalk, self._finding, about)

    @property
    def glossary(self) -> Glossary:
        return self.understanding.analyzer.glossary

    @property
    def languages(self) -> Languages:
        return self.understanding.analyzer.languages

    def label(self, concept: str, language: Language) -> str:
        """How ``concept`` of the glossary or of the contrasts is written in ``language``."""
        return self._comparer.label(concept, language)

    def ask(self, question: str, options: AskOptions = AskOptions()) -> Answer:  # noqa: B008 - frozen
        """Answer ``question``; QuestionError when a filter in it cannot be understood."""
        return self._asking.ask(question, options)

    def compare(self, topic: str, options: AskOptions = AskOptions()) -> Answer:  # noqa: B008 - frozen
        """Every statement on ``topic``, one of each source first, with every note of where they part ways."""
        return self.ask(topic, replace(options, limit=len(self.corpus.articles) * options.per_source, at_first=None))

    def disagreements(self) -> tuple[Disagreement, ...]:
        """Every note over the corpus, contradictions first."""
        return self._comparer.all()

    def changes(self, topic: str = "", language: Language | None = None) -> tuple[Changes, ...]:
        """What changed from round to round of each series that the articles report; on ``topic``, where there is one.

        ``language`` is what the topic may be in.
        """
        return self._changed.on(bounded(topic), language)

    def omissions(self, topic: str = "") -> Omissions:
        """What each article makes of the points of the primary text, all or those on ``topic``."""
        wanted = self._topic(topic)
        return self._primary.omissions(wanted if topic.strip() else None)

    def _topic(self, topic: str) -> Callable[[Entry], bool]:
        """Whether an entry is about ``topic``, by its concepts or its letters."""
        meant = {concept_key(match.concept) for match in self.glossary.match(topic, None)}
        letters = fold_text(topic)

        def concerns(entry: Entry) -> bool:
            return not entry.keys.isdisjoint(meant) or letters in fold_text(entry.sentence.reading)

        return concerns

    def search(
        self, question: str, limit: int, *, sources: tuple[str, ...] = (), across: bool = True
    ) -> tuple[Hit, ...]:
        """Sentences of ``sources`` ranked for ``question`` much as answers are, none refused; no sources means all.

        ``across`` languages, or by its own words alone.
        """
        text, filters = split_filters(bounded(question), self.corpus, self.languages)
        query = self.understanding.read(text, filters=filters)
        admitted = frozenset(self._finding.sources(filters, AskOptions(sources=sources)))
        most = max(limit, MOST)
        if across:
            weights = weigh(query, self.store, self.glossary)
            found = candidates(query, weights, self.store, self.glossary, admitted, most)
            ranked = listed(found, self.store.resemblance(query))
        else:
            hits = self.store.candidates(query, admitted, most, across=False).hits
            ranked = [(hit.entry, hit.relative) for hit in hits]
        return tuple(Hit(entry.sentence, score) for entry, score in ranked[: max(limit, 0)])

    def explain(self, question: str, options: AskOptions = AskOptions()) -> Explanation:  # noqa: B008 - frozen
        """How ``question`` was read and why it was or was not answered."""
        return self._asking.explain(question, options)

    def coverage(self) -> Coverage:
        """Which source speaks of which concept, and how often."""
        return _coverage(self.store, self.glossary)


def build_library(corpus: Corpus, languages: Languages, tables: Path, glossary: Path | None = None) -> Library:
    """Read the tables in the folder ``tables`` and index ``corpus``; ``glossary`` replaces the one there.

    Raises GlossaryError when a table is malformed.
    """
    analyzer = Analyzer(load_glossary(glossary or tables / "glossary", languages, tables / "vocabulary"), languages)
    contrasts = load_contrasts(tables / "contrasts.toml", languages)
    refuse_faulty_forms(languages, analyzer.glossary, contrasts.terms)
    corpus = _named_elsewhere(corpus, analyzer.glossary)
    sentences = (sentence for read in corpus.sentences.values() for sentence in read)
    analyzer = replace(analyzer, aliases=learn(sentences, languages, lambda name: _meant(name, analyzer.glossary)))
    store = MemoryStore(read_entries(corpus, analyzer))
    names = NameIndex(languages.once(Pronunciation), store.names())
    return Library(corpus, store, Understanding(analyzer, contrasts.metonyms, names), contrasts)


def _copies(corpus: Corpus, store: Store) -> Copies:
    """The copies in ``corpus``, whose values ``store`` has read already."""
    entries = (entry for source in store.sources for entry in store.entries(source))
    values = {(each.sentence.source, each.sentence.span): each.analysis.values for each in entries}
    return find_copies(corpus, lambda sentence: values[sentence.source, sentence.span])


def _meant(name: str, glossary: Glossary) -> frozenset[str]:
    """The concepts that all of ``name`` stands for, in any language."""
    return frozenset(match.concept for match in glossary.match(name, None) if match.span == Span(0, len(name)))


def _named_elsewhere(corpus: Corpus, glossary: Glossary) -> Corpus:
    """``corpus`` with what the outlets and places that its articles name are called in other languages."""
    articles = {
        source: replace(article, elsewhere=_other_names(article, glossary), also_called=_all_names(article, glossary))
        for source, article in corpus.articles.items()
    }
    return replace(corpus, articles=articles)


def _other_names(article: Article, glossary: Glossary) -> Mapping[str, Mapping[Language, str]]:
    outlets = {name: ConceptKind.INSTITUTION for name in (article.outlet, *article.cites) if name}
    places = {article.place: ConceptKind.PLACE} if article.place else {}
    return {name: glossary.names(name, kind) for name, kind in (places | outlets).items()}


def _all_names(article: Article, glossary: Glossary) -> Mapping[str, frozenset[str]]:
    outlets = (name for name in (article.outlet, *article.cites) if name)
    return {name: glossary.forms_of(name, ConceptKind.INSTITUTION) for name in outlets}


def _coverage(store: Store, glossary: Glossary) -> Coverage:
    """Statements per source on each concept of substance, those that most sources name first."""
    sources = store.sources
    counts = {source: _statements(store, source) for source in sources}
    concepts = {concept for found in counts.values() for concept in found}
    limit = _TOO_COMMON * sum(quotable(entry) for source in sources for entry in store.entries(source))
    rows = [
        CoverageRow(concept, row)
        for concept in concepts
        if glossary.concepts[concept].kind in _SHOWN
        and sum(row := tuple(counts[source][concept] for source in sources)) <= limit
    ]
    rows.sort(key=lambda row: (-sum(map(bool, row.counts)), -sum(row.counts), row.concept))
    return Coverage(sources, tuple(rows[:_MOST_ROWS]))


def _statements(store: Store, source: str) -> Counter[str]:
    found: Counter[str] = Counter()
    for entry in store.entries(source):
        if quotable(entry):
            found.update({match.concept for match in entry.analysis.concepts})
    return found
