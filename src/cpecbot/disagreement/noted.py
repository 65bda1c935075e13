"""What comparing finds. Apart from how it is found, which a snapshot that has all notes needs nothing of."""

from __future__ import annotations

from msgspec import Struct

from cpecbot.models import Disagreement


class Noted(Struct, frozen=True):
    """A note and the concepts that it is about; the ``matter`` is what it is of by all that its words may mean."""

    note: Disagreement
    concepts: frozenset[str]
    matter: str
