"""What a person may count on in ``config/vocabulary``, whoever edits it."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from cpecbot.language.concepts.concept import ConceptKind
from cpecbot.language.concepts.glossary import Glossary
from cpecbot.language.text.folding import fold_text
from cpecbot.language.text.simplified import simplify
from cpecbot.languages import Language
from fakes.languages import AR, FA, LANGUAGES, UR, ZH
from fakes.vocabulary import forms, is_grammar, meant, unfound

FOLDER = Path(__file__).parents[3] / "config" / "vocabulary"
KINDS = {ConceptKind(kind) for kind in ("thing", "role", "action", "quality", "event", "generic", "light")}
# Longer files nobody reads through.
MOST_ROWS = 160

# Of each pair one is the other turned round. To take one for the other would answer a question with its opposite.
PAIRS = """
    increase_go_up/decrease_go_down  expand/decrease_go_down    increase_go_up/fall_down  open_v/close_shut
    accept/refuse                    accept/oppose              buy/sell                  buyer/seller
    win_match/lose_match             winner/loser               success_win/fail          arrive_come/depart
    arrive/depart                    come_in/go_out             enter/exit                full/empty
    hot/cold                         big/small                  long/short_length         high/low
    old_person/young                 old_thing/new              rich/poor                 powerful/weak
    strengthen/weaken                heavy/light_weight         fast/slow                 early/late
    first/last_final                 good/bad                   best/worst                more_quantity/less
    many/few                         up/down                    above/below               inside/outside
    front/behind                     left_side/right_side       north/south               east/west
    day/night                        morning/evening            summer/winter             start_begin/finish_complete
    start_begin/end_come_to_end      be_born/death_event        life_living/death_event   alive/death_event
    peace/war                        peace/war_fighting         friend_person/enemy       ally/enemy
    love/hate                        happiness/sadness         laugh/cry_weep            import/export
    profit/financial_loss            allow/forbid               permit_license/forbid     guilty/innocent
    convict_verdict/acquit           arrest/release_free        attack/defend_v           attack_assault/defend_v
    advance_go_forward/go_back_retreat  ask_question/answer     give/take                 send/receive
    push/pull                        lend/borrow                creditor/debtor           male/female
    man/woman_individual             boy/girl                   husband/wife              husband_man/wife_woman
    dad_father/mom_dad               son_child/daughter_child   brother/sister            employer/employee
    landlord/tenant                  wet/dry                    hard_surface/soft         clean/dirty
    safe_secure/dangerous            easy/difficult             thick/thin                wide/narrow
    deep_down/shallow                near/far                   black/white               true/false
    public/private                   majority/minority          urban/rural               law_rule/illegal
    remember/forget                  find/lose_no_longer_have   build_construct/destroy   join_become_member/depart
    appear_come_into_view/disappear  praise/criticise           praise_v/criticise        agree_v/disagree
    recruit/dismiss_from_office      upload/download            sunrise/sunset            tighten/loosen_relax
    lengthen/shorten                 asleep/awake               hope_wish/despair         always/never
    yesterday/tomorrow               shortage/surplus           sink/float                heaven/hell
    lock/unlock                      freeze_turn_to_ice/melt    optimism/pessimism        maximum/minimum
    domestic/foreign                 wholesale/retail           superior/inferior         visible/invisible
    upstream/downstream              support_back/oppose
