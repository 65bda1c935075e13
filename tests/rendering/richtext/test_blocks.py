from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from cpecbot.rendering.richtext.blocks import Run, blocks
from cpecbot.rendering.richtext.text import EntityKind, RichTextBuilder, plain


def test_a_quote_is_a_block_of_its_own_and_its_line_breaks_fall_away() -> None:
    builder = RichTextBuilder()
    builder.add("head\n")
    builder.add("quoted", EntityKind.BLOCKQUOTE)
    builder.add("\n\ntail")
    assert [(block.quote, block.text) for block in blocks(builder.build())] == [
        (None, "head"),
        (EntityKind.BLOCKQUOTE, "quoted"),
        (None, "\ntail"),
    ]


def test_the_isolates_around_a_quote_fall_away_with_its_line() -> None:
    builder = RichTextBuilder()
    builder.add("head \u2067")
    builder.add("منقول", EntityKind.BLOCKQUOTE)
    builder.add("\u2069 tail")
    assert [block.text for block in blocks(builder.build())] == ["head", "منقول", "tail"]


def test_runs_have_the_styles_of_all_entities_over_them() -> None:
    builder = RichTextBuilder()
    with builder.wrapped(EntityKind.BOLD):
        builder.add("😀 ")
        builder.add("link", EntityKind.TEXT_LINK, url="https://example.org")
    builder.add(" rest")
    ((line,),) = (block.lines for block in blocks(builder.build()))
    assert line == (Run("😀 ", bold=True), Run("link", bold=True, url="https://example.org"), Run(" rest"))


@given(st.lists(st.tuples(st.text(min_size=1, max_size=9), st.booleans()), max_size=8))
def test_no_visible_character_is_lost(parts: list[tuple[str, bool]]) -> None:
    builder = RichTextBuilder()
    for text, quoted in parts:
        builder.append(plain(text, *((EntityKind.BLOCKQUOTE,) if quoted else ())))
    rich = builder.build()
    invisible = dict.fromkeys(map(ord, "\u2066\u2067\u2068\u2069"))
    shown = "".join(block.text for block in blocks(rich))
    assert "".join(shown.translate(invisible).split()) == "".join(rich.text.translate(invisible).split())
