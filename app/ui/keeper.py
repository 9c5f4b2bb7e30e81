"""The settings for the window: as signals, and with what the system adds to them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QObject, Signal

from app.settings.model import (
    BodySettings,
    ExerciseSettings,
    MachineSettings,
    PersonSettings,
    SettingsChange,
)
from app.settings.service import Settings
from app.ui.system_motion import SystemMotion
from app.units import Units

if TYPE_CHECKING:
    from app.body.anthropometry import Body


class SettingsKeeper(QObject):
    """Hands the settings to widgets, which change them here.

    Attributes:
        system_motion: whether the system asks for less motion.

    Signals:
        changed: something in them, or in what the system adds, changed; a `SettingsChange`.
    """

    changed = Signal(object)

    def __init__(self, settings: Settings, system_motion: SystemMotion | None = None) -> None:
        super().__init__()
        self._settings = settings
        self.system_motion = system_motion or SystemMotion()
        self.system_motion.changed.connect(self._follow_system)
        #: Ends the following of the settings.
        self.close = settings.changed.subscribe(self.changed.emit)

    @property
    def machine(self) -> MachineSettings:
        """How the window looks and speaks on this computer."""
        return self._settings.machine

    @property
    def person(self) -> PersonSettings:
        """The body, the exercises and the cues of the user."""
        return self._settings.person

    def change(self, **fields: object) -> None:
        """Change some fields, of the machine's settings or the person's, and save them."""
        self._settings.change(**fields)

    def change_exercise(self, exercise_id: str, changed: ExerciseSettings) -> None:
        """Remember what the user changed in an exercise."""
        self._settings.change_exercise(exercise_id, changed)

    @property
    def units(self) -> Units:
        """The units lengths and weights are shown in."""
        metric = QLocale().measurementSystem() == QLocale.MeasurementSystem.MetricSystem
        return self.machine.units_resolved(locale_is_metric=metric)

    @property
    def body(self) -> Body:
        """The user's body, for the figure."""
        return body_of(self.person.body)

    @property
    def less_motion(self) -> bool:
        """Whether the figure shows key poses instead of moving by itself."""
        if self.person.reduce_motion != "system":
            return self.person.reduce_motion == "on"
        return self.system_motion.reduced

    def _follow_system(self) -> None:
        """Tell that "as on this computer" means something else now."""
        if self.person.reduce_motion == "system":
            now = self._settings.values
            before = now.replace(reduce_motion="off" if self.less_motion else "on")
            self.changed.emit(SettingsChange(before, now))


def body_of(own: BodySettings) -> Body:
    """Return the body that settings describe."""
    from app.body.anthropometry import Body, Sex

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
