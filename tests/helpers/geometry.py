"""What of a window cannot be read, or not be reached."""

from __future__ import annotations

from itertools import combinations

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QBoxLayout,
    QCheckBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QSpinBox,
    QWidget,
)

from app.ui.main_window import MainWindow
from app.ui.page_area import PageArea

#: Rounding, px.
_NEARLY = 1


def settle() -> None:
    """Let layouts settle: a text that wraps asks for its height only once it has its width."""
    for _ in range(5):
        QApplication.processEvents()


def area_of(window: MainWindow) -> PageArea:
    """Return what scrolls the page."""
    (area,) = window.findChildren(PageArea)
    return area


def cut(root: QWidget) -> list[str]:
    """Return the texts that have less room than they need."""
    labels = [one for one in root.findChildren(QLabel) if one.text() and _is_cut(one)]
    buttons = [
        one
        for kind in (QPushButton, QCheckBox, QRadioButton)
        for one in root.findChildren(kind)
        if one.text() and _is_small(one)
    ]
    boxes = [
        one
        for kind in (QLineEdit, QSpinBox)
        for one in root.findChildren(kind)
        if one.height() < one.fontMetrics().height()
    ]
    return [
        *(one.text() for one in labels if one.isVisible()),
        *(one.text() for one in buttons if one.isVisible()),
        *(one.accessibleName() for one in boxes if one.isVisible()),
    ]


def sideways(root: QWidget) -> list[str]:
    """Return the scroll areas whose content is broader than they are."""
    found = []
    for area in root.findChildren(QScrollArea):
        content = area.widget()
        if area.isVisible() and content is not None:
            over = content.minimumSizeHint().width() - area.viewport().width()
            if over > _NEARLY:
                found.append(f"{type(area).__name__} of {type(content).__name__}: {over} px")
    return found


def in_view(window: MainWindow, control: QWidget) -> bool:
    """Tell whether all of a control is seen without scrolling."""
    viewport = area_of(window).viewport()
    at = QRect(control.mapTo(window, QPoint()), control.size())
    return control.isVisible() and QRect(
        viewport.mapTo(window, QPoint()), viewport.size()
    ).contains(at)


def overlapping(root: QWidget) -> list[str]:
    """Return what a layout has put over something else of the same layout."""
    found = []
    for layout in root.findChildren(QBoxLayout):
        parent = layout.parentWidget()
        assert parent is not None
        beside = parent.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
        seen = [one for one in beside if one.isVisible() and layout.indexOf(one) >= 0]
        found += [
            f"{type(one).__name__} and {type(other).__name__}"
            for one, other in combinations(seen, 2)
            if one.geometry().intersects(other.geometry())
        ]
    return found


def _is_cut(shown: QLabel) -> bool:
    wraps = shown.wordWrap()
    width = 0 if wraps else shown.sizeHint().width()
    height = shown.heightForWidth(shown.width()) if wraps else shown.sizeHint().height()
    return shown.width() < width - _NEARLY or shown.height() < height - _NEARLY


def _is_small(control: QAbstractButton) -> bool:
    hint = control.sizeHint()
    return control.width() < hint.width() - _NEARLY or control.height() < hint.height() - _NEARLY
