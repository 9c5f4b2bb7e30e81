"""What is measured after a session: how far the wall was, and where the stick stayed on."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.messages.message import Message
from app.practice.exercise import Measure
from app.programme.measures import FIRST_CM, Wall
from app.records.feedback import Feedback, StickPoint
from app.ui.accessibility import button, label, set_tip
from app.ui.layouts import STRETCH, arrange
from app.ui.messages import say
from app.ui.practice.more_answers import back_tip
from app.ui.segmented_control import SegmentedControl
from app.ui.wall_box import WallBox
from app.units import Units

#: What the two buttons of a point mean.
_STAYED = (True, False)


class MeasureAnswers(QWidget):
    """A distance and three points, none of which has to be told.

    Attributes:
        wall: the distance, that of the last time at first; keep: saves it, and takes it back.
        points: where the stick stayed on.

    Signals:
        told: an answer, by its name in `Feedback`; None where it is taken back.
    """

    told = Signal(str, object)

    def __init__(self) -> None:
        super().__init__()
        self._given: Feedback | None = None
        question = say(Message("practice.measure.wall"))
        self.wall = WallBox()
        self.wall.setAccessibleName(question)
        self.keep = button("")
        self.keep.setCheckable(True)
        self._wall, self._stick = QWidget(), QWidget()
        arrange(
            QVBoxLayout(self._wall),
            label(question, "strong", wrap=True),
            arrange(QHBoxLayout(), self.wall, self.keep, STRETCH, spacing=8),
            spacing=4,
            margins=0,
        )
        points = QGridLayout()
        points.setHorizontalSpacing(24)
        points.setVerticalSpacing(4)
        self.points: dict[StickPoint, SegmentedControl] = {}
        for column, point in enumerate(StickPoint):
            self.points[point] = row = self._make(point)
            points.addWidget(label(row.accessibleName(), "muted"), 0, column)
            points.addWidget(row, 1, column, Qt.AlignmentFlag.AlignLeft)
        points.setColumnStretch(len(StickPoint), 1)
        title = label(say(Message("practice.measure.stick")), "strong", wrap=True)
        arrange(QVBoxLayout(self._stick), title, points, spacing=4, margins=0)
        arrange(QVBoxLayout(self), self._wall, self._stick, spacing=12, margins=(0, 4, 0, 0))
        self.wall.valueChanged.connect(self._tell_wall)
        self.keep.clicked.connect(self._press_keep)

    def ask(self, measures: Collection[Measure], wall: Wall | None, units: Units) -> None:
        """Ask for what was measured; the distance of the last time stands there already."""
        self._wall.setVisible(Measure.WALL in measures)
        self._stick.setVisible(Measure.STICK in measures)
        self.setVisible(bool(measures))
        self.wall.use_units(units)
        self.wall.show_cm(wall.last_cm if wall else FIRST_CM)

    def show_answers(self, given: Feedback | None) -> None:
        """Show what was told."""
        self._given = given
        cm = given.wall_cm if given else None
        if cm is not None and cm != self.wall.cm:
            self.wall.show_cm(cm)
        self.keep.setChecked(cm is not None)
        text = self.tr("Save distance") if cm is None else self.tr("Distance saved")
        self.keep.setText(text)
        self.keep.setAccessibleName(text)
        set_tip(self.keep, "" if cm is None else back_tip())
        for point, row in self.points.items():
            stayed = given.stayed(point) if given else None
            row.show_index(None if stayed is None else _STAYED.index(stayed))
            for choice in row.buttons:
                set_tip(choice, back_tip() if choice.isChecked() else "")

    def _make(self, point: StickPoint) -> SegmentedControl:
        text = say(point.message)
        row = SegmentedControl(text, [self.tr("Yes"), self.tr("No")], None)
        for stayed, choice in zip(_STAYED, row.buttons, strict=True):
            choice.setAccessibleName(f"{text}: {choice.text()}")
            self._prepare(choice, point, stayed)
        return row

    def _prepare(self, choice: QPushButton, point: StickPoint, stayed: bool) -> None:
        # Not `toggled`: a second press counts too.
        choice.clicked.connect(lambda: self._tell_point(point, stayed))

    def _tell_point(self, point: StickPoint, stayed: bool) -> None:
        is_back = self._given is not None and self._given.stayed(point) is stayed
        self.told.emit(point.value, None if is_back else stayed)

    def _tell_wall(self) -> None:
        self.told.emit("wall_cm", self.wall.cm)

    def _press_keep(self) -> None:
        if self._given is not None and self._given.wall_cm is not None:
            self.told.emit("wall_cm", None)
        else:
            self.wall.interpretText()
            if self.wall.is_refused:
                self.wall.setFocus(Qt.FocusReason.OtherFocusReason)
                self.show_answers(self._given)
            else:
                self._tell_wall()
