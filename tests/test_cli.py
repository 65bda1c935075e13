"""The command line: exact JSON, clear errors, and UTF-8 whatever the terminal thinks."""

from __future__ import annotations

import importlib
import io
import json
import os
import re
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import click
import pytest

from command_line import Cli
from cpecbot.cli import EXIT_CODES, LazyGroup, app
from cpecbot.commands import lines
from cpecbot.corpus import Corpus

pytestmark = pytest.mark.usefixtures("elsewhere")


def test_sources_lists_every_article_as_json(cli: Cli, corpus: Corpus) -> None:
    result = cli("sources", "--json")
    assert result.code == 0
    assert [row["source"] for row in result.objects] == list(corpus.articles)
    last = result.objects[-1]
    assert (last["outlet"], last["place"], last["published"]) == ("APP", "Islamabad", "2026-01-05")


def test_sources_for_people_says_what_is_not_stated(cli: Cli) -> None:
    first, *_, last = cli("sources").out.splitlines()
    assert "outlet not stated" in first
    assert "APP, Islamabad, 2026-01-05" in last


def test_sources_tells_copies(cli: Cli, tmp_path: Path) -> None:
    wire = "A ferry left Gwadar for Muscat on Saturday, the first on the route in ten years. " * 2
    for name in "ab":
        (tmp_path / f"{name}.txt").write_text(wire, "utf-8")
    assert cli("sources", "--corpus", str(tmp_path)).out.splitlines()[1].endswith("(2 statements, copy of a)")
    rows = cli("sources", "--json", "--corpus", str(tmp_path)).objects
    assert [(row["copy_of"], row["shares_passages_with"]) for row in rows] == [(None, ["b"]), ("a", ["a"])]


def test_segments_are_slices_of_their_files(cli: Cli, root: Path) -> None:
    rows = cli("segment", "--json").objects
    assert {row["kind"] for row in rows} == {"body", "bullet", "heading"}
    for row in rows:
        text = (root / "seeds" / f"{row['source']}.txt").read_bytes().decode()
        assert text[row["start"] : row["end"]] == row["text"]


@pytest.mark.parametrize("command", [("segment", "002"), ("search", "غزه"), ("explain", "غزه")])
def test_a_listing_reads_right_in_a_terminal_that_puts_nothing_into_order(
    cli: Cli, monkeypatch: pytest.MonkeyPatch, command: tuple[str, ...]
) -> None:
    """In a pipe it stands as it is stored, whatever is set."""
    monkeypatch.setenv("CPECBOT_BIDI", "cpecbot")
    joined = re.compile("[\ufb50-\ufdff\ufe70-\ufefc]")
    assert not joined.search(cli(*command).out)
    monkeypatch.setattr(lines, "is_watched", lambda: True)
    assert joined.search(cli(*command).out)
    assert not joined.search(cli("segment", "002", "--json").out)


def test_segment_takes_sources_by_number(cli: Cli) -> None:
    assert {row["source"][:3] for row in cli("segment", "4", "002", "--json").objects} == {"004", "002"}


def test_other_languages_are_written_as_they_are(cli: Cli) -> None:
    out = cli("segment", "000", "--json").out
    assert "اتفقت باكستان والصين" in out
    assert "\\u0" not in out


def test_an_answer_as_json_quotes_exactly(cli: Cli, root: Path) -> None:
    (answer,) = cli("ask", "--json", "When was the seventh round of the dialogue held?").objects
    assert answer["status"] == "answered"
    assert answer["language"] == "en"
    assert any("January 4, 2026" in quote["text"] for quote in answer["quotes"])
    for quote in answer["quotes"]:
        text = (root / "seeds" / f"{quote['source']}.txt").read_bytes().decode()
        assert text[quote["start"] : quote["end"]] == quote["text"]
        assert all(quote["start"] <= start < end <= quote["end"] for start, end in quote["highlights"])
    keys = "id question language status quotes disagreements silent_sources nearest did_you_mean"
    assert set(keys.split()) <= set(answer)


