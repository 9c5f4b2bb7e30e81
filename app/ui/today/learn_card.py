"""One line: the lesson to read next."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout

from app.programme.reading import NextLesson
from app.ui.accessibility import button, label, named
from app.ui.layouts import arrange


class LearnCard(QFrame):
    """Offers the next lesson.

    Signals:
        lesson_wanted: to read it; the `NextLesson`.
    """

    lesson_wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "card")
        self._lesson: NextLesson | None = None
        self._title = label("", "body", wrap=True)
        self._read = button(self.tr("Read"), "link")
        heading = label(self.tr("Keep learning"), "strong")
        named(self, heading.text())
        arrange(
            QHBoxLayout(self), heading, (self._title, 1), self._read, spacing=12,
            margins=(24, 12, 22, 12),
        )  # fmt: skip
        self._read.clicked.connect(lambda: self.lesson_wanted.emit(self._lesson))

    def show_lesson(self, lesson: NextLesson | None) -> None:
        """Show the next lesson; nothing where all were read."""
        self._lesson = lesson
        self.setVisible(lesson is not None)
        if lesson is not None:
            self._title.setText(lesson.title)
            self._read.setAccessibleName(self.tr("Read: {lesson}").format(lesson=lesson.title))
