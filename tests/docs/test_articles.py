"""What docs/articles.md shows is read as it says; its figures and those of other pages are those of the program."""

from __future__ import annotations

import re
from pathlib import Path

from cpecbot.answering.asking import LONGEST_QUESTION
from cpecbot.corpus.facts import Facts, load_facts
from cpecbot.corpus.loading import load_corpus
from cpecbot.disagreement import load_contrasts
from cpecbot.language.concepts.glossary import load_glossary
from cpecbot.rendering.answer.differences import MOST_NOTES
from cpecbot.settings import load_settings
from fakes.languages import EN, LANGUAGES
from pages import blocks, text_of

PAGE = text_of("articles")
SOURCES, GLOSSARY, CONTRAST = blocks(PAGE, "toml")


def test_a_line_is_an_article_with_what_it_states(tmp_path: Path, root: Path) -> None:
    (line,) = blocks(PAGE, "json")
    (tmp_path / "articles.jsonl").write_text(line, "utf-8")
    corpus = load_corpus(
        tmp_path / "articles.jsonl", LANGUAGES, root / "config" / "sources.toml", root / "config" / "boilerplate.toml"
    )
    (article,) = corpus.articles.values()
    assert (article.source, article.language, article.outlet, article.place) == ("a1", EN, "APP", "Islamabad")


def test_all_that_a_line_may_state_is_listed() -> None:
    table = PAGE.split("| key | what it says |\n")[1].split("\n\n")[0]
    told = [key for row in table.splitlines() for key in re.findall(r"`(\w+)`", row.split(" | ")[0])]
    assert set(told) == set(Facts.__struct_fields__)


def test_its_samples_are_read(tmp_path: Path) -> None:
    for name, sample in (("sources", SOURCES), ("glossary", GLOSSARY)):
        (tmp_path / f"{name}.toml").write_text(sample, "utf-8")
    (facts,) = load_facts(tmp_path / "sources.toml").values()
    assert (facts.outlet, facts.cites) == ("IRIB News", ("Express News",))
    glossary = load_glossary(tmp_path / "glossary.toml", LANGUAGES)
    assert [match.concept for match in glossary.read("The UN met.", (EN,))] == ["united_nations"]


def test_its_contrast_is_that_of_the_file(root: Path) -> None:
    """Which holds the terms that it names."""
    file = root / "config" / "contrasts.toml"
    assert CONTRAST in file.read_text("utf-8")
    load_contrasts(file, LANGUAGES)


def test_figures_are_those_of_the_program(elsewhere: Path) -> None:  # noqa: ARG001 - nobody's own settings
    settings = load_settings()
    assert f"more than {settings.max_article_bytes // 1_000_000} MB" in " ".join(PAGE.split())
    assert f"up to {LONGEST_QUESTION:,} characters" in text_of("limits")
    assert (settings.quotes_at_first, MOST_NOTES) == (3, 2)
    assert "Three quotes and two differences first" in text_of("use")
