"""Loading what answers. Apart from the other options, because it takes longer to import."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

from cpecbot.answering import Library, build_library
from cpecbot.commands.options import open_corpus, open_languages
from cpecbot.languages import Languages
from cpecbot.settings import Settings


def open_library(settings: Settings, languages: Languages | None = None) -> Library:
    """``languages`` where the command has opened them already, to refuse an option before all else is loaded."""
    with _uncollected():
        languages = languages or open_languages(settings)
        return build_library(open_corpus(settings, languages), languages, settings.tables, settings.glossary)


@contextmanager
def _uncollected() -> Iterator[None]:
    """Leaves the garbage collector out of what is made here: it all stays, and looking for garbage in it costs most.

    What an earlier call made is looked through first, since it may be garbage by now.
    """
    if gc.get_freeze_count():
        gc.unfreeze()
        gc.collect()
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        if enabled:
            gc.enable()
