"""An answer as Markdown (CommonMark), for notes and issue trackers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from cpecbot.expressions import expression
from cpecbot.languages import Language
from cpecbot.models import Answer, Article
from cpecbot.rendering.answer.context import Label, make_context
from cpecbot.rendering.answer.document import answer_blocks
from cpecbot.rendering.answer.layout import Limits
from cpecbot.rendering.richtext.blocks import Block, Run, blocks
from cpecbot.rendering.richtext.text import RichText

_SPECIAL = expression(r"[\\`*_\[\]<>#|~&!]")
_LIST_MARKER = expression(r"^(\s*)(\d+)([.)])(?=\s|$)|^(\s*)([-+=])", re.ASCII)
_URL_SPECIAL = {" ": "%20", "<": "%3C", ">": "%3E", "(": "%28", ")": "%29", "\n": "", "\\": "%5C"}


def render_answer(
    answer: Answer, articles: Mapping[str, Article], label: Label, language: Language | None = None
) -> str:
    """The whole answer; what looks like markup in a quote is escaped and so read as it stands."""
    context = make_context(articles, label, language or answer.told_in)
    return to_markdown(answer_blocks(answer, context, Limits()))


def to_markdown(document: Iterable[RichText]) -> str:
    return "\n\n".join(_block(block) for rich in document for block in blocks(rich)) + "\n"


def _block(block: Block) -> str:
    lines = [_line(line) for line in block.lines]
    if block.quote:
        return "\n".join(f"> {line}".rstrip() for line in _broken(lines))
    return "\n".join(_broken(lines))


def _broken(lines: list[str]) -> list[str]:
    """Lines that stay apart: a backslash before a line break keeps it, unless a paragraph ends there."""
    following = [*lines[1:], ""]
    return [line + "\\" if line and after else line for line, after in zip(lines, following, strict=True)]


def _line(line: tuple[Run, ...]) -> str:
    text = "".join(_run(run) for run in line)
    return _LIST_MARKER.sub(_escape_marker, text)


def _escape_marker(match: re.Match[str]) -> str:
    if match[2]:
        return f"{match[1]}{match[2]}\\{match[3]}"
    return f"{match[4]}\\{match[5]}"


def _run(run: Run) -> str:
    core = run.text.strip()
    if not core:
        return run.text
    before, _, after = run.text.partition(core)
    text = _SPECIAL.sub(r"\\\g<0>", core)
    if run.italic:
        text = f"*{text}*"
    if run.bold:
        text = f"**{text}**"
    if run.url:
        text = f"[{text}]({''.join(_URL_SPECIAL.get(char, char) for char in run.url)})"
    return f"{before}{text}{after}"
