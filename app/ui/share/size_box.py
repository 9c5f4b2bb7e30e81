"""The size of a picture: a usual one, or the user's own."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from app.figure.palette import LIGHT
from app.picture.kind import LEAST, MOST_MOVING, MOST_STILL, Size, usual_size
from app.picture.reel import Reel
from app.picture.sheet_reel import usual_sheet_size
from app.picture.shot import Shot
from app.picture.strip import Strip
from app.ui.accessibility import label, name_choice, named
from app.ui.layouts import arrange
from app.ui.messages import say
from app.ui.number_box import NumberBox, complaint
from app.ui.share.choice import ShareFormat
from app.ui.share.subject import Subject

#: Sizes for messages, pages and screens, px.
_MOVING = (Size(480, 480), Size(800, 480), Size(720, 720), Size(1280, 720), Size(1920, 1080))
_STILL = (Size(960, 960), Size(1600, 960), Size(1920, 1080), Size(2560, 1440), Size(3840, 2160))
_OWN, _AS_NEEDED = "own", "as needed"


class SizeBox(QWidget):
    """Offers the sizes that suit a format; width and height appear for the user's own size.

    Signals:
        changed: another size was chosen.
    """

    changed = Signal()

    def __init__(self, subject: Subject) -> None:
        super().__init__()
        self._subject = subject
        self._beside = len(subject.motions) > 1 and not subject.look.overlaid
        self._needed: Size | None = None
        self._box = QComboBox()
        self._sides = self._width, self._height = NumberBox(step=10), NumberBox(step=10)
        self._own = QWidget()
        self._offered = ""
        row = arrange(QHBoxLayout(), (self._width, 1), label("×"), (self._height, 1), spacing=8)
        arrange(QVBoxLayout(self._own), row, *map(complaint, self._sides), spacing=4, margins=0)
        arrange(QVBoxLayout(self), self._box, self._own, spacing=8, margins=0)
        self.setFocusProxy(self._box)
        name_choice(self._box, self.tr("Size"))
        named(self._width, self.tr("Width in pixels"))
        named(self._height, self.tr("Height in pixels"))
        self._box.currentIndexChanged.connect(self._follow)
        for side in self._sides:
            side.valueChanged.connect(self.changed)
            side.refused.connect(self.changed)

    @property
    def is_refused(self) -> bool:
        """Whether the size typed is none that can be."""
        return self._box.currentData() == _OWN and any(side.is_refused for side in self._sides)

    @property
    def value(self) -> Size:
        """The size that is chosen, px."""
        chosen = self._box.currentData()
        if chosen == _OWN:
            return Size(*(round(side.value()) for side in self._sides))
        return self._needed if chosen == _AS_NEEDED and self._needed else Size(*chosen)

    def offer(self, form: ShareFormat) -> None:
        """Offer the sizes for a format, with its usual one chosen."""
        own = form if form in (ShareFormat.POSES, ShareFormat.FILM) else None
        offered = own or ("moving" if form.kind.moves else "still")
        if offered == self._offered:
            return
        self._offered = offered
        self._box.blockSignals(True)
        self._box.clear()
        self._needed = self._fit(form)
        if self._needed is not None:
            needed = self.tr("Automatic ({size})")
            self._box.addItem(needed.format(size=_text(self._needed)), _AS_NEEDED)
        for size in _MOVING if form.kind.moves else _STILL:
            self._box.addItem(_text(size), size)
        self._box.addItem(self.tr("Another size"), _OWN)
        usual = usual_size(form.kind, beside=self._beside)
        at = 0 if self._needed else max(0, self._box.findText(_text(usual)))
        self._box.setCurrentIndex(at)
        self._box.blockSignals(False)
        for side, length in zip(self._sides, usual, strict=True):
            side.set_limits(LEAST, MOST_MOVING if form.kind.moves else MOST_STILL)
            side.show_value(length)
        self._follow()

    def _fit(self, form: ShareFormat) -> Size | None:
        """Return the natural size of a format; None if any size will do."""
        subject = self._subject
        if subject.sheet is not None:
            return usual_sheet_size(subject.sheet, form.kind)
        if form is not ShareFormat.POSES:
            return None
        usual = Shot(subject.motions, subject.look, LIGHT, usual_size(form.kind, beside=False))
        return Strip(Reel(usual), say).usual_size()

    def _follow(self) -> None:
        self._own.setVisible(self._box.currentData() == _OWN)
        self.changed.emit()


def _text(size: Size) -> str:
    return f"{size.width} × {size.height}"
