"""Loading what answers. Apart from the other options, because it takes longer to import."""

from __future__ import annotations

from cpecbot.answering import Library, build_library
from cpecbot.commands.options import open_corpus, open_languages
from cpecbot.languages import Languages
from cpecbot.settings import Settings


def open_library(settings: Settings, languages: Languages | None = None) -> Library:
    """``languages`` where the command has opened them already, to refuse an option before all else is loaded."""
    languages = languages or open_languages(settings)
    return build_library(open_corpus(settings, languages), languages, settings.tables, settings.glossary)
