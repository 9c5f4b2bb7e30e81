"""Ways to ask the system to keep the screen on."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from wakepy import Mode


class WakeProblem(StrEnum):
    """Why the screen cannot be kept on."""

    NO_LIBRARY = "no library"
    REFUSED = "refused"


class WakeLock(Protocol):
    """A way to keep the screen on. A call may take seconds; all come from one thread."""

    def hold(self) -> WakeProblem | None:
        """Keep the screen on; return why that fails, or None."""
        ...

    def release(self) -> None:
        """Let the screen turn off again as usual."""
        ...


class WakepyLock:
    """Keeps the screen on as wakepy can: through the desktop, or by the system's own call."""

    def __init__(self) -> None:
        self._mode: Mode | None = None

    def hold(self) -> WakeProblem | None:
        """Keep the screen on; return why that fails, or None."""
        # Imported here: most starts never need it.
        try:
            from wakepy import keep
        except ImportError:
            return WakeProblem.NO_LIBRARY
        mode = keep.presenting(on_fail="pass")
        try:
            mode.__enter__()
        except (OSError, RuntimeError, ValueError):  # a session bus that does not work
            return WakeProblem.REFUSED
        if not mode.active:
            mode.__exit__(None, None, None)
            return WakeProblem.REFUSED
        self._mode = mode
        return None

    def release(self) -> None:
        """Let the screen turn off again as usual."""
        mode, self._mode = self._mode, None
        if mode is not None:
            mode.__exit__(None, None, None)
