"""Who holds an office is told where the office is named."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from cpecbot.answering import Library
from cpecbot.answering.mismatches.offices import names_no_office, offices
from cpecbot.answering.reading.understanding import Understanding
from cpecbot.models import Span, Status
from fakes.candidates import unit
from fakes.entries import entries_of

Telling = Callable[..., Library]


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Who is the foreign minister of Norway?", ["foreign minister"]),
        ("Who is the carpenter of Lahore?", ["carpenter"]),
        ("Who met the foreign minister of Norway?", []),
        ("When did the foreign minister arrive?", []),
        ("What of the foreign minister?", []),
        ("Who is in Norway?", []),
        ("من هو وزير خارجية النرويج؟", ["وزير خارجية"]),
        ("من التقى وزير خارجية النرويج؟", []),
        ("وزیر خارجه نروژ کیست؟", ["وزیر خارجه"]),
        ("چه کسی با وزیر خارجه نروژ دیدار کرد؟", []),
        ("ناروے کا وزیر خارجہ کون ہے؟", ["وزیر خارجہ"]),
        ("ناروے کے وزیر خارجہ سے کون ملا؟", []),
        ("挪威外交部长是谁？", ["外交部长"]),
        ("谁会见了挪威外交部长？", []),
    ],
)
def test_the_offices_whose_holder_is_asked_for(everyday: Understanding, question: str, expected: list[str]) -> None:
    found = offices(everyday.read(question), everyday.analyzer.glossary)
    assert [each.text for each in found] == expected


MAYOR = unit("c:mayor", broader="c:official")
JUDGE = unit("c:judge")


@pytest.mark.parametrize(
    ("keys", "asked", "matched", "none"),
    [
        ("l:town", (MAYOR,), (), True),
        ("c:mayor", (MAYOR,), (MAYOR,), False),
        ("c:official", (MAYOR,), (), False),
        ("c:official", (JUDGE,), (), True),
        ("c:judge", (MAYOR, JUDGE), (JUDGE,), False),
        ("l:town", (), (), False),
    ],
)
def test_a_sentence_names_one_of_them_or_what_it_is_a_kind_of(
    keys: str, asked: tuple[object, ...], matched: tuple[object, ...], none: bool
) -> None:
    (entry,) = entries_of(("a", keys))
    assert names_no_office(entry, asked, dict.fromkeys(matched, (Span(0, 1),))) == none  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("named", "unnamed", "question"),
    [
        (
            "Ann Bell, mayor of Karachi, bought a goat.",
            "Ann Bell of Karachi bought a goat.",
            "Who is the mayor of Karachi?",
        ),
        (
            "قال كريم سعيد، رئيس بلدية كراتشي، إنه سعيد.",
            "قال كريم سعيد في كراتشي إنه سعيد.",
            "من هو رئيس بلدية كراتشي؟",
        ),
        ("کریم سعیدی، شهردار کراچی، بزی خرید.", "کریم سعیدی در کراچی بزی خرید.", "شهردار کراچی کیست؟"),
        ("کراچی کے میئر کریم سعید نے بکری خریدی۔", "کراچی میں کریم سعید نے بکری خریدی۔", "کراچی کا میئر کون ہے؟"),
        ("卡拉奇市长卡里姆买了一只山羊。", "卡里姆在卡拉奇买了一只山羊。", "卡拉奇市长是谁？"),
    ],
)
def test_only_where_the_office_is_named_is_its_holder_told(
    telling_everyday: Telling, named: str, unnamed: str, question: str
) -> None:
    answer = telling_everyday(unnamed, named).ask(question)
    assert answer.status is Status.ANSWERED
    assert {quote.source for quote in (*answer.quotes, *answer.more)} == {"b"}
    assert telling_everyday(unnamed).ask(question).status is Status.NO_ANSWER
