"""A Bot API that keeps messages in memory and refuses what Telegram refuses, with its words.

Limits and descriptions follow https://core.telegram.org/bots/api and github.com/tdlib/telegram-bot-api.
"""

from __future__ import annotations

import json
import re
from collections import deque
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from fakes.rules import RefusedError, check_entities, check_keyboard, check_text

TOKEN = "123456789:AAfakeTokenfakeTokenfakeTokenfakeTok"  # noqa: S105 - opens nothing
BOT_USER = {
    "id": 123456789,
    "is_bot": True,
    "first_name": "cpecbot",
    "username": "cpec_quotes_bot",
    "can_join_groups": True,
    "can_read_all_group_messages": False,
    "supports_inline_queries": True,
}
JSON_FIELDS = frozenset(
    {
        *("entities", "caption_entities", "reply_markup", "reply_parameters", "link_preview_options"),
        *("results", "result", "button", "commands", "scope", "allowed_updates"),
    }
)

Parameters = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Call:
    method: str
    parameters: Parameters


@dataclass(frozen=True, slots=True)
class Response:
    """``fault`` "hang" never answers, "half" cuts the body in two, "drop" closes the connection, "html" is no JSON.

    "late" closes it after all was done, as does "late hang" never answer and "late half" cut the body then.
    """

    status: int
    body: dict[str, Any]
    fault: str = ""

    def encoded(self) -> bytes:
        return b"<html><h1>Bad Gateway</h1></html>" if self.fault == "html" else json.dumps(self.body).encode()


