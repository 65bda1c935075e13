"""Questions in Latin letters of Urdu, Persian and Arabic: recognised, written in their own letters, and answered."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from cpecbot.answering import Library
from cpecbot.answering.asking import LONGEST_QUESTION
from cpecbot.models import AskOptions, Reason, Status, Turn
from fakes.languages import AR, EN, FA, UR, ZH

Telling = Callable[..., Library]

URDU = (
    "وزیر صحت نے پیر کو ملتان میں نئے ہسپتال کا افتتاح کیا۔",
    "سیلاب سے 41 افراد ہلاک اور 130 زخمی ہوئے۔",
    "کسانوں نے گندم کی قیمت کم ہونے پر احتجاج کیا۔",
    "عدالت نے ملزم کو 12 مارچ کو طلب کیا ہے۔",
    "شہد کی برآمدات میں 15 فیصد اضافہ ہوا۔",
)
PERSIAN = (
    "وزیر بهداشت روز دوشنبه بیمارستان تازه‌ای را در یزد افتتاح کرد.",
    "در اثر سیل ۲۷ نفر کشته و ۹۰ نفر زخمی شدند.",
    "بازی به دلیل بارندگی دو ساعت دیرتر آغاز شد.",
    "رئیس دانشگاه، دکتر مهناز توکلی، برای دانشجویان سخنرانی کرد.",
    "آتش‌سوزی جنگل در نزدیکی گرگان رخ داد.",
)
ARABIC = (
    "افتتح وزير الصحة مستشفى جديدا في صفاقس يوم الاثنين.",
    "أسفرت الفيضانات عن مقتل 33 شخصا وإصابة 80 آخرين.",
    "تأخرت المباراة ساعتين بسبب الأمطار.",
    "استدعت المحكمة المتهم في 12 مارس.",
    "ارتفعت صادرات العسل بنسبة 15 في المئة.",
)


@pytest.fixture(scope="module")
def urdu(telling_everyday: Telling) -> Library:
    return telling_everyday(*URDU)


@pytest.fixture(scope="module")
def persian(telling_everyday: Telling) -> Library:
    return telling_everyday(*PERSIAN)


@pytest.fixture(scope="module")
def arabic(telling_everyday: Telling) -> Library:
    return telling_everyday(*ARABIC)


@pytest.mark.parametrize(
    ("typed", "read", "answering"),
    [
        ("naye haspatal ka iftetah kahan hua?", "نئے ہسپتال کا افتتاح کہاں ہوا؟", "ملتان"),
        ("selab mein kitne log halak hue?", "سیلاب میں کتنے لوگ ہلاک ہوئے؟", "41"),
        ("sailab se kitnay afrad zakhmi huay", "سیلاب سے کتنے افراد زخمی ہوئے", "130"),
        ("Adalat ne mulzim ko kab talab kiya", "عدالت نے ملزم کو کب طلب کیا", "12 مارچ"),
        ("gandum ki keemat ke baray me kya likha hai", "گندم کی قیمت کے بارے میں کیا لکھا ہے", "گندم"),
        # With an English word among them.
        ("hospital ka iftitah kis ne kiya", "ہسپتال کا افتتاح کس نے کیا", "وزیر صحت"),
    ],
)
def test_urdu_in_latin_letters_is_answered(urdu: Library, typed: str, read: str, answering: str) -> None:
    answer = urdu.ask(typed)
    assert (answer.question, answer.language, answer.understood, answer.romanised) == (typed, UR, read, True)
    assert answering in answer.quotes[0].text
    assert answer.did_you_mean is None


@pytest.mark.parametrize(
    ("typed", "read", "answering"),
    [
        ("dar seyl chand nafar koshte shodand", "در سیل چند نفر کشته شدند", "۲۷"),
        ("chand nafar dar seil zakhmi shodan?", "چند نفر در سیل زخمی شدند؟", "۹۰"),
        ("chera bazi dirtar aghaz shod", "چرا بازی دیرتر آغاز شد", "بارندگی"),
        ("raise daneshgah kist?", "رئیس دانشگاه کیست؟", "مهناز توکلی"),
        # Two words here, in the article parted by a half-space.
        ("atash soozi koja rokh dad", "آتش سوزی کجا رخ داد", "گرگان"),
    ],
)
def test_persian_in_latin_letters_is_answered(persian: Library, typed: str, read: str, answering: str) -> None:
    answer = persian.ask(typed)
    assert (answer.language, answer.understood, answer.romanised) == (FA, read, True)
    assert answering in answer.quotes[0].text


@pytest.mark.parametrize(
    ("typed", "read", "answering"),
    [
        ("kam shakhs usib fi el fayadanat?", "كم شخص أصيب في الفيضانات؟", "80"),
        ("limatha ta2akharat al mubarat", "لماذا تأخرت المباراة", "الأمطار"),
        ("mata istad3at al-mahkama al-muttaham", "متى استدعت المحكمة المتهم", "12 مارس"),
        ("kam irtafa3at saderat el 3asal", "كم ارتفعت صادرات العسل", "15"),
        ("shu 7asal bil mubarat", "شو حصل بالمباراة", "المباراة"),
    ],
)
def test_arabic_in_latin_letters_is_answered(arabic: Library, typed: str, read: str, answering: str) -> None:
    """With figures for the letters that Latin script has not."""
    answer = arabic.ask(typed)
    assert (answer.language, answer.understood, answer.romanised) == (AR, read, True)
    assert answering in answer.quotes[0].text


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("gwadar port ke bare mein kya kaha gaya?", "گوادر بندرگاہ کے بارے میں کیا کہا گیا؟"),
        ("CPEC projects ka kya hua", "CPEC منصوبہ کا کیا ہوا"),
        ("dar morede gwadar chi goftan?", "در مورد گوادر چی گفتند؟"),
    ],
)
def test_names_that_english_knows_are_answered_by_english_articles(
    telling_everyday: Telling, typed: str, read: str
) -> None:
    """The preposition ``dar`` is nobody's name."""
    library = telling_everyday("Gwadar Port has new CPEC projects, said Ishaq Dar.", "The bakery sold out of rye.")
    answer = library.ask(typed)
    assert answer.understood == read
    assert answer.quotes[0].source == "a"
    assert not any("Dar" in span.slice(library.corpus.articles["a"].text) for span in answer.quotes[0].highlights)


