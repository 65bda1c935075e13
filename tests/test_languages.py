"""The languages that a folder describes: order, fallback, lenders, what is made of each and kept, and every fault."""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar

import pytest

from cpecbot.errors import GlossaryError
from cpecbot.languages import Language, Languages, Lent, Lists, Profile, Punctuation, load_languages
from cpecbot.scripts import Script
from cpecbot.tables import Table
from fakes.languages import folder_of

FALLBACK = "fallback = true"


class WordsFile(Table):
    """A file beside the profile."""

    file: ClassVar[str] = "words.toml"

    words: tuple[str, ...] = ("none",)


class RoomsFile(Table):
    """Another one."""

    file: ClassVar[str] = "rooms.toml"

    rooms: int = 0


@pytest.fixture
def three(tmp_path: Path) -> Languages:
    """``nl`` is the fallback and lends its values, ``de`` its concepts, ``fr`` nothing."""
    nl, de = f'{FALLBACK}\nlends = ["values"]', 'lends = ["concepts"]\nscript = "han"'
    return load_languages(folder_of(tmp_path, nl=nl, de=de, fr=""))


def codes(languages: tuple[Language, ...]) -> str:
    return " ".join(language.code for language in languages)


def test_the_fallback_comes_first_and_the_others_by_their_codes(three: Languages) -> None:
    """Whatever the order of the folders."""
    assert three.codes == ("nl", "de", "fr")
    assert codes(tuple(three)) == "nl de fr"
    assert codes(three["fr"].peers) == "nl de fr"
    assert three.fallback == three["nl"]
    assert {language.fallback.code for language in three} == {"nl"}
    assert len(three) == 3


def test_a_language_is_found_by_its_code(three: Languages) -> None:
    """And missing softly or hard, as the caller likes."""
    assert three["de"].code == str(three["de"]) == "de"
    assert three.get("de") is three["de"]
    assert three.get("xx") is three.get("") is three.get(None) is None
    with pytest.raises(KeyError):
        three["xx"]


def test_those_of_one_script_are_found_together(three: Languages) -> None:
    """Latin is what counts where nothing is said."""
    assert codes(three.of_script(Script.LATIN)) == "nl fr"
    assert codes(three.of_script(Script.HAN)) == "de"
    assert three.of_script(Script.ARABIC) == ()


def test_a_language_comes_before_those_that_lend_to_it(three: Languages) -> None:
    """And lends nothing to itself."""
    assert codes(three["fr"].with_lenders(Lent.VALUES)) == "fr nl"
    assert codes(three["fr"].with_lenders(Lent.CONCEPTS)) == "fr de"
    assert codes(three["nl"].with_lenders(Lent.VALUES)) == "nl"


def test_languages_are_equal_when_their_codes_are(three: Languages, tmp_path: Path) -> None:
    """Those of another registry too, so that a reload does not make strangers of them."""
    again = load_languages(tmp_path)
    assert three["fr"] == again["fr"] != again["de"]
    assert three["fr"] is not again["fr"]
    assert len({*three, *again}) == 3


def test_what_is_made_of_a_language_is_made_once(three: Languages) -> None:
    """When it is first asked for, for each language by itself."""
    made: list[str] = []

    def make(language: Language) -> list[str]:
        made.append(language.code)
        return [language.code]

    first = three["fr"].once(make)
    assert three["fr"].once(make) is first
    assert three["de"].once(make) == ["de"]
    assert made == ["fr", "de"]


def test_what_is_made_of_all_languages_is_made_once(three: Languages) -> None:
    """And apart from what is made of one of them."""
    made: list[int] = []

    def make(languages: Languages) -> int:
        made.append(len(languages))
        return len(made)

    assert [three.once(make), three.once(make)] == [1, 1]
    assert made == [3]


