"""How long a test waits and how much it tries, so that no verdict depends on speed."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import suppress
from functools import wraps
from subprocess import CompletedProcess
from typing import ParamSpec

_P = ParamSpec("_P")

#: Longer than anything takes on a busy machine, and shorter than pytest's own limit, in seconds.
HANG_S = 60
#: How many times the usual number of examples property tests try, each time others.
MORE_EXAMPLES = int(os.environ.get("MORE_EXAMPLES", "1"))


def examples(count: int) -> int:
    """Return how many examples to try where `count` is usual."""
    return count * MORE_EXAMPLES


def printed(done: CompletedProcess[str]) -> str:
    """Return what a process printed.

    Raises:
        RuntimeError: it failed or complained.
    """
    if done.returncode or done.stderr:
        raise RuntimeError(f"a process ended with {done.returncode}: {done.stderr}")
    return done.stdout


def best_of(tries: int) -> Callable[[Callable[_P, None]], Callable[_P, None]]:
    """Run a test that records what is played again where the recording is not as expected.

    On a busy machine the recorder loses sound now and then; a fault is there every time. Only
    failed assertions are forgiven: say what no second try may hide with `printed`.
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
