"""What stands in the articles at all."""

from __future__ import annotations

import pytest

from cpecbot.corpus.written import Written
from cpecbot.models import Article
from fakes.languages import EN

WRITTEN = Written({"a": Article("a", "Share this: WhatsApp. The Al-Quds road, Gwadar.", EN)})


@pytest.mark.parametrize("word", ["WhatsApp", "whatsapp", "Al-Quds", "al-quds road", "gwadar"])
def test_a_word_is_written_with_big_letters_or_small(word: str) -> None:
    assert WRITTEN.holds(word)


@pytest.mark.parametrize("word", ["What", "Quds-Al", "road Gwadar", "Kashmir"])
def test_a_part_of_a_word_or_its_parts_apart_are_not_it(word: str) -> None:
    assert not WRITTEN.holds(word)
