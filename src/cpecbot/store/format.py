"""Entries and articles as bytes, and back: MessagePack of what they consist of, a language by its code.

What is read is held to the types of the values that it is to become; nothing in it is run.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from msgspec import msgpack

from cpecbot.languages import Language, Languages

T = TypeVar("T")

VERSION = 1
"""To be raised with any change of what an entry or an article consists of; older ones are then made anew."""


def _code(value: Any) -> str:
    if isinstance(value, Language):
        return value.code
    raise NotImplementedError(f"{type(value)} is no part of what is written down")


_encoder = msgpack.Encoder(enc_hook=_code)
encode = _encoder.encode


def decoder_of(kind: type[T], languages: Languages | Mapping[str, Language]) -> msgpack.Decoder[T]:
    """Reads values of ``kind`` that ``encode`` wrote.

    Its ``decode`` raises DecodeError or ValidationError of msgspec for bytes that are none, KeyError for a language
    that is not among ``languages``.
    """
    return msgpack.Decoder(kind, dec_hook=lambda _, code: languages[code])
