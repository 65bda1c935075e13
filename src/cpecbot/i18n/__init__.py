"""The bot's own words in every language."""

from cpecbot.i18n.direction import isolate
from cpecbot.i18n.formats import format_date, format_list, format_number, language_name, localise_digits, native_name
from cpecbot.i18n.messages import Message, Plural
from cpecbot.i18n.translator import Translator, count, say, translator

__all__ = [
    "Message",
    "Plural",
    "Translator",
    "count",
    "format_date",
    "format_list",
    "format_number",
    "isolate",
    "language_name",
    "localise_digits",
    "native_name",
    "say",
    "translator",
]
