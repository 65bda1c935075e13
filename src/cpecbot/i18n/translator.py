"""What the bot says, in one language."""

from __future__ import annotations

from msgspec import Struct

from cpecbot.expressions import expression
from cpecbot.i18n.catalogue import Compiled, load
from cpecbot.i18n.direction import is_right_to_left, isolate
from cpecbot.i18n.formats import format_number
from cpecbot.i18n.messages import EXAMPLES, Message, Plural
from cpecbot.languages import Language

_COMMAND = expression(r"(?<![\w/])/[a-z]+")


class Translator(Struct, frozen=True):
    """Looks up and fills in the bot's own words.

    What is filled in is isolated when it runs against the language's direction, and so is a command such as ``/help``
    in a right-to-left text, where its slash would otherwise wander to the far end. Whole numbers are written in the
    language's digits.
    """

    language: Language
    catalogue: Compiled

    def text(self, message: Message, **placeholders: object) -> str:
        """Raises KeyError when a placeholder of the message is not given."""
        return self._fill(self.template(message), placeholders)

    def plural(self, message: Plural, count: int, **placeholders: object) -> str:
        return self._fill(self.plural_template(message, count), placeholders)

    def examples(self) -> tuple[str, ...]:
        """Questions to try."""
        return tuple(map(self.text, EXAMPLES))

    def template(self, message: Message) -> str:
        """The text with its ``{placeholders}`` left open."""
        return self._settle_commands(self.catalogue.gettext(message.value))

    def plural_template(self, message: Plural, count: int) -> str:
        """The form for ``count``, which is filled in, with other ``{placeholders}`` left open."""
        form = self.catalogue.ngettext(message.value, message.value, count)
        return self._settle_commands(form.replace("{count}", format_number(count, self.language)))

    def _fill(self, template: str, placeholders: dict[str, object]) -> str:
        return template.format_map({name: self._write(value) for name, value in placeholders.items()})

    def _write(self, value: object) -> str:
        written = format_number(value, self.language) if isinstance(value, int) else str(value)
        return isolate(written, self.language)

    def _settle_commands(self, template: str) -> str:
        if not is_right_to_left(self.language):
            return template
        return _COMMAND.sub(lambda match: isolate(match[0], self.language), template)


def say(message: Message, language: Language, /, **placeholders: object) -> str:
    return translator(language).text(message, **placeholders)


def count(message: Plural, number: int, language: Language, /, **placeholders: object) -> str:
    return translator(language).plural(message, number, **placeholders)


def translator(language: Language) -> Translator:
    """Raises GlossaryError when the language's catalogue cannot be used."""
    return language.once(_make)


def _make(language: Language) -> Translator:
    return Translator(language, language.once(load))
