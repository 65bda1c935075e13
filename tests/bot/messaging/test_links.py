"""Deep links come back as what they were made of."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from cpecbot.bot.messaging.links import AskLink, SourceLink, ask_payload, read_payload, source_payload


@given(st.text(min_size=1).filter(str.strip))
def test_a_question_comes_back_from_its_link_or_has_none(question: str) -> None:
    """Links hold at most 64 characters."""
    try:
        question.encode()
    except UnicodeEncodeError:
        return
    payload = ask_payload(question)
    assert payload is None or read_payload(payload) == AskLink(question.strip())


@given(st.text())
def test_any_payload_can_be_read(payload: str) -> None:
    """They come from the outside."""
    assert isinstance(read_payload(payload), AskLink | SourceLink | None)


def test_a_source_comes_back_from_its_link() -> None:
    """Unless its name cannot be in a link."""
    payload = source_payload("004_84e34df9c8cd6787")
    assert payload is not None
    assert read_payload(payload) == SourceLink("004_84e34df9c8cd6787")
    assert source_payload("a b") is None
    assert source_payload("x" * 63) is None
