"""The room for the pages, scrolled where the window is smaller than what a page needs."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QFrame, QScrollArea, QStackedLayout, QWidget

from app.ui.choose import choose
from app.ui.layouts import least_height


class PageStack(QWidget):
    """Pages of which one is shown; the others ask for no room."""

    def __init__(self) -> None:
        super().__init__()
        self._pages = _Pages(self)
        self._pages.currentChanged.connect(self.updateGeometry)

    def addWidget(self, page: QWidget) -> None:
        """Add a page; the first is shown."""
        self._pages.addWidget(page)

    def indexOf(self, page: QWidget) -> int:
        """Return the place of a page; -1 where it was not added."""
        return self._pages.indexOf(page)

    def currentWidget(self) -> QWidget | None:
        """Return the page that is shown."""
        return self._pages.currentWidget()

    def setCurrentWidget(self, page: QWidget) -> None:
        """Show another page."""
        self._pages.setCurrentWidget(page)


class PageArea(QScrollArea):
    """Scrolls a stack of pages."""

    def __init__(self, stack: PageStack) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        choose(self, focusPolicy="NoFocus")
        stack.setProperty("look", "page")
        self.setWidget(stack)


class _Pages(QStackedLayout):
    """Asks for what the page that is shown needs at least, as its texts wrap.

    A scroll area would give the page all that it would like.
    """

    def minimumSize(self) -> QSize:
        page = self.currentWidget()
        # The height goes with the width: what a page asks for is what it needs at its narrowest.
        return QSize(max(page.minimumSizeHint().width(), page.minimumWidth()) if page else 0, 0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return least_height(self.currentWidget(), width)

    def minimumHeightForWidth(self, width: int) -> int:
        return self.heightForWidth(width)
