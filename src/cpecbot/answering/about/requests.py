"""What a question asks to be shown of the articles."""

from __future__ import annotations

from msgspec import Struct

from cpecbot.languages import Language
from cpecbot.models import View


class Request(Struct, frozen=True):
    """What is to be shown of ``sources``, in ``language``; no ``view`` is a plain answer to ``topic`` from them.

    Without either, the asker wants to know what the program can do. No ``sources`` are all of them, no ``others`` all
    besides; ``name`` is what the asker called them. Where there is a ``tongue``, only those in that language are meant.
    """

    language: Language
    view: View | None = None
    sources: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    topic: str = ""
    name: str = ""
    tongue: Language | None = None
