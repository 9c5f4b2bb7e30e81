"""Lets media keys lead a session from other windows and the lock screen."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from app.practice.moment import Moment
from app.practice.transitions import State, Trigger
from app.ui.messages import translate

if TYPE_CHECKING:
    from app.ui.media.bus import BusProbe
    from app.ui.media.player import MediaPlayer

_OVER = (State.FINISHED, State.STOPPED)
_VERBS = {
    "Play": Trigger.RESUME,
    "Pause": Trigger.PAUSE,
    "Next": Trigger.SKIP,
    "Previous": Trigger.BACK,
    "Stop": Trigger.STOP,
}


class MediaRemote(QObject):
    """Puts a session on the session bus while it runs, where there is such a bus.

    Nothing of D-Bus is loaded before, and nobody waits for a bus that does not answer.

    Signals:
        command_requested: what the session is to do.
        raise_requested: the window is to come forward.
    """

    command_requested = Signal(Trigger)
    raise_requested = Signal()
    _called = Signal(str)

    def __init__(self, environment: Mapping[str, str] = os.environ) -> None:
        super().__init__()
        self._environment = environment
        self._moment: Moment | None = None
        self._probe: BusProbe | None = None
        self._player: MediaPlayer | None = None
        self._called.connect(self._do, Qt.ConnectionType.QueuedConnection)

    def follow(self, moment: Moment) -> None:
        """Show a session at a moment of it; its end takes it off the bus."""
        if moment.state in _OVER:
            self.close()
            return
        begins, self._moment = self._moment is None, moment
        if self._player is not None:
            self._player.show(*_shown(moment))
        elif begins:  # once the first picture of the session is painted
            QTimer.singleShot(0, self, self._look_for_bus)

    def close(self) -> None:
        """Leave the bus; a second time does nothing."""
        self._moment = None
        if self._probe is not None:
            self._probe.deleteLater()
            self._probe = None
        if self._player is not None:
            self._player.close()
            self._player = None

    def _look_for_bus(self) -> None:
        if self._moment is None or self._probe is not None or sys.platform in ("win32", "darwin"):
            return
        from app.ui.media.bus import BusProbe, find_bus

        if address := find_bus(self._environment):
            self._probe = BusProbe(address, self)
            self._probe.answered.connect(self._join)

    def _join(self, address: str) -> None:
        if self._moment is None:
            return
        from app.ui.media.player import join

        identity = translate("MainWindow", "Hip Hinge Trainer")
        self._player = join(address, identity, self._take)
        if self._player is not None:
            self._player.show(*_shown(self._moment))

    def _take(self, method: str) -> None:
        # Its call is over first: Stop would delete the player while it answers.
        self._called.emit(method)

    def _do(self, method: str) -> None:
        if self._moment is None:
            return
        if method == "Raise":
            self.raise_requested.emit()
        elif method == "PlayPause":
            paused = self._moment.state is State.PAUSED
            self.command_requested.emit(Trigger.RESUME if paused else Trigger.PAUSE)
        elif method in _VERBS:
            self.command_requested.emit(_VERBS[method])


def _shown(moment: Moment) -> tuple[str, str, str]:
    """Return the status, the title and what stands under it."""
    status = "Paused" if moment.state in (State.PAUSED, State.READY) else "Playing"
    place = translate("Practice", "Set {set} of {sets}").format(set=moment.set, sets=moment.sets)
    return status, moment.exercise.title, place
