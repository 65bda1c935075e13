"""What a language brings to the glossary from its own folder: forms, and how CLDR's names are written."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from cpecbot.answering.building import build_library
from cpecbot.corpus import Corpus
from cpecbot.disagreement import load_contrasts
from cpecbot.errors import GlossaryError
from cpecbot.language.concepts.cldr import cldr_concepts
from cpecbot.language.concepts.concept import Concept
from cpecbot.language.concepts.glossary import Glossary, load_glossary, refuse_faulty_forms
from cpecbot.language.concepts.language_file import ConceptsFile
from cpecbot.languages import Language, Languages, load_languages
from cpecbot.models import Span
from fakes.languages import EN, FA, LANGUAGES, ZH
from shipped import contrasts as shipped_contrasts
from shipped import glossary_of_the_field

CONFIG = Path(__file__).parents[3] / "config"
GLOSSARY = """
[port]
kind = "economy"
en = ["port"]
[gwadar_port]
kind = "project"
broader = ["port"]
en = ["Gwadar Port"]
[cpec]
kind = "project"
en = ["=CPEC"]
"""
PROFILE = 'script = "cyrillic"\nlocale = "ru"\n'

WithRussian = Callable[..., Languages]


@pytest.fixture
def with_russian(tmp_path: Path) -> WithRussian:
    """The languages that are shipped and a sixth, of which only ``concepts.toml`` is given."""

    def make(concepts: str = "", profile: str = PROFILE) -> Languages:
        for folder in (CONFIG / "languages").glob("*/"):
            (tmp_path / folder.name).symlink_to(folder)
        (tmp_path / "ru").mkdir()
        (tmp_path / "ru" / "language.toml").write_text(profile, encoding="utf-8")
        (tmp_path / "ru" / "concepts.toml").write_text(concepts, encoding="utf-8")
        return load_languages(tmp_path)

    return make


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A glossary of three concepts, written in English alone."""
    path = tmp_path_factory.mktemp("glossary") / "glossary.toml"
    path.write_text(GLOSSARY, encoding="utf-8")
    return path


def load(path: Path, languages: Languages) -> Glossary:
    glossary = load_glossary(path, languages)
    refuse_faulty_forms(languages, glossary, load_contrasts(CONFIG / "contrasts.toml", languages).terms)
    return glossary


def found(glossary: Glossary, text: str, language: Language | None) -> set[str]:
    return {match.concept for match in glossary.match(text, language)}


# --- forms ------------------------------------------------------------------------------------------------------------


def test_a_language_brings_as_few_forms_as_it_likes(path: Path, with_russian: WithRussian) -> None:
    languages = with_russian('[forms]\ngwadar_port = ["порт Гвадар"]\n')
    glossary, russian = load(path, languages), languages["ru"]
    assert {"gwadar_port", "port"} <= found(glossary, "Китай строит порт Гвадар", russian)
    assert "gwadar_port" in found(glossary, "порт Гвадар", None)
    assert glossary.label("gwadar_port", russian) == "порт Гвадар"


def test_a_language_without_forms_still_knows_what_cldr_calls_things(path: Path, with_russian: WithRussian) -> None:
    languages = with_russian()
    glossary = load(path, languages)
    assert {"country_cn", "month_03"} <= found(glossary, "Китай, март", languages["ru"])


def test_names_of_a_lender_are_found_in_its_texts(path: Path, with_russian: WithRussian) -> None:
    languages = with_russian()
    assert "cpec" in found(load(path, languages), "проект CPEC", languages["ru"])


def test_its_labels_fall_back_to_those_of_the_fallback(path: Path, with_russian: WithRussian) -> None:
    languages = with_russian()
    assert load(path, languages).label("gwadar_port", languages["ru"]) == load(path, LANGUAGES).label("gwadar_port", EN)


def test_its_forms_add_to_those_of_cldr_and_of_the_glossary(path: Path, with_russian: WithRussian) -> None:
    languages = with_russian('[forms]\ncountry_cn = ["КНР"]\n')
    glossary = load(path, languages)
    assert glossary.concepts["country_cn"].forms[languages["ru"]] == ("Китай", "КНР")


def test_it_brings_forms_of_the_terms_of_contrasts_and_synonyms(with_russian: WithRussian) -> None:
    languages = with_russian('synonyms = [["Начать", "стартовать"]]\n[forms]\nnext_time = ["следующий"]\n')
    contrasts = load_contrasts(CONFIG / "contrasts.toml", languages)
    assert found(contrasts.terms, "следующий раунд", languages["ru"]) == {"next_time"}
    assert contrasts.synonyms[languages["ru"]] == {"начать": "начать", "стартовать": "начать"}
    assert contrasts.synonym_groups[EN] == shipped_contrasts().synonym_groups[EN]


