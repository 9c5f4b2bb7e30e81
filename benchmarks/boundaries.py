"""How late the phases of a real session begin, on the real page with its real timers."""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple, cast

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, QEventLoop, QObject

from app.practice.choice import Choice
from app.practice.clock import read_clock
from app.practice.events import PhaseStarted
from app.practice.timeline import Plan, build_plan
from app.programme.safety import QUESTIONS
from app.records.model import SafetyAnswers, local_now
from app.startup import Options, build_app
from app.ui.practice.page import PracticePage
from app.ui.rail import PageId

TARGET_MS = 20.0
#: One set, as quick as the limits allow: 3 s, then 16 repetitions of 1.5 s.
REPS, PART_S, PREPARE_S = 16, 0.5, 3.0
_EXERCISE = "wall-touches"


class Begin(NamedTuple):
    """When a phase was told to begin, and when its signal came; s on the session's clock."""

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
    """Lead one session to its end; return when its phases began and the figure's frames."""
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
    """Return the value that `share` (0..1) of all stay at or below."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


def main() -> int:
    """Run one session and print; return 1 where its phases drift or begin too late."""
    with tempfile.TemporaryDirectory() as data_dir:
        app, window = build_app(Options(page=PageId.PRACTICE, data_dir=Path(data_dir)))
        window.show()
        page = cast("PracticePage", window.show_page(PageId.PRACTICE))
        no = {question.value: False for question in QUESTIONS}
        page.questions.answered.emit(SafetyAnswers(local_now(), no))
        exercise = page.choice.exercises[_EXERCISE]
        choice = Choice.of(
            exercise, sets=1, reps=REPS, down_s=PART_S, hold_s=PART_S, up_s=PART_S,
            prepare_s=PREPARE_S,
        )  # fmt: skip
        plan = build_plan(exercise, choice)
        begins, frames = run_session(page, plan)
        window.close()
        app.aboutToQuit.emit()
    # Prepare began before anyone could listen; all others are measured from the first repetition.
    phases = plan.phases[1:]
    if len(begins) != len(phases):
        print(f"boundaries: {len(begins)} of {len(phases)} phases were told MISSED")
        return 1
    origin = begins[0].planned - phases[0].start_s
    drift = max(
        abs(begin.planned - origin - phase.start_s)
        for begin, phase in zip(begins, phases, strict=True)
    )
    late = [(begin.came - begin.planned) * 1000 for begin in begins]
    p50, p99, most = percentile(late, 0.5), percentile(late, 0.99), max(late)
    # Times are kept in whole microseconds; what is less is how floats are written.
    missed = p99 > TARGET_MS or min(late) < 0 or drift >= 1e-6
    share = p99 / (PART_S * 1000)
    print(
        f"boundaries: late by p50 {p50:.1f}, p99 {p99:.1f}, max {most:.1f} ms, target p99 at most"
        f" {TARGET_MS:.0f} ms; drift {round(drift * 1e6)} µs; {share:.3f}x a phase"
        f" ({len(late)} phases of {PART_S:g} s, {frames} frames painted)"
        + (" MISSED" if missed else "")
    )
    return int(missed)


if __name__ == "__main__":
    sys.exit(main())
