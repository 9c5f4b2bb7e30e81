"""Two movements on one clock, surrounded by what tells them apart."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from app.body.anthropometry import Body
from app.lessons.pairs import Pair
from app.movement.differences import Curves, most_different, trace
from app.movement.library import MovementLibrary
from app.movement.motion import Motion, motion_on
from app.movement.own_body import changes
from app.settings.model import BodySettings, SettingsChange
from app.ui.accessibility import label, let_elide, tell_in
from app.ui.compare.body_panel import BodyPanel
from app.ui.compare.body_texts import changes_text
from app.ui.compare.chooser import AnyTwoChooser
from app.ui.compare.graph_panel import GraphPanel
from app.ui.compare.numbers_card import NumbersCard
from app.ui.compare.panel_bar import ComparePanel, PanelBar
from app.ui.compare.view_bar import ViewBar
from app.ui.icons import Icons
from app.ui.keeper import SettingsKeeper, body_of
from app.ui.layouts import Column, Turning, arrange
from app.ui.share.button import ShareButton
from app.ui.stage.stage import Stage
from app.ui.stage.transport import TransportBar
from app.ui.text_sized import limit
from app.ui.theme import Appearance, with_text

if TYPE_CHECKING:
    from app.library import Library

#: The room for the pairs to choose from.
_LETTERS = 24
#: Of the figures, px; alone with the numbers, so that these stay in view in a very low window.
_LEAST_STAGE, _LEAST_WITH_NUMBERS = 180, 110
#: The height of the graph: its share of the whole, and its least and greatest, px; its width.
_GRAPH_SHARE, _GRAPH_LEAST, _GRAPH_MOST = 0.24, 128, 360
_GRAPH_NARROWEST = 240
_BODY_WIDTH = 240


class Versus(QWidget):
    """Shows a movement beside another, paused at the start until the user plays them.

    Attributes:
        stage: both figures; transport: the bar that drives them.
        choice, panels: what to compare and what is open around the figures; both are in the header
            of the page.
        pair: the pair shown; None if no two movements could be read.
    """

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
        self._movements, self._keeper = movements, keeper
        self._icons, self._appearance = icons, appearance
        self._body = keeper.body
        self._pairs = [p for p in pairs if p.first in movements and p.second in movements]
        self.pair: Pair | None = None
        self._curves: Curves | None = None
        self._usual: Motion | None = None
        self._any_two: AnyTwoChooser | None = None
        self.stage = Stage(
            appearance, less_motion=lambda: keeper.less_motion, units=lambda: keeper.units
        )
        self.transport = TransportBar(self.stage, icons, appearance)
        self.transport.add(ShareButton(self.stage, keeper, icons, appearance, library))
        self.choice = QComboBox()
        self.panels = PanelBar()
        self._view = ViewBar(self.stage)
        self._sentence = label("", "heading", wrap=True)
        self._numbers = NumbersCard(self.stage, keeper, icons, appearance)
        self._graph = GraphPanel(self.stage, keeper, appearance, self.curves)
        self._own_body = BodyPanel(keeper)
        self._offer()
        self._lay_out()
        self.choice.currentIndexChanged.connect(lambda _index: self._choose())
        self.panels.toggled.connect(self._show_panel)
        self._own_body.tried.connect(self._try_body)
        keeper.changed.connect(self._apply_settings)
        self.panels.set_open(ComparePanel.NUMBERS)
        self._choose()

    def set_overlaid(self, overlaid: bool) -> None:
        """Show the figures overlaid, or side by side."""
        self._view.set_overlaid(overlaid)

    def curves(self) -> Curves:
        """Return every number of both movements over time, worked out once a pair and body."""
        if self._curves is None:
            self._curves = trace(self.stage.motions, self.stage.alignment)
        return self._curves

    # Qt

    def showEvent(self, event: QShowEvent) -> None:
        """Give the figures the focus, so that their keys work at once."""
        super().showEvent(event)
        if not event.spontaneous():
            self.stage.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the graph grow with the window, and the figures even more."""
        super().resizeEvent(event)
        # Where the page scrolls it is as high as the graph makes it: the window's height counts.
        height = round(min(self.height(), self.window().height()) * _GRAPH_SHARE)
        self._graph.setFixedHeight(max(min(height, _GRAPH_MOST), with_text(_GRAPH_LEAST)))

    # Layout

    def _offer(self) -> None:
        let_elide(self.choice, _LETTERS)
        for pair in self._pairs:
            titles = self._movements[pair.first].title, self._movements[pair.second].title
            self.choice.addItem(
                self.tr("{one} vs {other}").format(one=titles[0], other=titles[1]), pair
            )
        self.choice.insertSeparator(self.choice.count())
        self.choice.addItem(self.tr("Choose two movements…"))
        self.choice.setMaxVisibleItems(self.choice.count())

    def _lay_out(self) -> None:
        self._words = arrange(QVBoxLayout(), self._sentence, spacing=8)
        top = arrange(
            Turning(), (self._words, 1), (self._view, 0, Qt.AlignmentFlag.AlignTop), spacing=16
        )
        figures = arrange(Column(), (self.stage, 1), self.transport, spacing=8)
        middle = arrange(Turning(), (figures, 1), self._own_body, spacing=12)
        middle.hold(self._own_body, _BODY_WIDTH)
        band = arrange(Turning(), (self._numbers, 1), (self._graph, 3), spacing=12)
        arrange(Column(self), top, (middle, 1), band, spacing=8, margins=0)
        limit(self._graph, least_width=_GRAPH_NARROWEST)
        for panel in (self._numbers, self._graph, self._own_body):
            panel.hide()

    def _show_panel(self, panel: ComparePanel, opened: bool) -> None:
        widgets: dict[ComparePanel, QWidget] = {
            ComparePanel.NUMBERS: self._numbers,
            ComparePanel.GRAPH: self._graph,
            ComparePanel.BODY: self._own_body,
        }
        widgets[panel].setVisible(opened)
        more = any(map(self.panels.is_open, (ComparePanel.GRAPH, ComparePanel.BODY)))
        self.stage.setMinimumHeight(_LEAST_STAGE if more else _LEAST_WITH_NUMBERS)
        if panel is ComparePanel.GRAPH:
            self._numbers.set_table(not opened)
        if panel is ComparePanel.BODY and opened:
            self._say_what_changes()

    def _chooser(self) -> AnyTwoChooser:
        """Return the two lists, made when first asked for, because they read every movement."""
        if self._any_two is None:
            self._any_two = AnyTwoChooser(self._movements, self._icons, self._appearance)
            self._any_two.chosen.connect(self._show_two)
            self._words.insertWidget(0, self._any_two)
            self._any_two.follow_in_tab_order(self.panels.last, self._view.first)
        return self._any_two

    def _choose(self) -> None:
        pair = self.choice.currentData()
        if isinstance(pair, Pair):
            self._show(pair)
        elif self.pair is not None:
            self._chooser().show_ids(self.pair.first, self.pair.second)
            self._show_two(self.pair.first, self.pair.second)

    def _show_two(self, first: str, second: str) -> None:
        """Show two movements with the rows in which they differ most."""
        known = next((p for p in self._pairs if (p.first, p.second) == (first, second)), None)
        self._show(known or Pair(first, second, ""))

    def _show(self, pair: Pair) -> None:
        self.pair = pair
        motions = self._motions(pair)
        self._curves = None
        self.stage.show_motions(motions, light=pair.light, overlays=pair.lines)
        first, second = self._movements[pair.first], self._movements[pair.second]
        if len(motions) < 2:
            self.pair = pair = Pair(pair.first, pair.second, self._missing(pair, motions))
        elif not pair.rows:
            rows = tuple(most_different(self.curves()))
            self.pair = pair = Pair(pair.first, pair.second, pair.look_at, rows, pair.light)
        any_two = self.choice.currentData() is None
        if self._any_two is not None:
            self._any_two.setVisible(any_two)
        tell_in(self._sentence, pair.look_at)
        self._sentence.setVisible(bool(pair.look_at) and not (any_two and len(motions) == 2))
        self._view.show_names(first.title, second.title)
        self._numbers.show_rows(pair.rows, first.title, second.title)
        self._graph.choose(pair.curve)
        self._say_what_changes()

    def _motions(self, pair: Pair) -> list[Motion]:
        ids = pair.first, pair.second
        found = [motion_on(self._body, self._movements[movement_id]) for movement_id in ids]
        return [motion for motion in found if motion is not None]

    def _missing(self, pair: Pair, motions: list[Motion]) -> str:
        shown = {motion.movement.id for motion in motions}
        titles = [
            self._movements[movement_id].title
            for movement_id in dict.fromkeys((pair.first, pair.second))
            if movement_id not in shown
        ]
        said = self.tr("Not possible with this body: {titles}.")
        return said.format(titles=", ".join(titles))

    # The body

    def _apply_settings(self, change: SettingsChange) -> None:
        if change.of("reduce_motion"):
            self.stage.follow_motion_setting()
        if not change.of("body", "units"):
            return
        self._own_body.show_settings()
        if self._keeper.body != self._body:
            self._try_body(self._keeper.person.body)
        if change.of("units"):
            self._numbers.refresh()
            self._say_what_changes()
        self._graph.refresh()

    def _try_body(self, body: BodySettings) -> None:
        """Show another body at the same moment, without interrupting play."""
        self._body = body_of(body)
        if self.pair is None:
            return
        motions = self._motions(self.pair)
        if len(motions) != len(self.stage.motions):
            self._show(self.pair)
            return
        self.stage.replace_motions(motions)
        self._curves = None
        self._numbers.refresh()
        self._say_what_changes()
        if self._body == self._keeper.body:
            self._graph.refresh()

    def _say_what_changes(self) -> None:
        if not self.panels.is_open(ComparePanel.BODY) or self.pair is None:
            return
        first = self._movements[self.pair.first]
        if self._usual is None or self._usual.movement is not first:
            self._usual = motion_on(Body(), first)
        own = next((m for m in self.stage.motions if m.movement is first), None)
        found = changes(own, self._usual) if own and self._usual else None
        sentence = changes_text(self._body, found, first.title, self._keeper.units)
        usual = [m.movement.title for m in self.stage.motions if m.body != self._body]
        note = self.tr(
            "This build cannot do it, so standard proportions for this height are shown: {titles}."
        )
        said = note.format(titles=", ".join(dict.fromkeys(usual))) if usual else ""
        self._own_body.say(sentence, said)
