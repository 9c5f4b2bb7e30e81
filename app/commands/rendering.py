"""`render`: a movement or a teaching picture as a file or a page, without a display."""

from __future__ import annotations

import argparse
import os
import re
import signal
import sys
from types import FrameType
from typing import Any, Self

import msgspec
from PySide6.QtGui import QGuiApplication

from app.body.anthropometry import Body
from app.commands.bodies import body_of
from app.commands.fonts import need_font
from app.commands.movements import find_movement
from app.commands.pages import movement_id_of, page_request
from app.commands.sheets import find_sheet
from app.errors import UserError
from app.figure.look import Look
from app.figure.palette import DARK, LIGHT
from app.lessons.model import Overlay
from app.lessons.people import Person, choose_people, read_people
from app.library import read_library
from app.locations import find_locations
from app.messages.message import Message
from app.movement.align import Alignment
from app.movement.motion import Motion
from app.picture.draft import check_target
from app.picture.export import Export, export
from app.picture.kind import Kind, Size, check_size, kind_of, usual_size
from app.picture.multimedia import writes_h264
from app.picture.page_request import PageRequest
from app.picture.progress import run
from app.picture.reel import Reel
from app.picture.sheet import Sheet
from app.picture.sheet_reel import usual_sheet_size
from app.picture.shot import FASTEST, FEWEST_FPS, MOST_FPS, SLOWEST, Shot
from app.picture.strip import Strip

_SIZE = re.compile(r"(\d{1,7})x(\d{1,7})\Z")
_MOST_OVERLAYS = 2
_WIDTH = 30  # of the bar, characters
#: Options for only some kinds of file: the option, the kinds, and the message for other kinds.
_ONLY_FOR: dict[str, tuple[tuple[str, ...], str]] = {
    "at": (("png",), "commands.only-for-still"),
    "fps": (("gif", "webp", "mp4"), "commands.only-for-moving"),
    "speed": (("gif", "webp", "mp4"), "commands.only-for-moving"),
    "exercise": (("pdf",), "commands.only-for-page"),
    "week": (("pdf",), "commands.only-for-page"),
    "name": (("pdf",), "commands.only-for-page"),
    "note": (("pdf",), "commands.only-for-page"),
    "paper": (("pdf",), "commands.only-for-page"),
    "size": (("gif", "webp", "mp4", "png"), "commands.only-for-picture"),
}


def run_render(options: argparse.Namespace) -> int:
    """Write one picture and print its name.

    Raises:
        UserError: something about it is impossible; nothing was written.
    """
    # Pictures never need a display, and must not open windows on one.
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    kind = kind_of(options.output)
    _check_use(options, kind)
    options.movement = movement_id_of(options)
    check_target(options.output)
    # Kept until the end, because pictures need it for text.
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
    if not whole:
        return 128 + (stop.number or 0)  # as a shell reports it
    print(options.output)
    if kind is Kind.MP4 and not writes_h264():
        print(Message("commands.browsers"), file=sys.stderr)
    del application
    return 0


def _check_use(options: argparse.Namespace, kind: Kind) -> None:
    for option, (kinds, message_id) in _ONLY_FOR.items():
        if getattr(options, option) is not None and kind.value not in kinds:
            raise UserError(message_id, option=option)
    if options.overlaid and options.versus is None:
        raise UserError("commands.overlaid")
    if len(options.overlay) > _MOST_OVERLAYS:
        count = len(options.overlay)
        raise UserError("commands.overlays", most=_MOST_OVERLAYS, count=count)


def _request(options: argparse.Namespace, kind: Kind) -> Export:
    body = body_of(options)
    sheet = find_sheet(options, body)
    shot = _shot(options, kind, sheet)
    paper = PageRequest(paper=options.paper or "a4")
    page = paper if sheet else page_request(options, body, shot.motions[0].movement)
    return Export(
        shot=shot,
        sheet=sheet,
        at=None if options.at is None else _moment(options.at, shot),
        page=page if kind is Kind.PDF else paper,
    )


