"""From process start to the first painted Today page, against a bare PySide6 window."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROUNDS = 31
WARM_UPS = 2
TARGET = 1.6
TIMEOUT_S = 60


def time_paints(script: str, *arguments: str) -> list[float]:
    """Return the seconds from starting the script's process to each paint it reports.

    Raises:
        RuntimeError: the script failed; the message is its last output.
    """
    environment = {**os.environ, "PYTHONPATH": str(HERE.parent)}
    environment.setdefault("QT_QPA_PLATFORM", "offscreen")
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


def main() -> int:
    """Measure in turns and print the ratio; return 1 if it is above the target."""
    bare: list[float] = []
    trainer: list[float] = []
    figure: list[float] = []
    with tempfile.TemporaryDirectory() as data_dir:
        for _ in range(WARM_UPS + ROUNDS):
            bare += time_paints("_bare_window.py")
            first, moving = time_paints("_trainer_window.py", data_dir)
            trainer.append(first)
            figure.append(moving)
    del bare[:WARM_UPS], trainer[:WARM_UPS], figure[:WARM_UPS]
    ratio = statistics.median(ours / theirs for ours, theirs in zip(trainer, bare, strict=True))
    print(
        f"startup: {ratio:.2f}x a bare PySide6 window, target at most {TARGET}x"
        f" (process start to first paint: {statistics.median(trainer) * 1e3:.0f} ms"
        f" against {statistics.median(bare) * 1e3:.0f} ms; the figure after"
        f" {statistics.median(figure) * 1e3:.0f} ms; medians of {ROUNDS} turns)"
        + ("" if ratio <= TARGET else " MISSED")
    )
    return int(ratio > TARGET)


if __name__ == "__main__":
    sys.exit(main())
