"""Which questions are taken for questions about the articles themselves, in five languages, and which are not."""

from __future__ import annotations

import pytest

from cpecbot.answering import Library
from cpecbot.models import AskOptions, Filters, Reason, Status, Turn, View

COUNTING = [
    "How many articles do you have?",
    "كم عدد المقالات لديك؟",
    "چند مقاله داری؟",
    "آپ کے پاس کتنے مضامین ہیں؟",
    "你有几篇文章？",
]
LISTING = [
    "What are your sources?",
    "ما هي مصادرك؟",
    "چه منابعی داری؟",
    "آپ کے ذرائع کون سے ہیں؟",
    "你有哪些来源？",
    # What the one in a language states of itself.
    "Which agencies are quoted by the Persian article?",
    "Which agencies does your Arabic article quote?",
    "ما مصدر المقال الفارسي وتاريخه؟",
    "خبر فارسی به نقل از کدام رسانه است و چه تاریخی دارد؟",
    "波斯语文章的来源和日期是什么？",
    "阿拉伯语的新闻是哪家通讯社的？",
]
NEWEST = [
    "Which article is the newest?",
    "ما أحدث مقال؟",
    "تازه‌ترین مقاله کدام است؟",
    "تازہ ترین مضمون کون سا ہے؟",
    "最新的文章是哪篇？",
]
OLDEST = [
    "Which source is the oldest?",
    "أي مقال هو الأقدم؟",
    "قدیمی‌ترین گزارش کدام است؟",
    "سب سے پرانی رپورٹ کون سی ہے؟",
    "哪篇文章最早？",
]
REPORT = [
    "Please summarise source 11",
    "لخص المصدر 11",
    "منبع ۱۱ چه می‌گوید؟",
    "ماخذ 11 کیا کہتا ہے؟",
    "来源11说了什么？",
]
DIFFERENCES = [
    "Where do the sources disagree?",
    "كيف تختلف المصادر؟",
    "منابع چه فرقی با هم دارند؟",
    "مآخذ میں کیا فرق ہے؟",
    "各来源有什么分歧？",
]
RIGHT = [
    "Which source is right?",
    "أي مصدر على حق؟",
    "کدام منبع درست می‌گوید؟",
    "کون سا ماخذ درست ہے؟",
    "哪个来源是对的？",
]
ALONE = [
    "What did the Veldt Courier report that Xinhua did not?",
    "ماذا ذكر المصدر 11 ولم تذكره شينخوا؟",
    "منبع ۱۱ چه گفته که شین‌هوا نگفته؟",
    "ماخذ 11 نے کیا بتایا جو شنہوا نے نہیں بتایا؟",
    "来源11说了什么新华社没有说的？",
]
ABILITIES = [
    "What can you help me with?",
    "ماذا يمكنك أن تفعل؟",
    "چه کاری می‌توانی انجام بدهی؟",
    "آپ کیا کر سکتے ہیں؟",
    "你能帮我做什么？",
]
LONGEST = [
    "Which report has the most details?",
    "مين أكثر مصدر فيه تفاصيل؟",
    "مفصل‌ترین گزارش مال کیه؟",
    "سب سے تفصیلی خبر کون سی ہے؟",
    "哪篇最详细？",
]
SHORTEST = [
    "which one is the shortest",
    "ما أقصر مقال؟",
    "کوتاه‌ترین خبر کدومه؟",
    "سب سے مختصر مضمون کون سا ہے",
    "最短的是哪篇",
]
MENTIONS = [
    "which articles mention the harbour and which never do?",
    "أي المقالات لم تذكر فلدت؟",
    "کدوم خبرا به فلدت اشاره نکردن؟",
    "کن خبروں میں فلدت کا ذکر نہیں؟",
    "哪几篇没提港口？",
    # Whether all of them do, however many these are.
    "Do all four articles talk about the harbour?",
    "هل تتحدث كل المقالات عن فلدت؟",
    "آیا همه خبرها از فلدت حرف می‌زنند؟",
    "کیا تمام مضامین فلدت کا ذکر کرتے ہیں؟",
    "四篇文章都提到港口了吗？",
]
NOT_IN_LANGUAGE = [
    "is there any report in Urdu?",
    "عندك شي بالأردو؟",
    "خبری به زبان اردو هست؟",
    "کیا کوئی خبر اردو میں بھی ہے؟",
    "有没有乌尔都语的？",
]
WHY = [
    "why don't the reports agree?",
    "ليش في فرق بين المصادر؟",
    "چرا منابع اختلاف دارند؟",
    "ذرائع میں اختلاف کیوں ہے؟",
    "各来源说法为何不同？",
]
ROUTES = {
    View.COUNT: COUNTING,
    View.LISTING: LISTING,
    View.NEWEST: NEWEST,
    View.OLDEST: OLDEST,
    View.REPORT: REPORT,
    View.DIFFERENCES: DIFFERENCES,
    View.RIGHT: RIGHT,
    View.ALONE: ALONE,
    View.LONGEST: LONGEST,
    View.SHORTEST: SHORTEST,
    View.MENTIONS: MENTIONS,
    View.NOT_IN_LANGUAGE: NOT_IN_LANGUAGE,
    View.WHY: WHY,
}
CONTENT = [
    "What does Article 370 say?",
    "What are the sources of energy in Veldt?",
    "How many articles does the constitution have?",
    "Which source of water was poisoned?",
    "Who has the right to moor in the harbour?",
    "What is the difference between the two harbours?",
    "ما هي مصادر الطاقة في فلدت؟",
    "منابع آب فلدت چیست؟",
    "فلدت میں توانائی کے ذرائع کیا ہیں؟",
    "第370条说了什么？",
    "能源的来源有哪些？",
    "What did China say about the harbour?",
    "which countries are mentioned in the report on the harbour",
    "Which sources of water are mentioned?",
    "Do Veldt and its neighbours disagree?",
    "what is the longest road",
    "什么是普通话",
    "Who is quoted by the mayor?",
    "What do all the sources say about the harbour?",
    "Which harbour was closed, and what did Arabic sailors say?",
]


