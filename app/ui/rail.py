"""The rail on the left: one button for each page."""

from __future__ import annotations

from enum import StrEnum
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QToolButton, QVBoxLayout

from app.ui.icons import Icons
from app.ui.layouts import arrange
from app.ui.theme import Appearance


class PageId(StrEnum):
    """The pages of the window, in the order of the rail."""

    TODAY = "today"
    LEARN = "learn"
    COMPARE = "compare"
    PRACTICE = "practice"
    PROGRESS = "progress"
    SETTINGS = "settings"


class Rail(QFrame):
    """The buttons that choose a page.

    Signals:
        page_requested: the user chose a page.
    """

    page_requested = Signal(PageId)

    def __init__(self, icons: Icons, appearance: Appearance) -> None:
        super().__init__()
        self._icons, self._appearance = icons, appearance
        self.setProperty("look", "rail")
        self.setFixedWidth(92)
        titles = {
            PageId.TODAY: self.tr("Today"),
            PageId.LEARN: self.tr("Learn"),
            PageId.COMPARE: self.tr("Compare"),
            PageId.PRACTICE: self.tr("Practice"),
            PageId.PROGRESS: self.tr("Progress"),
            PageId.SETTINGS: self.tr("Settings"),
        }
        column = arrange(QVBoxLayout(self), spacing=8, margins=(8, 16, 8, 16))
        group = QButtonGroup(self)
        self._buttons: dict[PageId, QToolButton] = {}
        for number, (page, title) in enumerate(titles.items(), start=1):
            button = QToolButton()
            button.setText(title)
            button.setAccessibleName(title)
            button.setToolTip(f"{title} (Ctrl+{number})")
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
            button.setIconSize(QSize(24, 24))
            button.setFixedSize(76, 60)
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

    def show_page(self, page: PageId) -> None:
        """Mark the page that is shown; Tab stops at its button, the arrow keys move on from it."""
        self._buttons[page].setChecked(True)
        for other, button in self._buttons.items():
            stops = other is page
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus if stops else Qt.FocusPolicy.NoFocus)

    def _draw(self) -> None:
        for page, button in self._buttons.items():
            self._draw_icon(page, button.isChecked())

    def _draw_icon(self, page: PageId, shown: bool) -> None:
        palette = self._appearance.palette
        colour = palette.right if shown else palette.ink
        self._buttons[page].setIcon(self._icons.pixmap(page.value, colour, 24))
