"""The transport bar under the stage: play, step, scrub, speed, loop, mirror."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QSlider, QWidget

from app.movement.playback import SPEEDS
from app.ui.accessibility import IconButton, named
from app.ui.icons import Icons
from app.ui.stage.stage import Stage
from app.ui.theme import Appearance

#: Positions of the slider; enough for a step of a millisecond in a long movement.
_SLIDER_STEPS = 10_000


class TransportBar(QWidget):
    """Drives one stage.

    Keys are handled by the page that holds it, through the stage and `set_speed_by`.
    """

    def __init__(self, stage: Stage, icons: Icons, appearance: Appearance) -> None:
        super().__init__()
        self._stage = stage
        self._back = IconButton("step-back", self.tr("Step back"), icons, appearance)
        self._play = IconButton("play", self.tr("Play"), icons, appearance)
        self._forward = IconButton("step-forward", self.tr("Step forward"), icons, appearance)
        self._slider = QSlider(Qt.Orientation.Horizontal)
        self._slider.setRange(0, _SLIDER_STEPS)
        self._slider.setSingleStep(_SLIDER_STEPS // 100)
        self._slider.setPageStep(_SLIDER_STEPS // 10)
        named(self._slider, self.tr("Moment in the movement"))
        self._speed = QPushButton()
        self._speed.setProperty("look", "speed")
        self._speed.setToolTip(self.tr("Speed"))
        self._show_speed()
        self._loop = IconButton("loop", self.tr("Loop"), icons, appearance, checkable=True)
        self._mirror = IconButton("mirror", self.tr("Mirror"), icons, appearance, checkable=True)

        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._back)
        row.addWidget(self._play)
        row.addWidget(self._forward)
        row.addWidget(self._slider, 1)
        row.addWidget(self._speed)
        row.addWidget(self._loop)
        row.addWidget(self._mirror)

        self._back.clicked.connect(lambda: self.step(-1))
        self._forward.clicked.connect(lambda: self.step(1))
        self._play.clicked.connect(self.toggle_play)
        self._slider.valueChanged.connect(self._scrub)
        self._speed.clicked.connect(self._offer_speeds)
        self._loop.toggled.connect(self._choose_loop)
        self._mirror.toggled.connect(stage.set_mirror)
        stage.position_changed.connect(self._follow)
        stage.playing_changed.connect(self._show_playing)
        stage.loaded.connect(self._load)
        self._load()

    def add(self, control: QWidget) -> None:
        """Add a control at the end of the row."""
        self._row.addWidget(control)

    def toggle_play(self) -> None:
        """Play or pause."""
        if self._stage.is_playing:
            self._stage.pause()
        else:
            self._stage.play()

    def step(self, count: int) -> None:
        """Go a single step on or back; with less motion, a key pose."""
        if self._stage.less_motion:
            self._stage.step_key(count)
        else:
            self._stage.step(count)

    def set_speed_by(self, count: int) -> None:
        """Choose the next faster (1) or slower (-1) speed."""
        index = SPEEDS.index(self._stage.playback.speed) + count
        self.set_speed(SPEEDS[min(max(index, 0), len(SPEEDS) - 1)])

    def set_speed(self, speed: float) -> None:
        """Choose the nearest of the speeds."""
        self._stage.playback.set_speed(min(SPEEDS, key=lambda one: abs(one - speed)))
        self._show_speed()

    def toggle_loop(self) -> None:
        """Loop, or play once."""
        self._loop.toggle()

    def toggle_mirror(self) -> None:
        """Let the figure face the other way."""
        self._mirror.toggle()

    def _load(self) -> None:
        self._loop.setChecked(self._stage.playback.looping)
        self._follow(self._stage.playback.position)
        self._show_playing(self._stage.is_playing)

    def _follow(self, position: float) -> None:
        self._slider.blockSignals(True)
        self._slider.setValue(round(position / self._stage.playback.seconds * _SLIDER_STEPS))
        self._slider.blockSignals(False)

    def _scrub(self, value: int) -> None:
        self._stage.pause()
        self._stage.seek(value / _SLIDER_STEPS * self._stage.playback.seconds)

    def _offer_speeds(self) -> None:
        # A menu made when it is asked for: a combo box costs the start 10 ms.
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for speed in SPEEDS:
            action = menu.addAction(_times(speed))
            action.setCheckable(True)
            action.setChecked(speed == self._stage.playback.speed)
            action.triggered.connect(lambda _=False, speed=speed: self.set_speed(speed))
        menu.popup(self._speed.mapToGlobal(QPoint(0, -menu.sizeHint().height())))

    def _show_speed(self) -> None:
        speed = _times(self._stage.playback.speed)
        self._speed.setText(speed)
        self._speed.setAccessibleName(self.tr("Speed {speed}").format(speed=speed))

    def _choose_loop(self, loop: bool) -> None:
        self._stage.playback.looping = loop

    def _show_playing(self, playing: bool) -> None:
        if playing:
            self._play.rename("pause", self.tr("Pause"))
        else:
            self._play.rename("play", self.tr("Play"))


def _times(speed: float) -> str:
    return f"{speed:g}×"
