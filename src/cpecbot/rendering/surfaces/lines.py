"""Text that goes out line by line: JSON that stays on one line, and what a terminal shows instead of obeying."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any

# Lone surrogates cannot be written as UTF-8; the others end a line for some readers.
_ESCAPED = re.compile("[\ud800-\udfff\u0085\u2028\u2029]")
# C0 and C1 but tab, line breaks and NEL: an article may hold ESC, which moves the cursor or worse.
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")


def harmless(text: str) -> str:
    """``text`` of the same length, with U+FFFD for every control character that a terminal would obey."""
    return _CONTROLS.sub("\ufffd", text)


def dumps(value: Mapping[str, Any]) -> str:
    """One line that can always be written as UTF-8, other scripts as they are."""
    line = json.dumps(value, ensure_ascii=False, allow_nan=False)
    return _ESCAPED.sub(lambda match: f"\\u{ord(match[0]):04x}", line)
