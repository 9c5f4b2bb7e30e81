"""The rail on the left: one button for each page."""

from __future__ import annotations

from enum import StrEnum
from functools import partial
from typing import TYPE_CHECKING

from PySide6 import QtCore
from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QApplication, QButtonGroup, QFrame, QToolButton, QVBoxLayout

from app.ui.choose import choose
from app.ui.icons import Icons
from app.ui.layouts import arrange
from app.ui.theme import Appearance

if TYPE_CHECKING:
    from PySide6.QtGui import QAccessibleInterface

_ICON, _MARGIN = 24, 8
#: Of a button, with names in text of 9 pt, points.
_LEAST = (76, 60)


class PageId(StrEnum):
    """The pages of the window, in the order of the rail."""

    TODAY = "today"
    LEARN = "learn"
    COMPARE = "compare"
    PRACTICE = "practice"
    PROGRESS = "progress"
    SETTINGS = "settings"


class _PageButton(QToolButton):
    """Chooses a page."""

    def make_accessible(self) -> QAccessibleInterface:
        """Return it as the tab of its page."""
        from app.ui.page_tab import PageTabAccessible

        return PageTabAccessible(self)


class Rail(QFrame):
    """The buttons that choose a page.

    Signals:
        page_requested: the user chose a page.
    """

    accessible_role = "PageTabList"

    page_requested = Signal(PageId)

    def __init__(self, icons: Icons, appearance: Appearance) -> None:
        super().__init__()
        self._icons, self._appearance = icons, appearance
        self.setProperty("look", "rail")
        self.setAccessibleName(self.tr("Pages"))
        titles = {
            PageId.TODAY: self.tr("Today"),
            PageId.LEARN: self.tr("Learn"),
            PageId.COMPARE: self.tr("Compare"),
            PageId.PRACTICE: self.tr("Practice"),
            PageId.PROGRESS: self.tr("Progress"),
            PageId.SETTINGS: self.tr("Settings"),
        }
        column = arrange(QVBoxLayout(self), spacing=8, margins=(_MARGIN, 16, _MARGIN, 16))
        group = QButtonGroup(self)
        self._buttons: dict[PageId, QToolButton] = {}
        for number, (page, title) in enumerate(titles.items(), start=1):
            button = _PageButton()
            button.setText(title)
            button.setAccessibleName(title)
            button.setToolTip(f"{title} (Ctrl+{number})")
            choose(button, toolButtonStyle="ToolButtonTextUnderIcon")
            button.setIconSize(QSize(_ICON, _ICON))
            button.setCheckable(True)
            button.clicked.connect(lambda _=False, page=page: self.page_requested.emit(page))
            button.toggled.connect(partial(self._draw_icon, page))
            group.addButton(button)
            if page is PageId.SETTINGS:
                column.addStretch(1)
            column.addWidget(button)
            self._buttons[page] = button
        self._draw()
        appearance.changed.connect(self._draw)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter press the button with the focus; a tool button knows Space alone."""
        if event.key() in (QtCore.Qt.Key.Key_Return, QtCore.Qt.Key.Key_Enter):
            next(one for one in self._buttons.values() if one.hasFocus()).click()
        else:
            super().keyPressEvent(event)

    def show_page(self, page: PageId) -> None:
        """Mark the page that is shown; Tab stops at its button, the arrow keys move on from it."""
        self._buttons[page].setChecked(True)
        for other, button in self._buttons.items():
            stops = other is page
            choose(button, focusPolicy="TabFocus" if stops else "NoFocus")

    def title(self, page: PageId) -> str:
        """Return what a page is called."""
        return self._buttons[page].text()

    def _draw(self) -> None:
        self._fit()
        for page, button in self._buttons.items():
            self._draw_icon(page, button.isChecked())

    def _fit(self) -> None:
        """Give the buttons the room their names take, in bold: that of the page shown is."""
        font = QFont(QApplication.font())
        font.setBold(True)
        metrics = QFontMetrics(font)
        widest = max(metrics.horizontalAdvance(one.text()) for one in self._buttons.values())
        size = QSize(max(_LEAST[0], widest + 14), max(_LEAST[1], _ICON + metrics.height() + 20))
        for button in self._buttons.values():
            button.setFixedSize(size)
        self.setFixedWidth(size.width() + 2 * _MARGIN)

    def _draw_icon(self, page: PageId, shown: bool) -> None:
        palette = self._appearance.palette
        colour = palette.right if shown else palette.ink
        self._buttons[page].setIcon(self._icons.pixmap(page.value, colour, _ICON))
