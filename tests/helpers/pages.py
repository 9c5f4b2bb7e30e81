"""What a page needs, made from the real content and an empty data folder."""

from __future__ import annotations

import contextlib
import sqlite3
import tempfile
from collections.abc import Iterator, Mapping
from copy import copy
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from pathlib import Path

from msgspec.structs import replace
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from app.files import make_private_folder
from app.lessons.library import LessonLibrary
from app.library import Exercises, Library, read_library
from app.locations import Locations, find_locations
from app.movement.library import MovementLibrary
from app.practice.exercise import Exercise
from app.records.records import Records
from app.records.store import Store
from app.ui.icons import Icons
from app.ui.keeper import SettingsKeeper
from app.ui.learn.page import LearnPage
from app.ui.theme import Appearance
from app.workspace import Workspace, open_workspace
from tests.helpers.clock import ManualClock
from tests.helpers.content import LOCATIONS
from tests.helpers.patience import HANG_S


@dataclass(frozen=True)
class World:
    """The parts the pages are made of."""

    workspace: Workspace
    keeper: SettingsKeeper
    icons: Icons
    appearance: Appearance

    @property
    def locations(self) -> Locations:
        """Where the files are."""
        return self.workspace.locations

    @property
    def library(self) -> Library:
        """The content."""
        return self.workspace.library

    @property
    def records(self) -> Records:
        """What the user did."""
        return self.workspace.records

    def connect(self) -> sqlite3.Connection:
        """Open a connection of one's own to the records."""
        return sqlite3.connect(self.locations.records, isolation_level=None)

    def days_ago(self, now: datetime, *days: int, exercise: str = "slow-motion") -> None:
        """Put a finished set of ten on each of these days, in one go."""
        with contextlib.closing(self.connect()) as connection:
            connection.execute("BEGIN")
            for ago in days:
                at = now - timedelta(days=ago)
                session = f"{exercise}-{ago}"
                ms, offset = int(at.timestamp() * 1000), at.utcoffset() or timedelta(0)
                minutes = offset.total_seconds() // 60
                connection.execute(
                    "INSERT INTO session (id, exercise, sets, started_ms, offset_min)"
                    " VALUES (?, ?, 3, ?, ?)",
                    (session, exercise, ms, minutes),
                )
                connection.execute(
                    "INSERT INTO performed (id, session, performance, set_number, reps_done,"
                    " reps_planned, finished, started_ms, ended_ms, offset_min, seconds,"
                    " changed_ms) VALUES (?, ?, 1, 1, 10, 10, 1, ?, ?, ?, 90, ?)",
                    (session, session, ms, ms + 90_000, minutes, ms),
                )
            connection.execute("COMMIT")

    def flush(self) -> None:
        """Write everything to disk."""
        assert self.records.flush(HANG_S)

    def flush_or_fail(self) -> None:
        """Have everything on disk, or refused by it."""
        self.records.flush(HANG_S)


@cache
def content() -> Library:
    """Return the program's own content, read once a process."""
    library = read_library(LOCATIONS)
    # What is read late is read now: the libraries of the tests are copies.
    assert library.exercises
    assert library.programme.daily
    assert library.pairs
    return library


def a_library(locations: Locations) -> Library:
    """Return the program's own content with a user's own exercises, as they are there now."""
    if any(locations.own_exercises.glob("*")):  # they may stand in place of the program's
        return read_library(locations, with_own=True)
    library = copy(content())
    read = library.exercises
    library.exercises = Exercises(
        locations.exercises, library.movements, None, locations.own_exercises
    )
    library.exercises._read = read._read
    return library


@cache
def _empty_store() -> bytes:
    """Return a store's file as it is made, which takes longer than to copy it."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "records.sqlite"
        Store.open(file).close()
        return file.read_bytes()


@contextlib.contextmanager
def a_world(app: QApplication, folder: Path, **changed: object) -> Iterator[World]:
    """Build a world with some settings changed."""
    # The pages of the previous test would get their colours again.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    locations = find_locations(folder / "data")
    if not locations.records.exists():
        make_private_folder(locations.records.parent)
        locations.records.write_bytes(_empty_store())
    with open_workspace(locations) as opened:
        workspace = replace(opened, library=a_library(locations))
        workspace.settings.change(**changed)
        keeper = SettingsKeeper(workspace.settings)
        appearance = Appearance(app, "light", locations.icons)
        try:
            yield World(workspace, keeper, Icons(locations.icons), appearance)
        finally:
            appearance.set_theme("light")
            appearance.deleteLater()


def a_learn_page(
    world: World,
    lessons: LessonLibrary,
    movements: MovementLibrary,
    exercises: Mapping[str, Exercise],
) -> LearnPage:
    """Return a Learn page over some content, with a clock that stands still."""
    return LearnPage(
        lessons,
        movements,
        exercises,
        world.library.pictures,
        world.records,
        world.keeper,
        world.icons,
        world.appearance,
        clock=ManualClock(0.0),
        library=world.library,
    )


def whole_learn_page(world: World) -> LearnPage:
    """Return a Learn page over all that there is, shown as large as in a window of 960x640."""
    library = world.library
    page = a_learn_page(world, library.lessons, library.movements, library.exercises)
    page.refresh_content()
    page.resize(868, 640)
    page.show()
    return page


def texts(widget: QWidget) -> list[str]:
    """Return the texts of the visible labels, from top to bottom."""
    labels = [label for label in widget.findChildren(QLabel) if label.isVisible() and label.text()]
    labels.sort(key=lambda label: label.mapTo(widget, label.rect().topLeft()).toTuple()[::-1])
    return [label.text() for label in labels]
