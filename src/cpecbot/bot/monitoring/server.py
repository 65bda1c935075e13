"""``/healthz``, ``/readyz`` and ``/metrics``, on a port of their own."""

from __future__ import annotations

import json
import socket
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from functools import partial
from http import HTTPStatus

from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, generate_latest

from cpecbot.bot.monitoring.health import Check, alive, ready
from cpecbot.bot.monitoring.metrics import registry_of
from cpecbot.bot.receiving.http_server import Page, Server, listen_on, pages
from cpecbot.bot.services.context import SERVICES, BotApplication, Services

Checks = Callable[[], Mapping[str, Check]]


@asynccontextmanager
async def monitored(application: BotApplication, listener: socket.socket | None = None) -> AsyncIterator[None]:
    """Tell meanwhile, where the settings say so. ``listener`` stands in for the address that they give, in tests."""
    services: Services = application.bot_data[SERVICES]
    monitor = services.config.monitor
    listener = listener or (listen_on("monitor", monitor.listen, monitor.port) if monitor else None)
    if listener is None:
        yield
        return
    server = Server(
        pages(
            ("/healthz", _Health, {"checks": partial(alive, application)}),
            ("/readyz", _Health, {"checks": partial(ready, application)}),
            ("/metrics", _Metrics, {"registry": registry_of(application)}),
        )
    )
    server.add_socket(listener)
    try:
        yield
    finally:
        server.stop()
        await server.close_all_connections()


class _Health(Page):
    """200 where every check is well, else 503; the body says which is not, and why."""

    method = "GET"

    def initialize(self, checks: Checks) -> None:
        self._checks = checks

    async def handle(self) -> None:
        checks = self._checks()
        well = all(check.reason is None for check in checks.values())
        self.set_status(HTTPStatus.OK if well else HTTPStatus.SERVICE_UNAVAILABLE)
        self.set_header("Content-Type", "application/json")
        self.set_header("Cache-Control", "no-store")
        told = {name: check.as_json() for name, check in checks.items()}
        self.finish(json.dumps({"ok": well, "checks": told}) + "\n")


class _Metrics(Page):
    method = "GET"

    def initialize(self, registry: CollectorRegistry) -> None:
        self._registry = registry

    async def handle(self) -> None:
        self.set_header("Content-Type", CONTENT_TYPE_LATEST)
        self.finish(generate_latest(self._registry))
