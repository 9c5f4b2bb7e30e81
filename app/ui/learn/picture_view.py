"""A teaching picture in the figure's place, on the user's body and in the theme's colours."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy

from app.body.anthropometry import Body
from app.figure.figure_texts import FigureTexts
from app.figure.look import Look
from app.lessons.picture import Picture
from app.movement.model import Movement
from app.picture.sheet import Sheet
from app.picture.sheet_painter import paint_sheet
from app.ui.accessibility import named
from app.ui.focus_frame import FocusFramed
from app.ui.theme import Appearance

if TYPE_CHECKING:
    from app.ui.learn.picture_text import PictureText


#: How much of the room the words take beside the picture, and how broad they may be, px.
_WORDS_SHARE, _NARROWEST, _WIDEST, _GAP = 0.36, 216, 360, 8


class PictureView(FocusFramed):
    """Shows one teaching picture, as large as there is room."""

    def __init__(
        self,
        movements: Mapping[str, Movement],
        appearance: Appearance,
        words: Callable[[], FigureTexts],
    ) -> None:
        super().__init__()
        self._movements, self._appearance, self._words = movements, appearance, words
        self._sheet: Sheet | None = None
        self._text: PictureText | None = None
        appearance.changed.connect(self.update)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(260, 180)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    @property
    def picture_id(self) -> str | None:
        """The id of the picture that is shown."""
        return self._sheet.picture.id if self._sheet else None

    @property
    def sheet(self) -> Sheet | None:
        """The picture on its body, as it is exported."""
        return self._sheet

    @property
    def look(self) -> Look:
        """How its figures are seen; the rest the picture says itself."""
        return Look(style=self._appearance.style, words=self._words())

    def show_picture(self, picture: Picture, body: Body) -> None:
        """Show a picture on a body in place of the one before."""
        self._sheet = Sheet(picture, self._movements, body)
        named(self, picture.title, picture.text)
        if self._text is not None:
            self._text.show_picture(picture)
        self.update()

    def show_text(self, shown: bool) -> None:
        """Show the picture's words beside it, or no longer."""
        if self._text is None:
            from app.ui.learn.picture_text import PictureText

            self._text = PictureText(self)
            if self._sheet is not None:
                self._text.show_picture(self._sheet.picture)
        elif not shown and self._text.isAncestorOf(self.window().focusWidget()):
            self.setFocus()
        self._text.setVisible(shown)
        self._share_room()
        self.update()

    def sizeHint(self) -> QSize:
        """Return a size that suits most windows."""
        return QSize(720, 480)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the picture; its title stands in the step below."""
        del event
        if self._sheet is None:
            return
        painter = QPainter(self)
        palette = self._appearance.palette
        area = QRectF(self._picture_area())
        paint_sheet(painter, area, self._sheet, self.look, palette, heading=False)
        self.paint_focus(painter, QRectF(self.rect()), palette)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the room with the words."""
        super().resizeEvent(event)
        self._share_room()

    def _share_room(self) -> None:
        if self._text is not None:
            place = self.rect()
            place.setLeft(place.right() + 1 - self._words_width())
            self._text.setGeometry(place)

    def _picture_area(self) -> QRect:
        """Return what the words leave, px."""
        if self._text is None or self._text.isHidden():
            return self.rect()
        return self.rect().adjusted(0, 0, -self._words_width() - _GAP, 0)

    def _words_width(self) -> int:
        return min(_WIDEST, max(_NARROWEST, round(self.width() * _WORDS_SHARE)))
