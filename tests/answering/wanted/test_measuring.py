"""Which values of a sentence are the property that a question asks for, in every language."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from cpecbot.answering import Library

Telling = Callable[..., Library]

QUAKE = {
    "en": "A quake of magnitude 5.2 shook Nushki, 35 km west of Mastung, at a depth of 14 km.",
    "ar": "ضرب زلزال بقوة 5.2 درجات مدينة الناظور، على بعد 35 كيلومترا من بركان وعلى عمق 14 كيلومترا.",
    "fa": "زمین‌لرزه‌ای به بزرگی ۵.۲ در عمق ۱۴ کیلومتری زمین و ۳۵ کیلومتری غرب طبس روی داد.",
    "ur": "نوشکی میں 5.2 شدت کا زلزلہ آیا، مرکز مستونگ سے 35 کلومیٹر دور تھا اور گہرائی 14 کلومیٹر تھی۔",
    "zh": "努什基发生5.2级地震，震源深度14公里，震中距马斯通35公里。",
}


@pytest.mark.parametrize(
    ("language", "question", "answer"),
    [
        ("en", "What was the magnitude of the quake?", ("5.2",)),
        ("en", "How deep was the quake?", ("14 km",)),
        ("en", "How far from Mastung was the quake?", ("35 km",)),
        ("ar", "ما قوة الزلزال؟", ("5.2 درجات",)),
        ("ar", "كم عمق الزلزال؟", ("14 كيلومترا",)),
        ("fa", "بزرگی زمین‌لرزه چقدر بود؟", ("۵.۲",)),
        ("fa", "زمین‌لرزه در چه عمقی روی داد؟", ("۱۴ کیلومتری",)),
        ("ur", "زلزلے کی شدت کتنی تھی؟", ("5.2 شدت",)),
        ("ur", "زلزلے کی گہرائی کتنی تھی؟", ("14 کلومیٹر",)),
        ("zh", "地震的震级是多少？", ("5.2级",)),
        ("zh", "地震的震源深度是多少？", ("14公里",)),
    ],
)
def test_each_number_of_an_earthquake_answers_its_own_question(
    telling: Telling, language: str, question: str, answer: tuple[str, ...]
) -> None:
    assert _answering(telling, question, QUAKE[language]) == answer


@pytest.mark.parametrize(
    ("question", "text", "answer"),
    [
        # A word for a property names the nearest value that may be it; what no word names may still be it.
        ("How high is the mill?", "The mill, 5 km from town, is 60 metres high.", ("60 metres",)),
        ("How high is the mill?", "The mill of 60 metres stands 5 km from town.", ("60 metres",)),
        ("How high is the mill?", "The mill stands 5 km from town.", ()),
        ("How deep is the mill?", "The mill of 60 metres stands in town.", ()),
        ("What is the magnitude of the mill?", "The mill has 6 rooms.", ()),
        ("What is the top speed of the mill?", "The mill is 20 km from town.", ()),
        ("What is the top speed of the mill?", "The mill turns at 20 km/h.", ("20 km/h",)),
        # How far a word reaches.
        ("How deep is the mill?", f"The depth {'x' * 34} 60 metres, says the mill.", ("60 metres",)),
        ("How deep is the mill?", f"The depth {'x' * 39} 60 metres, says the mill.", ()),
        # A unit that the question states.
        ("What is the length of the mill in kilometres?", "The mill is 3 km long.", ("3 km",)),
        ("How long is the mill?", "The mill is 90 metres long.", ("90 metres",)),
        ("How long is the mill open?", "The mill is open for two weeks.", ("two weeks",)),
        # Shares and changes, by any word.
        ("What proportion of mills are shut?", "Two thirds of mills are shut.", ("Two thirds",)),
        ("What is the growth rate of mills?", "The mills grew by 4.1 percent.", ("4.1 percent",)),
        ("By how much did mills shrink?", "The mills shrank by a quarter.", ("a quarter",)),
        ("How many of the mills are shut?", "Three quarters of the mills are shut.", ("Three quarters",)),
        ("How many of the mills are shut?", "In three quarters, say the mills, things shut.", ()),
        ("磨坊产量增长了多少？", "磨坊产量增长了三成。", ("三成",)),
        ("كم بلغت نسبة نمو المطاحن؟", "بلغ نمو المطاحن 4 في المئة.", ("4 في المئة",)),
        ("آسیاب‌ها چند درصد رشد کردند؟", "آسیاب‌ها یک‌چهارم رشد کردند.", ("یک‌چهارم",)),
        ("کتنے فیصد چکیاں بند ہیں؟", "دو تہائی چکیاں بند ہیں۔", ("دو تہائی",)),
        # How long until.
        ("How soon will the mill open?", "The mill opens within three weeks.", ("three weeks",)),
        ("How soon will the mill open?", "The mill opens on 3 May.", ("3 May",)),
        ("خلال كم ستفتح المطحنة؟", "ستفتح المطحنة خلال أسبوعين.", ("أسبوعين",)),
        ("آسیاب ظرف چه مدتی باز می‌شود؟", "آسیاب ظرف دو هفته باز می‌شود.", ("دو هفته",)),
        ("چکی کتنے عرصے میں کھلے گی؟", "چکی تین ہفتوں میں کھلے گی۔", ("تین ہفتوں",)),
        ("磨坊多久内开放？", "磨坊将在两周内开放。", ("两周",)),
        # Scores, and the minute of a match.
        ("What was the final score of the mill workers?", "The mill workers won 3-1.", ("3-1",)),
        ("When did the miller score?", "The miller scored in the 67th minute.", ("67th minute",)),
        ("When did the miller score?", "The miller scored on 4 May.", ("4 May",)),
        ("When did the miller arrive?", "The miller arrived in the 67th minute.", ()),
        ("متى سجل الطحان هدفه؟", "سجل الطحان هدفه في الدقيقة 67.", ("الدقيقة 67",)),
        ("آسیابان گل را چه زمانی زد؟", "آسیابان گل را در دقیقه ۶۷ زد.", ("دقیقه ۶۷",)),
        ("چکی والے نے گول کب کیا؟", "چکی والے نے 67ویں منٹ میں گول کیا۔", ("67ویں منٹ",)),
        ("磨坊工人什么时候进球？", "磨坊工人第67分钟进球。", ("第67分钟",)),
        # Money by its currency, whatever the glossary calls it.
        ("How many riyals did the mill cost?", "The mill cost 20 riyals.", ("20 riyals",)),
        ("How many riyals did the mill cost?", "The mill cost 20 euros.", ()),
        # What the question itself states is not what it asks.
        ("How many rooms has the seventh mill?", "The seventh mill has 12 rooms.", ("12",)),
    ],
)
def test_what_is_asked_is_answered_by_what_measures_it(
    telling: Telling, question: str, text: str, answer: tuple[str, ...]
) -> None:
    assert _answering(telling, question, text) == answer


@pytest.mark.parametrize(
    ("question", "text", "answer"),
    [
        ("What was the price of the mill?", "The mill was built with a grant of $230 million.", ("$230 million",)),
        ("What was the price of the mill?", "The mill was built in 230 days.", ()),
        ("ما كلفة المطحنة؟", "بنيت المطحنة بمنحة قدرها 230 مليون دولار.", ("230 مليون دولار",)),
        ("هزینه آسیاب چقدر بود؟", "آسیاب با کمک بلاعوض ۲۳۰ میلیون دلاری ساخته شد.", ("۲۳۰ میلیون دلاری",)),
        ("بیکری کی لاگت کتنی تھی؟", "بیکری 230 ملین ڈالر کی گرانٹ سے بنائی گئی۔", ("230 ملین ڈالر",)),
        ("磨坊的造价是多少？", "磨坊由2.3亿美元赠款建成。", ("2.3亿美元",)),
    ],
)
def test_a_price_is_told_by_a_sum_whatever_the_verb(
    telling: Telling, question: str, text: str, answer: tuple[str, ...]
) -> None:
    assert _answering(telling, question, text) == answer
    assert bool(telling(text).ask(question).quotes) == bool(answer)


def test_a_break_of_the_line_hides_no_word_for_a_property(telling: Telling) -> None:
    """What stands on two lines is one word."""
    text = """努什基县地震局星期一上午发布消息说，当天凌晨发生的地震震中位于县城以
