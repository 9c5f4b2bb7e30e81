"""The stage in words: the movement, its current moment, and what screen readers are told."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRect
from PySide6.QtGui import QAccessible

from app.ui.accessibility import announce
from app.ui.stage.playing import Playing
from app.ui.stage.stage_texts import cue_line, headline, moment_lines
from app.ui.stage.text_panel import TextPanel, Told
from app.units import Units


class Describer:
    """Describes what one stage shows, to screen readers and beside the figure.

    Attributes:
        shown: whether the description is shown beside the figure.
    """

    def __init__(self, stage: Playing, units: Callable[[], Units]) -> None:
        self.shown = False
        self._stage, self._units = stage, units
        self._said: set[str] = set()
        self._panel: TextPanel | None = None

    def show(self, shown: bool) -> None:
        """Show or hide the description beside the figure."""
        if self._panel is None:
            self._panel = TextPanel(self._stage)
        elif not shown and self._panel.hasFocus():
            self._stage.setFocus()
        self.shown = shown
        self.tell(aloud=False)
        self.place()
        self._panel.setVisible(shown)

    def place(self) -> None:
        """Give the description its room on the stage."""
        if self._panel is not None:
            self._panel.setGeometry(self._panel.share_room(self._stage.rect())[1])

    def figure_area(self) -> QRect:
        """Return the area the description leaves free on the stage, px."""
        area = self._stage.rect()
        return self._panel.share_room(area)[0] if self._panel and self.shown else area

    def told(self) -> list[Told]:
        """Return each movement in words, in the order they stand on the stage."""
        stage, units = self._stage, self._units()
        return [
            Told(
                headline(motion.movement),
                motion.movement.text.strip(),
                moment_lines(motion, t, units),
            )
            for motion, t in zip(stage.motions, stage.times, strict=True)
        ]

    def tell(self, *, aloud: bool) -> None:
        """Update the stage's description.

        With `aloud`, screen readers say what has changed: the phase and its cue while a figure
        plays, everything when it stands.
        """
        told = self.told()
        if aloud or not self._stage.is_playing:  # some screen readers read out each change of it
            self._stage.setAccessibleDescription(
                "\n".join(f"{one.title}. {one.text}\n{one.now}" for one in told)
            )
        if self._panel is not None and self.shown:
            self._panel.show_told(told)
        if not aloud or not QAccessible.isActive():
            return
        if self._stage.is_playing:
            lines = [
                cue_line(motion, t)
                for motion, t in zip(self._stage.motions, self._stage.times, strict=True)
            ]
        else:
            lines = [line for one in told for line in one.moment]
        changed = [line for line in lines if line not in self._said]
        self._said = set(lines)
        if changed:
            self.announce(". ".join(changed))

    def announce(self, text: str) -> None:
        """Have screen readers say something, once they have nothing more urgent to say."""
        announce(self._stage, text)
