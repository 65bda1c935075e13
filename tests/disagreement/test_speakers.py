"""The sides of a note carry who speaks; what one article tells by two speakers is no difference of outlets."""

from __future__ import annotations

from collections.abc import Callable

from cpecbot.models import Disagreement

QUAKE = "A quake struck Mora on 3 May 2024."
POLICE = "Police said 40 people were killed in the quake."
MAYOR = "Mayor Lena Quist said 60 people were killed in the quake."

Texts = Callable[..., tuple[Disagreement, ...]]


def test_each_side_carries_who_says_it(texts: Texts) -> None:
    (note,) = texts(f"{QUAKE} {POLICE}", f"{QUAKE} {MAYOR}")
    assert [quote.speaker and quote.speaker.words for side in note.sides for quote in side.quotes] == [
        "Police",
        "Mayor Lena Quist",
    ]


def test_what_the_article_itself_tells_has_no_speaker(texts: Texts) -> None:
    (note,) = texts(f"{QUAKE} The quake killed 40 people.", f"{QUAKE} {MAYOR}")
    assert [quote.speaker and quote.speaker.words for side in note.sides for quote in side.quotes] == [
        None,
        "Mayor Lena Quist",
    ]


def test_an_outlet_that_quotes_both_speakers_contradicts_neither(texts: Texts) -> None:
    assert texts(f"{QUAKE} {POLICE} {MAYOR}", f"{QUAKE} {MAYOR}") == ()
