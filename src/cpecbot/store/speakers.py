"""Who speaks in each sentence of an article, read once from its first sentence to its last.

A sentence tells it by itself, goes on with whoever spoke before it, or stands within words that somebody is quoted
with. What nobody is said to say is told by the article itself.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence

from msgspec import Struct, field

from cpecbot.language.analysis import CONCEPT, Analysis
from cpecbot.language.concepts.concept import OFFICES, ConceptKind, Trait
from cpecbot.language.concepts.glossary import Glossary
from cpecbot.language.speech.quotations import closed, has_marks, is_quoted, left_open
from cpecbot.language.speech.sayings import Rank, Saying, sayings
from cpecbot.language.text.cues.references import Opening, References, Unsaid
from cpecbot.models import MOMENTS, SaidBy, Sentence, SentenceKind, Span, TermKind
from cpecbot.store.antecedents import How, Reference
from cpecbot.store.mentions import Mention

# What is not cut. Where no spaces do, a guess at a name may run into the verb behind it.
_WHOLE = frozenset({TermKind.CONCEPT, TermKind.SENSE})
_ACTING = OFFICES | {ConceptKind.PERSON, ConceptKind.INSTITUTION, ConceptKind.PLACE}
_NOT_SPEAKING = frozenset({ConceptKind.PROJECT, ConceptKind.ECONOMY, ConceptKind.POLICY, ConceptKind.UNIT})
# So many sentences at most go on in words that are quoted: a closing mark may be missing.
LONGEST_QUOTED = 8
_COMMAS = (",", "،", "，", "、")
# A longer phrase, in code points, is a clause that begins with whoever speaks.
_LONGEST_NAME = 90


class Speaker(Struct, frozen=True, array_like=True):
    """Somebody who speaks: the ``words`` that name him, their ``place`` in code points of the article, and their keys.

    ``several`` speak as one: "both sides". ``person`` is False of a state, a body and a ``text``, such as a statement.
    ``concept`` is the concept that the words stand for, or empty.
    """

    words: str
    place: Span
    keys: frozenset[str]
    person: bool = False
    several: bool = False
    text: bool = False
    concept: str = ""

    @property
    def told(self) -> SaidBy:
        return SaidBy(self.words, self.concept, self.person)


class Speech(Struct, frozen=True, array_like=True):
    """What ``speaker`` says: the part at ``span`` of a sentence, in code points of it."""

    span: Span
    speaker: Speaker


def speaker_at(speeches: Iterable[Speech], place: Span) -> Speaker | None:
    """Who says what stands at ``place``, in code points of the sentence; None where two do, or nobody."""
    said = [each.speaker for each in speeches if each.span.overlaps(place)]
    return said[0] if len(set(said)) == 1 else None


class Speakers(Struct):
    """Follows one article."""

    glossary: Glossary
    _last: Speaker | None = None
    _last_person: Speaker | None = None
    _named: Speaker | None = None
    _text: Speaker | None = None
    _quoting: Speaker | None = None
    _left: int = 0
    _spoke: bool = field(default=False)
    _unfinished: bool = False

    def next(
        self,
        sentence: Sentence,
        analysis: Analysis,
        named: Sequence[Mention],
        references: Collection[Reference],
        parties: frozenset[str],
    ) -> tuple[Speech, ...]:
        """Who speaks in ``sentence``; ``parties`` are the keys of the two states that were last named together."""
        if sentence.kind is SentenceKind.HEADING:
            self._quoting = None
            return ()
        text = sentence.reading
        inside, self._left = self._quoting, self._left - 1
        said = sayings(text, sentence.language, *_fixed(analysis))
        found = [*self._told(said, sentence, analysis, named, references, parties)]
        if inside and not found:
            found.append(Speech(Span(0, closed(text) or len(text)), inside))
        elif not found and self._last and self._spoke and (is_quoted(text) or self._goes_on_about_him(named)):
            found.append(Speech(Span(0, len(text)), self._last))
        self._unfinished = text.rstrip()[-1:] in _COMMAS
        self._go_on(found, sentence, named, max((saying.cue.start for saying in said), default=0))
        return tuple(found)

    def _goes_on_about_him(self, named: Iterable[Mention]) -> bool:
        """Whether a statement, cut where a comma stands, goes on with what whoever spoke last does himself."""
        doer, last = next((each for each in named if each.acting), None), self._last
        if doer is None or last is None or last.several or not self._unfinished:
            return False
        return not doer.keys.isdisjoint(last.keys)

    def _told(
        self,
        said: Iterable[Saying],
        sentence: Sentence,
        analysis: Analysis,
        named: Sequence[Mention],
        references: Collection[Reference],
        parties: frozenset[str],
    ) -> Iterator[Speech]:
        """What is ``said`` by somebody who is known."""
        for saying in said:
            speaker = self._speaker(saying, sentence, analysis, named, references, parties)
            telling = self._text if saying.opening and self._text else speaker
            if saying.inner and (telling is None or telling.text):
                # What a statement says that somebody said is his.
                self._text = telling
                speaker = self._speaker(saying.inner, sentence, analysis, named, references, parties) or speaker
            if speaker:
                yield Speech(saying.said, speaker)

    def _go_on(self, found: Sequence[Speech], sentence: Sentence, named: Sequence[Mention], cue: int) -> None:
        self._spoke = bool(found)
        if found:
            self._last = found[-1].speaker
            self._last_person = next(
                (each.speaker for each in reversed(found) if each.speaker.person), self._last_person
            )
            self._named = None
        else:
            person = next((each for each in named if each.person), None)
            self._named = _named_by(person, sentence) if person else None
        text = sentence.reading
        opened = left_open(text)
        if opened is not None:
            # Where words that are quoted begin before it is told whose they are, the mark is but left unclosed.
            self._quoting = self._last if found and cue <= opened else None
            self._left = LONGEST_QUOTED
        elif has_marks(text) or self._left <= 0:
            self._quoting = None

    def _speaker(
        self,
        saying: Saying,
        sentence: Sentence,
        analysis: Analysis,
        named: Sequence[Mention],
        references: Collection[Reference],
        parties: frozenset[str],
    ) -> Speaker | None:
        rules = sentence.language.once(References)
        if saying.who is None:
            goes_on = rules.unsaid is not Unsaid.NONE and saying.rank is not Rank.REPORTS
            return self._before(person=True) if goes_on else None
        who = self._without_deed(_narrowed(saying.who, named), sentence.reading, analysis)
        opening = _pronoun(who.slice(sentence.reading), rules)
        if opening and not opening.both:
            return self._before(person=not opening.thing)
        keys = _keys(who, analysis)
        acts = self._acts(keys, named, who)
        if not acts and not self._may_speak(keys, saying.rank):
            return None
        both = bool(opening and opening.both) or self._has(keys, Trait.BOTH_PARTIES)
        meant = (each.keys for each in references if each.span.overlaps(who) and not _owns(each, who, named))
        concept = self._concept(keys)
        keys = keys.union(*meant, parties if both else frozenset())
        person = any(each.person for each in named if each.span.overlaps(who))
        states = [key for key in keys if self._is_state(key)]
        known = any(key.startswith(CONCEPT) for key in keys)
        words = who.slice(sentence.reading)
        place = who.shift(sentence.span.start)
        return Speaker(words, place, keys, person, both or len(states) > 1, known and not acts, concept)

    def _concept(self, keys: Collection[str]) -> str:
        """What all the words of a speaker stand for: both parties together, or the only one that they name."""
        named = [key.removeprefix(CONCEPT) for key in sorted(keys) if key.startswith(CONCEPT)]
        both = [key for key in named if self.glossary.has(key, Trait.BOTH_PARTIES)]
        return both[0] if both else named[0] if len(named) == 1 else ""

    def _without_deed(self, who: Span, text: str, analysis: Analysis) -> Span:
        """Who speaks, without what he does first: "both sides opposed … and stressed"."""
        deeds = (
            term.span.start
            for term in analysis.terms
            if term.kind is TermKind.CONCEPT
            and who.start < term.span.start < who.end
            and self.glossary.kind(term.key.removeprefix(CONCEPT)) is ConceptKind.STANCE
        )
        named = text[who.start : min(deeds, default=who.end)].rstrip()
        return Span(who.start, who.start + len(named)) if named else who

    def _before(self, *, person: bool) -> Speaker | None:
        """Who is meant by a word such as "he": whoever was named last, or else spoke last."""
        if not person:
            return self._last
        return self._named or (self._last if self._spoke else self._last_person) or self._last

    def _acts(self, keys: frozenset[str], named: Iterable[Mention], who: Span) -> bool:
        """Whether it is somebody, as far as is known."""
        known = not self._kinds(keys).isdisjoint(_ACTING) or any(
            each.acting for each in named if each.span.overlaps(who)
        )
        return known or self._has(keys, Trait.BOTH_PARTIES)

    def _may_speak(self, keys: frozenset[str], rank: Rank) -> bool:
        kinds = self._kinds(keys)
        return rank is not Rank.TAKES and not (kinds and kinds <= _NOT_SPEAKING)

    def _kinds(self, keys: frozenset[str]) -> frozenset[ConceptKind]:
        return frozenset(self.glossary.kind(key.removeprefix(CONCEPT)) for key in keys if key.startswith(CONCEPT))

    def _has(self, keys: Iterable[str], trait: Trait) -> bool:
        return any(self.glossary.has(key.removeprefix(CONCEPT), trait) for key in keys if key.startswith(CONCEPT))

    def _is_state(self, key: str) -> bool:
        return key.startswith(CONCEPT) and self.glossary.has(key.removeprefix(CONCEPT), Trait.STATE)


def _fixed(analysis: Analysis) -> tuple[list[Span], list[Span]]:
    """Words that belong together, and those that tell when."""
    fixed = [term.span for term in analysis.terms if term.kind in _WHOLE]
    return fixed, [value.span for value in analysis.values if value.kind in MOMENTS]


def _keys(who: Span, analysis: Analysis) -> frozenset[str]:
    return frozenset(term.key for term in analysis.terms if who.contains(term.span))


def _owns(reference: Reference, who: Span, named: Iterable[Mention]) -> bool:
    """Whether somebody is only meant as the one whose deputy, or ministry, speaks: "his deputy said"."""
    others = (each for each in named if who.contains(each.span) and not each.span.overlaps(reference.span))
    return reference.how is How.PRONOUN and reference.person and any(not each.pointing for each in others)


def _narrowed(who: Span, named: Iterable[Mention]) -> Span:
    if len(who) <= _LONGEST_NAME:
        return who
    within = [each for each in named if who.contains(each.span)]
    first = next((each.span for each in within if each.acting), None)
    return first or who


def _named_by(mention: Mention, sentence: Sentence) -> Speaker:
    words = mention.span.slice(sentence.reading)
    return Speaker(words, mention.span.shift(sentence.span.start), mention.keys | mention.wider, person=True)


def _pronoun(words: str, rules: References) -> Opening | None:
    opening = rules.opening(words)
    return opening if opening and opening.span == Span(0, len(words)) else None
