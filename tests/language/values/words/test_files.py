"""What a file may hold: faults are told with file, line and key, and what is left out is off."""

from __future__ import annotations

import pytest

from cpecbot.errors import GlossaryError
from cpecbot.language.values.words.dates_file import DatesFile
from cpecbot.language.values.words.numbers_file import NumbersFile
from cpecbot.language.values.words.units_file import UnitsFile
from cpecbot.language.values.words.vocabulary import vocabulary
from cpecbot.languages import Language
from fakes.languages import LANGUAGES
from fakes.values import MakeLanguage

FAULTS = [
    ("numbers", '[cardinals.words]\n1 = "un"\n0 = "nul"\n', "line 3: cardinals.words.0"),
    ("numbers", '[cardinals.words]\nmany = "un"\n', "line 2: cardinals.words.many"),
    ("numbers", '[cardinals.words]\n1 = "un"\ninf = "sen"\n', "line 3: cardinals.words.inf"),
    ("numbers", "[cardinals]\ncompounds = ['{unit}']\n", "line 2: cardinals.compounds.0.*{unit} and {tens}"),
    ("numbers", "[cardinals]\ncompounds = ['{unit}{tens}{ten}']\n", "line 2: cardinals.compounds.0"),
    ("numbers", "[cardinals]\ncompounds = ['{unit}{tens}{unit}']\n", "line 2: cardinals.compounds.0"),
    ("numbers", "[cardinals]\njoiner = 'a'\n", "line 2: cardinals.joiner: no such key"),
    ("numbers", "[cardinals]\njoiners = [' ']\n", "line 2: cardinals.joiners.0.*nothing is left"),
    ("numbers", "[cardinals]\nweak = 'un, \u0640'\n", "line 2: cardinals.weak.1.*nothing is left"),
    ("numbers", "[cardinals]\nscales_alone = 'often'\n", "line 2: cardinals.scales_alone"),
    ("numbers", "[cardinals.quarters]\n1 = 'sar'\n", "line 2: cardinals.quarters.1"),
    ("numbers", "[figures.words]\n10 = 'dek'\n", "line 2: figures.words.10"),
    ("numbers", "[ordinals]\nendings_from = 0\n", "line 2: ordinals.endings_from"),
    ("numbers", "[ordinals.words]\n'1.5' = 'x'\n", "line 2: ordinals.words.1.5"),
    ("numbers", "[ordinals.compound_units]\n10 = 'x'\n", "line 2: ordinals.compound_units.10"),
    ("units", "[currencies]\ndollar = 'dolaro'\n", "line 2: currencies.dollar"),
    ("units", "[quantities]\nkm = 'km'\n", "line 2: quantities.km.*write one of acre, acre_foot, barrel"),
    ("units", "[durations]\nkilometre = 'km'\n", "line 2: durations.kilometre.*write one of century, day"),
    ("units", "[[multiples]]\nnames = 'tomano'\ntimes = 10\n", "multiples.0.currency: is missing"),
    ("units", "[scale_letters]\n-1 = 'm'\n", "line 2: scale_letters.-1"),
    ("dates", "[months.gregorian]\n13 = 'x'\n", "line 2: months.gregorian.13"),
    ("dates", "[months]\nlocales = ['xx_YY']\n", "line 2: months.locales.0.*no such locale"),
    ("dates", "[months]\njalali_patterns = ['mah']\n", "line 2: months.jalali_patterns.0.*{} in it"),
    ("dates", "[weekdays.words]\n0 = 'x'\n", "line 2: weekdays.words.0"),
    ("dates", "[years]\nsecond_calendar = 'julian'\n", "line 2: years.second_calendar.*'jalali'"),
    ("dates", "[years.eras]\njulian = 'x'\n", "line 2: years.eras.julian"),
]  # fmt: skip


@pytest.mark.parametrize(("file", "text", "fault"), FAULTS)
def test_a_fault_is_told_with_file_line_and_key(make_language: MakeLanguage, file: str, text: str, fault: str) -> None:
    pattern = fault.replace(".*", "\0").replace("{", r"\{").replace("}", r"\}").replace("\0", ".*")
    with pytest.raises(GlossaryError, match=rf"xx/{file}\.toml,? .*{pattern}"):
        vocabulary(make_language(**{file: text}))


@pytest.mark.parametrize(
    "written", ["'un, du'", "'un،du'", "'un、 du'", "'un，du,'", "'''\nun\ndu\n'''", "['un', 'du']"]
)
def test_phrases_are_parted_by_the_commas_of_any_script_or_by_lines(make_language: MakeLanguage, written: str) -> None:
    language = make_language(numbers=f"[cardinals]\nweak = {written}")
    assert language.read(NumbersFile).cardinals.weak == ("un", "du")


def test_a_phrase_of_an_array_may_hold_a_comma_or_begin_with_a_space(make_language: MakeLanguage) -> None:
    language = make_language(dates="[years]\nlinks = [', of', ' de']")
    assert language.read(DatesFile).years.links == (", of", " de")


@pytest.mark.parametrize("language", list(LANGUAGES))
def test_the_files_that_are_shipped_can_be_read(language: Language) -> None:
    for schema in (NumbersFile, UnitsFile, DatesFile):
        assert (language.folder / schema.file).is_file()
        language.read(schema)
