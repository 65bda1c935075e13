"""Looking at pictures that were drawn."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from xml.etree import ElementTree

from PIL import Image

from cpecbot.rendering.pictures.canvas import Picture

_SVG = "{http://www.w3.org/2000/svg}"


def pixels(picture: Picture) -> Image.Image:
    return Image.open(BytesIO(picture.png)).convert("RGB")


def written(picture: Picture) -> list[str]:
    """Every line of text, without the controls of its direction."""
    return ["".join(line.itertext())[1:-1] for line in ElementTree.fromstring(picture.svg).iter(f"{_SVG}text")]  # noqa: S314


def told(picture: Picture, name: str) -> str:
    """What is said in its ``title`` or ``desc``."""
    return ElementTree.fromstring(picture.svg).findtext(f"{_SVG}{name}") or ""  # noqa: S314


def places(image: Image.Image, colour: tuple[int, int, int]) -> Iterator[tuple[int, int]]:
    """Where a colour is, in each fourth row and column."""
    for x in range(0, image.width, 4):
        yield from ((x, y) for y in range(0, image.height, 4) if image.getpixel((x, y)) == colour)
