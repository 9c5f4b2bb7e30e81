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

stage = window.learn.stage
first_paint = FirstPaint(stage, then_quit=False)
# What was painted first is a still of the figure, or an empty room.
stage.loaded.connect(lambda: FirstPaint(stage))
window.show()
if window.learn.place is None:
    sys.exit("The window does not open on a lesson.")
program.app.exec()
window.close()  # keeps the still for the next start
program.close()