def test_a_question_need_not_be_quoted_for_the_shell(cli: Cli) -> None:
    (answer,) = cli("ask", "--json", "What", "about", "Gwadar?").objects
    assert answer["question"] == "What about Gwadar?"


@pytest.mark.parametrize("words", [("What about Gwadar?",), ("What", "about", "Gwadar?")])
def test_a_question_needs_no_command(cli: Cli, words: tuple[str, ...]) -> None:
    (answer,) = cli(*words, "-j", "-n", "1").objects
    assert (answer["question"], answer["status"], len(answer["quotes"])) == ("What about Gwadar?", "answered", 1)


@pytest.mark.parametrize("words", [("Taiwan",), ("Was", "Gwadar", "discussed?"), ("تايوان",), ("Task force on ask",)])
def test_what_only_begins_like_a_command_is_a_question(cli: Cli, words: tuple[str, ...]) -> None:
    (answer,) = cli(*words, "-j").objects
    assert answer["question"] == " ".join(words)


@pytest.mark.parametrize(
    ("words", "meant", "asked"),
    [
        (("aks", "Gaza?"), "ask", "aks …"),
        (("consle",), "console", "consle"),
        (("sorces",), "sources", "sorces"),
        (("Ask", "Gaza?"), "ask", "Ask …"),
        (("ommisions",), "omissions", "ommisions"),
    ],
)
def test_a_misspelt_command_is_offered_as_meant(cli: Cli, words: tuple[str, ...], meant: str, asked: str) -> None:
    result = cli(*words)
    told = f'No such command {words[0]!r}. Did you mean {meant!r}? If it is a question: cpecbot ask "{asked}".'
    assert (result.code, result.out, told in result.err) == (2, "", True)


@pytest.mark.parametrize("typed", [(), ("-",)])
@pytest.mark.parametrize("command", ["ask", "search", "explain"])
def test_a_question_comes_through_a_pipe(cli: Cli, command: str, typed: tuple[str, ...]) -> None:
    """All lines of it are one."""
    piped = cli(command, *typed, stdin="\ufeffWhat is said\nabout Gaza?\n")
    assert (piped.code, piped.out) == (0, cli(command, "What is said about Gaza?").out)


def test_the_status_tells_whether_there_was_an_answer(cli: Cli) -> None:
    refused, empty = '{"id": 1, "question": "Who won the World Cup?"}', '{"id": 2, "question": " "}'
    assert cli("ask", "What is said about Gaza?").code == 0
    for form in ((), ("-j",)):
        assert cli("ask", "Who won the World Cup?", *form).code == 1
        assert cli("search", "qwrtpsdf", *form).code == 1
    assert cli("ask", "-b", "-", stdin=f"{refused}\n{empty}").code == 0
    assert cli("explain", "Who won the World Cup?").code == 0


def test_the_words_around_the_quotes_are_in_the_language_that_is_chosen(cli: Cli) -> None:
    question = ("ask", "What is said about Gaza?", "--lang", "zh")
    assert "来源" in cli(*question).out
    (answer,) = cli(*question, "--json").objects
    assert answer["language"] == "en"
    assert "加沙" in answer["disagreements"][0]["note"] or "停火" in answer["disagreements"][0]["note"]


def test_a_source_is_named_by_its_outlet_in_any_language(cli: Cli) -> None:
    for name in ("APP", "app", "Associated Press of Pakistan", "004"):
        (answer,) = cli("ask", "-j", "-s", name, "Gwadar Port").objects
        assert {quote["source"][:3] for quote in answer["quotes"]} == {"004"}
        assert [row["source"][:3] for row in cli("sources", name, "--json").objects] == ["004"]


def test_a_source_can_be_asked_alone(cli: Cli) -> None:
    for question in ("Gwadar Port", "Gwadar Port " + "please " * 500):
        (answer,) = cli("ask", "--json", "--source", "3", question).objects
        assert {quote["source"][:3] for quote in answer["quotes"]} == {"003"}
        assert answer["question"] == question


