"""What Telegram and JSON do not need is not loaded for them."""

from __future__ import annotations

import subprocess
import sys

MODULES = ("surfaces.telegram", "surfaces.json", "surfaces.markdown", "pictures.page")


def test_neither_rich_nor_what_draws_is_loaded() -> None:
    program = (
        f"import sys, {', '.join(f'cpecbot.rendering.{each}' for each in MODULES)}; "
        "sys.exit(' '.join({'rich', 'uharfbuzz', 'resvg_py', 'telegram', 'numpy'} & set(sys.modules)) or 0)"
    )
    result = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)  # noqa: S603
    assert (result.returncode, result.stderr) == (0, "")
