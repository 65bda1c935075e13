"""Invented articles of invented outlets, with the tables that are shipped."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from cpecbot.answering import Library
from cpecbot.answering.building import build_library
from cpecbot.corpus.loading import build_corpus
from cpecbot.models import Article
from fakes.languages import AR, EN, FA, LANGUAGES

HARBOUR = Article(
    "011_harbour",
    "The harbour of Veldt was closed on 3 May after the storm. Mayor Ana Brill said the harbour will open in June. "
    "Two cranes fell into the sea. China said it will send engineers to Veldt.",
    EN,
    outlet="Veldt Courier",
    published=date(2024, 5, 4),
)
STORM = Article(
    "012_storm",
    "أغلق ميناء فلدت في 4 مايو بعد العاصفة. وقالت باكستان إنها سترسل مهندسين إلى فلدت.",
    AR,
    outlet="Xinhua",
    published=date(2024, 5, 6),
)
SCHOOLS = Article(
    "013_schools",
    "مدرسه‌های فلدت پس از توفان تعطیل شد. چین از پاکستان خواست مهندس بفرستد.",
    FA,
    outlet="Xinhua",
    published=date(2024, 5, 2),
)
TEACHERS = Article("014_teachers", "The teachers of Veldt met in the town hall to talk about pay.", EN)


@pytest.fixture(scope="package")
def newsroom(root: Path) -> Library:
    """Two articles in English, one of them undated, and two of one agency in Arabic and in Persian."""
    return build_library(build_corpus([HARBOUR, STORM, SCHOOLS, TEACHERS]), LANGUAGES, root / "config")
