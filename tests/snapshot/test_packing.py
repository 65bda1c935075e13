"""Values of cpecbot as bytes: whole when they come back, and nothing else can come of them."""

from __future__ import annotations

import os
import pickle
import re
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import TypeVar, cast

import pytest

from cpecbot.answering import Library
from cpecbot.expressions import Expression
from cpecbot.models import Span, Term, TermKind
from cpecbot.parts import Parts
from cpecbot.rendering.pictures.typefaces import typefaces
from cpecbot.snapshot import packing
from cpecbot.snapshot.packing import joined, pack, unpack
from fakes.languages import LANGUAGES

T = TypeVar("T")

QUESTIONS = (
    "When was the seventh round held?",
    "ماذا قيل عن غزة؟",
    "دور هفتم کی برگزار شد؟",
    "گوادر کے بارے میں کیا کہا گیا؟",
    "第七轮对话何时举行？",
    "How many people were killed?",
    "gwadar port ke bare mein kya kaha gaya?",
)


def repeated(value: T) -> T:
    """What comes back of ``value``."""
    return cast(T, unpack(pack(value)))


def test_an_unpacked_library_answers_the_same(library: Library) -> None:
    again = repeated(library)
    for question in QUESTIONS:
        assert again.ask(question) == library.ask(question)
    assert again.disagreements() == library.disagreements()
    assert again.coverage() == library.coverage()


def test_languages_are_kept_after_something_was_drawn_in_them() -> None:
    """Without the fonts, which no file but their own can hold."""
    assert typefaces(LANGUAGES["ur"]).width("گوادر") > 0
    assert repeated(LANGUAGES).codes == LANGUAGES.codes


def test_languages_stay_one() -> None:
    """Each knows the others, and they are the same ones everywhere."""
    known, alone = repeated((LANGUAGES, LANGUAGES.fallback))
    assert known.codes == LANGUAGES.codes
    assert known.fallback is alone
    assert alone.peers == tuple(LANGUAGES)


class TestExpressions:
    def test_it_finds_what_the_expression_finds(self) -> None:
        written = re.compile(r"(?P<day>\d+) may", re.IGNORECASE)
        read = repeated(written)
        assert isinstance(read, Expression)
        assert read.pattern == written.pattern
        found = read.search("On 5 May")
        assert found is not None
        assert found["day"] == "5"
        assert read.sub("June", "5 MAY") == "June"
        assert read.groupindex == written.groupindex

    def test_one_expression_stays_one(self) -> None:
        written = re.compile("a")
        first, second = repeated([written, written])
        assert first is second

    def test_it_equals_the_expression_it_was(self) -> None:
        assert unpack(pack(re.compile("a"))) == re.compile("a")
        assert unpack(pack(re.compile("a"))) != re.compile("a", re.IGNORECASE)
        assert len({unpack(pack(re.compile("a"))), unpack(pack(re.compile("a")))}) == 1

    def test_it_has_no_other_special_methods(self) -> None:
        with pytest.raises(AttributeError):
            Expression("a", 0).__iter__  # noqa: B018 - the access is what is tried


def test_what_is_read_only_stays_so() -> None:
    read = unpack(pack(MappingProxyType({Span(1, 2): "a"})))
    assert isinstance(read, MappingProxyType)
    assert dict(read) == {Span(1, 2): "a"}


def test_a_value_is_made_of_its_parts() -> None:
    value = (Span(3, 9), [Term("gwadar", TermKind.LEMMA, Span(3, 9))])
    assert repeated(value) == value


class Remembering:
    """Reads words, each once, as the readers of a language do."""

    def __init__(self) -> None:
        self.read: Callable[[str], str] = lru_cache(maxsize=3)(self._read)
        self.asked = 0

    def _read(self, word: str) -> str:
        self.asked += 1
        return word.upper()


def test_what_remembers_remembers_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Remembering, "__module__", "cpecbot.languages")
    monkeypatch.setattr("cpecbot.languages.Remembering", Remembering, raising=False)
    written = Remembering()
    written.read("a")
    read = repeated(written)
    assert (read.read("a"), read.read("a"), read.asked) == ("A", "A", 2)
    assert written.asked == 1