def test_two_registries_share_nothing_that_was_made(three: Languages, tmp_path: Path) -> None:
    """A reload reads everything anew."""
    (tmp_path / "fr" / WordsFile.file).write_text('words = ["un"]')
    before = three["fr"].read(WordsFile)
    kept = three["fr"].once(codes_of), three.once(codes_of)
    (tmp_path / "fr" / WordsFile.file).write_text('words = ["deux"]')
    again = load_languages(tmp_path)
    assert three["fr"].read(WordsFile) is before
    assert again["fr"].read(WordsFile).words == ("deux",)
    assert again["fr"].once(codes_of) is not kept[0]
    assert again.once(codes_of) is not kept[1]


def codes_of(one_or_all: Language | Languages) -> list[str]:
    return [one_or_all.code] if isinstance(one_or_all, Language) else list(one_or_all.codes)


def test_an_absent_file_means_its_defaults(three: Languages) -> None:
    """Nothing is required of a language that has a sensible default."""
    assert three["fr"].read(WordsFile) == WordsFile()
    assert three["fr"].read(WordsFile).words == ("none",)


def test_a_language_needs_nothing_but_its_folder(three: Languages) -> None:
    """Its code names it in CLDR; it runs from left to right with common digits and marks, and lends nothing."""
    assert three["fr"].profile == Profile(locale="fr")
    assert not three["fr"].profile.right_to_left
    assert three["fr"].profile.punctuation.quote("x") == "“x”"


def test_a_language_that_cldr_does_not_know_has_no_locale(tmp_path: Path) -> None:
    """Unless its file names that of another one, to be written as it is."""
    languages = load_languages(folder_of(tmp_path, nl=FALLBACK, qaa="", qab='locale = "nl_BE"'))
    assert [language.profile.locale for language in languages] == ["nl", None, "nl_BE"]


def test_what_the_profile_says_counts(tmp_path: Path) -> None:
    """Key by key."""
    text = f'{FALLBACK}\nlocale = "en_GB"\ndigits = "۰۱۲۳۴۵۶۷۸۹"\nlong_date = "d \'de\' MMMM y"'
    tables = '[punctuation]\nparentheses = "（{}）"\n[lists]\nlast = "{0} y {1}"'
    profile = load_languages(folder_of(tmp_path, xx=f"{text}\n{tables}")).fallback.profile
    assert (profile.locale, profile.digits, profile.long_date) == ("en_GB", "۰۱۲۳۴۵۶۷۸۹", "d 'de' MMMM y")
    assert profile.lists == Lists(last="{0} y {1}")
    assert profile.punctuation == Punctuation(parentheses="（{}）")


@pytest.mark.parametrize(
    ("text", "line", "key"),
    [
        ("right_to_left = 7", 2, "right_to_left"),
        ("right_toleft = true", 2, "right_toleft"),
        ('script = ""', 2, "script"),
        ('locale = "en GB"', 2, "locale"),
        ('locale = "xx_YY"', 2, "locale"),
        ('locale = ""', 2, "locale"),
        ('digits = "012345678"', 2, "digits"),
        ('digits = "01234567890"', 2, "digits"),
        ('digits = "0123456798"', 2, "digits"),
        ('digits = "abcdefghij"', 2, "digits"),
        ('long_date = "d MMMM"', 2, "long_date"),
        ('long_date = "d MMMM yy"', 2, "long_date"),
        ('long_date = "EEEE d MMMM y"', 2, "long_date"),
        ('\nlends = ["words"]', 3, r"lends\.0"),
        ('[punctuation]\nparentheses = "()"', 3, r"punctuation\.parentheses"),
        ('[punctuation]\nparentheses = "({}{})"', 3, r"punctuation\.parentheses"),
        ("[punctuation]\nstop = 1", 3, r"punctuation\.stop"),
        ('[lists]\nlast = "{0} and"', 3, r"lists\.last"),
        ('[lists]\nlast = "{0}{1}"', 3, r"lists\.last"),
        ('[lists]\nlast_or = "{1} or {0}"', 3, r"lists\.last_or"),
    ],
)
def test_a_fault_of_a_profile_is_told_with_file_line_and_key(tmp_path: Path, text: str, line: int, key: str) -> None:
    """As it is loaded, not as it is used."""
    with pytest.raises(GlossaryError, match=rf"xx.language\.toml, line {line}: {key}: "):
        load_languages(folder_of(tmp_path, xx=f"{FALLBACK}\n{text}\n"))


