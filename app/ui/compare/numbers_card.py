"""What differs at this moment, in numbers."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QPixmap, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QSizePolicy

from app.movement.differences import ROWS
from app.movement.readings import Reading, ReadingRow, read_rows
from app.ui.accessibility import label, named, set_tip
from app.ui.compare.numbers_layout import (
    CARD_REST,
    CARD_TITLE,
    CARD_WIDTH,
    TABLE_TITLE,
    TABLE_WIDTH,
    Cells,
    lay_out,
)
from app.ui.icons import Icons
from app.ui.keeper import SettingsKeeper
from app.ui.quantity_texts import quantity_name, quantity_text
from app.ui.stage.stage import Stage
from app.ui.theme import Appearance, with_text

#: How often the numbers change while it plays, s: nobody could read them any faster.
_EVERY_S = 1 / 15
_MARK = 16


class NumbersCard(QFrame):
    """Shows up to three rows and follows the stage.

    Across the page it is a low table; beside the graph a narrow card, the first movement on the
    left, the second on the right.
    """

    def __init__(
        self,
        stage: Stage,
        keeper: SettingsKeeper,
        icons: Icons,
        appearance: Appearance,
        clock: Callable[[], float] = time.perf_counter,
    ) -> None:
        super().__init__()
        self._stage, self._keeper, self._clock = stage, keeper, clock
        self._icons, self._appearance = icons, appearance
        self._rows: Sequence[ReadingRow] = ()
        self._of = ("", "")
        self._shown_at = 0.0
        self.setProperty("look", "card")
        named(self, self.tr("What differs at this moment"))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self._titles = [label("", "strong"), label("", "strong")]
        self._names = [label("", "muted") for _ in range(ROWS)]
        self._values = [[label("", "figures") for _ in range(2)] for _ in range(ROWS)]
        self._marks = [[QLabel() for _ in range(2)] for _ in range(ROWS)]
        self._nothing = label(
            self.tr("No measurable difference between these two."),
            "muted",
            wrap=True,
        )
        for pair in self._values:
            for value in pair:
                value.setFont(_even_digits(value.font()))
        for pair in self._marks:
            for mark in pair:
                mark.setFixedSize(_MARK, _MARK + 2)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(16, 8, 16, 8)
        self._grid.setHorizontalSpacing(6)
        self._grid.setVerticalSpacing(2)
        self._as_table = self._is_table = True
        self._lay_out()
        self._nothing.hide()
        stage.position_changed.connect(self._follow)
        stage.playing_changed.connect(lambda _playing: self.refresh())
        appearance.changed.connect(self.refresh)

    def show_rows(self, rows: Sequence[ReadingRow], first: str, second: str) -> None:
        """Show other rows, with the titles of two movements."""
        self._rows, self._of = rows, (first, second)
        self._lay_out()
        for index, name in enumerate(self._names):
            name.setText(quantity_name(rows[index].shown) if index < len(rows) else "")
            for widget in (name, *self._values[index], *self._marks[index]):
                widget.setVisible(index < len(rows))
        self._nothing.setVisible(not rows)
        self.refresh()

    def set_table(self, table: bool) -> None:
        """Lay out across the page, or beside something else."""
        self._as_table = table
        self._lay_out()

    def refresh(self) -> None:
        """Show the numbers of this moment."""
        if not self.isVisible() or not self._stage.motions:
            return
        self._shown_at = self._clock()
        moments = zip(self._stage.motions, self._stage.times, strict=True)
        sides = [read_rows(motion, t, self._rows) for motion, t in moments]
        for index, shown in enumerate(zip(self._values, self._marks, strict=True)):
            for side, (value, mark) in enumerate(zip(*shown, strict=True)):
                reading = sides[side][index] if index < len(self._rows) else None
                value.setText(self._text(index, reading) if reading else "")
                mark.setPixmap(self._mark(reading.verdict if reading else None))
        if not self._stage.is_playing:
            self.setAccessibleDescription(self._said(sides))

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what happened in the meantime."""
        super().showEvent(event)
        self.refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Be a card where a table would be too wide."""
        super().resizeEvent(event)
        if self._is_table != self._fits_table:
            self._lay_out()

    def minimumSizeHint(self) -> QSize:
        """Return what it needs as a card."""
        return QSize(with_text(CARD_WIDTH) + CARD_REST, super().minimumSizeHint().height())

    @property
    def _fits_table(self) -> bool:
        # A table has the whole row.
        row = self.parentWidget()
        return self._as_table and (row is None or row.width() >= with_text(TABLE_WIDTH))

    def _follow(self, _position: float) -> None:
        if self._stage.is_playing and self._clock() - self._shown_at < _EVERY_S:
            return
        self.refresh()

    def _text(self, index: int, reading: Reading) -> str:
        return quantity_text(self._rows[index].shown, reading.value, self._keeper.units)

    def _mark(self, verdict: bool | None) -> QPixmap:
        if verdict is None:
            return QPixmap()
        palette = self._appearance.palette
        if verdict:
            return self._icons.pixmap("check", palette.right, _MARK)
        return self._icons.pixmap("cross", palette.wrong, _MARK)

    def _said(self, sides: list[list[Reading]]) -> str:
        """Return all of it as sentences, right and wrong in words."""
        verdicts = {True: self.tr(" (correct)"), False: self.tr(" (incorrect)"), None: ""}
        lines = []
        for index, row in enumerate(self._rows):
            values = [
                self._text(index, side[index]) + verdicts[side[index].verdict] for side in sides
            ]
            lines.append(
                self.tr("{name}: {first_title} {first}, {second_title} {second}.").format(
                    name=quantity_name(row.shown),
                    first_title=self._stage.motions[0].movement.title,
                    first=values[0],
                    second_title=self._stage.motions[-1].movement.title,
                    second=values[-1],
                )
            )
        return "\n".join(lines)

    def _lay_out(self) -> None:
        self._is_table = self._fits_table
        width = with_text(TABLE_TITLE if self._is_table else CARD_TITLE)
        for shown, title in zip(self._titles, self._of, strict=True):
            shown.ensurePolished()
            fitting = Qt.TextElideMode.ElideRight
            shown.setText(shown.fontMetrics().elidedText(title, fitting, width))
            set_tip(shown, title if shown.text() != title else "")
        cells = Cells(self._titles, self._names, self._values, self._marks, self._nothing)
        lay_out(self._grid, cells, len(self._rows), table=self._is_table)
        self.updateGeometry()


def _even_digits(font: QFont) -> QFont:
    """Return a font whose digits are all equally wide."""
    even = QFont(font)
    even.setFeature(QFont.Tag("tnum"), 1)
    return even
