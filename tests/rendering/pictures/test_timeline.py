"""The days that articles state, as a picture."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from msgspec.structs import replace

from cpecbot.i18n import Message, translator
from cpecbot.languages import Language
from cpecbot.models import Dimension, Disagreement, Level, Moment, Side
from cpecbot.rendering.answer.context import make_context
from cpecbot.rendering.pictures.canvas import Picture
from cpecbot.rendering.pictures.timeline import draw_timeline
from cpecbot.rendering.pictures.typefaces import PictureError
from fakes.languages import AR, EN, LANGUAGES, UR
from rendering.pictures.drawn import pixels, places, told, written
from rendering.samples import ARTICLES, label, quote

HELD = quote("004", "On January 4, 2026", "Beijing.", "January 4, 2026")
SEVENTH = quote("001", "جاء ذلك", "الاثنين،", "الاثنين")
NOTE = Disagreement(
    "timing", Level.DIFFERING, "strategic_dialogue", Dimension.DATE, (Side(("a",), (HELD,)), Side(("b",), (SEVENTH,)))
)
DAY = date(2026, 1, 4)
MOMENTS = (Moment(DAY, DAY, (SEVENTH, HELD), (NOTE,)), Moment(date(2026, 1, 1), date(2026, 12, 31), (HELD,)))
DOUBT, INK = (163, 67, 26), (24, 34, 48)
every_language = pytest.mark.parametrize("language", list(LANGUAGES))


def drawn(language: Language, moments: tuple[Moment, ...] = MOMENTS, topic: str = "") -> Picture:
    return draw_timeline(moments, make_context(ARTICLES, label, language), topic)


@every_language
def test_the_sources_stand_side_by_side_in_their_own_words(language: Language) -> None:
    picture = drawn(language)
    lines = written(picture)
    assert lines[0] == translator(language).text(Message.TIMELINE_TITLE)
    assert "جاء ذلك في بيان مشترك،" in " ".join(lines)
    assert "co-chaired" in " ".join(lines)
    image = pixels(picture)
    assert image.width == 1080
    assert 300 < image.height < 1200


def test_a_day_that_sources_give_otherwise_is_marked_and_the_note_stands_once() -> None:
    twice = (*MOMENTS, Moment(DAY + timedelta(days=1), DAY + timedelta(days=1), (SEVENTH,), (NOTE,)))
    lines = written(drawn(EN, twice))
    assert sum(line.startswith("Sources differ on the date (strategic dialogue)") for line in lines) == 1
    doubtful = [y for _, y in places(pixels(drawn(EN, twice)), DOUBT)]
    plain = [y for _, y in places(pixels(drawn(EN, MOMENTS[1:])), DOUBT)]
    assert doubtful
    assert not plain


def test_a_right_to_left_picture_is_mirrored() -> None:
    """The line that the days stand on is at the edge where reading begins."""
    for language, left in ((EN, True), (AR, False), (UR, False)):
        image = pixels(drawn(language, MOMENTS[1:]))
        solid = [
            x
            for x in (50, 1030)
            for y in range(image.height - 12)
            if all(image.getpixel((x, y + below)) == INK for below in range(12))
        ]
        assert set(solid) == {50 if left else 1030}


def test_the_words_for_the_day_are_marked() -> None:
    assert drawn(EN, MOMENTS[1:]).svg.count('fill="#1c64b0"') == 1


def test_of_very_many_days_the_rest_is_counted() -> None:
    days = [DAY + timedelta(days=number) for number in range(300)]
    picture = drawn(EN, tuple(Moment(day, day, (HELD,)) for day in days))
    assert sum(pixels(picture).size) <= 10_000
    rest = int(written(picture)[-1].split()[1])
    assert rest == 300 - sum(line.startswith("On January 4") or line.startswith("On ") for line in written(picture))
    assert told(picture, "desc").count("co-chaired") == 300


def test_a_day_that_very_many_tell_of_fits_a_photo() -> None:
    """Telegram takes 10,000 pixels in width and height together."""
    notes = tuple(replace(NOTE, subject=f"subject_{number}") for number in range(40))
    picture = drawn(EN, (Moment(DAY, DAY, (SEVENTH, HELD) * 200, notes),))
    assert "… 430 more" in written(picture)
    assert sum(pixels(picture).size) < 10_000


def test_who_does_not_see_it_is_told() -> None:
    picture = drawn(EN, topic="Gaza")
    assert told(picture, "title") == "Dates that the sources give · Gaza"
    assert told(picture, "desc").startswith("4 January 2026 ⚖️\n")
    assert "⚖️ Sources differ on the date (strategic dialogue): " in told(picture, "desc")


def test_nothing_to_show_is_said() -> None:
    with pytest.raises(PictureError, match="No source gives a date for zebra"):
        drawn(EN, (), "zebra")
