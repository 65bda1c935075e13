"""The cluster of docs/scaling.md fits together, and with the settings beside it."""

from __future__ import annotations

from pathlib import Path

import yaml

from cpecbot.settings import load_settings
from pages import blocks, text_of

(COMPOSE,) = (yaml.safe_load(block) for block in blocks(text_of("scaling"), "yaml"))
(SETTINGS,) = blocks(text_of("scaling"), "toml")


def test_each_node_knows_all_and_keeps_what_it_has_in_a_volume_of_its_own() -> None:
    services = COMPOSE["services"]
    for name, service in services.items():
        told = service["environment"]
        assert told["node.name"] == name
        assert told["discovery.seed_hosts"].split(",") == [*services]
        assert told["cluster.initial_cluster_manager_nodes"].split(",") == [*services]
        assert [volume.partition(":")[0] for volume in service["volumes"]] == [name]
    assert [*COMPOSE["volumes"]] == [*services]


def test_the_settings_name_every_node_and_no_node_is_open_to_others(elsewhere: Path) -> None:
    file = elsewhere / "local.toml"
    file.write_text(SETTINGS, "utf-8")
    settings = load_settings(file)
    ports = [port for service in COMPOSE["services"].values() for port in service["ports"]]
    assert settings.engine == "opensearch"
    assert [url.removeprefix("http://") for url in settings.opensearch_urls] == [
        port.rpartition(":")[0] for port in ports
    ]