@pytest.mark.parametrize("name", ["my article", "a/b", "source:x"])
def test_a_source_may_have_any_name(cli: Cli, tmp_path: Path, name: str) -> None:
    file = tmp_path / "own.jsonl"
    records = [{"id": each, "text": "The railway to Quetta opened in May."} for each in (name, "my other", "z")]
    file.write_text("\n".join(map(json.dumps, records)), "utf-8")
    own = ("--json", "--corpus", str(file), "--source", name, "Was the railway to Quetta opened?")
    (answer,) = cli("ask", *own).objects
    assert [quote["source"] for quote in answer["quotes"]] == [name]
    assert answer["silent_sources"] == []
    (found,) = cli("search", *own).objects
    assert {hit["source"] for hit in found["hits"]} == {name}


def test_languages_and_number_of_quotes_can_be_limited(cli: Cli) -> None:
    (answer,) = cli(
        "ask", "--json", "--source-language", "ar", "--limit", "1", "Taiwan and the One China principle"
    ).objects
    assert [quote["language"] for quote in answer["quotes"]] == ["ar"]


@pytest.mark.parametrize("command", [("ask", "Taiwan?"), ("coverage",), ("disagreements",)])
def test_a_language_that_there_is_not_is_refused_with_those_there_are(cli: Cli, command: tuple[str, ...]) -> None:
    result = cli(*command, "--lang", "xx")
    assert (result.code, result.out) == (2, "")
    assert "Invalid value for '--lang': 'xx' is not one of en, ar, fa, ur, zh." in result.err


def test_an_answer_for_people_has_the_words_and_their_source(cli: Cli) -> None:
    out = cli("ask", "When was the seventh round of the dialogue held?").out
    assert "January 4, 2026" in out
    assert "APP" in out
    assert "\x1b[" not in out


def test_a_batch_is_answered_in_order_and_line_by_line(cli: Cli) -> None:
    lines = '{"id": "b", "question": "Gwadar Port?"}\n\n{"id": 7, "question": "ما موقف باكستان من تايوان؟"}\n'
    result = cli("ask", "--json", "--batch", "-", stdin=lines)
    assert [row["id"] for row in result.objects] == ["b", 7]
    assert [row["language"] for row in result.objects] == ["en", "ar"]
    assert result.code == 0


@pytest.mark.parametrize(
    ("line", "identifier", "message"),
    [
        (b'{"id": "x", "question": 3}', "x", 'Line 2 has no "question"'),
        (b'{"id": "x"}', "x", 'Line 2 has no "question"'),
        (b'{"id": "x", "question": "and Gaza?", "previous": 3}', "x", 'Line 2: "previous" has to be a question'),
        (b'{"id": "x", "question": "and Gaza?", "previous": {}}', "x", 'Line 2: "previous" has to be a question'),
        (b'{"id": NaN, "question": "Gaza?"}', None, "Line 2 is not JSON (NaN is no number)"),
        (b'{"id": -Infinity, "question": "Gaza?"}', None, "Line 2 is not JSON (-Infinity is no number)"),
        (b'{"id": 1e999, "question": "Gaza?"}', None, "Line 2 is not JSON (1e999 is too large a number)"),
        (b'{"id": ' + b"9" * 5000 + b', "question": "Gaza?"}', None, "Line 2 is not JSON (a number of 5,000 digits)"),
        (b'{"id": ["a"], "question": "Gaza?"}', None, 'Line 2: "id" has to be a text or a number.'),
        (b'{"id": "x", "question": "Gaza?", "id": "y"}', None, 'Line 2 is not JSON ("id" stands there twice)'),
        (b'{"id": ' + b"[" * 10**5, None, "Line 2 is not JSON (nested too deep)"),
        (b'{"id": "\0"}', None, "Line 2 is not JSON"),
        (b"\0\0\0", None, "Line 2 is not JSON"),
        (b'{"id": "x", "question": "' + b"x" * 10**6, None, "Line 2 has more than 1,000,000 bytes"),
        (b"{broken", None, "Line 2 is not JSON"),
        (b"[]", None, "Line 2 is not a JSON object"),
        (b'{"id": "\xff"}', None, "Line 2 is not UTF-8"),
        (b'{"id": "x", "question": "Gwadar source:999"}', "x", 'No source is called "999"'),
    ],
)
def test_a_line_that_cannot_be_used_loses_no_other(cli: Cli, line: bytes, identifier: object, message: str) -> None:
    good = b'\xef\xbb\xbf{"id": "a", "question": "Gwadar Port?"}\r\n'
    result = cli("ask", "--batch", "-", stdin=good + line + b'\n{"id": "c", "question": "Taiwan?"}')
    first, failed, last = result.objects
    assert (first["id"], failed["id"], last["id"]) == ("a", identifier, "c")
    assert failed["line"] == 2
    assert message in failed["error"]
    assert result.code == 1


