"""The transport bar under the stage: play, step, scrub, speed, turn, what to show."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.lessons.model import VIEWS, Line
from app.movement.playback import SPEEDS
from app.ui.accessibility import IconButton, button
from app.ui.icons import Icons
from app.ui.stage.phase_slider import PhaseSlider
from app.ui.stage.stage import Stage
from app.ui.theme import Appearance

_BETWEEN = 4


class TransportBar(QWidget):
    """Drives one stage.

    Keys are handled by the page that holds it, through `press_transport_key`. What is seldom
    changed is in menus: the bar has to fit a narrow window.

    Attributes:
        stage: what it drives.
    """

    def __init__(self, stage: Stage, icons: Icons, appearance: Appearance) -> None:
        super().__init__()
        self.stage = stage

        def tool(icon: str, name: str, keys: str) -> IconButton:
            return IconButton(icon, name, icons, appearance, keys=keys)

        self._phase_back = tool("phase-back", self.tr("Previous phase"), "<")
        self._back = tool("step-back", self.tr("Step back"), ",")
        self._play = tool("play", self.tr("Play"), self.tr("Space"))
        self._forward = tool("step-forward", self.tr("Step forward"), ".")
        self._phase_on = tool("phase-forward", self.tr("Next phase"), ">")
        self._slider = PhaseSlider(stage, appearance)
        self._speed = button("", "speed")
        self._speed.setToolTip(self.tr("Speed") + " (- +)")
        self._show_speed()
        self._turn = tool("turn", self.tr("Turn"), "[ ]")
        self._show = tool("show", self.tr("Show"), "1 … 9")
        self._more = tool("more", self.tr("More"), "")

        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(_BETWEEN)
        for widget in (self._phase_back, self._back, self._play, self._forward, self._phase_on):
            self.add(widget)
        self._row.addSpacing(_BETWEEN)
        self._row.addWidget(self._slider, 1)
        self._row.addSpacing(_BETWEEN)
        for chooser in (self._speed, self._turn, self._show, self._more):
            self.add(chooser)

        self._phase_back.clicked.connect(lambda: stage.step_key(-1))
        self._back.clicked.connect(lambda: stage.step(-1))
        self._play.clicked.connect(self.toggle_play)
        self._forward.clicked.connect(lambda: stage.step(1))
        self._phase_on.clicked.connect(lambda: stage.step_key(1))
        self._speed.clicked.connect(self._offer_speeds)
        self._turn.clicked.connect(self._offer_views)
        self._show.clicked.connect(self._offer_lines)
        self._more.clicked.connect(self._offer_more)
        stage.playing_changed.connect(self._show_playing)
        stage.told.connect(self._tell_state)

    def add(self, widget: QWidget) -> None:
        """Put another control at the right end."""
        # A click leaves the focus alone: Space plays, whatever was clicked last.
        widget.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._row.addWidget(widget)

    def toggle_play(self) -> None:
        """Play or pause; with less motion, go to the next key pose."""
        if self.stage.is_playing:
            self.stage.pause()
        else:
            self.stage.play()

    def set_speed_by(self, count: int) -> None:
        """Choose the next faster (1) or slower (-1) speed."""
        index = SPEEDS.index(self.stage.playback.speed) + count
        self.set_speed(SPEEDS[min(max(index, 0), len(SPEEDS) - 1)])

    def set_speed(self, speed: float) -> None:
        """Choose the nearest of the speeds."""
        self.stage.playback.set_speed(min(SPEEDS, key=lambda one: abs(one - speed)))
        self._show_speed()

    def toggle_loop(self) -> None:
        """Loop, or play once."""
        looping = not self.stage.playback.looping
        self.stage.playback.looping = looping
        self.stage.announce(self.tr("Loop on") if looping else self.tr("Loop off"))

    def toggle_mirror(self) -> None:
        """Let the figure face the other way."""
        self.stage.set_mirror(not self.stage.mirror)
        mirrored = self.stage.mirror
        self.stage.announce(self.tr("Facing left") if mirrored else self.tr("Facing right"))

    def toggle_text(self) -> None:
        """Show the figure in words beside it, or no longer."""
        self.stage.show_text(not self.stage.text_shown)

    def toggle_line(self, line: Line) -> None:
        """Draw a line over the figure, or no longer."""
        from app.ui.stage.words import line_name

        on = line not in self.stage.lines
        self.stage.set_line(line, on)
        text = self.tr("{line} on") if on else self.tr("{line} off")
        self.stage.announce(text.format(line=line_name(line)))

    def turn_to(self, view: str) -> None:
        """Show the figure from one of `VIEWS`."""
        from app.ui.stage.words import view_name

        self.stage.set_turn(VIEWS[view], animate=True)
        self.stage.announce(self.tr("Seen from: {view}").format(view=view_name(view)))

    def _offer_speeds(self) -> None:
        # Menus are made when they are asked for: a combo box costs the start 10 ms.
        from app.ui.stage.menus import make_speed_menu, open_above

        open_above(make_speed_menu(self), self._speed)

    def _offer_views(self) -> None:
        from app.ui.stage.menus import make_turn_menu, open_above

        open_above(make_turn_menu(self), self._turn)

    def _offer_lines(self) -> None:
        from app.ui.stage.menus import ShowMenu, open_above

        open_above(ShowMenu(self), self._show)

    def _offer_more(self) -> None:
        from app.ui.stage.menus import make_more_menu, open_above

        loop, mirror = self.tr("Loop"), self.tr("Mirror")
        text = self.tr("Figure in words")
        open_above(make_more_menu(self, loop, mirror, text), self._more)

    def _show_speed(self) -> None:
        speed = f"{self.stage.playback.speed:g}×"
        self._speed.setText(speed)
        self._speed.setAccessibleName(self.tr("Speed {speed}").format(speed=speed))

    def _show_playing(self, playing: bool) -> None:
        if playing:
            self._play.rename("pause", self.tr("Pause"))
        elif self.stage.less_motion:
            self._play.rename("step", self.tr("Step"))
        else:
            self._play.rename("play", self.tr("Play"))

    def _tell_state(self) -> None:
        """Name on the buttons what is shown and from where, and how the figure moves."""
        from app.ui.stage.words import line_name, turn_name

        turn = self.tr("Turn: {view}").format(view=turn_name(self.stage.turn))
        self._turn.rename("turn", turn)
        lines = ", ".join(map(line_name, self.stage.lines)) or self.tr("nothing")
        self._show.rename("show", self.tr("Show: {lines}").format(lines=lines))
        self._show_playing(self.stage.is_playing)
