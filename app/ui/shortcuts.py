"""The list of keyboard shortcuts, opened with F1 or ?."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.ui.accessibility import button, label, named
from app.ui.layouts import Turning, arrange
from app.ui.messages import translate
from app.ui.scroll_column import scrolling
from app.ui.scroll_edge import edged
from app.ui.single_keys import single_keys, usable
from app.ui.theme import with_text
from app.ui.window_place import fit

_WIDTH = 880


class KeyGroup(NamedTuple):
    """Keys that belong together.

    Attributes:
        title: where they work.
        keys: some, and what they do.
    """

    title: str
    keys: Sequence[tuple[Sequence[str], str]]


class ShortcutsDialog(QDialog):
    """Shows which key does what, in two columns: those in use.

    Signals:
        about_requested: the user wants to know about the program.
    """

    about_requested = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Keyboard shortcuts"))
        keys = QWidget()
        columns = arrange(Turning(keys), spacing=40, margins=0)
        for groups in (pages(), figures()):
            columns.addLayout(_column(groups), 1)
        if single_keys():
            turned = self.tr("Single-key shortcuts can be turned off in Settings.")
        else:
            turned = self.tr("Single-key shortcuts are turned off in Settings.")
        close = button(self.tr("Close"), "primary")
        close.setDefault(True)
        close.clicked.connect(self.accept)
        about = button(self.tr("About the program"))
        about.clicked.connect(self.accept)
        about.clicked.connect(self.about_requested)
        area = scrolling(keys)
        named(area, self.windowTitle())
        note = label(turned, "muted", wrap=True)
        bottom = arrange(QHBoxLayout(), (note, 1), about, close, spacing=8)
        arrange(QVBoxLayout(self), (edged(area), 1), bottom, spacing=16, margins=24)
        width = with_text(_WIDTH)
        height = keys.heightForWidth(width - 2 * 24) + close.sizeHint().height() + 2 * 24 + 16 + 1
        fit(self, QSize(width, height))
        close.setFocus()


def pages() -> list[KeyGroup]:
    """Return the keys of the window and its pages."""
    space, escape = translate("Keys", "Space"), translate("Keys", "Escape")
    media = translate("Keys", "media keys")
    home, end = translate("Keys", "Home"), translate("Keys", "End")
    everywhere = [
        (["Ctrl+1 … Ctrl+6"], translate("Keys", "Go to a page")),
        ([translate("Keys", "Tab")], translate("Keys", "Go to the next control")),
        ([translate("Keys", "Enter")], translate("Keys", "Press the focused control")),
        (["F1", "?"], translate("Keys", "Show these shortcuts")),
        (["Ctrl+Q"], translate("Keys", "Close the program")),
    ]
    learn = [
        (["←", "→"], translate("Keys", "Previous or next step")),
        ([home, end], translate("Keys", "First or last step")),
        (
            [translate("Keys", "Page up"), translate("Keys", "Page down")],
            translate("Keys", "Previous or next lesson"),
        ),
    ]
    practice = [
        ([space, media], translate("Keys", "Pause or resume")),
        ([space], translate("Keys", "End the rep, at your own pace")),
        (["F"], translate("Keys", "Far enough: end the wall drill")),
        (["←", "→", media], translate("Keys", "Back and skip")),
        (["R", "+"], translate("Keys", "Repeat the set, lengthen the rest")),
        (["F11"], translate("Keys", "Full screen on or off")),
        ([escape, "S", media], translate("Keys", "Stop for now; Escape exits full screen first")),
        (["1 … 6"], translate("Keys", "Answer the question at the end")),
        ([escape], translate("Keys", "Skip, or keep your earlier answers")),
        (["Ctrl+Z"], translate("Keys", "Take back pain reported by mistake")),
        ([escape], translate("Keys", "Leave the form of an exercise")),
    ]
    progress = [
        ([translate("Keys", "Delete")], translate("Keys", "Delete the set or session you are on")),
        (["Ctrl+Z"], translate("Keys", "Undo the last change")),
    ]
    course = [
        (["Ctrl+Z"], translate("Keys", "Undo the last decision")),
    ]
    return [
        KeyGroup(translate("Keys", "Everywhere"), everywhere),
        KeyGroup(translate("Keys", "Your course"), course),
        KeyGroup(translate("Keys", "Learn"), learn),
        KeyGroup(translate("Keys", "Practice"), practice),
        KeyGroup(translate("Keys", "Progress"), progress),
    ]


def figures() -> list[KeyGroup]:
    """Return the keys of the figures, and of Compare."""
    home = translate("Keys", "Home")
    ends = [translate("Keys", "Shift Home"), translate("Keys", "Shift End")]
    moving = [
        ([translate("Keys", "Space")], translate("Keys", "Play or pause")),
        ([",", "."], translate("Keys", "One frame back or forward")),
        (["<", ">"], translate("Keys", "One phase back or forward")),
        (ends, translate("Keys", "To the start or the end")),
        (["-", "+"], translate("Keys", "Slower or faster")),
        (["L"], translate("Keys", "Loop on or off")),
    ]
    seeing = [
        (["[", "]"], translate("Keys", "Rotate (or drag the figure)")),
        (["S", "F", "B"], translate("Keys", "View from the side, front or back")),
        (["M"], translate("Keys", "Mirror the figure")),
        (["1 … 9"], translate("Keys", "Lines, angles, muscles, load on or off")),
        (["T"], translate("Keys", "Describe the figure or picture")),
        (["Ctrl+S"], translate("Keys", "Save or share it")),
    ]
    graph = [
        (["←", "→"], translate("Keys", "One frame back or forward, in the graph")),
        ([home, translate("Keys", "End")], translate("Keys", "To the start or the end")),
    ]
    try_it = [
        (["←", "→"], translate("Keys", "Hips back or forward")),
        (["↑", "↓"], translate("Keys", "Knees straighter or more bent")),
        (
            [translate("Keys", "Shift ↑"), translate("Keys", "Shift ↓")],
            translate("Keys", "Trunk up or down"),
        ),
        ([home], translate("Keys", "Start over")),
    ]
    return [
        KeyGroup(translate("Keys", "Figure: moving"), moving),
        KeyGroup(translate("Keys", "Figure: seeing"), seeing),
        KeyGroup(translate("Keys", "Compare"), graph),
        KeyGroup(translate("Keys", "Compare: try it yourself"), try_it),
    ]


def _column(groups: Sequence[KeyGroup]) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(24)
    grid.setVerticalSpacing(6)
    grid.setColumnStretch(1, 1)
    row = 0
    for group in groups:
        if row:
            grid.setRowMinimumHeight(row, 8)
            row += 1
        grid.addWidget(label(group.title, "strong"), row, 0, 1, 2)
        row += 1
        for keys, what in group.keys:
            if found := usable(keys):
                grid.addWidget(label("  ".join(found), ""), row, 0)
                grid.addWidget(label(what, "", wrap=True), row, 1)
                row += 1
    grid.setRowStretch(row, 1)
    return grid
