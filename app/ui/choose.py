"""Qt's choices by their names, for what is made before the first paint."""

from __future__ import annotations

from PySide6.QtCore import QObject


def choose(target: QObject, **choices: str) -> None:
    """Set properties to members of Qt's enums, as in `choose(label, textFormat="PlainText")`.

    For the first member of any of its own enums PySide makes all 93 of the `Qt` namespace, with
    1200 members, a tenth of the start: modules that are loaded before the first paint use
    `QtCore.Qt` in functions that are called later, and this where it cannot wait.

    Raises:
        ValueError: there is no such property, or no such member.
    """
    for name, value in choices.items():
        if target.metaObject().indexOfProperty(name) < 0 or not target.setProperty(name, value):
            raise ValueError(f"{type(target).__name__} has no {name} {value}")
