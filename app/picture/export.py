"""Any shot into any kind of file: whole, or not at all."""

from __future__ import annotations

from pathlib import Path

import msgspec
from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from app.picture.draft import Draft
from app.picture.kind import Kind, check_size, kind_of
from app.picture.page import Page, PageRequest, on_paper
from app.picture.page_words import PageWords
from app.picture.png import write_png
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
        sheet: the teaching picture whose movements these are, with its panels and its words.
        at: the moment of a still, s on the shot's clock; None: a strip of key poses.
        page: what a PDF page says beside it.
        words: what is written around key poses.
    """

    shot: Shot
    sheet: Sheet | None = None
    at: float | None = None
    page: PageRequest = PageRequest()
    words: PageWords = PageWords()


def export(request: Export, file: Path) -> Work:
    """Write a file; its name says what kind. It is there whole, or as it was before.

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
    """Return the work for a kind; what it needs is loaded now, for some of it is heavy."""
    sheet = request.sheet
    reel = Reel(request.shot) if sheet is None else SheetReel(sheet, request.shot)
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
            from app.picture.pdf import write_pdf

            shot = on_paper(request.shot)
            if sheet is not None:
                return write_pdf(SheetPage(sheet, shot, request.page.paper), path)
            printed = Reel(shot)
            return write_pdf(Page(printed, request.page, request.words), path)
        case Kind.PNG:
            if isinstance(reel, SheetReel):
                return write_png(reel.paint_still, request.shot.size, path)
            at = request.at
            if at is None:
                return write_png(Strip(reel, request.words).paint, request.shot.size, path)

            def paint(painter: QPainter, area: QRectF) -> None:
                reel.paint(painter, area, at)

            return write_png(paint, request.shot.size, path)
