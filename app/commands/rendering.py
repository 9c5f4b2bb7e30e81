"""`render`: a movement or a teaching picture as a file or a page, without a display."""

from __future__ import annotations

import argparse
import os
import re
import signal
import sys
from types import FrameType
from typing import TYPE_CHECKING, Any, Self

from app.commands.bodies import body_of
from app.commands.exercises import find_exercise
from app.commands.fonts import need_font
from app.commands.movements import find_movement
from app.commands.sheets import find_sheet
from app.errors import UserError
from app.lessons.model import Line
from app.movement.motion import Motion

if TYPE_CHECKING:
    from app.picture.export import Export
    from app.picture.kind import Kind, Size
    from app.picture.sheet import Sheet
    from app.picture.shot import Shot

_SIZE = re.compile(r"(\d{1,7})x(\d{1,7})\Z")
_MOST_OVERLAYS = 2
_WIDTH = 30  # of the bar, characters
#: What only some kinds of file have: the option, who has it, and what is done without it.
_ONLY_FOR: dict[str, tuple[tuple[str, ...], str]] = {
    "at": (("png",), "a still picture (.png)"),
    "fps": (("gif", "webp", "mp4"), "a moving picture (.gif, .webp, .mp4)"),
    "speed": (("gif", "webp", "mp4"), "a moving picture (.gif, .webp, .mp4)"),
    "exercise": (("pdf",), "a page (.pdf)"),
    "paper": (("pdf",), "a page (.pdf)"),
    "size": (("gif", "webp", "mp4", "png"), "a picture; a page has its --paper"),
}


def run_render(options: argparse.Namespace) -> int:
    """Write one picture and print its name.

    Raises:
        UserError: something in it cannot be; nothing was written then.
    """
    # Pictures never need a display, and must not flash windows on one.
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from PySide6.QtGui import QGuiApplication

    from app.picture.draft import check_target
    from app.picture.export import export
    from app.picture.kind import kind_of
    from app.picture.progress import run

    kind = kind_of(options.output)
    _check_use(options, kind)
    check_target(options.output)
    # Kept until the end: pictures need it for their letters.
    application = QGuiApplication.instance() or QGuiApplication(sys.argv[:1])
    need_font()
    with _Stop() as stop:

        def keep_going(done: int, total: int) -> bool:
            _show(done, total)
            return stop.number is None

        try:
            whole = run(export(_request(options, kind), options.output), keep_going)
        finally:
            _end_line()
    del application
    if not whole:
        return 128 + (stop.number or 0)  # as a shell reports it
    print(options.output)
    return 0


def _check_use(options: argparse.Namespace, kind: Kind) -> None:
    for option, (kinds, what) in _ONLY_FOR.items():
        if getattr(options, option) is not None and kind.value not in kinds:
            raise UserError(f"--{option} is for {what}.")
    if options.overlaid and options.versus is None:
        raise UserError("--overlaid needs a second movement: --versus MOVEMENT.")
    if len(options.overlay) > _MOST_OVERLAYS:
        raise UserError(
            f"--overlay: at most {_MOST_OVERLAYS} at a time, got {len(options.overlay)}."
        )


def _request(options: argparse.Namespace, kind: Kind) -> Export:
    from app.picture.export import Export
    from app.picture.page import PageRequest

    sheet = find_sheet(options, body_of(options))
    shot = _shot(options, kind, sheet)
    exercise = (
        None if options.exercise is None else find_exercise(options.exercise, options.data_dir)
    )
    return Export(
        shot=shot,
        sheet=sheet,
        at=None if options.at is None else _moment(options.at, shot),
        page=PageRequest(exercise=exercise, paper=options.paper or "a4"),
    )


