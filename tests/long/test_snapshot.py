"""A library can be kept, whatever was asked of it and wherever it comes from."""

from __future__ import annotations

from cpecbot.answering import Library
from cpecbot.console import Screen
from cpecbot.snapshot.packing import pack, unpack

QUESTIONS = ("When was the seventh round held?", "ماذا قيل عن غزة؟")


def test_whatever_it_was_asked_before_it_can_be_kept(library: Library) -> None:
    for question in ("aap kaise hain", "CPEC phase 2 kab start hua?", "hello", "what does 002 say?", "source:APP Gaza"):
        library.ask(question)
    library.changes()
    library.omissions()
    Screen(library, "terminal").answer(library.ask(QUESTIONS[0]))
    again = unpack(pack(library))
    assert isinstance(again, Library)
    assert again.ask(QUESTIONS[1]) == library.ask(QUESTIONS[1])


def test_a_packed_library_can_be_packed_again(library: Library) -> None:
    again = unpack(pack(unpack(pack(library))))
    assert isinstance(again, Library)
    assert again.ask(QUESTIONS[0]) == library.ask(QUESTIONS[0])
