"""Every setting, where it comes from, and how far that is trusted."""

from __future__ import annotations

from cpecbot.settings.settings import SECRETS, Settings, load_settings, revealed

__all__ = ["SECRETS", "Settings", "load_settings", "revealed"]
