"""Short forms by the letters that they are spelt with: PDMA, and پی ڈی ایم اے, which names these letters one by one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from cpecbot.expressions import expression
from cpecbot.language.names.names_file import NamesFile
from cpecbot.language.text.tokens import Token, tokenize
from cpecbot.language.text.words import function_words
from cpecbot.languages import Language
from cpecbot.models import Span

# "US" and "AI" are read like words; letters that are named one by one are none.
_FEWEST = 2
_CAPITALS = expression(r"(?:[A-Z][.-]?){2,10}(?:'?s)?")
_SPACES = expression(r"[\s\u200c.-]{0,2}")


def letters_in(name: str, language: Language) -> str:
    """The Latin letters that all of ``name`` is spelt with, small; nothing where it is no short form."""
    if _CAPITALS.fullmatch(name):
        return re.sub("[^A-Z]", "", name).lower()
    named = language.once(_letters)
    known = [named.get(token.span.slice(name), "") for token in tokenize(name)]
    return "".join(known) if len(known) >= _FEWEST and all(known) else ""


def spelt_out(text: str, words: Sequence[Token], language: Language) -> Iterator[tuple[str, Span]]:
    """The short forms whose letters ``words`` name, and where; of one that grammar follows also without that.

    Urdu has one word for K and for "of". Folding would take two letters for one (اے and ای), and other words for some.
    """
    named = language.once(_letters)
    run: list[Token] = []
    for word in words if named else ():
        is_letter = word.span.slice(text) in named
        if run and not (is_letter and _beside(text, run[-1], word)):
            yield from _forms(text, run, named, language)
            run = []
        if is_letter:
            run.append(word)
    yield from _forms(text, run, named, language)


def _forms(text: str, run: Sequence[Token], named: Mapping[str, str], language: Language) -> Iterator[tuple[str, Span]]:
    grammar = function_words(language)
    whole = list(run)
    # Two words name letters where neither is one of grammar, more of them where not all are.
    while len(whole) >= _FEWEST and sum(word.text in grammar for word in whole) < (
        1 if len(whole) == _FEWEST else len(whole)
    ):
        letters = "".join(named[word.span.slice(text)] for word in whole)
        yield letters, Span(whole[0].span.start, whole[-1].span.end)
        if whole[-1].text not in grammar:
            return
        whole.pop()


def _beside(text: str, one: Token, other: Token) -> bool:
    return bool(_SPACES.fullmatch(text[one.span.end : other.span.start]))


def _letters(language: Language) -> Mapping[str, str]:
    """Latin letters, small, by the words that name them; the first that a word is listed for."""
    listed = language.read(NamesFile).letters.items()
    return {word: letter.lower() for letter, words in reversed(listed) for word in words.split()}