class Holder:
    """Makes one thing for each word, which all know it."""

    def __init__(self) -> None:
        self.parts: Parts[str, Held] = Parts()


class Held:
    def __init__(self, holder: Holder, beside: Held | None = None) -> None:
        self.holder = holder
        self.beside = beside


class TestParts:
    @pytest.fixture
    def holder(self, monkeypatch: pytest.MonkeyPatch) -> Holder:
        for kind in (Holder, Held):
            monkeypatch.setattr(kind, "__module__", "cpecbot.languages")
            monkeypatch.setattr(f"cpecbot.languages.{kind.__name__}", kind, raising=False)
        holder = Holder()
        holder.parts["a"] = Held(holder)
        holder.parts["b"] = Held(holder, holder.parts["a"])
        return holder

    def test_one_is_read_when_it_is_asked_for(self, holder: Holder, monkeypatch: pytest.MonkeyPatch) -> None:
        read: list[int] = []
        read_section = packing._Reader._read

        def noted(self: packing._Reader, number: int) -> object:
            read.append(number)
            return read_section(self, number)

        monkeypatch.setattr(packing._Reader, "_read", noted)
        again = repeated(holder)
        assert (read, dict(again.parts)) == ([0], {})
        assert again.parts["a"] is again.parts["a"]
        assert read == [0, 1]

    def test_what_stands_in_several_places_stays_one(self, holder: Holder) -> None:
        again = repeated(holder)
        assert again.parts["b"].holder is again
        assert again.parts["b"].beside is again.parts["a"]
        assert repeated(again).parts["b"].beside is not None

    def test_what_was_never_made_is_missing(self, holder: Holder) -> None:
        with pytest.raises(KeyError):
            repeated(holder).parts["c"]

    def test_sections_of_other_lengths_are_refused(self, holder: Holder) -> None:
        with pytest.raises(ValueError, match="lengths"):
            unpack(pack(holder)[:-1])


class Attack:
    """Runs ``command`` when pickle reads it."""

    def __init__(self, command: str = "") -> None:
        self._command = command

    def __reduce__(self) -> tuple[Callable[[str], int], tuple[str]]:
        return os.system, (self._command,)


class TestWhatIsNotOurs:
    def test_nothing_else_can_be_called(self, tmp_path: Path) -> None:
        made = tmp_path / "made"

        with pytest.raises(pickle.PickleError, match="no part of what is kept"):
            unpack(joined([pickle.dumps(Attack(f"touch {made}"))]))
        assert not made.exists()

    @pytest.mark.parametrize("name", ["eval", "exec", "getattr", "open", "__import__"])
    def test_no_built_in_function_is_found(self, name: str) -> None:
        with pytest.raises(pickle.PickleError):
            unpack(joined([b"cbuiltins\n" + name.encode() + b"\n."]))

    def test_nothing_may_be_read_that_no_library_holds(self, library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
        """A type less is a way in less; of the kinds and places of paths a Python has one."""
        looked_for: set[tuple[str, str]] = set()

        def note(module: str | None, name: str) -> None:
            looked_for.add((module or "", name))

        for question in QUESTIONS:
            library.ask(question)
        packed = pack(library)
        monkeypatch.setattr(packing, "_refuse_foreign", note)
        pack(unpack(packed))  # which reads every part
        foreign = {each for each in looked_for if not each[0].startswith("cpecbot.")}
        paths = {(module, f"{kind}Path") for module in ("pathlib", "pathlib._local") for kind in ("Posix", "Windows")}
        assert foreign & paths
        assert foreign | paths == packing._FOREIGN

    def test_no_dotted_name_leads_out_of_cpecbot(self) -> None:
        module, function = b"cpecbot.resources", b"os.system"
        attack = b"\x80\x04\x8c%c%b\x8c%c%b\x93." % (len(module), module, len(function), function)
        assert pickle.loads(attack) is os.system  # noqa: S301 - our own bytes
        with pytest.raises(pickle.PickleError, match="no part of what is kept"):
            unpack(joined([attack]))

    @pytest.mark.parametrize("value", [lambda: None, os.system, pytest.MonkeyPatch, Attack()])
    def test_what_could_not_be_read_is_not_written(self, value: object) -> None:
        with pytest.raises((pickle.PickleError, AttributeError, TypeError)):
            pack(value)
