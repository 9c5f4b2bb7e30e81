"""The choice of what to make, how large and in which colours."""

from __future__ import annotations

from PySide6.QtCore import QLocale, QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QLabel, QLineEdit, QWidget

from app.movement.playback import SPEEDS
from app.picture.page_request import NAME_LENGTH, NOTE_LENGTH
from app.picture.plan import weeks_of
from app.picture.problem import PictureError
from app.ui.accessibility import label, let_elide, named, tell_in
from app.ui.messages import number_text
from app.ui.share.choice import ShareChoice, ShareFormat, formats_of
from app.ui.share.note_box import NoteBox
from app.ui.share.share_texts import format_name, format_note
from app.ui.share.size_box import SizeBox
from app.ui.share.subject import Subject

_NOTE_LINES = 2


class ShareForm(QWidget):
    """The controls of the Share dialog.

    Signals:
        changed: the choice has changed.
    """

    changed = Signal()

    def __init__(self, subject: Subject) -> None:
        super().__init__()
        self._form, self._theme, self._speed = QComboBox(), QComboBox(), QComboBox()
        self._paper, self._exercise = QComboBox(), QComboBox()
        self._size = SizeBox(subject)
        self._name, self._typed = QLineEdit(), NoteBox(NOTE_LENGTH)
        self._name.setProperty("look", "field")
        self._name.setMaxLength(NAME_LENGTH)
        self._sheet = subject.sheet is not None
        #: Whether in the dark theme: for a page, which costs ink, and for everything else.
        self._dark = {True: False, False: subject.dark}
        self._note = label("", "muted", wrap=True)
        self._note.setMinimumHeight(self._note.fontMetrics().lineSpacing() * _NOTE_LINES)
        self._rows: dict[str, tuple[QLabel, QWidget]] = {}
        self._fill(subject)
        self._lay_out()
        self._form.currentIndexChanged.connect(self._follow_form)
        self._theme.currentIndexChanged.connect(self._keep_theme)
        for box in (self._form, self._theme, self._speed, self._paper, self._exercise):
            box.currentIndexChanged.connect(self.changed)
        self._size.changed.connect(self.changed)
        self._name.textChanged.connect(self.changed)
        self._typed.typed.connect(self.changed)
        self._follow_form()

    @property
    def form(self) -> ShareFormat:
        """What to make."""
        return ShareFormat(self._form.currentData())

    def choose(self, form: ShareFormat) -> None:
        """Choose what to make."""
        self._form.setCurrentIndex(self._form.findData(form.value))

    @property
    def is_refused(self) -> bool:
        """Whether something typed cannot be."""
        return self._size.is_refused

    @property
    def choice(self) -> ShareChoice:
        """The whole choice."""
        about = self._exercise.currentData()
        return ShareChoice(
            form=self.form,
            size=self._size.value,
            dark=self._theme.currentData() == "dark",
            speed=float(self._speed.currentData()),
            paper="letter" if self._paper.currentData() == "letter" else "a4",
            exercise=about if isinstance(about, str) else "",
            week=about if isinstance(about, int) else 0,
            name=self._name.text().strip(),
            note=self._typed.toPlainText().strip(),
        )

    def _fill(self, subject: Subject) -> None:
        for form in formats_of(subject):
            name = format_name(form.value, sheet=subject.sheet is not None)
            self._form.addItem(name, form.value)
        self._theme.addItem(self.tr("Light"), "light")
        self._theme.addItem(self.tr("Dark"), "dark")
        for speed in SPEEDS:
            self._speed.addItem(f"{number_text(speed)}×", speed)
        self._speed.setCurrentIndex(self._speed.findData(subject.speed))
        self._paper.addItem(self.tr("A4"), "a4")
        self._paper.addItem(self.tr("US Letter"), "letter")
        inches = QLocale().measurementSystem() == QLocale.MeasurementSystem.ImperialUSSystem
        self._paper.setCurrentIndex(int(inches))
        self._exercise.addItem(self.tr("This movement"), "")
        shown = {motion.movement.id for motion in subject.motions}
        for exercise in subject.exercises.values():
            self._exercise.addItem(exercise.title, exercise.id)
            if exercise.movement in shown and self._exercise.currentIndex() == 0:
                self._exercise.setCurrentIndex(self._exercise.count() - 1)
        for week, title in weeks_of(subject.programme).items():
            named_week = self.tr("Week {number}: {title}").format(number=week, title=title)
            self._exercise.addItem(named_week, week)

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        self._add(grid, "form", self.tr("What"), self._form)
        grid.addWidget(self._note, grid.rowCount(), 0, 1, 2)
        self._add(grid, "size", self.tr("Size"), self._size)
        self._add(grid, "paper", self.tr("Paper"), self._paper)
        self._add(grid, "theme", self.tr("Colours"), self._theme)
        self._add(grid, "speed", self.tr("Speed"), self._speed)
        self._add(grid, "exercise", self.tr("About"), self._exercise)
        self._add(grid, "name", self.tr("For"), self._name)
        self._add(grid, "note", self.tr("Note"), self._typed)
        grid.setRowStretch(grid.rowCount(), 1)

    def _add(self, grid: QGridLayout, key: str, name: str, control: QWidget) -> None:
        shown = label(name)
        shown.setBuddy(control)
        named(control, name)
        if isinstance(control, QComboBox):
            let_elide(control)
        row = grid.rowCount()
        grid.addWidget(shown, row, 0)
        grid.addWidget(control, row, 1)
        self._rows[key] = shown, control

    def _follow_form(self) -> None:
        form = self.form
        notes = [format_note(form.value, sheet=self._sheet)]
        if form is ShareFormat.FILM and not _browsers_show_films():
            notes.append(self.tr("Saved as MPEG-4 here, which browsers cannot play."))
        tell_in(self._note, " ".join(notes))
        self._size.offer(form)
        with QSignalBlocker(self._theme):
            self._theme.setCurrentIndex(int(self._dark[form is ShareFormat.PAGE]))
        wanted = {
            "size": form is not ShareFormat.PAGE,
            "paper": form is ShareFormat.PAGE,
            "speed": form.kind.moves,
            "exercise": form is ShareFormat.PAGE and self._exercise.count() > 1,
            "name": form is ShareFormat.PAGE and not self._sheet,
            "note": form is ShareFormat.PAGE and not self._sheet,
        }
        for key, shown in wanted.items():
            for widget in self._rows[key]:
                widget.setVisible(shown)

    def _keep_theme(self, index: int) -> None:
        self._dark[self.form is ShareFormat.PAGE] = bool(index)


def _browsers_show_films() -> bool:
    """Return false where a film made here is of a kind they do not know."""
    from app.picture.multimedia import writes_h264

    try:
        return writes_h264()
    except PictureError:  # none can be made: saving it says why
        return True
