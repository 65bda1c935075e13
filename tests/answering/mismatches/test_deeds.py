"""Who did one thing is no answer to who did another, though one sentence tells of both."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from cpecbot.answering import Library
from cpecbot.answering.reading.understanding import Understanding
from cpecbot.corpus.loading import build_corpus
from cpecbot.disagreement import Contrasts
from cpecbot.language.analysis import Analyzer
from cpecbot.language.concepts.concept import Concept, ConceptKind
from cpecbot.language.concepts.glossary import Glossary
from cpecbot.models import Article, Status
from cpecbot.store.entries import read_entries
from cpecbot.store.memory import MemoryStore
from fakes.languages import EN, LANGUAGES

Telling = Callable[..., Library]

# Who painted the bridge is asked; it is painted in the same clause, or in another one.
PAINTED = [
    ("Ann painted the bridge and left.", True),
    ("The bridge, painted by Ann, is red.", True),
    ("The bridge, which Ann painted, is red.", True),
    ("Ann, a plumber, painted the bridge.", True),
    ("Ann painted, with three friends, the bridge.", True),
    ("Ann painted the kiosk; the bridge is red.", False),
    ("Ann painted the kiosk, and the bridge fell down.", False),
    ("Ann painted the kiosk while the bridge fell down.", False),
]


@pytest.mark.parametrize(("text", "told"), PAINTED)
def test_what_is_done_and_what_it_is_done_to_stand_in_one_clause(telling: Telling, text: str, told: bool) -> None:
    answer = telling(text).ask("Who painted the bridge?")
    assert answer.status is (Status.ANSWERED if told else Status.NO_ANSWER)


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("ترأس كريم الجلسة، فيما وصل الوفد متأخرا.", "من ترأس الوفد؟"),
        ("کریم نے اجلاس کی صدارت کی جبکہ وفد دیر سے پہنچا۔", "وفد کی صدارت کس نے کی؟"),
        ("李强主持会议，代表团迟到了。", "谁主持代表团？"),
    ],
)
def test_in_other_languages_too(telling: Telling, text: str, question: str) -> None:
    assert telling(text).ask(question).status is Status.NO_ANSWER


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("ترأس كريم، وزير الصيد، الوفد.", "من ترأس الوفد؟"),
        ("وفد، جس کی صدارت کریم نے کی، دیر سے پہنچا۔", "وفد کی صدارت کس نے کی؟"),
        ("代表团，由李强主持，迟到了。", "谁主持代表团？"),
    ],
)
def test_one_clause_may_lean_on_another(telling: Telling, text: str, question: str) -> None:
    assert telling(text).ask(question).status is Status.ANSWERED


@pytest.fixture(scope="module")
def of_deeds(contrasts: Contrasts) -> Telling:
    """A library that knows that to co-chair is to chair and to lead."""
    words = {
        "lead": ("led", "led the team"),
        "chair": ("chaired",),
        "co_chair": ("co-chaired",),
        "team": ("team",),
        "session": ("session",),
    }
    kinds = {"team": ConceptKind.GENERIC, "session": ConceptKind.GENERIC}
    broader = {"co_chair": ("chair", "lead")}
    concepts = [
        Concept(key, kinds.get(key, ConceptKind.EVENT), {EN: forms}, broader.get(key, ()))
        for key, forms in words.items()
    ]
    analyzer = Analyzer(Glossary(concepts, LANGUAGES, with_cldr=False), LANGUAGES)

    def make(text: str) -> Library:
        corpus = build_corpus([Article("a", text, EN)])
        store = MemoryStore(read_entries(corpus, analyzer))
        return Library(corpus, store, Understanding(analyzer, {}), contrasts)

    return make


@pytest.mark.parametrize("question", ["Who led the team?", "Who led the red team?"])
@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Ann chaired the red team.", True),
        ("Ann chaired, with skill, the red team.", True),
        ("Ann chaired the session, and the red team left.", False),
        ("Ann chaired the session, with skill, and the red team left.", False),
        ("Ann chaired the session.", False),
    ],
)
def test_who_chaired_a_team_led_it(of_deeds: Telling, question: str, text: str, told: bool) -> None:
    """Also where one phrase of the question says both what was done and what it was done to."""
    answer = of_deeds(text).ask(question)
    assert answer.status is (Status.ANSWERED if told else Status.NO_ANSWER)


def test_where_nobody_is_asked_for_a_clause_parts_nothing(telling: Telling) -> None:
    library = telling("Ann painted the kiosk on Monday; the bridge fell down.")
    assert library.ask("When was the bridge painted?").status is Status.ANSWERED