@dataclass(slots=True)
class FakeTelegram:
    """``refused`` tells what broke its rules, faults set by a test aside.

    ``topics`` lists the thread ids of each forum; a chat in ``blocked`` has blocked the bot; a token that is
    ``revoked`` is refused. ``administrators`` are told of each chat that the bot sees into. In an ``outage`` it is the
    answer to everything, over HTTP alone. ``delivery`` is what getWebhookInfo tells besides.
    """

    calls: list[Call] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)
    messages: dict[tuple[int, int], Parameters] = field(default_factory=dict)
    topics: dict[int, set[int]] = field(default_factory=dict)
    blocked: set[int] = field(default_factory=set)
    administrators: dict[int, set[int]] = field(default_factory=dict)
    updates: deque[dict[str, Any]] = field(default_factory=deque)
    settings: dict[tuple[str, str], Any] = field(default_factory=dict)
    revoked: bool = False
    outage: Response | None = None
    delivery: Parameters = field(default_factory=dict)
    _faults: dict[str, deque[Response | None]] = field(default_factory=dict)
    last_message: int = 1000

    def fail(self, method: str, status: int, description: str, **parameters: int) -> None:
        """Answer the next call of this method with an error."""
        body: dict[str, Any] = {"ok": False, "error_code": status, "description": description}
        if parameters:
            body["parameters"] = parameters
        self._faults.setdefault(method, deque()).append(Response(status, body))

    def break_off(self, method: str, fault: str) -> None:
        self._faults.setdefault(method, deque()).append(Response(200, {"ok": True, "result": True}, fault))

    def result(self, method: str, result: object) -> None:
        """Answer the next call of this method with a result of another kind."""
        self._faults.setdefault(method, deque()).append(Response(200, {"ok": True, "result": result}))

    def fail_in_html(self, method: str, status: int) -> None:
        """As a gateway in front of Telegram would."""
        self._faults.setdefault(method, deque()).append(Response(status, {}, "html"))

    def pass_by(self, method: str) -> None:
        """Let one call of this method through, before further faults."""
        self._faults.setdefault(method, deque()).append(None)

    def handle(self, method: str, raw: Mapping[str, str]) -> Response:
        parameters = {name: _decoded(name, value) for name, value in raw.items()}
        self.calls.append(Call(method, parameters))
        if faults := self._faults.get(method):
            fault = faults.popleft()
            if fault is None or fault.fault.startswith("late"):
                done = self._done(method, parameters)
                return replace(done, fault=fault.fault.partition(" ")[2] or "drop") if fault else done
            return fault
        return self._done(method, parameters)

    def _done(self, method: str, parameters: Parameters) -> Response:
        action: Callable[[Parameters], Any] | None = getattr(self, f"_{_snake(method)}", None)
        if action is None:
            return _error(404, "Not Found: method not found")
        try:
            return Response(200, {"ok": True, "result": action(parameters)})
        except RefusedError as refused:
            self.refused.append(f"{method}: {refused}")
            return _error(refused.status, str(refused))

    def made(self, *methods: str) -> list[Parameters]:
        return [call.parameters for call in self.calls if call.method in methods]

    def _get_me(self, _: Parameters) -> Parameters:
        return BOT_USER

    def _get_updates(self, parameters: Parameters) -> list[dict[str, Any]]:
        offset = int(parameters.get("offset", 0))
        while self.updates and self.updates[0].get("update_id", offset) < offset:
            self.updates.popleft()
        return list(self.updates)[: int(parameters.get("limit", 100))]

    def _send_message(self, parameters: Parameters) -> Parameters:
        check_text(parameters.get("text", ""))
        check_entities(parameters.get("text", ""), parameters.get("entities", []))
        return self._sent(parameters, {"text": parameters["text"], "entities": parameters.get("entities", [])})

    def _send_photo(self, parameters: Parameters) -> Parameters:
        check_text(parameters.get("caption", ""), limit=1024, empty=True)
        photo = {"file_id": "photo", "file_unique_id": "photo", "width": 1, "height": 1}
        return self._sent(parameters, {"photo": [photo], "caption": parameters.get("caption", "")})

    def _sent(self, parameters: Parameters, content: Parameters) -> Parameters:
        chat = self._writable(parameters)
        check_keyboard(parameters.get("reply_markup"))
        replied = self._replied(chat, parameters.get("reply_parameters"))
        topic = parameters.get("message_thread_id")
        if topic is not None and int(topic) not in self.topics.get(chat, set()):
            raise RefusedError("message thread not found")
        self.last_message += 1
        message = _message(chat, self.last_message, content, parameters)
        if replied is not None:
            message["reply_to_message"] = _message(chat, replied, {"text": "…"}, {})
        if topic is not None:
            message |= {"message_thread_id": int(topic), "is_topic_message": True}
        self.messages[chat, self.last_message] = message
        return message

    def _edit_message_text(self, parameters: Parameters) -> Parameters | bool:
        check_text(parameters.get("text", ""))
        check_entities(parameters.get("text", ""), parameters.get("entities", []))
        check_keyboard(parameters.get("reply_markup"))
        chat = self._writable(parameters)
        known = self.messages.get((chat, int(parameters["message_id"])))
        if known is None:
            raise RefusedError("message to edit not found")
        edited = known | {"text": parameters["text"], "entities": parameters.get("entities", [])}
        edited.pop("reply_markup", None)
        if "reply_markup" in parameters:
            edited["reply_markup"] = parameters["reply_markup"]
        if edited == known:
            raise RefusedError(
                "message is not modified: specified new message content and reply markup are exactly the same"
            )
        self.messages[chat, int(parameters["message_id"])] = edited
        return edited

    def _edit_message_reply_markup(self, parameters: Parameters) -> Parameters | bool:
        known = self.messages.get((self._writable(parameters), int(parameters["message_id"])))
        if known is None:
            raise RefusedError("message to edit not found")
        return self._edit_message_text(parameters | {"text": known["text"], "entities": known["entities"]})

    def _delete_message(self, parameters: Parameters) -> bool:
        if self.messages.pop((int(parameters["chat_id"]), int(parameters["message_id"])), None) is None:
            raise RefusedError("message to delete not found")
        return True

    def _send_chat_action(self, parameters: Parameters) -> bool:
        self._writable(parameters)
        return True

    def _get_chat_administrators(self, parameters: Parameters) -> list[Parameters]:
        known = self.administrators.get(int(parameters["chat_id"]))
        if known is None:
            raise RefusedError("member list is inaccessible")
        users = ({"id": each, "is_bot": False, "first_name": "A"} for each in known)
        return [{"status": "creator", "user": user, "is_anonymous": True} for user in users]

    def _answer_callback_query(self, parameters: Parameters) -> bool:
        check_text(parameters.get("text", ""), limit=200, empty=True)
        return True

    def _answer_inline_query(self, parameters: Parameters) -> bool:
        results = parameters["results"]
        if len(results) > 50:
            raise RefusedError("RESULTS_TOO_MUCH")
        if len({result["id"] for result in results}) != len(results):
            raise RefusedError("RESULT_ID_DUPLICATE")
        if len(parameters.get("next_offset", "").encode()) > 64:
            raise RefusedError("NEXT_OFFSET_INVALID")
        for result in results:
            self._check_result(result)
        start = parameters.get("button", {}).get("start_parameter", "ok")
        if not re.fullmatch(r"[A-Za-z0-9_-]{1,64}", start):
            raise RefusedError("START_PARAM_INVALID")
        return True

    def _answer_guest_query(self, parameters: Parameters) -> Parameters:
        self._check_result(parameters["result"])
        return {"inline_message_id": "guest-1"}

    def _check_result(self, result: Parameters) -> None:
        if not 1 <= len(result["id"].encode()) <= 64:
            raise RefusedError("RESULT_ID_INVALID")
        content = result["input_message_content"]
        check_text(content["message_text"])
        check_entities(content["message_text"], content.get("entities", []))
        check_keyboard(result.get("reply_markup"))

    def _set_my_commands(self, parameters: Parameters) -> bool:
        for command in parameters["commands"]:
            if not re.fullmatch(r"[a-z0-9_]{1,32}", command["command"]):
                raise RefusedError("BOT_COMMAND_INVALID")
            check_text(command["description"], limit=256)
        return self._set("commands", parameters, parameters["commands"])

    def _get_my_commands(self, parameters: Parameters) -> Any:
        return self._got("commands", parameters, [])

    def _set_my_description(self, parameters: Parameters) -> bool:
        check_text(parameters.get("description", ""), limit=512, empty=True)
        return self._set("description", parameters, parameters.get("description", ""))

    def _get_my_description(self, parameters: Parameters) -> Parameters:
        return {"description": self._got("description", parameters, "")}

    def _set_my_short_description(self, parameters: Parameters) -> bool:
        check_text(parameters.get("short_description", ""), limit=120, empty=True)
        return self._set("short_description", parameters, parameters.get("short_description", ""))

    def _set_my_name(self, parameters: Parameters) -> bool:
        check_text(parameters["name"], limit=64)
        return self._set("name", parameters, parameters["name"])

    def _get_my_name(self, parameters: Parameters) -> Parameters:
        return {"name": self._got("name", parameters, BOT_USER["first_name"])}

    def _get_my_short_description(self, parameters: Parameters) -> Parameters:
        return {"short_description": self._got("short_description", parameters, "")}

    def _set_webhook(self, parameters: Parameters) -> bool:
        return self._set("webhook", {}, parameters)

    def _get_webhook_info(self, parameters: Parameters) -> Parameters:
        known = {"has_custom_certificate": False, "pending_update_count": len(self.updates)}
        return known | {"url": ""} | self._got("webhook", parameters, {}) | self.delivery

    def _delete_webhook(self, _: Parameters) -> bool:
        return True

    def _set(self, name: str, parameters: Parameters, value: Any) -> bool:
        self.settings[name, _scope(parameters)] = value
        return True

    def _got(self, name: str, parameters: Parameters, otherwise: Any) -> Any:
        return self.settings.get((name, _scope(parameters)), otherwise)

    def _writable(self, parameters: Parameters) -> int:
        try:
            chat = int(parameters["chat_id"])
        except ValueError:
            raise RefusedError("chat not found") from None
        if chat in self.blocked:
            raise RefusedError("bot was blocked by the user", status=403)
        return chat

    def _replied(self, chat: int, reply: Parameters | None) -> int | None:
        if reply is None:
            return None
        if type(reply["message_id"]) is not int:
            raise RefusedError("can't parse reply parameters")
        known = reply["message_id"] < 1000 or (chat, reply["message_id"]) in self.messages
        if not known and not reply.get("allow_sending_without_reply"):
            raise RefusedError("message to be replied not found")
        return int(reply["message_id"]) if known else None


def _message(chat: int, message_id: int, content: Parameters, parameters: Parameters) -> Parameters:
    kind = {"type": "private", "first_name": "A"} if chat > 0 else {"type": "supergroup", "title": "G"}
    message = {"message_id": message_id, "date": 1_790_000_000, "chat": {"id": chat} | kind, "from": BOT_USER} | content
    if "reply_markup" in parameters:
        message["reply_markup"] = parameters["reply_markup"]
    return message


def _scope(parameters: Parameters) -> str:
    return f"{parameters.get('language_code', '')}|{json.dumps(parameters.get('scope'), sort_keys=True)}"


def _decoded(name: str, value: str) -> Any:
    return json.loads(value) if name in JSON_FIELDS else value


def _snake(method: str) -> str:
    return re.sub(r"(?<!^)(?=[A-Z])", "_", method).lower()


def _error(status: int, description: str) -> Response:
    return Response(status, {"ok": False, "error_code": status, "description": description})