@pytest.mark.parametrize(("view", "question"), [(view, each) for view, listed in ROUTES.items() for each in listed])
def test_a_question_about_the_articles_is_shown_what_it_asks_for(newsroom: Library, view: View, question: str) -> None:
    """In each of the languages."""
    about = newsroom.ask(question).about
    assert about is not None
    assert about.view is view


@pytest.mark.parametrize("question", ABILITIES)
def test_what_it_can_do_is_told(newsroom: Library, question: str) -> None:
    assert newsroom.ask(question).reason is Reason.ABILITIES


@pytest.mark.parametrize("question", CONTENT)
def test_what_only_sounds_like_one_is_left_to_the_articles(newsroom: Library, question: str) -> None:
    """An article of a law, the sources of a river."""
    assert newsroom.ask(question).about is None


@pytest.mark.parametrize(
    ("question", "sources"),
    [
        ("What does source 11 say?", {"011"}),
        ("what does 011 say", {"011"}),
        ("What did the Veldt Courier report?", {"011"}),
        ("what's in the Courier's article?", {"011"}),
        ("Summarise the Persian article", {"013"}),
        ("What do the Xinhua reports say?", {"012", "013"}),
        ("What does the newest article say?", {"012"}),
        ("what does the article of 4 May 2024 say", {"011"}),
        ("ماذا يقول المقال الفارسي؟", {"013"}),
        ("ماذا ورد في تقرير شينخوا؟", {"012", "013"}),
        ("در مقالهٔ عربی چه نوشته است؟", {"012"}),
        ("عربی مضمون کا خلاصہ کریں", {"012"}),
        ("新华社报道了什么？", {"012", "013"}),
        ("波斯文的文章讲了什么？", {"013"}),
        ("What do 011 and 013 say?", {"011", "013"}),
        ("source:Xinhua", {"012", "013"}),
        ("the Persian article", {"013"}),
        ("Xinhua's reports", {"012", "013"}),
        ("المقال الفارسي", {"013"}),
        ("مقالهٔ عربی", {"012"}),
        ("فارسی مضمون", {"013"}),
        ("波斯文的文章", {"013"}),
    ],
)
def test_an_article_is_known_by_all_that_it_may_be_called(newsroom: Library, question: str, sources: set[str]) -> None:
    """A number, an outlet in any language, its language, its day; and it alone is quoted."""
    answer = newsroom.ask(question)
    assert answer.status is Status.ANSWERED
    assert {quote.source[:3] for quote in answer.quotes} == sources
    assert not answer.silent_sources


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("What does the Veldt Courier say about the cranes?", "Two cranes"),
        ("according to source 11, when was the harbour closed?", "3 May"),
        ("منبع ۱۳ دربارهٔ مدرسه‌ها چه می‌گوید؟", "مدرسه‌های"),
    ],
)
def test_a_topic_is_looked_for_in_the_article_that_was_named(newsroom: Library, question: str, words: str) -> None:
    """And nowhere else."""
    answer = newsroom.ask(question)
    assert words in answer.quotes[0].text
    assert len({quote.source for quote in answer.quotes}) == 1


