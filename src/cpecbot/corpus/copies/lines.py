"""The statements of articles as strings of words: one character for each word, so that words compare as letters do."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from cpecbot.expressions import expression
from cpecbot.language.sentences.enclosures import enclosures
from cpecbot.language.speech.quotations import QUOTATION
from cpecbot.language.text.simplified import fold_simply
from cpecbot.languages import Language
from cpecbot.models import Article, Sentence, SentenceKind
from cpecbot.scripts import HAN

_WORD = expression(rf"[{HAN}]|\d+(?:[.,]\d+)*|[^\W\d_{HAN}]+")
_FIRST, _CODES = 0x100, 0x10FF00
# So many words on end are seldom the same by chance; a word of Han is mostly two characters.
_SHINGLE, _SHINGLE_OF_HAN = 3, 5
_LONGEST_QUOTATION = 1000
_LINE = expression(r"[^\r\n\u2028\u2029]+")


class Line(Struct, frozen=True):
    """A statement: the ``place`` that it has in its article, its words as a string of codes, its keys.

    ``article`` counts the articles. The keys are its runs of a few words, and its figures.
    """

    sentence: Sentence
    article: int
    place: int
    words: str
    keys: frozenset[str]


class Alphabet:
    """A code point for each word that was met; of a million different words some share one."""

    def __init__(self) -> None:
        self._codes: dict[str, int] = {}

    def encode(self, words: Sequence[str]) -> str:
        codes = self._codes
        return "".join([chr(_FIRST + codes.setdefault(word, len(codes)) % _CODES) for word in words])


def read_lines(articles: Mapping[str, Sequence[Sentence]]) -> Iterator[list[Line]]:
    """The statements of each article without its headings, which every paper writes anew."""
    alphabet = Alphabet()
    for number, sentences in enumerate(articles.values()):
        stated = (sentence for sentence in sentences if sentence.kind is not SentenceKind.HEADING)
        yield [_line(sentence, number, place, alphabet) for place, sentence in enumerate(stated)]


def _line(sentence: Sentence, article: int, place: int, alphabet: Alphabet) -> Line:
    written = words_of(sentence.reading, sentence.language)
    words = alphabet.encode(written)
    width = _SHINGLE if sentence.language.profile.spaced else _SHINGLE_OF_HAN
    runs = {words[start : start + width] for start in range(len(words) - width + 1)}
    figures = {code for code, word in zip(words, written, strict=True) if word[0].isdigit() and len(word) > 1}
    return Line(sentence, article, place, words, frozenset(runs | figures))


def words_of(text: str, language: Language) -> list[str]:
    """Folded and in simplified characters: 1,200 as 1200, and each character of Han by itself."""
    found = _WORD.findall(fold_simply(text, language).text)
    return [word.replace(",", "") if word[0].isdigit() else word for word in found]


def quoted_shares(article: Article, lines: Sequence[Line]) -> list[float]:
    """How much of each statement, from 0 to 1, stands between quotation marks."""
    inside = bytearray(len(article.text))
    for paragraph in _LINE.finditer(article.text):
        for span in enclosures(paragraph.group(), _LONGEST_QUOTATION):
            if paragraph.group()[span.start] in QUOTATION:
                start, end = paragraph.start() + span.start, paragraph.start() + span.end
                inside[start:end] = b"\1" * (end - start)
    spans = (line.sentence.span for line in lines)
    return [inside.count(1, span.start, span.end) / max(1, len(span)) for span in spans]
