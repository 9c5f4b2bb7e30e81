"""Keys that write something and lead something too: in use in the whole program, or not.

People who type by voice, or press keys by accident, turn them off (WCAG 2.2, 2.1.4).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication, QWidget

from app.ui.plain_tip import plain_tip

_OFF, _TIP, _KEYS = "single_keys_off", "tip_without_keys", "tip_keys"
_ARROWS: Final = "←→↑↓"


def single_keys() -> bool:
    """Tell whether letters, digits and signs lead something without Ctrl."""
    app = QCoreApplication.instance()
    return app is None or not app.property(_OFF)


def use_single_keys(app: QApplication, on: bool) -> None:
    """Turn them on or off, in what tips say too."""
    if on is not single_keys():
        app.setProperty(_OFF, not on)
        for widget in app.allWidgets():
            if keys := widget.property(_KEYS):
                widget.setToolTip(plain_tip(with_keys(widget.property(_TIP), keys)))


def is_single(key: str) -> bool:
    """Tell whether a key, as the list of keys writes it, is a letter, digit or sign alone."""
    return key[:1] not in _ARROWS and (len(key) == 1 or (" … " in key and "+" not in key))


def usable(keys: Sequence[str]) -> list[str]:
    """Return the keys that are in use."""
    return [key for key in keys if single_keys() or not is_single(key)]


def with_keys(text: str, keys: Sequence[str]) -> str:
    """Return a text with the keys for it in brackets, as far as they are in use."""
    found = usable(keys)
    between = " " if all(map(is_single, found)) else ", "
    return f"{text} ({between.join(found)})" if found else text


def set_tip_with_keys(widget: QWidget, text: str, keys: Sequence[str]) -> None:
    """Show a tip with the keys for it, which come and go as they are turned on and off."""
    widget.setProperty(_TIP, text)
    widget.setProperty(_KEYS, list(keys))
    widget.setToolTip(plain_tip(with_keys(text, keys)))
