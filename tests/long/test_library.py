"""Tests for opening what answers."""

from __future__ import annotations

import contextlib
import gc
import shutil
import sys
from pathlib import Path

import pytest

from command_line import run_cli
from cpecbot.answering import Library, building
from cpecbot.commands import library as opening
from cpecbot.commands import options
from cpecbot.commands.library import _uncollected, open_library
from cpecbot.errors import CorpusError, SettingsError
from cpecbot.settings import load_settings
from cpecbot.store.disk import DiskStore
from fakes.languages import LANGUAGES

ARTICLE = "The port was opened in Gwadar on Monday, officials said."
QUESTION = "When was the port of Gwadar opened?"
# Packing and reading again what the shipped tables hold takes longest; tests/snapshot does so.
GLOSSARY = '[port]\nkind = "thing"\nen = ["port"]\n'


def test_the_garbage_collector_rests_while_a_library_is_made_and_goes_on_behind_it() -> None:
    with _uncollected():
        assert not gc.isenabled()
    assert gc.isenabled()


def test_it_goes_on_after_a_fault_too() -> None:
    with pytest.raises(ValueError, match="faulty"), _uncollected():
        raise ValueError("faulty")
    assert gc.isenabled()


class TestTheNextStart:
    """Articles and tables are read once; what was made of them answers from then on."""

    @pytest.fixture
    def article(self, tmp_path: Path) -> Path:
        """The only one."""
        file = tmp_path / "articles" / "a.txt"
        file.parent.mkdir()
        file.write_text(ARTICLE, "utf-8")
        return file

    @pytest.fixture(autouse=True)
    def _small_tables(
        self, monkeypatch: pytest.MonkeyPatch, elsewhere: Path, article: Path, tmp_path: Path, root: Path
    ) -> None:
        assert elsewhere.is_dir()
        tables = tmp_path / "tables"
        (tables / "vocabulary").mkdir(parents=True)
        (tables / "glossary.toml").write_text(GLOSSARY, "utf-8")
        shutil.copy(root / "config" / "contrasts.toml", tables)
        monkeypatch.setenv("CPECBOT_CORPUS", str(article.parent))
        monkeypatch.setenv("CPECBOT_TABLES", str(tables))
        monkeypatch.setenv("CPECBOT_GLOSSARY", str(tables / "glossary.toml"))
        monkeypatch.delenv("CPECBOT_SNAPSHOT")
        monkeypatch.setattr(options, "open_languages", lambda _: LANGUAGES)
        monkeypatch.setattr(opening, "open_languages", lambda _: LANGUAGES)
        # What a rehearsal leaves behind is tried in tests/snapshot.
        monkeypatch.setattr(opening, "_rehearse", lambda _: None)
        # Looking through all that the tests of a process have made takes longer than the rest.
        monkeypatch.setattr(opening, "_uncollected", contextlib.nullcontext)

    @pytest.fixture
    def unbuilt(self, monkeypatch: pytest.MonkeyPatch) -> list[str]:
        """What was built, by the name of the first source."""
        built: list[str] = []
        build = building.build_library

        def counted(*arguments: object) -> Library:
            library: Library = build(*arguments)  # type: ignore[arg-type]
            built.append(next(iter(library.corpus.articles)))
            return library

        monkeypatch.setattr(building, "build_library", counted)
        return built

    def test_it_answers_the_same_without_reading_them(self, unbuilt: list[str]) -> None:
        first, second = open_library(load_settings()), open_library(load_settings())
        assert len(unbuilt) == 1
        assert second is not first
        assert second.search(QUESTION, 3) == first.search(QUESTION, 3)

    @pytest.mark.parametrize("command", ["ask", "search", "explain", "console"])
    def test_a_command_answers_before_it_keeps_anything(
        self, command: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
    ) -> None:
        said: list[int] = []

        def kept(_: object) -> None:
            said.append(sys.stdout.buffer.getvalue().count(b"\n"))  # type: ignore[attr-defined]  # a BytesIO

        monkeypatch.setattr(opening, "_rehearse", kept)
        question = (QUESTION,) if command != "console" else ()
        result = run_cli(monkeypatch, command, *question, stdin=QUESTION)
        assert result.code == 0
        assert said == [result.out.count("\n")]
        assert list((tmp_path / "cache" / "cpecbot").iterdir())

    def test_nothing_is_kept_where_that_is_not_wanted(self, unbuilt: list[str], tmp_path: Path) -> None:
        for _ in range(2):
            open_library(load_settings(snapshot=False))
        assert len(unbuilt) == 2
        assert not (tmp_path / "cache").exists()

    def test_other_articles_are_read(self, unbuilt: list[str], article: Path) -> None:
        settings = load_settings()
        assert open_library(settings).search(QUESTION, 1)
        article.write_text("Heavy rain fell over Karachi in the night, officials said.", "utf-8")
        assert not open_library(settings).search(QUESTION, 1)
        assert len(unbuilt) == 2

    def test_what_else_stands_beside_the_articles_is_not_read(self, unbuilt: list[str], article: Path) -> None:
        """A home folder may hold films, and what nobody may read."""
        articles = article.parent
        (articles / "deep").mkdir()
        settings = load_settings()
        before = opening.Opening(settings)._fingerprint
        (articles / "film.mkv").write_bytes(b"moving")
        (articles / "deep" / "b.txt").write_text("no article", "utf-8")
        assert opening.Opening(settings)._fingerprint == before
        (articles / "c.txt").write_text("Another article.", "utf-8")
        assert opening.Opening(settings)._fingerprint != before
        assert not unbuilt

    def test_articles_that_change_while_they_are_read_are_not_kept(
        self, unbuilt: list[str], article: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """They may be changed back, and the snapshot would be of something else."""
        settings = load_settings()
        read = options.open_corpus

        def changed_before_it_is_read(*arguments: object) -> object:
            article.write_text("The port was closed in Gwadar on Monday, officials said.", "utf-8")
            return read(*arguments)  # type: ignore[arg-type]

        monkeypatch.setattr(opening, "open_corpus", changed_before_it_is_read)
        open_library(settings)
        assert not settings.cache.exists()
        open_library(settings)
        assert len(list(settings.cache.iterdir())) == 1
        assert len(unbuilt) == 2

    def test_a_damaged_one_is_made_anew(self, unbuilt: list[str]) -> None:
        settings = load_settings()
        expected = open_library(settings).search(QUESTION, 3)
        (file,) = settings.cache.iterdir()
        file.write_bytes(file.read_bytes()[:-10])
        assert open_library(settings).search(QUESTION, 3) == expected
        assert len(unbuilt) == 2
        assert open_library(settings).search(QUESTION, 3) == expected
        assert len(unbuilt) == 2

    def test_something_else_in_its_place_is_no_library(self, unbuilt: list[str]) -> None:
        settings = load_settings()
        opening.Kept(settings.cache).put(opening.Opening(settings)._fingerprint, ["no library"])
        assert open_library(settings).search(QUESTION, 1)
        assert len(unbuilt) == 1

    def test_where_nothing_can_be_written_it_reads_them_each_time(self, unbuilt: list[str], tmp_path: Path) -> None:
        (tmp_path / "cache").write_text("no folder", "utf-8")
        for _ in range(2):
            assert open_library(load_settings()).search(QUESTION, 1)
        assert len(unbuilt) == 2

    def test_what_is_missing_is_told_as_ever(self, tmp_path: Path) -> None:
        settings = load_settings(corpus=tmp_path / "missing")
        with pytest.raises(CorpusError, match="missing"):
            open_library(settings)

    def test_an_index_on_disk_answers_the_same(self, unbuilt: list[str], article: Path) -> None:
        """Where it is gone, or its articles are others, it is brought up to them."""
        settings, memory = load_settings(engine="disk"), open_library(load_settings(engine="memory"))
        libraries = [open_library(settings) for _ in range(2)]
        for index in settings.cache.glob("*.index"):
            index.unlink()
        for library in (*libraries, open_library(settings)):
            assert isinstance(library.store, DiskStore)
            assert library.ask(QUESTION) == memory.ask(QUESTION)
        article.write_text("The port was opened in Gwadar on Friday, officials said.", "utf-8")
        assert "Friday" in open_library(settings).ask(QUESTION).quotes[0].text
        assert "Monday" in libraries[0].corpus.articles["a"].text
        assert len(unbuilt) == 1

    @pytest.mark.parametrize(
        ("largest", "snapshot", "on_disk"), [(10, True, True), (10, False, False), (99, True, False)]
    )
    def test_many_articles_go_to_disk_where_something_may_be_kept(
        self, monkeypatch: pytest.MonkeyPatch, largest: int, snapshot: bool, on_disk: bool
    ) -> None:
        monkeypatch.setattr(opening, "_LARGE", largest)
        store = open_library(load_settings(snapshot=snapshot)).store
        assert isinstance(store, DiskStore) is on_disk

    def test_where_no_index_can_be_kept_says_so(self, tmp_path: Path) -> None:
        (tmp_path / "file").write_bytes(b"")
        with pytest.raises(SettingsError, match=r'no index can be kept there.*"engine" to "memory"'):
            open_library(load_settings(engine="disk", cache=tmp_path / "file"))
