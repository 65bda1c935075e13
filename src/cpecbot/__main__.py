"""``python -m cpecbot`` is the same as ``cpecbot``."""

from __future__ import annotations

from cpecbot.cli import main

main()
