"""Text that a terminal shows instead of obeying."""

from __future__ import annotations

import re

# C0 and C1 but tab, line breaks and NEL: an article may hold ESC, which moves the cursor or worse.
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")


def harmless(text: str) -> str:
    """``text`` of the same length, with U+FFFD for every control character that a terminal would obey."""
    return _CONTROLS.sub("\ufffd", text)
