"""Callbacks that are told of something, without Qt."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

_T = TypeVar("_T")


class Listeners(Generic[_T]):
    """Tells everyone who subscribed."""

    def __init__(self) -> None:
        self._all: list[Callable[[_T], None]] = []

    def subscribe(self, listener: Callable[[_T], None]) -> Callable[[], None]:
        """Have a function called from now on; return what ends that."""
        self._all.append(listener)
        return lambda: self._all.remove(listener)

    def tell(self, what: _T) -> None:
        """Call all of them, in the order in which they came."""
        for listener in tuple(self._all):
            listener(what)
