"""The settings while the program runs: read by all, changed in one place, saved at once."""

from __future__ import annotations

from pathlib import Path

import msgspec
from PySide6.QtCore import QLocale, QObject, Signal

from app.body.anthropometry import Body, Sex
from app.errors import UserError
from app.settings import BodySettings, ExerciseSettings, Settings, save_settings
from app.units import Units


class SettingsKeeper(QObject):
    """Holds the settings and saves each change.

    Attributes:
        value: the settings in use.

    Signals:
        changed: something in them changed.
        problem_found: they could not be saved; a `Message`.
    """

    changed = Signal()
    problem_found = Signal(object)

    def __init__(self, path: Path, value: Settings) -> None:
        super().__init__()
        self.value = value
        self._path = path

    def change(self, **fields: object) -> None:
        """Change some fields of the settings and save them."""
        self._take(msgspec.structs.replace(self.value, **fields))

    def change_exercise(self, exercise_id: str, changed: ExerciseSettings) -> None:
        """Remember what the user changed in an exercise."""
        self._take(self.value.with_exercise(exercise_id, changed))

    def remember_window(self, geometry: list[int]) -> None:
        """Save where the window is; nobody needs to hear of it."""
        self.value = msgspec.structs.replace(self.value, window=geometry)
        self._save()

    @property
    def units(self) -> Units:
        """The units lengths and weights are shown in."""
        metric = QLocale().measurementSystem() == QLocale.MeasurementSystem.MetricSystem
        return self.value.units_resolved(locale_is_metric=metric)

    @property
    def body(self) -> Body:
        """The user's body, for the figure."""
        return body_of(self.value.body)

    @property
    def less_motion(self) -> bool:
        """Whether the figure shows key poses instead of moving by itself."""
        if self.value.reduce_motion != "system":
            return self.value.reduce_motion == "on"
        return _system_asks_for_less_motion()

    def _take(self, value: Settings) -> None:
        if value != self.value:
            self.value = value
            self._save()
            self.changed.emit()

    def _save(self) -> None:
        try:
            save_settings(self._path, self.value)
        except UserError as error:
            self.problem_found.emit(error.messages[0])


def body_of(own: BodySettings) -> Body:
    """Return the body that settings describe."""
    return Body(
        stature_m=own.stature_m,
        mass_kg=own.mass_kg,
        sex=Sex(own.sex),
        thigh=own.thigh,
        trunk=own.trunk,
        slr_deg=own.slr_deg,
        lumbar_deg=own.lumbar_deg,
        shin=own.shin,
        arm=own.arm,
    )


def _system_asks_for_less_motion() -> bool:
    from PySide6.QtGui import QGuiApplication
    from PySide6.QtWidgets import QApplication, QStyle

    hints = QGuiApplication.styleHints()
    accessibility = getattr(hints, "accessibility", None)  # new in Qt 6.12
    preference = getattr(accessibility() if accessibility else None, "motionPreference", None)
    if preference is not None:
        return getattr(preference(), "name", "") == "ReducedMotion"
    style = QApplication.style()
    duration = style.styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration)
    return duration == 0
