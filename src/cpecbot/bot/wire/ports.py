"""What the bot asks of the rest of the program."""

from __future__ import annotations

from typing import Protocol

from cpecbot.corpus import Corpus
from cpecbot.languages import Language, Languages
from cpecbot.models import Answer, AskOptions, Coverage, Disagreement


class Library(Protocol):
    """One immutable snapshot; its methods compute and are called off the event loop."""

    @property
    def corpus(self) -> Corpus: ...

    @property
    def languages(self) -> Languages: ...

    def label(self, concept: str, language: Language) -> str: ...

    def ask(self, question: str, options: AskOptions = ...) -> Answer: ...

    def compare(self, topic: str, options: AskOptions = ...) -> Answer: ...

    def disagreements(self) -> tuple[Disagreement, ...]: ...

    def coverage(self) -> Coverage: ...
