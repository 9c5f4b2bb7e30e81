"""A process that leads a real session on the real page, and prints when its tones are planned.

Arguments: repetitions, and the seconds of each part of one. It prints one line for each tone: its
time on the session's clock in seconds, and its name.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer

from app.application import make_application
from app.locations import find_locations
from app.practice.choice import Choice
from app.practice.events import Event
from app.practice.timeline import build_plan
from app.practice.tones import tones_due
from app.programme.safety import QUESTIONS
from app.settings.service import Settings
from app.startup import Options, Program
from app.ui.rail import PageId

_EXERCISE = "wall-touches"
#: Longer than the countdown, whose first tone must not sound before the recording has begun.
PREPARE_S = 4
#: The last tone sounds for 0.6 s.
_AFTER_MS = 800


def main(reps: int, part_s: float) -> None:
    """Run one set of the exercise, without the voice."""
    with tempfile.TemporaryDirectory() as folder:
        data_dir = Path(folder)
        file = find_locations(data_dir).settings
        Settings(file, file).change(voice=False, volume=100)
        program = Program(make_application())
        window = program.open(Options(page=PageId.PRACTICE, data_dir=data_dir))
        window.show()
        window.show_page(PageId.PRACTICE)
        page = window.practice
        no = {question.value: False for question in QUESTIONS}
        page.questions.answered.emit(no, False, False)
        exercise = page.choice.exercises[_EXERCISE]
        choice = Choice.of(
            exercise,
            sets=1,
            reps=reps,
            down_s=part_s,
            hold_s=part_s,
            up_s=part_s,
            prepare_s=PREPARE_S,
        )
        heard: list[Event] = []
        page.start(build_plan(exercise, choice))
        runner = page.runner
        if runner is None:
            raise RuntimeError("the page started no session")
        runner.happened.connect(heard.append)
        loop = QEventLoop()
        runner.ended.connect(lambda: QTimer.singleShot(_AFTER_MS, loop.quit))
        loop.exec()
        program.close()
    for at in dict.fromkeys(event.at for event in heard):
        tones = tones_due([event for event in heard if event.at == at], at)
        if tones:
            print(f"{at:.6f} {tones[0]}")


if __name__ == "__main__":
    main(int(sys.argv[1]), float(sys.argv[2]))
