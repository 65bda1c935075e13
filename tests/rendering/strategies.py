"""Answers with any text in them, for rules that must hold whatever is quoted."""

from __future__ import annotations

from datetime import date

from hypothesis import strategies as st

from cpecbot.models import (
    Answer,
    Article,
    Dimension,
    Disagreement,
    Level,
    QuestionKind,
    Quote,
    Reason,
    Side,
    Span,
    Status,
)
from fakes.languages import LANGUAGES

_HARD = [
    "\u2067",
    "\u2069",
    "\u202e",
    "\u200f",
    "\U0001f600",
    "\ud800",
    "\udfff",
    "\n",
    " ",
    "«",
    "/help",
    "{x}",
    "5",
    "–",
]
# Also lone surrogates, which no file holds but a question may.
any_text = st.text(st.characters() | st.sampled_from("\ud800\udfff\u2067\u2069\U0001f600 \n"), max_size=60)
words = st.lists(any_text | st.sampled_from([*_HARD, "الممر", "گفت‌وگو", "round", "战略"]), max_size=12).map(" ".join)
bodies = st.builds(lambda text, times: text * times, words.filter(str.strip), st.sampled_from([1, 1, 1, 3, 40, 400]))
languages = st.sampled_from(list(LANGUAGES))
SOURCES = ("000_a", "001_b", "lone", "\u2067odd\nname", "long" * 200)


@st.composite
def articles(draw: st.DrawFn) -> dict[str, Article]:
    return {
        source: Article(
            source,
            "",
            draw(languages),
            outlet=draw(st.none() | bodies),
            place=draw(st.none() | words),
            published=draw(st.none() | st.dates(date(1900, 1, 1))),
            url=draw(
                st.sampled_from([None, "https://example.org/a?b=1&c=2", "javascript:alert(1)", "https://" + "x" * 5000])
            ),
            cites=tuple(draw(st.lists(words, max_size=3))),
        )
        for source in SOURCES
    }


@st.composite
def quotes(draw: st.DrawFn) -> Quote:
    text = draw(bodies).encode("utf-16", "replace").decode("utf-16").strip() or "x"
    start = draw(st.integers(0, 50))
    ends = st.integers(start, start + len(text))
    cuts = sorted(draw(st.lists(ends, max_size=8)))
    marks = tuple(Span(a, b) for a, b in zip(cuts[::2], cuts[1::2], strict=False) if a < b)
    gloss = tuple(draw(st.lists(words, max_size=4)))
    return Quote(
        draw(st.sampled_from([*SOURCES, "unknown"])),
        Span(start, start + len(text)),
        text,
        draw(languages),
        1.0,
        marks,
        gloss,
    )


sides = st.builds(
    Side,
    st.lists(st.sampled_from(["5", "ordinal:7", "china"]) | words, max_size=2).map(tuple),
    st.lists(quotes(), max_size=3).map(tuple),
)
disagreements = st.builds(
    Disagreement,
    kind=st.just("any"),
    level=st.sampled_from(Level),
    subject=st.sampled_from(["", "strategic_dialogue", "unknown"]),
    dimension=st.sampled_from(Dimension),
    sides=st.lists(sides, min_size=1, max_size=3).map(tuple),
    other_event=st.lists(st.sampled_from(SOURCES), max_size=2, unique=True).map(tuple),
)
answers = st.builds(
    Answer,
    question=words,
    language=languages,
    kind=st.sampled_from(QuestionKind),
    status=st.sampled_from(Status),
    quotes=st.lists(quotes(), max_size=3).map(tuple),
    disagreements=st.lists(disagreements, max_size=3).map(tuple),
    silent_sources=st.lists(st.sampled_from(SOURCES), unique=True).map(tuple),
    nearest=st.none() | quotes(),
    reason=st.none() | st.sampled_from(Reason),
    did_you_mean=st.none() | bodies,
    understood=st.none() | bodies,
    missing=st.lists(words, max_size=9).map(tuple),
)
