"""What every handler can reach: how a person is answered, what stands under buttons, and forgetting."""

from __future__ import annotations

from dataclasses import replace

import pytest
from telegram import User

from cpecbot.bot.monitoring.health import is_moving, silence
from cpecbot.bot.services.context import Services, Shown
from cpecbot.corpus import Corpus
from cpecbot.models import Turn
from cpecbot.storage import Preferences, Storage
from fakes.bot import CONFIG, Clock
from fakes.languages import AR, EN, FA, UR
from fakes.library import FakeLibrary

ANNA, BILAL, GROUP = 501, 502, -100200


@pytest.fixture
def services(corpus: Corpus) -> Services:
    clock = Clock()
    library = FakeLibrary(corpus)
    return Services(CONFIG, library, Storage(clock=clock), lambda: library, clock, clock)


def speaks(code: str | None) -> User:
    return User(ANNA, "Anna", is_bot=False, language_code=code)


@pytest.mark.parametrize(
    ("chosen", "telegram", "language"),
    [
        (None, "ur", UR),
        (None, "UR", UR),
        (None, "fa-IR", FA),
        (None, "de", EN),
        (None, None, EN),
        (None, "", EN),
        ("ar", "ur", AR),
        ("xx", "ur", UR),
        ("xx", "de", EN),
    ],
)
async def test_the_language_is_the_person_s_choice_then_that_of_their_telegram(
    services: Services, chosen: str | None, telegram: str | None, language: object
) -> None:
    """Else the one for everybody; a choice of a language that is gone is none."""
    await services.storage.save_preferences(ANNA, Preferences(language=chosen))
    assert await services.language(ANNA, speaks(telegram)) == language
    assert (await services.options(ANNA, speaks(telegram))).fallback_language == language


async def test_a_person_that_telegram_does_not_name_is_spoken_to_in_the_fallback(services: Services) -> None:
    """As in a channel."""
    assert await services.language(ANNA, None) == EN


@pytest.mark.parametrize(("quotes", "limit", "per_source"), [(None, 5, 2), (1, 1, 1), (2, 2, 2), (8, 8, 2)])
async def test_a_person_is_answered_with_as_many_quotes_as_they_chose(
    services: Services, quotes: int | None, limit: int, per_source: int
) -> None:
    """Of one source never more than of all."""
    await services.storage.save_preferences(ANNA, Preferences(quotes=quotes))
    options = await services.options(ANNA, None)
    assert (options.limit, options.per_source) == (limit, per_source)
    assert options.now == services.clock()


async def test_a_person_is_answered_from_the_languages_they_chose(services: Services) -> None:
    """In the order of all; one that is gone is passed over."""
    await services.storage.save_preferences(ANNA, Preferences(source_languages=("ur", "xx", "ar")))
    assert (await services.options(ANNA, None)).languages == (AR, UR)
    assert (await services.options(BILAL, None)).languages == ()


def test_buttons_belong_to_who_asked(services: Services) -> None:
    """Those of a chat that asked, which goes by a negative number, to everybody."""
    answer = services.library.ask("Gaza")
    assert services.shown.get(services.show(ANNA, answer)) == Shown(ANNA, answer)
    assert services.shown.get(services.show(1)) == Shown(1)
    assert services.shown.get(services.show(GROUP)) == Shown(GROUP)
    assert [Shown(owner).is_for(ANNA) for owner in (ANNA, BILAL, GROUP)] == [True, False, True]


@pytest.mark.parametrize("size", [1, 3])
def test_as_many_answers_are_remembered_as_the_settings_say(services: Services, size: int) -> None:
    """The one that was used last is the last to go."""
    services = replace(services, config=replace(CONFIG, remembered_answers=size))
    keys = [services.show(ANNA) for _ in range(size + 1)]
    assert [services.shown.get(key) is not None for key in keys] == [False] + [True] * size
    for number in range(size + 1):
        services.before.put((ANNA, ANNA, number), (None,))
    assert services.before.get((ANNA, ANNA, 0)) is None
    assert services.before.get((ANNA, ANNA, 1)) == (None,)


async def test_a_person_is_forgotten_in_memory_and_on_disk(services: Services) -> None:
    """And nobody else is."""
    services = replace(services, config=replace(CONFIG, cooldown=10, burst=1))
    keys = {person: services.show(person) for person in (ANNA, BILAL)}
    for person in (ANNA, BILAL):
        services.people.add(person)
        services.before.put((person, GROUP, 1), (None,))
        assert services.cooldown.take(person) == 0
        await services.storage.save_preferences(person, Preferences(quotes=8))
        await services.storage.save_turn(GROUP, person, Turn("Gaza", "en", services.clock()))
    assert await services.forget(ANNA) is True
    assert services.shown.get(keys[ANNA]) is None
    assert services.before.get((ANNA, GROUP, 1)) is None
    assert await services.storage.turn(GROUP, ANNA) is None
    assert (await services.storage.preferences(ANNA)).quotes is None
    assert services.cooldown.take(ANNA) == 0
    assert services.people == {BILAL}
    assert services.shown.get(keys[BILAL]) == Shown(BILAL)
    assert services.before.get((BILAL, GROUP, 1)) == (None,)
    assert (await services.storage.preferences(BILAL)).quotes == 8
    assert services.cooldown.take(BILAL) == 10


async def test_a_disk_that_forgets_nothing_is_told(services: Services, monkeypatch: pytest.MonkeyPatch) -> None:
    """The person was promised that it would."""

    async def fail(*_: object) -> bool:
        return False

    monkeypatch.setattr(services.storage, "forget", fail)
    assert await services.forget(ANNA) is False


def test_the_start_is_remembered(services: Services) -> None:
    """For the statistics, which nothing has gone into yet."""
    assert services.started_at == services.clock()
    assert not services.counts
    assert services.heard_at == services.started_at


@pytest.mark.parametrize("jump", [-86_400.0, 3_600.0, 10 * 365 * 86_400.0])
def test_a_clock_that_is_set_moves_no_deadline(corpus: Corpus, jump: float) -> None:
    """A small computer starts with some time of the past, and is set right once it has a network."""
    wall, steady, library = Clock(), Clock(5.0), FakeLibrary(corpus)
    config = replace(CONFIG, cooldown=10, burst=1)
    services = Services(config, library, Storage(clock=wall), lambda: library, wall, steady)
    services.cooldown.take(ANNA)
    wall.now += jump
    assert is_moving(services)
    assert silence(services) == 0
    assert services.cooldown.wait(ANNA) == 10
    steady.now += config.poll + 2 * config.silence + 1
    assert not is_moving(services)
    assert services.cooldown.wait(ANNA) == 0
