"""Rows and columns made in one call."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Final, TypeAlias, TypeVar

from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QBoxLayout, QLayout, QSizePolicy, QWidget

from app.ui.theme import with_text

if TYPE_CHECKING:
    from PySide6.QtCore import Qt

_Box = TypeVar("_Box", bound=QBoxLayout)

#: No limit of a widget's size (Qt's QWIDGETSIZE_MAX), px.
ANY_SIZE: Final = (1 << 24) - 1
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


class Column(QBoxLayout):
    """A column that asks for its least height at a width.

    Qt's own asks for all that it would like. Where there is less, the column around it takes that
    away from the largest part, which then lies over the next: a figure over its buttons.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(QBoxLayout.Direction.TopToBottom, parent)
        self._asking = False

    def heightForWidth(self, width: int) -> int:
        """Return the least height at a width, px."""
        if self._asking:  # by Qt, for the least
            return super().heightForWidth(width)
        self._asking = True
        least = self.minimumHeightForWidth(width)
        self._asking = False
        return least


class Turning(Column):
    """A row where there is room for one, else a column; `last_first` puts its end on top then."""

    def __init__(self, parent: QWidget | None = None, *, last_first: bool = False) -> None:
        super().__init__(parent)
        way = QBoxLayout.Direction
        self.setDirection(way.LeftToRight)
        self._column = way.BottomToTop if last_first else way.TopToBottom
        self._held: list[tuple[QWidget, int, int]] = []
        # Not asked of Qt: PySide keeps what `itemAt` gave, even when Qt has deleted the item.
        self._parts: list[QWidget | QLayout] = []

    def addWidget(self, widget: QWidget, *how: Any) -> None:
        """Add a widget at the end."""
        self._parts.append(widget)
        super().addWidget(widget, *how)

    def addLayout(self, layout: QLayout, stretch: int | None = 0) -> None:
        """Add a layout at the end."""
        self._parts.append(layout)
        super().addLayout(layout, stretch or 0)

    def hold(self, widget: QWidget, width: int, least: int | None = None) -> None:
        """Give a widget at most this width in the row, and in the column all there is.

        Args:
            widget: the widget.
            width: in pixels where text has 12; also the least it has, if `least` is None.
            least: the least it has, likewise.
        """
        self._held.append((widget, width, width if least is None else least))
        self._hold()

    def _hold(self) -> None:
        is_row = self.direction() is QBoxLayout.Direction.LeftToRight
        for widget, width, least in self._held:
            widget.setMinimumWidth(with_text(least))
            widget.setMaximumWidth(with_text(width) if is_row else ANY_SIZE)

    def minimumSize(self) -> QSize:
        """Return the least height of what it is now, and the least width of a column."""
        return QSize(self._least_width(max), super().minimumSize().height())

    def setGeometry(self, rect: QRect) -> None:
        """Become what there is room for."""
        row = self._least_width(lambda widths: sum(widths) + self.spacing() * (len(widths) - 1))
        fits = rect.width() >= row
        self.setDirection(QBoxLayout.Direction.LeftToRight if fits else self._column)
        self._hold()
        super().setGeometry(rect)

    def _least_width(self, together: Callable[[list[int]], int]) -> int:
        """Return the width that its items need together, with the margins, px."""
        widths = [_least_width(part) for part in self._parts if not _is_empty(part)]
        margins = self.contentsMargins()
        return (together(widths) if widths else 0) + margins.left() + margins.right()


def _is_empty(part: QWidget | QLayout) -> bool:
    return part.isEmpty() if isinstance(part, QLayout) else part.isHidden()


def _least_width(part: QWidget | QLayout) -> int:
    """Return the least width of what a layout holds, as Qt works it out, px."""
    if isinstance(part, QLayout):
        return part.minimumSize().width()
    if part.minimumWidth() > 0:
        return part.minimumWidth()
    policy = part.sizePolicy().horizontalPolicy()
    least = part.minimumSizeHint().width()
    if policy in (QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Minimum):
        least = max(least, part.sizeHint().width())
    return min(least, part.maximumWidth())


def least_height(widget: QWidget | None, width: int) -> int:
    """Return the least height of a widget whose texts wrap at a width, px."""
    layout = widget.layout() if widget is not None else None
    if layout is not None and layout.hasHeightForWidth():
        return layout.totalMinimumHeightForWidth(width)
    return widget.minimumSizeHint().height() if widget is not None else 0
