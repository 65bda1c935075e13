"""From a corpus to its copies."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from cpecbot.corpus.copies.candidates import candidates
from cpecbot.corpus.copies.joining import joined
from cpecbot.corpus.copies.likeness import Values
from cpecbot.corpus.copies.lines import read_lines
from cpecbot.corpus.copies.matching import matches
from cpecbot.corpus.copies.originals import Originals
from cpecbot.corpus.copies.sharing import Shared, Side, shared
from cpecbot.corpus.copies.tellings import Copies, Telling, frozen
from cpecbot.corpus.corpus import Corpus
from cpecbot.language.values.finding import find_values
from cpecbot.models import Sentence, Value

_Pair = tuple[int, int]


def find_copies(corpus: Corpus, values: Values | None = None) -> Copies:
    """The copies in ``corpus``; ``values`` are those of a sentence, where they have been read already."""
    listed = list(read_lines(corpus.sentences))
    sides = [Side(article, lines) for article, lines in zip(corpus.articles.values(), listed, strict=True)]
    found = dict(_shared(sides, values or _reader(corpus)))
    originals = Originals([side.article for side in sides], {pair: each.whole for pair, each in found.items()})
    tellings = _tellings(sides, found, originals)
    return frozen(tellings, originals.copied(), _passages(sides, found), _series(sides, found))


def _reader(corpus: Corpus) -> Values:
    known: dict[Sentence, tuple[Value, ...]] = {}

    def read(sentence: Sentence) -> tuple[Value, ...]:
        if sentence not in known:
            published = corpus.articles[sentence.source].published
            known[sentence] = find_values(sentence.reading, sentence.language, published)
        return known[sentence]

    return read


def _shared(sides: Sequence[Side], values: Values) -> Iterator[tuple[_Pair, Shared]]:
    """What each two articles share, where they share anything."""
    for pair, places in candidates([side.lines for side in sides]):
        one, other = (sides[number] for number in pair)
        found = shared(one, other, matches(one.lines, other.lines, places, values))
        if found.copied or found.form:
            yield pair, found


def _tellings(sides: Sequence[Side], found: Mapping[_Pair, Shared], originals: Originals) -> Iterator[Telling]:
    """Sentences that are copies of each other, in chains too, the original first."""
    edges = (((pair[0], place), (pair[1], other)) for pair, each in found.items() for place, other in each.copied)
    for places in joined(edges):
        places.sort(key=lambda at: (originals.rank(at[0]), at[1]))
        yield tuple(sides[article].lines[place].sentence for article, place in places)


def _series(sides: Sequence[Side], found: Mapping[_Pair, Shared]) -> Mapping[str, str]:
    """The forms, each with the first of its series."""
    series = joined(pair for pair, each in found.items() if each.form)
    return {
        sides[number].article.source: sides[min(numbers)].article.source for numbers in series for number in numbers
    }


def _passages(sides: Sequence[Side], found: Mapping[_Pair, Shared]) -> Mapping[str, list[str]]:
    sharing: dict[str, list[str]] = defaultdict(list)
    for pair, each in found.items():
        if each.passage:
            one, other = (sides[number].article.source for number in pair)
            sharing[one].append(other)
            sharing[other].append(one)
    return sharing
