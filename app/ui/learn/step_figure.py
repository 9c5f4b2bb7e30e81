"""The figure of a lesson's step: at the start a still of it, until the window was painted."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QLocale, QTimer
from PySide6.QtWidgets import QApplication

from app import __version__
from app.lessons.model import Show
from app.movement.library import MovementLibrary
from app.ui.keeper import SettingsKeeper
from app.ui.stage.stage import Stage
from app.ui.stage.still import Still
from app.ui.theme import Appearance


class StepFigure:
    """Sets a stage for steps.

    Attributes:
        stage: the stage.
    """

    def __init__(
        self,
        movements: MovementLibrary,
        keeper: SettingsKeeper,
        appearance: Appearance,
        clock: Callable[[], float],
        still: Still | None,
    ) -> None:
        """Make the stage.

        Args:
            movements: what it shows.
            keeper: whose body, and how it moves.
            appearance: how it looks.
            clock: what the figure moves by, s.
            still: bridges the time that a figure takes to load; without one the first paint waits.
        """
        self._movements, self._keeper = movements, keeper
        self._appearance, self._clock = appearance, clock
        self._still = still
        self._shown: Show | None = None
        self._lesson = ""
        self.stage = self._make_stage()
        self.stage.first_seen.connect(lambda: QTimer.singleShot(0, self.stage, self._load_first))

    def show(self, show: Show, lesson: str) -> None:
        """Show what a step of a lesson wants, now or as soon as the stage was painted."""
        self._shown, self._lesson = show, lesson
        if self._still is None or self.stage.seen:
            self._load()
        else:
            find = partial(self._still.find, self._subject(show), self.stage)
            self.stage.show_still(find, 2 if show.beside else 1)

    def keep_still(self) -> None:
        """Keep how the stage began, for the next start."""
        if self._still is None or self._shown is None or not self.stage.motions:
            return
        stage = self._make_stage()
        stage.resize(self.stage.size())
        self._set(stage, self._shown)
        self._still.keep(self._subject(self._shown), stage)
        stage.deleteLater()

    def _make_stage(self) -> Stage:
        keeper = self._keeper
        return Stage(
            self._appearance, self._clock, lambda: keeper.less_motion, lambda: keeper.units
        )

    def _load_first(self) -> None:
        if not self.stage.motions:  # else the learner went on meanwhile
            self._load()

    def _load(self) -> None:
        if self._shown is not None:
            self._set(self.stage, self._shown)

    def _set(self, stage: Stage, show: Show) -> None:
        """Have a stage begin as a step wants it."""
        from app.movement.motion import motion_on

        body = self._keeper.body
        # A movement with a broken file is missing; the one beside it would make no sense alone.
        first = motion_on(body, self._movements.get(show.movement or ""))
        second = motion_on(body, self._movements.get(show.beside or "")) if first else None
        motions = [motion for motion in (first, second) if motion]
        stage.show_motions(
            motions,
            light=show.light,
            overlays=show.overlay,
            turn=show.turn,
            occasion=self._lesson,
        )
        if not motions:
            return
        if show.at is not None:
            with contextlib.suppress(KeyError):  # `refresh_content` leaves out such a lesson
                stage.seek_phase(show.at.phase, show.at.fraction)
            stage.write_captions(show.captions)
        elif not stage.less_motion:
            stage.play()

    def _subject(self, show: Show) -> str:
        """Return all that the first picture of a step depends on, but for its size."""
        look, person = self._appearance, self._keeper.person
        files = [self._movements.version_of(name) for name in (show.movement, show.beside) if name]
        app = __version__, QLocale().name(), QApplication.font().toString()
        drawn = look.palette.dark, look.style, look.drawn_person, self._lesson
        return repr((app, show, files, person.body, person.reduce_motion, drawn))
