"""Gettext catalogues, read with Babel from the ``messages.po`` in each language's folder.

Nothing has to be compiled beforehand: a catalogue is parsed when its language is first spoken, in about 5 ms.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from gettext import GNUTranslations
from io import BytesIO, StringIO
from pathlib import Path
from string import Formatter

from babel.messages.catalog import Catalog, Message
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


def placeholders(message: Message) -> frozenset[str]:
    """The names between braces in any of its forms. Raises ValueError where a brace stands alone."""
    forms = message.string if isinstance(message.string, list | tuple) else (message.string,)
    parsed = (part for form in forms for part in Formatter().parse(str(form or "")))
    return frozenset(name for _, name, _, _ in parsed if name is not None)


class Compiled(GNUTranslations):
    """A catalogue in gettext's binary form; what it does not say, the one ``behind`` it does."""

    def __init__(self, catalogue: bytes, behind: Compiled | None = None) -> None:
        super().__init__(BytesIO(catalogue))
        self._written = catalogue
        self._behind = behind
        if behind is not None:
            self.add_fallback(behind)

    def __reduce__(self) -> tuple[type[Compiled], tuple[bytes, Compiled | None]]:
        """By what it was made of: gettext makes its rule of plurals a function of no name."""
        return Compiled, (self._written, self._behind)


def load(language: Language) -> Compiled:
    """What a language's own catalogue does not say, the fallback's does; a language may have none.

    Raises GlossaryError as ``read_source`` does.
    """
    if language == language.fallback:
        return _own(language)
    theirs = language.fallback.once(load)
    return _own(language, theirs) if (language.folder / FILE).is_file() else theirs


def _own(language: Language, behind: Compiled | None = None) -> Compiled:
    compiled = BytesIO()
    with _faults_told(language.folder / FILE):
        write_mo(compiled, _said(_checked(read_source(language), language)))
        return Compiled(compiled.getvalue(), behind)


def _checked(catalogue: Catalog, language: Language) -> Catalog:
    """Refuse what could not be filled in: a brace alone, or a name that the fallback's message does not have."""
    theirs = {} if language == language.fallback else language.fallback.once(_own_names)
    for message in filter(None, catalogue):
        where = f"{language.folder / FILE}, line {message.lineno}: {message.id}"
        try:
            names = placeholders(message)
        except ValueError as error:
            raise GlossaryError(f"{where}: {error}; write {{name}}, or {{{{ for a brace.") from error
        unknown = names - theirs.get(_key(message), names)
        if unknown:
            raise GlossaryError(
                f"{where}: nothing is called {{{min(unknown)}}} here; use the names of {language.fallback}."
            )
    return catalogue


def _own_names(language: Language) -> Mapping[str, frozenset[str]]:
    """The names that each message of a catalogue fills in, by the key of the message."""
    return {_key(message): placeholders(message) for message in filter(None, read_source(language))}


def _key(message: Message) -> str:
    return message.id if isinstance(message.id, str) else message.id[0]


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
