"""Make a contact sheet for each movement: python -m tools.make_figures [MOVEMENT ...] [-o FOLDER].

Twelve moments, evenly over the movement, each from the side and three quarters from the front,
with what the movement declares and what was found below. Needs no display.
"""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import msgspec
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QGuiApplication, QImage, QPainter

from app.body.anthropometry import Body
from app.commands.fonts import need_font
from app.errors import UserError
from app.figure.cast import cast
from app.figure.look import Look
from app.figure.palette import DARK, LIGHT, Palette
from app.figure.scene import paint_scene
from app.locations import find_locations
from app.movement.audit import broken_checks
from app.movement.library import MovementLibrary
from app.movement.model import Label
from app.movement.motion import Motion

FRAMES, COLUMNS = 12, 6
TURNS = (0.0, 45.0)
#: Pixels.
CELL_WIDTH, CELL_HEIGHT, CAPTION, HEADING, GAP = 330, 340, 26, 116, 4
FOLDER = Path("build") / "figures"


def frame_time(motion: Motion, index: int) -> float:
    """Return the time (s) of a frame; the first and the last moment are included."""
    return motion.seconds * index / (FRAMES - 1)


def paint_sheet(motion: Motion, palette: Palette) -> QImage:
    """Return a movement's contact sheet: rows of six, the side view above the turned one."""
    bands = FRAMES // COLUMNS
    row = CELL_HEIGHT + GAP
    band = len(TURNS) * row + CAPTION
    width = COLUMNS * (CELL_WIDTH + GAP) + GAP
    image = QImage(width, bands * band + HEADING, QImage.Format.Format_RGB32)
    image.fill(palette.paper)
    painter = QPainter(image)
    for index in range(FRAMES):
        t = frame_time(motion, index)
        actor = msgspec.structs.replace(cast(motion, t, cue=False), label=Label.NEUTRAL, title="")
        left = GAP + index % COLUMNS * (CELL_WIDTH + GAP)
        top = index // COLUMNS * band + GAP
        for number, turn in enumerate(TURNS):
            cell = QRectF(left, top + number * row, CELL_WIDTH, CELL_HEIGHT)
            paint_scene(painter, cell, [actor], Look(turn, badges=False), palette)
        phase = motion.movement.phases[motion.place_at(t).phase].name
        _write(
            painter,
            palette,
            left + 6,
            top + len(TURNS) * row,
            15,
            f"{index + 1}  {t:.2f} s  {phase}",
        )
    _write_heading(painter, motion, palette, bands * band)
    painter.end()
    return image


def _write_heading(painter: QPainter, motion: Motion, palette: Palette, top: int) -> None:
    movement = motion.movement
    declared = ", ".join(sorted(movement.breaks)) or "nothing"
    found = ", ".join(sorted(broken_checks(motion))) or "nothing"
    agree = "" if declared == found else "   NOT AS DECLARED"
    said = f"breaks {declared}; found {found}{agree}"
    _write(painter, palette, 12, top + 4, 22, f"{movement.title} ({movement.id})", bold=True)
    _write(painter, palette, 12, top + 36, 16, f"{movement.label}, {movement.pattern}; {said}")
    painter.setPen(palette.muted)
    room = QRectF(12, top + 62, painter.device().width() - 24, HEADING - 64)
    painter.drawText(room, Qt.TextFlag.TextWordWrap, movement.text)


def _write(
    painter: QPainter, palette: Palette, x: float, top: float, size: int, text: str,
    *, bold: bool = False,
) -> None:  # fmt: skip
    font = QFont(painter.font())
    font.setPixelSize(size)
    font.setBold(bold)
    painter.setFont(font)
    painter.setPen(palette.ink)
    painter.drawText(QPointF(x, top + size * 1.1), text)


def main(arguments: list[str] | None = None) -> int:
    """Write the sheets and print their names; return 1 if one could not be made."""
    parser = argparse.ArgumentParser(description="Make a contact sheet of each movement.")
    parser.add_argument("movements", nargs="*", metavar="MOVEMENT", help="all without any")
    parser.add_argument("-o", "--output", type=Path, default=FOLDER, metavar="FOLDER")
    parser.add_argument("--dark", action="store_true", help="in the dark theme's colours")
    wanted = parser.parse_args(arguments)
    application = QGuiApplication.instance() or QGuiApplication([])
    try:
        need_font()
    except UserError as error:
        print(error, file=sys.stderr)
        return 1
    library = MovementLibrary(find_locations().animations)
    wanted.output.mkdir(parents=True, exist_ok=True)
    failed = False
    for movement_id in wanted.movements or library.names:
        if movement_id not in library.names:
            print(f"there is no movement '{movement_id}'", file=sys.stderr)
            failed = True
            continue
        try:
            motion = Motion(library[movement_id], Body())
        except KeyError:
            continue  # its problems are printed below
        except UserError as error:
            print(error, file=sys.stderr)
            failed = True
            continue
        target = wanted.output / f"{movement_id}.png"
        if not paint_sheet(motion, DARK if wanted.dark else LIGHT).save(str(target)):
            print(f"{target} cannot be written", file=sys.stderr)
            return 1
        print(target)
    for problem in library.problems:
        print(problem, file=sys.stderr)
    del application
    return int(failed or bool(library.problems))


if __name__ == "__main__":
    raise SystemExit(main())
