"""Quotes are slices with the answering words marked, and a gloss of a foreign one."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from cpecbot.answering import Library
from cpecbot.answering.quoting import gloss, lists_as_one, make_quote, merge
from cpecbot.answering.ranking.scoring import Candidate
from cpecbot.language.concepts.concept import ConceptMatch
from cpecbot.models import Query, QuestionKind, Sentence, SentenceKind, Span, Value, ValueKind
from fakes.candidates import candidate, unit
from fakes.languages import AR, EN

QUERY = Query("", EN, QuestionKind.TOPIC, ())


def spans(*ends: tuple[int, int]) -> tuple[Span, ...]:
    return tuple(Span(*each) for each in ends)


def test_a_long_list_is_marked_as_one_and_a_short_one_item_by_item() -> None:
    items = spans((0, 5), (7, 12), (14, 19), (25, 30), (40, 45))
    assert lists_as_one(items[:4]) == items[:4]
    assert lists_as_one((*items[:4], Span(40, 45))) == (Span(0, 45),)
    assert lists_as_one((*items[:4], Span(41, 45))) == (*items[:4], Span(41, 45))


def at(start: int, made: Candidate) -> Candidate:
    """The candidate as a sentence of forty code points that begins at ``start`` of its article."""
    text = "x" * 40
    old = made.entry.sentence
    sentence = Sentence(old.source, Span(start, start + 40), text, SentenceKind.BODY, old.language)
    return replace(made, entry=replace(made.entry, sentence=sentence))


@pytest.mark.parametrize(
    ("given_spans", "merged"),
    [
        (spans((5, 7), (0, 2)), spans((0, 2), (5, 7))),
        (spans((0, 2), (2, 4)), spans((0, 4))),
        (spans((0, 2), (3, 4)), spans((0, 2), (3, 4))),
        (spans((0, 9), (2, 4)), spans((0, 9))),
        (spans((3, 3), (5, 6)), spans((5, 6))),
        ((), ()),
    ],
)
def test_marks_neither_overlap_nor_touch_nor_are_empty(given_spans: tuple[Span, ...], merged: tuple[Span, ...]) -> None:
    assert merge(given_spans) == merged


@given(st.lists(st.tuples(st.integers(0, 20), st.integers(0, 5)), max_size=8))
def test_marks_cover_what_they_covered(pairs: list[tuple[int, int]]) -> None:
    """Whatever the spans."""
    listed = [Span(start, start + length) for start, length in pairs]
    merged = merge(listed)
    assert {place for span in merged for place in range(span.start, span.end)} == {
        place for span in listed for place in range(span.start, span.end)
    }
    assert all(one.end < other.start for one, other in pairwise(merged))


def test_the_words_that_answer_are_marked_in_code_points_of_the_article(library: Library) -> None:
    made = at(100, candidate(score=0.123456, answering=spans((3, 5)), matched={unit("c:port"): spans((10, 12))}))
    quote = make_quote(made, QUERY, library.glossary)
    assert (quote.span, quote.highlights, quote.score) == (Span(100, 140), spans((103, 105)), 0.1235)


def test_where_nothing_answers_the_topic_is_marked(library: Library) -> None:
    made = at(0, candidate(matched={unit("c:port"): spans((10, 12))}))
    assert make_quote(made, QUERY, library.glossary).highlights == spans((10, 12))


@pytest.mark.parametrize(
    ("ordinal", "marked"),
    [
        ((6, 8), True),
        ((5, 7), False),
        ((14, 16), True),
        ((15, 17), False),
        ((12, 13), True),
        ((8, 10), True),
    ],
)
def test_the_ordinal_beside_the_topic_is_marked_with_it(
    ordinal: tuple[int, int], marked: bool, library: Library
) -> None:
    """At most two signs away on either side: a space, a half-space or a hyphen."""
    made = at(0, candidate(matched={unit("c:round"): spans((10, 12))}))
    for kind, seen in ((ValueKind.ORDINAL, marked), (ValueKind.NUMBER, False)):
        analysis = replace(made.entry.analysis, values=(Value(kind, Span(*ordinal), 7, 7),))
        held = replace(made, entry=replace(made.entry, analysis=analysis))
        highlights = make_quote(held, QUERY, library.glossary).highlights
        assert any(span.contains(Span(*ordinal)) for span in highlights) is seen


def test_a_foreign_quote_has_its_first_five_key_terms_in_the_language_of_the_question(library: Library) -> None:
    """What matched, as asked; then the concepts inside of what answers, none twice."""
    matched = {unit("l:word"): (), unit("c:gwadar", concept="gwadar"): ()}
    concepts = ("gwadar", "trade", "port", "beijing", "karachi", "lahore")
    made = candidate(language=AR, matched=matched, answering=spans((0, 9)))
    analysis = replace(made.entry.analysis, concepts=tuple(ConceptMatch(key, Span(0, 2), AR) for key in concepts))
    made = replace(made, entry=replace(made.entry, analysis=analysis))
    label = library.glossary.label
    expected = ("l:word", "c:gwadar", *(label(key, EN) for key in ("trade", "port", "beijing")))
    assert gloss(made, EN, library.glossary) == expected
    assert make_quote(made, QUERY, library.glossary).gloss == expected
    outside = replace(made, answering=spans((1, 9)))
    assert gloss(outside, EN, library.glossary) == expected[:2]


def test_a_quote_in_the_language_of_the_question_has_no_gloss(library: Library) -> None:
    assert make_quote(candidate(matched={unit("l:word"): ()}), QUERY, library.glossary).gloss == ()


def test_values_that_answer_are_written_as_the_asker_writes_them(library: Library) -> None:
    quotes = library.ask("中国在走廊上投资了多少美元？").quotes
    assert "300亿美元以上" in quotes[0].gloss
    assert not any("十亿" in term for term in quotes[0].gloss)


def test_a_word_for_many_is_no_key_term_and_neither_are_its_parts(library: Library) -> None:
    many = Value(ValueKind.MONEY, Span(0, 9), low=1e9, unit="USD", vague=True)
    made = candidate(language=AR, answering=spans((0, 9)))
    for value, terms in ((many, ()), (replace(many, vague=False), ("1 billion US dollars or more",))):
        concepts = (ConceptMatch("billion", Span(0, 2), AR),)
        analysis = replace(made.entry.analysis, concepts=concepts, values=(value,))
        assert gloss(replace(made, entry=replace(made.entry, analysis=analysis)), EN, library.glossary) == terms
