"""Which keys are meant on keyboards that write something else with them than an American one."""

from __future__ import annotations

import unicodedata

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractButton, QWidget

#: What the rows of keys write, by the scan code of their first key as Linux and Windows count.
_ROWS = {2: "1234567890-=", 16: "qwertyuiop[]", 30: "asdfghjkl;'", 44: "zxcvbnm,./"}
_AT = {first + place: text for first, row in _ROWS.items() for place, text in enumerate(row)}
#: X and Wayland count from here on.
_X_FIRST = 8
#: X tells with this of a key that AltGr is held.
_X_ALT_GR = 0x80
_WITH_SHIFT = {",": "<", ".": ">", "-": "_", "=": "+"}


def digit_of(event: QKeyEvent) -> int | None:
    """Return the digit that a key means, by what it writes or else by its place.

    French keyboards write digits with Shift only; here the keys mean them without it too.
    """
    key = event.key()
    for text in (event.text(), chr(key) if 0 < key < 128 else "", _text_of_bare_key(event)):
        if len(text) == 1 and text in "0123456789":
            return int(text)
    return None


def key_of(event: QKeyEvent) -> int:
    """Return the key that is meant: that of a digit wherever it is, else just what came."""
    digit = digit_of(event)
    return event.key() if digit is None else Qt.Key.Key_0 + digit


def text_of(event: QKeyEvent) -> str:
    """Return what a key writes; where that is a letter that is not Latin, what its place means."""
    text = event.text().lower()
    if not text.isalpha() or unicodedata.name(text[0], "").startswith("LATIN"):
        return text
    place = _text_of_place(event)
    return _WITH_SHIFT.get(place, place) if _has_shift(event) else place


def press_by_place(window: QWidget, event: QKeyEvent) -> bool:
    """Press what a letter with Control presses in a window, by the place of one not Latin.

    Qt finds such shortcuts only where a Latin layout is installed beside the other.

    Args:
        window: its shortcuts and buttons are looked through, those that can be seen.
        event: a key that nothing took.

    Returns:
        Whether there was one to press.
    """
    place = _text_of_place(event)
    control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
    if not (control and event.key() > 0x7F and place.isalpha()):
        return False
    sequence = QKeySequence(f"Ctrl+{place}")
    for shortcut in window.findChildren(QShortcut):
        owner = shortcut.parent()
        if shortcut.key() == sequence and isinstance(owner, QWidget) and owner.isVisible():
            shortcut.activated.emit()
            return True
    for button in window.findChildren(QAbstractButton):
        if button.shortcut() == sequence and button.isVisible():
            button.click()
            return True
    return False


def _has_shift(event: QKeyEvent) -> bool:
    return bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)


def _text_of_bare_key(event: QKeyEvent) -> str:
    """Return what the key's place means where neither Shift nor AltGr is held."""
    alt = event.modifiers() & Qt.KeyboardModifier.AltModifier
    if alt or _has_shift(event) or event.nativeModifiers() & _X_ALT_GR:
        return ""
    return _text_of_place(event)


def _text_of_place(event: QKeyEvent) -> str:
    platform = QGuiApplication.platformName()
    if platform == "cocoa":  # which counts keys in another way
        return ""
    return _AT.get(event.nativeScanCode() - (0 if platform == "windows" else _X_FIRST), "")
