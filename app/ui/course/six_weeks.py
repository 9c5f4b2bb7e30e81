"""The page about the course: to look at, to print and to keep as a PDF."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QLocale, QRectF, QSize, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QDialog, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.errors import UserError
from app.figure.look import Look
from app.figure.palette import LIGHT
from app.movement.model import Movement
from app.movement.motion import motion_on
from app.picture.course_page import CoursePage
from app.picture.draft import Draft
from app.picture.kind import Size
from app.picture.page_request import Paper, on_paper
from app.picture.pdf import write_pdf
from app.picture.shot import Shot
from app.programme.report import CourseReport
from app.ui.accessibility import announce, button, label, named, set_look, set_tip
from app.ui.dates import plain_date, short_date
from app.ui.file_dialogs import FileDialogs, FileKind, Purpose
from app.ui.keeper import SettingsKeeper
from app.ui.layouts import arrange
from app.ui.messages import say, say_all
from app.ui.share.printing import print_pages, why_no_printing
from app.ui.theme import Appearance, with_text
from app.ui.window_place import fit

_WIDTH, _HEIGHT = 640, 820
#: The movement the figure shows.
_MOVEMENT = "hinge"


class SixWeeksDialog(QDialog):
    """Shows the page; saves and prints it.

    Attributes:
        page: what is shown.
    """

    def __init__(
        self,
        report: CourseReport,
        movements: Mapping[str, Movement],
        keeper: SettingsKeeper,
        appearance: Appearance,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Your six weeks"))
        self._keeper, self._file = keeper, Path()
        shot = _shot(movements, keeper, appearance)
        self.page = CoursePage(report, shot, plain_date, short_date, say, _paper(), keeper.units)
        self._said = label("", wrap=True)
        self._folder = button(self.tr("Show folder"))
        self._folder.hide()
        self._print = button(self.tr("Print…"))
        save = button(self.tr("Save as PDF…"), "primary")
        close = button(self.tr("Close"))
        close.setDefault(True)
        row = arrange(
            QHBoxLayout(), self._folder, (self._said, 1), close, self._print, save, spacing=8
        )
        preview = _Preview(self.page)
        facts = [f"{number} {name}" for number, name in self.page.numbers]
        named(
            preview,
            self.windowTitle(),
            ". ".join([*facts, *self.page.measured, *self.page.answers]),
        )
        arrange(QVBoxLayout(self), (preview, 1), row, spacing=16, margins=20)
        self._folder.clicked.connect(self._open_folder)
        self._print.clicked.connect(self.print)
        save.clicked.connect(self.ask)
        close.clicked.connect(self.reject)
        if why := why_no_printing():
            self._print.setEnabled(False)
            set_tip(self._print, why)
        fit(self, QSize(with_text(_WIDTH), with_text(_HEIGHT)))
        save.setFocus()

    def ask(self) -> None:
        """Ask where to save the page, and save it."""
        kind = FileKind("PDF", "pdf")
        title, name = self.tr("Save as PDF"), self.tr("your-six-weeks")
        dialogs = FileDialogs(self._keeper)
        file = dialogs.save(self, Purpose.EXPORT, title, f"{name}.pdf", kind)
        if file is not None:
            self.save(file)

    def save(self, file: Path) -> None:
        """Save the page as a PDF."""
        try:
            with Draft(file) as draft:
                for _ in write_pdf([self.page], draft.path):
                    pass
        except UserError as error:
            self._tell(say_all(error), "wrong")
            return
        self._file = file
        self._folder.show()
        self._tell(self.tr("Saved as {file}.").format(file=file.name))

    def print(self) -> None:
        """Print the page in the system's own dialog."""
        try:
            printed = print_pages([self.page], self)
        except UserError as error:
            self._tell(say_all(error), "wrong")
            return
        if printed:
            self._tell(self.tr("Sent to the printer."))

    def _open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._file.parent)))

    def _tell(self, text: str, look: str = "strong") -> None:
        set_look(self._said, look)
        self._said.setText(text)
        announce(self, text)


class _Preview(QWidget):
    """Shows the page as large as there is room for, as sharp as the screen."""

    accessible_role = "Graphic"

    def __init__(self, page: CoursePage) -> None:
        super().__init__()
        self._page = page
        self.setMinimumSize(240, 300)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the page."""
        del event
        width, height = self._page.size
        scale = min(self.width() / width, self.height() / height)
        area = QRectF(0, 0, width * scale, height * scale)
        area.moveCenter(QRectF(self.rect()).center())
        painter = QPainter(self)
        painter.save()
        painter.translate(area.topLeft())
        painter.scale(scale, scale)
        self._page.paint(painter)
        painter.restore()
        painter.setPen(QPen(LIGHT.line, 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(area.adjusted(0.5, 0.5, -0.5, -0.5))
        painter.end()


def _paper() -> Paper:
    metric = QLocale().measurementSystem() == QLocale.MeasurementSystem.MetricSystem
    return "a4" if metric else "letter"


def _shot(
    movements: Mapping[str, Movement], keeper: SettingsKeeper, appearance: Appearance
) -> Shot:
    body = keeper.body
    motion = motion_on(body, movements.get(_MOVEMENT))
    look = Look(style=appearance.style, people=appearance.people_for(_MOVEMENT, body))
    motions = () if motion is None else (motion,)
    return on_paper(Shot(motions=motions, look=look, palette=LIGHT, size=Size(600, 600)))