@pytest.mark.parametrize(
    ("code", "taken"), [("en", True), ("ckb", True), ("e", False), ("pt-BR", False), ("EN", False)]
)
def test_a_folder_is_named_by_a_code(tmp_path: Path, code: str, taken: bool) -> None:
    """Of two or three small letters (ISO 639)."""
    folder_of(tmp_path, **{code: FALLBACK})
    if taken:
        assert load_languages(tmp_path).codes == (code,)
    else:
        with pytest.raises(GlossaryError, match=rf"{code}: name the folder by the language's code"):
            load_languages(tmp_path)


@pytest.mark.parametrize(
    ("profiles", "told"),
    [
        ({"aa": "", "bb": ""}, "now: none"),
        ({"aa": FALLBACK, "bb": "", "cc": FALLBACK}, "now: aa, cc"),
    ],
)
def test_there_is_one_fallback(tmp_path: Path, profiles: dict[str, str], told: str) -> None:
    """Neither none nor two."""
    with pytest.raises(
        GlossaryError, match=rf"one language must have fallback = true in its language\.toml; {told}\.$"
    ):
        load_languages(folder_of(tmp_path, **profiles))


def test_a_folder_without_a_language_is_told_what_to_put_there(tmp_path: Path) -> None:
    """A wrong path, most likely."""
    (tmp_path / "empty").mkdir()
    with pytest.raises(GlossaryError, match=r"holds no language; put a folder with a language\.toml there"):
        load_languages(tmp_path)


def test_a_folder_without_its_file_is_told_and_a_hidden_one_is_not(three: Languages, tmp_path: Path) -> None:
    """It would be missed at some question only."""
    assert three
    (tmp_path / ".cache").mkdir()
    assert len(load_languages(tmp_path)) == 3
    (tmp_path / "ha").mkdir()
    with pytest.raises(GlossaryError, match=r"ha has no language\.toml; write one, or move the folder away\.$"):
        load_languages(tmp_path)


def test_a_check_reads_every_file_of_every_language(three: Languages, tmp_path: Path) -> None:
    """And finds nothing where nothing is wrong, whatever files are absent."""
    (tmp_path / "fr" / WordsFile.file).write_text('words = ["un"]')
    (tmp_path / "fr" / "notes.txt").write_text("not a table")
    three.check((WordsFile, RoomsFile))
    (tmp_path / "fr" / WordsFile.file).write_text("words = 1")
    assert three["fr"].read(WordsFile).words == ("un",)


def test_a_check_tells_all_faults_at_once(three: Languages, tmp_path: Path) -> None:
    """One line each, so that they can be mended together."""
    (tmp_path / "nl" / WordsFile.file).write_text("words = 1")
    (tmp_path / "de" / RoomsFile.file).write_text("\nroom = 1")
    (tmp_path / "fr" / RoomsFile.file).write_text("rooms = [")
    with pytest.raises(GlossaryError) as raised:
        three.check(iter((WordsFile, RoomsFile)))
    first, second, third = str(raised.value).splitlines()
    assert "nl/words.toml, line 1: words:" in first.replace("\\", "/")
    assert "de/rooms.toml, line 2: room:" in second.replace("\\", "/")
    assert "fr/rooms.toml: not valid TOML" in third.replace("\\", "/")


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("word.toml", r"Did you mean words\.toml\?"),
        ("cuisine.toml", r"Known files: language\.toml, words\.toml\."),
    ],
)
def test_a_check_tells_of_a_table_that_nothing_reads(three: Languages, tmp_path: Path, name: str, hint: str) -> None:
    """Its name may be misspelt, and what stands in it would be lost without a word."""
    (tmp_path / "fr" / name).write_text("")
    with pytest.raises(GlossaryError, match=rf"{name}: nothing reads a file of this name\. {hint}$"):
        three.check((WordsFile,))
