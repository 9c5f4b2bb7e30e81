"""The Compare page: two movements compared, or a figure to try it with."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.lessons.pairs import Pair
from app.movement.library import MovementLibrary
from app.ui.accessibility import label, name_choice
from app.ui.compare.versus import Versus
from app.ui.icons import Icons
from app.ui.keeper import SettingsKeeper
from app.ui.layouts import STRETCH, Column, Turning, arrange
from app.ui.page_area import PageStack
from app.ui.segmented_control import SegmentedControl
from app.ui.stage.keys import press_transport_key
from app.ui.stage.stage import Stage
from app.ui.theme import Appearance

if TYPE_CHECKING:
    from app.library import Library
    from app.ui.compare.try_it.view import TryItView

_COMPARE, _TRY = 0, 1


class ComparePage(QWidget):
    """Holds both parts under one header; the second is made when first asked for."""

    def __init__(
        self,
        movements: MovementLibrary,
        pairs: Sequence[Pair],
        keeper: SettingsKeeper,
        icons: Icons,
        appearance: Appearance,
        library: Library | None = None,
    ) -> None:
        super().__init__()
        self._parts = movements, keeper, icons, appearance
        self.versus = Versus(movements, pairs, keeper, icons, appearance, library)
        self._try_it: TryItView | None = None
        parts = [self.tr("Compare"), self.tr("Try it yourself")]
        self._switch = SegmentedControl(self.tr("Part"), parts)
        self._switch.chosen.connect(self._turn_to)
        self._stack = PageStack()
        self._first = self.versus if self.versus.pair else self._nothing()
        self._stack.addWidget(self._first)
        what = arrange(QHBoxLayout(), self._switch, self.versus.choice, STRETCH, spacing=16)
        head = arrange(Turning(), (what, 1), self.versus.panels, spacing=8)
        arrange(Column(self), head, (self._stack, 1), spacing=8, margins=16)
        name_choice(self.versus.choice, self.tr("What to compare"))

    @property
    def stage(self) -> Stage:
        """The stage with both figures."""
        return self.versus.stage

    @property
    def pair(self) -> Pair | None:
        """The pair that is shown; None where no two movements could be read."""
        return self.versus.pair

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Drive the figures with keys that no control has used."""
        comparing = self._switch.index == _COMPARE
        if not (comparing and press_transport_key(event, self.versus.transport.controls)):
            super().keyPressEvent(event)

    def _nothing(self) -> QWidget:
        """Return what is shown in place of the figures if there are none."""
        # Kept, so that everything else can rely on it, but not shown.
        for widget in (self.versus, self.versus.choice, self.versus.panels):
            widget.setParent(self)
            widget.hide()
        shown = QWidget()
        missing = self.tr("No movements could be read, so there is nothing to compare.")
        arrange(QVBoxLayout(shown), label(missing, "body", wrap=True), STRETCH, margins=0)
        return shown

    def _turn_to(self, part: int) -> None:
        self.versus.stage.pause()
        if part == _TRY and self._try_it is None:
            from app.ui.compare.try_it.view import TryItView

            self._try_it = TryItView(*self._parts)
            self._stack.addWidget(self._try_it)
        shown = self._try_it if part == _TRY else None
        self._stack.setCurrentWidget(shown or self._first)
        for widget in (self.versus.choice, self.versus.panels):
            widget.setVisible(part == _COMPARE and self.versus.pair is not None)
