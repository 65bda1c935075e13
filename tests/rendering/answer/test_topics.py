"""Where the sources part ways, topic by topic."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from cpecbot.languages import Language
from cpecbot.rendering.answer.context import Context, make_context
from cpecbot.rendering.answer.topics import list_block, topic_blocks, topics_of
from cpecbot.rendering.richtext.height import height
from cpecbot.rendering.richtext.text import join
from fakes.languages import EN, LANGUAGES
from rendering.samples import ARTICLES, CONDITION_NOTE, INSIDE_NOTE, ROUND_NOTE, label

NOTES = (CONDITION_NOTE, ROUND_NOTE, replace(CONDITION_NOTE, subject="round"), INSIDE_NOTE)


def speaking(language: Language = EN) -> Context:
    return make_context(ARTICLES, label, language, brief=True)


def test_the_gravest_topic_comes_first_with_all_that_differs_on_it() -> None:
    topics = topics_of(NOTES, speaking())
    assert [topic.name for topic in topics] == ["Round", "Strategic dialogue", "Third-party participation"]
    text = list_block(topics, 1, topics, speaking()).text
    assert text.startswith("⚖️ 4 points on which the sources differ\n1. Round: the round or number and the condition\n")


def test_what_has_no_topic_with_a_name_comes_last() -> None:
    """A key that is no word is no name."""
    topics = topics_of((replace(ROUND_NOTE, subject="no_name"), CONDITION_NOTE), speaking())
    assert [topic.name for topic in topics] == ["Third-party participation", "Further points"]


@pytest.mark.parametrize("language", list(LANGUAGES))
def test_each_topic_is_a_line_or_two_on_a_phone(language: Language) -> None:
    topics = topics_of(NOTES, speaking(language))
    assert height(list_block(topics, 1, topics, speaking(language))) <= 2 * (1 + len(topics))


def test_a_topic_shows_its_notes_level_by_level_in_the_open() -> None:
    """With the remark on a source that may speak of something else."""
    topic = topics_of(NOTES, speaking())[0]
    text = join(topic_blocks(topic, speaking())).text
    assert text.startswith("Round\n\nContradiction\nThe round:\n000 says …“")
    assert text.index("Contradiction") < text.index("Source 000 reports round 5") < text.index("Wording")


def test_where_nothing_differs_it_says_so() -> None:
    assert "differ" in list_block((), 1, (), speaking()).text
