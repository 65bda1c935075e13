"""What a person gets for a question, as conversations with the five real articles."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from answering.conftest import Telling
from cpecbot.answering import Library
from cpecbot.models import Answer, AskOptions, QuestionKind, Reason, Status
from fakes.languages import AR, EN


def highlighted(answer: Answer) -> list[str]:
    """The emphasised words of the first quote."""
    quote = answer.quotes[0]
    return [span.shift(-quote.span.start).slice(quote.text) for span in quote.highlights]


def numbers(answer: Answer) -> list[str]:
    return [quote.source[:3] for quote in answer.quotes]


@pytest.mark.parametrize(
    ("question", "first", "words"),
    [
        ("When was the seventh round?", "004", "January 4, 2026"),
        ("When did Dar visit China?", "004", "January 3 to January 5, 2026"),
        ("Who co-chaired the dialogue?", "004", "Wang Yi"),
        ("Where was the seventh round held?", "003", "Beijing"),
        ("How much money has China put into the corridor?", "002", "بیش از ۳۰ میلیارد دلار"),
        ("سرمایه‌گذاری چین در سیپک چند میلیارد دلار است؟", "002", "بیش از ۳۰ میلیارد دلار"),
        ("متى زار وزير الخارجية الباكستاني الصين؟", "004", "January 3 to January 5, 2026"),
        ("How many key sectors are there?", "004", "three"),
        ("瓜达尔港", "004", "Gwadar Port"),
        ("گوادر پورٹ", "003", "Gwadar Port"),
    ],
)
def test_the_first_quote_holds_what_was_asked_and_marks_it(
    library: Library, question: str, first: str, words: str
) -> None:
    answer = library.ask(question)
    assert answer.status is Status.ANSWERED
    assert words in highlighted(answer) or words in " ".join(highlighted(answer))
    assert first in numbers(answer)[:2]


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("How long is the Karakoram Highway in kilometres?", QuestionKind.HOW_MUCH),
        ("When will Gwadar Port be finished?", QuestionKind.WHEN),
        ("When was CPEC launched?", QuestionKind.WHEN),
        ("گوادر میں کتنے لوگ رہتے ہیں؟", QuestionKind.HOW_MANY),
        ("巴基斯坦宇航员什么时候进入空间站？", QuestionKind.WHEN),
    ],
)
def test_a_sentence_without_the_kind_asked_for_does_not_pose_as_the_answer(
    library: Library, question: str, kind: QuestionKind
) -> None:
    answer = library.ask(question)
    assert (answer.status, answer.kind, answer.quotes) == (Status.NO_ANSWER, kind, ())
    assert answer.reason in {Reason.KIND_MISSING, Reason.NEAR_TOPIC}
    assert answer.nearest is not None


@pytest.mark.parametrize(
    ("message", "reason"),
    [
        ("hello", Reason.GREETING),
        ("السلام عليكم", Reason.GREETING),
        ("سلام، خوبی؟", Reason.GREETING),
        ("你好", Reason.GREETING),
        ("thanks a lot!", Reason.THANKS),
        ("بہت شکریہ", Reason.THANKS),
        ("", Reason.EMPTY),
        ("؟؟؟ !!!", Reason.EMPTY),
        ("asdkjh qwlkej", Reason.GIBBERISH),
        ("Settings!", Reason.CONTROL),
        ("مساعدة", Reason.CONTROL),
        ("راهنما", Reason.CONTROL),
        ("ترتیبات", Reason.CONTROL),
        ("帮助", Reason.CONTROL),
        ("stop", Reason.LEAVING),
        ("إيقاف", Reason.LEAVING),
        ("توقف", Reason.LEAVING),
        ("رکو", Reason.LEAVING),
        ("停止", Reason.LEAVING),
        ("https://example.org/2026/a-story?x=1#y", Reason.LINK),
        ("  www.example.org\nt.me/channel/7 ", Reason.LINK),
        ("Quelle est la date de la septième session ?", Reason.UNREAD),
        ("¿Cuándo se celebró la séptima ronda?", Reason.UNREAD),
        ("Wann wurde das Abkommen unterschrieben?", Reason.UNREAD),
        ("Yedinci tur ne zaman yapıldı?", Reason.UNREAD),
        ("Когда состоялся седьмой раунд?", Reason.UNREAD),
        ("सातवां दौर कब हुआ?", Reason.UNREAD),
        ("彼はいつどこで亡くなりましたか", Reason.UNREAD),
        ("Who is Путин?", Reason.OFF_TOPIC),
        ("Los Angeles de la Paz", Reason.OFF_TOPIC),
        ("What is the capital of Australia?", Reason.OFF_TOPIC),
        ("من فاز بكأس العالم؟", Reason.OFF_TOPIC),
        ("推荐一部电影", Reason.OFF_TOPIC),
        ("Who is China's ambassador to Pakistan?", Reason.NEAR_TOPIC),
        ("What is the budget of the Gwadar airport?", Reason.NEAR_TOPIC),
    ],
)
def test_why_there_is_no_answer(library: Library, message: str, reason: Reason) -> None:
    answer = library.ask(message)
    assert (answer.status, answer.reason, answer.quotes) == (Status.NO_ANSWER, reason, ())


def test_a_name_that_no_article_knows_is_not_spoken_of_without_a_date(library: Library) -> None:
    answer = library.ask("When did Ronaldo score?")
    assert (answer.reason, answer.missing) == (Reason.NEAR_TOPIC, ("Ronaldo",))


def test_a_word_that_stands_in_an_article_is_never_called_missing(library: Library) -> None:
    assert library.ask("Wang Yee").missing == ("Yee",)


def test_a_near_miss_names_the_words_that_no_source_speaks_of(library: Library) -> None:
    assert library.ask("What did India say about Kashmir?").missing == ("India",)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("gwadar prot", "gwadar port"), ("kashmeer dispuet", "kashmir dispute"), ("khunjerabb pass", "khunjerab pass")],
)
def test_misspelt_words_are_understood_and_said(library: Library, typed: str, meant: str) -> None:
    answer = library.ask(typed)
    assert (answer.status, answer.did_you_mean) == (Status.ANSWERED, meant)


def test_known_words_that_the_articles_lack_are_not_corrected(library: Library) -> None:
    assert library.ask("What is the capital of Australia?").did_you_mean is None


def test_every_source_that_speaks_comes_before_a_second_quote_of_one(library: Library) -> None:
    sources = numbers(library.ask("What is said about terrorism?"))
    first_seen = list(dict.fromkeys(sources))
    assert sources[: len(first_seen)] == first_seen
    assert max(map(sources.count, sources)) <= 2


def test_sources_without_a_word_on_it_are_silent(library: Library) -> None:
    answer = library.ask("What about the Khunjerab Pass?")
    assert numbers(answer) == ["004"]
    assert [source[:3] for source in answer.silent_sources] == ["000", "001", "002", "003"]


def test_a_foreign_quote_is_glossed_in_the_language_of_the_question(library: Library) -> None:
    quotes = library.ask("When was the seventh round?").quotes
    foreign = [quote for quote in quotes if quote.language is not EN]
    assert foreign
    assert all("round" in quote.gloss for quote in foreign)
    assert all(not quote.gloss for quote in quotes if quote.language is EN)


def test_filters_in_the_question_limit_the_sources(library: Library) -> None:
    assert set(numbers(library.ask("terrorism source:003"))) == {"003"}
    assert {quote.language for quote in library.ask("terrorism lang:ar").quotes} == {AR}
    assert set(numbers(library.ask("dialogue from:2026-01-01"))) <= {"002", "004"}
    assert library.ask("dialogue from:2030-01-01").reason is Reason.FILTERED_OUT


def test_preferences_limit_languages_and_number(library: Library) -> None:
    answer = library.ask("terrorism", AskOptions(limit=1, languages=(AR,)))
    assert len(answer.quotes) == 1
    assert {quote.language for quote in (*answer.quotes, *answer.more)} == {AR}


def test_more_quotes_go_on_where_the_first_ended(library: Library) -> None:
    few, many = library.ask("terrorism", AskOptions(limit=2)), library.ask("terrorism", AskOptions(limit=5))
    assert (*few.quotes, *few.more)[:5] == many.quotes


def test_a_huge_question_is_answered_from_its_beginning(library: Library) -> None:
    answer = library.ask("When was the seventh round? " + "x" * 1_000_000)
    assert len(answer.question) > 1_000_000
    assert answer.status in set(Status)


def test_who_counts_is_told_no_difference_of_what_is_measured(telling_everyday: Callable[..., Library]) -> None:
    """The magnitude is disputed, and told to who asks for it; the killed are not."""
    text = "The earthquake of magnitude {} that struck Peshawar on 3 May 2024 killed 40 people."
    library = telling_everyday(text.format("6.0"), text.format("6.6"))
    counted = library.ask("How many people did the earthquake in Peshawar kill?")
    measured = library.ask("What was the magnitude of the earthquake in Peshawar?")
    assert counted.quotes
    assert not counted.disagreements
    assert [note.kind for note in measured.disagreements] == ["measure"]


@pytest.mark.parametrize(
    "told",
    [
        "Oslo marked the 60th anniversary of the ferry.",
        "احتفلت أوسلو بالذكرى الستين للعبّارة.",
        "奥斯陆庆祝渡轮六十周年。",
    ],
)
@pytest.mark.parametrize(
    "question",
    [
        "Where did they mark 60 years of the ferry?",
        "أين احتفلوا بمرور ستين عامًا على العبّارة؟",
        "渡轮六十年的庆祝活动在哪里举行？",
    ],
)
def test_so_many_years_are_told_by_an_anniversary(telling_everyday: Telling, told: str, question: str) -> None:
    library = telling_everyday(told, "In Bergen 60 new trees were planted.", *["Rye bread is dearer."] * 3)
    answer = library.ask(question)
    assert [quote.source for quote in answer.quotes] == ["a"]
    assert answer.missing == ()


@pytest.mark.parametrize(
    "question", ["Which mountain pass did the snow close?", "哪个山口被雪封了？", "کس درے کو برف نے بند کیا؟"]
)
def test_a_pass_is_found_by_what_it_is(telling_everyday: Telling, question: str) -> None:
    library = telling_everyday("Snow closed the Khunjerab.", "Snow closed the harbour.", *["Rye bread is dearer."] * 3)
    assert library.ask(question).quotes[0].source == "a"
