"""From a question to the query that it asks."""

from __future__ import annotations

import pytest

from cpecbot.answering.reading.understanding import Understanding
from cpecbot.languages import Language
from cpecbot.models import QuestionKind, Unit
from fakes.languages import FA, UR


def words(units: tuple[Unit, ...]) -> list[str]:
    return [unit.text for unit in units]


def unit(understanding: Understanding, question: str, word: str) -> Unit:
    (found,) = [each for each in understanding.read(question).units if each.text == word]
    return found


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        # Grammar and question words are no content.
        ("What is said about Gwadar Port?", ["Gwadar Port"]),
        ("Can you tell me when Gwadar grew?", ["Gwadar", "grew"]),
        ("在北京的对话是什么时候？", ["北京", "对话"]),
        ("紮實的對話", ["紮實", "對話"]),
        ("對於蘑菇", ["蘑菇"]),
        ("Which minister came to Lahore?", ["came", "Lahore"]),
        # Small numbers say little without their noun, ordinals and larger ones say more.
        ("the 3 projects", ["projects"]),
        ("the 4 projects", ["4", "projects"]),
        ("up to 3 projects", ["projects"]),
        ("the third project", ["third", "project"]),
        ("the 3.5 projects", ["3.5", "projects"]),
        # Nor does a number inside a name.
        ("the One China principle", ["One China principle"]),
        ("the Five-Year Plan", ["Five-Year Plan"]),
        ("the 20 years of trade", ["20 years", "trade"]),
        ("the year 2026", ["year", "2026"]),
        # What is counted stays; and so does a phrase that begins with a question word.
        ("How many years did it take?", ["years", "take"]),
        ("Which anniversary is it?", ["anniversary"]),
        ("كم حجم التجارة؟", ["حجم التجارة"]),
        # One thing said twice is one unit.
        ("Gwadar, Xanadu, gwadar and Xanadu", ["Gwadar", "Xanadu"]),
        # "China-Pakistan" is nothing of its own, only both of them.
        ("China-Pakistan relations", ["China-Pakistan", "China-Pakistan", "relations"]),
    ],
)
def test_what_a_question_is_about(understanding: Understanding, question: str, expected: list[str]) -> None:
    assert words(understanding.read(question).units) == expected


@pytest.mark.parametrize(
    ("text", "fallback", "language"),
    [
        ("اصل چین واحد", UR, "fa"),  # a name of the glossary as a whole
        ("کشمیر", UR, "ur"),  # in both
        ("كشاورزي", None, "fa"),
        ("ترقیاتی منصوبہ", FA, "ur"),
        ("Who is chair of سیپک?", None, "en"),
    ],
)
def test_the_language_of_a_question_is_that_of_its_phrases(
    understanding: Understanding, text: str, fallback: Language | None, language: str
) -> None:
    assert understanding.read(text, fallback).language.code == language


@pytest.mark.parametrize(
    ("question", "city", "speaks"),
    [
        ("Beijing praised the dialogue", "Beijing", True),
        ("the dialogue in Beijing", "Beijing", False),
        ("بكين أشادت بالحوار", "بكين", True),
        ("الحوار في بكين", "بكين", False),
        ("پکن از گفت‌وگو ستایش کرد", "پکن", False),
        ("پکن گفت‌وگو را ستود", "پکن", True),
        ("گفت‌وگو در پکن", "پکن", False),
        ("بیجنگ نے سراہا", "بیجنگ", True),
        ("بیجنگ میں ڈائیلاگ", "بیجنگ", False),
        ("北京赞扬了对话", "北京", True),
        ("在北京的对话", "北京", False),
    ],
)
def test_a_capital_speaks_for_its_country_unless_a_word_makes_a_place_of_it(
    understanding: Understanding, question: str, city: str, speaks: bool
) -> None:
    assert ("c:country_cn" in unit(understanding, question, city).keys) == speaks


@pytest.mark.parametrize(
    ("question", "counted"),
    [
        ("How many Chinese engineers came?", "engineers"),
        ("How many strategic projects began?", "projects"),
        ("How many Wang Yi visits were there?", "visits"),
        ("In Gwadar how many engineers came?", "engineers"),
        ("How many relief lorries came?", "lorries"),
        ("کتنے امدادی ٹرک آئے؟", "ٹرک"),
        ("有多少救援卡车抵达？", "卡车"),
        ("چند کامیون امدادی رسید؟", "کامیون"),
        ("كم شاحنة إغاثة وصلت؟", "شاحنة"),
        ("How many zorbs came?", "zorbs"),
        ("How many Chinese?", "Chinese"),
        ("How many Chinese in Lahore?", "Chinese"),
        ("How many?", None),
        ("واجبات کتنے ہیں؟", "واجبات"),
        ("پاور پلانٹس کے واجبات کتنے ہیں؟", "واجبات"),
    ],
)
def test_the_noun_behind_the_question_word_or_else_before_it_is_counted(
    understanding: Understanding, question: str, counted: str | None
) -> None:
    query = understanding.read(question)
    assert query.kind is QuestionKind.HOW_MANY
    assert (query.counted.text if query.counted else None) == counted


def test_only_what_is_counted_has_a_counted_unit(understanding: Understanding) -> None:
    assert understanding.read("When did the engineers come?").counted is None


