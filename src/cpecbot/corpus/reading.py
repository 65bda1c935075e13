"""Reading article files exactly as they are: every code point counts, because quotes are offsets into them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

from cpecbot.corpus.encodings import decode
from cpecbot.corpus.facts import Facts, parse_facts, writable
from cpecbot.errors import CorpusError
from cpecbot.files.json import parse_json

MAX_ARTICLE_BYTES = 5_000_000
_BYTE_ORDER_MARK = "\ufeff"
# Hidden files, macOS's copies of attributes (``._a.txt``), and the locks of office programs.
_NO_ARTICLES = (".", "~$")
# As long as the name of a file may be; it stands wherever the article is named.
_LONGEST_ID = 255


class RawArticle(Struct, frozen=True):
    """An article as read. ``origin`` says where it stands, for error messages."""

    source: str
    text: str
    facts: Facts
    origin: str


def read_articles(path: Path, max_bytes: int = MAX_ARTICLE_BYTES) -> tuple[RawArticle, ...]:
    """Read a folder of ``.txt`` files, one ``.txt`` file, or a ``.jsonl`` file, in a stable order.

    Raises CorpusError naming the file (and line) and the remedy.
    """
    try:
        articles = tuple(_read(path, max_bytes))
    except OSError as error:
        where = error.filename or path
        raise CorpusError(f"{where}: cannot be read ({error.strerror}). Check the path and its permissions.") from error
    _refuse_duplicates(articles)
    return articles


def article_files(path: Path) -> list[Path]:
    """The files that are read of ``path``: the articles of a folder, whatever else stands in it; else ``path`` itself.

    Raises OSError for a folder that cannot be read.
    """
    return sorted(file for file in path.iterdir() if _is_article(file)) if path.is_dir() else [path]


def source_names(path: Path) -> list[str]:
    """How the articles of ``path`` are called, found without reading more than is needed.

    Raises CorpusError, or OSError for a folder that cannot be read.
    """
    if path.suffix.lower() == ".jsonl":
        return [article.source for article in read_articles(path)]
    return [file.stem for file in article_files(path)]


def _read(path: Path, max_bytes: int) -> Iterator[RawArticle]:
    suffix = path.suffix.lower()
    if path.is_dir():
        files = article_files(path)
        if not files:
            raise CorpusError(f"{path}: no articles in this folder. Put UTF-8 files ending in .txt there.")
        for file in files:
            yield _read_text_file(file, max_bytes)
    elif not path.exists():
        raise CorpusError(f"{path}: no such file or folder. Give a folder of .txt files, or a .jsonl file.")
    elif path.is_file() and suffix == ".jsonl":
        yield from _read_lines(path, max_bytes)
    elif path.is_file() and suffix == ".txt":
        yield _read_text_file(path, max_bytes)
    else:
        raise CorpusError(f"{path}: not a corpus. Give a folder of .txt files, or a .jsonl file.")


def _is_article(file: Path) -> bool:
    """Whether a file of a folder is meant as an article; the system's and an editor's own files beside it are not."""
    return file.suffix.lower() == ".txt" and not file.name.startswith(_NO_ARTICLES) and file.is_file()


def _read_text_file(file: Path, max_bytes: int) -> RawArticle:
    size = file.stat().st_size
    if size > max_bytes:
        raise CorpusError(_too_large(str(file), size, max_bytes))
    text = _checked_text(decode(file.read_bytes(), str(file), file), str(file))
    if not writable(file.stem):
        raise CorpusError(f"{file}: the name cannot be shown as text. Rename the file.")
    return RawArticle(file.stem, text, Facts(), str(file))


def _read_lines(file: Path, max_bytes: int) -> Iterator[RawArticle]:
    # JSON may write a character as six bytes (\u06cc), twice that for a pair.
    line_limit = 6 * max_bytes + 100_000
    number = read = 0
    with file.open("rb") as stream:
        while line := stream.readline(line_limit + 1):
            number += 1
            origin = f"{file}, line {number}"
            if len(line) > line_limit:
                raise CorpusError(_too_large(origin, len(line), max_bytes))
            text = decode(line, origin, file).removeprefix(_BYTE_ORDER_MARK if number == 1 else "")
            if text.strip():
                read += 1
                yield _read_record(text, origin, max_bytes)
    if not read:
        raise CorpusError(f'{file}: no articles in this file. Write lines such as {{"id": "a1", "text": "…"}}.')


def _read_record(line: str, origin: str, max_bytes: int) -> RawArticle:
    try:
        record = parse_json(line)
    except ValueError as error:
        raise CorpusError(f'{origin}: not JSON ({error}). Write one {{"id": "…", "text": "…"}} per line.') from error
    if not isinstance(record, dict):
        raise CorpusError(f'{origin}: not a JSON object. Write one {{"id": "…", "text": "…"}} per line.')
    source, text = record.get("id"), record.get("text")
    if not isinstance(source, str) or not source.strip():
        raise CorpusError(f'{origin}: "id" is missing or not text. Give every article its own "id".')
    if len(source.strip()) > _LONGEST_ID:
        raise CorpusError(f'{origin}: "id" has {len(source):,} characters. Give it at most {_LONGEST_ID}.')
    if not writable(source.strip()):
        raise CorpusError(f'{origin}: "id" holds line breaks or control characters. Give it a plain one.')
    if not isinstance(text, str):
        raise CorpusError(f'{origin}: "text" is missing or not text. Give the whole article as "text".')
    try:
        size = len(text.encode())
    except UnicodeEncodeError as error:
        raise CorpusError(f'{origin}: "text" holds half a surrogate pair ({error.reason}). Export it again.') from error
    if size > max_bytes:
        raise CorpusError(_too_large(origin, size, max_bytes))
    try:
        facts = parse_facts(record)
    except ValueError as error:
        raise CorpusError(f"{origin}: {error}") from error
    return RawArticle(source.strip(), _checked_text(text, origin), facts, origin)


def _checked_text(text: str, origin: str) -> str:
    if not text.strip().strip(_BYTE_ORDER_MARK).strip():
        raise CorpusError(f"{origin}: the article is empty. Fill it or remove it.")
    if "\0" in text:
        raise CorpusError(f"{origin}: holds NUL characters. Export it again without them.")
    return text


def _too_large(origin: str, size: int, max_bytes: int) -> str:
    return (
        f"{origin}: {size:,} bytes is more than the {max_bytes:,} allowed for one article. "
        "Split it, or raise the setting max_article_bytes."
    )


def _refuse_duplicates(articles: tuple[RawArticle, ...]) -> None:
    seen: dict[str, str] = {}
    for article in articles:
        if article.source in seen:
            raise CorpusError(
                f'{article.origin}: the id "{article.source}" is already used by {seen[article.source]}. Rename one.'
            )
        seen[article.source] = article.origin
