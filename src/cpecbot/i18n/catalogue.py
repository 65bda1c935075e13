"""Gettext catalogues, read from their ``.po`` sources with Babel.

Nothing has to be compiled beforehand: a catalogue is parsed when its language is first spoken, in about 5 ms.
"""

from __future__ import annotations

from functools import cache
from gettext import GNUTranslations
from importlib.resources import files
from io import BytesIO

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from cpecbot.models import Language


def read_source(language: Language) -> Catalog:
    """The catalogue as it stands in its ``.po`` file."""
    source = files("cpecbot.i18n") / "catalogues" / f"{language.value}.po"
    return read_po(BytesIO(source.read_bytes()), locale=language.value, abort_invalid=True)


@cache
def load(language: Language) -> GNUTranslations:
    compiled = BytesIO()
    write_mo(compiled, read_source(language))
    compiled.seek(0)
    return GNUTranslations(compiled)
