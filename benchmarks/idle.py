"""What the window does while nothing moves: timers that fire and repaints, in five seconds."""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication

from app.application import make_application
from app.startup import Options, Program
from app.ui.rail import PageId

SECONDS = 5.0
#: How long a page may take to settle: reading the rest of the lessons, fading announcements.
SETTLE_S = 2.5


class Watch(QObject):
    """Counts timer and paint events of all objects."""

    def __init__(self) -> None:
        super().__init__()
        self.counts: Counter[str] = Counter()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Count and let pass."""
        if event.type() == QEvent.Type.Timer:
            self.counts[f"timer of {type(watched).__name__}"] += 1
        elif event.type() == QEvent.Type.Paint:
            self.counts[f"paint of {type(watched).__name__}"] += 1
        return False


def count_events(app: QApplication, seconds: float) -> Counter[str]:
    """Return the timer and paint events within `seconds`, by receiver."""
    watch = Watch()
    app.installEventFilter(watch)
    spin(app, seconds)
    app.removeEventFilter(watch)
    return watch.counts


def spin(app: QApplication, seconds: float) -> None:
    """Run the event loop for `seconds`, without a timer of our own."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        app.processEvents()
        time.sleep(0.005)


def main() -> int:
    """Measure and print; return 1 if anything stirred."""
    failed = False
    with tempfile.TemporaryDirectory() as data_dir:
        program = Program(make_application())
        window = program.open(Options(lesson="the-movement", data_dir=Path(data_dir)))
        window.show()
        spin(program.app, SETTLE_S)
        paused = count_events(program.app, SECONDS)
        window.open_lesson("hinge-or-squat")  # its first step loops
        spin(program.app, SETTLE_S)
        playing = count_events(program.app, 1.0)
        window.show_page(PageId.PROGRESS)
        spin(program.app, SETTLE_S)
        elsewhere = count_events(program.app, SECONDS)
        window.show_page(PageId.LEARN)
        window.hide()
        spin(program.app, 0.5)
        hidden = count_events(program.app, SECONDS)
        program.close()
    frames = playing["paint of Stage"]
    for name, counts in (("paused", paused), ("another page", elsewhere), ("hidden", hidden)):
        failed |= bool(counts.total())
        found = ", ".join(f"{what} {count}" for what, count in counts.items()) or "nothing"
        print(f"idle: {name}: {found} in {SECONDS:.0f} s, target nothing" + (
            " MISSED" if counts.total() else ""
        ))  # fmt: skip
    share = paused["paint of Stage"] / (frames * SECONDS) if frames else 1.0
    print(f"idle: {share:.2f}x the repaints of a playing figure ({frames} in its second)")
    return int(failed or not frames)


if __name__ == "__main__":
    sys.exit(main())
