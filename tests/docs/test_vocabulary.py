"""What docs/vocabulary.md says of the files is so: its lines are read, its kinds exist, its figures hold."""

from __future__ import annotations

import re
from pathlib import Path

from cpecbot.language.concepts.concept import ConceptKind
from cpecbot.language.concepts.glossary import Glossary
from cpecbot.language.concepts.vocabulary import load_vocabulary
from fakes.languages import LANGUAGES

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs" / "vocabulary.md").read_text("utf-8")
SAMPLE = re.findall(r"```text\n(concept\t.*?)```", PAGE, re.DOTALL)[0]


def test_its_lines_are_read_and_found(tmp_path: Path) -> None:
    (tmp_path / "sample.tsv").write_text(SAMPLE, "utf-8")
    vocabulary = load_vocabulary(tmp_path, LANGUAGES)
    assert list(vocabulary) == ["boat", "borrow"]
    glossary = Glossary((), LANGUAGES, vocabulary, with_cldr=False)
    said = {
        "en": "She borrowed two boats",
        "ar": "تستعير القوارب",
        "fa": "قرض می‌گیرند",
        "ur": "کشتیوں",
        "zh": "借了小船",
    }
    found = {code: [match.concept for match in glossary.read(text, (LANGUAGES[code],))] for code, text in said.items()}
    assert found == {
        "en": ["borrow", "boat"],
        "ar": ["borrow", "boat"],
        "fa": ["borrow"],
        "ur": ["boat"],
        "zh": ["borrow", "boat"],
    }


def test_its_kinds_are_those_of_the_files() -> None:
    row = next(line for line in PAGE.splitlines() if line.startswith("| `kind` |"))
    told = set(re.findall(r"`(\w+)`", row)) - {"kind"}
    vocabulary = load_vocabulary(ROOT / "config" / "vocabulary", LANGUAGES)
    assert told == {vocabulary.kind(key).value for key in vocabulary}
    assert told < {kind.value for kind in ConceptKind}


def test_its_figures_are_about_right() -> None:
    vocabulary = load_vocabulary(ROOT / "config" / "vocabulary", LANGUAGES)
    assert "some 6,600 concepts" in PAGE
    assert round(len(vocabulary), -2) == 6600
    assert "eighty-eight files" in PAGE
    assert len(list((ROOT / "config" / "vocabulary").glob("*.tsv"))) == 88
