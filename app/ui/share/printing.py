"""Print pages in the system's own dialog. QtPrintSupport is loaded with the first page only."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QMarginsF, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize
from PySide6.QtWidgets import QDialog, QWidget

from app.picture.pdf import Printable, paint_pages
from app.picture.problem import PictureError
from app.ui.messages import translate


def why_no_printing() -> str:
    """Return why nothing can be printed here; empty where it can."""
    try:
        import PySide6.QtPrintSupport  # noqa: F401
    except ImportError as error:  # on Linux, a library of the system's may be missing
        text = translate("Share", "Printing is not available here ({reason}). Save it instead.")
        return text.format(reason=error)
    return ""


def print_pages(pages: Sequence[Printable], parent: QWidget) -> Path | None:
    """Ask where and how, and print.

    Returns:
        The file it was printed to, an empty path for a printer; None where the user does not want
        to after all.

    Raises:
        PictureError: the printer takes nothing.
    """
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(pages[0].title)
    printer.setCreator("Hip Hinge Trainer")
    printer.setPageLayout(_layout_of(pages[0]))
    printer.setFullPage(True)
    dialog = QPrintDialog(printer, parent)
    dialog.setWindowTitle(translate("Share", "Print"))
    if dialog.exec() != QDialog.DialogCode.Accepted:
        return None
    # The dialog may have chosen other margins; the pages have their own.
    printer.setFullPage(True)
    if len(list(paint_pages(pages, printer))) < len(pages):
        raise PictureError("pictures.not-printed", printer=printer.printerName())
    return Path(printer.outputFileName())


def _layout_of(page: Printable) -> QPageLayout:
    short, long = sorted(page.size)
    lying = page.size[0] > page.size[1]
    way = QPageLayout.Orientation.Landscape if lying else QPageLayout.Orientation.Portrait
    size = QPageSize(QSizeF(short, long), QPageSize.Unit.Point)
    return QPageLayout(size, way, QMarginsF())
