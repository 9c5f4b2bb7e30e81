"""How long a test waits and how much it tries, so that no verdict depends on speed."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import suppress
from functools import wraps
from typing import ParamSpec

_P = ParamSpec("_P")

#: Longer than anything takes on a busy machine, and shorter than pytest's own limit, in seconds.
HANG_S = 60
#: How many times the usual number of examples property tests try, each time others.
MORE_EXAMPLES = int(os.environ.get("MORE_EXAMPLES", "1"))


def examples(count: int) -> int:
    """Return how many examples to try where `count` is usual."""
    return count * MORE_EXAMPLES


def best_of(tries: int) -> Callable[[Callable[_P, None]], Callable[_P, None]]:
    """Run a test of real time again where it fails.

    A busy machine is late now and then, a fault is there every time.
    """

    def decorate(test: Callable[_P, None]) -> Callable[_P, None]:
        @wraps(test)
        def wrapped(*args: _P.args, **kwargs: _P.kwargs) -> None:
            for _ in range(tries - 1):
                with suppress(AssertionError):
                    return test(*args, **kwargs)
            return test(*args, **kwargs)

        return wrapped

    return decorate
