"""Which of the five languages a text is in: a gate by script and letters, then py3langid for what stays open.

The library's model takes over half a second to unpack, so it is loaded only when a text needs it; short texts that
the gate and the model both leave open fall back to a language the caller knows, the chat's last one.
"""

from __future__ import annotations

import math
import re
from functools import lru_cache
from typing import TYPE_CHECKING

from cpecbot.languages import Language, Languages

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

_HAN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003134f]")
_ARABIC_WORD = re.compile(r"[\u0620-\u065f\u066e-\u06d3\u06d5\u06ee-\u06ef\u06fa-\u06ff\ufb50-\ufdff\ufe70-\ufefc]+")
_LATIN_WORD = re.compile(r"[^\W\d_]+", re.ASCII)

# Letters that only the Urdu keyboard has, that Persian and Urdu share against Arabic, and that only Arabic writes.
_URDU_LETTERS = re.compile("[ٹڈڑںےہھۓۂ]")
_PERSO_INDIC_LETTERS = re.compile("[پچژگ]")
_ARABIC_LETTERS = re.compile("[ةأإ]|(?:^|[^\u0620-\u06ff])[وبف]?ال[^\u0600-\u061f]{3}")

# Function words that no other of the three writes, Arabic and Persian spellings of ya and kaf united.
_FUNCTION_WORDS = {
    "ar": "هو هي هما متي في على عن إلى الى متى هل أين اين ماذا هذا هذه التي الذي كيف حول بين لماذا بشأن",
    "fa": "از در به با را این است چه آیا کجا برای درباره دربارهٔ چند چرا کدام می شد شده کرد کردند چیست",
    "ur": "اور کیا کا کی کو کب کون کتنے کتنی کتنا پر نہیں تھا تھی گا گی کس",
}
_CONFIDENT = 0.75


def identify(text: str, languages: Languages, fallback: Language | None = None) -> Language:
    """The language of ``text``; ``fallback`` (else that of ``languages``) decides what the text itself leaves open."""
    han = len(_HAN.findall(text))
    arabic = _ARABIC_WORD.findall(text)
    latin = _LATIN_WORD.findall(text)
    if han >= 2 * max(len(arabic), 1) or han > max(len(arabic), len(latin)):
        return languages["zh"]
    # A Latin acronym inside a short Arabic-script question does not make it English.
    if arabic and 2 * len(arabic) >= len(latin):
        return languages[_arabic_script(text, arabic, fallback.code if fallback else None)]
    if latin or fallback is None:
        return languages.fallback
    return fallback


def _arabic_script(text: str, words: list[str], fallback: str | None) -> str:
    if _URDU_LETTERS.search(text):
        return "ur"
    votes = {language: len(forms.intersection(map(_unite, words))) for language, forms in _function_words().items()}
    if _PERSO_INDIC_LETTERS.search(text):
        votes.pop("ar")
    elif _ARABIC_LETTERS.search(text):
        votes["ar"] += 1
    first, second = sorted(votes, key=lambda language: -votes[language])[:2]
    if votes[first] > 2 * votes[second]:
        return first
    probabilities = {language: p for language, p in _model_probabilities(text).items() if language in votes}
    likeliest = max(probabilities, key=lambda language: probabilities[language])
    if fallback in votes and probabilities[likeliest] < _CONFIDENT:
        return fallback
    return likeliest


def _unite(word: str) -> str:
    return word.replace("ي", "ی").replace("ى", "ی").replace("ك", "ک")


@lru_cache(maxsize=1)
def _function_words() -> dict[str, frozenset[str]]:
    return {language: frozenset(map(_unite, words.split())) for language, words in _FUNCTION_WORDS.items()}


@lru_cache(maxsize=1)
def _model() -> LanguageIdentifier:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # noqa: PLC0415 - slow to unpack

    model = LanguageIdentifier.from_model_file(MODEL_FILE)
    model.set_languages(["ar", "fa", "ur"])
    return model


def _model_probabilities(text: str) -> dict[str, float]:
    """Softmax of the model's log-posteriors at temperature sqrt(bytes), as py3langid normalises them."""
    scores = {code: float(score) for code, score in _model().rank(text)}
    temperature = math.sqrt(len(text.encode("utf-8", "replace")) or 1)
    top = max(scores.values())
    weights = {language: math.exp((score - top) / temperature) for language, score in scores.items()}
    total = sum(weights.values())
    return {language: weight / total for language, weight in weights.items()}


def warm(languages: Languages) -> None:
    """Load the model now, so that no later question waits for it."""
    del languages
    _model()
