"""Readings: which words of a dictionary a word of a text may be a form of."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpecbot.errors import GlossaryError
from cpecbot.language.text.folding import fold_text
from cpecbot.language.text.inflection.readings import Readings
from cpecbot.language.text.inflection.spellings import respelt
from cpecbot.languages import Language
from fakes.languages import LANGUAGES
from fakes.toy import toy


def levels(word: str, language: Language) -> list[frozenset[str]]:
    return list(language.once(Readings).of(fold_text(word)))


def readings(word: str, language: Language) -> frozenset[str]:
    """Everything that ``word`` may be, at any level."""
    return frozenset().union(*levels(word, language))


LED_BACK = [
    # The lemma of the dictionary, a possessive, one spelling for two.
    ("en", "geese", "goose"),
    ("en", "stole", "steal"),
    ("en", "boats'", "boat"),
    ("en", "neighbour's", "neighbor"),
    ("en", "plough", "plow"),
    ("en", "analyzed", "analyse"),
    # The article, conjunctions and prepositions.
    ("ar", "الجسر", "جسر"),
    ("ar", "والمهندسون", "مهندس"),
    ("ar", "للجسر", "جسر"),
    # Broken plurals.
    ("ar", "قوارب", "قارب"),
    ("ar", "القوارب", "قارب"),
    ("ar", "مفاتيح", "مفتاح"),
    ("ar", "مطاعم", "مطعم"),
    ("ar", "صناديق", "صندوق"),
    ("ar", "أحصنة", "حصان"),
    ("ar", "حقائب", "حقيبة"),
    ("ar", "هدايا", "هدية"),
    ("ar", "شعراء", "شاعر"),
    ("ar", "جرحى", "جريح"),
    # Pronouns and the feminine.
    ("ar", "سيارتهم", "سيارة"),
    ("ar", "حقيبتي", "حقيبة"),
    ("ar", "بيوتهم", "بيت"),
    ("ar", "محفظتك", "محفظة"),
    # The present and the future, the past, the imperative, and verbs that end in a vowel.
    ("ar", "يشربون", "/يشرب"),
    ("ar", "ستشتري", "/يشتري"),
    ("ar", "وسيكتبون", "/يكتب"),
    ("ar", "أتعرف", "/يعرف"),
    ("ar", "تكتبها", "/يكتب"),
    ("ar", "كتبوا", "كتب"),
    ("ar", "شربناه", "شرب"),
    ("ar", "بقيت", "بقى"),
    ("ar", "دعوت", "دعا"),
    ("ar", "يدعون", "/يدعو"),
    ("ar", "اكتبوا", "/يكتب"),
    ("ar", "تمناها", "تمنى"),
    ("ar", "استثنت", "استثنى"),
    ("ar", "يتخطاها", "/يتخطى"),
    # A hamza at the end, on the vowel of its case.
    ("ar", "إجلاؤها", "إجلاء"),
    ("ar", "بإجلائهم", "إجلاء"),
    ("ar", "زملائه", "زملاء"),
    # Persian: the past and the participle, the present, both with a negation.
    ("fa", "خریدند", "خریدن"),
    ("fa", "نخریدیم", "خریدن"),
    ("fa", "می‌فروختم", "فروختن"),
    ("fa", "نوشته‌اند", "نوشتن"),
    ("fa", "می‌نویسد", "/نویس"),
    ("fa", "نمی‌نویسم", "/نویس"),
    ("fa", "بخوانید", "/خوان"),
    ("fa", "گیرد", "/گیر"),
    ("fa", "خواهدگرفت", "گرفتن"),
    ("fa", "نخواهندآمد", "آمدن"),
    # What formal prose writes for کردن and شدن.
    ("fa", "نمود", "کردن"),
    ("fa", "می‌گردد", "شدن"),
    # Stems in a vowel.
    ("fa", "می‌گوید", "/گو"),
    ("fa", "بیاید", "/ا"),
    # Plurals, pronouns, and the link to what follows.
    ("fa", "کتابخانه‌های", "کتابخانه"),
    ("fa", "کتاب‌هایم", "کتاب"),
    ("fa", "مادرم", "مادر"),
    ("fa", "دستت", "دست"),
    ("fa", "هواپیمای", "هواپیما"),
    ("fa", "بانوی", "بانو"),
    ("fa", "مساجد", "مسجد"),
    ("fa", "مرگبارترین", "مرگبار"),
    ("fa", "فروشندگان", "فروشنده"),
    ("fa", "شواهد", "شاهد"),
    # Urdu: obliques, the feminine, plurals, and the forms of verbs.
    ("ur", "لڑکے", "لڑکا"),
    ("ur", "لڑکوں", "لڑکا"),
    ("ur", "بچے", "بچہ"),
    ("ur", "ہفتوں", "ہفتہ"),
    ("ur", "چھوٹی", "چھوٹا"),
    ("ur", "کرسیاں", "کرسی"),
    ("ur", "کتابیں", "کتاب"),
    ("ur", "مساجد", "مسجد"),
    ("ur", "لکھے", "لکھنا"),
    ("ur", "دوڑتے", "دوڑنا"),
    ("ur", "گاتی", "گانا"),
    ("ur", "خریدیں", "خریدنا"),
    ("ur", "کھولو", "کھولنا"),
    ("ur", "دیکھ", "دیکھنا"),
    # What is done, and what one has done.
    ("ur", "ہوئی", "کرنا"),
    ("ur", "کروایا", "کرنا"),
    ("zh", "船", "船"),
]


@pytest.mark.parametrize(("language", "word", "meant"), LED_BACK)
def test_a_form_leads_back_to_what_a_dictionary_lists(language: str, word: str, meant: str) -> None:
    assert respelt(fold_text(meant), LANGUAGES[language]) in readings(word, LANGUAGES[language])


@pytest.mark.parametrize(
    ("language", "word", "meant", "level"),
    [
        ("en", "boats", "boat", 0),
        ("ar", "الجسر", "جسر", 0),
        ("ar", "القوارب", "قارب", 0),  # the dictionary lists it
        ("ar", "وبالجسر", "جسر", 1),
        ("ar", "سيارتهم", "سيارة", 2),
        ("ar", "ستشتري", "/يشتري", 2),  # a tense is written onto a verb
        ("fa", "می‌نویسد", "/نویس", 2),
        ("ur", "لڑکوں", "لڑکا", 2),
    ],
)
def test_what_is_likelier_stands_at_an_earlier_level(language: str, word: str, meant: str, level: int) -> None:
    found = [fold_text(meant) in each for each in levels(word, LANGUAGES[language])]
    assert found.index(True) == level


WORDS = st.text(st.characters(categories=("L", "N", "P", "M", "Cf")), max_size=12)


@given(WORDS, st.sampled_from(list(LANGUAGES)))
def test_any_word_has_three_levels_and_reads_as_itself(word: str, language: Language) -> None:
    token = fold_text(word)
    found = levels(word, language)
    plain = respelt(token.removesuffix("'s").rstrip("'"), language)
    assert len(found) == 3
    assert "" not in frozenset().union(*found)
    assert plain in found[0] or not plain


@given(WORDS, st.sampled_from(list(LANGUAGES)))
def test_a_possessive_changes_no_reading(word: str, language: Language) -> None:
    bare = fold_text(word).rstrip("'").removesuffix("'s").rstrip("'")
    assert levels(bare + "'s", language) == levels(bare, language)


class TestMechanisms:
    """With an invented language."""

    def test_without_a_file_a_word_is_itself(self, tmp_path: Path) -> None:
        assert levels("urboj", toy(tmp_path)) == [{"urboj"}, set(), set()]

    def test_the_article_is_left_out_beside_the_word(self, tmp_path: Path) -> None:
        language = toy(tmp_path, forms='[inflection]\narticle = "la"\n')
        assert levels("laurbo", language)[0] == {"laurbo", "urbo"}
        assert levels("la", language)[0] == {"la"}

    def test_what_follows_a_proclitic_comes_after_the_word(self, tmp_path: Path) -> None:
        language = toy(tmp_path, forms='[inflection]\nconjunctions = ["kaj"]\n')
        assert levels("kajurbo", language) == [{"kajurbo"}, {"urbo"}, set()]

    def test_what_follows_the_prefix_of_a_tense_is_no_word_but_for_a_verb(self, tmp_path: Path) -> None:
        forms = '[dictionary]\ntense_prefixes = { os = "u" }\n[inflection]\nprepositions = ["os"]\n'
        assert levels("osurbo", toy(tmp_path, forms=forms)) == [{"osurbo"}, set(), set()]

    def test_an_ending_leaves_as_many_letters_as_the_file_says(self, tmp_path: Path) -> None:
        language = toy(tmp_path, forms='[inflection.endings]\noj = ["o"]\n[changes]\nshortest = 3\n')
        assert levels("uroj", language)[2] == {"uro"}
        assert levels("roj", language)[2] == set()

    @pytest.mark.parametrize(
        ("word", "found"),
        [
            ("mikantas", {"/kant"}),
            ("mikantos", {"/kant"}),
            ("nikantas", {"/kant"}),
            ("kantas", set()),
            ("mikanta", set()),
            ("mikas", set()),
            ("mikaas", set()),
            ("mikalas", {"/kal"}),
        ],
    )
    def test_a_verb_has_something_before_it_and_behind_it_and_a_stem(
        self, tmp_path: Path, word: str, found: set[str]
    ) -> None:
        change = 'before = ["mi", "ni"]\nafter = ["as", "os"]\ngives = "/{}"\nshortest = 3\n'
        assert levels(word, toy(tmp_path, forms=f"[[changes.affixes]]\n{change}"))[2] == found

    def test_a_verb_is_looked_for_behind_a_proclitic_too(self, tmp_path: Path) -> None:
        forms = '[inflection]\nconjunctions = ["kaj"]\n[[changes.affixes]]\nafter = ["as"]\ngives = "{}i"\n'
        assert levels("kajkantas", toy(tmp_path, forms=forms))[2] == {"kajkanti", "kanti"}

    @pytest.mark.parametrize(
        ("word", "found"),
        [
            ("batak", {"bitik", "bitk"}),
            ("batok", set()),  # another vowel
            ("batakk", set()),  # longer
            ("bata", set()),  # shorter
        ],
    )
    def test_a_broken_plural_keeps_the_letters_of_its_root(self, tmp_path: Path, word: str, found: set[str]) -> None:
        forms = '[changes]\nroot = "fgh"\n[changes.plurals]\nfagah = ["figih", "figh"]\n'
        assert levels(word, toy(tmp_path, forms=forms))[2] == found

    def test_a_letter_of_the_pattern_that_stands_twice_is_two_of_the_root(self, tmp_path: Path) -> None:
        forms = '[changes]\nroot = "fgh"\n[changes.plurals]\nfagahih = ["fighah"]\n'
        assert levels("banakit", toy(tmp_path, forms=forms))[2] == {"binkat"}

    def test_an_alif_is_no_letter_of_a_root(self, tmp_path: Path) -> None:
        forms = '[changes]\nroot = "fgh"\nno_radicals = "ا"\n[changes.plurals]\nfagah = ["figh"]\n'
        language = toy(tmp_path, forms=forms)
        assert levels("baتak", language)[2] == {"biتk"}
        assert levels("baاak", language)[2] == set()

    def test_plurals_are_looked_for_without_an_ending_too(self, tmp_path: Path) -> None:
        forms = '[inflection.endings]\nul = [""]\n[changes]\nroot = "fgh"\n[changes.plurals]\nfagah = ["figh"]\n'
        assert levels("batakul", toy(tmp_path, forms=forms))[2] == {"batak", "bitk"}

    def test_readings_are_in_one_spelling(self, tmp_path: Path) -> None:
        forms = '[spellings]\n"-cxo" = "-co"\n[[changes.affixes]]\nafter = ["as"]\ngives = "{}cxo"\n'
        language = toy(tmp_path, forms=forms)
        assert levels("lacxo", language)[0] == {"laco"}
        assert levels("danas", language)[2] == {"danco"}

    @pytest.mark.parametrize(
        ("forms", "message"),
        [
            ('[[changes.affixes]]\nafter = ["as"]\n', r"forms\.toml.*changes\.affixes\.0\.gives"),
            ('[[changes.affixes]]\ngives = "i"\n', r"forms\.toml, line 2: changes\.affixes\.0\.gives"),
            ('[[changes.affixes]]\ngives = "{}{}"\n', r"line 2: changes\.affixes\.0\.gives"),
            ('[[changes.affixes]]\ngives = "{}"\nshortest = -1\n', r"line 3: changes\.affixes\.0\.shortest"),
            ("[changes]\nshortest = 0\n", r"line 2: changes\.shortest"),
            ('[changes]\ndetached_starts = [""]\n', r"line 2: changes\.detached_starts\.0"),
            (
                '[changes]\nroot = "fg"\n[changes.plurals]\nfag = ["fagg"]\n',
                "more of the root letter 'g' than its plural",
            ),
            ('[changes]\nroot = "fg"\n[changes.plurals]\nfa = ["fag"]\n', "'fag' has more of the root letter 'g' than"),
            ('[changes.plurals]\n"" = ["fag"]\n', r"changes\.plurals"),
        ],
    )
    def test_a_mistake_in_the_file_is_told(self, tmp_path: Path, forms: str, message: str) -> None:
        with pytest.raises(GlossaryError, match=message):
            levels("word", toy(tmp_path, forms=forms))
