"""What the rules know of a concept stands in its file, not in the code."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from cpecbot.errors import GlossaryError
from cpecbot.language.concepts.concept import Concept, ConceptKind, Members, Trait
from cpecbot.language.concepts.glossary import Glossary, load_glossary
from fakes.languages import EN, LANGUAGES
from shipped import glossary_of_the_field

ROOT = Path(__file__).parents[3]
SOURCES = ROOT / "src" / "cpecbot"
# The rooms that read concepts; elsewhere the same words are names of other things.
ROOMS = ("answering", "disagreement", "language/analysis.py", "language/concepts", "store")
# Words that are keys, too, but name something else there.
NO_KEYS = {
    "language/concepts/cldr_cities.py": {"city"},  # what CLDR calls the name of a time zone
    "disagreement/rules/dates.py": {"date"},  # the name of a rule
    "disagreement/rules/numbers.py": {"next"},  # what tells two findings apart
    "disagreement/rules/parties.py": {"next"},
    "disagreement/rules/stances.py": {"condition"},
    "disagreement/alignment/units.py": {"day"},
    "store/cluster/connection.py": {"reason", "status", "successful"},  # what OpenSearch calls its own things
    "store/cluster/documents.py": {"length"},  # a field of its documents
    "store/cluster/fetching.py": {"length"},
}


@pytest.fixture(scope="module")
def glossary() -> Glossary:
    return glossary_of_the_field()


def modules() -> Iterator[Path]:
    for room in ROOMS:
        path = SOURCES / room
        yield from path.rglob("*.py") if path.is_dir() else [path]


def literals(path: Path) -> Iterator[str]:
    """Every string of a module, those of its enumerations left out."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    listed = [node for node in ast.walk(tree) if isinstance(node, ast.ClassDef)]
    enums = {
        each for node in listed if any(ast.unparse(base) == "StrEnum" for base in node.bases) for each in ast.walk(node)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node not in enums:
            yield node.value


def test_no_rule_names_a_concept(glossary: Glossary) -> None:
    """A person who edits the glossary sees there all that hangs on a concept."""
    prefixes = {"country_", "month_", "weekday_", "currency_"}
    named = {}
    for path in modules():
        known = glossary.concepts.keys() | (set() if path.name == "cldr.py" else prefixes)
        module = path.relative_to(SOURCES).as_posix()
        named[module] = known & set(literals(path)) - NO_KEYS.get(module, set())
    assert {module: keys for module, keys in named.items() if keys} == {}


def test_the_countries_of_cldr_are_states(glossary: Glossary) -> None:
    assert {"country_pk", "country_cn", "country_tv"} <= glossary.having(Trait.STATE)
    assert glossary.has("country_pk", Trait.STATE)
    assert not glossary.has("beijing", Trait.STATE)
    assert not glossary.has(None, Trait.STATE)


@pytest.mark.parametrize("trait", Trait)
def test_every_trait_is_had_by_a_shipped_concept(glossary: Glossary, trait: Trait) -> None:
    assert glossary.having(trait)


def test_members_belong_by_kind_or_by_trait(glossary: Glossary) -> None:
    concepts = glossary.concepts
    sectors, countries = glossary.classes["sector"], glossary.classes["country"]
    assert concepts["banking"].belongs(sectors)
    assert not concepts["beijing"].belongs(sectors)
    assert concepts["country_pk"].belongs(countries)
    assert not concepts["beijing"].belongs(countries)


def write(tmp_path: Path, line: str) -> Path:
    path = tmp_path / "glossary.toml"
    path.write_text(f'[sector]\nkind = "generic"\n{line}\nen = ["sector"]\n', encoding="utf-8")
    return path


def test_traits_and_members_are_read_from_the_file(tmp_path: Path) -> None:
    path = write(tmp_path, 'traits = ["paid", "other_time"]\nmembers = { of = "economy", least = 3 }')
    concept = load_glossary(path, LANGUAGES).concepts["sector"]
    traits = frozenset({Trait.PAID, Trait.OTHER_TIME})
    members = Members(ConceptKind.ECONOMY, 3)
    assert concept == Concept("sector", ConceptKind.GENERIC, {EN: ("sector",)}, (), traits, members)


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ('traits = ["payd"]', "unknown trait 'payd'; did you mean 'paid'"),
        ('traits = "paid"', "traits must be a list of strings"),
        ('members = { of = "economics", least = 3 }', "unknown kind or trait 'economics'; did you mean 'economy'"),
        ('members = { of = "economy" }', "needs members ="),
        ('members = { of = "economy", least = 0 }', "needs members ="),
        ('members = { of = "economy", least = 2, most = 3 }', "needs members ="),
        ('members = "economy"', "needs members ="),
    ],
)
def test_a_mistake_in_them_is_told_with_its_line(tmp_path: Path, line: str, problem: str) -> None:
    with pytest.raises(GlossaryError, match=problem) as caught:
        load_glossary(write(tmp_path, line), LANGUAGES)
    assert "glossary.toml, line 3:" in str(caught.value)
