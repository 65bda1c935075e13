"""Bare forms of an inflected token, for looking it up among the words of the glossary.

Tokens are folded (see ``folding``). The affixes are the regular ones that newspapers write solid: Arabic proclitics,
pronouns, sound plurals and the persons of the perfect; Persian plural and indefinite endings; Urdu plural and oblique
endings; English plural and possessive. What they leave must have at least four letters, because shorter remains are
mostly other words; the unmistakable plurals of Persian and Urdu may leave less (سال‌ها, ملکوں). English verbs also have
the lemma that a dictionary gives them.
"""

from __future__ import annotations

from collections.abc import Iterator

from cpecbot.language.text.folding import fold_text
from cpecbot.language.text.lemmas import lemma
from cpecbot.languages import Language

_MINIMUM = 4
_MINIMUM_BEFORE = {"ها": 2, "هاي": 2, "هايي": 2, "هايش": 2, "هايشان": 2, "ون": 3, "يون": 3}
_VERBAL = ("ed", "ing")
# Participles that have become prepositions say nothing of their verb: "according to" is no accord.
_PREPOSITIONS = frozenset({"according", "concerning", "considering", "during", "following", "including", "regarding"})
_ARTICLE = "ال"
_PROCLITICS = tuple(
    sorted(
        {
            conjunction + rest
            for conjunction in ("", "و", "ف")
            for rest in ("", "ب", "ك", "ل", "س", "ال", "بال", "كال", "لل", "ل" + _ARTICLE)
        }
        - {""},
        key=len,
    )
)

# Ending -> what the bare form has in its place, most likely first; single letters last.
_ENDINGS: dict[str, tuple[tuple[str, tuple[str, ...]], ...]] = {
    "ar": (
        ("تهما", ("ه",)), ("تها", ("ه",)), ("تهم", ("ه",)), ("تنا", ("ه",)), ("ته", ("ه",)), ("اتها", ("", "ه")),
        ("اتهم", ("", "ه")), ("اته", ("", "ه")),
        ("تين", ("ه",)), ("تان", ("ه",)), ("تي", ("ه",)), ("ات", ("", "ه")), ("هما", ("",)), ("ها", ("",)),
        ("هم", ("",)), ("نا", ("",)), ("ين", ("",)), ("ون", ("",)), ("ان", ("",)), ("يه", ("", "ي")),
        ("تا", ("",)), ("وا", ("",)), ("ت", ("",)), ("ه", ("",)), ("ي", ("",)), ("ا", ("",)),
    ),
    "fa": (
        ("هايشان", ("",)), ("هايش", ("",)), ("هايي", ("",)), ("هاي", ("",)), ("ها", ("",)), ("اي", ("",)),
        ("شان", ("",)), ("ش", ("",)), ("ان", ("",)), ("ي", ("",)),
    ),
    "ur": (
        ("يون", ("ي", "")), ("ون", ("", "ه", "ا")), ("يان", ("ي",)), ("ين", ("",)), ("ي", ("ه", "ا", "")),
        ("ات", ("", "ه")), ("ان", ("",)),
    ),
    "en": (("ies", ("y",)), ("es", ("", "e")), ("s", ("",))),
    "zh": (),
}  # fmt: skip

OPTIONAL_TOKENS: dict[str, frozenset[str]] = {"fa": frozenset(map(fold_text, ("ها", "های", "هایی", "ای")))}
"""Endings that a text may write as words of their own, where its half-spaces became spaces."""


def canonical(token: str, language: Language) -> str:
    """The token as the glossary stores it: Arabic without its article."""
    if language.code == "ar" and token.startswith(_ARTICLE) and len(token) > _MINIMUM:
        return token.removeprefix(_ARTICLE)
    return token


def bare_forms(token: str, language: Language) -> Iterator[str]:
    """Every canonical form that ``token`` may be an inflection of, the token itself first; some may repeat."""
    starts = list(_without_proclitics(token)) if language.code == "ar" else [token.removesuffix("'s").rstrip("'")]
    for start in starts:
        yield canonical(start, language)
    for start in starts:
        yield from (canonical(bare, language) for bare in _without_endings(start, language))
    if language.code == "en" and token.endswith(_VERBAL) and token not in _PREPOSITIONS:
        yield lemma(token, language)


def _without_endings(token: str, language: Language) -> Iterator[str]:
    cut = False
    for ending, replacements in _ENDINGS.get(language.code, ()):
        # A single letter is an ending only where it is not the tail of a longer one: دورها is not دوره with an alif.
        if token.endswith(ending) and not (cut and len(ending) == 1):
            cut = True
            stem = token.removesuffix(ending)
            minimum = _MINIMUM if language.code == "ar" else _MINIMUM_BEFORE.get(ending, _MINIMUM)
            yield from (stem + each for each in replacements if len(stem + each) >= minimum)


def _without_proclitics(token: str) -> Iterator[str]:
    yield token
    for proclitic in _PROCLITICS:
        if token.startswith(proclitic) and len(token) - len(proclitic) >= 2:
            yield token.removeprefix(proclitic)
