"""An invented language beside English, in a folder: a mechanism needs its file, and nothing else of the five."""

from __future__ import annotations

from pathlib import Path

from cpecbot.languages import Language, Languages, load_languages

LATIN = 'script = "latin"\nlocale = "eo"\n'


def toy_languages(folder: Path, *, profile: str = LATIN, english: str = "", **files: str) -> Languages:
    """English, of which ``english`` is the ``words.toml``, and the language ``qa`` with ``files`` by their stem."""
    texts = {
        "en/language.toml": 'script = "latin"\nlocale = "en"\nfallback = true\n',
        "en/words.toml": english,
        "qa/language.toml": profile,
        **{f"qa/{stem}.toml": text for stem, text in files.items()},
    }
    for name, text in texts.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(text, "utf-8")
    return load_languages(folder)


def toy(folder: Path, **files: str) -> Language:
    """The language ``qa`` of ``toy_languages``."""
    return toy_languages(folder, **files)["qa"]