def _shot(options: argparse.Namespace, kind: Kind, sheet: Sheet | None) -> Shot:
    fps = 25 if options.fps is None else options.fps
    speed = 1.0 if options.speed is None else options.speed
    turn = _within("turn", options.turn, -360, 360)
    names = [options.movement, *([options.versus] if options.versus else [])]
    body = body_of(options)
    own = () if sheet else tuple(Motion(find_movement(name), body) for name in names)
    shot = Shot(
        motions=sheet.motions if sheet else own,
        look=Look(
            turn=turn,
            mirror=options.mirror,
            overlays=tuple(map(Overlay, dict.fromkeys(options.overlay))),
            style=options.look,
            people=_people(options, body),
            overlaid=options.overlaid,
        ),
        palette=DARK if options.theme == "dark" else LIGHT,
        size=_size(options, kind, sheet),
        fps=round(_within("fps", fps, FEWEST_FPS, MOST_FPS)),
        speed=_within("speed", speed, SLOWEST, FASTEST),
        cues=not options.no_cues,
        difference=_difference(own),
    )
    if sheet is None and kind.value == "png" and options.at is None and options.size is None:
        # The size its key poses need.
        return msgspec.structs.replace(shot, size=Strip(Reel(shot)).usual_size())
    return shot


def _difference(motions: tuple[Motion, ...]) -> str:
    """Return what tells two movements apart; empty for one."""
    if len(motions) < 2:
        return ""
    # Its texts are those of the window.
    from app.ui.share.difference import difference_text

    return difference_text(motions, read_library(find_locations()).pairs, "both")


def _people(options: argparse.Namespace, body: Body) -> tuple[Person, ...]:
    """Return who is drawn.

    Raises:
        UserError: there is nobody of that id.
    """
    people, _ = read_people(find_locations().people)
    known = [person.id for person in people]
    if options.person not in (*known, "any"):
        raise UserError("commands.unknown-person", id=options.person, known=", ".join(known))
    return choose_people(people, options.person, options.movement, body)


def _size(options: argparse.Namespace, kind: Kind, sheet: Sheet | None) -> Size:
    if options.size is None and sheet is not None:
        return usual_sheet_size(sheet, kind)
    if options.size is None:
        return usual_size(kind, beside=options.versus is not None and not options.overlaid)
    found = _SIZE.match(options.size)
    if found is None:
        raise UserError("commands.size", size=options.size)
    size = Size(int(found[1]), int(found[2]))
    check_size(kind, size)
    return size


def _moment(at: float, shot: Shot) -> float:
    seconds = Alignment(shot.motions).seconds
    return _within("at", at, 0, round(seconds, 3))


def _within(name: str, value: float, low: float, high: float) -> float:
    # Written so that NaN fails as well.
    if not low <= value <= high:
        raise UserError("commands.out-of-range", option=name, low=low, high=high, value=value)
    return value


class _Stop:
    """Receives requests to end, so that they take effect between two steps of the work.

    As an exception a request might arrive anywhere, and be lost there.

    Attributes:
        number: the signal that was received; None so far.
    """

    def __init__(self) -> None:
        self.number: int | None = None
        self._before: dict[int, Any] = {}

    def __enter__(self) -> Self:
        hangup = [signal.SIGHUP] if sys.platform != "win32" else []
        for number in (signal.SIGINT, signal.SIGTERM, *hangup):
            # A signal that was ignored at the start stays ignored.
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
    """Show the progress, on a terminal only."""
    if not _on_terminal():
        return
    full = _WIDTH * done // total
    print(f"\r[{'#' * full:{_WIDTH}}] {100 * done // total:3} %", end="", file=sys.stderr)


def _end_line() -> None:
    if _on_terminal():
        print(file=sys.stderr)


def _on_terminal() -> bool:
    return sys.stderr is not None and sys.stderr.isatty()
