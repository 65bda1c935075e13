"""A comparison at hand: of whole articles, or of short texts."""

from __future__ import annotations

from collections.abc import Callable

import pytest

import rewritten
from cpecbot.corpus.boilerplate import Boilerplate
from cpecbot.disagreement import Comparer, Contrasts
from cpecbot.disagreement.judging import Judge
from cpecbot.disagreement.reading.reader import Reader
from cpecbot.language.analysis import Analyzer
from cpecbot.language.concepts.glossary import Glossary
from cpecbot.languages import Language
from cpecbot.models import Article, Disagreement
from fakes.languages import EN, LANGUAGES
from fakes.readings import contrasts_of_roles
from shipped import contrasts as shipped_contrasts
from shipped import glossary_of_the_field


@pytest.fixture(scope="session")
def glossary() -> Glossary:
    return glossary_of_the_field()


@pytest.fixture(scope="session")
def worded() -> Analyzer:
    """It knows the general vocabulary, too."""
    return rewritten.worded()


@pytest.fixture(scope="session")
def contrasts() -> Contrasts:
    return shipped_contrasts()


@pytest.fixture(scope="session")
def boilerplate() -> Boilerplate:
    return rewritten.boilerplate()


@pytest.fixture(scope="session")
def reader(glossary: Glossary, contrasts: Contrasts) -> Reader:
    return Reader(glossary, contrasts)


@pytest.fixture(scope="session")
def by_roles(glossary: Glossary) -> Reader:
    """A reader to whom every role has one term of its name; for readings spelt out word by word."""
    return Reader(glossary, contrasts_of_roles())


@pytest.fixture(scope="session")
def analyzer(glossary: Glossary) -> Analyzer:
    return Analyzer(glossary, LANGUAGES)


@pytest.fixture(scope="session")
def comparing() -> Callable[..., Comparer]:
    """A comparer of the given articles, with the tables that are shipped."""
    return rewritten.comparing


@pytest.fixture(scope="session")
def texts(comparing: Callable[..., Comparer]) -> Callable[..., tuple[Disagreement, ...]]:
    """The notes on short texts, which become the sources ``a``, ``b``, ``c`` …; a text may carry its language."""

    def notes(*given: str | tuple[str, Language], judge: Judge | None = None) -> tuple[Disagreement, ...]:
        pairs = [each if isinstance(each, tuple) else (each, EN) for each in given]
        articles = [Article(chr(ord("a") + place), text, language) for place, (text, language) in enumerate(pairs)]
        return comparing(*articles, judge=judge).all()

    return notes
