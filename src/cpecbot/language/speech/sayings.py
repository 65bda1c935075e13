"""Who says what of a sentence, as far as the sentence tells: "X said that …", «به گفته X …», 据X报道."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator, Sequence
from enum import IntEnum

from msgspec import Struct
from msgspec.structs import replace

from cpecbot.expressions import expression
from cpecbot.language.speech.clauses import MARK, Clauses, starts_of
from cpecbot.language.speech.speakers import Naming
from cpecbot.language.speech.speech_file import SpeechFile
from cpecbot.language.text.cues.frames import PLACE
from cpecbot.language.text.folding import Folded
from cpecbot.language.text.patterns import either
from cpecbot.language.text.simplified import fold_simply
from cpecbot.languages import Language
from cpecbot.models import Span

# What ends a part of a sentence by itself.
_STOP = expression(r"[;；]")


class Rank(IntEnum):
    """How surely a word tells whose words are given: who says it, who takes a position, who hands it on."""

    SAYS = 0
    TAKES = 1
    REPORTS = 2


class Saying(Struct, frozen=True):
    """What somebody says of a sentence, in code points of it; who, as named, where the sentence tells it.

    ``cue`` is the word that tells it. ``trailing``: what is said stands before it. One that is ``opening`` begins the
    sentence and leaves out who it is. ``inner`` is what he tells that somebody else says.
    """

    said: Span
    cue: Span
    rank: Rank
    who: Span | None = None
    trailing: bool = False
    opening: bool = False
    inner: Saying | None = None


def sayings(
    text: str, language: Language, fixed: Iterable[Span] = (), times: Iterable[Span] = ()
) -> tuple[Saying, ...]:
    """What of the sentence ``text`` is said by whom, part by part; nothing where nobody is said to speak.

    ``fixed`` are words that belong together, a name or a term, ``times`` those that tell when.
    """
    return language.once(Speech).sayings(text, fixed, times)


class Speech:
    """The words for saying of one language."""

    def __init__(self, language: Language) -> None:
        file = language.read(SpeechFile)
        self._language, self._file = language, file
        self.naming = naming = language.once(Naming)
        frames = [tuple(map(naming.plain, each.split(PLACE))) for each in file.sources]
        opened = [naming.opening(before) for before, behind in frames if not behind]
        closed = [naming.words((behind.strip(),)).pattern for before, behind in frames if not before]
        verbs = {"says": file.verbs, "takes": file.positions, "reports": file.reports, "weak": file.weak}
        words = {"none": naming.words(file.none)}
        words |= {"opens": re.compile(either(opened)), "closes": re.compile(either(closed))}
        words |= {name: naming.words(each, joined=True, endings=file.endings) for name, each in verbs.items()}
        self._cue = re.compile("|".join(f"(?P<{name}>{each.pattern})" for name, each in words.items()))
        framed = [(before, behind.strip()) for before, behind in frames if before and behind]
        self._framed = re.compile(
            either(
                f"{naming.opening(before)}(?P<who{number}>.{{1,60}}?){naming.words((behind,)).pattern}"
                for number, (before, behind) in enumerate(framed)
            )
        )
        self._unsaid_before = re.compile(rf"(?:{naming.words(file.unsaid_before).pattern})\s*$")
        self._unsaid_behind = re.compile(rf"\s*(?:{naming.words(file.unsaid_behind).pattern})")
        self._parting = naming.words(file.parting, joined=True)

    def sayings(self, text: str, fixed: Iterable[Span], times: Iterable[Span]) -> tuple[Saying, ...]:
        folded = fold_simply(text, self._language)
        if self._cue.search(folded.text) is None and self._framed.search(folded.text) is None:
            return ()
        clauses = Clauses.of(text, folded, fixed, times)
        found = tuple(_without_verbs(tuple(self._found(clauses))))
        return tuple(_original(each, folded) for each in _by_part(found, self._parts(clauses)))

    def _found(self, clauses: Clauses) -> Iterator[Saying]:
        """Each word that tells somebody to speak, with who it is."""
        text = clauses.text
        taken: list[Span] = []
        for framed in self._framed.finditer(text):
            place = Span(*framed.span())
            who = next(Span(*framed.span(name)) for name, value in framed.groupdict().items() if value)
            if not clauses.is_quoted(place):
                taken.append(place)
                yield Saying(place, place, Rank.REPORTS, self.naming.before(clauses, who.start, who.end))
        for cue in self._cue.finditer(text):
            place = Span(*cue.span())
            if cue.lastgroup == "none" or clauses.is_quoted(place) or place.overlaps_any(taken):
                continue
            if cue.lastgroup == "opens":
                yield Saying(place, place, Rank.REPORTS, self.naming.behind(clauses, place.end))
            elif cue.lastgroup == "closes":
                start = self._start(clauses, place.start)
                yield Saying(place, place, Rank.REPORTS, self.naming.before(clauses, start, place.start))
            elif not self._is_unsaid(text, place) and not clauses.is_within_fixed(place):
                if cue.lastgroup != "weak":
                    yield self._of_verb(clauses, place, Rank[str(cue.lastgroup).upper()])
                elif self._leads_to_words(clauses, place.end):
                    yield self._of_verb(clauses, place, Rank.SAYS)

    def _is_unsaid(self, text: str, place: Span) -> bool:
        before = text[max(0, place.start - 20) : place.start]
        return bool(self._unsaid_before.search(before) or self._unsaid_behind.match(text, place.end))

    def _of_verb(self, clauses: Clauses, place: Span, rank: Rank) -> Saying:
        start = self._start(clauses, place.start)
        who = None
        if self._file.marker:
            who = self.naming.marked(clauses, start, place.start)
        elif self._file.behind:
            who = self.naming.behind(clauses, place.end)
        elif self._file.inverted and self._follows_words(clauses, place.start):
            who = self.naming.inverted(clauses, place.end)
        trailing = who is not None and who.start > place.start and self._file.inverted
        if who is None and not self._file.marker:
            who = self.naming.before(clauses, start, place.start)
        rest = clauses.text[place.end :].strip(" .\"'")
        opening = who is None and self.naming.is_led_up_to(clauses, place.start)
        return Saying(place, place, rank, who, trailing or not rest, opening)

    def _follows_words(self, clauses: Clauses, place: int) -> bool:
        """Whether a mark stands right before ``place``: what is said ends there."""
        before = clauses.text[:place].rstrip()
        return bool(before) and before[-1] in ",\"'"

    def _leads_to_words(self, clauses: Clauses, place: int) -> bool:
        """Whether what is said follows at ``place``, or stands before it."""
        if any(place <= each.start for each in clauses.quoted):
            return True
        rest = clauses.text[place:].lstrip()
        return not rest.strip(" .") or MARK.match(rest) is not None or self.naming.opener.match(rest) is not None

    def _start(self, clauses: Clauses, place: int) -> int:
        """Where the clause begins in which ``place`` stands, behind the last word that opens one."""
        openers = (found.end() for found in self.naming.opener.finditer(clauses.text, 0, place))
        partings = (found.end() for found in self._parting.finditer(clauses.text, 0, place))
        return max((each for each in (*openers, *partings) if not clauses.splits_fixed(each)), default=0)

    def _parts(self, clauses: Clauses) -> list[Span]:
        """The parts of the sentence that set what one says against what another says."""
        whole = Span(0, len(clauses.text))
        cuts = [0]
        for start in (*starts_of(self._parting, clauses.text, whole), *starts_of(_STOP, clauses.text, whole)):
            if not clauses.is_quoted(Span(start, start + 1)) and not clauses.splits_fixed(start):
                cuts.append(start)
        bounds = [*sorted(set(cuts)), whole.end]
        return [Span(one, other) for one, other in itertools.pairwise(bounds) if other > one]


def _without_verbs(found: Sequence[Saying]) -> Iterator[Saying]:
    """``found``, of which a verb names nobody, "went on saying"; in who speaks it is a noun: "the claims say"."""
    for each in found:
        holding = [other for other in found if other.who and other.who.contains(each.cue)]
        if holding and each.who:
            continue
        within = any(each.who and each.who.contains(other.cue) and not other.who for other in found)
        yield replace(each, who=None) if within else each


def _original(saying: Saying, folded: Folded) -> Saying:
    who, inner = saying.who, saying.inner
    return replace(
        saying,
        said=folded.original(saying.said),
        cue=folded.original(saying.cue),
        who=folded.original(who) if who else None,
        inner=_original(inner, folded) if inner else None,
    )


def _by_part(found: Sequence[Saying], parts: Sequence[Span]) -> Iterator[Saying]:
    """What is said part by part; a part in which nobody begins to speak goes on with the one before it.

    Where what is said comes first, all parts before it are said by the same.
    """
    waiting: Span | None = None
    last: Saying | None = None
    for part in parts:
        own = [each for each in found if part.start <= each.cue.start < part.end]
        named = [each for each in own if each.who or each.opening]
        best = min(named or own, key=lambda each: (each.rank, each.cue.start), default=None)
        if best is None or (best.who is None and last is not None):
            waiting, last = _going_on(waiting, last, part)
            continue
        if last is not None:
            yield last
        said = Span(waiting.start, part.end) if waiting and best.trailing else part
        told = (each for each in own if each.who and each.rank is not Rank.REPORTS and each.cue > best.cue)
        inner = next(told, None)
        waiting, last = None, replace(best, said=said, inner=inner and replace(inner, said=said))
    if last is not None:
        yield last


def _going_on(waiting: Span | None, last: Saying | None, part: Span) -> tuple[Span | None, Saying | None]:
    if last is not None:
        return None, replace(last, said=Span(last.said.start, part.end))
    return Span(waiting.start if waiting else part.start, part.end), None
