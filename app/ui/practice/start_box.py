"""How a session will be led, how long it takes, and its start: under every choice."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.ui.accessibility import button, label
from app.ui.number_text import unbroken


class StartBox(QWidget):
    """Says whether it can be heard, and begins.

    Signals:
        start_requested, settings_requested: the user wants to begin, or to change the sound.
    """

    start_requested = Signal()
    settings_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._total = label("", "muted", wrap=True)
        self._listen = label(
            self.tr("Look at the floor ahead of you and listen. The tones will guide you."),
            "strong",
            wrap=True,
        )
        self._silent = label(
            self.tr("There is no sound. Let the screen guide you, or practise at your own pace."),
            "strong",
            wrap=True,
        )
        self._why_silent = label("", "muted", wrap=True)
        self._settings = button(self.tr("Sound settings"))
        self._start = button(self.tr("Start"), "primary")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for widget in (
            self._silent, self._why_silent, self._settings, self._listen, self._total, self._start,
        ):  # fmt: skip
            column.addWidget(widget)
        self._settings.clicked.connect(self.settings_requested)
        self._start.clicked.connect(self.start_requested)

    def show_total(self, text: str) -> None:
        """Say how much it is in all."""
        self._total.setText(unbroken(text))

    def show_sound(self, *, available: bool, reason: str) -> None:
        """Say that the tones lead, or that there are none and why."""
        told = not available and bool(reason)
        self._why_silent.setText(reason if told else "")
        for widget in (self._silent, self._why_silent):
            widget.setVisible(told)
        self._settings.setVisible(told)
        self._listen.setVisible(not told)

    def take_focus(self) -> None:
        """Put the focus on the start."""
        self._start.setFocus()
