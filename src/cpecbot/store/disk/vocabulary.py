"""The words of an index and the names in it: what is asked for once and whole."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping

import numpy as np

from cpecbot.language.analysis import NAME
from cpecbot.languages import Language
from cpecbot.store.disk.file import COUNT, Field, as_text
from cpecbot.store.disk.index import Index
from cpecbot.store.disk.preparing import PLACE_BITS
from cpecbot.store.entries import Entry
from cpecbot.store.memory import is_name


def words(
    index: Index, languages: Mapping[int, Language], wanted: Collection[Language], replaced: Iterable[Entry]
) -> Mapping[str, int]:
    """How often each is written in the ``wanted`` languages, in the order of first use; not in what is ``replaced``."""
    first: dict[str, int] = {}
    written: Counter[str] = Counter()
    for key, language, count, _, kept in index.words():
        if languages[language] in wanted:
            word = as_text(key)
            written[word] += count
            place = index.entry_at(kept >> PLACE_BITS) << PLACE_BITS | kept & ((1 << PLACE_BITS) - 1)
            first[word] = min(place, first.get(word, place))
    spoken = (entry for entry in replaced if entry.sentence.language in wanted)
    written.subtract(token.text for entry in spoken for token in entry.analysis.tokens)
    return {word: written[word] for word in sorted(first, key=first.__getitem__) if written[word] > 0}


def names(index: Index, replaced: Iterable[Entry]) -> tuple[str, ...]:
    """The forms of all names, each once, without words that more entries write small; not of what is ``replaced``."""
    named = {
        key.removeprefix(NAME): int(np.count_nonzero(index.read((key, Field.NAMES)).marks >> COUNT))
        for key in index.keys(Field.NAMES, NAME)
    }
    written: Counter[str] = Counter()
    for key, _, _, entries, _ in index.words():
        written[as_text(key)] += entries
    written.subtract(word for entry in replaced for word in {token.text for token in entry.analysis.tokens})
    return tuple(form for form, count in named.items() if count and is_name(form, count, written[form]))
