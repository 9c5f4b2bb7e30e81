"""How large a picture is: a usual size, or one of the user's own."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QSpinBox, QVBoxLayout, QWidget

from app.figure.palette import LIGHT
from app.picture.kind import LEAST, MOST_MOVING, MOST_STILL, Size, usual_size
from app.picture.page_texts import PageTexts
from app.picture.reel import Reel
from app.picture.sheet_reel import usual_sheet_size
from app.picture.shot import Shot
from app.picture.strip import Strip
from app.ui.accessibility import label, named
from app.ui.share.choice import ShareFormat
from app.ui.share.subject import Subject

#: Sizes for messages, pages and screens, px.
_MOVING = (Size(480, 480), Size(800, 480), Size(720, 720), Size(1280, 720), Size(1920, 1080))
_STILL = (Size(960, 960), Size(1600, 960), Size(1920, 1080), Size(2560, 1440), Size(3840, 2160))
_OWN, _AS_NEEDED = "own", "as needed"
_TEXT_MARGIN = 8


class SizeBox(QWidget):
    """Offers the sizes that suit a form; width and height appear when they are the user's own.

    Signals:
        changed: another size is chosen.
    """

    changed = Signal()

    def __init__(self, subject: Subject) -> None:
        super().__init__()
        self._subject = subject
        self._beside = len(subject.motions) > 1 and not subject.look.overlaid
        self._needed: Size | None = None
        self._box = QComboBox()
        self._width, self._height = _side(), _side()
        self._own = QWidget()
        self._offered = ""
        row = QHBoxLayout(self._own)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._width, 1)
        row.addWidget(label("×"))
        row.addWidget(self._height, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._box)
        column.addWidget(self._own)
        self.setFocusProxy(self._box)
        named(self._box, self.tr("Size"))
        named(self._width, self.tr("Width in pixels"))
        named(self._height, self.tr("Height in pixels"))
        self._box.currentIndexChanged.connect(self._follow)
        self._width.valueChanged.connect(self.changed)
        self._height.valueChanged.connect(self.changed)

    @property
    def value(self) -> Size:
        """The size that is chosen, px."""
        chosen = self._box.currentData()
        if chosen == _OWN:
            return Size(self._width.value(), self._height.value())
        return self._needed if chosen == _AS_NEEDED and self._needed else Size(*chosen)

    def offer(self, form: ShareFormat) -> None:
        """Offer the sizes for a form, its usual one chosen."""
        poses = form is ShareFormat.POSES
        offered = "poses" if poses else "moving" if form.kind.moves else "still"
        if offered == self._offered:
            return
        self._offered = offered
        self._box.blockSignals(True)
        self._box.clear()
        self._needed = self._fit(form)
        if self._needed is not None:
            needed = self.tr("Fitting: {size}")
            self._box.addItem(needed.format(size=_text(self._needed)), _AS_NEEDED)
        for size in _MOVING if form.kind.moves else _STILL:
            self._box.addItem(_text(size), size)
        self._box.addItem(self.tr("Another size"), _OWN)
        usual = usual_size(form.kind, beside=self._beside)
        at = 0 if self._needed else max(0, self._box.findText(_text(usual)))
        self._box.setCurrentIndex(at)
        self._box.blockSignals(False)
        for side, length in zip((self._width, self._height), usual, strict=True):
            side.setRange(LEAST, MOST_MOVING if form.kind.moves else MOST_STILL)
            side.setValue(length)
        self._follow()

    def choose_own(self, size: Size) -> None:
        """Choose a size of the user's own."""
        self._box.setCurrentIndex(self._box.findData(_OWN))
        self._width.setValue(size.width)
        self._height.setValue(size.height)

    def _fit(self, form: ShareFormat) -> Size | None:
        """Return the size something takes by itself; None where any size will do."""
        subject = self._subject
        if subject.sheet is not None:
            return usual_sheet_size(subject.sheet, form.kind)
        if form is not ShareFormat.POSES:
            return None
        usual = Shot(subject.motions, subject.look, LIGHT, usual_size(form.kind, beside=False))
        return Strip(Reel(usual), PageTexts()).usual_size()

    def _follow(self) -> None:
        self._own.setVisible(self._box.currentData() == _OWN)
        self.changed.emit()


def _side() -> QSpinBox:
    side = QSpinBox()
    # With buttons of its own a style sheet's padding does not reach the text (Qt 6.11).
    side.lineEdit().setTextMargins(_TEXT_MARGIN, 0, 0, 0)
    side.setKeyboardTracking(False)
    side.setSingleStep(10)
    return side


def _text(size: Size) -> str:
    return f"{size.width} × {size.height}"