北三十五公里处，附近许多村庄的房屋受损，道路中断，仪器测得的最后震
级为5.2，目前已有三百名村民转移到学校和体育馆里，救援队伍正赶往山
区，天气寒冷，帐篷和棉被还不够用。
"""
    assert _answering(telling, "地震的震级是多少？", text) == ("5.2",)


def _answering(telling: Telling, question: str, text: str) -> tuple[str, ...]:
    (sentence,) = telling(text).explain(question).sentences
    return sentence.answering


@pytest.mark.parametrize(
    ("question", "text", "age"),
    [
        ("How old is Marta Ruiz?", "Marta Ruiz, 29, saved 3 penalties in the 88th minute.", ("29",)),
        ("How old is Marta Ruiz?", "Marta Ruiz (29) saved 3 penalties.", ("29",)),
        ("How old is Marta Ruiz?", "The 29-year-old Marta Ruiz won 2 prizes.", ("29-year",)),
        ("How old is Marta Ruiz?", "Marta Ruiz saved 3 penalties in the 88th minute.", ()),
        ("How old is Marta Ruiz?", "Marta Ruiz, 290, won.", ()),
        ("كم عمر سامي الخوري؟", "سجل سامي الخوري البالغ من العمر 24 عاما في الدقيقة 70.", ("24 عاما",)),
        ("كم عمر سامي الخوري؟", "سجل سامي الخوري هدفين في الدقيقة 70.", ()),
        ("رضا کیانی چند سال دارد؟", "رضا کیانی ۳۱ ساله در دقیقه ۵۵ گل زد.", ("۳۱ ساله",)),
        ("ارشد محمود کی عمر کتنی ہے؟", "27 سالہ ارشد محمود نے 15ویں منٹ میں گول کیا۔", ("27 سالہ",)),
        ("马丁内斯多大年纪？", "33岁的前锋马丁内斯在第61分钟进球。", ("33",)),
    ],
)
def test_an_age_is_told_by_its_words_or_stands_by_itself_behind_a_name(
    telling: Telling, question: str, text: str, age: tuple[str, ...]
) -> None:
    (sentence,) = telling(text).explain(question).sentences
    assert sentence.answering == age


def test_what_is_in_parentheses_stays_what_is_asked_about(telling: Telling) -> None:
    """'How strong was the (quake)' asks for a magnitude, of a quake."""
    library = telling("The quake of magnitude 5.9 struck at noon.", "The mill of magnitude 4.1 struck at noon.")
    assert [quote.source for quote in library.ask("How strong was the quake?").quotes] == ["a"]


@pytest.mark.parametrize(
    ("question", "text", "answer"),
    [
        ("How old is the miller?", "At 31, the miller runs the mill.", ("31",)),
        ("How old is the miller?", "At 31 mills the miller rang.", ()),
        ("How old is the miller?", "The miller is in her eighties.", ("eighties",)),
        ("How old is the miller?", "The miller came in the eighties.", ()),
        ("آسیابان چند ساله است؟", "آسیابان پنجاه‌ساله در آسیاب است.", ("پنجاه‌ساله",)),
        ("كم عمر الطحان؟", "الطحان في الثالثة والعشرين من عمره.", ("الثالثة والعشرين",)),
        ("磨坊主多大年纪？", "年过八旬的磨坊主每天开店。", ("年过八旬",)),
        ("磨坊主多大年纪？", "四十出头的磨坊主每天开店。", ("四十出头",)),
        ("How many mills are open?", "At 31, she opened 4 mills.", ("4",)),
    ],
)
def test_an_age_is_told_by_tens_by_an_ordinal_or_in_one_word(
    telling: Telling, question: str, text: str, answer: tuple[str, ...]
) -> None:
    assert _answering(telling, question, text) == answer
