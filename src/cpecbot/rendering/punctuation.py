"""The marks that a language's newspapers set around and between quoted words."""

from __future__ import annotations

from dataclasses import dataclass

from cpecbot.models import Language


@dataclass(frozen=True, slots=True)
class Punctuation:
    """``parentheses`` has a place for what stands in them, and the space before them where there is one."""

    opening: str
    closing: str
    between: str
    stop: str
    colon: str = ":"
    after_colon: str = " "
    parentheses: str = " ({})"

    def quote(self, text: str) -> str:
        return f"{self.opening}{text}{self.closing}"


_ARABIC = Punctuation("«", "»", "؛ ", ".")

PUNCTUATION = {
    Language.EN: Punctuation("«", "»", "; ", "."),
    Language.AR: _ARABIC,
    Language.FA: _ARABIC,
    Language.UR: Punctuation("«", "»", "؛ ", "۔"),
    Language.ZH: Punctuation("“", "”", "；", "。", "：", "", "（{}）"),
}
