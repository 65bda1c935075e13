"""The newest question, seen as what it adds to the last one."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from cpecbot.answering.meanings import means_something
from cpecbot.answering.reading.following.sorts import small_words
from cpecbot.answering.reading.understanding import Understanding
from cpecbot.language.questions.continuing import Line, continuing
from cpecbot.language.questions.kinds import question_words
from cpecbot.language.questions.roles import Role, roles_of
from cpecbot.language.questions.words import texts
from cpecbot.language.text.tokens import tokenize
from cpecbot.models import Query, QuestionKind, Span, Unit

_WHICH = frozenset({Role.WHICH, Role.ONES})
_BESIDE = frozenset({Role.LIGHT, Role.OF, Role.ON, Role.EXISTS, Role.ABILITY})
_ASIDE = frozenset({*_WHICH, Role.UNKNOWN, *_BESIDE})


class Said(Struct, frozen=True):
    """A question as it goes on from the last one.

    ``rest`` is its text without the words that only carry on, ``units`` and ``kind`` are those of that; it ``asks``
    when it does more than name something. ``known`` is where words stand that mean something of their own.
    """

    query: Query
    line: Line
    rest: str
    kind: QuestionKind
    asks: bool
    units: tuple[Unit, ...]
    known: tuple[Span, ...]

    @property
    def content(self) -> list[Unit]:
        return [unit for unit in self.units if not unit.light]

    @property
    def denied(self) -> list[Unit]:
        """What was not meant."""
        return [unit for unit in self.query.units if self.line.denied and unit.span.overlaps(self.line.denied)]

    @property
    def is_bare(self) -> bool:
        """Whether nothing but question words is said, those that mean something among them: "why?"."""
        asking = question_words(self.query.language)
        asked = [span.slice(self.query.text) for span in asking.spans(self.query.text)]
        return all(asking.asks(unit.text) or unit.text in asked for unit in self.content)

    @property
    def is_of_something(self) -> bool:
        """Whether it asks of what, or what they are, with a small word beside the question word: "for what?"."""
        beside = {part.role for part in roles_of(self.query.language).read(self.rest)} - {Role.WHAT}
        several = self.query.language.profile.spaced and len(texts(self.rest, self.query.language)) > 1
        what = question_words(self.query.language).asks(self.rest)
        return what and not self.content and beside <= _BESIDE and (bool(beside) or several)

    @property
    def names(self) -> bool:
        """Whether it only names something, in the place of another: "and Kashmir?"."""
        leans = self.line.leans or self.is_phrase
        return leans and not self.asks and bool(self.units) and not self.line.turns_round

    @property
    def is_phrase(self) -> bool:
        """Whether it is one thing with a small word before or behind it: "on Taiwan?", «پاکستان کا؟»."""
        language, places = self.query.language, [unit.span for unit in self.units]
        if not places or not language.profile.spaced:
            return False
        around = self.query.text[: places[0].start], self.query.text[places[-1].end :]
        before, behind = (texts(each, language) for each in around)
        return len(before) + len(behind) == 1 and small_words(language).issuperset((*before, *behind))

    @property
    def asks_which(self) -> bool:
        """Whether it asks which of some things it was, and leaves open of what: "in which phase?"."""
        roles = [part.role for part in roles_of(self.query.language).read(self.rest)]
        one = len(self.content) == roles.count(Role.UNKNOWN) == 1
        return one and not _WHICH.isdisjoint(roles) and _ASIDE.issuperset(roles)


class Newest(Struct, frozen=True):
    """Reads questions so."""

    understanding: Understanding

    def read(self, query: Query, *, denying: bool = True) -> Said:
        known = self._known(query)
        line = continuing(query.language).read(query.text, known, denying=denying)
        rest = query.text[line.rest.start : line.rest.end]
        asking = question_words(query.language)
        asked = asking.read(query.text)
        words = [span for span in asked.spans if span not in asked.topical]
        units = tuple(
            _within(unit, line.rest)
            for unit in query.units
            if unit.span.overlaps(line.rest) and (unit.concept or not any(each.contains(unit.span) for each in words))
        )
        ending = query.text[line.rest.end :] if line.rest.end and not line.denied else ""
        return Said(query, line, rest + ending, asking.kind(rest), asking.asks(rest), units, known)

    def is_attached(self, said: Said, unit: Unit) -> bool:
        """Whether ``unit`` of ``said`` has a pronoun written onto it, and means the same without it.

        A word of whose amount is asked has to mean something without it.
        """
        known = continuing(said.query.language)
        if not said.asks or not known.attached_never.isdisjoint(unit.text):
            return False
        tokens = [token.text for token in tokenize(unit.text)]
        amount = said.kind is QuestionKind.HOW_MUCH
        for at, token in enumerate(tokens):
            for stem in known.without_attached(token):
                read = self.understanding.read_in(
                    said.query.language, " ".join([*tokens[:at], stem, *tokens[at + 1 :]])
                )
                if any(not each.keys.isdisjoint(unit.keys) or (amount and _means(each)) for each in read.units):
                    return True
        return False

    def _known(self, query: Query) -> tuple[Span, ...]:
        """Where words stand that mean something of their own."""
        analyzer = self.understanding.analyzer
        matches = analyzer.glossary.read(query.text, (query.language,))
        return (*(unit.span for unit in query.units), *(match.span for match in matches if len(match.span) > 1))


def _means(unit: Unit) -> bool:
    return means_something(unit)


def _within(unit: Unit, rest: Span) -> Unit:
    """``unit`` without an opening that is written onto it."""
    cut = max(0, rest.start - unit.span.start)
    return replace(unit, text=unit.text[cut:], span=Span(unit.span.start + cut, unit.span.end)) if cut else unit
