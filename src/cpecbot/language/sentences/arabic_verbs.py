"""Recognising a perfect-tense verb of news Arabic at the head of a clause, by its form and the word after it.

The verbs are those of reporting, diplomacy and official business. Everything is compared folded (see ``folding``).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cpecbot.language.text.folding import fold_text


def folded(words: str) -> frozenset[str]:
    """The folded words of a list set apart by white space."""
    return frozenset(fold_text(words).split())


# Sound verbs as the third person singular masculine; the other persons only add an ending.
_SOUND = folded(
    """
    قال ذكر أضاف أكد أعلن أوضح أشار صرح أفاد أورد نقل أخبر أبلغ بيّن أبرز لفت نوه شدد جدد كرر أعاد أعرب عبر أشاد ثمن
    قدر رحب هنأ شكر عزز دعم ساند أيد وافق اتفق توافق أجمع قرر قرّر تعهد التزم وعد ضمن طالب طلب ناشد حث شجع حذر نبه
    هدد ندد أدان شجب استنكر انتقد اتهم رفض عارض استبعد أنكر كذب اعترض احتج اقترح عرض طرح قدم تقدم تناول تطرق ناقش
    بحث تباحث تشاور تبادل استعرض راجع تابع درس نظر تدارس قيّم اعتبر وصف عد توقع رجح لاحظ اعترف أقر كشف شرح فسر حدد
    خصص منح وقع أبرم أطلق دشن افتتح اختتم عقد انعقد استضاف ترأس حضر شارك ساهم أسهم زار وصل غادر سافر استقبل ودع
    اجتمع قام واصل استمر استأنف بدأ باشر انطلق شهد تضمن شمل تمخض أسفر أثمر نص صدر أصدر نشر وجه سلم تسلم رد علق تحدث
    دعّم أمر كلف عين أنشأ أسس شكل نفذ أنجز أكمل وسع طور مدد رفع خفض زاد ارتفع انخفض تراجع سجل بلغ حقق تجاوز وضع ربط
    حافظ اعتمد تبنى أدرج أوصل أعد ركز تمسك احترم أعطى سمح منع أوقف ألزم اشترط استشهد استذكر احتفل تم
    أثار اطلع استمع تفقد أظهر أثبت ألمح أهاب حصل خلص خاطب عرف حل انضم انسحب بارك تزامن تعاون تقاسم تطلع استهدف اندلع
    """
)
# Weak-final verbs: the last letter drops or turns to ya before the ending.
_WEAK = folded(
    """
    دعا أبدى أجرى ألقى التقى تلقى أوصى نفى رأى أدلى أثنى تمنى أنهى أعطى سعى جرى حظي نعى تبنى تولى أولى نادى
    """
)
# Written like a verbal noun or a particle, so that the next word must show that they are verbs.
_AMBIGUOUS = folded(
    """
    ذكر نقل عبر دعم شكر هنأ تعهد وعد طلب حث حذر شجب رفض كذب عرض طرح قدم تقدم تناول تطرق بحث تباحث تشاور تبادل درس
    نظر تدارس وصف عد توقع كشف شرح منح وقع عقد ودع رد نص نشر وجه سلم تسلم تحدث أمر عين شكل رفع خفض تراجع سجل
    تجاوز وضع ربط منع تمسك توافق ضمن ثمن قدر لفت تبنى تولى أولى تمنى علق سمح
    عرف حل تزامن تعاون تقاسم تطلع
    """
)
COMPLEMENTS = folded("أن إن أنه أنها إنه إنها بأن عن إلى")
_SUBJECTS = folded(
    """
    الجانب الطرف الوزير الوزيرة الوزراء الرئيس الرئيسة البيان المتحدث المتحدثة المسؤول المسؤولون المصدر السفير
    السفيرة المندوب المبعوث الأمين المدير المستشار القائد المجتمعون المشاركون المجتمعين الاجتماع اللقاء القادة
    المجلس الوفد الحزب الحكومة رئيس وزير وزيرة وزيرا وزراء نائب ممثل سفير مسؤول مسؤولون مصدر متحدث بيان رئيسا مجلس
    وكيل مدير مبعوث أمين مستشار قائد الزعيم
    """
)
# A nominative dual right after a word makes that word a verb: after a noun it would be genitive (…ين).
_DUALS = folded(
    "الجانبان الطرفان البلدان الوزيران الدولتان الرئيسان الزعيمان الوفدان المسؤولان الحكومتان الشعبان الشريكان"
)


def names_subject(word: str) -> bool:
    """Whether the folded word is a noun that news makes the subject of such verbs."""
    return word in _SUBJECTS or word in _DUALS


def _forms() -> Iterator[str]:
    for verb in _SOUND:
        yield from (verb + ending for ending in ("", "ت", "ا", "تا", "وا"))
    for verb in _WEAK:
        yield verb
        yield from (verb[:-1] + ending for ending in ("ت", "تا", "وا", "يا"))


_PERFECT = frozenset(_forms())


def opens_with_perfect(words: Sequence[str]) -> bool:
    """Whether the first of the folded ``words`` is a perfect-tense verb, given the one after it."""
    if not words:
        return False
    verb, after = words[0], words[1] if len(words) > 1 else ""
    if after in _DUALS:
        return True
    return verb in _PERFECT and (verb not in _AMBIGUOUS or after in COMPLEMENTS or names_subject(after))
