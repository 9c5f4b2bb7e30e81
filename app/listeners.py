"""Callbacks that are told of something, without Qt."""

from __future__ import annotations

from collections.abc import Callable
from threading import RLock
from typing import Generic, TypeVar

_T = TypeVar("_T")


class Listeners(Generic[_T]):
    """Tells everyone who subscribed; any thread may do so, and its listeners are called on it."""

    def __init__(self) -> None:
        self._all: list[Callable[[_T], None]] = []
        self._lock = RLock()

    def subscribe(self, listener: Callable[[_T], None]) -> Callable[[], None]:
        """Call a function from now on; return what ends that."""
        with self._lock:
            self._all.append(listener)

        def end() -> None:
            with self._lock:  # it is no longer called once this returns
                self._all.remove(listener)

        return end

    def tell(self, what: _T) -> None:
        """Call all of them, in the order in which they came."""
        with self._lock:
            for listener in tuple(self._all):
                listener(what)


class Feed(Listeners[_T]):
    """Tells those who subscribe later what the others were told before."""

    def __init__(self) -> None:
        super().__init__()
        self._told: list[_T] = []

    def subscribe(self, listener: Callable[[_T], None]) -> Callable[[], None]:
        """Have a function called with all so far and to come; return what ends that."""
        with self._lock:
            for what in self._told:
                listener(what)
            return super().subscribe(listener)

    def tell(self, what: _T) -> None:
        """Call all of them, now and later."""
        with self._lock:
            self._told.append(what)
            super().tell(what)
