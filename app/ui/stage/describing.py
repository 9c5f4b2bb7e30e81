"""The stage in words: the movement, its present moment, and what screen readers are told."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QRect
from PySide6.QtGui import QAccessible

from app.ui.accessibility import announce
from app.ui.stage.words import cue_line, headline, moment_lines

if TYPE_CHECKING:
    from app.ui.stage.stage import Stage
    from app.ui.stage.text_panel import TextPanel


class Told(NamedTuple):
    """One movement in words.

    Attributes:
        title: its name, marked as right or wrong.
        text: what moves, in which order.
        moment: the present phase with its cue, then a statement a line.
    """

    title: str
    text: str
    moment: list[str]

    @property
    def now(self) -> str:
        """The moment as one paragraph."""
        return f"{'. '.join(self.moment)}."


class Describer:
    """Says what one stage shows, to screen readers and beside the figure.

    Attributes:
        shown: whether the words stand beside the figure.
    """

    def __init__(self, stage: Stage) -> None:
        self.shown = False
        self._stage = stage
        self._said: set[str] = set()
        self._panel: TextPanel | None = None

    def show(self, shown: bool) -> None:
        """Show the words beside the figure, or no longer."""
        if self._panel is None:
            from app.ui.stage.text_panel import TextPanel

            self._panel = TextPanel(self._stage)
        elif not shown and self._panel.hasFocus():
            self._stage.setFocus()
        self.shown = shown
        self.tell(aloud=False)
        self.place()
        self._panel.setVisible(shown)

    def place(self) -> None:
        """Give the words their room on the stage."""
        if self._panel is not None:
            self._panel.setGeometry(self._panel.share_room(self._stage.rect())[1])

    def figure_area(self) -> QRect:
        """Return what the words leave of the stage, px."""
        area = self._stage.rect()
        return self._panel.share_room(area)[0] if self._panel and self.shown else area

    def told(self) -> list[Told]:
        """Return each movement in words, in the order it stands on the stage."""
        stage = self._stage
        units = stage.units()
        return [
            Told(
                headline(motion.movement),
                motion.movement.text.strip(),
                moment_lines(motion, t, units),
            )
            for motion, t in zip(stage.motions, stage.times, strict=True)
        ]

    def tell(self, *, aloud: bool) -> None:
        """Renew the stage's description.

        Args:
            aloud: whether screen readers say what has changed: of a playing figure the phase
                and its cue, of one that stands all.
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
        """Have screen readers say something, when they have nothing more urgent to say."""
        announce(self._stage, text)
