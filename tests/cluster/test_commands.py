"""``cpecbot index`` fills a cluster, and every command answers from there."""

from __future__ import annotations

import json
import os

import pytest

from command_line import Cli

QUESTION = "What was said about Gwadar Port?"


@pytest.fixture
def settings(cli: Cli, urls: tuple[str, ...], monkeypatch: pytest.MonkeyPatch) -> None:  # noqa: ARG001 - it clears the variables
    monkeypatch.setenv("CPECBOT_OPENSEARCH_URL", ", ".join(urls))
    monkeypatch.setenv("CPECBOT_OPENSEARCH_INDEX", f"cpecbot-test-{os.getpid()}-commands")


@pytest.mark.usefixtures("settings")
def test_it_is_filled_and_answers(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    here = cli("ask", "--json", QUESTION)
    filled = cli("index", "--shards", "2", "--replicas", "0")
    assert filled.code == 0, filled.err
    assert "answers with 5 articles" in filled.out
    monkeypatch.setenv("CPECBOT_ENGINE", "opensearch")
    there = cli("ask", "--json", QUESTION)
    assert json.loads(there.out) == json.loads(here.out)


@pytest.mark.usefixtures("settings")
def test_an_index_that_is_not_there_is_told_with_what_to_do(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CPECBOT_OPENSEARCH_INDEX", "cpecbot-test-nowhere")
    monkeypatch.setenv("CPECBOT_ENGINE", "opensearch")
    told = cli("ask", QUESTION)
    assert told.code == 2
    assert "put the articles there: cpecbot index" in told.err


def test_neither_is_a_cluster_that_is_not_there(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CPECBOT_OPENSEARCH_URL", "http://127.0.0.1:1")
    monkeypatch.setenv("CPECBOT_ENGINE", "opensearch")
    told = cli("ask", QUESTION)
    assert told.code == 2
    assert "check that it runs, and opensearch_url" in told.err
