"""Somebody who lives with the course: comes to the window day after day and does what it offers."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path

from tests.helpers.another_day import AT
from tests.helpers.desktop import Desktop, wait_for
from tests.helpers.practice_window import answer_safety_questions
from tests.helpers.probe import Seen
from tests.helpers.program import Program, open_program

_BUTTONS = ("QPushButton", "IconButton", "QCheckBox")


class Visit:
    """One time at the window, which opens on Today."""

    def __init__(self, program: Program) -> None:
        self.program = program

    @property
    def next_card(self) -> tuple[str, ...]:
        """What the card of what is next says, its buttons included."""
        card, *rest = self._cards()["NextCard"]
        return tuple(one.name for one in (card, *rest) if one.name)

    @property
    def offered(self) -> str:
        """The one button of what is next; empty where nothing is due."""
        buttons = [one.name for one in self._cards()["NextCard"] if one.kind == "QPushButton"]
        begins = ("Start:", "Begin:", "Continue:", "Resume ", "Answer:", "Keep it:")
        found = [name for name in buttons if name.startswith(begins)]
        assert len(found) <= 1, found
        return found[0] if found else ""

    @property
    def course(self) -> str:
        """Where the course is."""
        return self._cards()["CourseCard"][2].name

    def says(self, *texts: str) -> None:
        """Wait until the card of what is next says each of some texts, perhaps among more."""

        def is_said() -> bool:
            said = "\n".join(self.next_card).replace("\xa0", " ")
            return all(text in said for text in texts)

        wait_for(is_said, f"{texts} in {self.next_card}")

    def press(self, begin: str) -> None:
        """Press the button whose name begins so; by keyboard where it must be scrolled to."""
        target = wait_for(lambda: self._button(begin), f"a button {begin}")
        if target.shown == target.area:
            self.program.click(target.name)
        else:
            self.program.tab_to(target.name)
            self.program.desktop.press("space")

    def practise(self, begin: str = "", *answers: str) -> None:
        """Start what is next, or what a button offers, practise all of it and come back to Today.

        Args:
            begin: how the button's name begins; empty for the one of what is next.
            answers: the buttons to press at the end.
        """
        self.press(begin or self.offered)
        self.lead()
        for answer in answers:
            self.press(answer)
        self.leave()

    def lead(self) -> None:
        """Answer the questions where there are any, and practise what is chosen to its end."""
        program = self.program
        wait_for(lambda: program.find("Before you practise") or program.find("Start"), "Practice")
        if program.find("Before you practise"):
            answer_safety_questions(program)
        program.click("Start")
        program.wait_for("Done")

    def leave(self) -> None:
        """Close the end of a session and come back to Today."""
        self.press("Done")
        self.program.click("Today")
        wait_for(lambda: "NextCard" in self._cards(), "Today")

    def do_elsewhere(self) -> None:
        """Say in the course that its next session was done elsewhere."""
        self.press("Your course…")
        wait_for(lambda: self.program.is_active("CourseDialog"), "the course")
        self.press("Done elsewhere")
        wait_for(
            lambda: any(one.name.endswith("counts as done.") for one in self.program.widgets), "it"
        )
        self.program.desktop.press("Escape")
        wait_for(lambda: self.program.is_active("MainWindow"), "the window again")

    def _cards(self) -> dict[str, list[Seen]]:
        """Return what each card of Today holds, itself first."""
        found: dict[str, list[Seen]] = {}
        card: list[Seen] = []
        for one in self.program.widgets:
            if one.kind.endswith("Card"):
                card = found.setdefault(one.kind, [])
            card.append(one)
        return found

    def _button(self, begin: str) -> Seen | None:
        buttons = [one for one in self.program.widgets if one.kind in _BUTTONS and one.enabled]
        exact = [one for one in buttons if one.name == begin]
        return next(iter(exact or (one for one in buttons if one.name.startswith(begin))), None)


class LivedCourse:
    """The days of one person.

    Attributes:
        at: the time there.
    """

    def __init__(self, desktop: Desktop, folder: Path, at: datetime) -> None:
        self.at = at
        self._desktop, self._folder = desktop, folder

    @contextmanager
    def visit(self, days: int = 0, hour: int | None = None) -> Iterator[Visit]:
        """Come to the window some days later, at an hour, and close it at the end."""
        self.at += timedelta(days=days)
        if hour is not None:
            self.at = self.at.replace(hour=hour)
        with open_program(
            self._desktop,
            self._folder,
            "--page", "today",
            runner="another_day",
            environment={AT: self.at.isoformat(), "TZ": "Europe/Berlin"},
        ) as program:  # fmt: skip
            program.wait_for("Your course")
            yield Visit(program)
            program.close()
