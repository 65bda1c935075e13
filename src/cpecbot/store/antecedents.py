"""What the words of a sentence stand for that was named before it, read once from sentence to sentence of an article.

Coreference by rule: somebody named in full is meant by a part of the name or by the office, a thing by its noun where
that points back, whoever was spoken of by a pronoun or by a verb that has no subject. Of two things of one kind the one
named last is meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from enum import StrEnum

from msgspec import Struct, field

from cpecbot.language.concepts.concept import ConceptKind
from cpecbot.language.speech.speech_file import SpeechFile
from cpecbot.language.text.cues.references import References, Unsaid
from cpecbot.language.text.folding import fold
from cpecbot.language.text.patterns import NOTHING, any_of, longest_first
from cpecbot.languages import Language
from cpecbot.models import Sentence, Span
from cpecbot.store.mentions import Mention, Piece

# So many things of an article are remembered for each word that may stand for them, the last ones.
_REMEMBERED = 3


class How(StrEnum):
    """By what a sentence points back, the surest first."""

    NAME = "name"
    POINTED = "pointed"
    PRONOUN = "pronoun"
    UNSAID = "unsaid"
    BARE = "bare"


class Reference(Struct, frozen=True, array_like=True):
    """Words at ``span`` of a sentence, in code points, that stand for what was named with ``keys``.

    ``told`` are the keys of the statement that named it, those of the last statements where it is a pronoun. One that
    speaks of an ``event`` has it for its subject. The span of a subject that is left unsaid is that of its verb.
    """

    span: Span
    keys: frozenset[str]
    told: frozenset[str]
    how: How
    person: bool = False
    event: bool = False


class _Thing(Struct):
    """What an article has named: its words in all, and those of the statement that named it."""

    keys: frozenset[str]
    wider: frozenset[str]
    told: frozenset[str]
    person: bool
    event: bool
    named: bool
    bare: bool


class Antecedents(Struct):
    """Follows one article."""

    _by_head: dict[str, list[_Thing]] = field(default_factory=dict)
    _by_wider: dict[str, list[_Thing]] = field(default_factory=dict)
    _first: _Thing | None = None
    _topic: _Thing | None = None
    _person: _Thing | None = None
    _object: _Thing | None = None
    _event: _Thing | None = None
    _body: _Thing | None = None
    _last: frozenset[str] = frozenset()
    _before: frozenset[str] = frozenset()

    def next(
        self, sentence: Sentence, keys: frozenset[str], named: Sequence[Mention], deed: Span | None = None
    ) -> tuple[Reference, ...]:
        """What the words of ``sentence`` stand for, which holds ``keys`` and the mentions ``named``.

        ``deed`` is the verb that it begins with, if it does.
        """
        rules = sentence.language.once(References)
        opened = self._opening(sentence, rules, named, deed)
        found = [opened[0]] if opened else []
        things: list[_Thing] = []
        for mention in named:
            thing, how = self._meant(mention, rules)
            if thing and how:
                found.append(_reference(mention.span, thing, how, thing.told, leads=mention is named[0]))
                thing.keys |= mention.keys if how is How.NAME else frozenset()
            elif thing is None:
                thing = self._remember(mention, keys)
            if thing:
                things.append(thing)
        self._go_on(things, opened[1] if opened else None, keys)
        return tuple(found)

    def _go_on(self, things: Sequence[_Thing], meant: _Thing | None, keys: frozenset[str]) -> None:
        """Remember what the next sentence may go on about; ``meant`` is what this one opened with."""
        self._last, self._before = (self._before | keys if meant else keys), keys
        things = [meant, *things] if meant else things
        for thing in things[:1]:
            self._first = self._first or thing
            self._topic = thing
            self._object = self._object if thing.person else thing
        # Who has been named is spoken of; somebody unnamed is not, beside him.
        persons = [thing for thing in things if thing.person]
        unnamed = None if self._person and self._person.named else next(iter(persons), None)
        self._person = next((each for each in persons if each.named), unnamed) or self._person
        self._body = next((thing for thing in things if thing.bare and not thing.person), self._body)
        self._object = self._object or next((thing for thing in things if not thing.person), None)
        self._event = next((thing for thing in things if thing.event), self._event)

    def _opening(
        self, sentence: Sentence, rules: References, named: Sequence[Mention], deed: Span | None
    ) -> tuple[Reference, _Thing] | None:
        """What a sentence opens with by a pronoun, or by a verb whose subject it leaves out."""
        word = rules.opening(sentence.reading)
        if word and word.both:
            return None
        if word is None:
            verb = sentence.language.once(_Verbs).without_subject(sentence.reading, rules, named, deed)
            doer = self._person or self._topic
            return (_reference(verb, doer, How.UNSAID, self._last), doer) if verb and doer else None
        beside = (each for each in named if each.pointing and 0 <= each.span.start - word.span.end <= 2)
        noun = None if word.person or word.thing else next(beside, None)
        if noun:
            thing = self._meant(noun, rules)[0] or self._of_its_sort(noun)
        else:
            thing = self._person if word.person else self._object if word.thing else self._topic
        told = thing.told if thing and noun else self._last
        return (_reference(word.span, thing, How.PRONOUN, told), thing) if thing else None

    def _of_its_sort(self, noun: Mention) -> _Thing | None:
        """What a noun may point back at that nothing was called: "this incident" is what the article reports."""
        if noun.person:
            return self._person
        return (self._event if noun.event else None) or self._first

    def _meant(self, mention: Mention, rules: References) -> tuple[_Thing | None, How | None]:
        """What ``mention`` stands for, and how; something that was named but is not meant stands for nothing."""
        names = mention.names
        for head in mention.heads:
            thing = next((t for key in sorted(head.keys) for t in self._by_head.get(key, ())), None)
            if thing is None or not _hold(thing, names):
                continue
            if head.name:
                return thing, How.NAME
            if mention.pointing:
                return thing, How.POINTED
            return (thing, How.BARE) if rules.bare and not mention.another else (None if names else thing, None)
        # "The minister" is the finance minister; without an article only an office is.
        bare = rules.bare and mention.office and not mention.another
        if names or not (mention.pointing or bare):
            return None, None
        wider = (t for head in mention.heads for key in head.keys for t in self._by_wider.get(key, ()))
        thing = next(wider, None) or (self._body if mention.pointing and mention.body else None)
        return (thing, How.POINTED if mention.pointing else How.BARE) if thing else (None, None)

    def _remember(self, mention: Mention, keys: frozenset[str]) -> _Thing:
        thing = _Thing(
            mention.keys, mention.wider, keys, mention.person, mention.event, mention.named, mention.is_bare_name
        )
        for head in mention.heads:
            for key in head.keys:
                _put_first(self._by_head.setdefault(key, []), thing)
            for key in head.wider:
                _put_first(self._by_wider.setdefault(key, []), thing)
        return thing


def _hold(thing: _Thing, names: Iterable[Piece]) -> bool:
    return all(not name.keys.isdisjoint(thing.keys) for name in names)


def _put_first(things: list[_Thing], thing: _Thing) -> None:
    things.insert(0, thing)
    del things[_REMEMBERED:]


def _reference(span: Span, thing: _Thing, how: How, told: frozenset[str], *, leads: bool = True) -> Reference:
    return Reference(span, thing.keys | thing.wider, told, how, thing.person, thing.event and leads)


class _Verbs:
    """The verbs with which a sentence of one language may begin and leave out who did it."""

    def __init__(self, language: Language) -> None:
        rules, file = language.once(References), language.read(SpeechFile)
        listed = any_of(longest_first(rules.plain(each) for each in (*file.verbs, *file.positions)))
        edge = r"(?!\w)" if language.profile.spaced else ""
        self._saying = re.compile(rf"{rules.linking}(?P<verb>{listed}){edge}" if rules.unsaid else NOTHING)

    def without_subject(self, text: str, rules: References, named: Sequence[Mention], deed: Span | None) -> Span | None:
        """The verb that ``text`` begins with, where nobody ``named`` right behind it does it."""
        found = self._saying.match(rules.plain(text))
        verb = fold(text).original(Span(*found.span("verb"))) if found else None
        if rules.unsaid is not Unsaid.DEEDS:
            return verb
        verb = verb or deed
        return None if verb is None or any(_follows(verb, mention, text) for mention in named) else verb


def _follows(verb: Span, mention: Mention, text: str) -> bool:
    """Whether ``mention`` names who does what ``verb`` says, right behind it."""
    behind = next((piece for piece in mention.pieces if piece.span.start >= verb.end), None)
    if behind is None or text[verb.end : behind.span.start].strip(" \u200c0123456789٠١٢٣٤٥٦٧٨٩"):
        return False
    return not behind.act and (mention.pointing or ConceptKind.EVENT not in behind.kinds)
