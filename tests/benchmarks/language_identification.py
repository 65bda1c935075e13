"""Language identification over parallel sentence pairs: ``python language_identification.py DIR``.

DIR holds ``pairs.en-XX.jsonl`` files, a line per pair with a key per language code. Prints accuracy per language over
all sentences and over those of three to six words apart, for the even lines, which may be looked at, and the odd ones,
and what one text costs.
"""

from __future__ import annotations

import argparse
import json
import time
from pathlib import Path

from cpecbot.language.text.identify import identify
from cpecbot.languages import Language, load_languages
from cpecbot.resources import data_root

LANGUAGES = load_languages(data_root() / "config" / "languages")
EN = LANGUAGES["en"]
ZH = LANGUAGES["zh"]


def accuracy(sentences: list[str], language: Language) -> str:
    wrong = sum(identify(text, LANGUAGES) != language for text in sentences)
    return f"{1 - wrong / max(len(sentences), 1):8.4f} {wrong:2}/{len(sentences):<4}"


def is_short(text: str, language: Language) -> bool:
    """Three to six words; Chinese writes no spaces: six to twelve characters there."""
    return 3 <= (len(text) / 2 if language is ZH else len(text.split())) <= 6


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    folder = parser.parse_args().folder
    sentences: dict[Language, list[str]] = {}
    for path in sorted(folder.glob("pairs.en-*.jsonl")):
        code = path.stem.rsplit("-", 1)[-1]
        pairs = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
        for language in (LANGUAGES[code], *([EN] if code == "ar" else [])):
            sentences[language] = [pair[language.code] for pair in pairs]
    print("language      even lines       3-6 words       odd lines        3-6 words")
    for language, texts in sentences.items():
        halves = (texts[::2], texts[1::2])
        columns = (part for half in halves for part in (half, [text for text in half if is_short(text, language)]))
        print(f"{language.code:8}", *(accuracy(part, language) for part in columns))
    times = sorted(timed(text) for texts in sentences.values() for text in texts)
    print(f"p50 {times[len(times) // 2]:.0f} \u00b5s, p99 {times[len(times) * 99 // 100]:.0f} \u00b5s a text")


def timed(text: str) -> float:
    """Microseconds that one text takes."""
    began = time.perf_counter()
    identify(text, LANGUAGES)
    return (time.perf_counter() - began) * 1e6


if __name__ == "__main__":
    main()
