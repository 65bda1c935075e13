"""A note quotes what can be read by itself."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from cpecbot.disagreement.grouping.findings import Compare, Finding, claim
from cpecbot.disagreement.grouping.groups import Group, Saying
from cpecbot.disagreement.grouping.notes import Topics, covered, make_quote, note, quote, readable, side
from cpecbot.language.concepts.glossary import Glossary
from cpecbot.languages import Language
from cpecbot.models import Article, Dimension, Disagreement, Level, Quote, Side, Span
from fakes.languages import EN, ZH
from fakes.readings import finding, reading, value


def on(first: int, last: int, words: int, language: Language = EN, dateline: int = 0) -> Finding:
    """A finding on the words ``[first, last)`` of a sentence of one clause."""
    given = reading(" ".join(["x"] * words), language, dateline=dateline)
    made = claim(given, given.span(first, last), Dimension.COUNT, (), ["1"])
    return Finding("count", "head", made, given, "", Compare.SINGLE, Level.CONTRADICTION)


@pytest.mark.parametrize(
    ("evidence", "words", "quoted"),
    [
        ((5, 6), 16, (0, 16)),  # the whole clause
        ((5, 6), 17, (2, 9)),  # three words around it
        ((5, 10), 17, (2, 13)),
        ((5, 11), 17, (5, 11)),  # enough by itself
        ((0, 17), 17, (0, 17)),
        ((1, 2), 17, (0, 5)),  # never beyond the sentence
        ((16, 17), 17, (13, 17)),
    ],
)
def test_a_quote_takes_in_short_clauses_or_some_words_around(
    evidence: tuple[int, int], words: int, quoted: tuple[int, int]
) -> None:
    assert readable(on(*evidence, words)) == quoted


@pytest.mark.parametrize(
    ("evidence", "words", "quoted"),
    [((20, 21), 48, (0, 48)), ((20, 21), 49, (11, 30)), ((20, 31), 49, (11, 40)), ((20, 32), 49, (20, 32))],
)
def test_in_characters_it_takes_in_more(evidence: tuple[int, int], words: int, quoted: tuple[int, int]) -> None:
    """Three of them do for a word, two where it is asked whether the evidence is enough."""
    assert readable(on(*evidence, words, ZH)) == quoted


def test_a_quote_does_not_reach_back_into_the_dateline() -> None:
    assert readable(on(5, 6, 17, dateline=4)) == (4, 9)


def test_a_source_is_quoted_twice_at_most_on_a_side() -> None:
    found = finding("a", ["1"], "wa wb wc")
    article = Article("a", "wa wb wc", EN)
    assert len(side([Saying("a", frozenset("1"), (found,) * 3)], {"a": article}).quotes) == 2


def test_a_side_shows_what_its_sources_have_in_common() -> None:
    """What one of them says besides is not what the side says."""
    articles = {source: Article(source, "wa wb wc", EN) for source in "ab"}
    both, one, other = (finding(source, [value], "wa wb wc") for source, value in ("a1", "b1", "b2"))
    made = side([Saying("a", frozenset("1"), (both,)), Saying("b", frozenset("12"), (other, one))], articles)
    assert (made.values, [quote.source for quote in made.quotes]) == (("1",), ["a", "b"])


@pytest.mark.parametrize(
    ("written", "quoted"),
    [
        ("x x x x t:a x x and x x | y", "x x x x a x x and x x"),  # to the end of the clause
        ("x | " + "z " * 9 + "t:a" + " x" * 10, "z " * 9 + "a" + " x" * 10),
        ("x | " + "z " * 10 + "t:a" + " x" * 10, "z z z a" + " x" * 10),  # back only where that is near
        ("t:a" + " x" * 16, "a x x x"),  # on where that is
        ("t:a x and" + " x" * 20, "a x"),  # where the end is far, not within what "and" adds
    ],
)
def test_a_side_begins_and_ends_where_clauses_do(written: str, quoted: str) -> None:
    given = reading(written)
    (mark,) = given.terms
    place = given.span(mark.first, mark.last)
    made = replace(finding("a", ["1"], reading=given), claim=claim(given, place, Dimension.COUNT, (), ["1"]))
    article = Article("a", given.sentence.text, EN)
    assert quote(made, article).text == quoted


def test_highlights_lie_inside_and_are_joined() -> None:
    article = Article("a", "0123456789", EN)
    joined = make_quote(article, Span(2, 9), [Span(6, 8), Span(2, 4), Span(4, 5), Span(7, 9), Span(8, 10), Span(0, 3)])
    assert (joined.text, joined.highlights) == ("2345678", (Span(2, 5), Span(6, 9)))
    apart = make_quote(article, Span(0, 9), [Span(3, 4), Span(0, 2)])
    assert apart.highlights == (Span(0, 2), Span(3, 4))


def noted(*quotes: tuple[str, int, int], level: Level = Level.CONTRADICTION, width: int = 4) -> Disagreement:
    """A note with one side for each source, span start and start of the highlight."""
    sides = tuple(
        Side(("1",), (Quote(source, Span(start, start + width), "", EN, highlights=(Span(mark, mark + 1),)),))
        for source, start, mark in quotes
    )
    return Disagreement("count", level, "", Dimension.COUNT, sides)


@pytest.mark.parametrize(
    ("other", "level", "known"),
    [
        (noted(("a", 0, 1), ("b", 0, 1)), Level.CONTRADICTION, True),
        (noted(("a", 0, 2), ("b", 0, 1)), Level.CONTRADICTION, False),
        (noted(("a", 0, 2), ("b", 0, 2)), Level.DETAIL, True),
        (noted(("a", 9, 9), ("b", 0, 1)), Level.DETAIL, False),
        (noted(("a", 0, 1), ("c", 0, 1)), Level.CONTRADICTION, False),
    ],
)
def test_a_note_on_the_words_of_another_tells_nothing_new(other: Disagreement, level: Level, known: bool) -> None:
    """Two of its sides must meet two of the other's; a detail is known already from the same quotes."""
    assert covered(noted(("a", 0, 1), ("b", 0, 1), level=level), [other]) is known
    assert not covered(noted(("a", 0, 1), ("b", 0, 1)), [])


