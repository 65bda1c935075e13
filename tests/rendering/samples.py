"""Answers made by hand from the real articles, for every way of showing one."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from cpecbot.languages import Language
from cpecbot.models import (
    Answer,
    Article,
    Dimension,
    Disagreement,
    Level,
    QuestionKind,
    Quote,
    Reason,
    Side,
    Span,
    Status,
)
from fakes.languages import AR, EN, FA, UR, ZH

SEEDS = Path(__file__).parents[2] / "seeds"
FACTS: dict[str, tuple[Language, str | None, str | None, date | None, tuple[str, ...]]] = {
    "000": (AR, None, None, None, ()),
    "001": (AR, None, None, None, ("Xinhua",)),
    "002": (FA, "خبرگزاری صدا و سیما", "اسلام آباد", date(2026, 1, 5), ("اکسپرس نیوز",)),
    "003": (EN, None, "Beijing", None, ()),
    "004": (EN, "APP", "Islamabad", date(2026, 1, 5), ()),
}
QUESTIONS = {
    EN: "Which round of the strategic dialogue was it?",
    AR: "ما هي جولة الحوار الاستراتيجي؟",
    FA: "چندمین دور گفت‌وگوی راهبردی بود؟",
    UR: "اسٹریٹجک ڈائیلاگ کا کون سا دور تھا؟",
    ZH: "这是第几轮战略对话？",
}
_LABELS = {
    "round": {
        EN: "round",
        AR: "الجولة",
        FA: "دور",
        UR: "دور",
        ZH: "轮",
    },
    "strategic_dialogue": {
        EN: "strategic dialogue",
        AR: "الحوار الاستراتيجي",
        FA: "گفت‌وگوی راهبردی",
        UR: "اسٹریٹجک ڈائیلاگ",
        ZH: "战略对话",
    },
    "third_party": {
        EN: "third-party participation",
        AR: "مشاركة طرف ثالث",
        FA: "مشارکت طرف ثالث",
        UR: "تیسرے فریق کی شرکت",
        ZH: "第三方参与",
    },
    "gwadar_port": {
        EN: "Gwadar Port",
        AR: "ميناء جوادر",
        FA: "بندر گوادر",
        UR: "گوادر بندرگاہ",
        ZH: "瓜达尔港",
    },
    "agriculture": {
        EN: "agriculture",
        AR: "الزراعة",
        FA: "کشاورزی",
        UR: "زراعت",
        ZH: "农业",
    },
    "afghanistan": {
        EN: "Afghanistan",
        AR: "أفغانستان",
        FA: "افغانستان",
        UR: "افغانستان",
        ZH: "阿富汗",
    },
}


def label(concept: str, language: Language) -> str:
    return _LABELS.get(concept, {}).get(language, concept)


def load_articles() -> dict[str, Article]:
    articles = {}
    for path in sorted(SEEDS.glob("*.txt")):
        with path.open(encoding="utf-8", newline="") as file:
            text = file.read()
        language, outlet, place, published, cites = FACTS[path.stem[:3]]
        url = "https://www.app.com.pk/cpec" if path.stem[:3] == "004" else None
        articles[path.stem] = Article(path.stem, text, language, outlet, place, published, url=url, cites=cites)
    return articles


ARTICLES = load_articles()


def quote(source: str, first: str, last: str, *highlights: str, gloss: tuple[str, ...] = ()) -> Quote:
    """The words from ``first`` to ``last`` of the article whose id begins with ``source``."""
    name = next(name for name in ARTICLES if name.startswith(source))
    text = ARTICLES[name].text
    start = text.index(first)
    end = text.index(last, start) + len(last)
    marks = []
    for words in highlights:
        at = text.index(words, start, end)
        marks.append(Span(at, at + len(words)))
    return Quote(name, Span(start, end), text[start:end], ARTICLES[name].language, 1.0, tuple(sorted(marks)), gloss)


SEVENTH_EN = quote("003", "This reaffirmation", "Beijing.", "Seventh Round")
HELD_EN = quote("004", "On January 4", "in Beijing.", "Seventh Round")
SEVENTH_AR = quote("001", "جاء ذلك", "بكين.", "الجولة السابعة")
SEVENTH_FA = quote("002", "هفتمین دور", "توافق کردند.", "هفتمین دور")
FIFTH_AR = quote("000", "جاء ذلك", "العاصمة بكين", "الجولة الخامسة")
_GLOSS = {
    EN: ("seventh round", "strategic dialogue", "Beijing"),
    AR: ("الجولة السابعة", "الحوار الاستراتيجي", "بكين"),
    FA: ("دور هفتم", "گفت‌وگوی راهبردی", "پکن"),
    UR: ("ساتواں دور", "اسٹریٹجک ڈائیلاگ", "بیجنگ"),
    ZH: ("第七轮", "战略对话", "北京"),
}
ROUND_NOTE = Disagreement(
    kind="ordinal",
    level=Level.CONTRADICTION,
    subject="round",
    dimension=Dimension.ORDINAL,
    sides=(
        Side(("5",), (quote("000", "الجولة الخامسة", "الأمريكي", "الجولة الخامسة"),)),
        Side(
            ("7",),
            (
                quote("001", "الجولة السابعة من الحوار الاستراتيجي", "الاستراتيجي", "الجولة السابعة"),
                quote("002", "هفتمین دور", "برگزار شد", "هفتمین دور"),
                quote("003", "the Seventh Round", "Strategic Dialogue", "Seventh Round"),
                quote("004", "the Seventh Round", "Strategic Dialogue", "Seventh Round"),
            ),
        ),
    ),
    other_event=(FIFTH_AR.source,),
)
INSIDE_NOTE = Disagreement(
    kind="party",
    level=Level.CONTRADICTION,
    subject="strategic_dialogue",
    dimension=Dimension.PARTY,
    sides=(
        Side(("china", "usa"), (quote("000", "الحوار الاستراتيجي الصيني الأمريكي", "الأمريكي"),)),
        Side(("china", "pakistan"), (quote("000", "لنائب رئيس الوزراء", "وانغ يي"),)),
    ),
)
CONDITION_NOTE = Disagreement(
    kind="condition",
    level=Level.WORDING,
    subject="third_party",
    dimension=Dimension.CONDITION,
    sides=(
        Side(("agreements",), (quote("003", "third-party participation", "and China", "agreements"),)),
        Side(("modalities",), (quote("004", "third-party participation", "and Pakistan", "modalities"),)),
    ),
)


def answered(language: Language = EN) -> Answer:
    """A question that every source answers, with a contradiction, one inside a source, and a difference in wording."""
    quotes = []
    for found in (HELD_EN, SEVENTH_AR, SEVENTH_FA, FIFTH_AR, SEVENTH_EN):
        gloss = _GLOSS[language] if found.language is not language else ()
        quotes.append(Quote(found.source, found.span, found.text, found.language, 1.0, found.highlights, gloss))
    quotes.sort(key=lambda found: found.language is not language)
    return Answer(
        question=QUESTIONS[language],
        language=language,
        kind=QuestionKind.TOPIC,
        status=Status.ANSWERED,
        quotes=tuple(quotes[:4]),
        disagreements=(CONDITION_NOTE, ROUND_NOTE, INSIDE_NOTE),
        silent_sources=(quotes[4].source,),
        did_you_mean=None,
    )


def unanswered(language: Language = EN) -> Answer:
    """A question whose topic is known but whose date nobody gives."""
    return Answer(
        question="When was Gwadar Port built?",
        language=language,
        kind=QuestionKind.WHEN,
        status=Status.NO_ANSWER,
        nearest=quote(
            "004", "The two sides agreed to focus", "development.", "Gwadar Port", gloss=_GLOSS[language][:1]
        ),
        reason=Reason.KIND_MISSING,
        did_you_mean="When was Gwadar Port built?",
        missing=("Karachi–Peshawar", "کراچی"),
        silent_sources=(SEVENTH_AR.source, SEVENTH_FA.source),
    )
