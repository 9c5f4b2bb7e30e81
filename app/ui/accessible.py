"""What widgets are for screen readers, where Qt takes them for fillers or frames.

A painted widget says so in `accessible_role`, the name of a `QAccessible.Role`; one that has more
to say has `make_accessible`. What has a name and is nothing else is a group.
"""

from __future__ import annotations

from functools import cache
from typing import Final

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QApplication, QWidget

#: By the class of Qt they are, if Qt knows nothing better.
_GROUPS: Final = {
    "QWidget": QAccessible.Role.Grouping,
    "QFrame": QAccessible.Role.Grouping,
    "QScrollArea": QAccessible.Role.Pane,
}


@cache
def listen_to_widgets() -> None:
    """Ask widgets what they are, from now on and for as long as the program runs."""
    QAccessible.installFactory(_make)
    if QAccessible.isActive():  # someone asked before: what Qt made of them is made anew
        for widget in QApplication.allWidgets():
            made = QAccessible.queryAccessibleInterface(widget)
            QAccessible.deleteAccessibleInterface(QAccessible.uniqueId(made))


def _make(qt_class: str, widget: QObject | None) -> QAccessibleInterface | None:
    """Return what a widget is; Qt asks for each of its classes, the last first."""
    if not isinstance(widget, QWidget):
        return None
    if (make := getattr(widget, "make_accessible", None)) is not None:
        made: QAccessibleInterface = make()
        return made
    if role := getattr(widget, "accessible_role", ""):
        return QAccessibleWidget(widget, QAccessible.Role[role])
    if qt_class in _GROUPS and (widget.accessibleName() or qt_class == "QFrame"):
        return QAccessibleWidget(widget, _GROUPS[qt_class])
    return None
