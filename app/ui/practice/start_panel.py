"""The card beside the figure: what would be started, and how it is led."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QScrollArea, QVBoxLayout, QWidget

from app.ui.accessibility import label
from app.ui.layouts import Column, arrange
from app.ui.practice.start_box import StartBox
from app.ui.scroll_edge import edged
from app.ui.text_sized import limit

#: Of the texts that scroll, px.
_LEAST_HEIGHT = 160


class StartPanel(QFrame):
    """Its texts and numbers scroll where the window is small; the start stays in view.

    Attributes:
        column: where they go.
        title: what would be started; pace: who leads the repetitions. Both go into the column.
        start: how it is led, and its start.

    Signals:
        pace_changed: whether the user, or the clock, is to lead the repetitions.
    """

    pace_changed = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "card")
        self.title = label("", "heading", wrap=True)
        self.pace = QCheckBox(self.tr("At my own pace"))
        self.pace.setAccessibleName(self.pace.text())
        self.pace.setToolTip(self.tr("Press Space, click or tap to end each rep."))
        self.pace.toggled.connect(self.pace_changed)
        self.start = StartBox()
        self._inner = QWidget()
        self._inner.setProperty("look", "page")
        self.column = arrange(QVBoxLayout(self._inner), spacing=8, margins=0)

    def close_column(self) -> None:
        """Put the start under the column, which is complete: the Tab key takes them in order."""
        self.column.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(self._inner)
        limit(scroll, least_height=_LEAST_HEIGHT)
        arrange(Column(self), (edged(scroll), 1), self.start, spacing=8, margins=16)

    @property
    def own_pace(self) -> bool:
        """Whether the user wants each repetition to wait for them."""
        return self.pace.isChecked()

    def show_pace(self, *, own: bool) -> None:
        """Show whether the user leads the repetitions, without a signal."""
        with QSignalBlocker(self.pace):
            self.pace.setChecked(own)

    def take_focus(self) -> None:
        """Put the focus on the start."""
        self.start.take_focus()