@pytest.mark.parametrize("written", ["紐西蘭", "新西兰", "雪梨", "悉尼", "義大利", "卡達", "北韓"])
def test_places_are_known_by_the_names_of_further_locales(everyday: Glossary, written: str) -> None:
    """Of Taiwan and Hong Kong, in characters of either kind."""
    assert any(match.span == Span(0, len(written)) for match in everyday.match(written, ZH))


@pytest.mark.parametrize("text", ["山东加快建设", "印尼日前表示", "自由市场", "奥马尔他说"])
def test_a_name_of_a_further_locale_within_other_words_is_none(everyday: Glossary, text: str) -> None:
    found = {match.concept for match in everyday.match(text, ZH)}
    assert found.isdisjoint({"country_to", "country_ne", "libreville", "country_mt"})


@pytest.mark.parametrize(
    ("content", "line", "problem"),
    [
        ('[forms]\ngwadar_prot = ["порт"]\n', 2, "'gwadar_prot' is no concept; did you mean 'gwadar_port'?"),
        ('[forms]\nport = ["порт"]\ngwadar_port = ["Порт"]\n', 3, r"form 'Порт' already belongs to \[port\]"),
        ('[forms]\nport = ["…"]\n', 2, "no letter or digit"),
        ('[forms]\nport = [" порт"]\n', 2, "forms.port.0"),
        ('[forms]\nport = "порт"\n', 2, "forms.port"),
        ('[form]\nport = ["порт"]\n', 1, "form: no such key"),
        ('[names]\nmonths_of = ["ru_XYZ9"]\n', 2, "CLDR knows no such locale"),
        ('[names]\nmonths = ["месяц"]\n', 2, r"names\.months\.0"),
    ],
)
def test_a_mistake_is_told_with_its_line(
    path: Path, with_russian: WithRussian, content: str, line: int, problem: str
) -> None:
    with pytest.raises(GlossaryError, match=problem) as caught:
        load(path, with_russian(content))
    assert f"ru/concepts.toml, line {line}:" in str(caught.value)


def test_a_synonym_of_two_groups_is_refused(with_russian: WithRussian) -> None:
    languages = with_russian('synonyms = [["начать", "открыть"], ["открыть", "создать"]]\n')
    with pytest.raises(GlossaryError, match=r"concepts\.toml, line 1: synonym 'открыть' stands in two groups"):
        load_contrasts(CONFIG / "contrasts.toml", languages)


@pytest.mark.parametrize(
    ("profile", "problem"),
    [(PROFILE.replace("cyrillic", "klingon"), "script"), (PROFILE.replace('"ru"', '"qqq"'), "locale")],
)
def test_a_script_or_a_locale_that_nobody_knows_is_refused(
    path: Path, with_russian: WithRussian, profile: str, problem: str
) -> None:
    with pytest.raises(GlossaryError, match=rf"language\.toml.*{problem}"):
        load(path, with_russian(profile=profile)).match("Китай", None)


def test_a_library_refuses_an_unknown_form_when_it_is_built(with_russian: WithRussian) -> None:
    languages = with_russian('[forms]\nno_such_thing = ["порт"]\n')
    with pytest.raises(GlossaryError, match="no_such_thing"):
        build_library(Corpus({}, {}), languages, CONFIG)


# --- names of CLDR ----------------------------------------------------------------------------------------------------


def cldr() -> dict[str, Concept]:
    return {concept.key: concept for concept in cldr_concepts(LANGUAGES)}


def test_the_names_are_read_once_for_all_glossaries() -> None:
    assert cldr_concepts(LANGUAGES) is cldr_concepts(LANGUAGES)


def test_every_language_that_is_shipped_names_every_concept() -> None:
    """Cities whose name is another word in one of them are named by the glossary."""
    known = glossary_of_the_field().concepts
    assert {key for key in cldr() if set(known[key].forms) != set(LANGUAGES)} == set()


@pytest.mark.parametrize(
    ("key", "code", "forms"),
    [
        ("month_01", "ar", ("يناير", "كانون الثاني")),
        ("month_01", "fa", ("ژانویه",)),
        ("month_05", "zh", ("五月", "5月")),
        ("month_03", "en", ("=March",)),
        ("month_04", "en", ("April",)),
        ("weekday_1", "zh", ("星期一", "周一")),
        ("country_lc", "en", ("St. Lucia",)),
        ("country_hk", "en", ("Hong Kong SAR China",)),
    ],
)
def test_names_are_those_that_newspapers_write(key: str, code: str, forms: tuple[str, ...]) -> None:
    assert cldr()[key].forms[LANGUAGES[code]] == forms


def test_persian_has_no_mark_of_ezafe() -> None:
    assert not any("\u0654" in form for concept in cldr().values() for form in concept.forms.get(FA, ()))


def test_every_key_of_the_file_is_optional(with_russian: WithRussian) -> None:
    assert with_russian()["ru"].read(ConceptsFile) == ConceptsFile()
