"""Draw the teaching pictures for the documentation: python -m tools.make_pictures [-o FOLDER].

Each as a still PNG, as `render` makes it; those worth watching as a GIF too. Needs no display.
"""

from __future__ import annotations

import argparse
import os
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from app.cli import main as trainer
from app.library import read_library
from app.locations import find_locations

FOLDER = Path("docs") / "pictures"
#: Pictures where motion says more, and the options of `render` that keep them small.
MOVING = {
    "hinge-vs-squat": ("--size", "800x480", "--fps", "15"),
    "common-mistakes": ("--size", "840x640", "--fps", "12"),
}


def main(arguments: list[str] | None = None) -> int:
    """Draw them all; return 1 if one could not be made."""
    parser = argparse.ArgumentParser(description="Draw the teaching pictures.")
    parser.add_argument("-o", "--output", type=Path, default=FOLDER, metavar="FOLDER")
    folder = parser.parse_args(arguments).output
    folder.mkdir(parents=True, exist_ok=True)
    failed = 0
    for picture_id in read_library(find_locations()).pictures:
        still = folder / f"{picture_id}.png"
        failed |= trainer(["render", picture_id, "-o", str(still)])
        if not failed:
            _pack(still)
        if picture_id in MOVING:
            moving = folder / f"{picture_id}.gif"
            failed |= trainer(["render", picture_id, "-o", str(moving), *MOVING[picture_id]])
    return failed


def _pack(file: Path) -> None:
    """Rewrite a PNG with a colour table: it looks the same at a third of the size."""
    from PIL import Image

    with Image.open(file) as image:
        packed = image.convert("RGB").quantize(256, dither=Image.Dither.NONE)
    packed.save(file, optimize=True)


if __name__ == "__main__":
    raise SystemExit(main())