@pytest.mark.parametrize(
    "question",
    [
        "Who is Dar?",
        "dar",
        "ishaq dar",
        "What did Dar say in Multan?",
        "Where did Kia open a plant?",
        "When did Chi and Kai meet?",
        "Main Line 1 upgrade",
        "main points of the talks",
        "Is Hua in the team to use the port?",
        "Man of the match",
        "Al Jazeera on the floods",
        "bare minimum wage per capita",
        "3M shares, F-16 jets, 5G and the 2nd round",
        # Other languages in Latin letters.
        "Dónde se celebró la reunión de ayer?",
        "Cuándo es el partido en el estadio?",
        "Qui a gagné la coupe du monde?",
        "que dit le ministre sur la paix",
        "Chi ha vinto la finale?",
        "apa kata presiden tentang banjir ke kota ini",
        "Deprem ne zaman oldu?",
        "Wann war das Spiel?",
        # A misspelt one.
        "helath ministr of Multan",
        "",
        "?!",
    ],
)
def test_what_may_be_in_a_language_of_latin_letters_stays_so(
    urdu: Library, persian: Library, arabic: Library, question: str
) -> None:
    for library in (urdu, persian, arabic):
        answer = library.ask(question)
        assert (answer.romanised, answer.language) == (False, EN)


@pytest.mark.parametrize("language", [UR, FA, AR, ZH])
def test_a_question_in_its_own_letters_is_read_as_ever(urdu: Library, language: object) -> None:
    typed = {UR: "گندم کی قیمت", FA: "قیمت گندم", AR: "سعر القمح", ZH: "小麦价格"}[language]  # type: ignore[index]
    assert not urdu.ask(typed).romanised


@pytest.mark.parametrize(
    ("typed", "language"),
    [("aaj bijli kab aayegi?", UR), ("film key pakhsh mishavad?", FA), ("kam si3r el dahab?", AR)],
)
def test_what_no_article_speaks_of_is_not_made_into_something_else(arabic: Library, typed: str, language: str) -> None:
    answer = arabic.ask(typed)
    assert (answer.status, answer.language, answer.romanised) == (Status.NO_ANSWER, language, True)
    assert answer.did_you_mean is None


def test_a_greeting_in_latin_letters_is_one(urdu: Library) -> None:
    """Nothing was read that would have to be told."""
    answer = urdu.ask("kya haal hai")
    assert (answer.reason, answer.language, answer.understood, answer.romanised) == (Reason.GREETING, UR, None, False)


def test_what_two_languages_say_alike_is_in_the_chat_s(urdu: Library) -> None:
    assert {urdu.ask("salam", AskOptions(fallback_language=each)).language for each in (UR, FA)} == {UR, FA}


def test_the_next_question_goes_on_from_what_was_read(urdu: Library) -> None:
    first = urdu.ask("sailab mein kitne log halak hue?")
    turn = Turn(first.understood or "", first.language.code, 0.0)
    answer = urdu.ask("aur zakhmi kitne hue?", AskOptions(fallback_language=UR, previous=turn, now=1.0))
    assert "130" in answer.quotes[0].text


def test_a_long_one_is_read_in_time(urdu: Library) -> None:
    """Only its first words."""
    long = ("sailab mein kitne log halak hue " * 100)[:LONGEST_QUESTION]
    urdu.ask("sailab mein kya hua")
    started = time.process_time()
    urdu.ask(long)
    assert time.process_time() - started < 3


def test_explain_reads_it_as_ask_does(urdu: Library) -> None:
    assert urdu.explain("sailab mein kitne log halak hue?").query.language is UR


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        # What the articles speak of is likelier than what only sounds a little nearer, and no phrase skips a word.
        ("kin shobon mein taawun par ittefaq hua?", "کن شعبوں میں تعاون پر اتفاق ہوا؟"),
        ("ishaq dar kis ki dawat par cheen gaye?", "اسحاق ڈار کس کی دعوت پر چین گئے؟"),
        # English knows most of these words, but asks with others.
        ("bandar gavader chi shod?", "بندر گوادر چی شد؟"),
        ("sarmaye gozari chin cheghadr bode?", "سرمایه گذاری چین چقدر بوده؟"),
        # As it is spoken.
        ("wein 7a tkoon el jawla el jaya?", "وين سوف تكون الجولة القادمة؟"),
        ("sho mawqef pakistan men taiwan?", "شو موقف باكستان من تايوان؟"),
    ],
)
def test_what_is_typed_of_the_shipped_articles(library: Library, typed: str, read: str) -> None:
    assert library.ask(typed).understood == read


@pytest.mark.parametrize(
    "typed",
    [
        "bar exam key dates",
        "Dar key talks in China",
        "bandar sri raft race",
        "chi square bar chart",
        "in the APP report",
    ],
)
def test_english_words_that_are_some_of_persian_are_none(library: Library, typed: str) -> None:
    assert (library.ask(typed).language, library.ask(typed).romanised) == (EN, False)
