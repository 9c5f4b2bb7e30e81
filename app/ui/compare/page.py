"""The Compare page: two movements side by side on one clock."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.movement.library import MovementLibrary
from app.movement.motion import motion_on
from app.ui.accessibility import label, named
from app.ui.compare.pair_card import PairCard
from app.ui.compare.pairs import Pair, all_pairs
from app.ui.icons import Icons
from app.ui.keeper import SettingsKeeper
from app.ui.share.button import ShareButton
from app.ui.stage.keys import press_transport_key
from app.ui.stage.stage import Stage
from app.ui.stage.transport import TransportBar
from app.ui.theme import Appearance


class ComparePage(QWidget):
    """Shows a movement beside another, paused at the start until the user plays them."""

    def __init__(
        self,
        movements: MovementLibrary,
        keeper: SettingsKeeper,
        icons: Icons,
        appearance: Appearance,
    ) -> None:
        super().__init__()
        self._movements, self._keeper = movements, keeper
        self._body = keeper.body
        self._pairs = [p for p in all_pairs() if p.first in movements and p.second in movements]
        self._stage = Stage(appearance)
        self._transport = TransportBar(self._stage, icons, appearance)
        self._transport.add(ShareButton(self._stage, keeper, icons, appearance))
        self._card = PairCard()
        self._choice = QComboBox()
        self._choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self._choice.setMaxVisibleItems(max(1, len(self._pairs)))
        named(self._choice, self.tr("What to compare"))
        for pair in self._pairs:
            titles = movements[pair.first].title, movements[pair.second].title
            self._choice.addItem(
                self.tr("{one} and {other}").format(one=titles[0], other=titles[1])
            )
        self._lay_out()
        self._stage.set_less_motion(keeper.less_motion)
        self._choice.currentIndexChanged.connect(self._choose)
        keeper.changed.connect(self._apply_settings)
        self._choose(self._choice.currentIndex())

    @property
    def stage(self) -> Stage:
        """The stage with both figures."""
        return self._stage

    @property
    def pair(self) -> Pair | None:
        """The pair that is shown; None where no two movements could be read."""
        return self._pairs[self._choice.currentIndex()] if self._pairs else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Drive the figures with the keys no control has taken."""
        if not press_transport_key(event, self._transport):
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Give the figures the focus, so that their keys work at once."""
        super().showEvent(event)
        if self._pairs and not event.spontaneous():
            self._stage.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(16)
        head.addWidget(label(self.tr("Compare"), "title"))
        head.addStretch(1)
        head.addWidget(self._choice)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        column.addLayout(head)
        if not self._pairs:
            missing = self.tr("No two movements to compare could be read.")
            column.addWidget(label(missing, "body", wrap=True))
            column.addStretch(1)
            # Kept, so that everything else may rely on them, but not shown.
            for widget in (self._choice, self._stage, self._transport, self._card):
                widget.setParent(self)
                widget.hide()
            return
        self._card.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        column.addWidget(self._stage, 1)
        column.addWidget(self._transport)
        column.addWidget(self._card)

    def _choose(self, _index: int) -> None:
        pair = self.pair
        if pair is None:
            return
        first, second = self._movements[pair.first], self._movements[pair.second]
        found = [motion_on(self._body, first), motion_on(self._body, second)]
        motions = [motion for motion in found if motion is not None]
        self._stage.show_motions(motions, light=pair.light, lines=pair.lines)
        self._card.show_pair(pair.look_at, first, second)

    def _apply_settings(self) -> None:
        self._stage.set_less_motion(self._keeper.less_motion)
        if self._keeper.body != self._body:
            self._body = self._keeper.body
            self._stage.pause()
            moment = self._stage.playback.position
            self._choose(self._choice.currentIndex())
            self._stage.seek(moment)
