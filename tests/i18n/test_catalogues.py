"""Every string in every language, with the same placeholders."""

from __future__ import annotations

import re
import shutil
from functools import cache
from pathlib import Path
from string import Formatter

import pytest

from cpecbot.errors import GlossaryError
from cpecbot.i18n import Message, Plural, translator
from cpecbot.i18n.catalogue import read_source
from cpecbot.languages import Language, load_languages
from cpecbot.models import Dimension
from fakes.languages import AR, EN, FA, LANGUAGES, UR, ZH, folder_of

languages = pytest.mark.parametrize("language", list(LANGUAGES))


def placeholders(template: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(template) if name is not None}


catalogue = cache(read_source)


def forms(language: Language, key: str) -> tuple[str, ...]:
    message = catalogue(language).get(key)
    assert message is not None, f"{language} lacks {key}"
    assert not message.fuzzy, f"{language} has {key} marked as fuzzy"
    return tuple(message.string) if isinstance(message.string, (tuple, list)) else (message.string or "",)


@languages
def test_every_message_is_translated_and_none_is_left_over(language: Language) -> None:
    keys = {message.id if isinstance(message.id, str) else message.id[0] for message in catalogue(language)}
    assert keys - {""} == {*map(str, Message), *map(str, Plural)}
    for key in keys - {""}:
        assert all(form.strip() for form in forms(language, key)), f"{language} leaves {key} empty"


def test_every_message_is_said_somewhere(root: Path) -> None:
    """By its name, or by one put together from a level or a dimension."""
    source = "\n".join(file.read_text("utf-8") for file in (root / "src" / "cpecbot").rglob("*.py"))
    said = set(re.findall(r"\b(?:Message|Phrase|Plural)\.([A-Z_]+)\b", source))
    families = tuple(re.findall(r'Message\(f"([a-z]+_)\{', source))
    unsaid = {message.name for message in (*Message, *Plural) if not message.value.startswith(families)} - said
    assert not unsaid


@languages
def test_a_message_keeps_its_placeholders(language: Language) -> None:
    for message in Message:
        (english,) = forms(EN, message)
        (translated,) = forms(language, message)
        assert placeholders(translated) == placeholders(english), f"{language} {message}"


@pytest.mark.parametrize("language", [language for language in LANGUAGES if language != EN])
def test_whoever_translates_has_the_words_of_today_beside_a_message(language: Language) -> None:
    """In the comment above it, whose lines are others; of a plural, the form for many."""
    for key in (*Message, *Plural):
        message = catalogue(language).get(key)
        assert message is not None
        assert " ".join(message.auto_comments).split() == forms(EN, key)[-1].split(), f"{language} {key}"


@languages
def test_a_plural_has_all_forms_and_keeps_its_placeholders(language: Language) -> None:
    """A form for exactly one or two may say the number in words."""
    for message in Plural:
        expected = {name for form in forms(EN, message) for name in placeholders(form)}
        translated = forms(language, message)
        assert len(translated) == catalogue(language).num_plurals, f"{language} {message}"
        for form in translated:
            assert placeholders(form) | {"count"} == expected | {"count"}, f"{language} {message}"
        assert placeholders(translated[-1]) == expected, f"{language} {message}"


@pytest.mark.parametrize("language", [language for language in LANGUAGES if language != EN])
def test_no_translation_is_english_left_standing(language: Language) -> None:
    for message in Message:
        if message is not Message.TOPIC_OF_SUBJECT:
            assert forms(language, message) != forms(EN, message), message


@languages
def test_the_words_are_in_the_languages_script(language: Language) -> None:
    script = {ZH: ("\u4e00", "\u9fff"), EN: ("A", "z")}.get(language, ("\u0600", "\u06ff"))
    for key in (*Message, *Plural):
        if key is not Message.TOPIC_OF_SUBJECT:
            for form in forms(language, key):
                assert any(script[0] <= char <= script[1] for char in form), f"{key}: {form}"


@languages
def test_letters_of_a_neighbouring_alphabet_do_not_slip_in(language: Language) -> None:
    foreign = {
        AR: "پچژگکیٹڈڑںےہھ",
        FA: "كيةىٹڈڑںےہ",
        UR: "كيةىهٰ",
    }.get(language, "")
    for key in (*Message, *Plural):
        for form in forms(language, key):
            assert not set(form) & set(foreign), f"{key}: {form}"


