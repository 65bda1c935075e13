"""Gettext catalogues, read with Babel from the ``messages.po`` in each language's folder.

Nothing has to be compiled beforehand: a catalogue is parsed when its language is first spoken, in about 5 ms.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from gettext import GNUTranslations
from io import BytesIO, StringIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import PoFileError, read_po

from cpecbot.errors import GlossaryError
from cpecbot.languages import Language
from cpecbot.tables import read_text

FILE = "messages.po"


def read_source(language: Language) -> Catalog:
    """The catalogue as it stands in its file. Raises GlossaryError naming the file, and the line where one is wrong."""
    path = language.folder / FILE
    with _faults_told(path):
        return read_po(StringIO(read_text(path)), locale=language.profile.locale, abort_invalid=True)


def load(language: Language) -> GNUTranslations:
    """What a language's own catalogue does not say, the fallback's does; a language may have none.

    Raises GlossaryError as ``read_source`` does.
    """
    if language == language.fallback:
        return _own(language)
    theirs = language.fallback.once(load)
    if not (language.folder / FILE).is_file():
        return theirs
    own = _own(language)
    own.add_fallback(theirs)
    return own


def _own(language: Language) -> GNUTranslations:
    compiled = BytesIO()
    with _faults_told(language.folder / FILE):
        write_mo(compiled, _said(read_source(language)))
        compiled.seek(0)
        return GNUTranslations(compiled)


def _said(catalogue: Catalog) -> Catalog:
    """Without what lacks any of its plural forms, for which Babel would say the message's id."""
    for message in tuple(catalogue):
        if isinstance(message.string, tuple) and not all(message.string):
            catalogue.delete(message.id)
    return catalogue


@contextmanager
def _faults_told(path: Path) -> Iterator[None]:
    """Babel tells the line of what is no entry; what is wrong inside one, it and gettext meet as any other value."""
    try:
        yield
    except PoFileError as error:
        raise GlossaryError(f"{path}, line {error.lineno + 1}: not a gettext catalogue; correct that line.") from error
    except (LookupError, ValueError) as error:
        raise GlossaryError(f"{path}: not a gettext catalogue ({error}); correct it.") from error
