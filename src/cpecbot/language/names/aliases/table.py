"""The names that stand for one another in a collection, and where a text has them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from cpecbot.expressions import expression
from cpecbot.language.names.aliases.hearing import plain
from cpecbot.language.text.folding import fold_text
from cpecbot.language.text.inflection.affixes import Inflections
from cpecbot.language.text.patterns import NOTHING, any_of, longest_first
from cpecbot.language.text.simplified import simplify
from cpecbot.language.text.tokens import Token, is_han, tokenize
from cpecbot.languages import Language
from cpecbot.models import Span
from cpecbot.scripts import HAN

Words = tuple[str, ...]
"""A name as its folded words; one with Han characters is one word, without what stands between them."""
_HAN = expression(f"[{HAN}]")
# In letters; a longer one is no word of the language, whether or not it is written in capitals.
_LIKE_A_WORD = 4


def words_of_name(written: str) -> Words:
    return (plain(written),) if _HAN.search(written) else tuple(token.text for token in tokenize(written))


class Aliases:
    """Groups of names; the names of one group are one."""

    def __init__(self, groups: Iterable[Iterable[Words]] = (), capitals: Iterable[str] = ()) -> None:
        """``capitals`` are short forms that are written in capitals."""
        self.groups = tuple(map(frozenset, groups))
        self._forms: dict[Words, frozenset[str]] = {}
        for group in self.groups:
            forms = frozenset("".join(words) for words in group)
            self._forms |= dict.fromkeys(group, forms)
        self.capitals = frozenset(capitals)
        self._by_first: dict[str, list[Words]] = {}
        for words in sorted((each for each in self._forms if not is_han(each[0])), key=len, reverse=True):
            self._by_first.setdefault(words[0], []).append(words)
        unspaced = longest_first("".join(words) for words in self._forms if is_han(words[0]))
        self._unspaced = re.compile(any_of(unspaced) if unspaced else NOTHING)
        self._known = frozenset(form for forms in self._forms.values() for form in forms)

    def __contains__(self, form: str) -> bool:
        return form in self._known

    def find(self, text: str, tokens: Sequence[Token], language: Language) -> Iterator[tuple[frozenset[str], Span]]:
        """Where ``text``, in words in ``tokens``, has one of the names, and all forms of it; of two the longer.

        What the ``language`` writes onto words may stand before it.
        """
        if not self._forms:
            return
        end = 0
        words = [token for token in tokens if not is_han(token.text)]
        for place, token in enumerate(words):
            found = self._at(text, words, place, language) if token.span.start >= end else None
            if found:
                end = words[place + len(found) - 1].span.end
                yield self._forms[found], Span(token.span.start, end)
        if _HAN.search(text):
            # A dot between the words of a foreign name may be missing, so that it is taken out of the text as well.
            kept = [number for number, character in enumerate(text) if character not in "·・‧"]
            bare = simplify("".join(text[number] for number in kept))
            for match in self._unspaced.finditer(fold_same(bare)):
                yield self._forms[(match.group(),)], Span(kept[match.start()], kept[match.end() - 1] + 1)

    def _at(self, text: str, words: Sequence[Token], place: int, language: Language) -> Words | None:
        first = words[place].text
        for start in (first, *language.once(Inflections).without_proclitics(first)):
            for name in self._by_first.get(start, ()):
                rest = [token.text for token in words[place + 1 : place + len(name)]]
                if list(name[1:]) == rest and self._is_written(text, words[place], name):
                    return name
        return None

    def _is_written(self, text: str, word: Token, name: Words) -> bool:
        """Whether a short form that might be a word stands in capitals, where there are any."""
        if len(name) > 1 or name[0] not in self.capitals or len(name[0]) > _LIKE_A_WORD:
            return True
        return word.span.slice(text).isupper() or text.islower()


def fold_same(text: str) -> str:
    """``text`` folded where that does not change its length."""
    folded = fold_text(text)
    return folded if len(folded) == len(text) else text
