"""What is shipped, read once for all tests of a process: it never changes, and reading takes longest.

The functions that take a path do as those of ``cpecbot`` whose place they take, but for what is shipped.
"""

from __future__ import annotations

import functools
from pathlib import Path

from cpecbot.answering import Library
from cpecbot.answering.building import build_library
from cpecbot.corpus import Corpus
from cpecbot.corpus.loading import load_corpus
from cpecbot.disagreement import Contrasts, load_contrasts
from cpecbot.language.concepts.glossary import Glossary, load_glossary, refuse_faulty_forms
from cpecbot.languages import Languages, load_languages
from fakes.languages import LANGUAGES

ROOT = Path(__file__).resolve().parents[1]
CONFIG = ROOT / "config"
_CORPUS = (ROOT / "seeds", CONFIG / "sources.toml", CONFIG / "boilerplate.toml")


@functools.cache
def glossary_of_the_field() -> Glossary:
    """The concepts of the field, without the general vocabulary."""
    return load_glossary(CONFIG / "glossary", LANGUAGES)


@functools.cache
def whole_glossary() -> Glossary:
    """The concepts of the field, with the general vocabulary."""
    return load_glossary(CONFIG / "glossary", LANGUAGES, CONFIG / "vocabulary")


@functools.cache
def contrasts() -> Contrasts:
    return load_contrasts(CONFIG / "contrasts.toml", LANGUAGES)


@functools.cache
def corpus() -> Corpus:
    """The five articles of ``seeds/``."""
    return load_corpus(_CORPUS[0], LANGUAGES, *_CORPUS[1:])


@functools.cache
def library() -> Library:
    """The five articles, ready to answer."""
    return build_library(corpus(), LANGUAGES, CONFIG)


@functools.cache
def _refuse_faulty_forms() -> None:
    refuse_faulty_forms(LANGUAGES, whole_glossary(), contrasts().terms)


def languages_in(folder: Path) -> Languages:
    return LANGUAGES if folder.resolve() == CONFIG / "languages" else load_languages(folder)


def glossary_in(path: Path, languages: Languages, vocabulary: Path | None = None) -> Glossary:
    shipped = (path.resolve(), vocabulary and vocabulary.resolve()) == (CONFIG / "glossary", CONFIG / "vocabulary")
    return whole_glossary() if shipped and languages is LANGUAGES else load_glossary(path, languages, vocabulary)


def faulty_forms_refused(languages: Languages, glossary: Glossary, terms: Glossary) -> None:
    if languages is LANGUAGES and glossary is whole_glossary():
        _refuse_faulty_forms()
    else:
        refuse_faulty_forms(languages, glossary, terms)


def corpus_in(path: Path, languages: Languages, sources: Path, boilerplate: Path, max_bytes: int) -> Corpus:
    """Those of the command line, which gives all."""
    shipped = tuple(each.resolve() for each in (path, sources, boilerplate)) == _CORPUS
    return (
        corpus()
        if shipped and languages is LANGUAGES
        else load_corpus(path, languages, sources, boilerplate, max_bytes)
    )


def library_of(articles: Corpus, languages: Languages, tables: Path, glossary: Path | None = None) -> Library:
    own = tables / "glossary" if glossary is None else glossary
    shipped = articles is corpus() and (tables.resolve(), own.resolve()) == (CONFIG, CONFIG / "glossary")
    return library() if shipped else build_library(articles, languages, tables, glossary)
