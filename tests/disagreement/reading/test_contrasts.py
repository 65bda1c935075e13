"""The file of contrasts: what is shipped is whole, what is wrong is named with its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from cpecbot.disagreement import Contrasts, load_contrasts
from cpecbot.disagreement.reading.contrasts import Role
from cpecbot.errors import GlossaryError
from cpecbot.language.concepts.glossary import Glossary
from fakes.languages import LANGUAGES

WHOLE = """
[terms.near]
en = ["near"]
[terms.far]
en = ["far"]
[roles]
venue = ["near"]
[[contrast]]
name = "distance"
dimension = "modifier"
about = [["near", "far"]]
options = ["near", "far"]
[synonyms]
en = [["big", "large"]]
"""


@pytest.mark.parametrize(
    ("said", "instead", "problem"),
    [
        ("[terms.near]", "[terms.near", "not valid TOML"),
        ("[synonyms]", "[synonims]", "line 13: unknown section 'synonims'; did you mean 'synonyms'?"),
        ('en = ["near"]', 'eng = ["near"]', "unknown language 'eng'"),
        ('en = ["near"]', 'en = "near"', "line 2: en of 'near' must be a list of words"),
        ("venue", "venu", "unknown role 'venu'; did you mean 'venue'?"),
        ('venue = ["near"]', 'venue = ["nea"]', "line 7: role 'venue' names an unknown term 'nea'"),
        ('"modifier"', '"modifer"', "'modifer' is not a valid Dimension"),
        ("options", "optons", "unknown entry 'optons'; did you mean 'options'?"),
        ('about = [["near", "far"]]\n', "", "needs about"),
        ('[["big", "large"]]', '[["big", "large"], ["large", "huge"]]', "'large' (en) stands in two groups"),
    ],
)
def test_a_mistake_is_named(said: str, instead: str, problem: str, tmp_path: Path) -> None:
    """Every message says which file, which line where it can, and what to do."""
    path = tmp_path / "contrasts.toml"
    path.write_text(WHOLE.replace(said, instead, 1), encoding="utf-8")
    with pytest.raises(GlossaryError) as caught:
        load_contrasts(path, LANGUAGES)
    assert problem in str(caught.value)
    assert str(path) in str(caught.value)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(GlossaryError, match="cannot be read"):
        load_contrasts(tmp_path / "none.toml", LANGUAGES)


def test_every_name_in_the_shipped_file_is_known(contrasts: Contrasts, glossary: Glossary) -> None:
    """Contrasts, subjects and metonyms speak only of terms and concepts that exist."""
    known = contrasts.terms.concepts.keys() | glossary.concepts.keys()
    for contrast in contrasts.contrasts:
        assert {contrast.subject, *contrast.options, *(key for group in contrast.about for key in group)} <= known
    assert {*contrasts.metonyms, *contrasts.metonyms.values(), *contrasts.general} <= glossary.concepts.keys()


def test_every_role_has_terms_in_five_languages(contrasts: Contrasts) -> None:
    """The general rules work in every language."""
    for role in Role:
        languages = {
            language
            for key in contrasts.role(role)
            for language, forms in contrasts.terms.concepts[key].forms.items()
            if forms
        }
        assert languages == set(LANGUAGES), role
