"""What a question asks for, in five languages."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cpecbot.errors import GlossaryError
from cpecbot.language.questions import kinds
from cpecbot.language.questions.kinds import question_words
from cpecbot.language.questions.words import Word
from cpecbot.language.questions.words import words_of as cut_question
from cpecbot.languages import Language, load_languages
from cpecbot.models import QuestionKind
from fakes.languages import AR, EN, LANGUAGES, UR

WHEN = {
    "en": [
        "When did the talks end?",
        "On what date did the minister arrive?",
        "In which year was the port leased?",
        "Can you tell me when the railway opens?",
        "What was the date of the summit?",
        "And when is the next meeting?",
    ],
    "ar": [
        "متى وصل الوفد إلى بكين؟",
        "في أي تاريخ وُقّعت الاتفاقية؟",
        "ومتى تعقد القمة المقبلة؟",
        "هل تعرف متى افتتح المطار؟",
        "ما موعد الاجتماع القادم؟",
    ],
    "fa": [
        "نشست سران چه زمانی برگزار شد؟",
        "در چه تاریخی توافقنامه امضا شد؟",
        "فرودگاه کی افتتاح شد؟",
        "آیا می‌دانید وزیر چه روزی وارد شد؟",
    ],
    "ur": [
        "وزیر خارجہ کب پہنچے؟",
        "معاہدے پر کس تاریخ کو دستخط ہوئے؟",
        "کیا آپ بتا سکتے ہیں کہ اجلاس کب ہوگا؟",
        "ہوائی اڈہ کس سال کھلا؟",
    ],
    "zh": [
        "机场什么时候启用？",
        "代表团何时抵达？",
        "会议在哪一天举行？",
        "你知道协议什么时候签署的吗？",
        "機場什麼時候啟用？",
    ],
}
WHERE = {
    "en": [
        "Where was the forum held?",
        "In which city did they meet?",
        "Where is the port?",
        "Tell me where the next summit will be.",
    ],
    "ar": ["أين عقد المنتدى؟", "في أي مدينة التقى الوزيران؟", "من أين انطلقت القافلة؟", "إلى أين سافر الرئيس؟"],
    "fa": ["همایش کجا برگزار شد؟", "دو وزیر در کدام شهر دیدار کردند؟"],
    "ur": ["فورم کہاں منعقد ہوا؟", "دونوں وزراء کس شہر میں ملے؟"],
    "zh": ["论坛在哪里举行？", "两位部长在哪个城市会面？", "下一届会议在什么地方召开？"],
}
WHO = {
    "en": [
        "Who signed the agreement?",
        "By whom was he invited?",
        "Which minister led the delegation?",
        "Which countries took part?",
    ],
    "ar": ["من وقع الاتفاقية؟", "من هو رئيس الوفد؟", "أي وزير زار كراتشي؟", "ومن ترأس الاجتماع؟"],
    "fa": ["چه کسی قرارداد را امضا کرد؟", "رئیس هیئت کیست؟", "وزیر به دعوت چه کسی سفر کرد؟"],
    "ur": ["معاہدے پر کس نے دستخط کیے؟", "وفد کی قیادت کون کر رہا تھا؟", "کن ممالک نے شرکت کی؟"],
    "zh": ["谁签署了协议？", "代表团由谁率领？", "哪些国家参加了会议？", "请问是哪位部长出席？"],
}
HOW_MANY = {
    "en": [
        "How many projects were completed?",
        "How many jobs will it create?",
        "Which round of talks was it?",
        "How long did the visit last?",
    ],
    "ar": ["كم عدد المشاريع المنجزة؟", "كم مشروعا اكتمل؟", "أي جولة من المحادثات كانت هذه؟"],
    "fa": ["چند پروژه تکمیل شد؟", "چه تعداد شغل ایجاد می‌شود؟", "این چندمین دور مذاکرات بود؟"],
    "ur": ["کتنے منصوبے مکمل ہوئے؟", "یہ مذاکرات کا کون سا دور تھا؟"],
    "zh": ["完成了多少个项目？", "这是第几轮会谈？", "访问持续了几天？"],
}
HOW_MUCH = {
    "en": [
        "How much did the bank lend?",
        "How many billion dollars were pledged?",
        "What is the value of the loan?",
        "How long is the new motorway?",
    ],
    "ar": ["كم مليار دولار بلغت القروض؟", "بكم قدرت الاستثمارات؟", "ما حجم التبادل التجاري؟", "كم يبلغ طول الطريق؟"],
    "fa": ["چند میلیارد دلار وام داده شد؟", "چقدر سرمایه جذب شد؟", "طول جاده چند کیلومتر است؟"],
    "ur": ["کتنے ارب ڈالر قرض دیا گیا؟", "منصوبے پر کتنی رقم خرچ ہوئی؟", "سڑک کتنے کلومیٹر لمبی ہے؟"],
    "zh": ["贷款多少亿美元？", "铁路全长多少公里？", "这条公路有多长？", "项目花了多少钱？"],
}
YES_NO = {
    "en": [
        "Did the bank approve the loan?",
        "Is the airport open?",
        "Will they meet again?",
        "Has the treaty been signed when they met?",
    ],
    "ar": ["هل وافق البنك على القرض؟", "هل اكتمل المطار؟"],
    "fa": ["آیا بانک وام را تصویب کرد؟", "آیا فرودگاه باز است؟"],
    "ur": ["کیا بینک نے قرض کی منظوری دی؟", "کیا ہوائی اڈہ کھل گیا ہے؟"],
    "zh": ["银行批准贷款了吗？", "双方是否签署了协议？"],
}
WHY = {
    "en": [
        "Why was the visit postponed?",
        "What caused the flood?",
        "What was the reason for the delay?",
        "For what reason did he resign?",
        "Can you tell me why trains stopped?",
    ],
    "ar": ["لماذا تأجلت الزيارة؟", "ما سبب الفيضان؟", "ولماذا استقال الوزير؟", "ما الذي أدى إلى التأخير؟"],
    "fa": ["چرا سفر به تعویق افتاد؟", "علت تاخیر قطار چه بود؟", "وزیر به چه دلیل استعفا داد؟"],
    "ur": ["دورہ کیوں ملتوی ہوا؟", "سیلاب کی وجہ کیا تھی؟", "وزیر نے کس وجہ سے استعفیٰ دیا؟"],
    "zh": ["访问为什么推迟？", "洪水是什么原因造成的？", "火车怎么会晚点？", "部长辞职的原因是什么？"],
}
TOPIC = {
    "en": [
        "What did they say about tariffs?",
        "Tell me about the railway.",
        "floods in Sindh",
        "What did the minister who resigned say?",
    ],
    "ar": [
        "ماذا قال الوزير عن الرسوم الجمركية؟",
        "من المتوقع أن ترتفع الصادرات",
        "كيف سترد الحكومة؟",
    ],
    "fa": ["وزیر درباره تعرفه‌ها چه گفت؟", "سیل در سند"],
    "ur": [
        "وزیر نے محصولات کے بارے میں کیا کہا؟",
        "کیا کہا گیا سیلاب کے بارے میں؟",
        "کون سے شعبوں میں تعاون ہوگا؟",
    ],
    "zh": ["部长对关税怎么看？", "双方将在哪些领域合作？", "信德省洪水"],
}
KINDS = {
    QuestionKind.WHEN: WHEN,
    QuestionKind.WHERE: WHERE,
    QuestionKind.WHO: WHO,
    QuestionKind.HOW_MANY: HOW_MANY,
    QuestionKind.HOW_MUCH: HOW_MUCH,
    QuestionKind.WHY: WHY,
    QuestionKind.YES_NO: YES_NO,
    QuestionKind.TOPIC: TOPIC,
}
# Spoken forms, and words for periods, offices, ages and prices.
LESS_COMMON = {
    QuestionKind.WHEN: {
        "en": [
            "What period does the plan cover?",
            "Until which year does the lease run?",
            "Whens the next summit?",
            "Over what period will the loan be repaid?",
            "On what days did the minister stay in Beijing?",
        ],
        "ar": [
            "إمتى وصل الوفد؟",
            "ما الفترة التي تغطيها الخطة؟",
            "حتى متى يستمر المشروع؟",
            "في أي أيام زار الوزير بكين؟",
        ],
        "fa": [
            "برنامه اقدام چه سال‌هایی را در بر می‌گیرد؟",
            "وزیر چه روزهایی در پکن بود؟",
            "قرارداد تا کی اعتبار دارد؟",
            "طرح از چه سالی آغاز شد؟",
            "این برنامه چه دوره‌ای را پوشش می‌دهد؟",
        ],
        "ur": [
            "یہ منصوبہ کن سالوں پر محیط ہے؟",
            "وزیر کن دنوں بیجنگ میں تھے؟",
            "معاہدہ کب تک نافذ رہے گا؟",
            "بندرگاہ کب سے فعال ہے؟",
        ],
        "zh": ["行动计划涵盖哪几年？", "会议从什么时候开始？", "协议的有效期到什么时候？", "部长哪几天在北京？"],
    },
    QuestionKind.WHERE: {
        "en": ["wheres the airport", "What is the location of the port?", "Which venue hosted the talks?"],
        "ar": ["وين انعقد الاجتماع؟", "فين الميناء؟", "ما هي المدينة التي استضافت القمة؟"],
        "fa": ["بندر کجاست؟", "کدوم شهر میزبان بود؟"],
        "ur": ["کون سا شہر میزبان تھا؟", "وفد کہاں سے آیا؟"],
        "zh": ["机场在哪？", "代表团去哪里访问？"],
    },
    QuestionKind.WHO: {
        "en": [
            "What post does the visitor hold?",
            "What position does he hold in the party?",
            "Whos the spokesperson?",
            "Which ministers attended?",
        ],
        "ar": ["مين وقع الاتفاق؟", "ما منصب المسؤول الصيني؟", "من الذين حضروا الحفل؟"],
        "fa": ["او چه سمتی دارد؟", "وزیر با چه کسی دیدار کرد؟", "کدام مقامات حضور داشتند؟"],
        "ur": ["ان کے پاس کون سا عہدہ ہے؟", "کن رہنماؤں نے خطاب کیا؟", "اجلاس میں کون کون شریک ہوا؟"],
        "zh": ["他担任什么职务？", "协议由谁签署？", "哪两个国家签署了协议？"],
    },
    QuestionKind.HOW_MANY: {
        "en": [
            "How old is the ambassador?",
            "For how long will the port be leased?",
            "How often do the ministers meet?",
        ],
        "ar": ["كام مشروع اكتمل؟", "كم مدة عقد الإيجار؟", "كم عمر السفير؟"],
        "fa": ["چندتا پروژه تمام شد؟", "ساخت جاده چه مدت طول کشید؟", "سفیر چند ساله است؟"],
        "ur": ["تعمیر میں کتنا عرصہ لگا؟", "سفیر کی عمر کتنی ہے؟", "وزراء کتنی دفعہ ملے؟"],
        "zh": ["工程用了多久？", "两国外长会晤了几次？", "大使多大年纪？", "这是第几届峰会？"],
    },
    QuestionKind.HOW_MUCH: {
        "en": [
            "How far is the port from the border?",
            "What is the interest rate on the loan?",
            "How big is the industrial park?",
            "What was the price of the turbines?",
        ],
        "ar": ["ما سعر القمح؟", "كم مساحة المنطقة الحرة؟", "بكام القرض؟"],
        "fa": ["قیمت گندم چقدر است؟", "مساحت منطقه آزاد چقدر است؟"],
        "ur": ["گندم کی قیمت کیا ہے؟", "بندرگاہ سرحد سے کتنی دور ہے؟"],
        "zh": ["小麦什么价格？", "港口离边境多远？", "园区面积多大？"],
    },
    QuestionKind.YES_NO: {
        "en": ["Are there any new projects?", "May the minister attend?"],
        "ar": ["هل توجد مشاريع جديدة؟"],
        "fa": ["ایا پروژه تازه‌ای هست؟"],
        "ur": ["کیا کوئی نیا منصوبہ ہے؟"],
        "zh": ["有没有新项目？", "公路已经建成了，对么？"],
    },
    QuestionKind.WHY: {
        "en": ["What reason was given for the delay?", "How come the bridge is shut?", "What lay behind the strike?"],
        "ar": ["ليش تأجلت الزيارة؟", "ما الدافع وراء الإضراب؟"],
        "fa": ["به چه دلیل سفر لغو شد؟", "چی شد که مذاکرات شکست خورد؟", "چه چیزی باعث اعتصاب شد؟"],
        "ur": ["کس وجہ سے دورہ منسوخ ہوا؟", "کس لیے سڑک بند کی گئی؟"],
        "zh": ["访问为何推迟？", "是什么导致了罢工？"],
    },
    QuestionKind.TOPIC: {
        "en": ["What was said of the delay?", "whats new about the railway", "On what did they disagree?"],
        "ar": ["شو قال الوزير عن القرض؟", "ما موقف الحكومة من الرسوم؟"],
        "fa": ["چه خبر از راه‌آهن؟"],
        "ur": ["وزراء نے کن امور پر بات کی؟"],
        "zh": ["双方采取了哪些措施？"],
    },
}
CASES = [
    (question, LANGUAGES[language], kind)
    for kinds in (KINDS, LESS_COMMON)
    for kind, languages in kinds.items()
    for language, questions in languages.items()
    for question in questions
]


@pytest.mark.parametrize(("question", "language", "kind"), CASES)
def test_question_words_tell_the_kind(question: str, language: Language, kind: QuestionKind) -> None:
    assert question_words(language).kind(question) is kind


def test_asking_words_and_openings_have_spans() -> None:
    """What a question asks with is no part of what it is about."""
    question = "Can you tell me in which city they met?"
    slices = [span.slice(question) for span in question_words(EN).spans(question)]
    assert slices == ["Can", "you", "tell", "me", "in", "which", "city"]


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("When's the next round?", QuestionKind.WHEN),
        ("whats the date of the summit", QuestionKind.WHEN),
        ("Who’s the ambassador?", QuestionKind.WHO),
        ("where's Kashgar", QuestionKind.WHERE),
    ],
)
def test_contracted_question_words_count(question: str, kind: QuestionKind) -> None:
    assert question_words(EN).kind(question) is kind
    assert question_words(EN).spans(question)[0].start == 0


def test_a_pattern_may_need_words_that_stay_in_the_topic() -> None:
    question = "سی پیک میں کتنی سرمایہ کاری ہوئی؟"
    assert question_words(UR).kind(question) is QuestionKind.HOW_MUCH
    assert [span.slice(question) for span in question_words(UR).spans(question)] == ["کتنی"]


def test_a_topic_keeps_its_words() -> None:
    assert question_words(UR).spans("کون سے شعبوں میں تعاون ہوگا؟") == ()


def test_vocabulary_is_folded() -> None:
    assert {"متي", "اين"} <= question_words(AR).vocabulary


@settings(max_examples=50, deadline=None)
@given(st.text(max_size=60), st.sampled_from(list(LANGUAGES)))
def test_any_text_has_a_kind_and_ordered_spans(text: str, language: Language) -> None:
    assert question_words(language).kind(text) in QuestionKind
    spans = question_words(language).spans(text)
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    assert list(spans) == sorted(spans)


# --- mechanisms that a language's file switches on --------------------------------------------------------------------


@pytest.fixture
def toy(tmp_path: Path) -> Callable[[str], Language]:
    """A language with nothing but its questions, beside English."""

    def make(questions: str, profile: str = 'script = "latin"\nlocale = "de"') -> Language:
        (tmp_path / "en").mkdir()
        (tmp_path / "en" / "language.toml").write_text('script = "latin"\nlocale = "en"\nfallback = true', "utf-8")
        (tmp_path / "xx").mkdir()
        (tmp_path / "xx" / "language.toml").write_text(profile, "utf-8")
        (tmp_path / "xx" / "questions.toml").write_text(questions, "utf-8")
        return load_languages(tmp_path)["xx"]

    return make


def test_without_any_pattern_every_question_is_about_a_topic(toy: Callable[[str], Language]) -> None:
    words = question_words(toy(""))
    assert words.kind("When's the round?") is QuestionKind.TOPIC
    assert words.spans("When's the round?") == ()


def test_a_contraction_is_read_as_two_words(toy: Callable[[str], Language]) -> None:
    language = toy('when = ["wann ist"]\ncontraction = { word = "ist", endings = ["\'s", "s"], after = ["wann"] }')
    words = question_words(language)
    assert [words.kind(text) for text in ("Wann's?", "wanns", "wann ist", "wann", "wenns")] == [
        *[QuestionKind.WHEN] * 3,
        *[QuestionKind.TOPIC] * 2,
    ]
    assert [span.slice("So Wann's das?") for span in words.spans("So Wann's das?")] == ["Wann", "'s"]


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("umwann kam er", QuestionKind.WHEN),
        ("wann kam er", QuestionKind.WHEN),
        ("umzug kam", QuestionKind.TOPIC),
        ("er kam umwann", QuestionKind.TOPIC),
        ("umwer kam", QuestionKind.WHERE),
    ],
)
def test_a_word_written_onto_the_first_one_is_left_off_where_only_then_it_is_known(
    toy: Callable[[str], Language], question: str, kind: QuestionKind
) -> None:
    words = question_words(toy('joined = ["an", "um"]\nwhen = ["wann"]\nwhere = ["umwer"]\nwho = ["wer"]'))
    assert words.kind(question) is kind


def test_arabic_writes_and_onto_the_question_word() -> None:
    question = "ومتى انعقدت الجولة؟"
    assert question_words(AR).kind(question) is QuestionKind.WHEN
    assert [span.slice(question) for span in question_words(AR).spans(question)] == ["ومتى"]


@pytest.mark.parametrize(
    ("questions", "problem"),
    [
        ('joined = ["w n"]', "joined.0"),
        ('when = ["?"]', "when.0"),
        ('contraction = { word = "ist", endings = [], after = ["wann"] }', "contraction.endings"),
        ('contraction = { endings = ["s"], after = ["wann"] }', "contraction.word"),
        ('wen = ["wann"]', "wen: no such key"),
    ],
)
def test_a_mistake_in_the_file_is_named(toy: Callable[[str], Language], questions: str, problem: str) -> None:
    with pytest.raises(GlossaryError, match=rf"questions\.toml, line 1: {problem}"):
        question_words(toy(questions))


def test_a_question_is_cut_once_for_all_who_ask_what_it_asks_for(
    toy: Callable[[str], Language], monkeypatch: pytest.MonkeyPatch
) -> None:
    cut: list[str] = []

    def words_of(text: str, language: Language) -> tuple[Word, ...]:
        cut.append(text)
        return cut_question(text, language)

    asking = question_words(toy('who = ["kiu"]'))
    monkeypatch.setattr(kinds, "words_of", words_of)
    assert asking.kind("kiu venis") is QuestionKind.WHO
    assert [span.slice("kiu venis") for span in asking.spans("kiu venis")] == ["kiu"]
    assert asking.read("kiu venis") is asking.read("kiu venis")
    assert cut == ["kiu venis"]
