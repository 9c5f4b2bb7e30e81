"""The trainer's window on a data folder given as the argument, for benchmarks.startup."""

from __future__ import annotations

import importlib
import sys
from pathlib import Path

# Only the tools of developers bring it; msgspec would load it, 2 ms, and does without.
sys.modules["typing_extensions"] = None  # type: ignore[assignment]

# `python main.py` comes through here on its way to the window.
importlib.import_module("app.cli")

from app.startup import Options, Program  # noqa: E402

# isort: split
from app.application import make_application  # noqa: E402

program = Program(make_application())
window = program.open(Options(data_dir=Path(sys.argv[1])))

from benchmarks._first_paint import FirstPaint  # noqa: E402

page = window.today
first_paint = FirstPaint(page, then_quit=False)


def watch_figure() -> None:
    """Report the first paint of the figure."""
    if page.view is not None:
        FirstPaint(page.view.figure.stage)


# What was painted first is a picture of the last run, or an empty page.
page.loaded.connect(watch_figure)
window.show()
program.app.exec()
window.close()  # keeps the picture for the next start
program.close()
