"""The room for the pages, scrolled where the window is smaller than what a page needs."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QFrame, QScrollArea, QStackedWidget

from app.ui.choose import choose


class PageStack(QStackedWidget):
    """Pages of which one is shown; the others ask for no room."""

    def __init__(self) -> None:
        super().__init__()
        self.currentChanged.connect(self.updateGeometry)

    def minimumSizeHint(self) -> QSize:
        """Return what the page that is shown needs."""
        page = self.currentWidget()
        return page.minimumSizeHint() if page else super().minimumSizeHint()

    def heightForWidth(self, _width: int) -> int:
        """Return the least height: a scroll area would give the page all that it would like."""
        return self.minimumSizeHint().height()


class PageArea(QScrollArea):
    """Scrolls a stack of pages."""

    def __init__(self, stack: PageStack) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        choose(self, focusPolicy="NoFocus")
        stack.setProperty("look", "page")
        self.setWidget(stack)
