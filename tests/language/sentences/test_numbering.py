"""Lists inside a line: each item is a statement of its own, without its mark; a number alone is no list."""

from __future__ import annotations

import pytest

from cpecbot.language.sentences.segmenting import segment
from cpecbot.languages import Language
from cpecbot.models import SentenceKind
from fakes.languages import AR, EN, FA, UR, ZH


def listed(text: str, language: Language) -> list[str]:
    return [span.slice(text) for span, kind in segment(text, language) if kind is SentenceKind.BULLET]


@pytest.mark.parametrize(
    ("language", "text", "items"),
    [
        (EN, "In short: 1. Trade grew. 2. Exports fell.", ["Trade grew.", "Exports fell."]),
        (EN, "They want (1) 40 new trees, (2) a roof and (3) 6 buses.", ["40 new trees,", "a roof and", "6 buses."]),
        (EN, "Aims: 1) shade 2) water 3) light", ["shade", "water", "light"]),
        (EN, "1.) The first pier. 2.) The second pier.", ["The first pier.", "The second pier."]),
        (EN, "It has to: (i) mend the pier; (ii) dig the canal.", ["mend the pier;", "dig the canal."]),
        (EN, "a. The first pier b. The second pier", ["The first pier", "The second pier"]),
        (AR, "المهام: ١. زراعة ٤٠ شجرة. ٢. ترميم السقف.", ["زراعة ٤٠ شجرة.", "ترميم السقف."]),
        (AR, "المهام: أ- زراعة الأشجار، ب- ترميم السقف.", ["زراعة الأشجار،", "ترميم السقف."]),
        (FA, "کارها: ۱- کاشت ۴۰ درخت ۲- تعمیر سقف", ["کاشت ۴۰ درخت", "تعمیر سقف"]),
        (FA, "کارها: (الف) کاشت درخت؛ (ب) تعمیر سقف.", ["کاشت درخت؛", "تعمیر سقف."]),
        (UR, "کام: 1۔ 40 درخت لگانا۔ 2۔ چھت کی مرمت۔", ["40 درخت لگانا۔", "چھت کی مرمت۔"]),
        (UR, "کام: (ا) درخت لگانا، (ب) چھت کی مرمت۔", ["درخت لگانا،", "چھت کی مرمت۔"]),
        (ZH, "任务：一、植树40棵；二、修缮屋顶。", ["植树40棵；", "修缮屋顶。"]),
        (ZH, "任务包括（1）植树40棵；（2）修缮屋顶。", ["植树40棵；", "修缮屋顶。"]),
        (ZH, "①植树40棵②修缮屋顶", ["植树40棵", "修缮屋顶"]),
        (ZH, "任务：1.植树40棵；2.修缮屋顶。", ["植树40棵；", "修缮屋顶。"]),
    ],
)
def test_each_item_is_a_statement(language: Language, text: str, items: list[str]) -> None:
    assert listed(text, language) == items


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (EN, "Article 2. of the act, and Article 3. of it, say so."),
        (EN, "No. 5. was won by Gul."),
        (EN, "The town bought 1. Nobody bought 2."),
        (EN, "It grew by 1.5 and then by 2.5 percent."),
        (EN, "See paragraphs (a) and (b) above."),
        (EN, "They won 1 - 0 and lost 1 - 2."),
        (AR, "راجع الفقرتين (أ) و(ب) أعلاه."),
        (FA, "بندهای (الف) و (ب) را ببینید."),
        (UR, "شق (ا) اور (ب) دیکھیں۔"),
        (ZH, "根据第（1）、（2）款，星期一、二、三开会。"),
    ],
)
def test_a_number_alone_is_no_list(language: Language, text: str) -> None:
    assert listed(text, language) == []


def test_what_leads_to_the_list_is_a_statement_too() -> None:
    text = "The council met on Monday. It set two tasks: (1) plant trees; (2) mend the roof. It will meet again."
    assert [span.slice(text) for span, _ in segment(text, EN)] == [
        "The council met on Monday.",
        "It set two tasks:",
        "plant trees;",
        "mend the roof.",
        "It will meet again.",
    ]
