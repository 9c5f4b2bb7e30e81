"""From process start to the first painted Today page, against a bare PySide6 window.

`python -m benchmarks.startup --window` opens both on an X server of its own instead of offscreen.
"""

from __future__ import annotations

import contextlib
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROUNDS = 31
WARM_UPS = 2
TARGET = 1.6
TIMEOUT_S = 60


@contextlib.contextmanager
def open_platform(*, window: bool) -> Iterator[Mapping[str, str]]:
    """Yield the environment of where windows are opened: no display, or a screen under Xvfb."""
    if not window:
        yield {"QT_QPA_PLATFORM": "offscreen"}
        return
    from tests.helpers.desktop import open_desktop  # only this needs an X server

    with (
        tempfile.TemporaryDirectory() as folder,
        open_desktop(Path(folder), 1920, 1080) as desktop,
    ):
        yield {**desktop.environment, "QT_QPA_PLATFORM": "xcb"}


def time_paints(platform: Mapping[str, str], script: str, *arguments: str) -> list[float]:
    """Return the seconds from starting the script's process to each paint it reports.

    On an X server a window is painted once it is mapped, so that is in it too.

    Raises:
        RuntimeError: the script failed; the message is its last output.
    """
    environment = {**os.environ, **platform, "PYTHONPATH": str(HERE.parent)}
    # From the second start on, and when installed with pip, Python finds the program compiled.
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    # CLOCK_MONOTONIC is one clock for all processes.
    begin = time.monotonic_ns()
    done = subprocess.run(
        [sys.executable, HERE / script, *arguments],
        env=environment,
        capture_output=True,
        text=True,
        timeout=TIMEOUT_S,
        check=False,
    )
    lines = done.stdout.split()
    if done.returncode or not lines:
        raise RuntimeError(f"{script}: {done.stderr.strip() or 'never painted'}")
    return [(int(line) - begin) / 1e9 for line in lines]


def main(*, window: bool) -> int:
    """Measure in turns and print the ratio; return 1 if it is above the target."""
    bare: list[float] = []
    trainer: list[float] = []
    figure: list[float] = []
    with tempfile.TemporaryDirectory() as data_dir, open_platform(window=window) as platform:
        for _ in range(WARM_UPS + ROUNDS):
            bare += time_paints(platform, "_bare_window.py")
            first, moving = time_paints(platform, "_trainer_window.py", data_dir)
            trainer.append(first)
            figure.append(moving)
    del bare[:WARM_UPS], trainer[:WARM_UPS], figure[:WARM_UPS]
    ratio = statistics.median(ours / theirs for ours, theirs in zip(trainer, bare, strict=True))
    where = "in a real window: " if window else ""
    print(
        f"startup: {where}{ratio:.2f}x a bare PySide6 window, target at most {TARGET}x"
        f" (process start to first paint: {statistics.median(trainer) * 1e3:.0f} ms"
        f" against {statistics.median(bare) * 1e3:.0f} ms; the figure after"
        f" {statistics.median(figure) * 1e3:.0f} ms; medians of {ROUNDS} turns)"
        + ("" if ratio <= TARGET else " MISSED")
    )
    return int(ratio > TARGET)


if __name__ == "__main__":
    sys.exit(main(window="--window" in sys.argv[1:]))
