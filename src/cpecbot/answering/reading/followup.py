"""Questions that lean on the last one: "and Afghanistan?", "who signed it?". No model, only what was asked before."""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from cpecbot.answering.reading.following.antecedents import Answered, Antecedents
from cpecbot.answering.reading.following.carrying import Carrying, touch
from cpecbot.answering.reading.following.earlier import Earlier
from cpecbot.answering.reading.following.newest import Newest, Said
from cpecbot.answering.reading.following.parties import Parties, Speaks
from cpecbot.answering.reading.following.renumbering import renumbered
from cpecbot.answering.reading.following.replacing import Place, Replacing
from cpecbot.answering.reading.following.sorts import Sorts, alike
from cpecbot.answering.reading.understanding import Understanding
from cpecbot.answering.wanted.kinds import KINDLESS
from cpecbot.expressions import expression
from cpecbot.language.questions.continuing import continuing
from cpecbot.language.questions.kinds import question_words
from cpecbot.language.text.folding import fold_text
from cpecbot.models import Filters, Query, QuestionKind, Turn, Unit

FORGET_AFTER_SECONDS = 600.0
# One of these asks in the place of the other, and the rest of the question stays as it is.
_ADJUNCTS = frozenset({QuestionKind.WHEN, QuestionKind.WHERE})
# A thing is named in a few words; more of them say something of their own.
_MOST_NEW = 4
_SEVERAL = 2
_QUESTIONS = expression(r"\s*([^?؟？]*\w[^?؟？]*)([?؟？]*)")


def _nothing(_: Query) -> Sequence[Query]:
    return ()


def _nobody(_: Unit) -> bool:
    return False


class Reading(Struct, frozen=True):
    """What a follow-up may mean, as a question that stands alone.

    It is a ``likely`` one unless what is new was put where nothing in the last question is like it.
    """

    text: str
    likely: bool = True


