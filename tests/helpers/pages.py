"""What a page needs, made of the real content and an empty data folder."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from app.lessons.library import LessonLibrary
from app.library import Library, read_library
from app.locations import Locations, find_locations
from app.movement.library import MovementLibrary
from app.practice.exercise import Exercise
from app.records.records import Records
from app.records.store import Store
from app.settings.service import Settings
from app.ui.icons import Icons
from app.ui.keeper import SettingsKeeper
from app.ui.learn.page import LearnPage
from app.ui.theme import Appearance
from tests.helpers.clock import ManualClock
from tests.helpers.patience import HANG_S


@dataclass(frozen=True)
class World:
    """The parts the pages are made of."""

    locations: Locations
    library: Library
    store: Store
    records: Records
    keeper: SettingsKeeper
    icons: Icons
    appearance: Appearance

    def days_ago(self, now: datetime, *days: int, exercise: str = "slow-motion") -> None:
        """Put a finished set of ten on each of these days, in one go."""
        with contextlib.closing(self.store.connect()) as connection:
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
                    "INSERT INTO performed (session, performance, set_number, reps_done,"
                    " reps_planned, finished, started_ms, ended_ms, offset_min, seconds)"
                    " VALUES (?, 1, 1, 10, 10, 1, ?, ?, ?, 90)",
                    (session, ms, ms + 90_000, minutes),
                )
            connection.execute("COMMIT")

    def flush(self) -> None:
        """Have everything on disk."""
        assert self.records.flush(HANG_S)


@contextlib.contextmanager
def a_world(app: QApplication, folder: Path, **changed: object) -> Iterator[World]:
    """Build a world with some settings changed."""
    # The pages of the test before would be dressed once more.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    locations = find_locations(folder / "data")
    store = Store.open(locations.records)
    records = Records(store)
    settings = Settings(locations.settings, locations.settings)
    settings.change(**changed)
    keeper = SettingsKeeper(settings)
    appearance = Appearance(app, "light", locations.icons)
    icons = Icons(locations.icons)
    library = read_library(locations, with_own=True)
    try:
        yield World(locations, library, store, records, keeper, icons, appearance)
    finally:
        records.close()
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
    )


def texts(widget: QWidget) -> list[str]:
    """Return what the labels that can be seen say, from top to bottom."""
    labels = [label for label in widget.findChildren(QLabel) if label.isVisible() and label.text()]
    labels.sort(key=lambda label: label.mapTo(widget, label.rect().topLeft()).toTuple()[::-1])
    return [label.text() for label in labels]
