"""A secret is found in every form it is written in."""

from __future__ import annotations

import base64
import html
import json
import pprint
import re
import string
import textwrap
import time
import urllib.parse
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpecbot.bot.secrecy.redaction import PLACEHOLDER, RUN, Redactor

NUMBER, SECRET = "123456789", "AAF-x7Kq_2mZpW9tLr4vBn8sYc1dEg5hJu0"
TOKEN = f"{NUMBER}:{SECRET}"
REDACTOR = Redactor([TOKEN])

FORMS: dict[str, Callable[[str], str]] = {
    "plain": str,
    "an address": lambda token: f"https://api.telegram.org/bot{token}/getMe",
    "a file's address": lambda token: f"https://api.telegram.org/file/bot{token}/photos/file_1.jpg",
    "encoded": lambda token: urllib.parse.quote(token, safe=""),
    "encoded twice": lambda token: urllib.parse.quote(urllib.parse.quote(token, safe=""), safe=""),
    "every character encoded": lambda token: "".join(f"%{ord(each):02x}" for each in token),
    "a question's argument": lambda token: urllib.parse.urlencode({"url": f"https://x/bot{token}"}),
    "bytes": lambda token: repr(token.encode()),
    "JSON": lambda token: json.dumps({"url": f"/bot{token}"}),
    "escaped JSON": lambda token: json.dumps(token).replace(":", "\\u003a").replace("-", "\\u002d"),
    "escaped bytes": lambda token: "".join(f"\\x{ord(each):02x}" for each in token),
    "HTML": lambda token: html.escape(token).replace(":", "&#58;").replace("_", "&#x5f;"),
    "upper case": str.upper,
    "lower case": str.lower,
    "wrapped": lambda token: textwrap.fill(f"the address is {token}", 20),
    "pretty": lambda token: pprint.pformat([f"https://api.telegram.org/bot{token}/getMe"], width=30),
    "two strings": lambda token: f"('{token[:20]}' '{token[20:]}')",
    "two arguments": lambda token: f"{token[:20]}, {token[20:]}",
    "joined": lambda token: f'"{token[:9]}" + "{token[9:30]}" + "{token[30:]}"',
    "bytes in pieces": lambda token: f"b'{token[:15]}' b'{token[15:]}'",
    "coloured": lambda token: f"\x1b[1m{token[:25]}\x1b[0m\x1b[32m{token[25:]}\x1b[0m",
    "the secret alone": lambda token: token.partition(":")[2],
    "its beginning": lambda token: token[:25] + "…",
    "its end": lambda token: "…" + token[-15:],
    "number and secret apart": lambda token: "id={} secret={}".format(*token.split(":")),
}


@pytest.mark.parametrize("form", FORMS)
def test_the_token_is_taken_out_of_every_form(form: str) -> None:
    """Nothing of it is left that anybody could go on from, and the rest stays."""
    written = f"before {FORMS[form](TOKEN)} after"
    cleaned = REDACTOR.clean(written)
    bare = re.sub(r"[\s'\"\\,+|]|\x1b\[[0-9;]*m", "", urllib.parse.unquote(urllib.parse.unquote(cleaned))).casefold()
    runs = (SECRET[start : start + RUN].casefold() for start in range(len(SECRET) - RUN + 1))
    assert not [run for run in runs if run in bare], cleaned
    assert PLACEHOLDER in cleaned
    assert cleaned.startswith("before ")
    assert cleaned.endswith(" after")


@given(st.integers(RUN, len(SECRET)), st.text(string.ascii_letters + string.digits, max_size=20))
def test_any_run_of_it_is_enough(length: int, around: str) -> None:
    assert SECRET[:length] not in REDACTOR.clean(f"{around}{SECRET[:length]}{around}")
    assert SECRET[-length:] not in REDACTOR.clean(f"{around}{SECRET[-length:]}{around}")


@given(st.text(max_size=200))
def test_what_holds_none_of_it_stays_as_it_is(text: str) -> None:
    assert REDACTOR.clean(text) == text


@pytest.mark.parametrize("text", [SECRET[: RUN - 1], NUMBER, "bot:token", "%3A", base64.b64encode(b"token").decode()])
def test_less_than_gives_it_away_is_no_secret(text: str) -> None:
    """The number of a bot is known to everybody who writes to it."""
    assert REDACTOR.clean(text) == text


def test_each_secret_is_taken_out() -> None:
    redactor = Redactor([TOKEN, "a-webhook-secret", "socks5://me:hush-hush-hush@10.0.0.1:1080", ""])
    cleaned = redactor.clean(f"{TOKEN} a-webhook-secret socks5://me:hush-hush-hush@10.0.0.1:1080")
    assert SECRET not in cleaned
    assert "a-webhook-secret" not in cleaned
    assert "hush-hush-hush" not in cleaned


@pytest.mark.parametrize(
    ("shown", "rest"),
    [
        ("connecting to http://me:pass%20word@127.0.0.1:3128", "127.0.0.1:3128"),
        ("user me:pass word", "user"),
        (f"Proxy-Authorization: Basic {base64.b64encode(b'me:pass word').decode()}", "Basic"),
        ("known: pass word", "known:"),
    ],
)
def test_user_and_password_of_a_proxy_are_taken_out(shown: str, rest: str) -> None:
    """In every form that they are sent or written in."""
    cleaned = Redactor(["http://me:pass%20word@127.0.0.1:3128"]).clean(shown)
    assert rest in cleaned
    assert not any(form in cleaned for form in ("pass", "word@", "bWU6"))


@pytest.mark.parametrize("proxy", ["", "http://127.0.0.1:3128", "socks5://me@127.0.0.1", "socks5://me:a@127.0.0.1"])
def test_a_word_is_not_taken_for_a_short_password(proxy: str) -> None:
    assert Redactor([proxy, "a"]).clean("a message to me, and a socks5://127.0.0.1") == (
        "a message to me, and a socks5://127.0.0.1"
    )


def test_a_megabyte_is_looked_through_in_a_moment() -> None:
    """By the processor's time: a log holds up no answer, whatever it is given."""
    text = ("%41" * 100 + SECRET[: RUN - 1] + "\\x41' b'" * 20) * 1500
    began = time.process_time()
    REDACTOR.clean(text)
    assert time.process_time() - began < 5
