"""The tables that are shipped: the concepts of the field, and the general vocabulary beside them."""

from __future__ import annotations

import pytest

from cpecbot.language.concepts.glossary import Glossary
from shipped import whole_glossary


@pytest.fixture(scope="session")
def everyday() -> Glossary:
    """The glossary with the general vocabulary."""
    return whole_glossary()
