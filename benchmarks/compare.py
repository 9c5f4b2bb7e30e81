"""Two figures with numbers and a graph: whether they run at 60 Hz, and what a frame takes."""

from __future__ import annotations

import os
import statistics
import sys
import tempfile
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, QEventLoop, QObject, QTimer
from PySide6.QtWidgets import QWidget

from app.startup import Options, build_app, dispose
from app.ui.compare.graph import Graph
from app.ui.compare.page import ComparePage
from app.ui.compare.panel_bar import ComparePanel
from app.ui.rail import PageId

WIDTH, HEIGHT = 1280, 800
SECONDS = 10.0
FRAMES = 200
PERIOD_S = 1 / 60
#: A frame that comes later than this after the one before was dropped.
LATE_S = 1.5 * PERIOD_S
#: Other work on the machine may cost a frame now and then; half a period leaves room for more.
TARGET_SHARE, TARGET_MS = 0.01, 8.0


class _Paints(QObject):
    """Notes when a widget is painted, s."""

    def __init__(self, watched: QWidget) -> None:
        super().__init__()
        self.times: list[float] = []
        watched.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self.times.append(time.perf_counter())
        return super().eventFilter(watched, event)


def _run(seconds: float) -> None:
    loop = QEventLoop()
    QTimer.singleShot(round(seconds * 1000), loop.quit)
    loop.exec()


def _gaps(page: ComparePage) -> list[float]:
    """Return how long after each other the figures were painted during ten seconds of play, s."""
    page.stage.play()
    _run(2.0)  # right and wrong are announced first, and everything is drawn once
    paints = _Paints(page.stage)
    _run(SECONDS)
    page.stage.removeEventFilter(paints)
    page.stage.pause()
    return [after - before for before, after in zip(paints.times, paints.times[1:], strict=False)]


def _frames(page: ComparePage, graph: Graph) -> list[float]:
    """Return what frames of both figures, numbers and graph take, one after the other, s."""
    seconds = page.stage.playback.seconds
    times = []
    for index in range(FRAMES):
        begin = time.perf_counter()
        page.stage.seek(seconds * (index % 100) / 100)
        page.stage.repaint()
        graph.viewport().repaint()
        times.append(time.perf_counter() - begin)
    return times


def main() -> int:
    """Measure and print; return 1 where a target is missed."""
    with tempfile.TemporaryDirectory() as folder:
        app, window = build_app(Options(data_dir=Path(folder)))
        window.resize(WIDTH, HEIGHT)
        window.show()
        page = window.show_page(PageId.COMPARE)
        assert isinstance(page, ComparePage)
        page.versus.panels.set_open(ComparePanel.GRAPH)
        app.processEvents()
        gaps = _gaps(page)
        graph = page.findChild(Graph)
        assert graph is not None
        frames = _frames(page, graph)
        app.aboutToQuit.emit()
        dispose(window)
    late = sum(gap > LATE_S for gap in gaps)
    share = late / len(gaps)
    median = statistics.median(frames) * 1e3
    p99 = statistics.quantiles(frames, n=100)[98] * 1e3
    missed = share > TARGET_SHARE or median > TARGET_MS
    print(
        f"compare: {len(gaps)} frames in {SECONDS:.0f} s of two figures, numbers and graph at "
        f"{WIDTH}x{HEIGHT}, {late} later than {LATE_S * 1e3:.0f} ms, target at most "
        f"{TARGET_SHARE:.0%}; longest gap {max(gaps) * 1e3:.0f} ms; {median:.1f} ms median, "
        f"{p99:.1f} ms p99 a frame, target at most {TARGET_MS:.0f} ms"
        + (" MISSED" if missed else "")
    )
    return int(missed)


if __name__ == "__main__":
    sys.exit(main())