"""
OPPOSITES = [(one, other) for one, _, other in (pair.partition("/") for pair in PAIRS.split())]


# Words that stand for both of a pair, or are written like the other one where letters are folded.
EITHER = {
    AR: {"والده", "الوالده", "ابنه", "شقيقه"},
    FA: {"همسر"},
    UR: {"کل", "لڑکی"},
    ZH: {"借"},
}


# --- the files --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.tsv")), ids=lambda path: path.stem)
def test_a_file_is_short_enough_to_read_through(path: Path) -> None:
    _, *rows = path.read_text("utf-8").splitlines()
    assert 0 < len(rows) <= MOST_ROWS


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.tsv")), ids=lambda path: path.stem)
def test_every_cell_of_a_language_holds_forms_that_are_neither_empty_nor_padded(path: Path) -> None:
    header, *rows = path.read_text("utf-8").splitlines()
    assert header.split("\t") == ["concept", "kind", "broader", "en", "ar", "fa", "ur", "zh"]
    for number, row in enumerate(rows, 2):
        for cell in row.split("\t")[3:]:
            for part in re.split("[|/]", cell):
                assert part.strip() == part != "", f"line {number}: {cell!r}"


def test_every_key_is_a_plain_one_that_no_concept_of_the_field_has(everyday: Glossary) -> None:
    assert not everyday.vocabulary.keys() & everyday.concepts.keys()
    assert not [key for key in everyday.vocabulary if not re.fullmatch("[a-z][a-z0-9_]*", key)]


def test_the_kinds_are_those_of_everyday_words(everyday: Glossary) -> None:
    """A name, a place or a policy is a concept of the field."""
    assert {everyday.vocabulary.kind(key) for key in everyday.vocabulary} == KINDS


def test_every_broader_concept_is_known_and_none_is_broader_than_itself(everyday: Glossary) -> None:
    for key, concept in everyday.vocabulary.items():
        assert not [wider for wider in concept.broader if everyday.find(wider) is None], key
        assert key not in everyday.broader(key)


# --- the forms --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", list(LANGUAGES))
def test_no_form_stands_twice_in_a_cell(everyday: Glossary, language: Language) -> None:
    counted = Counter((key, fold_text(form)) for key, form in forms(everyday, language))
    assert [each for each, count in counted.items() if count > 1] == []


@pytest.mark.parametrize(
    ("language", "foreign"),
    [(AR, "[a-zA-Zیکہےگچپژٹڈڑں]"), (FA, "[a-zA-Zيكىٹڈڑںہے]"), (UR, "[a-zA-Zيكىة]"), (ZH, "[\u0600-\u06ff]")],
)
def test_forms_are_written_in_the_letters_of_their_language(
    everyday: Glossary, language: Language, foreign: str
) -> None:
    wrong = [(key, form) for key, form in forms(everyday, language) if re.search(foreign, form)]
    assert wrong == []


def test_chinese_forms_are_simplified_ones(everyday: Glossary) -> None:
    """A text is simplified before it is read."""
    assert [(key, form) for key, form in forms(everyday, ZH) if simplify(form) != form] == []


@pytest.mark.parametrize("language", list(LANGUAGES))
def test_a_form_is_found_where_it_stands_alone(everyday: Glossary, language: Language) -> None:
    """Each of a share of them; tests/long goes through all."""
    assert unfound(everyday, language, step=50) == []


@pytest.mark.parametrize("language", list(LANGUAGES))
def test_what_is_said_by_words_of_grammar_alone_is_only_grammar(everyday: Glossary, language: Language) -> None:
    """A thing, what somebody is and what is done have a word that is found in every language."""
    content = {ConceptKind.THING, ConceptKind.ROLE, ConceptKind.EVENT, ConceptKind.ACTION}
    unfound = [
        key
        for key, concept in everyday.vocabulary.items()
        if concept.kind in content and all(is_grammar(form, language) for form in concept.forms[language])
    ]
    assert unfound == []


# --- the meanings -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", list(LANGUAGES))
def test_no_word_means_a_thing_and_its_opposite(everyday: Glossary, language: Language) -> None:
    wrong = []
    either = {fold_text(form) for form in EITHER.get(language, ())}
    for one, other in OPPOSITES:
        for key, opposite in ((one, other), (other, one)):
            concept = everyday.find(key)
            assert concept, key
            for form in concept.forms[language]:
                word = form.removeprefix("=")
                if opposite in meant(everyday, word, language) and fold_text(word) not in either:
                    wrong.append(f"{form}: {key}, {opposite}")
    assert wrong == []


@pytest.mark.parametrize(("language", "words"), EITHER.items())
def test_a_word_that_stands_for_both_is_known_to(everyday: Glossary, language: Language, words: set[str]) -> None:
    pairs = list(map(set, OPPOSITES))
    assert [word for word in words if not any(pair <= meant(everyday, word, language) for pair in pairs)] == []


def test_no_concept_is_broader_than_its_opposite(everyday: Glossary) -> None:
    for one, other in OPPOSITES:
        assert other not in everyday.broader(one)
        assert one not in everyday.broader(other)
