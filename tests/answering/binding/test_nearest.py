"""Each word of a question takes the value that belongs to it, in every language, and not its neighbour's."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from cpecbot.answering import Library

Emphasised = Callable[[str, str], tuple[str, ...]]

CRASH = {
    "en": "The bus crash left 23 passengers dead and 41 others hurt, while 9 shops were damaged.",
    "ar": "أدى الحريق إلى وفاة 11 عاملا وإصابة 26 آخرين واحتراق 4 سيارات.",
    "fa": "در این آتش‌سوزی ۱۴ نفر جان باختند، ۳۷ نفر زخمی شدند و ۵ خودرو سوخت.",
    "ur": "حادثے میں 12 مسافر ہلاک اور 28 زخمی ہوئے جبکہ 3 بسیں تباہ ہو گئیں۔",
    "zh": "火灾造成19人遇难，52人受伤，另有7人失踪。",
}


@pytest.mark.parametrize(
    ("language", "question", "value"),
    [
        ("en", "How many died in the crash?", "23"),
        ("en", "How many people were injured in the crash?", "41"),
        ("en", "How many shops were damaged?", "9"),
        ("ar", "كم عدد القتلى في الحريق؟", "11"),
        ("ar", "كم عدد المصابين؟", "26"),
        ("ar", "كم سيارة احترقت؟", "4"),
        ("fa", "چند نفر در آتش‌سوزی کشته شدند؟", "۱۴"),
        ("fa", "چند نفر زخمی شدند؟", "۳۷"),
        ("ur", "حادثے میں کتنے لوگ مارے گئے؟", "12"),
        ("ur", "کتنے افراد زخمی ہوئے؟", "28"),
        ("ur", "کتنی بسیں تباہ ہوئیں؟", "3"),
        ("zh", "火灾死了多少人？", "19"),
        ("zh", "多少人受伤？", "52"),
        ("zh", "有多少人失踪？", "7"),
    ],
)
def test_of_several_numbers_the_one_of_what_is_counted(
    emphasised: Emphasised, language: str, question: str, value: str
) -> None:
    assert emphasised(question, CRASH[language]) == (value,)


@pytest.mark.parametrize(
    ("question", "text", "values"),
    [
        # An aside says a part of what was counted before it.
        ("How many people were killed?", "At least 31 people, including 8 children, were killed.", ("At least 31",)),
        ("How many children were killed?", "At least 31 people, including 8 children, were killed.", ("8",)),
        # A number without a noun goes on from the one before.
        (
            "How many protesters were arrested in Zhob?",
            "52 protesters were arrested in Quetta and 17 in Zhob.",
            ("17",),
        ),
        # But what else happened has taken it.
        ("How many people were killed in Tolo?", "Fever killed 37 people and infected 1,240 in Tolo.", ("37",)),
        ("How many people were infected in Tolo?", "Fever killed 37 people and infected 1,240 in Tolo.", ("1,240",)),
        # Years are not counted by an age, nor by the number of anything else.
        ("How many years was Varga given?", "Varga, 58, had taken bribes from three companies.", ()),
        ("How many years was Varga given?", "Varga, 58, was given nine years.", ("nine years",)),
        ("How many passengers drowned?", "Of 180 passengers, 164 were rescued and 9 drowned.", ("9",)),
        ("کتنے افراد ملتان میں ہلاک ہوئے؟", "لاہور میں 12 اور ملتان میں 7 افراد ہلاک ہوئے۔", ("7",)),
        # What stands right behind a number is what it counts.
        ("How many people died in Kohat?", "In Kohat 40 houses fell down, and the dead were buried.", ()),
        ("كم عدد القتلى؟", "افتتح رئيس البلدية 3 مدارس وزار أسر القتلى.", ()),
        # Who is counted may be named by the question word alone, and what stands beside it is not counted.
        ("چند نفر به طرح رأی مخالف دادند؟", "طرح با ۶۰ رأی موافق و ۲۵ رأی مخالف تصویب شد.", ("۲۵",)),
    ],
)
def test_what_a_number_counts(emphasised: Emphasised, question: str, text: str, values: tuple[str, ...]) -> None:
    assert emphasised(question, text) == values


@pytest.mark.parametrize(
    ("question", "text", "value"),
    [
        ("When was the bridge opened?", "The bridge, begun in May 2011, was opened in July 2015.", "July 2015"),
        ("When does the festival end?", "The festival starts on 3 May and ends on 9 May.", "9 May"),
        ("When was Omar Zaki born?", "Born on 3 April 1961, Omar Zaki joined the army in 1980.", "3 April 1961"),
        ("متى أغلق المستشفى؟", "افتتح المستشفى في 10 أبريل 2011 وأغلق في 5 مارس 2019.", "5 مارس 2019"),
        ("این قرارداد چه زمانی امضا شد؟", "این قرارداد در ۱۲ مه ۲۰۱۴ امضا و در ۲۰۱۵ اجرا شد.", "۱۲ مه ۲۰۱۴"),
        ("پل کی تعمیر کب مکمل ہوئی؟", "پل کی تعمیر مارچ 2012 میں شروع اور جون 2016 میں مکمل ہوئی۔", "جون 2016"),
        ("大桥什么时候通车？", "大桥于2012年3月开工，2016年6月通车。", "2016年6月"),
    ],
)
def test_a_date_belongs_to_what_happened_then(emphasised: Emphasised, question: str, text: str, value: str) -> None:
    assert emphasised(question, text) == (value,)


@pytest.mark.parametrize(
    ("question", "text", "value"),
    [
        (
            "How much was lent for the metro?",
            "It lent $300 million for the metro and $40 million for schools.",
            "$300 million",
        ),
        (
            "كم خصصت الحكومة للمستشفيات؟",
            "خصصت الحكومة 9 ملايين دولار للطرق و5 ملايين دولار للمستشفيات.",
            "5 ملايين دولار",
        ),
        ("قیمت طلا چقدر شد؟", "قیمت نفت ۸۲ دلار و قیمت طلا ۲۴۰۰ دلار شد.", "۲۴۰۰ دلار"),
        ("جاپان نے کتنی امداد دی؟", "ناروے نے 2 کروڑ ڈالر جبکہ جاپان نے 5 کروڑ ڈالر امداد دی۔", "5 کروڑ ڈالر"),
        ("政府为医院拨款多少？", "政府为公路拨款3亿元，为医院拨款8000万元。", "8000万元"),
        ("How long did the siege last?", "The siege lasted 40 days; the peace talks took 2 weeks.", "40 days"),
        ("What was the turnout?", "Turnout was 61 percent, and the party won 44 percent of the votes.", "61 percent"),
        ("Where was the treaty signed?", "The treaty was signed in Geneva, while talks were held in Oslo.", "Geneva"),
        ("أين وقع الاتفاق؟", "عقدت المحادثات في مسقط ووقع الاتفاق في الدوحة.", "الدوحة"),
        ("停火协议在哪里签署？", "部长们在罗马会晤，停火协议在开罗签署。", "开罗"),
    ],
)
def test_sums_spans_of_time_shares_and_places(emphasised: Emphasised, question: str, text: str, value: str) -> None:
    assert emphasised(question, text) == (value,)


@pytest.mark.parametrize(("words", "found"), [(14, ("Seven",)), (15, ())])
def test_a_value_stands_within_fourteen_words_of_what_it_belongs_to(
    emphasised: Emphasised, words: int, found: tuple[str, ...]
) -> None:
    assert emphasised("How many engineers came?", f"Seven {'so ' * words}engineers came.") == found


PEOPLES = "Militants killed 340 Iranians in the war, and the campaign killed over 5,200 Iraqis."


@pytest.mark.parametrize(
    ("question", "values"),
    [
        ("How many Iraqis were killed in the war?", ("over 5,200",)),
        ("How many Iranians were killed in the war?", ("340",)),
    ],
)
def test_the_dead_of_one_people_are_none_of_another(
    emphasised: Emphasised, question: str, values: tuple[str, ...]
) -> None:
    assert emphasised(question, PEOPLES) == values


def test_of_another_people_no_number_is_told(emphasised: Emphasised) -> None:
    assert (
        emphasised("有多少伊拉克人在战争中丧生？", "The war in Iraq began in May, killing nearly 340 Iranians.") == ()
    )


@pytest.mark.parametrize("conjunction", ["and", "or"])
def test_the_number_of_one_place_comes_before_that_of_several(
    telling_everyday: Callable[..., Library], conjunction: str
) -> None:
    several = f"The floods killed 610 people in Punjab {conjunction} Sindh."
    library = telling_everyday(several, "In Sindh, officials said on Monday, the floods killed 12 people.")
    assert library.ask("How many people were killed in the floods in Sindh?").quotes[0].source == "b"


@pytest.mark.parametrize(
    ("question", "text", "values"),
    [
        ("How many times has the choir won?", "The choir won for the third time.", ("third",)),
        ("How many points did the Owls finish with?", "The Owls won the third time, finishing on 82 points.", ("82",)),
        (
            "How many nurses were hurt?",
            "A 2nd raid on the old clinic at sea hurt nurses.",
            (),
        ),
    ],
)
def test_an_ordinal_counts_only_what_it_stands_beside(
    emphasised: Emphasised, question: str, text: str, values: tuple[str, ...]
) -> None:
    assert emphasised(question, text) == values
