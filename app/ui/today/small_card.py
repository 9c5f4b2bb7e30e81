"""The small things of a day: ticked when done elsewhere, or begun by their name."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from PySide6.QtCore import QLocale, QTime, Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QVBoxLayout

from app.programme.programme import Routine, When
from app.programme.small import SmallThing
from app.settings.model import PlanSettings
from app.ui.accessibility import button, label, named
from app.ui.layouts import arrange
from app.ui.messages import translate
from app.ui.plan_section import after_texts, thing_texts

#: So many letters fit on a line in the smallest window.
_SHORT = 40


class SmallCard(QFrame):
    """A line for each small thing.

    Signals:
        start_wanted: a small thing's homework is to be begun; the `Routine`.
        ticked: one was done elsewhere, or that was taken back: the `SmallThing`, and whether done.
    """

    start_wanted = Signal(object)
    ticked = Signal(object, bool)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "card")
        title = label(self.tr("Small things today"), "heading")
        named(self, title.text())
        self._lines: dict[str, _Line] = {}
        self._column = QVBoxLayout()
        self._column.setSpacing(4)
        arrange(QVBoxLayout(self), title, self._column, spacing=8, margins=(24, 18, 24, 18))

    def show_things(self, things: tuple[SmallThing, ...], plan: PlanSettings) -> None:
        """Show the small things there are."""
        self.setVisible(bool(things))
        if list(self._lines) != [one.id for one in things]:
            for gone in self._lines.values():
                gone.hide()
                gone.deleteLater()
            self._lines = {one.id: _Line(self) for one in things}
            for line in self._lines.values():
                self._column.addWidget(line)
        for one in things:
            self._lines[one.id].show_thing(one, plan)


class _Line(QFrame):
    """A tick, a name and when it was done."""

    def __init__(self, card: SmallCard) -> None:
        super().__init__()
        self._thing: SmallThing | None = None
        self._routine: Routine | None = None
        self._tick = QCheckBox()
        self._name = button("", "link")
        self._name.setProperty("words", "body")
        self._plain = label("", "body")
        self._plain.setContentsMargins(4, 0, 0, 0)
        self._more = label("", "muted", wrap=True)
        arrange(
            QHBoxLayout(self), self._tick, self._name, self._plain, (self._more, 1),
            spacing=6, margins=0,
        )  # fmt: skip
        self._tick.clicked.connect(lambda on: card.ticked.emit(self._thing, on))
        self._name.clicked.connect(lambda: card.start_wanted.emit(self._routine))

    def show_thing(self, thing: SmallThing, plan: PlanSettings) -> None:
        """Show a small thing as it stands."""
        self._thing, self._routine = thing, thing.routine
        text, more = _texts(thing, plan)
        if thing.done_at is not None:
            more = done_at(thing.done_at)
        self._name.setText(text)
        self._name.setAccessibleName(self.tr("Start: {thing}").format(thing=text))
        self._name.setVisible(thing.routine is not None)
        self._plain.setText(text)
        self._plain.setWordWrap(len(text) > _SHORT)  # a label that may wrap does so too early
        self._plain.setVisible(thing.routine is None)
        self._more.setText(more)
        self._tick.setChecked(thing.done)
        # What was practised here is no tick, and cannot be taken back as one.
        self._tick.setEnabled(not thing.done or bool(thing.ticks))
        named(self._tick, self.tr("Done: {thing}").format(thing=text), more)


def _texts(thing: SmallThing, plan: PlanSettings) -> tuple[str, str]:
    """Return what a small thing is called, and when or how it is done."""
    if thing.routine is None:
        text = translate("Today", "{thing}: hinge for it")
        words = _chosen(thing_texts(), thing.title)
        return text.format(thing=words[:1].upper() + words[1:]), ""
    more = ""
    if thing.routine.when is When.MORNING and plan.after.strip():
        text = translate("Today", "after I {habit}")
        more = text.format(habit=_chosen(after_texts(), plan.after))
    return thing.title, more


def _chosen(texts: Mapping[str, str], value: str) -> str:
    """Return a choice as it is called, or the user's own words."""
    return texts.get(value, value.strip())


def done_at(moment: datetime) -> str:
    """Say at what time something was done."""
    time = QTime(moment.hour, moment.minute)
    shown = QLocale().toString(time, QLocale.FormatType.ShortFormat)
    return translate("Today", "done at {time}").format(time=shown)