def _shot(options: argparse.Namespace, kind: Kind, sheet: Sheet | None) -> Shot:
    from app.figure.palette import DARK, LIGHT
    from app.figure.scene import Look
    from app.picture.shot import FASTEST, FEWEST_FPS, MOST_FPS, SLOWEST, Shot

    fps = 25 if options.fps is None else options.fps
    speed = 1.0 if options.speed is None else options.speed
    turn = _within("turn", options.turn, -360, 360)
    names = [options.movement, *([options.versus] if options.versus else [])]
    body = body_of(options)
    shot = Shot(
        motions=sheet.motions
        if sheet is not None
        else tuple(Motion(find_movement(name), body) for name in names),
        look=Look(
            turn=turn,
            mirror=options.mirror,
            lines=tuple(map(Line, dict.fromkeys(options.overlay))),
            style=options.look,
            overlaid=options.overlaid,
        ),
        palette=DARK if options.theme == "dark" else LIGHT,
        size=_size(options, kind, sheet),
        fps=round(_within("fps", fps, FEWEST_FPS, MOST_FPS)),
        speed=_within("speed", speed, SLOWEST, FASTEST),
        cues=not options.no_cues,
    )
    if sheet is None and kind.value == "png" and options.at is None and options.size is None:
        return _with_strip_size(shot)
    return shot


def _size(options: argparse.Namespace, kind: Kind, sheet: Sheet | None) -> Size:
    from app.picture.kind import Size, check_size, usual_size

    if options.size is None and sheet is not None:
        from app.picture.sheet_reel import usual_sheet_size

        return usual_sheet_size(sheet, kind)
    if options.size is None:
        return usual_size(kind, beside=options.versus is not None and not options.overlaid)
    found = _SIZE.match(options.size)
    if found is None:
        raise UserError(f"size: expected WxH as 480x480, got '{options.size}'")
    size = Size(int(found[1]), int(found[2]))
    check_size(kind, size)
    return size


def _with_strip_size(shot: Shot) -> Shot:
    """Return the shot as large as its key poses need."""
    import msgspec

    from app.picture.page_words import PageWords
    from app.picture.reel import Reel
    from app.picture.strip import Strip

    return msgspec.structs.replace(shot, size=Strip(Reel(shot), PageWords()).usual_size())


def _moment(at: float, shot: Shot) -> float:
    from app.movement.align import Alignment

    seconds = Alignment(shot.motions).seconds
    return _within("at", at, 0, round(seconds, 3))


def _within(name: str, value: float, low: float, high: float) -> float:
    # Written so that what is no number fails as well.
    if not low <= value <= high:
        raise UserError(f"{name}: expected {low:g} to {high:g}, got {value:g}")
    return value


class _Stop:
    """Hears requests to end, so that they come between two steps of the work.

    As an exception one might come anywhere, and be lost there.

    Attributes:
        number: the signal that was heard; None while none was.
    """

    def __init__(self) -> None:
        self.number: int | None = None
        self._before: dict[int, Any] = {}

    def __enter__(self) -> Self:
        hangup = [signal.SIGHUP] if sys.platform != "win32" else []
        for number in (signal.SIGINT, signal.SIGTERM, *hangup):
            # Who started the program with one of them ignored wants it so.
            if signal.getsignal(number) is not signal.SIG_IGN:
                self._before[number] = signal.signal(number, self._hear)
        return self

    def __exit__(self, *_: object) -> None:
        for number, handler in self._before.items():
            signal.signal(number, handler)

    def _hear(self, number: int, frame: FrameType | None) -> None:
        del frame
        self.number = number


def _show(done: int, total: int) -> None:
    """Show how far it has come, on a terminal only."""
    if not _on_terminal():
        return
    full = _WIDTH * done // total
    print(f"\r[{'#' * full:{_WIDTH}}] {100 * done // total:3} %", end="", file=sys.stderr)


def _end_line() -> None:
    if _on_terminal():
        print(file=sys.stderr)


def _on_terminal() -> bool:
    return sys.stderr is not None and sys.stderr.isatty()
