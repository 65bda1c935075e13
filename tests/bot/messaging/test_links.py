"""Deep links come back as what they were made of."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpecbot.bot.messaging.links import AskLink, SourceLink, ask_payload, deep_link, read_payload, source_payload


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


@pytest.mark.parametrize(
    ("payload", "link"),
    [
        ("s_004", SourceLink("004")),
        ("s_a_b", SourceLink("a_b")),
        ("s_" + "x" * 62, SourceLink("x" * 62)),
        ("s_" + "x" * 63, None),
        ("s_", None),
        ("q_R2F6YQ", AskLink("Gaza")),
        ("q_ICA", None),
        ("q_", None),
        ("q_a", None),
        ("q__w", None),
        ("x_004", None),
        ("q_R2F6YQ==", None),
        ("help", None),
        ("", None),
    ],
)
def test_only_payloads_of_ours_are_read(payload: str, link: AskLink | SourceLink | None) -> None:
    """Up to Telegram's 64 characters; a question of blanks asks nothing."""
    assert read_payload(payload) == link


@pytest.mark.parametrize(("length", "fits"), [(46, True), (47, False)])
def test_a_question_fits_a_link_up_to_46_bytes(length: int, fits: bool) -> None:
    """62 characters of base64 beside the two that tell what it is."""
    payload = ask_payload("x" * length)
    assert (payload is not None) is fits
    assert payload is None or (len(payload) == 64 and "=" not in payload)


def test_a_link_opens_the_bot_with_its_payload() -> None:
    """At Telegram's address."""
    assert deep_link("cpec_quotes_bot", "s_004") == "https://t.me/cpec_quotes_bot?start=s_004"
