"""Updates of any shape, given to the real application: none stops it, and Telegram refuses nothing that it sends."""

from __future__ import annotations

import asyncio
import copy
import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from hypothesis import strategies as st

from cpecbot.bot import build_application
from cpecbot.bot.receiving.reading import Unreadable, read
from cpecbot.bot.receiving.reception import Reception
from cpecbot.bot.services.context import SERVICES, Services
from cpecbot.storage import Storage
from fakes import updates
from fakes.bot import CONFIG, Clock
from fakes.library import FakeLibrary
from fakes.request import RecordingRequest
from fakes.telegram import FakeTelegram
from fuzz.mutating import any_json, any_text
from fuzz.questions import questions
from shipped import corpus

_COMMANDS = (
    *("/start", "/help", "/settings", "/sources", "/source 4", "/coverage", "/compare Gwadar", "/disagreements"),
    *("/changes", "/omissions Gaza", "/ask Gaza?", "/language", "/stats", "/reload", "/forget", "/nonsense", "/ask"),
)
_DATA = ("l:fa", "s:q:5", "p:0:1", "x", "", ":::", "c:0", "q:0", "v:1", "m:0:99999", "f:004", "s:l:fa", "n:1", "9" * 64)


def _wholes() -> list[dict[str, Any]]:
    """Updates of every kind that is handled."""
    shown = updates.from_bot("an answer", updates.private(updates.ANNA))
    group = updates.message("Gaza? @cpec_quotes_bot", chat=updates.GROUP)
    business = updates.message("Gwadar?") | {"business_connection_id": "b"}
    guest = updates.message("Gwadar?", chat=updates.GROUP) | {"guest_query_id": "g"}
    photo = {key: value for key, value in updates.message("x").items() if key not in {"text", "entities"}}
    file = {"file_id": "a", "file_unique_id": "b"}
    return [
        updates.said("What is said about Gaza?"),
        updates.said("and Kashmir?", reply_to_message=shown),
        updates.update(message=group),
        updates.update(message=photo | {"caption": "Gaza?", "photo": [file | {"width": 1, "height": 1}]}),
        updates.update(message=photo | {"voice": file | {"duration": 1}}),
        updates.edited("Gwadar Port?", 7),
        updates.pressed("x", shown),
        updates.typed_inline("Gwadar"),
        updates.update(business_message=business),
        updates.update(edited_business_message=business | {"edit_date": updates.DATE}),
        updates.update(guest_message=guest),
        updates.update(message=updates.message("x", chat=updates.CHANNEL) | {"sender_chat": updates.CHANNEL}),
    ]


def _places(value: Any) -> Iterator[tuple[Any, Any]]:
    """Every container in ``value`` with each of its keys."""
    for key, inner in list(value.items()) if isinstance(value, dict) else enumerate(value):
        yield value, key
        if isinstance(inner, dict | list):
            yield from _places(inner)


@st.composite
def raw(draw: st.DrawFn) -> Any:
    whole = copy.deepcopy(draw(st.sampled_from(_WHOLES)))
    texts = questions() | st.sampled_from(_COMMANDS) | any_text
    for kind in ("message", "edited_message"):
        if kind in whole and "text" in whole[kind] and draw(st.booleans()):
            whole[kind] |= copy.deepcopy(updates.message(draw(texts), chat=whole[kind]["chat"]))
    if "callback_query" in whole:
        whole["callback_query"]["data"] = draw(st.sampled_from(_DATA) | any_text)
    for _ in range(draw(st.integers(0, 3))):
        places = list(_places(whole))
        if not places:
            break
        place, key = places[draw(st.integers(0, len(places) - 1))]
        match draw(st.integers(0, 3)):
            case 0 if isinstance(place, dict):
                place.pop(key, None)
            case 1 if isinstance(place, dict):
                place[draw(any_text)] = draw(any_json)
            case _:
                place[key] = draw(any_json)
    return draw(any_json) if draw(st.integers(0, 30)) == 0 else whole


def _numbered(batch: list[Any]) -> list[Any]:
    """Each whole one a number of its own: the same one is answered once."""
    for number, each in enumerate(batch, updates.DATE):
        if isinstance(each, dict) and isinstance(each.get("update_id"), int):
            each["update_id"] = number
    return batch


_WHOLES = _wholes()
batches = st.lists(raw(), min_size=1, max_size=4)


def check(batch: list[Any]) -> None:
    asyncio.run(_check(batch))


async def _check(batch: list[Any]) -> None:
    telegram, clock = FakeTelegram(), Clock()
    config, request = replace(CONFIG, burst=100), RecordingRequest(telegram)
    shelf, storage = FakeLibrary(corpus()), Storage(clock=clock)
    application = build_application(config, shelf, storage, request=request, clocks=(clock, clock))
    await application.initialize()
    assert application.post_init is not None
    await application.post_init(application)
    try:
        reception = Reception(application)
        given = _numbered(json.loads(json.dumps(batch)))
        await reception.take(given)
        await reception.take([updates.said("What is said about Gwadar?", user=updates.BILAL)])
        await reception.close(20)
        answered = [call for call in telegram.made("sendMessage") if call["chat_id"] == str(updates.BILAL["id"])]
        assert answered, "the next one is not answered"
        unreadable = sum(isinstance(read(each, application.bot), Unreadable) for each in given)
        services: Services = application.bot_data[SERVICES]
        assert services.counts["failures"] == unreadable, "an update that was read stopped its handler"
        assert not [each for each in telegram.refused if "Bad Request" in each and "not found" not in each], (
            telegram.refused
        )
    finally:
        assert application.post_stop is not None
        assert application.post_shutdown is not None
        await application.post_stop(application)
        await application.shutdown()
        await application.post_shutdown(application)