@languages
def test_texts_for_botfather_fit_its_limits(language: Language) -> None:
    words = translator(language)
    assert len(words.text(Message.DESCRIPTION)) <= 512
    assert len(words.text(Message.SHORT_DESCRIPTION)) <= 120
    for message in Message:
        if message.startswith("command_"):
            assert 1 <= len(words.text(message)) <= 256


@languages
def test_every_dimension_of_a_disagreement_has_a_name(language: Language) -> None:
    for dimension in Dimension:
        assert translator(language).text(Message(f"dimension_{dimension.value}"))


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        (None, "messages.po cannot be read"),
        ('msgid "start"\nmsgstr "a"\n\nnonsense\n', r"messages\.po, line 4: not a gettext catalogue"),
        ('msgid "start"\nmsgstr[x] "a"\n', r"messages\.po: not a gettext catalogue"),
        (
            'msgid ""\nmsgstr "Plural-Forms: nplurals=2; plural=n!!1;\\n"\n',
            r"messages\.po: .*unexpected token in plural",
        ),
    ],
)
def test_a_catalogue_that_cannot_be_used_is_named(tmp_path: Path, content: str | None, complaint: str) -> None:
    (tmp_path / "xx").mkdir()
    (tmp_path / "xx" / "language.toml").write_text('script = "latin"\nlocale = "en"\nfallback = true\n', "utf-8")
    if content is not None:
        (tmp_path / "xx" / "messages.po").write_text(content, "utf-8")
    with pytest.raises(GlossaryError, match=complaint):
        translator(load_languages(tmp_path)["xx"])


@pytest.mark.parametrize(
    ("entry", "said"),
    [
        ("", "2 articles"),
        ('msgstr[0] ""\nmsgstr[1] ""\n', "2 articles"),
        ('msgstr[0] "{count} artiklu"\nmsgstr[1] ""\n', "2 articles"),
        ('msgstr[0] "{count} artiklu"\nmsgstr[1] "{count} artiklur"\n', "2 artiklur"),
    ],
)
def test_a_plural_that_is_not_there_in_all_its_forms_is_the_fallback_s(tmp_path: Path, entry: str, said: str) -> None:
    """As where nobody has come to it yet."""
    plural = f'msgid "sources_count"\nmsgid_plural "sources_count"\n{entry}' if entry else ""
    assert translator(beside_english(tmp_path, plural)).plural(Plural.SOURCES_COUNT, 2) == said


@pytest.mark.parametrize(
    ("entry", "said"),
    [("", "Sources"), ('msgstr ""', "Sources"), ('msgstr "Artiklu"', "Artiklu")],
)
def test_what_a_catalogue_leaves_out_the_fallback_says(tmp_path: Path, entry: str, said: str) -> None:
    """Or has left empty; it needs no header either."""
    message = f'msgid "sources_title"\n{entry}\n' if entry else ""
    assert translator(beside_english(tmp_path, message)).text(Message.SOURCES_TITLE) == said


@pytest.mark.parametrize(
    ("said", "complaint"),
    [
        ("{oops} {source}", r"messages\.po, line \d+: source_label: nothing is called \{oops\} here"),
        ("{source", r"messages\.po, line \d+: source_label: .*write \{name\}"),
    ],
)
def test_a_name_that_could_not_be_filled_in_is_told_when_the_catalogue_is_read(
    tmp_path: Path, said: str, complaint: str
) -> None:
    """And not at somebody's answer."""
    with pytest.raises(GlossaryError, match=complaint):
        translator(beside_english(tmp_path, f'msgid "source_label"\nmsgstr "{said}"\n'))


def beside_english(folder: Path, catalogue: str) -> Language:
    """A language with this catalogue, where English is the fallback."""
    languages = load_languages(folder_of(folder, en="fallback = true", qaa=""))
    shutil.copy(EN.folder / "messages.po", folder / "en")
    (folder / "qaa" / "messages.po").write_text(catalogue, "utf-8")
    return languages["qaa"]
