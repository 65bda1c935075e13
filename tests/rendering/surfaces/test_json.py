from __future__ import annotations

import json
from datetime import date

from hypothesis import HealthCheck, given, settings
from msgspec.structs import replace

from cpecbot.models import Answer, Article, Filters
from cpecbot.rendering.surfaces.json import answer_to_json, disagreement_to_json
from cpecbot.rendering.surfaces.lines import dumps
from fakes.languages import AR, ZH
from rendering.samples import ARTICLES, HELD_EN, ROUND_NOTE, answered, label, unanswered
from rendering.strategies import answers, articles


def test_an_answer_has_the_documented_keys() -> None:
    value = answer_to_json(answered(), ARTICLES, label, id="q1")
    assert list(value)[:4] == ["id", "question", "language", "status"]
    assert {"quotes", "disagreements", "silent_sources", "nearest", "did_you_mean"} <= set(value)
    assert (value["id"], value["status"], value["nearest"]) == ("q1", "answered", None)
    first = value["quotes"][0]
    assert set(first) >= {"source", "start", "end", "text", "language", "score", "highlights"}
    assert first["text"] == ARTICLES[first["source"]].text[first["start"] : first["end"]] == HELD_EN.text
    assert first["highlights"] == [[HELD_EN.highlights[0].start, HELD_EN.highlights[0].end]]


def test_who_else_speaks_and_the_limits_are_told() -> None:
    limits = Filters(("004",), (AR,), published_to=date(2026, 1, 31))
    answer = replace(answered(), also_speaking=(HELD_EN,), without_value=(HELD_EN.source,), limits=limits)
    value = answer_to_json(answer, ARTICLES, label)
    assert value["also_speaking"][0]["text"] == HELD_EN.text
    assert value["without_value"] == [HELD_EN.source]
    assert value["limits"] == {"sources": ["004"], "languages": ["ar"], "from": None, "to": "2026-01-31"}
    assert answer_to_json(answered(), ARTICLES, label)["limits"] is None


def test_a_refusal_has_its_reason_and_the_nearest_passage() -> None:
    value = answer_to_json(unanswered(), ARTICLES, label)
    assert (value["status"], value["reason"], value["quotes"]) == ("no_answer", "kind_missing", [])
    assert value["nearest"]["text"].startswith("The two sides agreed to focus")
    assert value["did_you_mean"] == "When was Gwadar Port built?"


def test_a_disagreement_has_the_documented_keys_and_a_sentence_in_the_answers_language() -> None:
    value = disagreement_to_json(ROUND_NOTE, ARTICLES, label, ZH)
    assert set(value) == {
        "kind",
        "level",
        "subject",
        "measured",
        "words",
        "dimension",
        "sides",
        "other_event",
        "note",
    }
    assert value["sides"][0]["values"] == ["5"]
    assert set(value["sides"][0]["quotes"][0]) == {"source", "start", "end", "text", "copies", "speaker"}
    assert value["note"].startswith("各来源在第几轮上说法不同：000 说…“")
    assert value["note"].endswith("来源 000 报道的是第5轮，未注明日期，说的可能是另一次会议。")


def test_a_line_is_readable_utf_8() -> None:
    line = dumps(answer_to_json(answered(AR), ARTICLES, label))
    assert "الجولة السابعة" in line


def test_line_separators_and_lone_surrogates_are_escaped() -> None:
    line = dumps({"text": "a\u2028b\x85c\ud800d\ne"})
    assert line == '{"text": "a\\u2028b\\u0085c\\ud800d\\ne"}'


@given(answers, articles())
@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
def test_any_answer_is_one_line_that_reads_back(answer: Answer, held: dict[str, Article]) -> None:
    line = dumps(answer_to_json(answer, held, label))
    assert len(line.splitlines()) == 1
    value = json.loads(line.encode())
    assert [found["text"] for found in value["quotes"]] == [found.text for found in answer.quotes]
