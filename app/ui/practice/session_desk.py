"""A session being led: its runner, and what is seen and heard of it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from app.movement.library import MovementLibrary
from app.practice.moment import Moment
from app.practice.transitions import Trigger
from app.programme.flow import PracticeFlow
from app.ui.awake import ScreenAwake
from app.ui.keeper import SettingsKeeper
from app.ui.media.remote import MediaRemote
from app.ui.practice.figure import motion_for
from app.ui.practice.leaving import ask_to_stop
from app.ui.practice.runner import SessionRunner
from app.ui.practice.session_sound import SessionSound
from app.ui.practice.session_view import SessionView


class SessionDesk(QObject):
    """Makes a runner for each session and connects the view, the sound and the screen to it.

    Attributes:
        runner: leads the session under way, or led the last one; None before the first.
        awake: keeps the screen on during a session; None where nothing does.
        remote: takes media keys that the window does not get; None where nothing does.
    """

    def __init__(
        self,
        flow: PracticeFlow,
        view: SessionView,
        sound: SessionSound,
        movements: MovementLibrary,
        keeper: SettingsKeeper,
        clock: Callable[[], float],
        awake: ScreenAwake | None,
        remote: MediaRemote | None,
    ) -> None:
        super().__init__()
        self.runner: SessionRunner | None = None
        self.awake, self.remote = awake, remote
        self._flow, self._view, self._sound = flow, view, sound
        self._movements, self._keeper, self._clock = movements, keeper, clock
        sound.changed.connect(lambda: view.set_silent(sound.silent_reason))
        keeper.changed.connect(self._follow_settings)
        view.controls.command_requested.connect(self._lead)
        if remote is not None:
            remote.command_requested.connect(view.controls.command_requested)

    def prepare(self) -> None:
        """Get ready to lead the session that the flow has started."""
        plan = self._flow.plan
        if plan is None:
            return
        if self.runner is not None:
            self.runner.deleteLater()
        self._sound.begin(plan)
        self._follow_settings()
        body = self._keeper.body
        motions = [motion_for(part.exercise, self._movements, body) for part in plan.parts]
        self._view.begin(motions, self._keeper.units)
        runner = SessionRunner(plan, self._flow, self._sound.tones.play, self._clock, self)
        runner.happened.connect(self._sound.take)
        runner.moment_changed.connect(self._show_moment)
        self.runner = runner

    def begin(self, *, watched: bool) -> None:
        """Begin; frames are only asked for while they are watched."""
        if self.runner is not None:
            self.runner.start()
            self.runner.set_watched(watched)

    def set_watched(self, watched: bool) -> None:
        """Ask for frames only while they can be seen."""
        if self.runner is not None:
            self.runner.set_watched(watched)

    def pause(self) -> None:
        """Pause and come back from the far view."""
        self._lead(Trigger.PAUSE)
        self._view.leave_far()

    def may_stop(self, stop: str) -> bool:
        """Pause and ask; a session that is stopped is recorded before this returns.

        Args:
            stop: what the button that stops it says.
        """
        if not self._flow.is_under_way:
            return True
        self.pause()  # and the far view would hide the question
        if not ask_to_stop(self._view.window(), stop):
            return False
        self._lead(Trigger.STOP)
        return True

    def _lead(self, command: Trigger) -> None:
        if self.runner is not None:
            self.runner.lead(command)

    def _show_moment(self, moment: Moment) -> None:
        if self.awake is not None:
            self.awake.follow(moment.state)
        if self.remote is not None:
            self.remote.follow(moment)
        if self.runner is not None:
            self._view.show_moment(moment, self.runner.reason)

    def _follow_settings(self) -> None:
        self._view.set_flashes(self._keeper.person.flash)
        self._view.set_less_motion(self._keeper.less_motion)
