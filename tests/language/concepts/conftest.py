"""The tables that are shipped: the concepts of the field, and the general vocabulary beside them."""

from __future__ import annotations

from pathlib import Path

import pytest

from cpecbot.language.concepts.glossary import Glossary, load_glossary
from fakes.languages import LANGUAGES


@pytest.fixture(scope="session")
def everyday(root: Path) -> Glossary:
    """The glossary with the general vocabulary."""
    return load_glossary(root / "config" / "glossary", LANGUAGES, root / "config" / "vocabulary")
