"""What keys, menus and buttons can change about a stage; each change is announced."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from app.lessons.model import VIEWS, Overlay
from app.movement.playback import SPEEDS
from app.ui.stage.stage import Stage


class StageControls(QObject):
    """Drives one stage.

    Attributes:
        stage: the stage it drives.

    Signals:
        speed_changed: another speed was chosen.
    """

    speed_changed = Signal()

    def __init__(self, stage: Stage) -> None:
        super().__init__(stage)
        self.stage = stage

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
        self.speed_changed.emit()

    def toggle_loop(self) -> None:
        """Loop, or play once."""
        looping = not self.stage.playback.looping
        self.stage.playback.looping = looping
        self.stage.announce(self.tr("Loop on") if looping else self.tr("Loop off"))

    def toggle_mirror(self) -> None:
        """Turn the figure to face the other way."""
        self.stage.set_mirror(not self.stage.mirror)
        mirrored = self.stage.mirror
        self.stage.announce(self.tr("Facing left") if mirrored else self.tr("Facing right"))

    def toggle_text(self) -> None:
        """Show or hide the description beside the figure."""
        self.stage.show_text(not self.stage.text_shown)

    def toggle_overlay(self, overlay: Overlay) -> None:
        """Draw an overlay over the figure, or stop drawing it."""
        from app.ui.stage.stage_texts import overlay_name

        on = overlay not in self.stage.overlays
        self.stage.set_overlay(overlay, on)
        text = self.tr("{line} on") if on else self.tr("{line} off")
        self.stage.announce(text.format(line=overlay_name(overlay)))

    def turn_to(self, view: str) -> None:
        """Show the figure from one of `VIEWS`."""
        from app.ui.stage.stage_texts import view_name

        self.stage.set_turn(VIEWS[view], animate=True)
        self.stage.announce(self.tr("View: {view}").format(view=view_name(view)))
