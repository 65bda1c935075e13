"""What is made once for a library."""

from __future__ import annotations

import gc
from weakref import ref

from cpecbot.bot.services.drawn import Drawn


class Library:
    """One that nothing is asked of."""


def test_each_thing_is_made_once_for_each_library() -> None:
    drawn, made = Drawn(), list[str]()

    def make() -> str:
        made.append("picture")
        return f"picture {len(made)}"

    library = Library()
    assert [drawn.get(library, name, make) for name in ("en", "fa", "en")] == ["picture 1", "picture 2", "picture 1"]
    assert drawn.get(Library(), "en", make) == "picture 3"


def test_what_could_not_be_made_is_tried_anew() -> None:
    drawn, library = Drawn(), Library()
    assert drawn.get(library, "en", lambda: None) is None
    assert drawn.get(library, "en", lambda: "picture") == "picture"


def test_it_is_kept_no_longer_than_its_library() -> None:
    """As a reload replaces it."""
    drawn, library = Drawn(), Library()
    drawn.get(library, "en", lambda: "picture")
    gone = ref(library)
    del library
    gc.collect()
    assert gone() is None
    assert not drawn._made