def test_a_question_of_a_batch_may_go_on_from_others(cli: Cli) -> None:
    asked = [
        {"id": "a", "question": "and Kashmir?", "previous": "What is said about Gaza?"},
        {"id": "b", "question": "and Taiwan?", "previous": ["What is said about Gaza?", "and Kashmir?"]},
        {"id": "c", "question": "what else?", "previous": ["What is said about Gaza?"]},
        {"id": "d", "question": "and Kashmir?", "previous": None},
    ]
    result = cli("ask", "--batch", "-", "--limit", "1", stdin="\n".join(map(json.dumps, asked)))
    first, second, more, alone = result.objects
    assert first["understood"] == "What is said about Kashmir?"
    assert second["understood"] == "What is said about Taiwan?"
    assert (more["status"], more["understood"]) == ("answered", "What is said about Gaza?")
    assert alone["understood"] is None


def test_a_search_refuses_what_it_would_pass_over(cli: Cli) -> None:
    asked = [
        {"id": "a", "question": "and Kashmir?", "previous": "What is said about Gaza?"},
        {"id": "b", "question": "Kashmir?", "previous": []},
    ]
    result = cli("search", "--batch", "-", stdin="\n".join(map(json.dumps, asked)))
    refused, ranked = result.objects
    assert refused["id"] == "a"
    assert "cpecbot ask --batch" in refused["error"]
    assert ranked["hits"]
    assert result.code == 1
    assert "previous" in cli("ask", "--help").out
    assert "previous" not in cli("search", "--help").out


def test_half_a_surrogate_pair_in_a_question_is_given_back_escaped(cli: Cli) -> None:
    result = cli("ask", "--batch", "-", stdin='{"id": "a", "question": "Gwadar \\ud800 Port"}')
    assert result.code == 0
    assert result.objects[0]["question"] == "Gwadar \ud800 Port"


def test_search_ranks_sentences(cli: Cli) -> None:
    (row,) = cli("search", "--batch", "-", "--top", "3", stdin='{"id": "a", "question": "Pakistan and China"}').objects
    assert row["id"] == "a"
    assert len(row["hits"]) == 3
    scores = [hit["score"] for hit in row["hits"]]
    assert scores == sorted(scores, reverse=True)
    assert set(row["hits"][0]) == {"source", "start", "end", "score"}


def test_another_corpus_is_asked_by_its_path(cli: Cli, tmp_path: Path) -> None:
    file = tmp_path / "own.jsonl"
    file.write_text('{"id": "mine", "text": "The railway to Quetta opened in May.", "outlet": "Me"}\n', "utf-8")
    (answer,) = cli("ask", "--json", "--corpus", str(file), "Was the railway to Quetta opened?").objects
    assert [quote["source"] for quote in answer["quotes"]] == ["mine"]


