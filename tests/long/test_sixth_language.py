"""A sixth language is a folder: the one that docs/languages.md builds is read, asked, answered and compared.

It is invented, and in the script of English, which is the hardest place to be told apart. No file of the others knows
of it.
"""

from __future__ import annotations

import re
import shutil
import textwrap
from pathlib import Path

import pytest

from command_line import Cli
from cpecbot.answering import Library
from cpecbot.answering.building import build_library
from cpecbot.bot.buttons import keyboards
from cpecbot.commands.language_files import LANGUAGE_FILES
from cpecbot.console.conversation import Conversation
from cpecbot.console.showing import Shown, Table
from cpecbot.corpus.loading import load_corpus
from cpecbot.language.text.identify import identify
from cpecbot.languages import Language, Languages, Profile, load_languages
from cpecbot.models import Answer, AskOptions, Dimension, Level, QuestionKind, Quote
from cpecbot.storage import Preferences

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs" / "languages.md").read_text("utf-8")
CODE = "qbe"
ARTICLE = """\
Kwina ka Pakista zadin dilogu strateku

Zu oktura randu lo dilogu strateku vet zadin ni Bejina ul heshura lo yanul 2026, tor Wang Yi ka Ishaq Dar ni zu mesu.
Kwina vet akoren sha trel milun dolaru bes pel zu portu Gwadar.
Zu portu Gwadar bes vimt milu trabes pel zu pepel.
"""


def written_in_the_page() -> dict[str, str]:
    """The files of the folder, as the page tells a reader to write them."""
    steps = PAGE.split("## Add a language")[1].split("## Try it")[0]
    names = re.findall(rf"`config/languages/{CODE}/([\w.]+)`", steps)
    blocks = re.findall(r"^ *```(?:toml|po)\n(.*?)^ *```$", steps, re.MULTILINE | re.DOTALL)
    return {name: textwrap.dedent(block) for name, block in zip(names, blocks, strict=True)}


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The shipped configuration and articles, the folder of the page, one article in its language, and settings."""
    folder = tmp_path_factory.mktemp("six")
    for name in ("config", "seeds"):
        shutil.copytree(ROOT / name, folder / name)
    language = folder / "config" / "languages" / CODE
    language.mkdir()
    for name, text in written_in_the_page().items():
        (language / name).write_text(text, "utf-8")
    (folder / "seeds" / "005_belan.txt").write_text(ARTICLE, "utf-8")
    (folder / "local.toml").write_text('tables = "config"\ncorpus = "seeds"\n', "utf-8")
    return folder


@pytest.fixture(scope="module")
def six(home: Path) -> Languages:
    """The shipped languages and the new one."""
    return load_languages(home / "config" / "languages")


@pytest.fixture(scope="module")
def belan(six: Languages) -> Language:
    """The new language."""
    return six[CODE]


@pytest.fixture(scope="module")
def wide(home: Path, six: Languages) -> Library:
    """The five articles and the new one, ready to answer."""
    config = home / "config"
    corpus = load_corpus(home / "seeds", six, config / "sources.toml", config / "boilerplate.toml")
    return build_library(corpus, six, config)


def numbers(answer: Answer) -> list[str]:
    """The sources that are quoted, by their number."""
    return [quote.source[:3] for quote in answer.quotes]


def from_belan(answer: Answer) -> Quote:
    """The first quote from the article in the new language."""
    return next(quote for quote in answer.quotes if quote.source == "005_belan")


def answering_words(quote: Quote) -> list[str]:
    return [quote.text[span.start - quote.span.start : span.end - quote.span.start] for span in quote.highlights]


def said(shown: Shown) -> str:
    """Everything that is shown, one thing after the other."""
    return "\n".join(_lines(each) if isinstance(each, Table) else each.text for each in shown)


def _lines(table: Table) -> str:
    return "\n".join((table.title, *map(" ".join, (table.header, *table.rows))))


def test_a_language_is_some_sixty_lines(six: Languages) -> None:
    """Of files that each schema takes, and none of code."""
    files = written_in_the_page()
    assert set(files) <= {Profile.file, "messages.po", *(schema.file for schema in LANGUAGE_FILES)}
    assert sum(text.count("\n") for text in files.values()) <= 70
    six.check(LANGUAGE_FILES)


def test_its_article_is_told_from_english_and_the_others_stay_what_they_are(wide: Library) -> None:
    """By its small words alone."""
    languages = {source[:3]: str(article.language) for source, article in wide.corpus.articles.items()}
    assert languages == {"000": "ar", "001": "ar", "002": "fa", "003": "en", "004": "en", "005": CODE}


def test_each_sentence_is_told_too(wide: Library, six: Languages) -> None:
    """As short as a question is."""
    for source in ("003_20df2d75b53d696d", "004_84e34df9c8cd6787", "005_belan"):
        article = wide.corpus.articles[source]
        for sentence in wide.corpus.sentences[source]:
            assert identify(sentence.text, six) == article.language, sentence.text


def test_a_question_in_it_is_answered_from_its_article_and_from_those_in_other_languages(wide: Library) -> None:
    """In exact words of each, with the key terms of the others in its own."""
    answer = wide.ask("Wase bes pel zu portu Gwadar?")
    assert str(answer.language) == CODE
    assert {"003", "004", "005"} <= set(numbers(answer))
    for quote in answer.quotes:
        assert quote.text == quote.span.slice(wide.corpus.articles[quote.source].text)
    assert next(quote for quote in answer.quotes if quote.source.startswith("003")).gloss == ("portu Gwadar",)


@pytest.mark.parametrize(
    "question", ["What was said about Gwadar Port?", "ماذا قيل عن ميناء جوادر؟", "بندر گوادر چه می‌شود؟"]
)
def test_a_question_in_another_language_finds_its_article(wide: Library, question: str) -> None:
    """Through the forms that its folder brings."""
    assert "portu Gwadar" in from_belan(wide.ask(question)).text


@pytest.mark.parametrize(
    "question",
    [
        "Wen vet zu oktura randu lo dilogu strateku zadin?",
        "When was the eighth round of the strategic dialogue held?",
        "متى عقدت الجولة الثامنة من الحوار الاستراتيجي؟",
    ],
)
def test_when_is_answered_with_a_date_in_its_words(wide: Library, question: str) -> None:
    """A question in any language; the ordinal in it is met by one of its number words with an ending."""
    answer = wide.ask(question)
    assert answer.kind is QuestionKind.WHEN
    assert numbers(answer)[0] == "005"
    assert answering_words(answer.quotes[0])[0] == "heshura lo yanul 2026"


def test_a_date_in_its_words_is_met_by_figures(wide: Library) -> None:
    """Of a question in another language."""
    assert numbers(wide.ask("What happened on 6 January 2026?"))[0] == "005"


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("Wamu trabes bes pel zu portu Gwadar?", "vimt milu"),
        ("How much money is for Gwadar Port?", "trel milun dolaru"),
        ("Who gives 3 million dollars?", "trel milun dolaru"),
    ],
)
def test_its_number_words_are_read(wide: Library, question: str, words: str) -> None:
    """Asked for in its own words, and as a sum of another language."""
    assert words in from_belan(wide.ask(question)).text
    if "3" not in question:
        assert words in answering_words(from_belan(wide.ask(question)))


def test_where_it_differs_from_others_is_noted_with_both_sides_in_their_words(wide: Library) -> None:
    """Its eighth round is the seventh elsewhere."""
    note = next(each for each in wide.disagreements() if each.dimension is Dimension.ORDINAL)
    assert note.level is Level.CONTRADICTION
    sides = {side.values: [quote.source[:3] for quote in side.quotes] for side in note.sides}
    assert sides[("8",)] == ["005"]
    assert "004" in sides[("7",)]
    for side in note.sides:
        for quote in side.quotes:
            assert quote.text == quote.span.slice(wide.corpus.articles[quote.source].text)


def test_the_bot_speaks_it_as_far_as_its_catalogue_goes(wide: Library, belan: Language) -> None:
    """And the fallback's words beyond."""
    conversation = Conversation(wide, AskOptions(), belan, clock=lambda: 0.0)
    listed = said(conversation.reply("/sources"))
    assert listed.startswith("Artiklu\n")
    assert "Belan" in listed
    assert "date not stated" in listed
    assert "Nepi artiklu raden lo dis." in said(conversation.reply("Wiko vet ni zu Olimpika Kupa?"))


