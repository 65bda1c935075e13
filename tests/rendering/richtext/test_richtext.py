from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpecbot.rendering.richtext.text import (
    Entity,
    EntityKind,
    RichText,
    RichTextBuilder,
    fill,
    limit_entities,
    plain,
    split,
)


def test_offsets_count_utf_16_units() -> None:
    builder = RichTextBuilder()
    builder.add("😀 ")
    builder.add("中文", EntityKind.BOLD)
    rich = builder.build()
    assert rich.entities == (Entity(EntityKind.BOLD, 3, 2),)
    assert rich.covered_by(rich.entities[0]) == "中文"


def test_an_entity_leaves_the_white_space_around_it_out() -> None:
    rich = plain("  a b \n", EntityKind.ITALIC)
    assert rich.text == "  a b \n"
    assert rich.covered_by(rich.entities[0]) == "a b"
    assert plain(" \n", EntityKind.ITALIC).entities == ()


def test_entities_over_the_same_words_are_nested_outermost_first() -> None:
    builder = RichTextBuilder()
    with builder.wrapped(EntityKind.BLOCKQUOTE):
        builder.add("all bold", EntityKind.BOLD)
    assert [entity.kind for entity in builder.build().entities] == [EntityKind.BLOCKQUOTE, EntityKind.BOLD]


def test_a_lone_surrogate_becomes_a_replacement_character() -> None:
    assert plain("a\ud800\udc00b").text == "a\ufffd\ufffdb"


def test_a_template_is_filled_with_rich_text() -> None:
    rich = fill("{who}: {what}!", {"who": "004", "what": plain("x{y}", EntityKind.BOLD)})
    assert rich == RichText("004: x{y}!", (Entity(EntityKind.BOLD, 5, 4),))


def test_emphasis_gives_way_before_quotes_when_there_are_too_many_entities() -> None:
    builder = RichTextBuilder()
    for _ in range(60):
        with builder.wrapped(EntityKind.BLOCKQUOTE):
            builder.add("x", EntityKind.BOLD)
        builder.add("\n")
    kinds = [entity.kind for entity in limit_entities(builder.build(), 100).entities]
    assert (kinds.count(EntityKind.BLOCKQUOTE), kinds.count(EntityKind.BOLD)) == (60, 40)


def test_a_cut_falls_on_white_space_where_there_is_any() -> None:
    assert [piece.text for piece in split(RichText("one two three"), 9)] == ["one two ", "three"]
    assert [piece.text for piece in split(RichText("oneword"), 4)] == ["onew", "ord"]


@given(st.lists(st.tuples(st.text(max_size=12), st.booleans()), max_size=12), st.integers(2, 20))
def test_pieces_of_a_split_hold_all_of_the_text_and_their_entities(parts: list[tuple[str, bool]], limit: int) -> None:
    builder = RichTextBuilder()
    for text, bold in parts:
        builder.add(text, *((EntityKind.BOLD,) if bold else ()))
    whole = builder.build()
    pieces = split(whole, limit)
    assert "".join("".join(piece.text for piece in pieces).split()) == "".join(whole.text.split())
    for piece in pieces:
        assert 0 < piece.units <= limit
        for entity in piece.entities:
            assert piece.covered_by(entity).strip() == piece.covered_by(entity) != ""


@pytest.mark.parametrize("limit", [1, 2])
def test_a_cut_never_goes_through_a_character(limit: int) -> None:
    assert all(piece.text == "😀" for piece in split(RichText("😀😀"), limit) if limit == 2)
