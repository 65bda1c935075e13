"""Whether the bot moves, and whether it can answer."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from cpecbot.bot.services.context import SERVICES, BotApplication, Services


class Check(Struct, frozen=True):
    """``reason`` says what is wrong, where something is."""

    reason: str | None
    figures: Mapping[str, float]

    def as_json(self) -> dict[str, object]:
        reason = {"reason": self.reason} if self.reason else {}
        return {"ok": self.reason is None, **reason, **self.figures}


def alive(application: BotApplication) -> Mapping[str, Check]:
    """What a new start would mend. An outage of Telegram's is none of that."""
    return {"receiving": _receiving(_services(application))}


def ready(application: BotApplication) -> Mapping[str, Check]:
    """What an answer needs."""
    services = _services(application)
    return {
        "receiving": _receiving(services),
        "telegram": _telegram(services, connected=application.running),
        "storage": _storage(services, opened=application.running),
        "corpus": _corpus(services),
    }


def is_moving(services: Services) -> bool:
    """Whether what receives makes its steps in time: it hears from Telegram, or waits before it tries again."""
    return services.steady() <= services.due_at


def silence(services: Services) -> float:
    """Seconds since Telegram last answered what the bot asked for itself."""
    return max(0.0, services.steady() - services.heard_at)


def _receiving(services: Services) -> Check:
    late = services.steady() - services.due_at
    return Check(None if is_moving(services) else f"nothing was received or tried for too long, by {late:.0f} s", {})


def _telegram(services: Services, *, connected: bool) -> Check:
    quiet = round(silence(services), 1)
    if not connected:
        return Check("not connected yet", {})
    most = services.config.poll + services.config.silence
    return Check(f"Telegram has not answered for {quiet:.0f} s" if quiet > most else None, {"seconds_since": quiet})


def _storage(services: Services, *, opened: bool) -> Check:
    if services.storage.works:
        return Check(None, {})
    if not opened:
        return Check("not opened yet", {})
    return Check("the database cannot be used; what is remembered is in memory alone. See the log", {})


def _corpus(services: Services) -> Check:
    articles = len(services.library.corpus.articles)
    return Check(None if articles else "there are no articles to answer from", {"articles": articles})


def _services(application: BotApplication) -> Services:
    services: Services = application.bot_data[SERVICES]
    return services
