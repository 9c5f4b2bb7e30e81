"""The list of keys, opened with F1 or ?."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.ui.accessibility import button, label, named
from app.ui.layouts import STRETCH, Turning, arrange
from app.ui.scroll_column import scrolling
from app.ui.theme import with_text
from app.ui.window_place import fit

_WIDTH = 880


class KeyGroup(NamedTuple):
    """Keys that belong together.

    Attributes:
        title: where they work.
        keys: each with what it does.
    """

    title: str
    keys: Sequence[tuple[str, str]]


class ShortcutsDialog(QDialog):
    """Shows which key does what, in two columns.

    Signals:
        about_requested: the user wants to know about the program.
    """

    about_requested = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Keys"))
        keys = QWidget()
        columns = arrange(Turning(keys), spacing=40, margins=0)
        for groups in (self._pages(), self._playing()):
            columns.addLayout(_column(groups), 1)
        close = button(self.tr("Close"), "primary")
        close.clicked.connect(self.accept)
        about = button(self.tr("About the program"))
        about.clicked.connect(self.accept)
        about.clicked.connect(self.about_requested)
        area = scrolling(keys)
        named(area, self.windowTitle())
        bottom = arrange(QHBoxLayout(), about, STRETCH, close, spacing=8)
        arrange(QVBoxLayout(self), (area, 1), bottom, spacing=16, margins=24)
        width = with_text(_WIDTH)
        height = keys.heightForWidth(width - 2 * 24) + close.sizeHint().height() + 2 * 24 + 16
        fit(self, QSize(width, height))
        close.setFocus()

    def _pages(self) -> list[KeyGroup]:
        everywhere = [
            ("Ctrl+1 … Ctrl+6", self.tr("Choose a page")),
            (self.tr("Tab"), self.tr("Go to the next control")),
            ("F1, ?", self.tr("Show these keys")),
            ("Ctrl+Q", self.tr("Close the program")),
        ]
        learn = [
            ("←  →", self.tr("Step back and forward in the lesson")),
            (self.tr("Page up, Page down"), self.tr("Previous and next lesson")),
        ]
        graph = [
            ("←  →", self.tr("One frame back or forward")),
            (self.tr("Home, End"), self.tr("To the start or the end")),
        ]
        try_it = [
            ("←  →", self.tr("Hips back or forward")),
            ("↑  ↓", self.tr("Knees straighter or more bent")),
            (self.tr("Shift ↑, Shift ↓"), self.tr("Trunk up or down")),
            (self.tr("Home"), self.tr("Start over")),
        ]
        progress = [
            (self.tr("Delete"), self.tr("Delete the set or session you are on")),
            ("Ctrl+Z", self.tr("Undo the last change")),
        ]
        return [
            KeyGroup(self.tr("Everywhere"), everywhere),
            KeyGroup(self.tr("Learn"), learn),
            KeyGroup(self.tr("Compare: graph"), graph),
            KeyGroup(self.tr("Compare: try it yourself"), try_it),
            KeyGroup(self.tr("Progress"), progress),
        ]

    def _playing(self) -> list[KeyGroup]:
        moving = [
            (self.tr("Space"), self.tr("Play or pause")),
            (",  .", self.tr("One frame back or forward")),
            ("<  >", self.tr("One phase back or forward")),
            (self.tr("Home, End"), self.tr("To the start or the end")),
            ("-  +", self.tr("Slower or faster")),
            ("L", self.tr("Loop on or off")),
        ]
        seeing = [
            ("[  ]", self.tr("Turn it left or right; or drag it")),
            ("S  F  B", self.tr("See its side, front or back")),
            ("M", self.tr("Mirror it")),
            ("1 … 9", self.tr("Lines, angles, muscles, load on or off")),
            ("T", self.tr("The figure, or a picture, in words")),
            ("Ctrl+S", self.tr("Save it as a picture, a film or a page")),
        ]
        practice = [
            (self.tr("Space, media play key"), self.tr("Pause or go on")),
            ("←  →", self.tr("Back and skip")),
            ("R, +", self.tr("Repeat the set, add a rest")),
            ("F11", self.tr("Fill the screen, or leave it")),
            (
                self.tr("Escape, S"),
                self.tr("Stop for now; Escape leaves the far view first"),
            ),
            (self.tr("1 … 6, Escape"), self.tr("Answer the question afterwards, or skip it")),
            ("Ctrl+Z", self.tr("Take back pain that was noted by mistake")),
        ]
        return [
            KeyGroup(self.tr("Figure: moving"), moving),
            KeyGroup(self.tr("Figure: seeing"), seeing),
            KeyGroup(self.tr("Practice"), practice),
        ]


def _column(groups: Sequence[KeyGroup]) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(24)
    grid.setVerticalSpacing(8)
    grid.setColumnStretch(1, 1)
    row = 0
    for group in groups:
        if row:
            grid.setRowMinimumHeight(row, 8)
            row += 1
        grid.addWidget(label(group.title, "strong"), row, 0, 1, 2)
        row += 1
        for key, what in group.keys:
            grid.addWidget(label(key, ""), row, 0)
            grid.addWidget(label(what, "", wrap=True), row, 1)
            row += 1
    grid.setRowStretch(row, 1)
    return grid
