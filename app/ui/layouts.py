"""Rows and columns made in one call."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final, TypeAlias, TypeVar

from PySide6.QtWidgets import QBoxLayout, QLayout, QWidget

if TYPE_CHECKING:
    from PySide6.QtCore import Qt

_Box = TypeVar("_Box", bound=QBoxLayout)

#: Takes the room that is left.
STRETCH: Final = "stretch"

_Item: TypeAlias = (
    "QWidget | QLayout | int | str | tuple[QWidget | QLayout, int]"
    " | tuple[QWidget, int, Qt.AlignmentFlag]"
)


def arrange(
    box: _Box,
    *items: _Item,
    spacing: int | None = None,
    margins: int | tuple[int, int, int, int] | None = None,
) -> _Box:
    """Add items to a row or a column and return it.

    Args:
        box: the layout.
        items: widgets and layouts, each alone or with its stretch and alignment; a number is
            empty space in pixels, and STRETCH takes what is left.
        spacing: between two items, px; None for the style's own.
        margins: around all of them, px: the same on each side, or left, top, right and bottom.
    """
    if isinstance(margins, int):
        margins = (margins, margins, margins, margins)
    if margins is not None:
        box.setContentsMargins(*margins)
    if spacing is not None:
        box.setSpacing(spacing)
    for item in items:
        if isinstance(item, str):
            box.addStretch(1)
        elif isinstance(item, int):
            box.addSpacing(item)
        else:
            added, *how = item if isinstance(item, tuple) else (item,)
            add: Callable[..., None] = (
                box.addLayout if isinstance(added, QLayout) else box.addWidget
            )
            add(added, *how)
    return box
