"""Which claims of different sources part ways, how far, and which only seem to."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from cpecbot.languages import Language
from cpecbot.models import Dimension, Disagreement, Level
from fakes.languages import AR, EN, FA, UR, ZH

Texts = Callable[..., tuple[Disagreement, ...]]


def found(notes: tuple[Disagreement, ...]) -> list[tuple[Dimension, Level]]:
    return [(note.dimension, note.level) for note in notes]


@pytest.mark.parametrize(
    ("one", "other", "dimension"),
    [
        ("The loan of $2 billion goes to Karachi.", ("يذهب قرض بقيمة 3 مليارات دولار إلى كراتشي.", AR), Dimension.SUM),
        ("A blast in Quetta killed 26 people.", ("قتل 31 شخصا في انفجار في كويتا.", AR), Dimension.COUNT),
        ("The dialogue was held in Beijing.", ("گفت‌وگو در اسلام آباد برگزار شد.", FA), Dimension.PLACE),
        (
            "They mark the 75th anniversary of diplomatic relations.",
            ("سفارتی تعلقات کی 70ویں سالگرہ منائی جائے گی۔", UR),
            Dimension.ORDINAL,
        ),
        ("The visit took place on January 3, 2026.", "The visit took place on January 8, 2026.", Dimension.DATE),
    ],
)
def test_single_values_contradict_across_languages(
    one: str, other: str | tuple[str, Language], dimension: Dimension, texts: Texts
) -> None:
    """One thing has one sum, one count, one place, one ordinal, one date."""
    assert found(texts(one, other)) == [(dimension, Level.CONTRADICTION)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The loan of more than $2 billion goes to Karachi.", "The loan of $3 billion goes to Karachi."),
        ("The loan of $98.73 million goes to Karachi.", "The loan of $100 million goes to Karachi."),
        ("The visit took place in 2026.", "The visit took place on January 8, 2026."),
        ("The visit took place on Thursday.", "The visit took place on January 8, 2026."),
        ("Karachi gets a loan of $2 billion.", "Lahore gets a loan of $3 billion."),
        ("The trilateral dialogue was held in Kabul.", "The strategic dialogue was held in Beijing."),
        ("The previous dialogue was held in Islamabad.", "The dialogue was held in Beijing."),
        ("Wang Yi visited Pakistan on May 3, 2024.", "Ishaq Dar visited China on January 3, 2026."),
    ],
)
def test_values_that_may_both_be_true_are_silent(one: str, other: str, texts: Texts) -> None:
    """Bounds, rounding, a year and its days, other things, other meetings."""
    assert [note for note in texts(one, other) if note.level is Level.CONTRADICTION] == []


def test_a_closed_list_differs_from_a_longer_one_and_an_open_list_does_not(texts: Texts) -> None:
    """A list that says how many it holds is not completed by another."""
    longer = "They will focus on industry, agriculture, mining and energy."
    opened = texts("They will focus on key sectors such as industry, agriculture and mining.", longer)
    closed = texts("They will focus on the three key sectors of industry, agriculture and mining.", longer)
    lists = [[note.level for note in notes if note.dimension is Dimension.LIST] for notes in (opened, closed)]
    assert lists == [[Level.DETAIL], [Level.DIFFERING]]


def test_modifiers_of_one_thing_differ_when_each_side_has_its_own(texts: Texts) -> None:
    """An immediate and an unconditional ceasefire are different demands, in whatever language."""
    notes = texts(
        ("双方呼吁在加沙实现立即停火。", ZH), ("دونوں ممالک نے غزہ میں غیر مشروط جنگ بندی کا مطالبہ کیا۔", UR)
    )
    assert found(notes) == [(Dimension.MODIFIER, Level.DIFFERING)]
    assert [side.values for side in notes[0].sides] == [("immediate",), ("unconditional",)]


def test_more_modifiers_are_detail(texts: Texts) -> None:
    """Who says all that the other says and more adds detail."""
    notes = texts("They want an immediate ceasefire in Gaza.", ("دعوا إلى وقف فوري ودائم لإطلاق النار في غزة.", AR))
    assert found(notes) == [(Dimension.MODIFIER, Level.DETAIL)]


def test_a_name_that_takes_sides_is_noted_as_naming(texts: Texts) -> None:
    """Tibet and Xizang are one place under two names."""
    notes = texts("Pakistan supported China on Xizang.", ("دعمت باكستان الصين بشأن التبت.", AR))
    assert found(notes) == [(Dimension.NAMING, Level.DIFFERING)]


def test_stances_differ_only_on_one_topic(texts: Texts) -> None:
    """Praise and hope differ when both are for the safety of the same people."""
    praise = "China commended the protection of Chinese personnel and projects in Pakistan."
    hope = "China hopes for the protection of Chinese personnel and projects in Pakistan."
    assert (Dimension.STANCE, Level.DIFFERING) in found(texts(praise, hope))
    assert texts(praise, "China hopes for more trade with Pakistan.") == ()


def test_three_typed_differences_are_two_different_things(texts: Texts) -> None:
    """Sentences that differ in place, date and sum tell of two events."""
    one = "The company Karot Power opened a plant in Lahore on May 2, 2021 worth $5 million for farmers."
    other = "The company Karot Power opened a plant in Quetta on June 9, 2023 worth $8 million for farmers."
    assert [note for note in texts(one, other) if note.kind.startswith("same:")] == []


def test_the_opposite_contradicts_and_other_words_do_not(texts: Texts) -> None:
    """Without any contrast listed, the words that say the opposite are shown."""
    one = "The ministers confirmed the progress on the coastal fishing harbour near the old town."
    assert texts(one, one.replace("confirmed", "discussed")) == ()
    (note,) = texts(one, one.replace("confirmed", "denied"))
    assert (note.level, note.dimension) == (Level.CONTRADICTION, Dimension.STANCE)
    highlights = [
        [mark.shift(-quote.span.start).slice(quote.text) for mark in quote.highlights]
        for side in note.sides
        for quote in side.quotes
    ]
    assert highlights == [["confirmed"], ["denied"]]


def test_a_changed_actor_contradicts(texts: Texts) -> None:
    """In the same sentence another country did it."""
    one = "Pakistan reaffirmed its commitment to the One-China principle on Taiwan."
    other = "India reaffirmed its commitment to the One-China principle on Taiwan."
    assert found(texts(one, other)) == [(Dimension.PARTY, Level.CONTRADICTION)]


def test_sources_that_agree_stand_on_one_side(texts: Texts) -> None:
    """A note has one side for each value, with every source that says it."""
    seventh = "The seventh round of the China-Pakistan strategic dialogue was held."
    (note,) = texts(seventh, "The 7th round of the China-Pakistan dialogue ended.", seventh.replace("seventh", "sixth"))
    assert [(side.values, side.sources) for side in note.sides] == [(("7",), ("a", "b")), (("6",), ("c",))]


REFINERY = [
    "Pakistan will build an oil refinery in Gwadar. It will process 300,000 barrels per day.",
    ("ستبني باكستان مصفاة نفط في جوادر. وتبلغ طاقة المصفاة 300 ألف برميل يوميا.", AR),
    ("该炼油厂日加工能力为30万桶。", ZH),
    ("ظرفیت این پالایشگاه ۳۰۰ هزار بشکه در روز خواهد بود.", FA),
]


def test_a_measure_is_of_the_thing_named_before(texts: Texts) -> None:
    """All who speak of one refinery stand together, also when a sentence only says "it"."""
    (note,) = texts(*REFINERY, ("ریفائنری کی گنجائش یومیہ 4 لاکھ بیرل ہوگی۔", UR))
    assert note.level is Level.CONTRADICTION
    assert [side.sources for side in note.sides] == [("a", "b", "c", "d"), ("e",)]


@pytest.mark.parametrize(
    "other",
    [
        "The country's existing refineries process 450,000 barrels per day.",
        "The pipeline will carry 450,000 barrels per day.",
        "In 2019 the refinery processed 450,000 barrels per day. In 2020 it was closed.",
    ],
)
def test_measures_of_other_things_are_no_contradiction(other: str, texts: Texts) -> None:
    """Existing plants, another kind of plant, another year."""
    assert texts(("2026年该炼油厂日加工能力为30万桶。", ZH), other) == ()


def test_the_start_of_work_contradicts_across_languages(texts: Texts) -> None:
    """A step of one undertaking has one date; the start of another undertaking has its own."""
    zh = ("该炼油厂工程将于2026年6月开工。", ZH)
    ur = ("ریفائنری کی تعمیر کا آغاز ستمبر 2026 میں ہوگا۔", UR)
    assert found(texts(zh, ur)) == [(Dimension.DATE, Level.CONTRADICTION)]
    assert texts(zh, ("ہسپتال کی تعمیر کا آغاز ستمبر 2026 میں ہوگا۔", UR)) == ()
    assert texts(zh, ("الحوار بدأ في سبتمبر 2026.", AR)) == ()


def test_the_next_meeting_is_not_this_meeting(texts: Texts) -> None:
    """Where the next round will be is compared only with where others say that it will be."""
    here = "The strategic dialogue was held in Beijing."
    coming = "The next round of the strategic dialogue will be held in Islamabad."
    assert texts(here, coming) == ()
    (note,) = texts(f"{here} {coming}", here, ("وستعقد الجولة المقبلة من الحوار الاستراتيجي في كراتشي.", AR))
    assert [side.values for side in note.sides] == [("islamabad",), ("karachi",)]


def test_some_of_the_dead_are_counted_apart(texts: Texts) -> None:
    """Two Chinese among fourteen dead contradict three Chinese, not the fourteen."""
    some = "Two Chinese nationals were among the dead in the attack."
    everyone = "The attack in Gwadar killed 14 people."
    assert texts(some, everyone) == ()
    (note,) = texts(
        f"{everyone} {some}",
        ("وكان من بين القتلى في الهجوم ثلاثة مواطنين صينيين.", AR),
        ("袭击遇难者中有两名中国公民。", ZH),
    )
    assert [side.values for side in note.sides] == [("2",), ("3",)]
    assert [side.sources for side in note.sides] == [("a", "c"), ("b",)]


def test_toll_of_a_similar_attack_is_another_toll(texts: Texts) -> None:
    """What a report recalls of an earlier attack contradicts nobody."""
    recalled = "In 2021, nine Chinese workers were killed in a similar attack."
    assert texts(("遇难者中有两名中国公民。", ZH), recalled) == ()


def test_groups_that_claim_an_attack_differ(texts: Texts) -> None:
    """Two groups may both claim it, so this is no contradiction."""
    notes = texts(
        "The Balochistan Liberation Army claimed responsibility for the attack.",
        ("بلوچستان لبریشن آرمی نے حملے کی ذمہ داری قبول کر لی۔", UR),
        ("تحریک طالبان پاکستان مسئولیت این حمله را بر عهده گرفت.", FA),
    )
    assert found(notes) == [(Dimension.AGENT, Level.DIFFERING)]
    assert [side.sources for side in notes[0].sides] == [("a", "b"), ("c",)]


ROUND = "The seventh round of the dialogue was held on January 4, 2026."


def test_a_source_that_tells_two_days_stands_on_one_side(texts: Texts) -> None:
    """Of a meeting and its statement a source may give both days; it is quoted for the day that others lack."""
    both = f"{ROUND} A joint statement was issued on January 5, 2026."
    other = "A joint statement on the seventh round of the dialogue was issued on January 5, 2026."
    (note,) = texts(both, other)
    assert [side.sources for side in note.sides] == [("a",), ("b",)]


def test_the_days_of_a_statement_and_of_a_dialogue_are_of_two_events(texts: Texts) -> None:
    assert texts(ROUND, "A joint statement on the seventh round of the dialogue was issued on January 5, 2026.") == ()


def test_what_is_wanted_is_no_measure_of_what_is(texts: Texts) -> None:
    """A target contradicts another target, not the trade of today or of last year."""
    aim = "The two countries aim to raise bilateral trade to $10 billion by 2030."
    assert texts(aim, ("去年两国贸易额为28亿美元。", ZH)) == ()
    assert texts(aim, "Bilateral trade between the two countries is currently about $3 billion.") == ()
    other = ("دو کشور قصد دارند تا سال ۲۰۳۰ تجارت دوجانبه را به ۱۵ میلیارد دلار برسانند.", FA)
    assert found(texts(aim, other)) == [(Dimension.SUM, Level.CONTRADICTION)]


@pytest.mark.parametrize(
    "other",
    [
        ("کروٹ پن بجلی منصوبہ 720 میگاواٹ بجلی پیدا کرے گا۔", UR),
        "The Karot plant opened in 2022. It has a capacity of 720 MW.",
        "The Hub coal plant has a capacity of 1,320 MW.",
    ],
)
def test_works_with_names_of_their_own_are_apart(other: str | tuple[str, Language], texts: Texts) -> None:
    """Named in the sentence, named before it, or named by a word that no table holds."""
    assert texts(("苏基克纳里水电站装机容量为884兆瓦。", ZH), other) == ()


def test_rounding_leaves_only_the_last_place_open(texts: Texts) -> None:
    """884 may be written 880, but not 870."""
    plant = "The Suki Kinari plant has a capacity of {} MW."
    assert texts(plant.format(884), ("苏基克纳里水电站装机容量为880兆瓦。", ZH)) == ()
    apart = texts(plant.format(884), ("苏基克纳里水电站装机容量为870兆瓦。", ZH))
    assert found(apart) == [(Dimension.COUNT, Level.CONTRADICTION)]


def test_a_list_may_stand_before_what_it_is_a_list_of(texts: Texts) -> None:
    """As in Urdu, where the verb comes last."""
    ur = ("دونوں ممالک نے صنعت، زراعت اور کان کنی کے تین اہم شعبوں پر توجہ مرکوز کرنے پر اتفاق کیا۔", UR)
    assert texts(ur, "They will focus on the three key sectors of industry, agriculture and mining.") == ()
    longer = texts(ur, "They will focus on industry, agriculture, mining and energy.")
    assert found(longer) == [(Dimension.LIST, Level.DIFFERING)]


def test_a_later_round_named_by_its_number_is_not_this_round(texts: Texts) -> None:
    """What will be of the eighth round contradicts nothing of the seventh: not its number, place or date."""
    seventh = "The seventh round of the strategic dialogue was held in Beijing on January 4, 2026."
    zh = "第七轮战略对话在北京举行。第八轮战略对话将于2027年在伊斯兰堡举行。"
    assert texts(seventh, (zh, ZH), ("وستعقد الجولة المقبلة من الحوار الاستراتيجي في إسلام أباد.", AR)) == ()
    assert (Dimension.ORDINAL, Level.CONTRADICTION) in found(texts(seventh, ("第八轮战略对话在北京举行。", ZH)))


def test_days_without_a_year_are_compared_as_days(texts: Texts) -> None:
    """From 3 to 5 January is the same in 2026; to 6 January is not."""
    full = "Dar visited China from January 3 to January 5, 2026."
    assert texts(full, ("اسحاق ڈار نے 3 سے 5 جنوری تک چین کا دورہ کیا۔", UR)) == ()
    (note,) = texts(full, ("اسحاق ڈار نے 3 سے 6 جنوری تک چین کا دورہ کیا۔", UR))
    assert [side.values for side in note.sides] == [("2026-01-03/2026-01-05",), ("--01-03/--01-06",)]


@pytest.mark.parametrize(
    ("characters", "spelt"),
    [
        ("总统陆明远周五任命了新总理。", "President Oscar Lund appointed a new prime minister on Friday."),
        ("部长陆明远周五为大桥揭幕。", "وزیر اوسکر لنڈ نے جمعہ کو پل کا افتتاح کیا۔"),
    ],
)
def test_a_name_in_characters_and_one_that_is_spelt_are_no_contradiction(
    texts: Texts, characters: str, spelt: str
) -> None:
    """Who is 黄仁勋 in Chinese calls himself Jensen Huang."""
    language = EN if spelt.isascii() else UR
    assert texts((characters, ZH), (spelt, language)) == ()
    other = spelt.replace("Oscar Lund", "Emma Falk").replace("اوسکر لنڈ", "عمران قریشی")
    (note,) = texts((spelt, language), (other, language))
    assert note.dimension is Dimension.AGENT
