"""What a sentence names, each with the words beside it that say which one it is: "Foreign Minister Maria Keller"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from cpecbot.expressions import expression
from cpecbot.language.analysis import CONCEPT, Analysis
from cpecbot.language.concepts.concept import OFFICES, ConceptKind
from cpecbot.language.concepts.glossary import Glossary
from cpecbot.language.names.finding import persons
from cpecbot.language.text.cues.references import References
from cpecbot.language.text.folding import fold_text
from cpecbot.language.text.words import function_words
from cpecbot.models import Sentence, Span, Term, TermKind

_PERSONS = OFFICES | {ConceptKind.PERSON}
_PLACES = frozenset({ConceptKind.PLACE})
# What may be named and then meant without its name. An act or a quality by itself is no thing.
_THINGS = _PERSONS | {
    ConceptKind.INSTITUTION,
    ConceptKind.PROJECT,
    ConceptKind.POLICY,
    ConceptKind.ECONOMY,
    ConceptKind.EVENT,
    ConceptKind.GENERIC,
    ConceptKind.THING,
}
# They may stand within what is named, and say nothing of their own there.
_BESIDE = frozenset({ConceptKind.MODIFIER, ConceptKind.QUALITY})
_ACTING = _PERSONS | {ConceptKind.INSTITUTION}
_KNOWN = frozenset({TermKind.CONCEPT, TermKind.SENSE, TermKind.NAME, TermKind.VALUE})
# What may stand between two words of one thing that is named.
_WITHIN = expression(r"[\s\u200c\-·'’‘\"“”«»《》‐]*")
# What stands between a name and the office behind it: "Maria Keller, the minister of finance". The office may be of two
# things: "the minister of trade and industry, Maria Keller".
_APPOSITION = expression(r"(?:\s(\w{1,3})\s\w+)?\s?[,،，、（(]\s?")


class Piece(Struct, frozen=True):
    """A word or known phrase: its own ``keys``, and the ``wider`` ones of what it is a kind of."""

    span: Span
    keys: frozenset[str]
    wider: frozenset[str]
    kinds: frozenset[ConceptKind]
    name: bool

    @property
    def office(self) -> bool:
        return not self.kinds.isdisjoint(OFFICES) and self.kinds.isdisjoint(_THINGS - _PERSONS)

    @property
    def place(self) -> bool:
        return self.kinds <= _PLACES and bool(self.kinds) and not self.name

    @property
    def noun(self) -> bool:
        return not self.kinds.isdisjoint(_THINGS)

    @property
    def act(self) -> bool:
        """Whether it is done; an event may itself do something, such as last."""
        return ConceptKind.ACTION in self.kinds and ConceptKind.EVENT not in self.kinds


class Mention(Struct, frozen=True):
    """Words of a sentence that stand together and name something.

    Any of its ``heads`` may stand for it later: its noun, an office, a name. One that is ``pointing`` is marked as what
    was named before, ``another`` as something new. ``which`` are pieces on the far side of an "of": they tell which one
    it is, and are something of their own too.
    """

    span: Span
    pieces: tuple[Piece, ...]
    heads: tuple[Piece, ...]
    which: tuple[Piece, ...] = ()
    pointing: bool = False
    another: bool = False

    @property
    def keys(self) -> frozenset[str]:
        return frozenset().union(*(piece.keys for piece in (*self.pieces, *self.which)))

    @property
    def wider(self) -> frozenset[str]:
        return frozenset().union(*(piece.wider for piece in self.pieces))

    @property
    def names(self) -> tuple[Piece, ...]:
        return tuple(piece for piece in (*self.pieces, *self.which) if piece.name or piece.place)

    @property
    def person(self) -> bool:
        named = sum(piece.name for piece in self.pieces) > 1
        return named or any(piece.office or ConceptKind.PERSON in piece.kinds for piece in self.pieces)

    @property
    def named(self) -> bool:
        return any(piece.name for piece in self.pieces)

    @property
    def office(self) -> bool:
        return any(piece.office for piece in self.pieces)

    @property
    def body(self) -> bool:
        """Whether it is called a company, a party or the like."""
        return any(ConceptKind.INSTITUTION in piece.kinds for piece in self.heads)

    @property
    def is_bare_name(self) -> bool:
        """Whether it is a name, of which nothing says what it is."""
        return self.named and not self.office

    @property
    def acting(self) -> bool:
        return any(piece.name or piece.place or not piece.kinds.isdisjoint(_ACTING) for piece in self.pieces)

    @property
    def event(self) -> bool:
        return any(ConceptKind.EVENT in piece.kinds for piece in self.pieces)


def mentions(sentence: Sentence, analysis: Analysis, glossary: Glossary) -> tuple[Mention, ...]:
    """What ``sentence`` names, in order; places by themselves and acts aside."""
    text, rules = sentence.reading, sentence.language.once(References)
    named = tuple(persons(text, analysis.tokens, sentence.language)) if sentence.language.profile.spaced else ()
    pieces = _pieces(analysis, glossary, named)
    if rules.unmarked_names:
        pieces = sorted([*pieces, *_strange(analysis, pieces)], key=lambda piece: piece.span)
    runs = list(_runs(pieces, text))
    linked = _with_which(runs, text, rules)
    found = (_mention(run, which, text, rules) for run, which in linked)
    return tuple(_with_offices([each for each in found if _names_something(each)], sentence))


def _names_something(mention: Mention) -> bool:
    return any(piece.name or piece.noun for piece in mention.pieces)


def _mention(run: Sequence[Piece], which: Sequence[Piece], text: str, rules: References) -> Mention:
    first = run[0].span
    heads, another = _heads(run, rules), rules.introduces(text, first)
    pointing = rules.points_at(text, first) or any(rules.points_at(text, head.span) for head in heads[:1])
    span = Span(first.start, run[-1].span.end)
    return Mention(span, tuple(run), heads, tuple(which), pointing and not another, another)


def _heads(run: Sequence[Piece], rules: References) -> tuple[Piece, ...]:
    """The words of ``run`` that may stand for it: its noun, or each that has a name beside it, offices and names."""
    nouns = [piece for piece in run if piece.noun and ConceptKind.ACTION not in piece.kinds]
    noun = (nouns[-1:] if rules.noun_last else nouns[:1]) if nouns else [piece for piece in run if piece.noun][:1]
    beside = pairwise(reversed(run)) if rules.noun_last else pairwise(run)
    named = [piece for piece, other in beside if piece in nouns and other.name]
    return tuple(piece for piece in run if piece.name or piece.office or piece in noun or piece in named)


def _pieces(analysis: Analysis, glossary: Glossary, named: Sequence[Span]) -> list[Piece]:
    """The words and phrases that may name something, none overlapping another, in order."""
    by_span: dict[Span, list[Term]] = {}
    for term in analysis.terms:
        by_span.setdefault(term.span, []).append(term)
    known = sorted(
        (span for span, terms in by_span.items() if _means(terms)), key=lambda span: (span.start, -len(span))
    )
    kept: list[Span] = []
    for span in known:
        if not kept or span.start >= kept[-1].end:
            kept.append(span)
    covered = list(kept)
    taken = {place for span in kept for place in range(span.start, span.end)}
    for span in sorted((span for span, terms in by_span.items() if _is_named(terms)), key=lambda s: (s.start, -len(s))):
        if taken.isdisjoint(range(span.start, span.end)):
            taken.update(range(span.start, span.end))
            covered.append(span)
    return [
        piece
        for span in sorted(covered)
        if (piece := _piece(span, by_span[span], glossary, named)).name or piece.kinds & (_THINGS | _PLACES | _BESIDE)
    ]


def _strange(analysis: Analysis, pieces: Sequence[Piece]) -> Iterator[Piece]:
    """Words of no known meaning: where no capitals tell, each may be part of a name."""
    known = (*(piece.span for piece in pieces), *(term.span for term in analysis.terms if term.kind in _KNOWN))
    taken = {place for span in known for place in range(span.start, span.end)}
    for term in analysis.terms:
        if term.kind is TermKind.LEMMA and taken.isdisjoint(range(term.span.start, term.span.end)):
            yield Piece(term.span, frozenset({term.key}), frozenset(), frozenset(), name=False)


def _means(terms: Iterable[Term]) -> bool:
    return any(term.kind in (TermKind.CONCEPT, TermKind.SENSE) for term in terms)


def _is_named(terms: Iterable[Term]) -> bool:
    return any(term.kind is TermKind.NAME for term in terms)


def _piece(span: Span, terms: Sequence[Term], glossary: Glossary, persons: Sequence[Span]) -> Piece:
    own = next((term.key for term in terms if term.kind is TermKind.CONCEPT), None)
    narrow = {term.key for term in terms if term.kind is not TermKind.CONCEPT} | ({own} if own else set())
    wider = {term.key for term in terms if term.kind is TermKind.CONCEPT} - narrow
    concepts = [key.removeprefix(CONCEPT) for key in narrow if key.startswith(CONCEPT)]
    kinds = frozenset(glossary.kind(concept) for concept in concepts) - {ConceptKind.UNIT, ConceptKind.LIGHT}
    named = any(term.kind is TermKind.NAME for term in terms) and not kinds
    known = ConceptKind.PERSON in kinds or span.overlaps_any(persons)
    return Piece(span, frozenset(narrow), frozenset(wider), kinds, named or known)


def _runs(pieces: Sequence[Piece], text: str) -> Iterator[list[Piece]]:
    """``pieces`` with nothing between them but spaces and the like."""
    run: list[Piece] = []
    for piece in pieces:
        if run and not _WITHIN.fullmatch(text, run[-1].span.end, piece.span.start):
            yield run
            run = []
        run.append(piece)
    if run:
        yield run


def _with_which(
    runs: Sequence[list[Piece]], text: str, rules: References
) -> Iterator[tuple[Sequence[Piece], Sequence[Piece]]]:
    """Each of ``runs`` with the one that an "of" ties to it."""
    for place, run in enumerate(runs):
        before, behind = runs[place - 1 : place] if place else [], runs[place + 1 : place + 2]
        which: list[Piece] = []
        if behind and rules.of_behind.match(rules.plain(text[run[-1].span.end : behind[0][0].span.start])):
            which += behind[0]
        if before and rules.of_before.match(rules.plain(text[before[0][-1].span.end : run[0].span.start])):
            which += before[0]
        yield run, which


def _with_offices(found: Sequence[Mention], sentence: Sentence) -> Iterator[Mention]:
    """``found``, of which a name and the office beside it, behind a mark, are one: "Keller, the foreign minister"."""
    waiting: Mention | None = None
    for mention in found:
        if waiting and _is_of_one(waiting, mention, sentence):
            both = (*waiting.pieces, *mention.pieces)
            waiting = replace(
                waiting,
                span=Span(waiting.span.start, mention.span.end),
                pieces=both,
                heads=(*waiting.heads, *mention.heads),
            )
            continue
        if waiting:
            yield waiting
        waiting = mention
    if waiting:
        yield waiting


def _is_of_one(one: Mention, other: Mention, sentence: Sentence) -> bool:
    """Whether one is a name without an office and the other an office without a name, parted by a mark alone."""
    between = _APPOSITION.match(sentence.reading, one.span.end)
    if between is None or (between[1] and fold_text(between[1]) not in function_words(sentence.language)):
        return False
    if not -1 < other.span.start - between.end() <= len("the "):
        return False
    return (one.is_bare_name and _is_office(other)) or (_is_office(one) and other.is_bare_name)


def _is_office(mention: Mention) -> bool:
    return mention.office and not mention.named


def deed_at_the_beginning(sentence: Sentence, analysis: Analysis, glossary: Glossary) -> Span | None:
    """The word for a deed that nothing but a word such as "also" stands before."""
    first = min((term.span for term in analysis.terms), default=None)
    rules = sentence.language.once(References)
    if first is None or not rules.links(sentence.reading[: first.start]):
        return None
    concepts = (
        term.key.removeprefix(CONCEPT)
        for term in analysis.terms
        if term.span == first and term.kind in (TermKind.CONCEPT, TermKind.SENSE)
    )
    return first if any(glossary.kind(each) is ConceptKind.ACTION for each in concepts) else None