def test_the_judged_set_is_measured(cli: Cli, root: Path, tmp_path: Path) -> None:
    questions = (root / "tests" / "judged" / "questions.jsonl").read_text("utf-8").splitlines()
    few = tmp_path / "few.jsonl"
    few.write_text("\n".join(questions[:3] + questions[-3:]), "utf-8")
    passages = root / "tests" / "judged" / "passages.json"
    result = cli("eval", "--questions", str(few), "--passages", str(passages))
    assert result.code == 0
    assert result.out.splitlines()[0].split() == ["questions", "first", "recall", "precision", "abstain", "language"]
    assert any(line.split()[:2] == ["all", "6"] for line in result.out.splitlines())


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("sources", "--corpus", "nowhere"), "nowhere: no such file or folder. Give a folder of .txt files"),
        (("segment", "9"), 'No source is called "9". Known sources: 000_'),
        (("--config", "none.toml", "sources"), "none.toml: no such file"),
        (("sources", "--corpus", ""), "--corpus is empty"),
        (("coverage", "--png", "nowhere/chart.png"), "nowhere/chart.png: No such file or directory. Check the path."),
        (("ask",), "Write a question"),
        (("ask", "--batch", "-", "x"), "Give a question or --batch, not both."),
        (("ask", "--source", "9", "x"), 'No source is called "9"'),
        (("ask", "x source:9"), 'No source is called "9"'),
        (("ask", "--batch", "none.jsonl"), "none.jsonl"),
        (("eval", "--questions", "q", "--passages", "p"), "q cannot be read (No such file or directory); check"),
        (("ask", "-"), "Standard input holds no question. Write a question"),
        (("ask", "--limit", "99", "x"), "'99' is not a whole number from 1 to 20."),
        (("search", "-n", "none", "x"), "'none' is not a whole number of at least 1."),
        (("ask", "--jason", "x"), "Did you mean one of: '--json', '--lang'?) See: cpecbot ask --help"),
        (("-j", "Gaza?"), "Options stand behind the command or the question."),
        (("preview", "x"), "Missing option '-o' / '--out'."),
        (("ask", "--batch", "."), "Is a directory"),
        (("--config", ".", "sources"), ". is a folder; give a file."),
        (("eval", "--questions", ".", "--passages", "p"), ". is a folder; give a file."),
        (("segment", "9" * 4000), 'No source is called "999'),
    ],
)
def test_an_error_is_one_clear_message_and_no_trace(cli: Cli, arguments: tuple[str, ...], message: str) -> None:
    result = cli(*arguments)
    assert message in result.err
    assert "Traceback" not in result.err
    assert result.out == ""
    assert result.code == 2


@pytest.mark.skipif(sys.platform == "win32", reason="pipes are POSIX's")
def test_a_pipe_that_nobody_writes_to_is_not_waited_for(cli: Cli, elsewhere: Path) -> None:
    os.mkfifo(elsewhere / "pipe")
    for arguments in (("ask", "--batch", "pipe"), ("--config", "pipe", "sources"), ("sources", "--corpus", "pipe")):
        result = cli(*arguments)
        assert (result.code, result.out) == (2, "")
        assert "pipe" in result.err
        assert "Traceback" not in result.err


def test_a_wrong_setting_is_an_error_like_any_other(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CPECBOT_QUOTE", "3")
    result = cli("sources")
    assert result.err == 'Error: Unknown setting "quote" (environment, CPECBOT_*). Did you mean "quotes"?\n'
    assert result.code == 2


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_a_shell_is_given_a_script_that_completes(cli: Cli, shell: str) -> None:
    result = cli("completion", shell)
    assert (result.code, result.err) == (0, "")
    assert f"_CPECBOT_COMPLETE={shell}_complete" in result.out


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("cpecbot co", {"console", "coverage", "completion"}),
        ("cpecbot ask --so", {"--source", "--source-language"}),
        ("cpecbot Gaza? --so", {"--source", "--source-language"}),
        ("cpecbot ask --source 00", {f"00{number}" for number in range(5)}),
        ("cpecbot segment 003", {"003"}),
        ("cpecbot ask --lang f", {"fa"}),
        ("cpecbot ask --corpus nowhere --source 0", set()),
    ],
)
def test_what_may_be_typed_is_completed(
    cli: Cli, monkeypatch: pytest.MonkeyPatch, typed: str, offered: set[str]
) -> None:
    monkeypatch.setenv("_CPECBOT_COMPLETE", "bash_complete")
    monkeypatch.setenv("COMP_WORDS", typed)
    monkeypatch.setenv("COMP_CWORD", str(typed.count(" ")))
    result = cli()
    assert (result.code, result.err) == (0, "")
    lines = filter(None, result.out.splitlines())
    assert {line.removeprefix("plain,").partition("_")[0] for line in lines} == offered


