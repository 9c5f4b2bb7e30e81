"""A row or a column of widgets, laid out in one call."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QLayout, QWidget

_Box = TypeVar("_Box", bound=QBoxLayout)
#: A widget or a layout, alone or with its stretch and alignment.
Item = QWidget | QLayout | tuple[QWidget | QLayout, int] | tuple[QWidget, int, Qt.AlignmentFlag]


def filled(
    box: _Box,
    *items: Item | int | None,
    spacing: int | None = None,
    margins: tuple[int, int, int, int] | int | None = None,
) -> _Box:
    """Return a box with these items in it; the spaces are the style's where none are given.

    Args:
        box: a row or a column.
        items: what it holds, in order; a number is a gap, px, and None takes the room left over.
        spacing: between two items, px.
        margins: around them, px: left, top, right and bottom, or one for all.
    """
    if spacing is not None:
        box.setSpacing(spacing)
    if margins is not None:
        box.setContentsMargins(*((margins,) * 4 if isinstance(margins, int) else margins))
    for item in items:
        match item:
            case None:
                box.addStretch(1)
            case int():
                box.addSpacing(item)
            case (QLayout() as inner, stretch):
                box.addLayout(inner, stretch)
            case (QWidget() as widget, stretch):
                box.addWidget(widget, stretch)
            case (widget, stretch, alignment):
                box.addWidget(widget, stretch, alignment)
            case QLayout():
                box.addLayout(item)
            case _:
                box.addWidget(item)
    return box