@pytest.mark.parametrize(
    "question",
    [
        "Which articles are in Arabic, and when was the harbour closed?",
        "أي المقالات بالعربية، ومتى أغلق الميناء؟",
        "عربی والے مضامین کون سے ہیں اور بندرگاہ کب بند ہوئی؟",
        "哪些文章是阿拉伯语的，港口什么时候关闭？",
    ],
)
def test_of_those_in_a_language_more_is_asked(newsroom: Library, question: str) -> None:
    answer = newsroom.ask(question)
    assert {quote.source for quote in answer.quotes} == {"012_storm"}
    assert answer.limits.sources == ("012_storm",)


def test_that_none_is_in_a_language_is_said_first(newsroom: Library) -> None:
    answer = newsroom.ask("Which articles are in Urdu, and when was the harbour closed?")
    assert answer.about is not None
    assert answer.about.view is View.NOT_IN_LANGUAGE


@pytest.mark.parametrize("question", ["What does source 99 say?", "What did Reuters report?", "ماذا تقول رويترز؟"])
def test_an_article_that_is_not_here_is_said_to_be_missing(newsroom: Library, question: str) -> None:
    """With those that are here."""
    about = newsroom.ask(question).about
    assert about is not None
    assert about.view is View.UNKNOWN
    assert len(about.sources) == 4


@pytest.mark.parametrize("question", ["Which articles mention the harbour?", "Who is right about the harbour?"])
def test_a_topic_looked_for_everywhere_is_within_no_limits(newsroom: Library, question: str) -> None:
    answer = newsroom.ask(question)
    assert answer.status is Status.ANSWERED
    assert answer.limits == Filters()


def test_and_another_article_is_asked_the_same(newsroom: Library) -> None:
    """After a question to one of them, while it is remembered."""
    options = AskOptions(previous=Turn("What does source 11 say?", "en", 0.0), now=5.0)
    answer = newsroom.ask("and 013?", options)
    assert {quote.source[:3] for quote in answer.quotes} == {"013"}


def test_who_is_right_is_asked_of_the_last_question(newsroom: Library) -> None:
    """Which names the topic."""
    options = AskOptions(previous=Turn("When was the harbour of Veldt closed?", "en", 0.0), now=5.0)
    answer = newsroom.ask("Who is right?", options)
    assert answer.about
    assert answer.about.view is View.RIGHT
    told = [*answer.quotes, *(quote for note in answer.disagreements for side in note.sides for quote in side.quotes)]
    assert {"011", "012"} <= {quote.source[:3] for quote in told}


def test_who_is_right_leaves_the_article_of_the_last_question_behind(newsroom: Library) -> None:
    """The topic is asked of all of them, which is no limit."""
    options = AskOptions(previous=Turn("What does source 11 say about the harbour?", "en", 0.0), now=5.0)
    answer = newsroom.ask("Who is right?", options)
    assert answer.about
    assert answer.about.view is View.RIGHT
    assert answer.limits == Filters()


@pytest.mark.parametrize(
    ("question", "view"),
    [
        ("عندك كام مقال؟", View.COUNT),
        ("شو مصادرك؟", View.LISTING),
        ("مين فيهم صح؟", View.RIGHT),
        ("إيه الفرق بين المصادر؟", View.DIFFERENCES),
        ("المصدر 11 بيقول إيه؟", View.REPORT),
        ("وش أحدث مقال؟", View.NEWEST),
        ("شو ذكر المصدر 11 وما ذكر المصدر 12؟", View.ALONE),
    ],
)
def test_spoken_arabic_asks_of_the_articles_too(newsroom: Library, question: str, view: View) -> None:
    about = newsroom.ask(question).about
    assert about is not None
    assert about.view is view
