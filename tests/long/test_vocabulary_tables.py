"""What a person may count on in ``config/vocabulary``: the sweeps through all of it."""

from __future__ import annotations

import pytest

from cpecbot.languages import Language
from fakes.languages import LANGUAGES
from fakes.vocabulary import unfound
from shipped import whole_glossary


@pytest.mark.parametrize("language", list(LANGUAGES))
def test_every_form_is_found_where_it_stands_alone(language: Language) -> None:
    """But for grammar, which is there to be shown."""
    assert unfound(whole_glossary(), language) == []
