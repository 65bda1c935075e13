"""Who holds an office of one body or country is not who holds it of another."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from cpecbot.answering import Library
from cpecbot.answering.mismatches.owners import owned
from cpecbot.answering.reading.understanding import Understanding
from cpecbot.models import Status

Telling = Callable[..., Library]

HEADS = {
    "en": "Marta Lund, the chief executive of Nordlicht Bank, said that new branches would open in Tampere.",
    "ar": "أعلنت مارتا لوند، الرئيسة التنفيذية لشركة نوردليخت، افتتاح فروع جديدة في تامبيري.",
    "fa": "مارتا لوند، مدیرعامل نوردلیخت، از گشایش شعبه‌های تازه در تامپره خبر داد.",
    "ur": "نوردلخت کی چیف ایگزیکٹو مارتا لند نے ٹیمپیرے میں نئی شاخوں کا اعلان کیا۔",
    "zh": "诺德利希特银行首席执行官玛尔塔·伦德宣布在坦佩雷开设新分行。",
}


@pytest.mark.parametrize(
    ("question", "office", "owner"),
    [
        ("What did the chief executive of Siemens announce?", "chief executive", "n:siemens"),
        ("What did Siemens's chief executive announce?", "chief executive", "n:siemens"),
        ("Who runs Siemens?", "runs", "n:siemens"),
        ("What did the president of Chile announce?", "president", "c:country_cl"),
    ],
)
def test_an_office_is_of_what_is_named_beside_it(
    everyday: Understanding, question: str, office: str, owner: str
) -> None:
    (found,) = owned(everyday.read(question), everyday.analyzer.glossary)
    assert found.office.text == office
    assert owner in found.owner


@pytest.mark.parametrize("question", ["What did the chief executive say?", "Who runs the marathon?", "Who met Ada?"])
def test_one_of_nothing_named_may_be_of_anything(everyday: Understanding, question: str) -> None:
    assert not list(owned(everyday.read(question), everyday.analyzer.glossary))


@pytest.mark.parametrize(
    ("code", "question"),
    [
        ("en", "What did the chief executive of Siemens say?"),
        ("en", "Who runs Siemens?"),
        ("ar", "ماذا أعلن الرئيس التنفيذي لشركة سيمنز؟"),
        ("fa", "مدیرعامل زیمنس چه اعلام کرد؟"),
        ("ur", "سیمنز کے چیف ایگزیکٹو نے کیا اعلان کیا؟"),
        ("zh", "西门子首席执行官宣布了什么？"),
    ],
)
def test_the_head_of_another_company_does_not_answer(telling_everyday: Telling, code: str, question: str) -> None:
    assert telling_everyday(HEADS[code]).ask(question).status is Status.NO_ANSWER


@pytest.mark.parametrize(
    ("code", "question"),
    [
        ("en", "What did the chief executive of Nordlicht Bank say?"),
        ("en", "Who runs Nordlicht Bank?"),
        ("fa", "مدیرعامل نوردلیخت چه اعلام کرد؟"),
        ("ur", "نوردلخت کی چیف ایگزیکٹو نے کیا اعلان کیا؟"),
        ("zh", "诺德利希特银行首席执行官宣布了什么？"),
    ],
)
def test_that_of_the_same_does(telling_everyday: Telling, code: str, question: str) -> None:
    assert telling_everyday(HEADS[code]).ask(question).status is Status.ANSWERED


def test_a_company_that_is_named_elsewhere_has_no_office_where_another_has_it(
    telling_everyday: Telling,
) -> None:
    text = "Siemens sold the turbines. Kim Ha, the president of Chile, praised the engineers who built the power plant."
    quotes = telling_everyday(text).ask("What did the president of Siemens praise?").quotes
    assert not any("Chile" in quote.text for quote in quotes)
