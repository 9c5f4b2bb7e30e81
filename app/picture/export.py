"""Export any shot to any kind of file, completely or not at all."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import msgspec
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from app.messages.message import Message
from app.picture.draft import Draft
from app.picture.kind import Kind, check_size, kind_of
from app.picture.page import Page
from app.picture.page_request import PageRequest, in_words_of, on_paper
from app.picture.pdf import Printable, write_pdf
from app.picture.plan_page import plan_pages
from app.picture.png import Paint, paint_image, write_png
from app.picture.progress import Work
from app.picture.reel import Reel
from app.picture.sheet import Sheet
from app.picture.sheet_page import SheetPage
from app.picture.sheet_reel import SheetReel
from app.picture.shot import Shot
from app.picture.strip import Strip


class Export(msgspec.Struct, frozen=True):
    """What is written into a file.

    Attributes:
        shot: what it shows.
        sheet: the teaching picture these movements belong to, with its panels and texts.
        at: the moment of a still, s on the shot's clock; None for a strip of key poses.
        page: what a PDF page says beside it.
        say: puts the texts around key poses into a language; English without it.
    """

    shot: Shot
    sheet: Sheet | None = None
    at: float | None = None
    page: PageRequest = PageRequest()
    say: Callable[[Message], str] = str


def export(request: Export, file: Path) -> Work:
    """Write a file; its name says what kind. In the end it is complete, or as it was before.

    Raises:
        PictureError: before any work, where the name, the size or the place cannot be; or when
            the writing fails. Nothing is left then.
    """
    kind = kind_of(file)
    if kind is not Kind.PDF:
        check_size(kind, request.shot.size)
    if kind is Kind.MP4:
        from app.picture.multimedia import need_multimedia

        need_multimedia()
    with Draft(file) as draft:
        yield from _write(kind, request, draft.path)


def _write(kind: Kind, request: Export, path: Path) -> Work:
    """Return the work for a kind; what it needs is loaded only now, as some of it is heavy."""
    reel = reel_of(request)
    match kind:
        case Kind.GIF:
            from app.picture.gif import write_gif

            return write_gif(reel, path)
        case Kind.WEBP:
            from app.picture.webp import write_webp

            return write_webp(reel, path)
        case Kind.MP4:
            from app.picture.mp4 import write_mp4

            return write_mp4(reel, path)
        case Kind.PDF:
            return write_pdf(pages_of(request), path)
        case Kind.PNG:
            return write_png(still_of(request), request.shot.size, path)


def paint_still(request: Export) -> QImage:
    """Return a still as an image.

    Raises:
        PictureError: its size cannot be.
    """
    check_size(Kind.PNG, request.shot.size)
    return paint_image(still_of(request), request.shot.size)


def reel_of(request: Export) -> Reel:
    """Return the painter of a moving picture's moments."""
    sheet, shot = request.sheet, request.shot
    return Reel(shot) if sheet is None else SheetReel(sheet, shot)


def pages_of(request: Export) -> list[Printable]:
    """Return the painters of the pages; there is at least one."""
    sheet, shot = request.sheet, on_paper(request.shot)
    if sheet is not None:
        return [SheetPage(sheet, shot, request.page.paper)]
    if request.page.plan:
        return [*plan_pages(request.page, shot, request.say)]
    return [Page(Reel(in_words_of(shot, request.page.exercise)), request.page, request.say)]


def still_of(request: Export) -> Paint:
    """Return the painter of a still: a teaching picture, a moment, or a strip of key poses."""
    if request.sheet is not None:
        return SheetReel(request.sheet, request.shot).paint_still
    reel, at = Reel(request.shot), request.at
    if at is None:
        return Strip(reel, request.say).paint

    def paint(painter: QPainter, area: QRectF) -> None:
        reel.paint(painter, area, at)

    return paint
