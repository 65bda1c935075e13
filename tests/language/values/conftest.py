"""A maker of toy languages."""

from __future__ import annotations

from pathlib import Path

import pytest

from fakes.values import MakeLanguage, language_maker


@pytest.fixture
def make_language(tmp_path: Path) -> MakeLanguage:
    """Makes a language of the texts of its files: ``make_language(numbers="…")``."""
    return language_maker(tmp_path)
