"""Which agencies and papers an article says that it draws on: "citing Reuters", به نقل از ایرنا, 据新华社报道."""

from __future__ import annotations

from collections.abc import Iterator

from cpecbot.corpus.articles_file import ArticlesFile
from cpecbot.corpus.names import named_groups, nameless, shown_name
from cpecbot.expressions import expression
from cpecbot.language.text.folding import unite_letters
from cpecbot.languages import Language

# An article that names more of them is a review of the press.
_MOST = 6
_PARTED = expression(r"\s?[+/،、,|&]\s?")


def read_cites(
    text: str, language: Language, filed: tuple[str, ...] = (), outlet: str | None = None
) -> tuple[str, ...]:
    """The names, as written, in their order, those of the dateline first; not that of the article's own ``outlet``."""
    own = outlet.casefold() if outlet else None
    found = list(dict.fromkeys(name for name in (*filed, *_names(text, language)) if name.casefold() != own))
    return tuple(name for name in found if not any(name != other and name in other for other in found))[:_MOST]


def _names(text: str, language: Language) -> Iterator[str]:
    file = language.read(ArticlesFile)
    plain = unite_letters(text)
    matches = [match for pattern in file.cites for match in pattern.finditer(plain)]
    for match in sorted(matches, key=lambda each: each.start("cites")):
        for name in map(shown_name, _PARTED.split(named_groups(match, text).get("cites", ""))):
            if name and not nameless(name, file):
                yield name
