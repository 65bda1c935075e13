"""Loading what answers. Apart from the other options, because it takes longer to import."""

from __future__ import annotations

from cpecbot.answering import Library, build_library
from cpecbot.commands.options import open_corpus
from cpecbot.settings import Settings


def open_library(settings: Settings) -> Library:
    return build_library(open_corpus(settings), settings.tables, settings.glossary)