def test_the_ids_of_a_file_of_lines_are_completed(cli: Cli, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    file = tmp_path / "own.jsonl"
    file.write_text('{"id": "mine", "text": "It opened."}\n{"id": "other", "text": "It closed."}\n', "utf-8")
    for name, value in (("_CPECBOT_COMPLETE", "bash_complete"), ("COMP_CWORD", "5")):
        monkeypatch.setenv(name, value)
    monkeypatch.setenv("COMP_WORDS", f"cpecbot ask -c {file} --source m")
    assert cli().out == "plain,mine\n"


def test_a_short_option_means_the_same_everywhere() -> None:
    """But for -n, the most quotes or sentences, and -o, the picture or page that is written."""
    meant: dict[str, set[str]] = {}
    context = click.Context(app)
    for command in (app.get_command(context, name) for name in app.list_commands(context)):
        for option in (each for each in command.params if isinstance(each, click.Option)):
            for short in (each for each in option.opts if not each.startswith("--")):
                meant.setdefault(short, set()).add(option.name)
    assert {short for short, names in meant.items() if len(names) > 1} == {"-n", "-o"}


def test_every_command_explains_itself(cli: Cli) -> None:
    assert isinstance(app, LazyGroup)
    listed = cli("--help").out
    assert all(f"\n  {code} " in listed for code in EXIT_CODES)
    assert cli("-h").out == cli("help").out == listed
    assert cli("help", "ask").out == cli("ask", "-h").out
    assert cli("-V").out == cli("--version").out
    for name in app.list_commands(click.Context(app)):
        assert f"\n  {name} " in listed
        assert "Usage: cpecbot" in cli(name, "--help").out


def test_the_list_of_commands_imports_none_of_them() -> None:
    code = "import sys; from cpecbot.cli import app; app.get_help(app.make_context('cpecbot', ['sources'])); "
    code += "print([name for name in sys.modules if name.startswith('cpecbot.commands')])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)  # noqa: S603
    assert done.stdout.strip() == "[]"


class Screen(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_who_sits_before_a_terminal_gets_a_word_before_anything_is_loaded(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is gone afterwards, and a shell that completes a line gets none."""
    screen = Screen()
    seen: list[str] = []

    def load(_: str) -> SimpleNamespace:
        seen.append(screen.getvalue())
        return SimpleNamespace(COMMANDS={"ask": None})

    monkeypatch.setattr(sys, "stderr", screen)
    monkeypatch.setattr(importlib, "import_module", load)
    for completing in (False, True):
        app.get_command(click.Context(app, resilient_parsing=completing), "ask")
    assert seen == ["Starting …", "Starting …\r\x1b[K"]
    assert screen.getvalue() == seen[-1]


def test_a_question_loads_nothing_that_only_the_bot_and_pictures_need() -> None:
    """A cold start would take longer for each of them."""
    kept_out = {"telegram", "tornado", "httpx", "socksio", "structlog", "prometheus_client", "aiosqlite", "sqlite3"}
    kept_out |= {"uharfbuzz", "resvg_py", "cpecbot.answering.timeline", "cpecbot.disagreement.grouping.notes"}
    code = "import sys, cpecbot.answering, cpecbot.commands.asking, cpecbot.commands.library, cpecbot.settings; "
    code += f"print(sorted({kept_out!r} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)  # noqa: S603
    assert done.stdout.strip() == "[]"
