"""The trainer's window on a data folder given as the argument, for benchmarks.startup."""

from __future__ import annotations

import importlib
import sys
from pathlib import Path

# Only the tools of developers bring it; msgspec would load it, 2 ms, and does without.
sys.modules["typing_extensions"] = None  # type: ignore[assignment]

# `python main.py` comes through here on its way to the window.
importlib.import_module("app.cli")

from app.startup import Options, build_app  # noqa: E402

application, window = build_app(Options(data_dir=Path(sys.argv[1])))

from app.ui.learn.page import LearnPage  # noqa: E402
from benchmarks._first_paint import FirstPaint  # noqa: E402

page = window.page(window.current_page)
if not isinstance(page, LearnPage):
    sys.exit("The window does not open on the Learn page.")
first_paint = FirstPaint(page.stage)
window.show()
if page.place is None:
    sys.exit("The Learn page does not open on a lesson.")
application.exec()
window.close()
