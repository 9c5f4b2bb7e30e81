"""A practice page with a manual clock, a real store and a player that keeps a list."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from app.lessons.model import Offer
from app.practice.exercise import Exercise
from app.practice.tones import Tone
from app.practice.transitions import State, Trigger
from app.programme.flow import PracticeFlow
from app.programme.safety import QUESTIONS
from app.records.model import SafetyAnswers
from app.ui.practice.page import PracticePage
from app.ui.practice.runner import SessionRunner
from app.ui.practice.session_sound import SessionSound
from app.ui.practice.settling import DEAF_S
from app.ui.sound.tone_player import TonePlayer
from tests.helpers.clock import ManualClock
from tests.helpers.pages import World, a_world
from tests.helpers.records import MORNING
from tests.helpers.voice import ListingVoice, box_with

NO_SOUND = "Nothing to hear it from."
NO_VOICE = "Nobody here to speak."


class ListingPlayer:
    """Keeps the tones in a list; `reason` silences it."""

    is_opening = False

    def __init__(self) -> None:
        self.played: list[Tone] = []
        self.reason = ""
        self.closed = 0
        self.volume = 0

    @property
    def available(self) -> bool:
        return not self.reason

    def play(self, tone: Tone) -> None:
        self.played.append(tone)

    def set_volume(self, volume: int) -> None:
        self.volume = volume

    def notify(self, changed: Callable[[], None]) -> None:
        """Do nothing: it is open."""

    def close(self) -> None:
        self.closed += 1


class Room:
    """The page and what it stands on; `wall` is the time the question is asked at."""

    def __init__(self, world: World, *, answered: bool, programme: bool = False) -> None:
        self.world = world
        self.clock = ManualClock(1000.0 - 2 * DEAF_S)
        self.wall = MORNING
        self.player = ListingPlayer()
        self.voice = ListingVoice(NO_VOICE)
        self.opened: list[tuple[int, bool]] = []
        self.exercises: Mapping[str, Exercise] = world.library.exercises
        self._chooses_first = not programme
        self.records, self.keeper = world.records, world.keeper
        if answered:
            no = {question.value: False for question in QUESTIONS}
            self.records.put(SafetyAnswers(MORNING, no))
            world.flush()
        self.page = self.new_page()

    def toggle(self) -> None:
        """Pause the session, or go on."""
        paused = self.runner.state is State.PAUSED
        self.runner.lead(Trigger.RESUME if paused else Trigger.PAUSE)

    def new_page(self) -> PracticePage:
        library = self.world.library
        flow = PracticeFlow(
            self.exercises,
            library.lessons,
            library.programme,
            self.records,
            lambda: self.wall,
        )
        sounds = self.world.locations.sounds
        page = PracticePage(
            flow,
            library.movements,
            library.exercises.own,
            self.keeper,
            self.world.icons,
            self.world.appearance,
            SessionSound(sounds, self.keeper, self.clock, self._open, box_with(self.voice)),
            clock=self.clock,
        )
        self.world.appearance.dress(page)
        if self._chooses_first and self.exercises:
            page.choice.choose(Offer(next(iter(self.exercises))))
        return page

    @property
    def runner(self) -> SessionRunner:
        assert self.page.runner is not None
        return self.page.runner

    def is_(self, state: State) -> bool:
        """Tell whether the session is in a state."""
        return self.runner.state is state

    def shows(self, view: QWidget) -> bool:
        """Tell whether the page is in the state of a view."""
        return self.page.shown is view

    def wait(self, seconds: float, step: float = 0.25) -> None:
        """Let time pass, ticking as the timers would while the session is not over."""
        end = self.clock.now + seconds
        while self.clock.now < end and not self.runner.is_over:
            self.clock.now = min(end, self.clock.now + step)
            self.runner.tick()
        self.clock.now = end

    def settle(self) -> None:
        """Let the time pass for which a page that has just appeared is deaf."""
        self.clock.wait(2 * DEAF_S)

    def rows(self, statement: str) -> list[tuple[object, ...]]:
        """Ask the database itself, on a connection of its own."""
        self.world.flush()
        with closing(self.world.connect()) as connection:
            return connection.execute(statement).fetchall()

    def _open(self, sounds: Path, volume: int, wanted: bool) -> TonePlayer:
        assert sounds.is_dir()
        self.opened.append((volume, wanted))
        self.player.volume = volume
        return self.player


@contextmanager
def open_room(
    qtbot: QtBot,
    folder: Path,
    *,
    answered: bool = True,
    programme: bool = False,
) -> Iterator[Room]:
    """Build a room, with the page shown as large as it is in the smallest window.

    With the `programme` today's day is chosen, as at the start, without it the first exercise.
    """
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    with a_world(app, folder, reduce_motion="off") as world:
        room = Room(world, answered=answered, programme=programme)
        qtbot.addWidget(room.page)
        room.page.resize(868, 640)
        room.page.show()
        room.settle()
        try:
            yield room
        finally:
            room.page.hide()


def find_button(widget: QWidget, name: str) -> QAbstractButton:
    """Return the button with an accessible name, one that can be seen before one that cannot."""
    made = [one for one in widget.findChildren(QAbstractButton) if one.accessibleName() == name]
    assert made, f"no button {name}"
    return next((one for one in made if one.isVisible()), made[0])


def click(widget: QWidget, name: str) -> None:
    """Click the button with an accessible name, as the mouse does: only where it can be seen."""
    made = find_button(widget, name)
    assert made.isVisible()
    QTest.mouseClick(made, Qt.MouseButton.LeftButton)


def visible_text(widget: QWidget) -> str:
    """Return what the labels that can be seen say."""
    labels = widget.findChildren(QLabel)
    said = "\n".join(found.text() for found in labels if found.isVisible())
    return said.replace("\N{NO-BREAK SPACE}", " ")
