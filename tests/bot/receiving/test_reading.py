"""Each update is read by itself."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from telegram import Bot, Update
from telegram.error import NetworkError
from telegram.request import BaseRequest, RequestData

from cpecbot.bot.receiving.reading import (
    DEEPEST,
    LARGEST_ID,
    Readable,
    Unreadable,
    WholeBatch,
    id_of,
    kind_of,
    parsed,
    read,
    unwrapped,
)
from fakes import updates
from fakes.telegram import TOKEN

PRIVATE = "what nobody else may read"
BOT = Bot(TOKEN)


class Answering(BaseRequest):
    """Always answers the same."""

    def __init__(self, code: int, payload: bytes) -> None:
        self.answer = code, payload

    @property
    def read_timeout(self) -> float | None:
        return 7.0

    async def initialize(self) -> None: ...

    async def shutdown(self) -> None: ...

    async def do_request(self, *_: Any, **__: Any) -> tuple[int, bytes]:
        return self.answer


async def batch_of(payload: bytes, code: int = 200) -> list[object]:
    request = WholeBatch(Answering(code, payload))
    _, wrapped = await request.do_request("…/getUpdates", "POST", RequestData())
    return unwrapped(Update.de_list(json.loads(wrapped)["result"], None))


def without_date(**more: Any) -> dict[str, Any]:
    message = updates.message(PRIVATE, **more)
    del message["date"]
    return message


@pytest.mark.parametrize(
    ("raw", "kind"),
    [
        ({"message": without_date()}, "message"),
        ({"edited_message": updates.message(PRIVATE, date="soon")}, "edited_message"),
        ({"message": updates.message("", checklist={"tasks": PRIVATE})}, "message"),
        ({"message": updates.message(PRIVATE, date=10**20)}, "message"),
        ({"message": PRIVATE}, "message"),
        ({"callback_query": {"data": PRIVATE}}, "callback_query"),
        ({"inline_query": [PRIVATE]}, "inline_query"),
        ({"message": updates.message(PRIVATE, chat={"id": [1], "type": "private"})}, "message"),
        ({"message": updates.message(PRIVATE, user=updates.ANNA | {"id": 2**53})}, "message"),
        ({"message": updates.message(PRIVATE, sender_chat={"id": "G", "type": "channel"})}, "message"),
        ({"message": updates.message(PRIVATE) | {"message_id": True}}, "message"),
        ({"message": updates.message(PRIVATE) | {"text": [PRIVATE]}}, "message"),
        ({"edited_message": updates.message(PRIVATE) | {"from": None}}, "edited_message"),
        ({"message": updates.message(PRIVATE, chat={"id": 1, "type": ["private"]})}, "message"),
        ({"message": updates.message(PRIVATE, user=updates.ANNA | {"language_code": {"x": PRIVATE}})}, "message"),
        ({"message": updates.message(PRIVATE, media_group_id=[PRIVATE])}, "message"),
        ({"message": updates.message(PRIVATE, entities=[{"type": "bold", "offset": {}, "length": 1}])}, "message"),
        ({"inline_query": {"id": "1", "query": PRIVATE, "offset": ""}}, "inline_query"),
        ({"callback_query": {"id": 1, "from": updates.ANNA, "chat_instance": "1", "data": PRIVATE}}, "callback_query"),
    ],
)
def test_what_cannot_be_read_is_known_by_id_and_kind(raw: dict[str, Any], kind: str) -> None:
    """And by the kind of mistake; nothing of what a person wrote comes along."""
    unreadable = read({"update_id": 7} | raw, BOT)
    assert isinstance(unreadable, Unreadable)
    assert (unreadable.id, unreadable.kind) == (7, kind)
    assert unreadable.problem.isidentifier()


@pytest.mark.parametrize(
    "raw",
    [
        {"update_id": 7, "meeting_of_the_minds": {"text": PRIVATE}},
        {"update_id": 7},
        updates.said("Gaza", colour={"of": ["the", {"message": 1}], "text": 1, "from": None}),
        updates.said("Gaza", chat=updates.private(updates.ANNA) | {"type": "salon"}),
    ],
)
def test_unknown_kinds_and_new_fields_pass(raw: dict[str, Any]) -> None:
    """Telegram adds some with every version."""
    found = read(raw, BOT)
    assert isinstance(found, Readable)
    assert found.update.update_id == found.kept.id == raw["update_id"]


@pytest.mark.parametrize("number", [None, "7", 7.0, True, -1, LARGEST_ID + 1])
def test_what_has_no_usable_id_cannot_be_read(number: object) -> None:
    """The offset goes by it."""
    raw = updates.said("Gaza") | {"update_id": number}
    assert id_of(raw) is None
    assert read(raw, BOT) == Unreadable(None, "message", "no update_id")


@pytest.mark.parametrize("number", [0, 7, LARGEST_ID])
def test_ids_are_whole_numbers(number: int) -> None:
    """Those that a double holds."""
    assert id_of({"update_id": number}) == number


@pytest.mark.parametrize("raw", [None, [], "text", {PRIVATE: 1}])
def test_a_kind_is_a_name_of_the_bot_api(raw: object) -> None:
    """Never one that was sent."""
    assert kind_of(raw) == "unknown"
    assert read(raw, BOT) == Unreadable(None, "unknown", "no update_id")


async def test_a_batch_is_handed_over_as_it_came() -> None:
    """Whatever is in it."""
    sent = [updates.said("Gaza"), {"update_id": 2, "message": []}, None, "text"]
    assert await batch_of(json.dumps({"ok": True, "result": sent}).encode()) == sent
    assert await batch_of(b'{"ok": true, "result": []}') == []


@pytest.mark.parametrize("payload", [b"", b"<html>", b"[]", b'{"ok": true}', b'{"result": {}}', b"[" * 100_000])
async def test_an_answer_without_updates_is_a_fault_of_the_network(
    payload: bytes, caplog: pytest.LogCaptureFixture
) -> None:
    """python-telegram-bot would write it into the log, with all that people said."""
    with pytest.raises(NetworkError, match="getUpdates"):
        await batch_of(payload)
    assert not caplog.records


def nested(depth: int, *, lists: bool) -> str:
    """A value of so many levels, with brackets in strings that count for nothing."""
    opening, closing = ("[", "]") if lists else ('{"\\"[{": ', "}")
    return opening * depth + '"{[\\\\"' + closing * depth


@pytest.mark.parametrize("depth", [DEEPEST, 1_000, 100_000])
@pytest.mark.parametrize("lists", [True, False])
@pytest.mark.parametrize("field", ["field", "reply_to_message", "text"])
async def test_what_is_nested_too_deep_cannot_be_read_and_leaves_the_batch_readable(
    depth: int, lists: bool, field: str
) -> None:
    """However deep, where Python would end in a RecursionError or worse."""
    deep, plain = updates.said("Gaza", more="DEEP"), updates.said("Gaza")
    payload = json.dumps({"ok": True, "result": [deep, plain]}).encode()
    payload = payload.replace(b'"more": "DEEP"', f'"{field}": {nested(depth, lists=lists)}'.encode())
    first, second = await batch_of(payload)
    assert read(first, BOT) == Unreadable(deep["update_id"], "message", "NestedTooDeepError")
    assert isinstance(read(second, BOT), Readable)


@pytest.mark.parametrize("lists", [True, False])
async def test_what_is_nested_as_deep_as_may_be_is_read(lists: bool) -> None:
    """Five levels are those of the batch, its update and message."""
    raw = updates.said("Gaza", more="DEEP")
    payload = json.dumps({"ok": True, "result": [raw]}).replace('"DEEP"', nested(DEEPEST - 4, lists=lists)).encode()
    (first,) = await batch_of(payload)
    assert isinstance(read(first, BOT), Readable)
    payload = json.dumps({"ok": True, "result": [raw]}).replace('"DEEP"', nested(DEEPEST - 3, lists=lists)).encode()
    (first,) = await batch_of(payload)
    assert isinstance(read(first, BOT), Unreadable)


@given(st.text('[]{}",:\\ a1', max_size=200))
def test_what_is_no_json_does_not_become_any_by_being_cut(text: str) -> None:
    """Nor does what is read change where nothing is cut."""
    try:
        whole = json.loads(text, strict=False)
    except ValueError:
        whole = None
    try:
        assert parsed(text) == whole
    except ValueError:
        assert whole is None


ODD = {
    "a number that Python does not take": b"1" * 5_000,
    "bytes that are no text": b'"\xff\xed\xa0\x80"',
    "control characters": b'"\x00\x1f"',
    "half a character": b'"\\ud800 \\u0000"',
    "no number": b"[NaN, 1e999]",
}


@pytest.mark.parametrize("value", ODD.values(), ids=list(ODD))
async def test_a_value_that_is_odd_leaves_the_batch_readable(value: bytes) -> None:
    """Else the same batch would come again for ever; what holds the value in a field of its own can be read, too."""
    odd, plain = updates.said("Gaza", more="ODD"), updates.said("Gaza")
    payload = json.dumps({"ok": True, "result": [odd, plain]}).encode().replace(b'"ODD"', value)
    first, second = await batch_of(payload)
    assert isinstance(read(first, BOT), Readable)
    assert second == plain


async def test_refusals_are_left_to_the_library() -> None:
    """It knows them."""
    request = WholeBatch(Answering(409, b"conflict"))
    assert await request.do_request("…/getUpdates", "POST") == (409, b"conflict")
    assert request.read_timeout == 7.0
