"""The tones, to be heard before a session."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout, QWidget

from app.practice.tones import Tone
from app.ui.accessibility import button, label
from app.ui.flow_layout import FlowLayout
from app.ui.practice.desk import ToneDesk
from app.ui.sound.names import tone_word


class TonesPanel(QFrame):
    """A button a tone, by name; shown only where there is sound."""

    def __init__(self, desk: ToneDesk) -> None:
        super().__init__()
        self.setProperty("look", "card")
        row = QWidget()
        flow = FlowLayout()
        row.setLayout(flow)
        policy = row.sizePolicy()
        policy.setHeightForWidth(True)
        policy.setVerticalPolicy(QSizePolicy.Policy.Minimum)
        row.setSizePolicy(policy)
        for tone in Tone:
            play = button(tone_word(tone), "compact")
            play.setAccessibleName(self.tr("Preview the tone: {tone}").format(tone=tone_word(tone)))
            play.clicked.connect(lambda _=False, tone=tone: desk.try_out(tone))
            flow.addWidget(play)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        column.addWidget(label(self.tr("Preview the tones"), "strong"))
        column.addWidget(row)
        self._desk = desk
        desk.changed.connect(self._follow)
        self._follow()

    def _follow(self) -> None:
        self.setVisible(self._desk.available)
