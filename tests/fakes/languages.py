"""The languages that cpecbot ships, by name."""

from __future__ import annotations

from pathlib import Path

from cpecbot.languages import load_languages

LANGUAGES = load_languages(Path(__file__).resolve().parents[2] / "config" / "languages")
EN, AR, FA, UR, ZH = (LANGUAGES[code] for code in ("en", "ar", "fa", "ur", "zh"))


def folder_of(parent: Path, **profiles: str) -> Path:
    """A folder of languages, each with this ``language.toml`` and nothing else."""
    for code, text in profiles.items():
        (parent / code).mkdir(exist_ok=True)
        (parent / code / "language.toml").write_text(text, "utf-8")
    return parent
