"""The bar on top of the pages that says what went wrong, without interrupting."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from app.ui.accessibility import announce, button, keep_focus, label, named, set_tip
from app.ui.icons import Icons
from app.ui.layouts import arrange
from app.ui.notices import Notices
from app.ui.theme import Appearance

#: What is longer is cut off, in characters; "Show all" has the rest.
_LONGEST = 360


class NoticeBar(QFrame):
    """The newest notice; a button shows all of them. Made for the first notice.

    Signals:
        about_requested: the user wants to see what is known of a crash.
    """

    about_requested = Signal()

    def __init__(
        self, notices: Notices, icons: Icons, appearance: Appearance, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._notices, self._icons, self._appearance = notices, icons, appearance
        self.setProperty("look", "notice")
        self._sign = label("")
        self._line = label("", "body", wrap=True)
        self._about = button(self.tr("About the crash"))
        self._line.setMinimumWidth(1)
        details = button(self.tr("Show all"))
        close = button(self.tr("Close"))
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 16, 8)
        row.setSpacing(12)
        row.addWidget(self._sign)
        row.addWidget(self._line, 1)
        row.addWidget(self._about)
        row.addWidget(details)
        row.addWidget(close)
        self._about.clicked.connect(self.about_requested)
        details.clicked.connect(self._show_all)
        close.clicked.connect(self._close)
        keep_focus(self._about, details, close)
        notices.added.connect(self._show)
        appearance.changed.connect(self._draw)
        self._draw()
        self._show(notices.lines[0])

    def _show(self, line: str) -> None:
        more = len(self._notices.lines) - 1
        first = line.splitlines()[0]
        if len(first) > _LONGEST:
            first = f"{first[:_LONGEST].rstrip()} …"
        text = self.tr("{notice} ({count} more)").format(notice=first, count=more)
        self._line.setText(text if more else first)
        set_tip(self._line, line)
        named(self, self.tr("Notice"), line)
        self._about.setVisible(self._notices.has_crash)
        self.show()
        announce(self, line)

    def _close(self) -> None:
        self._notices.forget()
        self.hide()

    def _show_all(self) -> None:
        dialog = QDialog(self.window())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setWindowTitle(self.tr("Notices"))
        dialog.resize(720, 320)
        text = QPlainTextEdit("\n\n".join(self._notices.lines))
        text.setReadOnly(True)
        named(text, self.tr("Notices"))
        close = button(self.tr("Close"))
        close.clicked.connect(dialog.accept)
        arrange(QVBoxLayout(dialog), text, (close, 0, Qt.AlignmentFlag.AlignRight), margins=16)
        dialog.open()

    def _draw(self) -> None:
        self._sign.setPixmap(self._icons.pixmap("notice", self._appearance.palette.wrong, 20))
