"""The fonts of pictures and pages: which letters each has, how wide a text is, and the part of a font that it needs.

A language names its font, a file in its folder or one of ``fonts/``, which are parts of fonts of Noto and need not be
installed. Letters are joined and measured by HarfBuzz. Importing this module loads it.
"""

from __future__ import annotations

import struct
import unicodedata
import zlib
from base64 import b64encode
from collections.abc import Iterable
from functools import cache, cached_property, lru_cache
from importlib.resources import files
from itertools import groupby
from pathlib import Path

import uharfbuzz as harfbuzz
from msgspec import Struct

from cpecbot.errors import CpecbotError
from cpecbot.expressions import expression
from cpecbot.languages import Language, Profile

_FAMILY = 1  # of the names in a font (OpenType, table "name")
_WORDS = expression(r"\s+|\S+")


class PictureError(CpecbotError):
    """The picture cannot be drawn here; the same is to be had as text."""


class Font:
    """One file. Lengths are in ems, the size of its letters."""

    def __init__(self, file: Path) -> None:
        self.file = file
        self._face = harfbuzz.Face(harfbuzz.Blob.from_file_path(str(file)))
        self._font = harfbuzz.Font(self._face)
        self._upem = float(self._face.upem)
        self._word = lru_cache(maxsize=4096)(self._measured)

    @cached_property
    def family(self) -> str:
        return str(self._face.get_name(_FAMILY) or self.file.stem)

    @cached_property
    def letters(self) -> frozenset[str]:
        return frozenset(map(chr, self._face.unicodes))

    def middle(self, text: str) -> float:
        """How far the base line lies below the middle of a line: much in Nastaliq, whose words slope down to it."""
        if any(unicodedata.bidirectional(char) in ("R", "AL") for char in text):
            return float(self._extents.ascender + self._extents.descender) / 2 / self._upem
        return self._height_of_figures / 2

    @cached_property
    def height(self) -> float:
        """How high a line of it has to be."""
        return float(self._extents.ascender - self._extents.descender) / self._upem

    @cached_property
    def _extents(self) -> harfbuzz.FontExtents:
        return self._font.get_font_extents("ltr")

    @cached_property
    def _height_of_figures(self) -> float:
        glyph = self._font.get_nominal_glyph(ord("0"))
        extents = self._font.get_glyph_extents(glyph) if glyph is not None else None
        return float(extents.y_bearing) / self._upem if extents else 0.7

    def width(self, text: str) -> float:
        return sum(map(self._word, _WORDS.findall(text)))

    def part(self, letters: Iterable[str]) -> bytes:
        """What of the font draws texts of ``letters``, as TrueType or OpenType."""
        wanted = harfbuzz.SubsetInput()
        wanted.unicode_set.update(map(ord, letters))
        wanted.flags = harfbuzz.SubsetFlags.NO_HINTING
        return bytes(harfbuzz.subset(self._face, wanted).blob.data)

    def _measured(self, word: str) -> float:
        buffer = harfbuzz.Buffer()
        buffer.add_str(word)
        buffer.guess_segment_properties()
        harfbuzz.shape(self._font, buffer)
        return float(sum(each.x_advance for each in buffer.glyph_positions)) / self._upem


class Run(Struct, frozen=True):
    """A part of a text in one font."""

    font: Font
    text: str


class Typefaces:
    """The fonts that texts of one language are set in: its own first, then those of the others, for names of any."""

    def __init__(self, fonts: Iterable[Font]) -> None:
        self.fonts = tuple(fonts)
        self.runs = lru_cache(maxsize=8192)(self._runs)
        self.width = lru_cache(maxsize=8192)(self._width)

    def main(self, text: str) -> Font:
        """The font that most of ``text`` is set in."""
        found = [run for run in self.runs(text) if run.text.strip()]
        return max(found, key=lambda run: len(run.text)).font if found else self.fonts[0]

    def have(self, text: str) -> bool:
        """Whether every letter of ``text`` is in one of them."""
        drawn = (char for char in set(text) if not char.isspace() and unicodedata.category(char) != "Cf")
        return all(any(char in font.letters for font in self.fonts) for char in drawn)

    def _runs(self, text: str) -> tuple[Run, ...]:
        """``text`` cut where the font changes: each letter in the first that has it, spaces and controls in any."""
        chosen: list[Font] = []
        for char in text:
            control = unicodedata.category(char) == "Cf"
            weak = control or char.isspace() or unicodedata.category(char) == "Mn"
            if weak and chosen and (control or char in chosen[-1].letters):
                chosen.append(chosen[-1])
            else:
                chosen.append(self._first(text if weak else char))
        grouped = groupby(zip(chosen, text, strict=True), key=lambda each: each[0])
        return tuple(Run(font, "".join(char for _, char in part)) for font, part in grouped)

    def _first(self, text: str) -> Font:
        """The first font that has the first letter of ``text`` that any has; the first of all where none has any."""
        letters = (char for char in text if not char.isspace())
        return next((font for char in letters for font in self.fonts if char in font.letters), self.fonts[0])

    def _width(self, text: str) -> float:
        """In ems."""
        return sum(run.font.width(run.text) for run in self.runs(text))


def typefaces(language: Language) -> Typefaces:
    """Raises PictureError where the file of a font is missing."""
    return _typefaces(tuple((each.folder, each.profile.font) for each in (language, *language.peers)))


@cache
def _typefaces(named: tuple[tuple[Path, str], ...]) -> Typefaces:
    return Typefaces(dict.fromkeys(_load(_file(*each)) for each in named))


def embedded(texts: Iterable[tuple[str, Language]]) -> str:
    """The parts of the fonts that draw ``texts``, each in its language, as CSS that loads nothing."""
    needed: dict[Font, set[str]] = {}
    for text, language in texts:
        for run in typefaces(language).runs(text):
            needed.setdefault(run.font, set()).update(run.text)
    return "\n".join(_font_face(font, letters) for font, letters in needed.items())


def _font_face(font: Font, letters: Iterable[str]) -> str:
    data = b64encode(_woff(font.part(letters))).decode()
    return f'@font-face{{font-family:"{font.family}";src:url("data:font/woff;base64,{data}")}}'


def _woff(font: bytes) -> bytes:
    """An OpenType font in the Web Open Font Format 1.0 (W3C), which compresses each of its tables."""
    flavor, count = struct.unpack_from(">4sH", font)
    entries = [struct.unpack_from(">4s3L", font, 12 + 16 * number) for number in range(count)]
    head, body = b"", b""
    start = 44 + 20 * count
    for tag, checksum, offset, length in entries:
        table = font[offset : offset + length]
        packed = min(zlib.compress(table, 9), table, key=len)
        head += struct.pack(">4s4L", tag, start + len(body), len(packed), length, checksum)
        body += packed + bytes(-len(packed) % 4)
    whole = 12 + 16 * count + sum(length + -length % 4 for *_, length in entries)
    header = struct.pack(">4s4sLHHLHHLLLLL", b"wOFF", flavor, start + len(body), count, 0, whole, 1, 0, *([0] * 5))
    return header + head + body


@cache
def _load(file: Path) -> Font:
    return Font(file)


def _file(folder: Path, name: str) -> Path:
    shipped = Path(str(files("cpecbot.rendering.pictures") / "fonts"))
    own, common = folder / name, shipped / name
    if not own.is_file() and not common.is_file():
        known = ", ".join(sorted(path.name for path in shipped.iterdir() if path.suffix != ".txt"))
        named = folder / Profile.file
        raise PictureError(f"{named}: font: {name} is not in this folder, and none of those that come along: {known}.")
    return own if own.is_file() else common
