"""What exists, made wrong: bytes cut, doubled, swapped and put in, as an editor, a disk or an enemy does it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from hypothesis import strategies as st

HARD = (
    *("\0", "\x1b[31m", "\x07", "\x9b", "\r", "\r\n", "\u2028", "\u202e", "\u2067", "\u2069", "\ufeff", "\ufffd"),
    *("\U0001f600", "👩🏽‍🚀", "\u200c", "\u0300" * 40, "ﷺ", "𝟘", "٣", "½", "(", ")", "[", "]", "{", "}", "{0}"),
    *(
        '"',
        "'",
        '"""',
        "«",
        "»",
        "“",
        "\\",
        "\\u",
        "%s",
        "%",
        "#",
        "=",
        ",",
        ".",
        "…",
        "*",
        "_",
        "`",
        "|",
        "\t",
        "\n\n",
    ),
    *("9" * 400, "9" * 5000, "-1", "1e999", "nan", "true", "null", "31.02.2026", "2026-02-30", "1405/13/40", "99:99"),
    *("source:", "lang:xx", "from:x", "to:9999-99-99", "/help", "@bot", "https://x", "(?P<x>", "(a+)+$", "[[", "[a.b]"),
)
hard = st.sampled_from(HARD)
_KINDS = st.sampled_from(["put", "cut", "double", "move", "byte", "repeat"])
_EDITS = st.tuples(_KINDS, st.floats(0, 1), st.integers(1, 40), hard, st.binary(max_size=4))


def _edited(data: bytes, edit: tuple[str, float, int, str, bytes]) -> bytes:
    kind, where, length, text, raw = edit
    at = int(where * len(data))
    piece = data[at : at + length]
    match kind:
        case "put":
            return data[:at] + text.encode("utf-8", "surrogatepass") + data[at:]
        case "cut":
            return data[:at] + data[at + length :]
        case "double":
            return data[: at + length] + piece + data[at + length :]
        case "move":
            other = (at * 7 + length * 131) % (len(data) + 1)
            return data[:other] + piece + data[other:]
        case "repeat":
            return data[:at] + piece * 200 + data[at + length :]
        case _:
            return data[:at] + raw + data[at + len(raw) :]


@st.composite
def mutated(draw: st.DrawFn, originals: Sequence[bytes]) -> bytes:
    """One of ``originals`` after a few edits, or bytes of nobody."""
    if draw(st.integers(0, 19)) == 0:
        return draw(st.binary(max_size=200))
    data = draw(st.sampled_from(originals))
    for edit in draw(st.lists(_EDITS, min_size=1, max_size=4)):
        data = _edited(data, edit)
    return data


any_text = st.text(st.characters() | st.sampled_from("\ud800\udfff\u2067 \n"), max_size=20) | hard
_numbers = st.integers() | st.sampled_from([0, -1, 2**31, 2**53, 2**63, 10**30]) | st.floats()
any_json: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | _numbers | any_text,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(any_text, inner, max_size=3),
    max_leaves=6,
)