def test_the_keyboards_of_telegram_offer_it_by_its_own_name(six: Languages, belan: Language) -> None:
    """To be spoken, and to be read."""
    offered = [keyboards.languages(six, "k", belan, six.fallback), keyboards.settings(Preferences(), six, "k", belan)]
    for keyboard, name in zip(offered, ("✓ Belan", "Belan"), strict=True):
        assert keyboard
        assert name in [button.text for row in keyboard.inline_keyboard for button in row]


def test_the_commands_know_it(cli: Cli, home: Path) -> None:
    """The console answers in it, and an option takes its code."""
    config = ("--config", str(home / "local.toml"))
    assert f"[{CODE}]" in cli(*config, "sources").out
    out = cli(*config, "console", stdin="Wen vet zu oktura randu zadin?\n").out
    assert "heshura lo yanul 2026" in out
    assert "Belan" in out


@pytest.mark.parametrize(
    ("name", "mistake", "told"),
    [
        ("numbers.toml", ("scales =", "scale ="), "line 4: cardinals.scale"),
        ("dates.toml", ("3 =", "13 ="), "line 5: months.gregorian.13"),
        ("concepts.toml", ("gwadar_port", "gwadar_prot"), "line 8: 'gwadar_prot' is no concept; did you mean"),
        ("units.toml", ("USD", "dollars"), "line 3: currencies.dollars"),
    ],
)
def test_a_typing_mistake_is_told_with_file_line_and_key(
    cli: Cli, home: Path, tmp_path: Path, name: str, mistake: tuple[str, str], told: str
) -> None:
    """Before anything is asked."""
    shutil.copytree(home / "config", tmp_path / "config")
    shutil.copy(home / "local.toml", tmp_path)
    file = tmp_path / "config" / "languages" / CODE / name
    file.write_text(file.read_text("utf-8").replace(*mistake), "utf-8")
    result = cli("--config", str(tmp_path / "local.toml"), "ask", "--corpus", str(home / "seeds"), "Gwadar?")
    assert result.code == 2
    assert f"{CODE}/{name}, {told}" in result.err.replace("\\", "/")
