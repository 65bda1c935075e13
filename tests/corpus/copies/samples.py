"""Invented articles, and what other papers made of them."""

from __future__ import annotations

from datetime import date

from cpecbot.corpus.copies import Copies
from cpecbot.corpus.copies.finding import find_copies
from cpecbot.corpus.loading import build_corpus
from cpecbot.languages import Language
from cpecbot.models import Article
from fakes.languages import AR, EN, FA, UR, ZH

BRIDGE = (
    "The governor opened a cable bridge over the Hunza river on Tuesday, ending a detour of 64 kilometres.",
    "The bridge is 310 metres long and took three years to build.",
    "It cost $48 million, of which the province paid a quarter.",
    "About 1,200 vehicles a day are expected to use it in summer.",
    "Villagers had asked for a crossing since a landslide buried the old road.",
    "Two engineers were injured when a scaffold fell last winter.",
    "The contractor has promised to maintain the ropes for ten years.",
    "A toll of Rs50 will be charged from September.",
)
RETOLD = (
    "A cable bridge across the Hunza river was inaugurated by the governor on Tuesday, doing away with a 64-kilometre "
    "detour.",
    "Built over three years, the bridge has a length of 310 metres.",
    "Its cost was $48 million, and the province bore a quarter of it.",
    "In summer some 1,200 vehicles are likely to cross it daily.",
    "Since a landslide buried the old road, villagers had been demanding a crossing.",
    "Last winter two engineers were hurt when a scaffold collapsed.",
    "For ten years the contractor has pledged to look after the ropes.",
    "From September a toll of Rs50 will have to be paid.",
)
OWN = (
    "For the first time in her life Zainab Bibi walked to school on Wednesday without getting her feet wet.",
    "The footpath of the new cable bridge saves the pupils of Sarat a climb of two hours.",
    "Her teacher has ordered benches for 40 more children.",
    "Shopkeepers on the old detour, meanwhile, fear for their trade.",
    "Not everybody trusts the ropes, which hum in the wind.",
    "The governor came by helicopter and left before the tea was served.",
)
# What an agency wrote, and the same as a machine puts it otherwise.
PARAPHRASES: tuple[tuple[Language, str, str], ...] = (
    (EN, " ".join(BRIDGE), " ".join(RETOLD)),
    (
        AR,
        "افتتح وزير النقل يوم الأربعاء خط القطار السريع بين المدينتين بطول 215 كيلومتراً. "
        "وتبلغ كلفة المشروع 3.4 مليارات دولار، دفعت الحكومة ثلثها. "
        "ويتسع القطار الواحد لنحو 480 راكباً في الرحلة. "
        "وقال الوزير إن الرحلة ستستغرق 70 دقيقة بدلاً من ثلاث ساعات. "
        "وسيُعيَّن 900 موظف جديد في المحطات قبل نهاية العام. "
        "وتوقف العمل في النفق الشمالي خمسة أشهر بسبب السيول.",
        "دشّن وزير النقل الأربعاء خط القطار السريع الرابط بين المدينتين والبالغ طوله 215 كيلومتراً. "
        "ووصلت كلفة المشروع إلى 3.4 مليارات دولار تحملت الحكومة ثلثها. "
        "ويستوعب كل قطار حوالي 480 راكباً في الرحلة الواحدة. "
        "وأوضح الوزير أن الرحلة ستختصر إلى 70 دقيقة بعد أن كانت ثلاث ساعات. "
        "ومن المقرر توظيف 900 موظف جديد في المحطات قبل نهاية العام. "
        "وكانت السيول قد أوقفت العمل في النفق الشمالي لمدة خمسة أشهر.",
    ),
    (
        FA,
        "شهردار روز دوشنبه بزرگترین بوستان شهر را با مساحت ۸۵ هکتار گشود. "
        "برای ساخت این بوستان ۳۲۰ میلیارد تومان هزینه شده است. "
        "در آن ۱۴ هزار درخت بومی کاشته‌اند. "
        "به گفته شهردار، آبیاری درختان با پساب تصفیه‌شده انجام می‌شود. "
        "۶۰ نگهبان در سه نوبت از بوستان مراقبت می‌کنند. "
        "ساخت دریاچه به سبب کم‌آبی دو سال عقب افتاد.",
        "بزرگترین بوستان شهر به مساحت ۸۵ هکتار روز دوشنبه به دست شهردار افتتاح شد. "
        "هزینه ساخت این بوستان ۳۲۰ میلیارد تومان بوده است. "
        "۱۴ هزار اصله درخت بومی در آن کاشته شده است. "
        "شهردار گفت درختان با پساب تصفیه‌شده آبیاری می‌شوند. "
        "مراقبت از بوستان را ۶۰ نگهبان در سه نوبت بر عهده دارند. "
        "کم‌آبی ساخت دریاچه را دو سال به تأخیر انداخت.",
    ),
    (
        UR,
        "وزیر اعلیٰ نے جمعرات کو شہر میں 350 بستروں کے نئے ہسپتال کا افتتاح کیا۔ "
        "ہسپتال کی تعمیر پر 7 ارب روپے لاگت آئی۔ "
        "اس میں 18 آپریشن تھیٹر اور ایک بلڈ بینک قائم کیا گیا ہے۔ "
        "وزیر اعلیٰ نے کہا کہ غریب مریضوں کا علاج مفت ہو گا۔ "
        "عملے میں 420 ڈاکٹر اور نرسیں شامل ہوں گی۔ "
        "منصوبہ فنڈز کی کمی کے باعث دو سال تاخیر کا شکار رہا۔",
        "شہر میں 350 بستروں پر مشتمل نئے ہسپتال کا افتتاح جمعرات کو وزیر اعلیٰ نے کر دیا۔ "
        "7 ارب روپے کی لاگت سے ہسپتال تعمیر کیا گیا۔ "
        "یہاں 18 آپریشن تھیٹروں کے علاوہ ایک بلڈ بینک بھی بنایا گیا ہے۔ "
        "وزیر اعلیٰ کا کہنا تھا کہ غریب مریضوں کا مفت علاج کیا جائے گا۔ "
        "420 ڈاکٹر اور نرسیں عملے کا حصہ ہوں گی۔ "
        "فنڈز نہ ہونے کی وجہ سے منصوبہ دو سال تاخیر سے مکمل ہوا۔",
    ),
    (
        ZH,
        "市长周三宣布，全长42公里的环湖绿道正式开放。工程总投资9.6亿元，历时三年建成。沿线设有28个驿站和6座观景台。"
        "园林局局长说，绿道每天可接待游客3.5万人次。今年还将新增1500辆共享单车。去年的暴雨曾使南段停工两个月。",
        "据市长周三介绍，环湖绿道已正式对外开放，全长42公里。该工程耗时三年，总投资达9.6亿元。绿道沿线共建有28个驿站、6座观景台。"
        "园林局局长表示，绿道每日能够接待3.5万人次的游客。今年还计划再投放1500辆共享单车。受去年暴雨影响，南段一度停工两个月。",
    ),
)


def article(source: str, text: str, language: Language = EN, day: int | None = None) -> Article:
    return Article(source, text, language, published=date(2031, 5, day) if day else None)


def found(*articles: Article) -> Copies:
    return find_copies(build_corpus(articles))


def pair(one: str, other: str, language: Language = EN) -> Copies:
    """The copies of two texts, ``a`` of the first day and ``b`` of the next."""
    return found(article("a", one, language, 1), article("b", other, language, 2))


def printed(copies: Copies) -> list[str]:
    """The sources of each telling, in the order of the first."""
    tellings = sorted(set(copies.tellings.values()), key=lambda told: told[0].span)
    return ["".join(sentence.source for sentence in told) for told in tellings]
