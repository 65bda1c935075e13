"""The sentences of a corpus, each read once: retrieval, scoring, quoting and comparing all go by this one reading."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property

from msgspec import Struct
from msgspec.structs import replace

from cpecbot.corpus import Corpus
from cpecbot.corpus.dateline import find_dateline
from cpecbot.expressions import expression
from cpecbot.language.analysis import Analysis, Analyzer, concept_key
from cpecbot.language.concepts.concept import ConceptKind, Trait
from cpecbot.language.concepts.glossary import Glossary
from cpecbot.language.speech.quotations import closed, has_marks, left_open
from cpecbot.language.values.value_keys import value_keys
from cpecbot.models import Article, SaidBy, Sentence, SentenceKind, Span, TermKind, Value, ValueKind
from cpecbot.store.antecedents import Antecedents
from cpecbot.store.mentions import deed_at_the_beginning, mentions
from cpecbot.store.speakers import LONGEST_QUOTED, Speakers, Speech, speaker_at
from cpecbot.store.surroundings import NOWHERE, Follower, Surroundings

# Near the head of an article what a mark sets apart is a dateline too, if a place is named in it: Beijing : …
_HEAD = 600
# A space, an article or a hyphen.
_BESIDE = 3
_INSIDE = frozenset({TermKind.PART, TermKind.CONSTITUENT})
_OPENING = expression(r"[^:.。؛]{2,60}?(?:\s?:\s|\)\s?[-–—:]+\s?|\s[-–—]{1,2}\s)")


class Entry(
    Struct, frozen=True, array_like=True, dict=True
):  # with a dict, for what is found out of it once it is a candidate
    """A sentence and what was read in it.

    ``number`` counts the entries of the whole corpus, in the order of its articles and then of reading. ``analysis``
    counts code points of the sentence, not of the article. ``keys`` are those of its terms, words inside phrases left
    out; ``parts`` what these mean by themselves. ``leads`` is the first statement of its article, headings apart. What
    it reports begins at ``body``, behind the place, the day and the agency that it was filed from, in code points of
    the sentence. ``surroundings`` are what it may mean without naming it, ``speeches`` what of it somebody says.
    """

    number: int
    sentence: Sentence
    analysis: Analysis
    keys: frozenset[str]
    leads: bool = False
    body: int = 0
    parts: frozenset[str] = frozenset()
    surroundings: Surroundings = NOWHERE
    speeches: tuple[Speech, ...] = ()

    @cached_property
    def places(self) -> Mapping[str, tuple[Span, ...]]:
        """Where the terms of each key stand, in order, words inside phrases too."""
        found: dict[str, set[Span]] = {}
        for term in self.analysis.terms:
            found.setdefault(term.key, set()).add(term.span)
        return {key: tuple(sorted(spans)) for key, spans in found.items()}

    @cached_property
    def lemmas(self) -> frozenset[str]:
        return frozenset(term.key for term in self.analysis.terms if term.kind is TermKind.LEMMA)

    @cached_property
    def meant(self) -> frozenset[str]:
        """The keys of all that its words stand for, and of what is told of that."""
        return frozenset().union(*(each.keys | each.told for each in self.surroundings.references))

    @property
    def held(self) -> frozenset[str]:
        """All keys by which it is found: those of its terms, and what their parts mean by themselves."""
        return self.keys | self.parts

    @property
    def standing(self) -> frozenset[str]:
        """The keys of what its words stand for, but for those that it holds."""
        return frozenset(key for each in self.surroundings.references for key in each.keys - self.keys)

    @property
    def said_by(self) -> SaidBy | None:
        """Who says what the sentence tells; None where two do, or nobody."""
        speaker = speaker_at(self.speeches, Span(0, len(self.sentence.text)))
        return speaker.told if speaker else None

    def holding(self, keys: frozenset[str]) -> tuple[Span, ...]:
        """Where any of ``keys`` stands, in order; nowhere if the sentence has them only inside phrases."""
        if keys.isdisjoint(self.keys):
            return ()
        found = [spans for key in keys if (spans := self.places.get(key))]
        return found[0] if len(found) == 1 else tuple(sorted(set().union(*found)))


def quotable(entry: Entry) -> bool:
    """Whether it states something; a heading only names what is stated below it."""
    return entry.sentence.kind is not SentenceKind.HEADING


def read_entries(corpus: Corpus, analyzer: Analyzer) -> tuple[Entry, ...]:
    """Every sentence of ``corpus``, in the order of its articles."""
    entries: list[Entry] = []
    for source, article in corpus.articles.items():
        entries.extend(read_article(article, corpus.sentences[source], analyzer, len(entries)))
    return tuple(entries)


def read_article(
    article: Article, sentences: Iterable[Sentence], analyzer: Analyzer, first_number: int = 0
) -> Sequence[Entry]:
    """The entries of one article, numbered from ``first_number``."""
    states = frozenset(map(concept_key, analyzer.glossary.having(Trait.STATE)))
    follower = Follower(states, _keys_of_title(article, analyzer), _keys_of_day(article))
    antecedents, speakers = Antecedents(), Speakers(analyzer.glossary)
    led = False
    entries = []
    for number, sentence in enumerate(sentences, first_number):
        analysis = analyzer.analyze(sentence.reading, sentence.language, article.published)
        keys = _keys(analysis)
        leads = not led and sentence.kind is not SentenceKind.HEADING
        led = led or leads
        body = _body(sentence, analysis, analyzer.glossary)
        named = [concept_key(match.concept) for match in analysis.concepts]
        parts = frozenset(term.key for term in analysis.terms if term.kind is TermKind.CONSTITUENT) - keys
        mentioned = mentions(sentence, analysis, analyzer.glossary)
        deed = deed_at_the_beginning(sentence, analysis, analyzer.glossary)
        references = antecedents.next(sentence, keys, mentioned, deed)
        around = follower.next(sentence, keys, named, references)
        speeches = speakers.next(sentence, analysis, mentioned, references, around.parties)
        entries.append(Entry(number, sentence, analysis, keys, leads, body, parts, around, speeches))
    return _with_edition(_with_quoted(entries), analyzer.glossary)


def _with_quoted(entries: list[Entry]) -> list[Entry]:
    """``entries``, of which those that begin what is quoted have the speaker whom only a later one names."""
    waiting: list[int] = []
    for number, entry in enumerate(entries):
        text = entry.sentence.reading
        if waiting and entry.speeches and closed(text) is not None:
            for each in waiting:
                speech = replace(entry.speeches[0], span=Span(0, len(entries[each].sentence.reading)))
                entries[each] = replace(entries[each], speeches=(speech,))
        if entry.speeches or len(waiting) >= LONGEST_QUOTED or (waiting and has_marks(text)):
            waiting = []
        elif waiting or left_open(text) is not None:
            waiting.append(number)
    return entries


def _keys_of_title(article: Article, analyzer: Analyzer) -> frozenset[str]:
    """Those of a title that is told apart from the text; one in the text is its first heading."""
    if article.title is None or article.title in article.text:
        return frozenset()
    return _keys(analyzer.analyze(article.title, article.language))


def _keys_of_day(article: Article) -> frozenset[str]:
    day = article.published
    return frozenset(value_keys(Value(ValueKind.DATE, Span(0, 0), first=day, last=day))) if day else frozenset()


def _with_edition(entries: list[Entry], glossary: Glossary) -> list[Entry]:
    """``entries`` of an article that reports one of a series: of the one that it numbers first."""
    edition = next(filter(None, (_edition(entry.analysis, glossary) for entry in entries)), None)
    if edition is None:
        return entries
    return [replace(entry, surroundings=replace(entry.surroundings, edition=edition)) for entry in entries]


def _edition(analysis: Analysis, glossary: Glossary) -> frozenset[str]:
    """The keys of the first ordinal that stands beside what it numbers, as in "the seventh round", and of that."""
    series = [each for each in analysis.concepts if glossary.has(each.concept, Trait.TOLD_BY_AN_ORDINAL)]
    ordinals = [value for value in analysis.values if value.kind is ValueKind.ORDINAL]
    beside = ((value, each) for value in ordinals for each in series if are_beside(value.span, each.span))
    return next((frozenset({*value_keys(value), concept_key(each.concept)}) for value, each in beside), frozenset())


def are_beside(number: Span, series: Span) -> bool:
    """Whether a number stands right beside what it may number."""
    return len(number.between(series)) <= _BESIDE


def _keys(analysis: Analysis) -> frozenset[str]:
    return frozenset(term.key for term in analysis.terms if term.kind not in _INSIDE)


def _body(sentence: Sentence, analysis: Analysis, glossary: Glossary) -> int:
    dateline = find_dateline(sentence.reading, sentence.language)
    if dateline is not None:
        return dateline.end
    opening = _OPENING.match(sentence.reading) if sentence.span.start < _HEAD else None
    if opening is None:
        return 0
    within = Span(*opening.span())
    named = (glossary.concepts[each.concept].kind for each in analysis.concepts if within.contains(each.span))
    return within.end if ConceptKind.PLACE in named else 0