def test_a_unit_knows_its_wider_concepts_and_a_word_its_name(understanding: Understanding) -> None:
    port = unit(understanding, "What of Gwadar Port?", "Gwadar Port")
    assert port.keys == {"c:gwadar_port"}
    assert {"c:port", "c:gwadar"} <= port.broader
    assert unit(understanding, "What of Xanadoo?", "Xanadoo").keys == {"l:xanadoo", "n:xanadoo", "n:=xanadoo"}


@pytest.mark.parametrize(
    ("question", "word", "light"),
    [
        ("What was mentioned of Gwadar?", "mentioned", True),
        ("What was mentioning Gwadar?", "mentioning", True),
        ("What was connected with Gwadar?", "connected", True),
        ("What grew in Gwadar?", "grew", False),
        ("What of Gwadar?", "Gwadar", False),
        ("What took place in Gwadar?", "took place", True),
    ],
)
def test_words_that_a_question_is_put_with_are_light(
    understanding: Understanding, question: str, word: str, light: bool
) -> None:
    assert unit(understanding, question, word).light == light


def test_a_class_of_its_own_is_not_taken_for_what_it_belongs_to(understanding: Understanding) -> None:
    assert unit(understanding, "What of the engineers?", "engineers").keys == {"c:engineer"}


def test_the_lemmas_of_a_question_are_those_of_its_words_that_are_no_grammar(understanding: Understanding) -> None:
    assert understanding.read("What of the ports of Gwadar?").lemmas == ("l:port", "l:gwadar")


@pytest.mark.parametrize(
    ("question", "counted"),
    [
        # Of a people it is counted what they did or what was done to them, however far behind.
        ("How many Syrians died?", "died"),
        ("How many Syrians in the war died?", "died"),
        ("How many Germans were shot?", "shot"),  # an injection, too
        ("كم سوريا في الحرب ماتوا؟", "ماتوا"),
        ("چند سوری در جنگ کشته شدند؟", "کشته شدند"),
        ("جنگ میں کتنے شامی مارے گئے؟", "مارے گئے"),
        # No word stands between a people and the noun that it describes.
        ("How many Syrian goats died?", "goats"),
        ("كم من الماعز السوري مات؟", "الماعز"),
        ("多少叙利亚人在战争中死亡？", "人"),
        # The noun behind a word that only says how it is counted.
        ("多少箱药品被运走？", "药品"),
        ("多少张地图被印出？", "地图"),
        ("多少箱？", "箱"),
        ("来了多少名医生？", "医生"),
        ("多少山羊死亡？", "山羊"),
    ],
)
def test_people_are_counted_by_what_they_did_and_things_without_their_classifier(
    everyday: Understanding, question: str, counted: str
) -> None:
    query = everyday.read(question)
    assert query.kind is QuestionKind.HOW_MANY
    assert query.counted is not None
    assert query.counted.text == counted


@pytest.mark.parametrize(
    ("question", "word", "light"),
    [
        ("多少箱药品被运走？", "箱", True),
        ("多少箱？", "箱", False),  # it is all that is asked
        ("多少人死亡？", "死亡", False),
        ("药品装了多少箱，多少药品被运走？", "药品", False),
        ("箱药品在哪里？", "箱", False),
    ],
)
def test_how_a_noun_is_counted_need_not_stand_in_the_answer(
    everyday: Understanding, question: str, word: str, light: bool
) -> None:
    assert [each.light for each in everyday.read(question).units if each.text == word] == [light]


@pytest.mark.parametrize(
    ("question", "members"),
    [
        ("Which countries sent paper?", "country"),
        ("Which country sent paper?", "country"),
        ("أي دول أرسلت الورق؟", "country"),
        ("ما هي الدول التي أرسلت الورق؟", "country"),
        ("کدام کشورها کاغذ فرستادند؟", "country"),
        ("کن ممالک نے کاغذ بھیجا؟", "country"),
        ("哪些国家送来纸张？", "country"),
        ("Who sent paper?", None),
        ("Which minister sent paper?", None),
        ("What did the countries send?", None),  # they are not asked for
        ("When did which countries send paper?", None),
        ("من أرسل الورق؟", None),
        ("چه کسی کاغذ فرستاد؟", None),
        ("کاغذ کس نے بھیجا؟", None),
        ("谁送来纸张？", None),
    ],
)
def test_the_question_words_may_name_a_class(understanding: Understanding, question: str, members: str | None) -> None:
    query = understanding.read(question)
    assert query.members == members


@pytest.mark.parametrize(
    "question",
    [
        "Why is the barn shut?",
        "What is the reason that the barn is shut?",
        "ما سبب إغلاق المخزن؟",
        "علت بسته بودن انبار چیست؟",
        "گودام بند ہونے کی وجہ کیا ہے؟",
        "仓库关闭的原因是什么？",
    ],
)
def test_the_words_that_ask_for_a_cause_are_not_what_a_question_is_about(
    everyday: Understanding, question: str
) -> None:
    """A sentence that says "why" or "the reason" is on what happened no more than another."""
    query = everyday.read(question)
    assert query.kind is QuestionKind.WHY
    assert "c:reason" not in {key for each in query.units for key in each.keys}
