"""Rich text for a terminal, through rich; as plain lines where the output is no terminal.

In plain lines every quote stands unbroken, so that it can be searched for; the answering words, which a terminal shows
bold, are named under it. Importing this module loads rich.
"""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import quote

from rich.console import RenderableType
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


def paint(rich: RichText, terminal: bool, reorders: bool = False) -> Iterator[RenderableType]:
    """One renderable for each line, which may have to be wrapped; a terminal shows those of a quote indented."""
    for block in blocks(rich):
        if block.quote and not terminal:
            yield from _plain_quote(block)
        else:
            for line in block.lines:
                yield as_seen(_styled_line(line), reorders, _INDENT if block.quote else 0)


def as_seen(line: Text, reorders: bool, indent: int = 0) -> RenderableType:
    """A paragraph, so many columns ``indented``; where the terminal does not, it ``reorders`` it for the eye."""
    if not reorders:
        return Padding(line, (0, 0, 0, indent), expand=False) if indent else line
    from cpecbot.rendering.surfaces.seen import Seen  # noqa: PLC0415 - most terminals need it not

    return Seen(line, indent)


def _plain_quote(block: Block) -> Iterator[Text]:
    indent = " " * _INDENT
    yield Text(indent + harmless(block.text).replace("\n", "\n" + indent))
    answering = [run.text for line in block.lines for run in line if run.bold]
    if answering:
        yield Text(indent + _ANSWERING + harmless(" · ".join(answering)))


def _styled_line(line: tuple[Run, ...]) -> Text:
    return Text.assemble(*((harmless(run.text), _style(run)) for run in line))


def _style(run: Run) -> Style:
    style = Style(bold=run.bold or None, italic=run.italic or None, dim=run.italic or None)
    return style + link_style(run.url) if run.url else style


def link_style(url: str) -> Style:
    """A terminal that can opens ``url`` on a click (OSC 8)."""
    return Style(link=quote(url, safe=_OF_URLS, errors="surrogatepass"))
