"""What a language writes onto the first word of a number: prepositions, articles and the conjunction."""

from __future__ import annotations

from collections.abc import Iterator

from cpecbot.language.text.folding import fold_text
from cpecbot.language.values.words.numbers_file import NumbersFile

Words = tuple[str, ...]
"""A phrase, cut as a text is."""


def forms(cut: Words, file: NumbersFile, *, bare: bool = False) -> Iterator[tuple[Words, bool]]:
    """A phrase with what the language writes onto its first word; True with the conjunction in front of it all."""
    conjunction = fold_text(file.conjunction)
    for prefix in ("", *(() if bare else map(fold_text, file.prefixes))):
        form = (prefix + cut[0], *cut[1:])
        yield form, False
        if conjunction:
            yield (conjunction + form[0], *form[1:]), True
