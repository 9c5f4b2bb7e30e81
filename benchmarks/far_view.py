"""How much of the processor practising with the far view takes, at 60 Hz and 1280x800."""

from __future__ import annotations

import os
import sys
import tempfile
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, QEventLoop, QObject, QTimer

from app.application import make_application
from app.practice.choice import Choice
from app.practice.timeline import build_plan
from app.programme.safety import QUESTIONS
from app.startup import Options, Program
from app.ui.rail import PageId

SECONDS = 12.0
SETTLE_S = 4.0
TARGET = 0.25
WINDOW = (1280, 800)
_EXERCISE = "slow-motion"


class Paints(QObject):
    """Counts the frames of one widget."""

    def __init__(self) -> None:
        super().__init__()
        self.count = 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Count and let pass."""
        del watched
        self.count += event.type() == QEvent.Type.Paint
        return False


def wait(seconds: float) -> None:
    """Let the program run."""
    loop = QEventLoop()
    QTimer.singleShot(round(seconds * 1000), loop.quit)
    loop.exec()


def main() -> int:
    """Practise for a while and print; return 1 if it takes too much."""
    with tempfile.TemporaryDirectory() as data_dir:
        program = Program(make_application())
        window = program.open(Options(page=PageId.PRACTICE, data_dir=Path(data_dir)))
        window.resize(*WINDOW)
        window.show()
        window.show_page(PageId.PRACTICE)
        page = window.practice
        no = {question.value: False for question in QUESTIONS}
        page.questions.answered.emit(no, False, False)
        exercise = page.choice.exercises[_EXERCISE]
        page.start(build_plan(exercise, Choice.of(exercise, prepare_s=3)))
        page.session.open_far()
        far = page.session.far
        if far is None:
            raise RuntimeError("there is no far view")
        far.showNormal()  # the screen of the offscreen platform is smaller
        far.resize(*WINDOW)
        wait(SETTLE_S)
        paints = Paints()
        far.stage.installEventFilter(paints)
        wall, used = time.perf_counter(), time.process_time()
        wait(SECONDS)
        wall, used = time.perf_counter() - wall, time.process_time() - used
        size = (far.width(), far.height())
        window.leave()
        program.close()
    share, rate = used / wall, paints.count / wall
    missed = share > TARGET or size != WINDOW
    print(
        f"far_view: {share:.1%} of a core at {rate:.1f} frames/s and {size[0]}x{size[1]},"
        f" target at most {TARGET:.0%}; {used / paints.count * 1000:.2f} ms a frame with all it"
        f" takes ({wall:.0f} s of practice)" + (" MISSED" if missed else "")
    )
    return int(missed)


if __name__ == "__main__":
    sys.exit(main())
