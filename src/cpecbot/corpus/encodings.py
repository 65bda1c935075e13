"""What the bytes of an article say, and how to convert a file that is not UTF-8.

The guess is charset-normalizer's, among the encodings that the languages at hand were written in before UTF-8: without
such a list short texts fall to one of the hundred that nobody used for them.
"""

from __future__ import annotations

import codecs
import shlex
from pathlib import Path

from cpecbot.errors import CorpusError

# By the library's name: what iconv calls it.
_ICONV = {
    "utf_16_le": "UTF-16LE",
    "utf_16_be": "UTF-16BE",
    "gb18030": "GB18030",
    "big5": "BIG5",
    "cp1256": "WINDOWS-1256",
    "iso8859_6": "ISO-8859-6",
    "cp1252": "WINDOWS-1252",
}
# What opens a file says what it is; the longer marks first, for one of UTF-16 opens one of UTF-32.
_MARKS = (
    (codecs.BOM_UTF32_LE, "UTF-32"),
    (codecs.BOM_UTF32_BE, "UTF-32"),
    (codecs.BOM_UTF16_LE, "UTF-16"),
    (codecs.BOM_UTF16_BE, "UTF-16"),
)
# Enough to guess by; an even number, for two bytes may be one character.
_SAMPLE = 65_536


def decode(raw: bytes, origin: str, file: Path) -> str:
    """``raw`` of ``file`` read as UTF-8. Raises CorpusError naming its ``origin`` and the command that converts it."""
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        where = f"byte {error.start} is 0x{raw[error.start]:02x}"
        raise CorpusError(f"{origin}: not UTF-8 ({where}){_remedy(file)}") from error
    if "\0" in text:
        raise CorpusError(f"{origin}: holds NUL characters, so it is no plain UTF-8 text{_remedy(file)}")
    return text


def _remedy(file: Path) -> str:
    """How to go on, after what is wrong; the whole file tells its encoding better than the line at fault."""
    with file.open("rb") as stream:
        encoding = _guess(stream.read(_SAMPLE))
    if encoding is None:
        return ". If it is text, save it as UTF-8 in the program that it comes from; if it is none, remove it."
    old, new = shlex.quote(str(file)), shlex.quote(f"{file}.utf8")
    command = f"iconv -f {encoding} -t UTF-8 {old} > {new} && mv {new} {old}"
    return f"; it looks like {encoding}. Convert it: {command}"


def _guess(sample: bytes) -> str | None:
    """The encoding that ``sample`` looks like, as iconv calls it; None for what is no text in any."""
    for mark, name in _MARKS:
        if sample.startswith(mark):
            return name
    from charset_normalizer import from_bytes  # noqa: PLC0415 - needed only where something is wrong

    best = from_bytes(sample, cp_isolation=list(_ICONV)).best()
    return _ICONV.get(best.encoding) if best else None