def test_both_sides_on_one_side_of_the_other_are_not_known() -> None:
    quotes = tuple(quote for side in noted(("a", 0, 1), ("b", 0, 1)).sides for quote in side.quotes)
    other = Disagreement("count", Level.CONTRADICTION, "", Dimension.COUNT, (Side(("1",), quotes),))
    assert not covered(noted(("a", 0, 1), ("b", 0, 1)), [other])


def test_the_subject_is_the_most_telling_that_most_speak_of(glossary: Glossary) -> None:
    """Things before qualities, nothing broader than another, countries last, the rare before the common."""
    counts = dict.fromkeys(
        ["gwadar_port", "port", "trade", "strategic", "country_cn", "wang_yi", "karachi", "lahore"], 1
    )
    counts["lahore"] = 2
    topics = Topics(counts, glossary)
    ranked = sorted(counts, key=lambda key: (topics.rank(key, counts), key))
    assert ranked[:4] == ["gwadar_port", "karachi", "lahore", "trade"]
    assert set(ranked[-2:]) == {"port", "country_cn"}
    assert ranked.index("wang_yi") < ranked.index("strategic")


def dated(source: str, *days: str, rule: str = "timing") -> list[Saying]:
    return [Saying(source, frozenset({day}), (finding(source, [day], rule=rule, amount=value(day)),)) for day in days]


def sides(*sayings: Saying, glossary: Glossary) -> list[tuple[str, ...]]:
    articles = {each.source: Article(each.source, "x", EN) for each in sayings}
    made = note(Group(sayings, Level.DIFFERING), articles, frozenset({"b", "z"}), Topics({}, glossary))
    assert set(made.other_event) <= {"b"}
    return [each.sources for each in made.sides]


def test_a_source_with_two_days_of_a_meeting_stands_where_it_is_alone(glossary: Glossary) -> None:
    """But of other dates it stands on every side that it tells."""
    two, one = ("d:2026-01-04", "d:2026-01-05"), "d:2026-01-05"
    assert sides(*dated("a", *two), *dated("b", one), glossary=glossary) == [("a",), ("b",)]
    told = (*dated("a", *two, rule="date"), *dated("b", one, rule="date"))
    assert sides(*told, glossary=glossary) == [("a",), ("a", "b")]


def test_nowhere_alone_it_stands_where_the_day_is_surest_then_where_fewer_do(glossary: Glossary) -> None:
    fourth, fifth, monday = "d:2026-01-04", "d:2026-01-06", "w:1"
    told = (*dated("a", fourth, monday), *dated("b", fourth), *dated("c", monday))
    assert sides(*told, glossary=glossary) == [("a", "b"), ("c",)]
    told = (*dated("a", fourth, fifth), *dated("b", fourth), *dated("c", fifth), *dated("d", fifth))
    assert sides(*told, glossary=glossary) == [("a", "b"), ("c", "d")]
