"""From groups of findings to notes, every side with its verbatim quotes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from cpecbot.disagreement.grouping.agreement import is_exact
from cpecbot.disagreement.grouping.developing import least
from cpecbot.disagreement.grouping.findings import Finding
from cpecbot.disagreement.grouping.groups import Group, Saying, agreeing
from cpecbot.disagreement.reading.segments import segments
from cpecbot.language.analysis import CONCEPT
from cpecbot.language.concepts.concept import ConceptKind, Trait
from cpecbot.language.concepts.glossary import Glossary
from cpecbot.models import Article, Disagreement, Level, Quote, Side, Span

_QUOTES_OF_A_SOURCE = 2
# A quote takes in the clauses of its words when they are short, and some words around when they are not.
_CLAUSE_WORDS = 16
_LEAST_WORDS = 6
_WIDER = 3
# So many words further it goes to begin and to end where its clauses do: what stands behind an "and" belongs to it.
_BACK_TO_THE_CLAUSE = 6
_ON_TO_THE_CLAUSE = 12
_TELLING = (
    ConceptKind.PROJECT,
    ConceptKind.PLACE,
    ConceptKind.POLICY,
    ConceptKind.ECONOMY,
    ConceptKind.EVENT,
    ConceptKind.PERSON,
    ConceptKind.TITLE,
    ConceptKind.GENERIC,
    ConceptKind.INSTITUTION,
)


def note(group: Group, articles: Mapping[str, Article], outliers: frozenset[str], topics: Topics) -> Disagreement:
    """The note of a group; sides in the order of their first source, those of a development in that of their days."""
    by_day = _of_several_days(group)
    agreed = agreeing(group.sayings, by_day=by_day)
    if group.sayings[0].first.rule == "timing":
        agreed = _each_on_one_side(agreed)
    if by_day:
        agreed.sort(key=lambda sayings: (sayings[0].first.moment.as_of() or date.max, least(sayings[0].first)))
        sides = [replace(side(each, articles), as_of=each[0].first.moment.as_of()) for each in agreed]
    else:
        sides = sorted((side(sayings, articles) for sayings in agreed), key=lambda each: each.sources)
    first = group.sayings[0].first
    sources = {saying.source for saying in group.sayings}
    return Disagreement(
        kind=first.rule,
        level=group.level,
        subject=_counted(group, topics) or first.subject or _subject(group, topics),
        dimension=first.claim.dimension,
        sides=tuple(sides),
        other_event=tuple(sorted(sources & outliers)),
    )


def _of_several_days(group: Group) -> bool:
    """Whether it tells of something that grew."""
    days = {saying.first.moment.as_of() for saying in group.sayings if saying.first.grows}
    return len(days) > 1


def _each_on_one_side(sides: Sequence[Sequence[Saying]]) -> list[list[Saying]]:
    """A source that tells of two days of one meeting stays where it is alone, or else where the day is surest."""
    kept = [list(side) for side in sides]
    for side in sorted(kept, key=_surest):
        elsewhere = {saying.source for other in kept if other is not side for saying in other}
        side[:] = [saying for saying in side if saying.source not in elsewhere] or side
    return kept


def _surest(side: Sequence[Saying]) -> tuple[bool, int]:
    return all(is_exact(saying.first.amount) for saying in side), -len({saying.source for saying in side})


def _subject(group: Group, topics: Topics) -> str:
    """The most telling concept that all speak of, or else that most do."""
    said: Counter[str] = Counter()
    for saying in group.sayings:
        said.update({key for finding in saying.findings for key in finding.claim.anchor if key in topics.counts})
    return min(said, key=lambda key: (-said[key], topics.rank(key, said), key), default="")


def _counted(group: Group, topics: Topics) -> str:
    """What most of the figures count or tell of, those of the field first."""
    said: Counter[str] = Counter()
    for saying in group.sayings:
        if (figure := saying.first.figure) is not None:
            said.update(key.removeprefix(CONCEPT) for key in figure.nouns | figure.done if key.startswith(CONCEPT))
    return min(said, key=lambda key: (-said[key], key not in topics.glossary.concepts, key), default="")


class Topics(Struct, frozen=True):
    """How many sentences speak of each concept, and what kind of thing it is."""

    counts: Mapping[str, int]
    glossary: Glossary

    def rank(self, key: str, among: Iterable[str]) -> tuple[bool, int, int]:
        """Lower is more telling: nothing broader than another, things before qualities, rare before common."""
        concept = self.glossary.concepts.get(key)
        kind = _TELLING.index(concept.kind) if concept and concept.kind in _TELLING else len(_TELLING)
        broader = any(key in self.glossary.broader(other) for other in among)
        return broader or self.glossary.has(key, Trait.STATE), kind, self.counts[key]


def covered(note: Disagreement, by: Iterable[Disagreement]) -> bool:
    """Whether another note already sets the telling words of two sides of ``note`` against each other.

    Detail is covered already by a note on the same quotes.
    """
    return any(_sides_met(note, other) > 1 for other in by)


def _sides_met(note: Disagreement, other: Disagreement) -> int:
    met = {
        (own_side, number)
        for number, side in enumerate(other.sides)
        for quote in side.quotes
        for own_side, mine in enumerate(note.sides)
        for own in mine.quotes
        if own.source == quote.source and _touch(own, quote, whole=note.level is Level.DETAIL)
    }
    return min(len({mine for mine, _ in met}), len({theirs for _, theirs in met}))


def _touch(one: Quote, other: Quote, *, whole: bool) -> bool:
    if whole:
        return one.span.overlaps(other.span)
    return any(mine.overlaps(theirs) for mine in one.highlights for theirs in other.highlights)


def side(sayings: Sequence[Saying], articles: Mapping[str, Article]) -> Side:
    """What ``sayings`` have in common, in the words of each; of what they only say between them, everything."""
    said = [saying.values for saying in sayings]
    values = frozenset.intersection(*said) or frozenset().union(*said)
    quotes = [
        replace(quote(finding, articles[saying.source]), copies=saying.copies)
        for saying in sorted(sayings, key=lambda each: each.source)
        for finding in _telling(saying, values)[:_QUOTES_OF_A_SOURCE]
    ]
    return Side(tuple(sorted(values)), tuple(quotes))


def _telling(saying: Saying, values: frozenset[str]) -> Sequence[Finding]:
    """Those of its findings that hold any of ``values``; all where none does."""
    return [finding for finding in saying.findings if finding.values & values] or saying.findings


def quote(finding: Finding, article: Article) -> Quote:
    """The words that the finding rests on, with the telling ones highlighted."""
    told = make_quote(article, finding.reading.span(*_whole(finding)), finding.highlights)
    speaker = finding.speaker
    return replace(told, speaker=speaker.told) if speaker else told


def readable(finding: Finding) -> tuple[int, int]:
    """The words of the evidence with enough around them to be read by themselves, never beyond the sentence."""
    reading = finding.reading
    first, last = reading.words_in(finding.evidence)
    start, end = reading.clause_bounds(first)[0], reading.clause_bounds(last - 1)[1]
    if end - start <= max(_CLAUSE_WORDS * reading.scale, last - first):
        first, last = start, end
    if last - first < _LEAST_WORDS * min(reading.scale, 2):
        wider = _WIDER * reading.scale
        first, last = max(reading.dateline, first - wider), min(len(reading.words), last + wider)
    return first, last


def _whole(finding: Finding) -> tuple[int, int]:
    """The readable words, and those up to where the clauses begin and end in which they do, if these are near.

    Where they are far it is cut beside a conjunction rather than behind what that adds.
    """
    reading = finding.reading
    first, last = readable(finding)
    start, end = reading.clause_bounds(first)[0], reading.clause_bounds(last - 1)[1]
    start = max(reading.dateline, start)
    if start < first and first - start > _BACK_TO_THE_CLAUSE * reading.scale:
        start = first
    if end - last > _ON_TO_THE_CLAUSE * reading.scale:
        end = _before_a_conjunction(finding, last)
    return min(start, first), end


def _before_a_conjunction(finding: Finding, last: int) -> int:
    """Where the last part of the words before ``last`` begins that holds nothing which the finding rests on."""
    reading = finding.reading
    parts = segments(reading.sentence.reading, reading.sentence.language)
    needed = reading.words_in(finding.evidence)[1]
    cuts = {cut + reading.sentence.span.start for cut in parts.cuts}
    return max((each for each in range(needed, last) if reading.words[each].span.start in cuts), default=last)


def make_quote(article: Article, span: Span, highlights: Iterable[Span]) -> Quote:
    return Quote(
        source=article.source,
        span=span,
        text=span.slice(article.text),
        language=article.language,
        highlights=tuple(_apart(highlights, span)),
    )


def _apart(highlights: Iterable[Span], inside: Span) -> Iterable[Span]:
    """Sorted, inside the quote, overlapping ones joined."""
    joined: list[Span] = []
    for each in sorted(highlights):
        if not inside.contains(each):
            continue
        if joined and each.start <= joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, each.end))
        else:
            joined.append(each)
    return joined
