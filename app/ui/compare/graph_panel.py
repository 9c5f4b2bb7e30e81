"""The graph of one number over time, docked under the figures and made when first opened."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.body.quantities import Quantity
from app.movement.differences import NOTICEABLE, Curves, extreme
from app.movement.model import MoveKind
from app.ui.accessibility import label, let_elide, name_choice, named
from app.ui.compare.plot import Curve, Plot, Stretch
from app.ui.keeper import SettingsKeeper
from app.ui.layouts import STRETCH, arrange
from app.ui.messages import number_text
from app.ui.quantity_texts import in_units, quantity_name, quantity_text, unit_pattern
from app.ui.stage.stage import Stage
from app.ui.stage.stage_texts import kind_name
from app.ui.theme import Appearance

if TYPE_CHECKING:
    from app.ui.compare.graph import Graph


def _load() -> type[Graph]:
    from app.ui.compare.graph import Graph

    return Graph


#: The room for the names of the numbers.
_LETTERS = 20


class GraphPanel(QFrame):
    """Shows a chosen number of both movements over time; follows the stage."""

    def __init__(
        self,
        stage: Stage,
        keeper: SettingsKeeper,
        appearance: Appearance,
        curves: Callable[[], Curves],
        load: Callable[[], type[Graph]] = _load,
    ) -> None:
        """Set up what the graph follows, and where its curves come from once it is visible."""
        super().__init__()
        self._stage, self._keeper, self._appearance = stage, keeper, appearance
        self._curves, self._load = curves, load
        self._graph: Graph | None = None
        self._failed = self._stale = False
        self.setProperty("look", "card")
        self._choice = QComboBox()
        let_elide(self._choice, _LETTERS)
        self._choice.setProperty("look", "flat")
        self._choice.setMaxVisibleItems(len(Quantity))
        for quantity in Quantity:
            self._choice.addItem(quantity_name(quantity), quantity)
        head = arrange(QHBoxLayout(), self._choice, STRETCH)
        self._column = arrange(QVBoxLayout(self), head, spacing=0, margins=(8, 6, 8, 4))
        name_choice(self._choice, self.tr("What the graph shows"))
        self._choice.currentIndexChanged.connect(lambda _index: self.refresh())
        stage.position_changed.connect(self._follow)
        appearance.changed.connect(self._dress)

    @property
    def quantity(self) -> Quantity:
        """The number that is shown."""
        return Quantity(self._choice.currentData())

    def choose(self, quantity: Quantity) -> None:
        """Show another number."""
        with QSignalBlocker(self._choice):
            self._choice.setCurrentIndex(self._choice.findData(quantity))
        self.refresh()

    def refresh(self) -> None:
        """Draw the current curves, or do so later if it is hidden."""
        self._stale = True
        if not self.isVisible() or not self._stage.motions:
            return
        self._open()
        if self._graph is not None:
            self._stale = False
            self._graph.draw(self._plot())
            self._graph.set_cursor(self._stage.playback.position)
            self._graph.setAccessibleDescription(self._said())

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what happened in the meantime."""
        super().showEvent(event)
        if self._stale or self._graph is None:
            self.refresh()
        self._follow(self._stage.playback.position)

    def _open(self) -> None:
        """Make the graph the first time; say so if its library is broken."""
        if self._graph is not None or self._failed:
            return
        try:
            graph = self._load()(self._appearance.palette)
        except ImportError:
            self._failed = True
            self._choice.hide()
            missing = self.tr(
                "The graph cannot be drawn: part of the program is missing. Please reinstall it."
            )
            self._column.addWidget(label(missing, "muted", wrap=True), 1)
            return
        named(graph, self.tr("Graph"))
        graph.scrubbed.connect(self._scrub)
        graph.stepped.connect(self._stage.step)
        self._graph = graph
        self._column.addWidget(graph, 1)
        QWidget.setTabOrder(self._choice, graph)

    def _scrub(self, position: float) -> None:
        self._stage.pause()
        self._stage.seek(position)

    def _follow(self, position: float) -> None:
        if self._graph is not None and self.isVisible():
            self._graph.set_cursor(position)

    def _dress(self) -> None:
        if self._graph is not None:
            self._graph.dress(self._appearance.palette)

    def _plot(self) -> Plot:
        curves, quantity, units = self._curves(), self.quantity, self._keeper.units
        drawn = [
            Curve(
                motion.movement.title,
                motion.movement.label,
                tuple(in_units(quantity, value, units) for value in values),
            )
            for motion, values in zip(self._stage.motions, curves.values[quantity], strict=True)
        ]
        return Plot(
            times=curves.times,
            curves=tuple(drawn),
            stretches=tuple(
                Stretch(kind_name(band.kind), band.begin, band.end, band.kind is MoveKind.HOLD)
                for band in self._stage.alignment.bands
            ),
            unit=unit_pattern(quantity, units),
            least=2 * in_units(quantity, NOTICEABLE[quantity], units),
        )

    def _said(self) -> str:
        """Return in words what the curves show."""
        lines = [quantity_name(self.quantity) + "."]
        for index, motion in enumerate(self._stage.motions):
            ends = extreme(self._curves(), self.quantity, index)
            lines.append(
                self.tr("{title}: from {low} at {low_at} s to {high} at {high_at} s.").format(
                    title=motion.movement.title,
                    low=quantity_text(self.quantity, ends.low, self._keeper.units),
                    low_at=number_text(ends.low_at, 1),
                    high=quantity_text(self.quantity, ends.high, self._keeper.units),
                    high_at=number_text(ends.high_at, 1),
                )
            )
        return "\n".join(lines)
