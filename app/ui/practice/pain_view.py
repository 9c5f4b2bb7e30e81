"""What is asked and said where pain was noted. Nothing here leads on to practice."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QWidget

from app.programme.safety import URGENT, Gate, Verdict
from app.records.feedback import PAIN, Feedback, PainPlace
from app.ui.accessibility import announce, button, label, named, tell_in
from app.ui.dates import day_and_time
from app.ui.flow_layout import FlowLayout
from app.ui.layouts import STRETCH, arrange
from app.ui.messages import say
from app.ui.practice.centered_card import CenteredCard
from app.ui.segmented_control import SegmentedControl
from app.ui.undo_key import on_undo_key, with_undo_key

#: What the two buttons of the last question mean.
_SIGNS = (False, True)


class PainView(CenteredCard):
    """Tells someone who noted pain to stop, and asks how strong it is, and where.

    Signals:
        level_chosen: from 0 to 10.
        place_chosen: a `PainPlace`.
        signs_chosen: whether one of the signs came with it.
        lesson_requested: the user wants to read when not to hinge.
        taken_back: it was not pain: the wrong key, or the wrong button.
    """

    level_chosen = Signal(int)
    place_chosen = Signal(object)
    signs_chosen = Signal(bool)
    lesson_requested = Signal()
    taken_back = Signal()

    def __init__(self) -> None:
        super().__init__()
        title = self.tr("Please stop here for today")
        self._stop = self.tr(
            "You reported pain. This is saved in your records. Practice is not meant to hurt: "
            "come up, rest, and leave it for today."
        )
        how_strong = self.tr("How strong? (0 = none now, 10 = the worst there could be)")
        low, high = PAIN
        self._level = SegmentedControl(how_strong, [str(n) for n in range(low, high + 1)], None)
        where = self.tr("Where?")
        self._places = _Places(where)
        signs = self.tr(
            "Did any of these come with it: a weak or numb leg, numbness between the legs, "
            "trouble with bladder or bowel, fever, a fall?"
        )
        self._signs = SegmentedControl(signs, [self.tr("No"), self.tr("Yes")], None)
        for row in (self._level, self._signs):
            for choice in row.buttons:
                choice.setAccessibleName(f"{row.accessibleName()} {choice.text()}")
        self._advice = label("", "body", wrap=True)
        self._lesson = button(self.tr("When not to hinge"))
        slip = button(with_undo_key(self.tr("Not pain after all")))
        left = Qt.AlignmentFlag.AlignLeft
        arrange(
            self.column,
            label(title, "title"),
            label(self._stop, "body", wrap=True),
            4,
            label(how_strong, "strong", wrap=True),
            (self._level, 0, left),
            4,
            label(where, "strong"),
            self._places,
            4,
            label(signs, "strong", wrap=True),
            (self._signs, 0, left),
            4,
            self._advice,
            4,
            arrange(QHBoxLayout(), slip, STRETCH, self._lesson, spacing=8),
            spacing=8,
        )
        self._level.chosen.connect(self.level_chosen)
        self._places.chosen.connect(self.place_chosen)
        self._signs.chosen.connect(lambda index: self.signs_chosen.emit(_SIGNS[index]))
        self._lesson.clicked.connect(self.lesson_requested)
        slip.clicked.connect(self.taken_back)
        on_undo_key(self, self.taken_back.emit)

    def show_pain(self, given: Feedback | None, found: Verdict) -> None:
        """Show what was said of the pain, and what that means for practice."""
        level, place, signs = (
            (given.pain_level, given.pain_place, given.pain_signs) if given else (None, None, None)
        )
        self._level.show_index(None if level is None else level - PAIN[0])
        self._places.show_place(place)
        self._signs.show_index(None if signs is None else _SIGNS.index(signs))
        tell_in(self._advice, self._advice_for(level, found))

    def take_focus(self) -> None:
        """Put the focus on the first question, and say why it is asked."""
        self._level.buttons[0].setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, f"{self._stop} {self._advice.text()}")

    def _advice_for(self, level: int | None, found: Verdict) -> str:
        if found.urgent:
            off = self.tr("Practice is off until a professional who knows you has cleared you.")
            return f"{say(URGENT)} {off}"
        if level is None:
            ask = self.tr(
                "Ask a healthcare provider if it is strong or does not go away. This program "
                "cannot tell what is causing the pain, and nothing in it is medical advice."
            )
            return f"{ask} {say(URGENT)}"
        if found.gate is Gate.PAUSED and found.until is not None and not found.is_mild:
            text = self.tr(
                "Practice rests until {when}; then the safety questions come again. If it gets "
                "worse or does not go away, ask a healthcare provider."
            )
            return text.format(when=day_and_time(found.until))
        return self.tr(
            "Tomorrow you are asked whether it has settled. If it has, you go on with less. If it "
            "gets worse, ask a healthcare provider."
        )


class _Places(QWidget):
    """Where it hurt: one button for each place.

    Signals:
        chosen: another one was.
    """

    chosen = Signal(object)

    def __init__(self, name: str) -> None:
        super().__init__()
        named(self, name)
        self._group = QButtonGroup(self)
        flow = FlowLayout()
        for number, place in enumerate(PainPlace):
            made = self._button(place, f"{name} {say(place.message)}")
            self._group.addButton(made, number)
            flow.addWidget(made)
        arrange(QHBoxLayout(self), (flow, 1), margins=0)

    def show_place(self, place: PainPlace | None) -> None:
        """Show which was chosen, or none."""
        self._group.setExclusive(False)
        for number, one in enumerate(PainPlace):
            self._group.button(number).setChecked(one is place)
        self._group.setExclusive(True)

    def _button(self, place: PainPlace, name: str) -> QPushButton:
        made = button(say(place.message))
        made.setCheckable(True)
        made.setAutoExclusive(True)  # what screen readers call a radio button
        made.setAccessibleName(name)
        made.clicked.connect(lambda: self.chosen.emit(place))
        return made
