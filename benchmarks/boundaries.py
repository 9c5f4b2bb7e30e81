"""How late the phases of a real session begin, while another process keeps a core busy.

`--full` runs three sets of five slow-motion hinges at their own tempo, just over four minutes.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, QEventLoop, QObject

from app.application import make_application
from app.practice.choice import Choice
from app.practice.clock import read_clock
from app.practice.events import PhaseStarted
from app.practice.exercise import Exercise
from app.practice.timeline import Plan, build_plan
from app.programme.safety import QUESTIONS
from app.startup import Options, Program
from app.ui.practice.page import PracticePage
from app.ui.rail import PageId

TARGET_MS, TARGET_DRIFT_MS = 20.0, 1.0
SETS, REPS = 3, 5
#: As quick as the limits allow, unless it is to be the full length, s.
PART_S, REST_S, PREPARE_S = 0.5, 5.0, 3.0
_EXERCISE = "slow-motion"
_BUSY = "while True: pass"


class Begin(NamedTuple):
    """When a phase was due to begin, and when its signal came; s on the session's clock."""

    planned: float
    came: float


class Paints(QObject):
    """Counts the frames of the figure."""

    def __init__(self) -> None:
        super().__init__()
        self.count = 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Count and let pass."""
        del watched
        self.count += event.type() == QEvent.Type.Paint
        return False


def run_session(page: PracticePage, plan: Plan) -> tuple[list[Begin], int]:
    """Run one session to its end; return when its phases began and the figure's frames."""
    paints = Paints()
    page.session.stage.installEventFilter(paints)
    begins: list[Begin] = []

    def note(event: PhaseStarted) -> None:
        begins.append(Begin(event.at, read_clock()))

    page.start(plan)
    runner = page.runner
    if runner is None:
        raise RuntimeError("the page started no session")
    runner.phase_started.connect(note)
    loop = QEventLoop()
    runner.ended.connect(loop.quit)
    loop.exec()
    return begins, paints.count


def percentile(values: list[float], share: float) -> float:
    """Return the value that a share (0..1) of all values do not exceed."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


@contextmanager
def busy_core() -> Iterator[None]:
    """Keep a core busy with a second process."""
    with subprocess.Popen([sys.executable, "-c", _BUSY]) as process:
        try:
            yield
        finally:
            process.kill()


def make_choice(exercise: Exercise, *, full: bool) -> Choice:
    """Return three sets of five, at the exercise's own tempo or as quick as they can be."""
    if full:
        return Choice.of(exercise, sets=SETS, reps=REPS)
    return Choice.of(
        exercise, sets=SETS, reps=REPS, down_s=PART_S, up_s=PART_S, rest_s=REST_S,
        prepare_s=PREPARE_S,
    )  # fmt: skip


def main() -> int:
    """Run one session and print; return 1 if its phases drift or begin too late."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.boundaries")
    parser.add_argument("--full", action="store_true", help="at the exercise's own tempo")
    full = parser.parse_args().full
    with tempfile.TemporaryDirectory() as data_dir, busy_core():
        program = Program(make_application())
        window = program.open(Options(page=PageId.PRACTICE, data_dir=Path(data_dir)))
        window.show()
        window.show_page(PageId.PRACTICE)
        page = window.practice
        no = {question.value: False for question in QUESTIONS}
        page.questions.answered.emit(no, False, False)
        exercise = page.choice.exercises[_EXERCISE]
        plan = build_plan(exercise, make_choice(exercise, full=full))
        begins, frames = run_session(page, plan)
        program.close()
    # Prepare began before anyone could listen; all others are measured from the first repetition.
    phases = plan.phases[1:]
    if len(begins) != len(phases):
        print(f"boundaries: {len(begins)} of {len(phases)} phases were told MISSED")
        return 1
    origin = begins[0].planned - phases[0].start_s
    drift = 1000 * max(
        abs(begin.planned - origin - phase.start_s)
        for begin, phase in zip(begins, phases, strict=True)
    )
    late = [(begin.came - begin.planned) * 1000 for begin in begins]
    p50, p99, most = percentile(late, 0.5), percentile(late, 0.99), max(late)
    missed = p99 > TARGET_MS or min(late) < 0 or drift >= TARGET_DRIFT_MS
    print(
        f"boundaries: late by p50 {p50:.1f}, p99 {p99:.1f}, max {most:.1f} ms, target p99 at most"
        f" {TARGET_MS:.0f} ms; drift {drift:.3f} ms, target below {TARGET_DRIFT_MS:.0f} ms;"
        f" {p99 / TARGET_MS:.2f}x the target ({SETS} sets of {REPS}, {plan.total_s:.0f} s,"
        f" {len(late)} phases, {frames} frames painted, a core kept busy)"
        + (" MISSED" if missed else "")
    )
    return int(missed)


if __name__ == "__main__":
    sys.exit(main())
