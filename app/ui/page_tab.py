"""A button of the rail for screen readers: the tab of its page."""

from __future__ import annotations

from typing import Final

from PySide6.QtGui import QAccessible, QAccessibleActionInterface
from PySide6.QtWidgets import QAbstractButton, QAccessibleWidget

_PRESS: Final = QAccessibleActionInterface.pressAction()


class PageTabAccessible(QAccessibleWidget):
    """Is selected where its page is shown, and can be pressed; Qt would say a check box."""

    def __init__(self, button: QAbstractButton) -> None:
        super().__init__(button, QAccessible.Role.PageTab)
        self._button = button

    def state(self) -> QAccessible.State:
        """Return whether its page is shown, beside what holds of every widget."""
        state = super().state()
        state.selectable = state.focusable = True
        state.selected = self._button.isChecked()
        return state

    def actionNames(self) -> list[str]:
        """Return that it can be pressed."""
        return [_PRESS, *super().actionNames()]

    def doAction(self, name: str) -> None:
        """Show its page."""
        if name == _PRESS:
            self._button.click()
        else:
            super().doAction(name)
