"""The languages that cpecbot ships, by name."""

from __future__ import annotations

from pathlib import Path

from cpecbot.languages import load_languages

LANGUAGES = load_languages(Path(__file__).resolve().parents[2] / "config" / "languages")
EN, AR, FA, UR, ZH = (LANGUAGES[code] for code in ("en", "ar", "fa", "ur", "zh"))
