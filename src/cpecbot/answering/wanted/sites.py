"""Places that are told by their kind, named or not: "at a warehouse near the old bridge"."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from functools import cached_property

from msgspec import Struct

from cpecbot.answering.binding.nearest import Matched
from cpecbot.disagreement.reading.grammar import grammar
from cpecbot.language.analysis import CONCEPT
from cpecbot.language.concepts.concept import DEEDS, OFFICES, ConceptKind
from cpecbot.language.concepts.glossary import Glossary
from cpecbot.language.names.finding import is_common
from cpecbot.language.text.cues.located import Located
from cpecbot.language.text.folding import fold_text
from cpecbot.language.text.inflection.forms import FormsFile
from cpecbot.language.text.inflection.readings import Readings
from cpecbot.language.text.simplified import fold_simply
from cpecbot.language.text.tokens import Token, is_han
from cpecbot.language.text.words import function_words
from cpecbot.models import MOMENTS, Query, Span, TermKind
from cpecbot.store.entries import Entry

# So many words tell which place of its kind it is, before it or behind it; or so many characters.
_MOST_BEFORE = 6
_MOST_BEHIND = 3
_MOST_CHARACTERS = 10
# What joins the words of one such phrase.
_WITHIN = frozenset({" ", "-", "\u200c"})
_MEANT = frozenset({TermKind.CONCEPT, TermKind.SENSE})
_NOUNS = OFFICES | {ConceptKind.THING, ConceptKind.ECONOMY, ConceptKind.INSTITUTION, ConceptKind.PERSON}
_VERBS = DEEDS | {ConceptKind.LIGHT}
# What may stand before a noun and be of it.
_OF_NOUNS = frozenset({ConceptKind.QUALITY, ConceptKind.MODIFIER, ConceptKind.GENERIC})
_PLACES = frozenset({ConceptKind.PLACE})


class Site(Struct, frozen=True):
    """A place told by its kind. It is ``told`` which one, as far as more than its kind is said of it."""

    place: Span
    told: bool


def sites(query: Query, entry: Entry, matched: Matched, glossary: Glossary) -> Iterator[Site]:
    """Where ``entry`` says that something is in a place of some kind, that ``query`` does not speak of."""
    sentence = _Sentence(entry, glossary)
    taken = [span for spans in matched.values() for span in spans]
    asked = {key for unit in query.units for key in unit.keys}
    for head in sentence.heads(asked):
        if head.start >= entry.body and not head.overlaps_any(taken):
            site = sentence.site(head, taken)
            if site:
                yield site


def together(places: Collection[Span], of_a_kind: Collection[Span], entry: Entry) -> list[Span]:
    """``places``, those made one that tell of one place together: "a hut" near "the village of" "Trelby"."""
    located = entry.sentence.language.once(Located)
    rules = grammar(entry.sentence.language)
    ends = frozenset(fold_text(f"{rules.starts} {rules.goals} {rules.conjunctions}").split())
    joining = (located.said | located.inner) - ends
    text = entry.sentence.reading
    joined: list[tuple[Span, bool]] = []
    for place in sorted(set(places)):
        by_kind = place in of_a_kind
        if joined:
            last, told = joined[-1]
            words = fold_text(text[last.end : place.start]).split()
            if place.start <= last.end or ((told or by_kind) and bool(words) and joining.issuperset(words)):
                joined[-1] = (Span(last.start, max(last.end, place.end)), told or by_kind)
                continue
        joined.append((place, by_kind))
    return [place for place, _ in joined]


class _Sentence:
    """One sentence, as far as it tells where something is."""

    def __init__(self, entry: Entry, glossary: Glossary) -> None:
        self.entry, self.glossary = entry, glossary
        self.language = entry.sentence.language
        self.text = entry.sentence.reading
        self.folded = fold_simply(self.text, self.language)
        self.located = self.language.once(Located)
        self.spaced = self.language.profile.spaced
        self.grammar = function_words(self.language)
        self.words = [token for token in entry.analysis.tokens if not is_han(token.text)]

    @cached_property
    def meant(self) -> Sequence[tuple[Span, str]]:
        terms = self.entry.analysis.terms
        return [(term.span, term.key.removeprefix(CONCEPT)) for term in terms if term.kind in _MEANT]

    def kinds(self, place: Span, *, first: bool = False) -> frozenset[ConceptKind]:
        """The kinds of what the words at ``place`` may mean; where they only begin it, the ``first`` of them."""
        found = [key for span, key in self.meant if (span.start == place.start if first else span.overlaps(place))]
        return frozenset(map(self.glossary.kind, found))

    def heads(self, asked: Collection[str]) -> Iterator[Span]:
        """The words for a kind of place, the longest; none of them is ``asked`` about."""
        known = self.glossary.vocabulary.sites
        places = {span for span, key in self.meant if key in known and CONCEPT + key not in asked}
        wholes = [whole for whole, key in self.meant if self.glossary.kind(key) not in DEEDS]
        for place in sorted(places):
            if not any(whole != place and whole.contains(place) for whole in wholes):
                yield place

    def site(self, head: Span, taken: Sequence[Span]) -> Site | None:
        if not self.spaced:
            head = self._whole(head)
        if grammar(self.language).noun_last and not self.located.stands_before(self.folded, head):
            behind = self.text[head.end : head.end + 2].strip()
            if behind[:1] in self.located.links or self._goes_on(head):
                return None
        start = self._start(head, taken)
        if start is None:
            return None
        end = head.end if grammar(self.language).noun_last else self._end(head, taken)
        return Site(Span(start, end), self._is_told(Span(start, end), head))

    def _goes_on(self, head: Span) -> bool:
        """Whether ``head`` only tells of which kind the noun behind it is: at the *school* board."""
        rest = self.text[head.end :]
        behind = Span(head.end + len(rest) - len(rest.lstrip()), len(self.text))
        kinds = self.kinds(behind, first=True)
        return behind.start - head.end <= int(self.spaced) and bool(kinds) and kinds <= _NOUNS

    def _start(self, head: Span, taken: Sequence[Span]) -> int | None:
        """Where the phrase with ``head`` begins; None where nothing says that something is there."""
        starts = self._before(head, taken) if self.spaced else self._characters_before(head, taken)
        for start in (head.start, *starts):
            if self.located.stands_behind(self.folded, Span(start, head.end)):
                return start
        if self._is_attached(head):
            return head.start
        if not self.located.stands_before(self.folded, head):
            return None
        return self._beginning(head, taken) if self.spaced else head.start

    def _before(self, head: Span, taken: Sequence[Span]) -> Iterator[int]:
        """Where each of the words begins that may stand between "in" and ``head``."""
        end = head.start
        for word in [each for each in self.words if each.span.end <= head.start][: -_MOST_BEFORE - 1 : -1]:
            if self.text[word.span.end : end] not in _WITHIN or word.span.overlaps_any(taken):
                return
            if word.text in self.grammar and word.text not in self.located.inner:
                return
            end = word.span.start
            yield end

    def _characters_before(self, head: Span, taken: Sequence[Span]) -> Iterator[int]:
        for start in range(head.start - 1, max(head.start - _MOST_CHARACTERS, 0) - 1, -1):
            if not self.text[start].isalnum() or Span(start, start + 1).overlaps_any(taken):
                return
            yield start

    def _beginning(self, head: Span, taken: Sequence[Span]) -> int:
        """Where the phrase begins whose last word is ``head``: with what is said of it, and whose it is."""
        start, linked = head.start, False
        moments = [value.span for value in self.entry.analysis.values if value.kind in MOMENTS]
        words = [each for each in self.words if each.span.end <= head.start]
        for word in words[: -_MOST_BEFORE - 1 : -1]:
            if self.text[word.span.end : start] not in _WITHIN or word.span.overlaps_any([*taken, *moments]):
                break
            inner = word.text in self.located.inner
            if not inner and (word.text in self.grammar or not (linked or self._may_tell(word))):
                break
            linked = word.text in self.located.links
            start = word.span.start
        opening = next((word for word in words if word.span.start == start), None)
        return start if opening is None or opening.text not in self.located.links else opening.span.end + 1

    def _may_tell(self, word: Token) -> bool:
        """Whether ``word`` may tell of the noun behind it: a name, or a quality."""
        kinds = self.kinds(word.span)
        if kinds <= _PLACES or not kinds.isdisjoint(_OF_NOUNS):
            return True
        return kinds.isdisjoint(DEEDS) and not is_common(word, self.text, self.language)

    def _is_attached(self, head: Span) -> bool:
        """Whether "in" is written onto the front of ``head``."""
        token = next((word for word in self.words if word.span.start == head.start), None)
        if token is None or not token.text.startswith(self.located.attached):
            return False
        hosts = self.language.once(Readings).hosts(token.text)
        return any(token.text.removeprefix(each) in hosts - {token.text} for each in self.located.attached)

    def _end(self, head: Span, taken: Sequence[Span]) -> int:
        """Where the words end that tell, behind ``head``, which of its kind it is."""
        values = [value.span for value in self.entry.analysis.values]
        end, definite = head.end, self._is_definite(head)
        for word in [each for each in self.words if each.span.start >= head.end][:_MOST_BEHIND]:
            kinds = self.kinds(word.span)
            if self.text[end : word.span.start] not in _WITHIN or word.span.overlaps_any([*taken, *values]):
                break
            if word.text in self.grammar or (kinds and kinds <= _VERBS):
                break
            if definite and kinds and not self._is_definite(word.span):
                break
            end, definite = word.span.end, definite or self._is_definite(word.span)
        return end

    def _is_definite(self, word: Span) -> bool:
        """Whether an article is written onto ``word``, as then onto all that tells of it."""
        article = self.language.read(FormsFile).inflection.article
        return bool(article) and fold_text(word.slice(self.text)).startswith(fold_text(article))

    def _whole(self, head: Span) -> Span:
        """``head`` with the characters behind it that mean nothing by themselves, as the end of its word."""
        end = head.end
        begun = {span.start for span, _ in self.meant}
        while end < len(self.text) and is_han(self.text[end]) and end not in begun and end - head.end < _MOST_BEHIND:
            if self.text[end] in self.grammar:
                break
            end += 1
        return Span(head.start, end)

    def _is_told(self, place: Span, head: Span) -> bool:
        """Whether more is said of the place than its kind."""
        if not self.spaced:
            rest = self.text[place.start : head.start] + self.text[head.end : place.end]
            return any(character not in self.located.inner for character in rest)
        within = [word for word in self.words if place.contains(word.span) and not word.span.overlaps(head)]
        return any(word.text not in self.located.inner for word in within)
