"""The loaded corpus: one immutable value that answering works on; a reload builds another."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property

from msgspec import Struct

from cpecbot.corpus.names import bare
from cpecbot.errors import CorpusError
from cpecbot.models import Article, Sentence


class Corpus(Struct, frozen=True, dict=True):  # with a dict, for what is found out of it once it is asked for
    """Articles and their sentences by source, in reading order. Sentences of boilerplate lines are left out."""

    articles: Mapping[str, Article]
    sentences: Mapping[str, Sequence[Sentence]]

    def resolve(self, name: str) -> str:
        """The one source meant by ``name`` (see ``resolve_all``).

        Raises CorpusError listing the sources when none or several fit.
        """
        found = self.resolve_all(name)
        if len(found) > 1:
            raise _several(name, found)
        return found[0]

    def resolve_all(self, name: str) -> tuple[str, ...]:
        """The sources meant by ``name``: an exact name, a number (``4`` for ``004_84e3…``), the start of a name, or the
        outlet, by any name that it has in any language; where none is of that outlet, those that cite it.

        Raises CorpusError listing the sources when none fits, or several do that are not of one outlet.
        """
        wanted = name.strip()
        if wanted in self.articles:
            return (wanted,)
        found = [source for source in self.articles if _has_number(source, wanted)]
        found = found or [source for source in self.articles if _starts_with(source, wanted)]
        if len(found) == 1:
            return tuple(found)
        outlet = self.of_outlet(wanted)
        if outlet:
            return outlet
        if found:
            raise _several(name, found)
        raise CorpusError(f'No source is called "{name}". Known sources: {_some(self.articles)}.')

    def of_outlet(self, name: str) -> tuple[str, ...]:
        """The sources of the outlet that is called ``name`` in any language, else those that cite it."""
        wanted = bare(name)
        return self._published_by.get(wanted) or self._citing.get(wanted, ()) if wanted else ()

    @cached_property
    def _published_by(self) -> Mapping[str, tuple[str, ...]]:
        """The sources of each outlet, by any name that it has."""
        return _by_name(self.articles, _published_by)

    @cached_property
    def _citing(self) -> Mapping[str, tuple[str, ...]]:
        return _by_name(self.articles, _citing)


def _by_name(
    articles: Mapping[str, Article], stating: Callable[[Article], Iterable[str]]
) -> Mapping[str, tuple[str, ...]]:
    sources: dict[str, list[str]] = {}
    for source, article in articles.items():
        for name in stating(article):
            sources.setdefault(name, []).append(source)
    return {name: tuple(found) for name, found in sources.items()}


def _starts_with(source: str, wanted: str) -> bool:
    return bool(wanted) and source.startswith(wanted)


def _has_number(source: str, wanted: str) -> bool:
    number = source[: len(source) - len(source.lstrip("0123456789"))]
    # Longer runs of digits are hashes or noise, and int() refuses the longest.
    return 0 < len(number) < 10 and wanted.isdecimal() and len(wanted) < 10 and int(number) == int(wanted)


def _published_by(article: Article) -> frozenset[str]:
    return _called(article, article.outlet) if article.outlet else frozenset()


def _citing(article: Article) -> frozenset[str]:
    return frozenset(each for name in article.cites for each in _called(article, name))


def _called(article: Article, name: str) -> frozenset[str]:
    return frozenset(map(bare, (name, *article.also_called.get(name, ()))))


def _several(name: str, found: Iterable[str]) -> CorpusError:
    return CorpusError(f'"{name}" fits several sources: {_some(found)}. Write more of the name.')


def _some(sources: Iterable[str]) -> str:
    names = list(sources)
    return ", ".join(names[:10]) + (f" and {len(names) - 10} more" if len(names) > 10 else "")
