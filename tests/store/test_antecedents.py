"""What the words of a sentence stand for that was named before it."""

from __future__ import annotations

import pytest

from cpecbot.language.analysis import Analyzer
from cpecbot.language.text.folding import fold_text
from cpecbot.languages import Language
from cpecbot.models import Article, Sentence, SentenceKind, Span
from cpecbot.store.antecedents import How, Reference
from cpecbot.store.entries import read_article
from fakes.languages import AR, EN, FA, LANGUAGES, UR, ZH
from shipped import whole_glossary


@pytest.fixture(scope="module")
def analyzer() -> Analyzer:
    return Analyzer(whole_glossary(), LANGUAGES)


def references(analyzer: Analyzer, language: Language, *sentences: str) -> tuple[Reference, ...]:
    """Those of the last of ``sentences``, an article."""
    article = Article("a", " ".join(sentences), language)
    read = [Sentence("a", Span(0, len(text)), text, SentenceKind.BODY, language) for text in sentences]
    return list(read_article(article, read, analyzer))[-1].surroundings.references


@pytest.mark.parametrize(
    ("language", "sentences", "how", "name"),
    [
        (EN, ("The potter Lena Quist opened a shop.", "Quist sells jugs."), How.NAME, "lena"),
        (EN, ("Finance Minister Lena Quist spoke in Izmir.", "The minister left at noon."), How.POINTED, "quist"),
        (EN, ("Lena Quist, the finance minister, spoke.", "The minister left at noon."), How.POINTED, "quist"),
        (EN, ("Workers closed the Zorva Bridge.", "The bridge is rusty."), How.POINTED, "zorva"),
        (EN, ("Zorva bought a mill.", "Farmers cheered.", "The company paid in cash."), How.POINTED, "zorva"),
        (EN, ("The Zorva Museum opened.", "It holds 90 jugs."), How.PRONOUN, "zorva"),
        (EN, ("Lena Quist opened a shop.", "Neighbours brought cake.", "She sells jugs."), How.PRONOUN, "quist"),
        (AR, ("تحدث وزير المالية سامر الدغيم في أزمير.", "وأضاف أن الميزانية جاهزة."), How.UNSAID, "الدغيم"),
        (AR, ("تحدث وزير المالية سامر الدغيم في أزمير.", "وقال الوزير إن الميزانية جاهزة."), How.POINTED, "الدغيم"),
        (FA, ("وزیر دارایی، سامر دغیمی، سخن گفت.", "افزود که بودجه آماده است."), How.UNSAID, "دغیمی"),
        (FA, ("وزیر دارایی، سامر دغیمی، سخن گفت.", "وزیر گفت بودجه آماده است."), How.BARE, "دغیمی"),
        (UR, ("وزیر خزانہ سامر دغیمی لاہور آئے۔", "وزیر نے کہا کہ بجٹ تیار ہے۔"), How.BARE, "دغیمی"),
        (UR, ("وزیر خزانہ سامر دغیمی لاہور آئے۔", "انہوں نے کہا کہ بجٹ تیار ہے۔"), How.PRONOUN, "دغیمی"),
        (ZH, ("财政部长莱娜·奎斯特星期一发表讲话。", "部长说预算已经完成。"), How.BARE, "奎斯特"),
        (ZH, ("财政部长莱娜·奎斯特星期一发表讲话。", "奎斯特说预算已经完成。"), How.NAME, "莱娜"),
        (ZH, ("财政部长莱娜·奎斯特星期一发表讲话。", "还表示预算已经完成。"), How.UNSAID, "奎斯特"),
    ],
)
def test_words_stand_for_what_was_named(
    analyzer: Analyzer, language: Language, sentences: tuple[str, ...], how: How, name: str
) -> None:
    found = [each for each in references(analyzer, language, *sentences) if f"n:{fold_text(name)}" in each.keys]
    assert how in {each.how for each in found}


@pytest.mark.parametrize(
    ("language", "sentences", "name"),
    [
        (EN, ("Workers closed the Zorva Bridge.", "A bridge is costly."), "zorva"),
        (EN, ("Workers closed the Zorva Bridge.", "The Kelm Bridge is rusty."), "zorva"),
        (EN, ("Workers closed the Zorva Bridge.", "The Kelm Bridge is new.", "The bridge is rusty."), "zorva"),
        (EN, ("The potter Lena Quist opened a shop.", "The weaver Ira Brandel sells rugs."), "quist"),
        (EN, ("The Zorva Museum opened.", "This year the weather was fine."), "zorva"),
        (AR, ("تحدث وزير المالية سامر الدغيم في أزمير.", "وأعلنت الحكومة أن الميزانية جاهزة."), "الدغيم"),
        (ZH, ("财政部长莱娜·奎斯特星期一发表讲话。", "其他人离开了。"), "奎斯特"),
    ],
)
def test_what_is_new_stands_for_nothing_before_it(
    analyzer: Analyzer, language: Language, sentences: tuple[str, ...], name: str
) -> None:
    assert not any(f"n:{fold_text(name)}" in each.keys for each in references(analyzer, language, *sentences))


def test_a_reference_stands_where_its_words_do(analyzer: Analyzer) -> None:
    text = "Later the bridge was painted."
    found = references(analyzer, EN, "Workers closed the Zorva Bridge.", text)
    assert [each.span.slice(text) for each in found] == ["bridge"]


def test_the_first_sentence_stands_for_nothing(analyzer: Analyzer) -> None:
    assert references(analyzer, EN, "She opened the bridge.") == ()
