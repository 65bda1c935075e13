"""What opens a clause of its own, in an invented language: each rule with the words that meet it, and one fewer."""

from __future__ import annotations

import pytest

from cpecbot.language.sentences.clause_openers import ClauseOpeners
from cpecbot.language.sentences.sentences_file import Clauses

OPENERS = ClauseOpeners(
    Clauses(
        conjunctions=("wa",),
        verbs="Gon tak",
        verb_endings=("a", "u"),
        weak_verbs="daxi",
        weak_verb_endings=("at",),
        ambiguous_verbs="tak",
        complements="ke",
        subjects="reg",
        nominatives="duregoj",
        perfect_particles="qad",
        pluperfect="kan",
        future_prefixes=("sy",),
        future_particles="sof",
        prepositions="fi",
        subordinators="kiu",
        openings=("jen tio",),
        asides=("siaflanke",),
        contrasts=("dum", "en la tempo"),
        comparisons="dum",
        citing="gon",
        citing_in_passing="daxi",
    )
)


@pytest.mark.parametrize(
    ("words", "opens"),
    [
        ("wagon reg", True),
        ("wa gon reg", True),  # the conjunction typed apart
        ("gon reg", False),  # no conjunction
        ("wa", False),
        ("", False),
        ("wagona", True),
        ("wagonat", False),
        ("wadaxat", True),
        ("wadaxiat", False),
        ("watak", False),  # written like a noun
        ("watak iu", False),
        ("watak ke", True),
        ("watak reg", True),
        ("wablah duregoj", True),  # a nominative makes any word a verb
        ("waqad gon", True),
        ("waqad blah", False),
        ("wakan a b c d e f g qad", True),
        ("wakan a b c d e f g h qad", False),
        ("wasof reg", True),
        ("wasof iu", False),
        ("wasof", False),
        ("wasyabc reg", True),
        ("wasyab reg", False),
        ("wafi a b c d e f gon", True),
        ("wafi a b c d e f g gon", False),
        ("wafi a kiu gon", False),
        ("jen tio", True),
        ("wajen tio", True),
        ("jen", False),
        ("siaflanke gon", True),
        ("siaflanke a b c d e f g gon", False),
        ("dum gona", True),
        ("dum blah", False),
        ("dum syabc", True),
        ("dum", False),
        ("en la tempo gon", True),
        ("dum gon reg", False),  # only names who says it
        ("dum gon a b c d e ke", True),
        ("dum gon a b c d e f ke", False),
        ("dum daxi ke", False),  # cites in passing
    ],
)
def test_words_open_a_clause(words: str, opens: bool) -> None:
    assert OPENERS.open_statement(words.split()) is opens


def test_without_a_file_nothing_opens_a_clause() -> None:
    nothing = ClauseOpeners(Clauses())
    assert not any(nothing.open_statement(words.split()) for words in ("wagon reg", "jen tio", ""))
