"""The lessons in order, with a tick before each finished one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, QSize, Signal
from PySide6.QtGui import QColor, QIcon, QPixmap
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app.lessons.model import Outline
from app.messages.message import Message
from app.ui.accessibility import label, let_elide, name_choice, named, set_tip
from app.ui.choose import choose
from app.ui.icons import Icons
from app.ui.layouts import ANY_SIZE, arrange
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
        self._box: QComboBox | None = None
        self._title = label(self.tr("Learn"), "title")
        self._head = arrange(QHBoxLayout(), self._count, spacing=12)
        parts = self._title, self._head, 8, (self._list, 1)
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
                set_tip(item, f"{lesson.title}\n{lesson.summary}")
                item.setSizeHint(QSize(0, with_text(_ROW)))
                self._list.addItem(item)
        self._draw()

    @property
    def small(self) -> bool:
        """Whether it is one box."""
        return self._list.isHidden()

    def set_small(self, small: bool) -> None:
        """Be one box to choose from, or a list with its heading."""
        if small == self.small:
            return
        if self._box is None:
            self._box = self._make_box()
        self._box.setVisible(small)
        for part in (self._title, self._list):
            part.setHidden(small)
        if small:
            self.setMinimumWidth(0)
            self.setMaximumWidth(ANY_SIZE)

    def choose(self, lesson: str) -> None:
        """Mark the lesson that is shown, without a signal."""
        if lesson in self._titles:
            with QSignalBlocker(self._list):
                row = list(self._titles).index(lesson)
                self._list.setCurrentRow(row)
                if self._box is not None:
                    self._box.setCurrentIndex(row)

    def show_finished(self, lessons: set[str]) -> None:
        """Put a tick before some lessons, by their ids."""
        if lessons != self._finished:
            self._finished = lessons
            self._draw()

    def _choose(self, row: int) -> None:
        if row >= 0:
            self.lesson_chosen.emit(list(self._titles)[row])

    def _make_box(self) -> QComboBox:
        """Return the box; most windows are large."""
        box = QComboBox()
        box.setModel(self._list.model())
        box.setMaxVisibleItems(self._list.count())
        let_elide(box)
        box.setCurrentIndex(self._list.currentRow())
        box.activated.connect(self._list.setCurrentRow)
        self._head.insertWidget(0, box, 1)
        name_choice(box, self.tr("Lessons"))
        return box

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
