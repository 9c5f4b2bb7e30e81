"""Names for people who do not see the window, set where a control is made."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6 import QtCore
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QComboBox, QLabel, QPushButton, QWidget

from app.ui.choose import choose
from app.ui.icons import Icons
from app.ui.plain_label import PlainLabel
from app.ui.plain_tip import plain_tip
from app.ui.single_keys import set_tip_with_keys
from app.ui.theme import Appearance

if TYPE_CHECKING:
    from PySide6.QtWidgets import QListWidgetItem


def label(text: str, look: str = "body", *, wrap: bool = False) -> QLabel:
    """Return a label with one of the theme's looks; it shows its text as it is written.

    The text can be selected with the mouse and copied; the Tab key does not stop there.
    """
    made = PlainLabel(text)
    made.setProperty("look", look)
    made.setWordWrap(wrap)
    return made


def tab_through(stops: Iterable[QWidget]) -> None:
    """Let the Tab key go from each of these widgets to the one after it."""
    for one, following in pairwise(stops):
        QWidget.setTabOrder(one, following)


def tab_as_read(*parts: QWidget) -> None:
    """Let the Tab key go through parts of a page as they are read, whenever they were made.

    By itself the key goes through controls in the order they were made, other pages' in between.
    """
    key = QtCore.Qt.FocusPolicy.TabFocus

    def is_stop(one: QWidget, part: QWidget) -> bool:
        # A field in a box stands for the box, whose list has a window of its own.
        is_inside = one.window() is part.window()
        return bool(one.focusPolicy() & key) and not one.focusProxy() and is_inside

    tab_through(one for part in parts for one in part.findChildren(QWidget) if is_stop(one, part))


def set_tip(target: QWidget | QListWidgetItem, text: str) -> None:
    """Show a tip as it is written."""
    target.setToolTip(plain_tip(text))


def let_elide(box: QComboBox, letters: int = 8) -> None:
    """Let a box be narrower than its longest entry; the whole one that is chosen is its tip."""
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setMinimumContentsLength(letters)
    box.currentTextChanged.connect(lambda text: set_tip(box, text))


def button(text: str, look: str = "", *, tip: str = "", keys: Sequence[str] = ()) -> QPushButton:
    """Return a button with a text, which is its name; its tip names its keys."""
    made = QPushButton(text)
    made.setAutoDefault(True)  # so that Enter presses it, as in a dialog
    made.setProperty("look", look)
    made.setAccessibleName(text)
    if keys:
        set_tip_with_keys(made, tip, keys)
    elif tip:
        set_tip(made, tip)
    return made


def set_look(widget: QWidget, look: str) -> None:
    """Give a widget that is already shown another of the theme's looks."""
    if widget.property("look") != look:
        widget.setProperty("look", look)
        widget.style().unpolish(widget)
        widget.style().polish(widget)


def keep_focus(*controls: QWidget) -> None:
    """Let a click leave the focus alone: Space plays, whatever was clicked last."""
    for control in controls:
        choose(control, focusPolicy="TabFocus")


def set_wrong(control: QWidget, sentence: str, otherwise: str = "") -> None:
    """Show with a red border that something is wrong with a control, and say it; empty: nothing.

    Where nothing is wrong it is described as `otherwise`.
    """
    control.setAccessibleDescription(sentence or otherwise)
    if control.property("wrong") != bool(sentence):
        control.setProperty("wrong", bool(sentence))
        control.style().unpolish(control)
        control.style().polish(control)


#: Width and height of a button's icon, px.
_ICON = 20


class IconButton(QPushButton):
    """A button that shows an icon, with its name for screen readers and as a tip."""

    def __init__(
        self,
        icon: str,
        name: str,
        icons: Icons,
        appearance: Appearance,
        *,
        checkable: bool = False,
        keys: Sequence[str] = (),
    ) -> None:
        super().__init__()
        self._keys = keys
        self.setCheckable(checkable)
        self.setAutoDefault(True)
        self._icons, self._appearance = icons, appearance
        self._icon = icon
        self.setProperty("look", "tool")
        self.setIconSize(QSize(_ICON, _ICON))
        self.rename(icon, name)
        appearance.changed.connect(self._draw)
        self.toggled.connect(self._draw)

    def rename(self, icon: str, name: str) -> None:
        """Show another icon under another name."""
        self._icon = icon
        self.setAccessibleName(name)
        set_tip_with_keys(self, name, self._keys)
        self._draw()

    def _draw(self) -> None:
        palette = self._appearance.palette
        colour = palette.right if self.isChecked() else palette.ink
        self.setIcon(self._icons.pixmap(self._icon, colour, _ICON))


def announce(speaker: QWidget, text: str) -> None:
    """Have screen readers say what changed away from the focus, when nothing is more urgent."""
    from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent  # 3 ms of the start

    if text and QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(speaker, text))


def tell_in(shown: QLabel, text: str) -> None:
    """Write a line anew; where it can be seen, screen readers say what it says now."""
    if text != shown.text():
        shown.setText(text)
        place = shown.parentWidget()
        if place is not None and place.isVisible():
            announce(shown, text)


def name_choice(box: QComboBox, name: str) -> None:
    """Name a box of choices that no label in view names, once it is in its place.

    On Linux Qt tells its choice as its name, and its name by the label beside it.
    """
    box.setAccessibleName(name)
    beside = label(name)
    beside.setParent(box.parentWidget())
    beside.setBuddy(box)
    beside.hide()


def named(widget: QWidget, name: str, description: str = "") -> None:
    """Give a widget its accessible name, and a description where one helps."""
    widget.setAccessibleName(name)
    if description:
        widget.setAccessibleDescription(description)
