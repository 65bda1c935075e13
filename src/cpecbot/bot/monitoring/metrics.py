"""The figures in the format that Prometheus reads."""

from __future__ import annotations

import platform
from collections.abc import Iterator
from importlib.metadata import version

from prometheus_client import CollectorRegistry, ProcessCollector, disable_created_metrics
from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily, InfoMetricFamily
from prometheus_client.metrics_core import Metric
from prometheus_client.registry import Collector

from cpecbot.bot.monitoring.health import is_moving, silence
from cpecbot.bot.services.context import SERVICES, BotApplication, Services


class Live(Collector):
    """What is looked up when it is asked for."""

    def __init__(self, application: BotApplication) -> None:
        self._application = application
        self._services: Services = application.bot_data[SERVICES]

    def collect(self) -> Iterator[Metric]:
        services = self._services
        gauges = (
            (
                "cpecbot_last_poll_age_seconds",
                "Since Telegram last answered a poll or check.",
                silence(services),
            ),
            ("cpecbot_receiving", "Whether what receives makes its steps in time.", float(is_moving(services))),
            ("cpecbot_articles", "Articles that are answered from.", float(len(services.library.corpus.articles))),
        )
        for name, described, value in gauges:
            yield GaugeMetricFamily(name, described, value)
        yield CounterMetricFamily("cpecbot_failures", "Failures with a trace in the log.", services.counts["failures"])
        yield InfoMetricFamily("cpecbot_build", "What runs.", _build())
        if self._application.running:  # the database is opened after Telegram was reached
            yield from self._storage()

    def _storage(self) -> Iterator[Metric]:
        storage = self._services.storage
        condition = storage.condition
        yield GaugeMetricFamily("cpecbot_storage_up", "Whether the database can be used.", float(storage.works))
        yield GaugeMetricFamily("cpecbot_storage_waiting", "Writes that wait for the database.", condition.waiting)
        dropped = "Writes to the database that were given up."
        yield CounterMetricFamily("cpecbot_storage_dropped", dropped, condition.dropped)


def registry_of(application: BotApplication) -> CollectorRegistry:
    """All that is told of the bot, and of its process what the system says of it."""
    disable_created_metrics()  # type: ignore[no-untyped-call]  # they double the series and say nothing of use
    services: Services = application.bot_data[SERVICES]
    registry = services.measures.registry
    registry.register(Live(application))
    ProcessCollector(registry=registry)
    return registry


def _build() -> dict[str, str]:
    return {
        "version": version("cpecbot"),
        "python": platform.python_version(),
        "telegram_library": version("python-telegram-bot"),
    }
