"""The transport bar under the stage: play, step, scrub, speed, turn, what to show."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from app.ui.accessibility import IconButton, button, keep_focus
from app.ui.icons import Icons
from app.ui.layouts import arrange
from app.ui.messages import number_text
from app.ui.single_keys import set_tip_with_keys
from app.ui.stage.controls import StageControls
from app.ui.stage.phase_slider import PhaseSlider
from app.ui.stage.stage import Stage
from app.ui.theme import Appearance

_BETWEEN = 4


class TransportBar(QWidget):
    """The buttons that drive one stage.

    The page that holds it handles its keys, through `press_transport_key`. What is seldom
    changed is in menus, because the bar has to fit a narrow window.

    Attributes:
        controls: what its buttons, menus and keys do.
    """

    def __init__(self, stage: Stage, icons: Icons, appearance: Appearance) -> None:
        super().__init__()
        self._stage = stage
        self.controls = StageControls(stage)

        def tool(icon: str, name: str, *keys: str) -> IconButton:
            return IconButton(icon, name, icons, appearance, keys=keys)

        self._phase_back = tool("phase-back", self.tr("Previous phase"), "<")
        self._back = tool("step-back", self.tr("Step back"), ",")
        self._play = tool("play", self.tr("Play"), self.tr("Space"))
        self._forward = tool("step-forward", self.tr("Step forward"), ".")
        self._phase_on = tool("phase-forward", self.tr("Next phase"), ">")
        self._slider = PhaseSlider(stage, appearance)
        self._speed = button("", "speed")
        set_tip_with_keys(self._speed, self.tr("Speed"), ("-", "+"))
        self._show_speed()
        self._turn = tool("turn", self.tr("Rotate"), "[", "]")
        self._show = tool("show", self.tr("Overlays"), "1 … 9")
        self._more = tool("more", self.tr("More options"))

        moves = self._phase_back, self._back, self._play, self._forward, self._phase_on
        menus: dict[str, QPushButton] = {
            "speed": self._speed, "turn": self._turn, "show": self._show, "more": self._more,
        }  # fmt: skip
        keep_focus(*moves, *menus.values())
        self._row = arrange(
            QHBoxLayout(self), *moves, _BETWEEN, (self._slider, 1), _BETWEEN, *menus.values(),
            spacing=_BETWEEN, margins=0,
        )  # fmt: skip
        for menu, chooser in menus.items():
            chooser.clicked.connect(partial(self._offer, menu, chooser))

        self._phase_back.clicked.connect(lambda: stage.step_key(-1))
        self._back.clicked.connect(lambda: stage.step(-1))
        self._play.clicked.connect(self.controls.toggle_play)
        self._forward.clicked.connect(lambda: stage.step(1))
        self._phase_on.clicked.connect(lambda: stage.step_key(1))
        self.controls.speed_changed.connect(self._show_speed)
        stage.playing_changed.connect(self._show_playing)
        stage.told.connect(self._tell_state)

    def add(self, widget: QWidget) -> None:
        """Add another control at the right end."""
        keep_focus(widget)
        self._row.addWidget(widget)

    def _offer(self, menu: str, button: QWidget) -> None:
        # Menus are made when they are opened: loading them takes 10 ms.
        from app.ui.stage.menus import MENUS, open_above

        open_above(MENUS[menu](self.controls, button), button)

    def _show_speed(self) -> None:
        speed = f"{number_text(self._stage.playback.speed)}×"
        self._speed.setText(speed)
        self._speed.setAccessibleName(self.tr("Speed {speed}").format(speed=speed))

    def _show_playing(self, playing: bool) -> None:
        if playing:
            self._play.rename("pause", self.tr("Pause"))
        elif self._stage.less_motion:
            self._play.rename("step", self.tr("Step"))
        else:
            self._play.rename("play", self.tr("Play"))

    def _tell_state(self) -> None:
        """Say on the buttons what is shown, from where, and how the figure moves."""
        from app.ui.stage.stage_texts import overlay_name, turn_name

        turn = self.tr("Rotate: {view}").format(view=turn_name(self._stage.turn))
        self._turn.rename("turn", turn)
        lines = ", ".join(map(overlay_name, self._stage.overlays)) or self.tr("none")
        self._show.rename("show", self.tr("Overlays: {lines}").format(lines=lines))
        self._show_playing(self._stage.is_playing)
