"""Articles are read byte for byte, and what cannot be read is said with its file and a remedy."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpecbot.corpus.reading import read_articles
from cpecbot.errors import CorpusError


def jsonl(folder: Path, *records: object) -> Path:
    file = folder / "articles.jsonl"
    file.write_text("".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records), "utf-8")
    return file


@pytest.mark.parametrize(
    "text", ["one\r\ntwo\rthree\n", "\ufeffwith a mark", "a\u00a0b\u200cc", "line\u2028separator\x85next", "مرحبا\r\n"]
)
def test_every_code_point_is_kept(tmp_path: Path, text: str) -> None:
    (tmp_path / "a.txt").write_bytes(text.encode())
    assert read_articles(tmp_path)[0].text == text


def test_articles_come_in_the_order_of_their_names_and_other_files_are_left_alone(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt", "c.TXT", "notes.md"):
        (tmp_path / name).write_text(f"Text of {name}", "utf-8")
    assert [article.source for article in read_articles(tmp_path)] == ["a", "b", "c"]


def test_one_text_file_is_a_corpus_too(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Only this.", "utf-8")
    (tmp_path / "b.txt").write_text("Not this.", "utf-8")
    assert [article.source for article in read_articles(tmp_path / "a.txt")] == ["a"]


def test_a_line_of_json_may_state_facts(tmp_path: Path) -> None:
    facts = {"language": "ur", "outlet": "Dawn", "published": "2026-01-05", "other": 1}
    file = jsonl(tmp_path, {"id": "x1", "text": "Hello."} | facts)
    (article,) = read_articles(file)
    assert (article.source, article.text) == ("x1", "Hello.")
    assert (article.facts.language, article.facts.outlet) == ("ur", "Dawn")
    assert str(article.facts.published) == "2026-01-05"


def test_a_byte_order_mark_and_blank_lines_do_not_matter_to_json_lines(tmp_path: Path) -> None:
    file = tmp_path / "a.jsonl"
    file.write_bytes('\ufeff{"id": "a", "text": "One."}\r\n\r\n{"id": "b", "text": "Two."}'.encode())
    assert [article.source for article in read_articles(file)] == ["a", "b"]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"A\0B", r"a\.txt: holds NUL characters.*save it as UTF-8"),
        (b"\x00\xff\x81" * 30, r"a\.txt: not UTF-8.*remove it"),
        (b"", r"a\.txt: the article is empty"),
        ("\ufeff \r\n".encode(), r"a\.txt: the article is empty"),
        (b"x" * 101, r"a\.txt: 101 bytes is more than the 100 allowed.*max_article_bytes"),
    ],
)
def test_a_file_that_is_no_article_is_named(tmp_path: Path, content: bytes, message: str) -> None:
    (tmp_path / "a.txt").write_bytes(content)
    with pytest.raises(CorpusError, match=message):
        read_articles(tmp_path, max_bytes=100)


_ARABIC = "افتتح الوزير الجسر الجديد يوم الاثنين بعد عامين من العمل."
_ENGLISH = "The café on the quay – “the Anchor” – closed on Monday after the naïve décor was removed."
_CHINESE = "省长星期一为新桥剪彩，该工程历时两年。"


@pytest.mark.parametrize(
    ("text", "written", "named"),
    [
        (_CHINESE, "gbk", "GB18030"),
        ("省長星期一為新橋剪綵，該工程歷時兩年。", "big5", "BIG5"),
        (_ARABIC, "cp1256", "WINDOWS-1256"),
        (_ENGLISH, "cp1252", "WINDOWS-1252"),
        (_ENGLISH.replace("–", "-").replace("“", '"').replace("”", '"'), "latin-1", "WINDOWS-1252"),
        *((text, "utf-16", "UTF-16") for text in (_ENGLISH, _ARABIC, _CHINESE)),
        *((text, "utf-16-le", "UTF-16LE") for text in (_ENGLISH, _ARABIC, _CHINESE)),
        *((text, "utf-16-be", "UTF-16BE") for text in (_ENGLISH, _ARABIC, _CHINESE)),
        (_ARABIC, "utf-32", "UTF-32"),
    ],
)
def test_another_encoding_is_told_with_the_command_that_converts_it(
    tmp_path: Path, text: str, written: str, named: str
) -> None:
    """The command is right when its encoding reads the bytes as the text."""
    file = tmp_path / "an article.txt"
    file.write_bytes(text.encode(written))
    with pytest.raises(CorpusError, match=rf"it looks like {named}\. Convert it: iconv -f {named} -t UTF-8 '.*' >"):
        read_articles(tmp_path)
    assert file.read_bytes().decode(named) == text


def test_another_encoding_of_json_lines_is_told(tmp_path: Path) -> None:
    file = tmp_path / "articles.jsonl"
    file.write_bytes(json.dumps({"id": "a", "text": _CHINESE}, ensure_ascii=False).encode("gbk"))
    with pytest.raises(CorpusError, match=r"line 1: not UTF-8.*it looks like GB18030\. Convert it: iconv"):
        read_articles(file)


@pytest.mark.parametrize("name", ["._a.txt", ".draft.txt", "~$a.txt", "Thumbs.db", ".DS_Store", "a.txt~"])
def test_what_the_system_and_editors_leave_in_a_folder_is_no_article(tmp_path: Path, name: str) -> None:
    (tmp_path / "a.txt").write_text("Fine.", "utf-8")
    (tmp_path / name).write_bytes(b"\x00\x05\x16\x07")
    assert [article.source for article in read_articles(tmp_path)] == ["a"]


def test_a_hidden_file_that_is_named_is_read(tmp_path: Path) -> None:
    (tmp_path / ".a.txt").write_text("Fine.", "utf-8")
    assert [article.text for article in read_articles(tmp_path / ".a.txt")] == ["Fine."]


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ('{"id": "b", "text": ', "line 2: not JSON"),
        ("[1]", "line 2: not a JSON object"),
        ('{"text": "x"}', 'line 2: "id" is missing'),
        ('{"id": 7, "text": "x"}', 'line 2: "id" is missing or not text'),
        ('{"id": "b"}', 'line 2: "text" is missing'),
        ('{"id": "b", "text": " "}', "line 2: the article is empty"),
        ('{"id": "b", "text": "\\ud800"}', "line 2: .*surrogate"),
        ('{"id": "b", "text": "a\\u0000b"}', "line 2: holds NUL characters. Export it again"),
        ('{"id": "b", "text": "x", "published": "5 Jan"}', "line 2: .*2026-01-05"),
        ('{"id": "b", "text": "x", "outlet": ["APP"]}', 'line 2: "outlet" must be text'),
        ('{"id": "b\\nc", "text": "x"}', 'line 2: "id" holds line breaks or control characters'),
        ('{"id": "b\\ud800", "text": "x"}', 'line 2: "id" holds'),
        ('{"id": "b", "text": "x", "outlet": "A\\u001b[31m"}', 'line 2: "outlet" holds control characters'),
        ('{"id": "b", "text": "x", "title": "\\udc00"}', 'line 2: "title" holds control characters or half a surr'),
        ('{"id": "a", "text": "x"}', 'line 2: the id "a" is already used by .*line 1'),
        ('{"id": "b", "text": "' + "x" * 200 + '"}', "line 2: 200 bytes is more than the 100 allowed"),
        ("[" * 50_000, "line 2: not JSON"),
        ('{"id": "' + "b" * 256 + '", "text": "x"}', 'line 2: "id" has 256 characters. Give it at most 255'),
        ('{"id": "b", "text": "x", "text": "y"}', 'line 2: not JSON ."text" stands there twice'),
        ('{"id": "b", "text": "x", "published": ' + "9" * 5000 + "}", "line 2: not JSON .a number of 5,000 digits"),
    ],
)
def test_a_line_that_is_no_article_is_named(tmp_path: Path, line: str, message: str) -> None:
    file = tmp_path / "articles.jsonl"
    file.write_text('{"id": "a", "text": "Fine."}\n' + line + "\n", "utf-8")
    with pytest.raises(CorpusError, match=message):
        read_articles(file, max_bytes=100)


def test_a_line_without_end_is_refused_before_it_fills_the_memory(tmp_path: Path) -> None:
    file = tmp_path / "articles.jsonl"
    file.write_bytes(b'{"id": "a", "text": "' + b"x" * 200_000)
    with pytest.raises(CorpusError, match=r"line 1: .* more than the 100 allowed"):
        read_articles(file, max_bytes=100)


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("", "no articles in this folder"),
        ("missing", "no such file or folder"),
        ("empty.jsonl", "no articles in this file"),
        ("page.html", "not a corpus"),
    ],
)
def test_a_path_without_articles_says_what_to_give(tmp_path: Path, name: str, message: str) -> None:
    (tmp_path / "empty.jsonl").touch()
    (tmp_path / "page.html").touch()
    with pytest.raises(CorpusError, match=message):
        read_articles(tmp_path / name)


def test_a_fact_is_one_line(tmp_path: Path) -> None:
    file = jsonl(tmp_path, {"id": "a", "text": "x", "title": "One\r\ntitle,  two\u2028lines"})
    assert read_articles(file)[0].facts.title == "One title, two lines"


def test_an_id_may_hold_spaces_and_slashes(tmp_path: Path) -> None:
    file = jsonl(tmp_path, {"id": "my article/1", "text": "x"})
    assert read_articles(file)[0].source == "my article/1"


@pytest.mark.skipif(os.name != "posix", reason="named pipes, links and names of bytes are POSIX's")
class TestStrangeFiles:
    def test_a_pipe_is_not_waited_for(self, tmp_path: Path) -> None:
        os.mkfifo(tmp_path / "a.txt")
        for path, message in ((tmp_path, "no articles"), (tmp_path / "a.txt", "not a corpus")):
            with pytest.raises(CorpusError, match=message):
                read_articles(path)

    def test_a_link_to_itself_is_no_article(self, tmp_path: Path) -> None:
        (tmp_path / "a.txt").symlink_to("a.txt")
        for path in (tmp_path, tmp_path / "a.txt"):
            with pytest.raises(CorpusError, match=r"no articles|no such file"):
                read_articles(path)

    def test_a_path_that_the_system_refuses_is_named(self) -> None:
        with pytest.raises(CorpusError, match=r"xxx: cannot be read .* Check the path"):
            read_articles(Path("x" * 5000))

    def test_a_file_that_may_not_be_read_is_named(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        (tmp_path / "a.txt").write_text("text", "utf-8")

        def refuse(file: Path) -> bytes:
            raise PermissionError(13, "Permission denied", str(file))

        monkeypatch.setattr(Path, "read_bytes", refuse)
        with pytest.raises(CorpusError, match=r"a\.txt: cannot be read \(Permission denied\)\. Check"):
            read_articles(tmp_path)

    def test_a_name_that_is_no_text_is_to_be_changed(self, tmp_path: Path) -> None:
        try:
            Path(os.fsdecode(os.fsencode(tmp_path) + b"/a\xff.txt")).write_text("text", "utf-8")
        except OSError:
            pytest.skip("this file system takes UTF-8 names only")
        with pytest.raises(CorpusError, match="Rename the file"):
            read_articles(tmp_path)


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1))
def test_any_text_survives_a_line_of_json(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    file = jsonl(tmp_path_factory.mktemp("any"), {"id": "a", "text": "x" + text})
    assert read_articles(file)[0].text == "x" + text
