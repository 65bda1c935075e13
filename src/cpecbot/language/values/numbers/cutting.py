"""Units that are written onto their number: هفده‌ساله is a number and a unit."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cpecbot.language.text.phrases import Token
from cpecbot.language.values.words.vocabulary import Vocabulary


def with_units_apart(tokens: Sequence[Token], words: Vocabulary) -> list[Token]:
    """``tokens`` with each such word as two."""
    if not words.units.written_onto:
        return list(tokens)
    return [part for token in tokens for part in _parts(token, words)]


def _parts(token: Token, words: Vocabulary) -> Iterator[Token]:
    for unit in words.units.written_onto if token.kind == "word" else ():
        number = token.text.removesuffix(unit)
        cut = token._replace(text=number, end=token.end - len(unit))
        if number and number != token.text and words.numbers.cardinals.match([cut], 0) is not None:
            yield cut
            yield Token(unit, cut.end, token.end, token.kind)
            return
    yield token
