"""One session of the course: what is done in it, with what, and what can be decided about it."""

from __future__ import annotations

from collections.abc import Callable

from msgspec.structs import replace
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QVBoxLayout, QWidget

from app.messages.message import Message
from app.practice.timeline import Part, Plan
from app.programme.course import Course, CourseSession
from app.programme.next_thing import Planner, Today
from app.programme.parts import by_exercise
from app.programme.programme import Item, Stage
from app.ui.accessibility import button, label, set_look
from app.ui.course.course_texts import session_name, state_line
from app.ui.dates import duration
from app.ui.flow_layout import FlowLayout
from app.ui.keeper import SettingsKeeper
from app.ui.layouts import arrange
from app.ui.messages import in_units, say
from app.ui.practice.session_texts import amount

#: What stands under the text of a box begins where that does, px.
_UNDER_BOX = 28


class SessionPanel(QFrame):
    """Shows a session, with buttons for what can be done about it.

    Attributes:
        start, care, elsewhere, not_elsewhere, from_here: the buttons; where practice is closed,
            the lesson about that stands in the place of the start.
        substitutes: by exercise, whether it is done without what it needs.

    Args:
        planner: which knows how a session would be practised.
        keeper: whose settings say what the user has not got.
        title_of: returns what an exercise is called, by its id.
    """

    changed_settings = Signal()

    def __init__(
        self, planner: Planner, keeper: SettingsKeeper, title_of: Callable[[str], str]
    ) -> None:
        super().__init__()
        self.setProperty("look", "card")
        self._planner, self._keeper, self._title_of = planner, keeper, title_of
        self._title = label("", "heading", wrap=True)
        self._state = label("", "muted", wrap=True)
        self._time = label("", "", wrap=True)
        self._exercises = QWidget()
        self.substitutes: dict[str, QCheckBox] = {}
        self._instead = QWidget()
        self._harder = label(self.tr("To make it harder"), "strong")
        self._knob = label("", "", wrap=True)
        self._closed = label("", "muted", wrap=True)
        self.start = button("", "primary")
        self.care = button(self.tr("When not to hinge"))
        self.elsewhere = button(self.tr("Done elsewhere"))
        self.not_elsewhere = button(self.tr("Not done elsewhere"))
        self.from_here = button(self.tr("Continue from here"))
        buttons = FlowLayout()
        for one in (self.start, self.care, self.elsewhere, self.not_elsewhere, self.from_here):
            buttons.addWidget(one)
        self._column = arrange(
            QVBoxLayout(self), self._title, self._state, 4, self._time, self._exercises,
            self._instead, 6, self._harder, self._knob, self._closed, 8, buttons,
            spacing=6, margins=(20, 16, 20, 18),
        )  # fmt: skip

    def show_session(self, today: Today, one: CourseSession) -> None:
        """Show a session as it stands."""
        course, routine = today.course, one.routine
        plan = self._planner.plan_of(routine)
        name = session_name(routine)
        is_next = course.next is not None and course.next.id == routine.id
        self._title.setText(self.tr("{session}: {title}").format(session=name, title=routine.title))
        self._state.setText(state_line(course, one, today.day))
        self._show_plan(plan, routine.items)
        self._show_substitutes(routine.items)
        self._show_knob(_stage_of(course, one))
        is_open = today.gate.may_offer
        self._closed.setText(
            "" if is_open else self.tr("Practice is closed for now; the Practice page says why.")
        )
        for part in (self._closed, self.care):
            part.setVisible(not is_open)
        done = one.done_on is not None
        self.start.setText(self.tr("Repeat") if done and not is_next else self.tr("Start"))
        self.start.setAccessibleName(f"{self.start.text()}: {name}")
        asked = course.move is not None or course.back is not None  # that is answered first
        set_look(self.start, "primary" if is_next and not asked else "")
        self.start.setVisible(is_open and plan is not None)
        self.elsewhere.setVisible(not done or is_next)
        self.not_elsewhere.setVisible(one.elsewhere)
        self.from_here.setVisible(not is_next and routine.week is not None)
        for act in (self.elsewhere, self.not_elsewhere, self.from_here):
            act.setAccessibleDescription(name)

    def _show_plan(self, plan: Plan | None, items: tuple[Item, ...]) -> None:
        parts = by_exercise(plan.parts) if plan else []
        using = {item.exercise: item.using for item in items if item.exercise in self._without}
        self._time.setText(
            say(Message("practice.exercises", n=len(parts), time=duration(plan.total_s)))
            if plan
            else self.tr("Its exercises could not be read.")
        )
        self._exercises = self._renewed(self._exercises)
        column = arrange(QVBoxLayout(self._exercises), spacing=2, margins=0)
        for part in parts:
            column.addWidget(label(self._line(part), "strong", wrap=True))
            needed = using.get(part.exercise.id) or part.exercise.equipment
            needed = in_units(needed, self._keeper.units)
            text = self.tr("You need: {equipment}").format(equipment=needed)
            arrange(column, label(text, "muted", wrap=True), 4)
        self._exercises.show()  # at once; the layout would come to it later

    def _line(self, part: Part) -> str:
        much = amount(part.choice, part.exercise)
        return self.tr("{exercise}, {amount}").format(exercise=part.exercise.title, amount=much)

    def _show_substitutes(self, items: tuple[Item, ...]) -> None:
        """Show what can be done without; the boxes stay where they are the same ones."""
        wanted = {item.exercise: item for item in items if item.other or item.using}
        if wanted.keys() != self.substitutes.keys():
            self._instead = self._renewed(self._instead)
            column = arrange(QVBoxLayout(self._instead), spacing=0, margins=0)
            self.substitutes = {}
            for name, item in wanted.items():
                box = QCheckBox(self.tr("Without {thing}").format(thing=item.without))
                instead = self._instead_of(item)
                box.setAccessibleDescription(instead)
                box.toggled.connect(lambda on, name=name: self._substitute(name, on))
                self.substitutes[name] = box
                line = label(instead, "muted", wrap=True)
                line.setContentsMargins(_UNDER_BOX, 0, 0, 0)
                arrange(column, box, line)
        self._instead.setVisible(bool(wanted))
        for name, box in self.substitutes.items():
            box.blockSignals(True)
            box.setChecked(name in self._without)
            box.blockSignals(False)

    def _instead_of(self, item: Item) -> str:
        if item.other:
            return self.tr("Do “{exercise}” instead.").format(exercise=self._title_of(item.other))
        return self.tr("Use {other}.").format(other=item.using)

    def _substitute(self, exercise: str, on: bool) -> None:
        others = [name for name in self._without if name != exercise]
        without = [*others, exercise] if on else others
        self._keeper.change(plan=replace(self._keeper.person.plan, without=without))
        self.changed_settings.emit()

    @property
    def _without(self) -> list[str]:
        return self._keeper.person.plan.without

    def _show_knob(self, stage: Stage | None) -> None:
        knob = stage.knob if stage else None
        text = ""
        if knob is not None:
            text = self.tr("{exercise}: {text}").format(
                exercise=self._title_of(knob.exercise),
                text=in_units(knob.text, self._keeper.units),
            )
        self._knob.setText(text)
        for part in (self._harder, self._knob):
            part.setVisible(bool(text))

    def _renewed(self, part: QWidget) -> QWidget:
        made = QWidget()
        self._column.replaceWidget(part, made)
        part.hide()
        part.deleteLater()
        return made


def _stage_of(course: Course, one: CourseSession) -> Stage | None:
    if one not in course.sessions or not course.programme.stages:
        return None
    return course.programme.stages[course.programme.stage_at(course.sessions.index(one))]
