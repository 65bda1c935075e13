"""The general vocabulary: what words of any news mean, beside the concepts of the field."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpecbot.language.concepts.concept import Concept, ConceptKind
from cpecbot.language.concepts.glossary import Glossary, load_glossary
from cpecbot.language.concepts.vocabulary import Vocabulary, load_vocabulary
from cpecbot.languages import Language
from fakes.languages import AR, EN, FA, LANGUAGES, UR, ZH

Making = Callable[..., Glossary]

HEADER = "concept\tkind\tbroader\ten\tar\tfa\tur\tzh\n"


def said(glossary: Glossary, text: str, language: Language) -> set[tuple[str, str]]:
    """What the general vocabulary alone knows of ``text``: concepts with the words that they were found in."""
    return {(m.concept, m.span.slice(text)) for m in glossary.read(text, (language,)) if m.general and not m.implied}


def meant(glossary: Glossary, text: str, language: Language) -> set[tuple[str, str]]:
    """As ``said``, with what is a concept of the field, the parts of its phrases apart."""
    return {(m.concept, m.span.slice(text)) for m in glossary.read(text, (language,)) if not m.implied and not m.part}


# --- the vocabulary that is shipped -----------------------------------------------------------------------------------

SENTENCES = [
    (EN, "The painters' boats were sailing away.", ["boat: boats", "sail: sailing"]),
    (EN, "Wolves ran and geese flew.", ["wolf: Wolves", "run_on_foot: ran", "goose: geese", "fly: flew"]),
    (EN, "She has bought three kites.", ["buy: bought", "kite: kites"]),
    (EN, "They came back by boat.", ["return_come_back: came back", "boat: boat"]),
    (EN, "The kiosk sells light bulbs.", ["sell: sells", "lamp: light bulbs"]),
    # British and American spelling.
    (EN, "a grey plough", ["grey: grey", "plough: plough"]),
    (EN, "a gray plow", ["grey: gray", "plough: plow"]),
    (EN, "analysed the color of honor", ["analyse: analysed", "colour: color", "honour: honor"]),
    (EN, "analyzed the colour of honour", ["analyse: analyzed", "colour: colour", "honour: honour"]),
    # Broken plurals, verbs with what is written before and behind them, pronouns.
    (AR, "ركبوا القوارب", ["ride: ركبوا", "boat: القوارب"]),
    (AR, "يشربون الحليب", ["drink: يشربون"]),
    (AR, "وسيكتبون رسالة", ["write: وسيكتبون", "letter_sent: رسالة"]),
    (AR, "ستشتري أمي تفاحا", ["buy: ستشتري", "mom_dad: أمي", "apple: تفاحا"]),
    (AR, "باعوا بيوتهم", ["sell: باعوا", "house: بيوتهم"]),
    (AR, "ضاعت حقيبتي", ["lose_no_longer_have: ضاعت", "bag: حقيبتي"]),
    (AR, "بقيت في القرية", ["remain_be_left: بقيت"]),
    (AR, "أتعرف الطريق؟", ["know: أتعرف"]),
    # The present and the past; می written onto the verb, with a half-space, and apart.
    (FA, "نامه می‌نویسد", ["letter_sent: نامه", "write: می‌نویسد"]),
    (FA, "نامه می نویسند", ["letter_sent: نامه", "write: می نویسند"]),
    (FA, "نامه میخواند", ["letter_sent: نامه", "read: میخواند"]),
    (FA, "نمی خرد", ["buy: نمی خرد"]),
    (FA, "گربه‌ها شیر نوشیدند", ["milk_drink: شیر", "drink: نوشیدند"]),
    (FA, "مادرم آشپزی می‌کند", ["mom_dad: مادرم"]),
    (FA, "کتاب‌هایم را خواندم", ["book: کتاب‌هایم", "read: خواندم"]),
    (FA, "هواپیمای کوچک", ["aeroplane: هواپیمای", "small: کوچک"]),
    (FA, "بانوی پیر", ["woman_individual: بانوی", "old_person: پیر"]),
    # The future within a compound, the participle of one written together, the present and the past of formal prose.
    (FA, "بیمار مرخص خواهد شد", ["discharge_from_hospital: مرخص خواهد شد"]),
    (FA, "کامیون منفجرشده", ["explode_blast: منفجرشده"]),
    (FA, "اسب دزدیده‌شده", ["steal_take: دزدیده\u200cشده"]),
    (FA, "مغازه باز گردید", ["open_v: باز گردید"]),
    (FA, "فردا بیاید", ["tomorrow: فردا", "come: بیاید"]),
    # Obliques, the feminine, and the forms of verbs.
    (UR, "لڑکوں نے کتابیں خریدیں", ["boy: لڑکوں", "book: کتابیں", "buy: خریدیں"]),
    (UR, "بچے ہنس رہے تھے", ["child: بچے", "laugh: ہنس"]),
    (UR, "عورتیں گاتی ہیں", ["woman_individual: عورتیں", "sing: گاتی"]),
    (UR, "چھوٹی گھڑیاں", ["small: چھوٹی", "clock_watch: گھڑیاں"]),
    (UR, "وہ خط لکھے گا", ["letter_sent: خط", "write: لکھے"]),
    (UR, "دروازے کھولو", ["door: دروازے", "open_v: کھولو"]),
    (UR, "گواہی ریکارڈ کی گئی", ["testify: گواہی"]),
    (UR, "سبزی بیچنے والے", ["seller: بیچنے والے"]),
    # Traditional characters.
    (ZH, "買了三艘船", ["buy: 買了", "boat: 船"]),
    (ZH, "賣掉了房子", ["sell: 賣掉", "house: 房子"]),
    (ZH, "卖掉了房子", ["sell: 卖掉", "house: 房子"]),
    (ZH, "老師唱歌", ["teacher: 老師", "sing: 唱歌"]),
]


@pytest.mark.parametrize(("language", "text", "expected"), SENTENCES)
def test_words_are_found_in_whatever_form_a_sentence_has_them(
    everyday: Glossary, language: Language, text: str, expected: list[str]
) -> None:
    found = {f"{concept}: {words}" for concept, words in meant(everyday, text, language)}
    assert set(expected) <= found


SENSES = [
    (EN, "right", {"right_correct", "right_entitlement", "right_side"}),
    (EN, "spring", {"spring_season", "spring_water"}),
    (AR, "عين", {"eye", "appoint"}),
    (FA, "شیر", {"lion", "milk_drink"}),
    (UR, "کل", {"yesterday", "tomorrow"}),
    (ZH, "唱歌", {"sing", "song_sing"}),
]


@pytest.mark.parametrize(("language", "word", "senses"), SENSES)
def test_a_word_has_all_its_senses_at_one_place(
    everyday: Glossary, language: Language, word: str, senses: set[str]
) -> None:
    assert {(sense, word) for sense in senses} <= said(everyday, word, language)


@pytest.mark.parametrize(
    ("language", "text", "field", "general"),
    [
        (EN, "a fire on the river bank", "river", "riverbank"),
        (EN, "her credit card", "loan", "credit_card"),
        (AR, "سيارة إسعاف", "car", "ambulance"),
        (ZH, "一张银行卡", "banking", "credit_card"),
    ],
)
def test_a_concept_of_the_field_inside_a_longer_phrase_is_kept(
    everyday: Glossary, language: Language, text: str, field: str, general: str
) -> None:
    found = [(match.concept, match.general) for match in everyday.read(text, (language,))]
    assert (field, False) in found
    assert (general, True) in found
    assert field in {match.concept for match in everyday.match(text, language)}


@pytest.mark.parametrize(
    ("language", "text", "phrase", "part"),
    [
        (EN, "the prime minister's horse", "prime_minister", "minister"),
        (EN, "climate change", "climate_change", "change_become_different"),
        (EN, "the World Cup", "world_cup", "cup_trophy"),
    ],
)
def test_a_word_inside_a_longer_concept_of_the_field_has_no_sense_of_its_own(
    everyday: Glossary, language: Language, text: str, phrase: str, part: str
) -> None:
    found = {concept for concept, _ in meant(everyday, text, language)}
    assert phrase in found
    assert part not in found


@pytest.mark.parametrize(
    ("language", "man", "woman"),
    [
        (EN, "best actor", "best actress"),
        (FA, "بهترین بازیگر مرد", "بهترین بازیگر زن"),
        (UR, "بہترین اداکار", "بہترین اداکارہ"),
        (ZH, "影帝", "影后"),
    ],
)
def test_an_award_to_a_woman_is_not_the_one_to_a_man(
    everyday: Glossary, language: Language, man: str, woman: str
) -> None:
    assert ("best_actor", man) in said(everyday, man, language)
    assert [concept for concept, words in said(everyday, woman, language) if words == woman] == ["best_actress"]


def test_lines_that_name_each_other_as_wider_mean_the_same(everyday: Glossary) -> None:
    assert "explode_blast" in everyday.broader("detonate")
    assert "detonate" in everyday.broader("explode_blast")


def test_an_end_written_onto_a_word_leaves_a_word(everyday: Glossary) -> None:
    """Of three letters at least: «گمشده» is no form of «گم», which another line has as a word."""
    assert {words for _, words in said(everyday, "منفجرشده", FA)} == {"منفجرشده"}
    assert said(everyday, "نتشده", FA) == set()


@pytest.mark.parametrize(
    ("language", "text"), [(EN, "to"), (AR, "ولكن"), (FA, "از"), (UR, "نے"), (ZH, "对"), (EN, ""), (EN, "…")]
)
def test_grammar_means_nothing(everyday: Glossary, language: Language, text: str) -> None:
    assert said(everyday, text, language) == set()


def test_match_leaves_out_what_only_the_vocabulary_knows(everyday: Glossary) -> None:
    text = "The bank sold an umbrella."
    assert {("sell", "sold"), ("umbrella", "umbrella")} <= said(everyday, text, EN)
    assert [match.concept for match in everyday.match(text, EN) if not match.implied] == ["banking"]


TEXTS = st.lists(
    st.one_of(
        st.sampled_from([text for _, text, _ in SENTENCES]),
        st.sampled_from(["می", "نمی", "bank", "القوارب", "’s", "İ", "ﷺ", "ﬁ", "\u200c", "\n", "U.N."]),
        st.text(max_size=6),
    ),
    max_size=6,
).map(" ".join)


@given(TEXTS, st.lists(st.sampled_from(list(LANGUAGES)), min_size=1, max_size=5, unique=True))
def test_whatever_is_read_lies_inside_the_text_and_is_known(
    everyday: Glossary, text: str, languages: list[Language]
) -> None:
    for match in everyday.read(text, languages):
        assert 0 <= match.span.start < match.span.end <= len(text)
        assert match.span.slice(text).strip() == match.span.slice(text) != ""
        assert everyday.find(match.concept) is not None


@pytest.fixture(scope="module")
def field(everyday: Glossary) -> Glossary:
    """The same concepts of the field, and no vocabulary."""
    return Glossary(everyday.concepts.values(), LANGUAGES, with_cldr=False)


@given(TEXTS, st.sampled_from(list(LANGUAGES)))
def test_the_vocabulary_takes_no_concept_of_the_field_away(
    everyday: Glossary, field: Glossary, text: str, language: Language
) -> None:
    assert everyday.match(text, language) == field.match(text, language) == field.read(text, (language,))


# --- the mechanism, with invented words -------------------------------------------------------------------------------


@pytest.fixture
def making(tmp_path: Path) -> Making:
    """A glossary of concepts of the field and of ``rows`` of the vocabulary: key, kind, broader, forms of English."""

    def make(*rows: tuple[str, str, str, str], field: dict[str, str] | None = None, column: str = "en") -> Glossary:
        lines = ["\t".join(row) for row in rows]
        table = f"concept\tkind\tbroader\t{column}\n" + "\n".join(lines) + "\n"
        (tmp_path / "words.tsv").write_text(table, "utf-8")
        concepts = [Concept(key, ConceptKind.PROJECT, {EN: (form,)}) for key, form in (field or {}).items()]
        return Glossary(concepts, LANGUAGES, load_vocabulary(tmp_path, LANGUAGES), with_cldr=False)

    return make


def test_a_vocabulary_is_read_as_a_mapping_of_concepts(making: Making) -> None:
    vocabulary = making(("dax", "thing", "toy|game", "dax|wug/wugged"), ("toy", "role", "", "toy")).vocabulary
    assert dict(vocabulary) == {
        "dax": Concept("dax", ConceptKind.THING, {EN: ("dax", "wug")}, ("toy", "game")),
        "toy": Concept("toy", ConceptKind.ROLE, {EN: ("toy",)}),
    }
    assert list(vocabulary) == ["dax", "toy"]
    assert len(vocabulary) == 2
    assert "dax" in vocabulary
    assert "wug" not in vocabulary
    assert vocabulary.kind("toy") is ConceptKind.ROLE
    for look_up in (vocabulary.kind, vocabulary.__getitem__):
        with pytest.raises(KeyError):
            look_up("wug")


def test_without_files_it_is_empty(tmp_path: Path) -> None:
    for vocabulary in (Vocabulary(), load_vocabulary(tmp_path / "nowhere", LANGUAGES)):
        assert dict(vocabulary) == {}
        assert Glossary([], LANGUAGES, vocabulary, with_cldr=False).read("a dax", (EN,)) == ()


def test_the_columns_of_the_other_languages_are_left_alone(making: Making) -> None:
    glossary = making(("dax", "thing", "", "پتنگ"), column="ur")
    assert said(glossary, "پتنگ", UR) == {("dax", "پتنگ")}
    assert said(glossary, "پتنگ", FA) == set()


def test_names_are_lent_to_other_languages_and_common_words_are_not(making: Making) -> None:
    glossary = making(("wug", "thing", "", "wug"), field={"dax": "dax"})
    assert meant(glossary, "dax wug", EN) == {("dax", "dax"), ("wug", "wug")}
    assert meant(glossary, "قال dax wug", AR) == {("dax", "dax")}


def test_find_knows_both_and_prefers_the_field(making: Making) -> None:
    glossary = making(("dax", "thing", "", "dax"), ("wug", "thing", "", "wug"), field={"dax": "big dax"})
    assert glossary.find("dax") == Concept("dax", ConceptKind.PROJECT, {EN: ("big dax",)})
    assert glossary.find("wug") == Concept("wug", ConceptKind.THING, {EN: ("wug",)})
    assert glossary.find("blick") is None
    assert glossary.label("wug", ZH) == "wug"


def test_broader_concepts_are_nearest_first_through_the_vocabulary_into_the_field(making: Making) -> None:
    glossary = making(("pup", "thing", "dog|young", "pup"), ("dog", "thing", "pet", "dog"), field={"pet": "pet"})
    assert glossary.broader("pup") == ("dog", "young", "pet")
    found = [(match.concept, match.implied, match.general) for match in glossary.read("a pup", (EN,))]
    assert found == [("pup", False, True), ("dog", True, True), ("young", True, True), ("pet", True, True)]


def test_what_is_meant_in_so_many_words_is_not_only_implied(making: Making) -> None:
    glossary = making(("pup", "thing", "dog", "wug"), ("dog", "thing", "", "wug"))
    assert {match.concept: match.implied for match in glossary.read("a wug", (EN,))} == {"pup": False, "dog": False}


def test_a_word_of_several_senses_has_them_at_one_place(making: Making) -> None:
    glossary = making(("seal_animal", "thing", "", "seal"), ("seal_stamp", "thing", "", "seal"))
    assert said(glossary, "two seals", EN) == {("seal_animal", "seals"), ("seal_stamp", "seals")}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("the red dax", {("phrase", "red dax")}),
        ("the red-dax", {("phrase", "red-dax")}),
        ("the red 'dax'", {("phrase", "red 'dax")}),
        ("red. dax", {("dax", "dax")}),
        ("red, dax", {("dax", "dax")}),
        ("red\ndax", {("dax", "dax")}),
        ("red big dax", {("dax", "dax")}),
        ("red", set()),
    ],
)
def test_the_words_of_a_phrase_stand_side_by_side(making: Making, text: str, found: set[tuple[str, str]]) -> None:
    assert said(making(("phrase", "thing", "", "red dax"), ("dax", "thing", "", "dax")), text, EN) == found


def test_the_longest_phrase_is_meant(making: Making) -> None:
    glossary = making(*((f"w{count}", "thing", "", " ".join(["dax", "wug", "blick"][:count])) for count in (1, 2, 3)))
    assert said(glossary, "dax wug blick", EN) == {("w3", "dax wug blick")}
    assert said(glossary, "dax wug dax", EN) == {("w2", "dax wug"), ("w1", "dax")}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("big dax", {("field", "big dax")}),  # as long: the field alone
        ("red dax", {("red", "red")}),
        ("dax", set()),
    ],
)
def test_a_word_of_the_field_is_left_to_it_only_where_no_other_phrase_is_longer(
    making: Making, text: str, found: set[tuple[str, str]]
) -> None:
    glossary = making(("red", "quality", "", "red"), field={"field": "big dax"})
    assert meant(glossary, text, EN) == found


def test_a_phrase_around_a_concept_of_the_field_is_known_beside_it(making: Making) -> None:
    glossary = making(("card", "thing", "", "dax card"), ("plain", "thing", "", "card"), field={"dax": "dax"})
    assert meant(glossary, "a dax card", EN) == {("dax", "dax"), ("card", "dax card")}


def test_the_sense_of_a_word_that_is_as_long_stands_beside_the_field(making: Making) -> None:
    glossary = making(("dax_animal", "thing", "", "dax"), field={"dax": "dax"})
    assert meant(glossary, "a dax", EN) == {("dax", "dax"), ("dax_animal", "dax")}


def test_where_the_field_is_sure_another_form_of_a_word_is_no_sense(making: Making) -> None:
    """The daxes of the field are no animals: a dax is."""
    glossary = making(("dax_animal", "thing", "", "dax"), ("many_daxes", "thing", "", "daxes"), field={"dax": "daxes"})
    assert meant(glossary, "the daxes", EN) == {("dax", "daxes"), ("many_daxes", "daxes")}


def test_nor_is_its_lemma(making: Making) -> None:
    glossary = making(("book_thing", "thing", "", "book"), field={"reservations": "books"})
    assert meant(glossary, "the books", EN) == {("reservations", "books")}
    assert meant(glossary, "the book", EN) == {("book_thing", "book")}


def test_grammar_is_grammar_with_what_is_written_onto_it_too(making: Making) -> None:
    """قبل is "before", and "accepted"."""
    glossary = making(("accept", "action", "", "قبل/يقبل"), column="ar")
    assert said(glossary, "فقبل", AR) == said(glossary, "قبل", AR) == set()
    assert said(glossary, "يقبلون", AR) == {("accept", "يقبلون")}


def test_what_stands_before_a_verb_is_part_of_it_only_beside_it(making: Making) -> None:
    glossary = making(("dax", "action", "", "زلفیدن/زلف"), column="fa")
    assert said(glossary, "می زلفم", FA) == {("dax", "می زلفم")}
    assert said(glossary, "می، زلفم", FA) == set()


def test_a_word_as_it_is_written_hides_what_it_may_be_a_form_of(making: Making) -> None:
    glossary = making(("child", "thing", "", "بچا"), ("dax", "thing", "", "بچوں"), column="ur")
    assert said(glossary, "بچوں", UR) == {("dax", "بچوں")}
    assert said(glossary, "بچے", UR) == {("child", "بچے")}


def test_of_two_phrases_at_one_place_the_one_that_is_read_first_is_meant(making: Making) -> None:
    glossary = making(("child", "thing", "", "بچا گھر"), ("dax", "thing", "", "بچوں گھر"), column="ur")
    assert said(glossary, "بچوں گھر", UR) == {("dax", "بچوں گھر")}


def test_the_principal_parts_of_a_verb_are_not_taken_for_each_other(making: Making) -> None:
    glossary = making(("buy", "action", "", "خریدن/خر"), ("donkey", "thing", "", "خر"), column="fa")
    assert said(glossary, "می‌خرد", FA) == {("buy", "می‌خرد")}
    assert said(glossary, "خرید", FA) == {("buy", "خرید")}
    assert said(glossary, "خر", FA) == {("donkey", "خر")}


def test_the_second_part_of_a_compound_verb_has_its_first_words_too(making: Making) -> None:
    glossary = making(("play", "action", "", "بازی کردن/کن"), column="fa")
    assert said(glossary, "بازی کردند", FA) == {("play", "بازی کردند")}
    assert said(glossary, "بازی می‌کنند", FA) == {("play", "بازی می‌کنند")}
    assert said(glossary, "بازی می کنند", FA) == {("play", "بازی می کنند")}
    assert said(glossary, "می‌کنند", FA) == set()


def test_both_parts_of_a_phrase_may_be_written_out(making: Making) -> None:
    glossary = making(("cook_up", "action", "", "طبخ خبزا/يطبخ خبزا"), column="ar")
    assert said(glossary, "طبخوا خبزا", AR) == {("cook_up", "طبخوا خبزا")}
    assert said(glossary, "سيطبخون خبزا", AR) == {("cook_up", "سيطبخون خبزا")}


@pytest.mark.parametrize("written", ["گل‌فروش", "گل فروش", "گلفروش"])
def test_a_half_space_may_be_a_space_or_nothing(making: Making, written: str) -> None:
    glossary = making(("florist", "role", "", "گل‌فروش"), column="fa")
    assert said(glossary, f"آن {written} آمد", FA) == {("florist", written)}


@pytest.mark.parametrize("written", ["tyre centre", "tyre center", "Tyre-Centre"])
def test_a_form_may_be_in_either_spelling(making: Making, written: str) -> None:
    assert said(making(("garage", "thing", "", "tyre center")), written, EN) == {("garage", written)}


@pytest.mark.parametrize(
    ("form", "text"),
    [
        ("travelling seller", "a travelling seller"),
        ("propeller", "two propellers"),
        ("fulfill", "to fulfill"),
        ("centre", "the centre"),
        ("dax's end", "the dax's end"),
        ("honour", "many honors"),
        ("dax honor", "the dax honours"),
    ],
)
def test_a_form_that_is_itself_respelt_is_found(making: Making, form: str, text: str) -> None:
    """Whichever spelling the file has, and with its possessive."""
    assert {concept for concept, _ in said(making(("dax", "thing", "", form)), text, EN)} == {"dax"}


@pytest.mark.parametrize(
    ("column", "form", "found"),
    [
        ("en", "above all", False),
        ("en", "above all daxes", True),
        ("fa", "این جا", False),  # اینجا written apart
        ("zh", "对", False),
        ("zh", "对的", True),  # one character says little of a word
    ],
)
def test_grammar_alone_makes_no_phrase(making: Making, column: str, form: str, found: bool) -> None:
    assert bool(said(making(("dax", "thing", "", form), column=column), form, LANGUAGES[column])) == found


@pytest.mark.parametrize(("form", "text"), [("T恤", "一件T恤"), ("X光", "拍X光"), ("卡拉OK", "唱卡拉OK")])
def test_a_chinese_form_may_hold_latin_letters(making: Making, form: str, text: str) -> None:
    assert said(making(("dax", "thing", "", form), column="zh"), text, ZH) == {("dax", form)}


def test_a_file_may_hold_no_more_than_some_languages(tmp_path: Path) -> None:
    (tmp_path / "a.tsv").write_text(HEADER + "dax\tthing\t\tdax\t\t\t\t风筝\n", "utf-8")
    vocabulary = load_vocabulary(tmp_path, LANGUAGES)
    assert vocabulary["dax"].forms == {EN: ("dax",), ZH: ("风筝",)}


def test_a_glossary_may_be_loaded_without_a_vocabulary(root: Path) -> None:
    glossary = load_glossary(root / "config" / "glossary", LANGUAGES)
    assert len(glossary.vocabulary) == 0
    assert said(glossary, "The bank sold an umbrella.", EN) == set()
