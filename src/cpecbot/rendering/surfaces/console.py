"""Rich text for a terminal, through rich; as plain lines where the output is no terminal.

In plain lines every quote stands unbroken, so that it can be searched for; the answering words, which a terminal shows
bold, are named under it. Importing this module loads rich.
"""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import quote

from rich.padding import Padding
from rich.style import Style
from rich.text import Text

from cpecbot.rendering.richtext.blocks import Block, Run, blocks
from cpecbot.rendering.richtext.text import RichText
from cpecbot.terminal import harmless

_INDENT = 4
_ANSWERING = "→ "
# The characters that a URL is made of (RFC 3986) and "%"; what is none of them could end the sequence it stands in.
_OF_URLS = "!#$%&'()*+,/:;=?@[]~"


def paint(rich: RichText, terminal: bool) -> Iterator[Text | Padding]:
    """One renderable for each paragraph and each blockquote."""
    for block in blocks(rich):
        text = Text("\n").join(_styled_line(line) for line in block.lines)
        if not block.quote:
            yield text
        elif terminal:
            yield Padding(text, (0, 0, 0, _INDENT), expand=False)
        else:
            yield from _plain_quote(block)


def _plain_quote(block: Block) -> Iterator[Text]:
    indent = " " * _INDENT
    yield Text(indent + harmless(block.text).replace("\n", "\n" + indent))
    answering = [run.text for line in block.lines for run in line if run.bold]
    if answering:
        yield Text(indent + _ANSWERING + harmless(" · ".join(answering)))


def _styled_line(line: tuple[Run, ...]) -> Text:
    return Text.assemble(*((harmless(run.text), _style(run)) for run in line))


def _style(run: Run) -> Style:
    link = quote(run.url, safe=_OF_URLS, errors="surrogatepass") if run.url else None
    return Style(bold=run.bold or None, italic=run.italic or None, dim=run.italic or None, link=link)
