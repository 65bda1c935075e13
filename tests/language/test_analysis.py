"""What reading a text costs: calls are counted, for a clock tells of the machine as well."""

from __future__ import annotations

import cProfile

import pytest

from cpecbot.language.analysis import Analyzer
from cpecbot.language.text.inflection.forms import FormsFile
from cpecbot.languages import Language
from fakes.languages import AR, EN, FA, LANGUAGES, UR, ZH
from shipped import glossary_of_the_field

LINES = {
    EN: "Pakistan and China signed five agreements in Beijing on 3 May. ",
    AR: "وقعت باكستان والصين خمس اتفاقيات في بكين. ",
    FA: "پاکستان و چین پنج توافق در پکن امضا کردند. ",
    UR: "پاکستان اور چین نے بیجنگ میں پانچ معاہدے کیے۔ ",
    ZH: "中国和巴基斯坦在北京签署了五项协议。",
}


@pytest.fixture(scope="module")
def analyzer() -> Analyzer:
    return Analyzer(glossary_of_the_field(), LANGUAGES)


def calls_of(analyzer: Analyzer, text: str, language: Language) -> int:
    profile = cProfile.Profile()
    profile.runcall(analyzer.analyze, text, language)
    return sum(entry.callcount for entry in profile.getstats())


@pytest.mark.parametrize("language", LINES, ids=str)
def test_a_line_of_many_concepts_costs_as_much_as_its_length(language: Language, analyzer: Analyzer) -> None:
    """Not its square, as where each word looks at each concept: that would be sixteen times as much for four times."""
    line = LINES[language] * (1_000 // len(LINES[language]))
    analyzer.analyze(LINES[language], language)  # what is made at the first time does not count
    assert calls_of(analyzer, line * 4, language) < 5 * calls_of(analyzer, line, language)


@pytest.mark.parametrize("language", LINES, ids=str)
def test_an_affix_that_stands_alone_is_read(language: Language, analyzer: Analyzer) -> None:
    """As «لل», which leaves nothing behind when its parts are taken off; alone, twice, and with marks on it."""
    forms = language.read(FormsFile)
    inflection, stem, dictionary = forms.inflection, forms.stem, forms.dictionary
    affixes = {
        inflection.article,
        *inflection.conjunctions,
        *inflection.prepositions,
        *inflection.endings,
        *inflection.verbal_endings,
        *stem.prefixes,
        *stem.suffixes,
        *dictionary.proclitics,
        *dictionary.tense_prefixes,
        *"'-ـءّ\u200c",
    }
    for affix in affixes:
        for text in (affix, f"{affix} {affix}", affix * 2, f"{affix}'s", f"{affix}\u0651"):
            assert analyzer.analyze(f"{text} Pakistan", language).concepts
            analyzer.analyze(text, language)
