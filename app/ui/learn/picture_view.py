"""A teaching picture in place of the figure, on the user's body and in the theme's colours."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy

from app.body.anthropometry import Body
from app.figure.figure_texts import FigureTexts
from app.figure.look import Look
from app.lessons.people import Person
from app.lessons.picture import Picture
from app.movement.model import Movement
from app.picture.sheet import Sheet
from app.picture.sheet_painter import paint_sheet
from app.ui.accessibility import named
from app.ui.focus_frame import FocusFramed
from app.ui.learn.picture_text import PictureText
from app.ui.theme import Appearance

#: So that Next stays in view in a small window with large text, px.
_LEAST_HEIGHT = 100
#: How much of the room the text takes beside the picture, and how wide it may be, px.
_WORDS_SHARE, _NARROWEST, _WIDEST, _GAP = 0.36, 216, 360, 8


class PictureView(FocusFramed):
    """Shows one teaching picture as large as possible.

    Attributes:
        sheet: the picture on its body, as it is exported; None so far.
    """

    def __init__(
        self,
        movements: Mapping[str, Movement],
        appearance: Appearance,
        words: Callable[[], FigureTexts],
    ) -> None:
        super().__init__()
        self._movements, self._appearance, self._words = movements, appearance, words
        self.sheet: Sheet | None = None
        self._text: PictureText | None = None
        appearance.changed.connect(self.update)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(260, _LEAST_HEIGHT)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    @property
    def look(self) -> Look:
        """How its figures are shown; the picture itself says the rest."""
        people: tuple[Person, ...] = ()
        if self.sheet is not None:
            people = self._appearance.people_for(self.sheet.picture.id, self.sheet.body)
        return Look(style=self._appearance.style, people=people, words=self._words())

    def show_picture(self, picture: Picture, body: Body) -> None:
        """Show another picture, on a body."""
        self.sheet = Sheet(picture, self._movements, body)
        named(self, picture.title, picture.text)
        if self._text is not None:
            self._text.show_picture(picture)
        self.update()

    def show_text(self, shown: bool) -> None:
        """Show or hide the picture's text beside it."""
        if self._text is None:
            self._text = PictureText(self)
            if self.sheet is not None:
                self._text.show_picture(self.sheet.picture)
        elif not shown and self._text.isAncestorOf(self.window().focusWidget()):
            self.setFocus()
        self._text.setVisible(shown)
        self._share_room()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the least size; layouts give it what is left."""
        return self.minimumSize()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the picture; its title is in the step below."""
        del event
        if self.sheet is None:
            return
        painter = QPainter(self)
        palette = self._appearance.palette
        area = QRectF(self._picture_area())
        paint_sheet(painter, area, self.sheet, self.look, palette, heading=False)
        self.paint_focus(painter, QRectF(self.rect()), palette)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the room with the text."""
        super().resizeEvent(event)
        self._share_room()

    def _share_room(self) -> None:
        if self._text is not None:
            place = self.rect()
            place.setLeft(place.right() + 1 - self._words_width())
            self._text.setGeometry(place)

    def _picture_area(self) -> QRect:
        """Return the area the text leaves free, px."""
        if self._text is None or self._text.isHidden():
            return self.rect()
        return self.rect().adjusted(0, 0, -self._words_width() - _GAP, 0)

    def _words_width(self) -> int:
        return min(_WIDEST, max(_NARROWEST, round(self.width() * _WORDS_SHARE)))
