"""Function words of each language, which say nothing of what a text is about."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from cpecbot.errors import GlossaryError
from cpecbot.language.tables import read_table
from cpecbot.language.text.folding import fold_text
from cpecbot.models import Language


def load_stopwords(path: Path) -> Mapping[Language, frozenset[str]]:
    """Folded words by language; half-spaces are dropped, as folding does.

    Raises GlossaryError when the file cannot be read, is no TOML, or names an unknown language.
    """
    table = read_table(path)
    for name, words in table.items():
        if name not in set(Language):
            raise GlossaryError(f"{path}: unknown language {name!r}; use one of {', '.join(Language)}.")
        if not isinstance(words, str):
            raise GlossaryError(f"{path}: {name} must be one string of words with spaces between them.")
    return {language: frozenset(fold_text(table.get(language, "")).split()) for language in Language}
