"""As test_metamorphic, over reports of three other kinds of events: each change makes its note, no rewriting any."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from itertools import product

import pytest

from cpecbot.disagreement import Comparer
from cpecbot.languages import Language
from cpecbot.models import Article, Disagreement, Level
from fakes.languages import AR, EN, FA, UR, ZH

# A ferry that sank, a museum that opened, an election: by language, each with what changes and what it may change to.
TEXTS: dict[str, tuple[Language, str]] = {
    "ferry": (EN, "The ferry Sarina sank off the island of Kessar on 4 May. 23 passengers drowned and 61 people were "
                  "rescued. The wreck lies at a depth of 48 metres. The owner paid $12 million to the families."),
    "museum": (EN, "The museum of Lindow was opened on 9 March by Queen Margarita. The building is 31 metres high and "
                   "cost $75 million. 1,840 visitors came on Sunday. Its halls hold 560 paintings."),
    "election": (EN, "The election in Marovia was held on 12 June. Turnout was 57 percent. The Green Party won 43 "
                     "seats. The commission registered 84 complaints."),
    "ferry_ur": (UR, "کشتی سارینا 4 مئی کو جزیرہ کیسار کے قریب ڈوب گئی۔ 23 مسافر ڈوب کر ہلاک ہوئے۔ "
                     "ریسکیو اہلکاروں نے 61 افراد کو بچا لیا۔"),
    "museum_ar": (AR, "افتتح متحف لندو في 9 مارس. يبلغ ارتفاع المبنى 31 مترا. زار المتحف 1840 زائرا يوم الأحد."),
    "election_zh": (ZH, "马罗维亚6月12日举行选举。投票率为57%。绿党赢得43个席位。"),
    "ferry_fa": (FA, "کشتی سارینا روز ۴ مه غرق شد. ۲۳ مسافر غرق شدند و ۶۱ نفر نجات یافتند."),
}  # fmt: skip
NUMBERS = {
    "ferry": ["23", "61", "48", "12"],
    "museum": ["31", "75", "1,840", "560"],
    "election": ["57", "43", "84"],
    "ferry_ur": ["23", "61"],
    "museum_ar": ["31", "1840"],
    "election_zh": ["57", "43"],
    "ferry_fa": ["۲۳", "۶۱"],
}
# By so much: plain steps, none that rounding or a slip of one digit would explain.
STEPS = (7, 19, 34)
DATES = [
    ("ferry", "4 May", ("9 May", "14 May", "2 May")),
    ("museum", "9 March", ("2 March", "15 March", "21 March")),
    ("election", "12 June", ("5 June", "19 June", "26 June")),
    ("ferry_ur", "4 مئی", ("9 مئی", "14 مئی", "2 مئی")),
    ("museum_ar", "9 مارس", ("2 مارس", "15 مارس", "21 مارس")),
    ("election_zh", "6月12日", ("6月5日", "6月19日", "6月26日")),
    ("ferry_fa", "۴ مه", ("۹ مه", "۱۴ مه", "۲ مه")),
]
_WESTERN = "0123456789"
_PERSIAN = "۰۱۲۳۴۵۶۷۸۹"
_ARABIC = "٠١٢٣٤٥٦٧٨٩"


def _moved(number: str, by: int) -> str:
    """``number`` and ``by`` more, in the same digits."""
    plain = number.translate(str.maketrans(_PERSIAN, _WESTERN)).replace(",", "")
    more = f"{int(plain) + by * max(1, int(plain) // 40):,}"
    more = more if "," in number else more.replace(",", "")
    return more if number.isascii() else more.translate(str.maketrans(_WESTERN, _PERSIAN))


CHANGES = [(key, number, _moved(number, by)) for key in TEXTS for number, by in product(NUMBERS[key], STEPS)]
CHANGES += [(key, said, instead) for key, said, others in DATES for instead in others]

HARMLESS = [
    ("ferry", "23 passengers", "Twenty-three passengers"),
    ("ferry", "4 May", "May 4"),
    ("ferry", "4 May", "4 May 2024"),
    ("ferry", "48 metres", "48 m"),
    ("ferry", "$12 million", "12 million dollars"),
    ("ferry", "$12 million", "$12,000,000"),
    ("ferry", "The ferry Sarina sank off the island of Kessar", "Off the island of Kessar the ferry Sarina sank"),
    ("ferry", "rescued", "saved"),
    ("museum", "9 March", "March 9"),
    ("museum", "31 metres", "31 m"),
    ("museum", "31 metres", "3,100 centimetres"),
    ("museum", "$75 million", "75 million US dollars"),
    ("museum", "1,840", "1840"),
    ("museum", "high", "tall"),
    ("museum", "paintings", "pictures"),
    ("election", "12 June", "June 12"),
    ("election", "57 percent", "57%"),
    ("election", "43 seats", "forty-three seats"),
    ("election", "Turnout was 57 percent", "57 percent was the turnout"),
    ("election", "84 complaints", "eighty-four complaints"),
    ("ferry_ur", "23 مسافر", "تئیس مسافر"),
    ("museum_ar", "31 مترا", "واحد وثلاثين مترا"),
    ("election_zh", "57%", "百分之五十七"),
    ("election_zh", "43个", "四十三个"),
    ("election_zh", "6月12日", "六月十二日"),
    ("ferry_fa", "۴ مه", "۱۵ اردیبهشت"),
]
SCRIPTS = [(key, digits) for key in TEXTS for digits in (_WESTERN, _PERSIAN, _ARABIC)]


@pytest.fixture
def copied(comparing: Callable[..., Comparer]) -> Callable[[str, str], tuple[Disagreement, ...]]:
    def notes(key: str, text: str) -> tuple[Disagreement, ...]:
        language, said = TEXTS[key]
        articles = [
            Article(source, each, language, published=date(2024, 7, 1))
            for source, each in zip("ab", (said, text), strict=True)
        ]
        return comparing(*articles).all()

    return notes


@pytest.mark.parametrize(("key", "said", "instead"), CHANGES)
def test_one_change_makes_its_note(
    key: str, said: str, instead: str, copied: Callable[[str, str], tuple[Disagreement, ...]]
) -> None:
    text = TEXTS[key][1]
    assert text.count(said) == 1
    (note,) = copied(key, text.replace(said, instead))
    place = text.index(said)
    assert note.level in (Level.CONTRADICTION, Level.DIFFERING)
    assert all(any(quote.span.start <= place < quote.span.end for quote in side.quotes) for side in note.sides)


@pytest.mark.parametrize(("key", "said", "instead"), HARMLESS)
def test_what_says_the_same_makes_none(
    key: str, said: str, instead: str, copied: Callable[[str, str], tuple[Disagreement, ...]]
) -> None:
    text = TEXTS[key][1]
    assert said in text
    assert copied(key, text.replace(said, instead)) == ()


@pytest.mark.parametrize(("key", "digits"), SCRIPTS)
def test_digits_of_another_script_make_none(
    key: str, digits: str, copied: Callable[[str, str], tuple[Disagreement, ...]]
) -> None:
    known = str.maketrans(_WESTERN + _PERSIAN, digits * 2)
    assert copied(key, TEXTS[key][1].translate(known)) == ()


@pytest.mark.parametrize("key", TEXTS)
def test_the_sentences_in_another_order_make_none(
    key: str, copied: Callable[[str, str], tuple[Disagreement, ...]]
) -> None:
    text = TEXTS[key][1]
    mark = next(each for each in ("。", "۔ ", ". ") if each in text)
    whole = [each for each in text.rstrip("۔.。 ").split(mark) if each]
    end = mark.strip()
    assert copied(key, mark.join([*whole[1:], whole[0]]) + end) == ()
