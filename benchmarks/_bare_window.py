"""A PySide6 main window with one label and nothing else, for benchmarks.startup."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QLabel, QMainWindow

from benchmarks._first_paint import FirstPaint

application = QApplication([])
window = QMainWindow()
label = QLabel("Hip Hinge Trainer")
window.setCentralWidget(label)
window.resize(1280, 800)
first_paint = FirstPaint(label)
window.show()
application.exec()
