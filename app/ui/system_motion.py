"""Whether the system asks for less motion, as far as it tells, and while it changes."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any, Final

from PySide6 import QtCore
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from app.ui.portal import Portal

#: The settings of desktops that ask for it: namespace, key, and the value that does.
_ASKS: Final = {
    ("org.freedesktop.appearance", "reduced-motion"): 1,
    ("org.gnome.desktop.interface", "enable-animations"): False,
    ("org.kde.kdeglobals.KDE", "AnimationDurationFactor"): 0.0,
}


class SystemMotion(QObject):
    """Follows the system.

    Attributes:
        reduced: whether it asks for less motion.
        is_told: whether it says anything about it.

    Signals:
        changed: either of them did.
    """

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.reduced = self.is_told = False
        self._asked: dict[object, bool] = {}
        self._portal: Portal | None = None

    def listen(self) -> None:
        """Begin to follow; the first window is not kept waiting for it."""
        self._listen_to_qt()
        if sys.platform == "linux" and self._portal is None:
            from app.ui.portal import Portal

            self._portal = Portal(list(_ASKS))
            self._portal.setParent(self)
            self._portal.told.connect(self._hear)

    def _listen_to_qt(self) -> None:
        style_hints = QGuiApplication.styleHints()  # held, or PySide drops what belongs to it
        hints: Any = style_hints.accessibility()
        preference = getattr(hints, "motionPreference", None)  # from Qt 6.12 on
        if preference is not None:
            hints.motionPreferenceChanged.connect(
                lambda wanted: self._note("Qt", wanted.name == "ReducedMotion")
            )
            self._note("Qt", preference().name == "ReducedMotion")
        elif sys.platform == "win32":
            # What "Show animations in Windows" turns off.
            lively = QApplication.isEffectEnabled(QtCore.Qt.UIEffect.UI_AnimateCombo)
            self._note("Windows", not lively)

    def _hear(self, namespace: str, key: str, value: object) -> None:
        asks = _ASKS[namespace, key]
        if isinstance(asks, float):  # KDE writes its number as a text
            try:
                value = float(str(value))
            except ValueError:
                return
        self._note((namespace, key), value == asks)

    def _note(self, source: object, asks: bool) -> None:
        self._asked[source] = asks
        before = self.reduced, self.is_told
        self.reduced, self.is_told = any(self._asked.values()), True
        if (self.reduced, self.is_told) != before:
            self.changed.emit()
