"""People are found however their names are spelt, and nobody is taken for somebody else."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from cpecbot.answering import Library
from cpecbot.answering.building import build_library
from cpecbot.corpus.loading import load_corpus
from cpecbot.models import Answer, Reason, Status
from fakes.languages import LANGUAGES


@pytest.fixture
def library(tmp_path: Path, root: Path, request: pytest.FixtureRequest) -> Library:
    """The articles that a test gives, "a" and further letters."""
    path = tmp_path / "articles.jsonl"
    lines = (json.dumps({"id": chr(ord("a") + n), "text": text}) for n, text in enumerate(request.param))
    path.write_text("\n".join(lines), "utf-8")
    return build_library(load_corpus(path, LANGUAGES), LANGUAGES, root / "config")


def sources(answer: Answer) -> list[str]:
    return [quote.source for quote in answer.quotes]


@pytest.mark.parametrize(
    ("library", "question"),
    [
        (["Haider Zubeidi said the bread was dear.", "Robert said the bread was cheap."], "ماذا قال حيدر زبيدي؟"),
        (["Haider Zubeidi said the bread was dear.", "Robert said the bread was cheap."], "حیدر زبیدی نے کیا کہا؟"),
        (["قال عبد الستار جاويد إن الخبز غال.", "قال بلال إن الخبز رخيص."], "What did Abdul Sattar Javed say?"),
        (["زار طارق بن زبير المعرض.", "زار بلال المدرسة."], "What did Tarek bin Zubayr do?"),
        (["صلاح الدین بھٹی نے کتاب لکھی۔", "بلال نے گیت لکھا۔"], "What did Salahuddin Bhatti write?"),
        (["پرویز گیلانی گفت نان گران است.", "بابک گفت نان ارزان است."], "ماذا قال برويز جيلاني؟"),
        (["张立新表示，今年的面包很贵。", "李国强表示，今年的面包便宜。"], "What did Zhang Lixin say?"),
        (["Zhang Lixin said the bread was dear.", "Li Guoqiang said the bread was cheap."], "张立新说了什么？"),
        (["罗伯特·肯尼迪捐赠了一座钟。", "威廉·威尔逊捐赠了一幅画。"], "What did Robert Kennedy donate?"),
        (["Ruby said the bread was dear.", "Robert said the bread was cheap."], "ماذا قالت روبي؟"),
        (["قال وسيم إن الخبز غال.", "قال بلال إن الخبز رخيص."], "What did Wasim say?"),
        (["نسیم نے کہا کہ روٹی مہنگی ہے۔", "بلال نے کہا کہ روٹی سستی ہے۔"], "What did Nasim say?"),
        (["بهرام گفت نان گران است.", "لیلا گفت نان ارزان است."], "What did Bahram say?"),
        (["علي قال إن الخبز غال.", "بلال قال إن الخبز رخيص."], "What did Ali say?"),
        (["Mahmood said the bread was dear.", "Robert said the bread was cheap."], "What did Mahmud say?"),
    ],
    indirect=["library"],
)
def test_a_name_is_found_in_another_spelling(library: Library, question: str) -> None:
    answer = library.ask(question)
    assert answer.status is Status.ANSWERED
    assert sources(answer)[0] == "a"


@pytest.mark.parametrize(
    ("library", "question"),
    [
        (["قال حسن جاويد إن الخبز غال."], "What did Hussein Zubeidi say?"),
        (["Jamal said the bread was dear."], "What did Jamil say?"),
        (["Jamal said the bread was dear."], "جمیل نے کیا کہا؟"),
        (["Amir said the bread was dear."], "ماذا قال عمر؟"),
        (["张伟说面包很贵。"], "What did Zhang Wen say?"),
        (["قال شهباز إن الخبز غال."], "ماذا قال شهناز؟"),
        (["المعطف وسيم وجديد."], "What did Wasim say?"),
        (["نسیم خنک بود."], "What did Nasim say?"),
        (["The ruby of the crown was praised."], "ماذا قالت روبي؟"),
    ],
    indirect=["library"],
)
def test_nobody_is_taken_for_somebody_else(library: Library, question: str) -> None:
    assert "a" not in sources(library.ask(question))


@pytest.mark.parametrize("library", [["The bread was dear."]], indirect=True)
@pytest.mark.parametrize(
    ("question", "missing"),
    [
        ("Who is Vjosa Krasniqi?", ("Vjosa", "Krasniqi")),
        ("Vjosa Krasniqi", ("Vjosa", "Krasniqi")),
        ("who is vjosa krasniqi", ("vjosa", "krasniqi")),
        ("من هو زرقاوندي؟", ("زرقاوندي",)),
        ("زرقاوندی کیست؟", ("زرقاوندی",)),
        ("زرقاوندی کون ہے؟", ("زرقاوندی",)),
    ],
)
def test_a_name_that_nobody_knows_is_told_as_missing(library: Library, question: str, missing: tuple[str, ...]) -> None:
    answer = library.ask(question)
    assert (answer.status, answer.reason, answer.missing) == (Status.NO_ANSWER, Reason.OFF_TOPIC, missing)


@pytest.mark.parametrize("library", [["Shahbaz Gwadari said the bread was dear."]], indirect=True)
def test_a_slip_in_a_name_is_mended_and_another_name_is_not(library: Library) -> None:
    assert library.ask("What did Shahabz say?").did_you_mean == "What did shahbaz say?"
    assert library.ask("What did Shahnaz say?").did_you_mean is None


@pytest.mark.parametrize(
    ("library", "known"),
    [
        (["Rally Stage Two. The rally was long. Every rally ends."], False),
        (["Hilda spoke. We saw Hilda again."], True),
        # Where there are no capitals, a word that is a name but once stays one.
        (["قال الشيخ مجاهد إن الخبز غال. كل مجاهد صابر. هذا مجاهد."], True),
    ],
    indirect=["library"],
)
def test_a_word_that_is_mostly_written_small_is_no_name(library: Library, *, known: bool) -> None:
    names = library.store.names()
    assert (not {"rally", "hilda", "مجاهد"}.isdisjoint(names)) is known