class FollowUps:
    """Resolves a follow-up into a question that stands alone."""

    def __init__(self, understanding: Understanding, speaks: Speaks = _nobody) -> None:
        self.understanding = understanding
        self._newest = Newest(understanding)
        self._sorts = Sorts(understanding.analyzer.glossary)
        self._earlier = Earlier(understanding, self._sorts)
        self._carrying = Carrying(self._sorts)
        self._replacing = Replacing(self._sorts)
        self._parties = Parties(self._sorts, speaks)
        self._antecedents = Antecedents(self._carrying)

    def resolve(self, query: Query, previous: Turn | None, now: float, answered: Answered = _nothing) -> str | None:
        """The likeliest of ``readings``; None when it stands alone or the turn is too old."""
        return next((each.text for each in self.readings(query, previous, now, answered)), None)

    def readings(
        self, query: Query, previous: Turn | None, now: float, answered: Answered = _nothing
    ) -> tuple[Reading, ...]:
        """The questions that ``query`` may mean after ``previous``, the fullest first; none where it stands alone.

        They are in the language of ``query``. ``answered`` tells which words answered the last question. Of several
        short questions in one message any may be meant.
        """
        if previous is None or not _is_fresh(query, previous, now):
            return ()
        found = (each for part in self._parts(query) for each in self._of_one(part, previous, answered))
        return tuple(dict.fromkeys(each for each in found if each.text != query.text))

    def _parts(self, query: Query) -> Sequence[Query]:
        """The questions of ``query`` one by one, where none of them names more than one thing."""
        texts = [f"{each}{mark}" for each, mark in _QUESTIONS.findall(query.text)]
        if len(texts) < _SEVERAL:
            return (query,)
        parts = [self.understanding.read_in(query.language, each, query.filters) for each in texts]
        short = all(len(self._newest.read(part).content) <= 1 for part in parts)
        return parts if short else (query,)

    def _of_one(self, query: Query, previous: Turn, answered: Answered) -> Iterable[Reading]:
        said = self._newest.read(query)
        last = self._earlier.read(previous, missed=said.line.corrects)
        if last is None:
            return ()
        if said.line.denied and not self._was_asked(said, last):
            said = self._newest.read(query, denying=False)
        about = last
        if previous.quoted:
            about = self._earlier.quoted(previous, last)
            answered = _nothing
        return [each for each in self._readings(said, last, about, answered) if each]

    def _readings(self, said: Said, last: Query, about: Query, answered: Answered) -> Iterable[Reading | None]:
        """What ``said`` means after ``last``, where what is ``about`` is what words stand for."""
        restated = self._restated(said, last)
        if restated:
            return [Reading(restated)]
        referred = self._referred(said, about, answered)
        if referred:
            return [self._append(said, words) for words in referred]
        if said.names:
            return self._fragment(said, last)
        rest = [Reading(said.rest)] if said.line.corrects or said.line.restarts else []
        return self._bare(said, about) if said.is_bare else self._further(said, about) or rest

    def _further(self, said: Said, last: Query) -> Sequence[Reading | None]:
        """What asks something of its own, and leaves the topic open."""
        topics = self._carrying.topics(last, said.units)
        party = self._another_party(said, last)
        if party is not None:
            place = self._parties.place(last, party)
            fits = place is not None and last.language == said.query.language
            return [Reading(self._spliced(said, last, place))] if place and fits else self._with(said, last, topics)
        if said.asks_which:
            return self._with(said, last, self._carrying.event(last, said.units), topics, likely=False)
        if self._says_only_what_happens(said, last):
            return self._with(said, last, self._of_the_same(said, last), topics)
        return []

    def _restated(self, said: Said, last: Query) -> str | None:
        """``last`` with another number, or with its two parties the other way round."""
        if said.asks or last.language != said.query.language:
            return None
        if said.line.turns_round:
            return self._parties.exchanged(last)
        another = renumbered(last, said.query.text, said.line.rest) if said.line.leans else None
        new = self._new(said) if said.names else []
        return another or (self._parties.exchanged(last, new) if new else None)

    def _was_asked(self, said: Said, last: Query) -> bool:
        """Whether ``last`` was about what ``said`` denies, or asked with such a word."""
        denied = said.line.denied.slice(said.query.text) if said.line.denied else ""
        asking = question_words(said.query.language).asks(denied) and not said.denied
        return asking or any(alike(unit, last.units) for unit in said.denied)

    def beyond(self, query: Query, previous: Turn | None, now: float) -> Query | None:
        """The last question, where ``query`` asks for others than those that answered it: "who else?"."""
        if previous is None or not _is_fresh(query, previous, now):
            return None
        last = self._earlier.read(previous)
        return last if last and self._asks_for_others(self._newest.read(query), last) else None

    def carry(self, query: Query, previous: Turn | None, now: float) -> str | None:
        """The question with the last topic added, for a short one that finds nothing alone ("on what condition?")."""
        if previous is None or not _is_fresh(query, previous, now):
            return None
        said, last = self._newest.read(query), self._earlier.read(previous)
        if last is None or len(said.content) > 1 or not (said.content or said.kind is not QuestionKind.TOPIC):
            return None
        (reading,) = self._with(said, last, self._carrying.topics(last, query.units))
        return reading.text if reading else None

    def _bare(self, said: Said, last: Query) -> Iterable[Reading | None]:
        """A question of nothing but question words: "and where?"."""
        instead = self._asked_instead(said, last)
        if instead:
            return [Reading(instead)]
        if said.kind is QuestionKind.TOPIC and not said.content:
            again = said.is_of_something and last.language == said.query.language
            return [Reading(last.text)] if again else []
        event = self._carrying.event(last, said.units)
        if said.kind is QuestionKind.WHO and last.kind in KINDLESS and self._asks_for_others(said, last):
            event = [unit for unit in event if not self._sorts.is_person(unit)] or event
        return self._with(said, last, event, self._carrying.topics(last, said.units))

    def _asked_instead(self, said: Said, last: Query) -> str | None:
        """``last`` with the question words of the new one in the place of its own, where both ask for an adjunct."""
        if not {said.kind, last.kind} <= _ADJUNCTS or last.language != said.query.language:
            return None
        asking = question_words(last.language)
        old, new = asking.spans(last.text), asking.spans(said.rest)
        if not all(touch(one, other, last.text) for one, other in pairwise(old)):
            return None
        words = said.rest[new[0].start : new[-1].end]
        words = words[:1].upper() + words[1:] if old[0].start == 0 else words
        return f"{last.text[: old[0].start]}{words}{last.text[old[-1].end :]}"

    def _referred(self, said: Said, last: Query, answered: Answered) -> list[list[str]]:
        """What the words stand for that stand for something, pronouns written onto others among them; leaner last."""
        query, known = said.query, said.known
        found = continuing(query.language).anaphora(query.text, known)
        anaphora = self._antecedents.open(query, [each for each in found if said.line.rest.contains(each.span)])
        if not anaphora and self._has_attached(said):
            topics = self._carrying.topics(last, query.units), self._carrying.things(last, query.units)
            return [self._words(units, last, query) for units in topics]
        rich, lean = (self._antecedents.words(query, anaphora, last, answered, lean=each) for each in (False, True))
        return [words for words in (rich, lean) if words]

    def _has_attached(self, said: Said) -> bool:
        """Whether a pronoun is written onto a word, and the others only say what happens."""
        return any(
            self._newest.is_attached(said, unit)
            and all(self._sorts.happens(each) for each in said.content if each is not unit)
            for unit in said.content
        )

    def _fragment(self, said: Said, last: Query) -> Iterable[Reading | None]:
        """``last`` asked of another thing that is only named: "and the general agreement?"."""
        query, new = said.query, self._new(said)
        if not new:
            return []
        if question_words(query.language).property_named(said.rest) is not None:
            return [self._measured(said, last)]
        place = (self._parties.place(last, new[0]) if len(new) == 1 else None) or self._replacing.place(
            last, replace(query, units=said.units), new, said.denied
        )
        if place is None:
            return []
        if last.language != query.language:
            return self._elsewhere(said, last, place)
        replaced = Reading(self._spliced(said, last, place), place.alike)
        if said.line.corrects and not place.alike:  # it may correct more than that
            return [replaced, Reading(said.line.rest.slice(query.text), likely=False)]
        beside = (
            [] if place.alike or said.line.corrects else self._with(said, last, self._carrying.topics(last, said.units))
        )
        return [replaced, *beside]

    def _spliced(self, said: Said, last: Query, place: Place) -> str:
        """``last`` with the new words in their place; an article goes with what it belongs to."""
        articles = continuing(last.language).articles
        text, new = said.query.text, place.new.slice(said.query.text)
        own = _word_before(text, place.new.start, articles)
        old = _word_before(last.text, place.span.start, articles)
        named = any(self._sorts.names(unit) or unit.text[:1].isupper() for unit in said.units)
        kept = old if not own and not named else ""
        return f"{last.text[: place.span.start - len(old)]}{own or kept}{new}{last.text[place.span.end :]}"

    def _elsewhere(self, said: Said, last: Query, place: Place) -> list[Reading | None]:
        """As ``_fragment`` in another language than the last question: its kind and its other words are added.

        Words that ask how many stand before what they count.
        """
        asking = self._carrying.asking(last, said.query.language)
        others = [unit for unit in self._carrying.event(last) if unit not in place.old]
        things = [unit for unit in others if not self._sorts.happens(unit)]
        if last.counted in place.old:
            said, asking = replace(said, rest=" ".join([*asking, said.rest.strip()])), []
        words = ([*asking, *self._words(units, last, said.query)] for units in (others, things))
        return [self._append(said, each, likely=place.alike) for each in words]

    def _measured(self, said: Said, last: Query) -> Reading | None:
        """Another property of the same thing: "and the magnitude?" after a question on the depth."""
        named = question_words(last.language).read(last.text).named
        if (
            named
            and last.language == said.query.language
            and question_words(last.language).property_named(last.text[named[0].start : named[-1].end])
        ):
            rest = said.query.text[said.line.rest.start : said.line.rest.end]
            return Reading(f"{last.text[: named[0].start]}{rest}{last.text[named[-1].end :]}")
        topics = self._carrying.topics(last, said.query.units)
        return self._append(said, self._words(topics, last, said.query))

    def _new(self, said: Said) -> list[Unit]:
        """What is named, if it is one thing: no more than a few words, and none behind another "and"."""
        ones = continuing(said.query.language).ones
        named = [unit for unit in said.units if unit.text.casefold() not in ones]
        new = [unit for unit in named if not unit.light] or named
        if not new or len(new) > _MOST_NEW:
            return []
        light = [
            unit for unit in named if unit.light and any(touch(unit.span, each.span, said.query.text) for each in new)
        ]
        new = sorted([*new, *(unit for unit in light if unit not in new)], key=lambda unit: unit.span)
        opens = continuing(said.query.language).opens
        gaps = (said.query.text[one.span.end : other.span.start].split() for one, other in pairwise(new))
        return [] if any((word.casefold(),) in opens for gap in gaps for word in gap) else new

    def _another_party(self, said: Said, last: Query) -> Unit | None:
        """The party that the same is asked of anew, in words of the same kind: "and how much did Pakistan?"."""
        new = [unit for unit in said.content if not alike(unit, last.units)]
        told = said.kind is not QuestionKind.TOPIC or (said.line.leans and len(said.content) == 1)
        asked = said.kind is last.kind and told and len(new) == 1 and self._sorts.is_state(new[0])
        return new[0] if asked and self._parties.speaks(new[0]) else None

    def _says_only_what_happens(self, said: Said, last: Query) -> bool:
        """Whether it says but what happened, in one word, and leaves open to what: "and how many were injured?".

        Without an opening it is so of what the last question named: "who signed?" after "when was it signed?".
        """
        (first, *others) = said.content
        if others or " " in first.text or not said.asks:
            return False
        happens = self._sorts.happens(first) or self._sorts.is_quality(first)
        named = self._sorts.happens(first) and alike(first, last.units)
        cleft = not self._sorts.kinds(first) and len(first.text) == 1 and first.text in last.text
        return (said.line.leans and happens) or named or cleft

    def _asks_for_others(self, said: Said, last: Query) -> bool:
        """Whether it asks for others than those named or told of: "who else?", "who else signed?"."""
        text, language = said.query.text, said.query.language
        others = continuing(language).others_in(text)
        asking = question_words(language).spans(text)
        beside = any(touch(one, other, text) for one in others for other in asking)
        return bool(others) and (beside or not said.content) and (said.kind is last.kind or last.kind in KINDLESS)

    def _of_the_same(self, said: Said, last: Query) -> list[Unit]:
        """What ``last`` was about, without what it asked of that."""
        new = said.content[0]
        units = self._carrying.event(last, said.units)
        kept = [
            unit
            for unit in units
            if not self._sorts.is_quality(unit) and self._sorts.kind(unit) != self._sorts.kind(new)
        ]
        return kept if said.kind is last.kind and kept else units

    def _with(self, said: Said, last: Query, *carried: Sequence[Unit], likely: bool = True) -> list[Reading | None]:
        """The question with each of what may be ``carried``."""
        return [self._append(said, self._words(units, last, said.query), likely=likely) for units in carried]

    def _append(self, said: Said, words: Sequence[str], *, likely: bool = True) -> Reading | None:
        text = said.rest if said.asks or said.units else said.query.text  # "what of it?" is nothing without its opening
        return Reading(self._carrying.beside(text, words, said.query.language), likely) if words else None

    def _words(self, units: Sequence[Unit], last: Query, query: Query) -> list[str]:
        return self._carrying.words(units, last, query.language)


def _word_before(text: str, at: int, words: Container[str]) -> str:
    """The word before ``at`` with the space behind it, where it is one of ``words``; else nothing."""
    before = text[:at].rstrip()
    start = before.rfind(" ") + 1
    return text[start:at] if fold_text(before[start:]) in words else ""


def is_recent(previous: Turn, now: float) -> bool:
    """Whether a question may still go on from the ``previous`` one."""
    return 0 <= now - previous.asked_at <= FORGET_AFTER_SECONDS


def _is_fresh(query: Query, previous: Turn, now: float) -> bool:
    return is_recent(previous, now) and query.filters == Filters()
