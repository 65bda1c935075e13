"""Who speaks of what, as a picture."""

from __future__ import annotations

import pytest

from cpecbot.i18n import Message, format_number, language_name, localise_digits, translator
from cpecbot.languages import Language
from cpecbot.models import Coverage, CoverageRow
from cpecbot.rendering.answer.context import make_context
from cpecbot.rendering.pictures.canvas import Picture
from cpecbot.rendering.pictures.coverage import draw_coverage
from cpecbot.rendering.pictures.typefaces import PictureError, typefaces
from fakes.languages import AR, EN, LANGUAGES
from rendering.pictures.drawn import pixels, places, told, written
from rendering.samples import ARTICLES, label

COVERAGE = Coverage(
    tuple(ARTICLES),
    (CoverageRow("strategic_dialogue", (2, 3, 5, 2, 4)), CoverageRow("gwadar_port", (0, 0, None, 1, 1))),
)
STRONG, SILENT = (28, 100, 176), (251, 228, 216)
every_language = pytest.mark.parametrize("language", list(LANGUAGES))


def drawn(language: Language, coverage: Coverage = COVERAGE) -> Picture:
    return draw_coverage(coverage, make_context(ARTICLES, label, language))


@every_language
def test_the_picture_is_a_png_of_a_size_that_telegram_takes(language: Language) -> None:
    image = pixels(drawn(language))
    assert image.width == 1080
    assert 300 < image.height < 600


@every_language
def test_everything_is_said_in_the_language_of_the_reader(language: Language) -> None:
    lines = written(drawn(language))
    words = translator(language)
    spoken = {language_name(each.language, language) for each in ARTICLES.values()}
    wanted = {words.text(message) for message in (Message.COVERAGE_TITLE, Message.COVERAGE_TOPIC)}
    wanted |= {
        label("gwadar_port", language),
        format_number(5, language),
        "–",
        localise_digits("000", language),
        *spoken,
    }
    wanted.add(language.profile.punctuation.question)
    assert wanted <= set(lines)
    assert all(typefaces(language).have(line) for line in lines)


def test_speech_silence_and_what_is_unknown_are_told_apart() -> None:
    image = pixels(drawn(EN))
    assert len({x for x, _ in places(image, STRONG)}) > 10
    assert len({x for x, _ in places(image, SILENT)}) > 20
    only_unknown = Coverage(COVERAGE.sources, (CoverageRow("x", (None, None, None, None, 1)),))
    assert len(list(places(pixels(drawn(EN, only_unknown)), SILENT))) < len(list(places(image, SILENT)))


def test_very_many_topics_and_sources_still_fit_a_photo() -> None:
    many = Coverage(tuple(map(str, range(300))), tuple(CoverageRow("x", (1,) * 300) for _ in range(900)))
    image = pixels(drawn(EN, many))
    assert image.width + image.height <= 10_000
    assert max(image.size) / min(image.size) < 20


def test_a_right_to_left_picture_is_mirrored() -> None:
    """The busiest cell, source 002's, is right of the middle in English and left of it in Arabic."""
    for language, right in ((EN, True), (AR, False)):
        image = pixels(drawn(language))
        columns = [x for x, _ in places(image, STRONG)]
        assert columns
        assert (min(columns) > image.width / 2) is right


def test_long_names_of_sources_stand_upright_and_whole() -> None:
    names = tuple(f"outletofthetown{number}" for number in range(12))
    picture = drawn(EN, Coverage(names, (CoverageRow("gwadar_port", (1,) * 12),)))
    assert set(names) <= set(written(picture))
    assert picture.svg.count("rotate(-90") == 12


def test_a_topic_with_a_long_name_takes_two_lines() -> None:
    topic = "cooperation_" * 8
    lines = written(drawn(EN, Coverage(COVERAGE.sources, (CoverageRow(topic.replace("_", " "), (1,) * 5),))))
    assert [line for line in lines if line.startswith("cooperation")][1].endswith("…")


def test_who_does_not_see_it_is_told() -> None:
    picture = drawn(EN)
    assert told(picture, "title") == "What each source covers"
    last = "Gwadar Port: 003 × 1 and 004 × 1 · silent: 000 and 001 · not named, but perhaps put otherwise: 002"
    assert told(picture, "desc").splitlines()[1] == last


def test_nothing_to_show_is_said() -> None:
    with pytest.raises(PictureError, match="nothing to show"):
        drawn(EN, Coverage((), ()))
