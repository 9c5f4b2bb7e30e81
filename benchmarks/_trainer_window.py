"""The trainer's window on a data folder given as the argument, for benchmarks.startup."""

from __future__ import annotations

import importlib
import sys
from pathlib import Path

# `python main.py` comes through here on its way to the window.
importlib.import_module("app.cli")

from app.startup import Options, build_app  # noqa: E402

application, window = build_app(Options(data_dir=Path(sys.argv[1])))

from PySide6.QtWidgets import QWidget  # noqa: E402

from benchmarks._first_paint import FirstPaint  # noqa: E402

on_stage = [
    widget
    for widget in window.findChildren(QWidget)
    if type(widget).__module__.startswith("app.ui.stage") and widget.isVisibleTo(window)
]
if not on_stage:
    sys.exit("The window opens on a page without a stage.")
first_paint = FirstPaint(max(on_stage, key=lambda widget: widget.width() * widget.height()))
window.show()
application.exec()
window.close()
