"""The lessons in order, with a tick before each finished one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, QSize, Signal
from PySide6.QtGui import QColor, QIcon, QPixmap
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from app.lessons.model import Outline
from app.messages.message import Message
from app.ui.accessibility import label, named, set_tip
from app.ui.choose import choose
from app.ui.icons import Icons
from app.ui.layouts import arrange
from app.ui.messages import say
from app.ui.theme import Appearance, with_text

_ICON = 18
_ROW = 32
_SPOKEN = 11  # Qt.ItemDataRole.AccessibleTextRole, see app.ui.choose


class LessonList(QWidget):
    """The list of lessons.

    Signals:
        lesson_chosen: the id of the lesson the user chose.
    """

    lesson_chosen = Signal(str)

    def __init__(self, lessons: Sequence[Outline], icons: Icons, appearance: Appearance) -> None:
        super().__init__()
        self._icons, self._appearance = icons, appearance
        self._titles: dict[str, str] = {}
        self._finished: set[str] = set()
        self._count = label("", "muted")
        self._list = QListWidget()
        self._list.setIconSize(QSize(_ICON, _ICON))
        self._list.setUniformItemSizes(True)
        choose(self._list, horizontalScrollBarPolicy="ScrollBarAlwaysOff")
        named(self._list, self.tr("Lessons"))
        parts = label(self.tr("Learn"), "title"), self._count, 8, (self._list, 1)
        arrange(QVBoxLayout(self), *parts, spacing=2, margins=0)
        self._list.currentRowChanged.connect(self._choose)
        appearance.changed.connect(self._draw)
        self.show_lessons(lessons)

    def show_lessons(self, lessons: Sequence[Outline]) -> None:
        """List lessons, with none chosen."""
        self._titles = {lesson.id: lesson.title for lesson in lessons}
        with QSignalBlocker(self._list):
            self._list.clear()
            for lesson in lessons:
                item = QListWidgetItem(lesson.title)
                set_tip(item, lesson.summary)
                item.setSizeHint(QSize(0, with_text(_ROW)))
                self._list.addItem(item)
        self._draw()

    def choose(self, lesson: str) -> None:
        """Mark the lesson that is shown, without a signal."""
        if lesson in self._titles:
            with QSignalBlocker(self._list):
                self._list.setCurrentRow(list(self._titles).index(lesson))

    def show_finished(self, lessons: set[str]) -> None:
        """Put a tick before some lessons, by their ids."""
        if lessons != self._finished:
            self._finished = lessons
            self._draw()

    def _choose(self, row: int) -> None:
        if row >= 0:
            self.lesson_chosen.emit(list(self._titles)[row])

    def _draw(self) -> None:
        tick = QIcon(self._icons.pixmap("check", self._appearance.palette.right, _ICON))
        blank = QPixmap(_ICON, _ICON)
        blank.fill(QColor(0, 0, 0, 0))
        for row, (lesson, title) in enumerate(self._titles.items()):
            item = self._list.item(row)
            done = lesson in self._finished
            item.setIcon(tick if done else QIcon(blank))
            spoken = self.tr("{lesson}, finished").format(lesson=title) if done else title
            item.setData(_SPOKEN, spoken)
        count = len(self._finished & set(self._titles))
        told = Message("practice.lessons-done", count=count, n=len(self._titles))
        self._count.setText(say(told))
