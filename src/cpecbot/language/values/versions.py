"""Reading version numbers: "version 2.0", CPEC 2.0, النسخة 2.0, 2.0版."""

from __future__ import annotations

from collections.abc import Sequence

from cpecbot.language.text.phrases import Token
from cpecbot.language.values.counts import part_of_a_name
from cpecbot.language.values.vocabulary import Vocabulary


def read_version(tokens: Sequence[Token], at: int, words: Vocabulary) -> tuple[str, int] | None:
    """A version as written: after a word for version, before 版, or a figure such as 2.0 without a unit."""
    text = tokens[at].text
    if tokens[at].kind != "number" or "," in text or len(text) > 12:
        return None
    named = words.versions.match_before(tokens, at)
    if not named and part_of_a_name(tokens, at):
        return None
    if at + 1 < len(tokens) and tokens[at + 1].text == "版" and ("." in text or len(text) <= 2):
        return text, at + 2
    dots = text.count(".")
    measured = words.measures.match(tokens, at + 1) is not None
    unnamed = dots > 1 or (dots == 1 and text.endswith(".0") and not _measured(tokens, at, words))
    return (text, at + 1) if unnamed or (named and (dots or not measured)) else None


def _measured(tokens: Sequence[Token], at: int, words: Vocabulary) -> bool:
    position = at + 2 if at + 1 < len(tokens) and tokens[at + 1].text == "-" else at + 1
    return (
        words.measures.match(tokens, position) is not None
        or words.numbers.numbers.match(tokens, position) is not None
        or words.currencies.match_before(tokens, at)
        or words.bounds_before.match_before(tokens, at) is True
        or words.ranges.match(tokens, at + 1) is not None
        or words.ranges.match_before(tokens, at)
    )
