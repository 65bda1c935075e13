"""Which of several articles that tell the same is the original."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from cpecbot.corpus.names import bare
from cpecbot.models import Article

_Pair = tuple[int, int]


class Originals:
    """Of copies the earliest is the original; of one day the agency's own, then the first of the corpus."""

    def __init__(self, articles: Sequence[Article], whole: Mapping[_Pair, tuple[bool, bool]]) -> None:
        """``whole`` says of two articles, by their numbers, whether each is a copy of the other as a whole."""
        cited = frozenset(each for article in articles for name in article.cites for each in _called(article, name))
        self._articles = articles
        self._agencies = [bool(a.outlet and cited & _called(a, a.outlet)) for a in articles]
        self._of: dict[int, int] = {}
        for (one, other), wholes in whole.items():
            for copy, origin, is_whole in ((one, other, wholes[0]), (other, one, wholes[1])):
                if is_whole and self._comes_first(origin, copy, mutual=all(wholes)):
                    self._of[copy] = min(origin, self._of.get(copy, origin), key=self.rank)

    def rank(self, article: int) -> tuple[date, bool, int]:
        """The lower, the likelier the original."""
        return self._articles[article].published or date.max, not self._agencies[article], article

    def copied(self) -> Mapping[str, str]:
        """Of each article that is a copy as a whole which one it copies in the end."""
        return {self._articles[copy].source: self._articles[self._root(copy)].source for copy in sorted(self._of)}

    def _comes_first(self, origin: int, copy: int, *, mutual: bool) -> bool:
        """Of one day, or of a day that nobody tells, the longer one was first, if they are not as long."""
        days = {self._articles[each].published for each in (origin, copy)}
        if mutual or (len(days) > 1 and None not in days):
            return self.rank(origin) < self.rank(copy)
        return True

    def _root(self, copy: int) -> int:
        seen = {copy}
        while (origin := self._of.get(copy)) is not None and origin not in seen:
            seen.add(origin)
            copy = origin
        return copy


def _called(article: Article, name: str) -> frozenset[str]:
    return frozenset(map(bare, (name, *article.also_called.get(name, ()))))
