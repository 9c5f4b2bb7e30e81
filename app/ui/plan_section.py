"""When and how the course fits into the user's days: in the settings, and asked once on Today."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

import msgspec
from PySide6.QtCore import QLocale, QObject, Signal
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget

from app.settings.model import WEEKDAYS, WeekdayName
from app.ui.accessibility import button, named
from app.ui.flow_layout import FlowLayout
from app.ui.keeper import SettingsKeeper
from app.ui.messages import translate
from app.ui.section import ChoiceBox, Section, quietly

#: In a box of choices: words of one's own.
_OWN = "own"
_WORDS, _CUE = 80, 200


def after_texts() -> dict[str, str]:
    """Return what hinges can be done after, by their values in the settings."""
    return {
        "get-up": translate("Plan", "get out of bed"),
        "kettle": translate("Plan", "put the kettle on"),
        "teeth": translate("Plan", "brush my teeth"),
    }


def thing_texts() -> dict[str, str]:
    """Return what can be hinged for, by its value in the settings."""
    return {
        "laundry": translate("Plan", "Laundry basket"),
        "dishwasher": translate("Plan", "Dishwasher"),
        "shoes": translate("Plan", "Shoes"),
    }


def cue_texts() -> dict[str, str]:
    """Return the cues of the lessons; a cue's value is what is heard."""
    cues = (
        translate("Plan", "Butt back, chest proud"),
        translate("Plan", "Close the car door"),
        translate("Plan", "Shoulders and hips together"),
        translate("Plan", "Push the floor away"),
        translate("Plan", "Hips first, hips most"),
    )
    return {cue: cue for cue in cues}


def first_weekday() -> int:
    """Return with which day a week begins here, Monday being 0."""
    return QLocale().firstDayOfWeek().value - 1


class PlanSection(Section):
    """After what, for which thing, on which days, and which cue; all of it optional."""

    def __init__(self, keeper: SettingsKeeper) -> None:
        super().__init__()
        self._keeper = keeper
        self.set_title(self.tr("Your plan"))
        self._after = _Words(self, after_texts(), _WORDS)
        self._thing = _Words(self, thing_texts(), _WORDS)
        self._cue = _Words(self, cue_texts(), _CUE)
        for name, own, words in (
            (self.tr("I do ten hinges after I…"), self.tr("After what, in my own words"), "after"),
            (self.tr("I hinge for…"), self.tr("For what, in my own words"), "thing"),
        ):
            self._add(words, name, own)
        self._days = _Days()
        self.set_high(self.add_row(self.tr("Days that suit me"), self._days, wide=True))
        self._days.changed.connect(lambda days: self._change(weekdays=days))
        self._add("cue", self.tr("Cue I hear in practice"), self.tr("Cue in my own words"))
        self.show_settings()

    def show_settings(self) -> None:
        """Show what is set."""
        plan = self._keeper.person.plan
        self._after.show_words(plan.after)
        self._thing.show_words(plan.thing)
        self._cue.show_words(plan.cue)
        self._days.show_days(plan.weekdays)

    def _add(self, field: str, name: str, own: str) -> None:
        words: _Words = getattr(self, f"_{field}")
        self.add_row(name, words.box, words.line)
        named(words.line, own)
        words.line.setPlaceholderText(own)
        words.changed.connect(lambda text: self._change(**{field: text}))

    def _change(self, **changed: object) -> None:
        plan = msgspec.structs.replace(self._keeper.person.plan, **changed)
        self._keeper.change(plan=plan)


class _Words(QObject):
    """A box of choices, and a line for words of one's own.

    Signals:
        changed: the user chose or wrote something; the value.
    """

    changed = Signal(str)

    def __init__(self, section: QWidget, texts: Mapping[str, str], length: int) -> None:
        super().__init__(section)
        self._known = texts
        own = translate("Plan", "In my own words…")
        self.box = ChoiceBox(
            {"": translate("Plan", "Not chosen"), **texts, _OWN: own}, self._choose
        )
        self.line = QLineEdit()
        self.line.setProperty("look", "field")
        self.line.setMaxLength(length)
        self.line.hide()
        self.line.editingFinished.connect(lambda: self.changed.emit(self.line.text().strip()))

    def show_words(self, value: str) -> None:
        """Show what is set."""
        is_own = bool(value.strip()) and value not in self._known
        if not is_own and self.line.hasFocus():
            return  # being written
        self.box.show_value(_OWN if is_own else value.strip())
        self.line.setVisible(is_own)
        if is_own and not self.line.hasFocus():
            self.line.setText(value)

    def _choose(self, value: str) -> None:
        self.line.setVisible(value == _OWN)
        if value == _OWN:
            self.line.setFocus()
        else:
            self.changed.emit(value)


class _Days(QWidget):
    """Seven buttons, each a day of the week.

    Signals:
        changed: the user pressed one; the days that are down.
    """

    changed = Signal(list)

    def __init__(self) -> None:
        super().__init__()
        locale, begin = QLocale(), first_weekday()
        row = FlowLayout(6)
        self.setLayout(row)
        self._buttons: dict[WeekdayName, QPushButton] = {}
        for at in range(7):
            day = (begin + at) % 7
            made = button(locale.standaloneDayName(day + 1, QLocale.FormatType.ShortFormat))
            made.setCheckable(True)
            made.setProperty("look", "compact")
            made.setMinimumWidth(44)
            named(made, locale.standaloneDayName(day + 1, QLocale.FormatType.LongFormat))
            made.clicked.connect(self._tell)
            row.addWidget(made)
            self._buttons[WEEKDAYS[day]] = made

    def show_days(self, days: list[WeekdayName]) -> None:
        """Show which days suit."""
        for day, made in self._buttons.items():
            quietly(made, partial(made.setChecked, day in days))

    def _tell(self) -> None:
        self.changed.emit([day for day in WEEKDAYS if self._buttons[day].isChecked()])
