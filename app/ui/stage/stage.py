"""The figure on screen: one or two movements on one clock."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QCoreApplication, QRectF, QSize, QTimer, Signal
from PySide6.QtGui import (
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QSizePolicy

from app.figure.cast import cast, hip_path
from app.figure.scene import Actor, Look, paint_scene
from app.figure.words import Words
from app.lessons.model import Line, Part
from app.movement.model import Label
from app.movement.motion import Motion
from app.ui.stage.playing import Playing
from app.ui.theme import Appearance
from app.units import Units

if TYPE_CHECKING:
    from app.ui.stage.describing import Describer

#: So long the figure stands before its moment is put into words nobody waits for, ms.
SETTLE_MS = 200


class Stage(Playing):
    """Shows movements and plays them; `paintEvent` only reads state.

    Attributes:
        units: what lengths are told in.

    Signals:
        loaded: other movements are shown.
        lines_changed: other lines are drawn.
        told: the figure in words was renewed.
        text_toggled: the words are shown beside it, or no longer.
    """

    loaded = Signal()
    lines_changed = Signal()
    told = Signal()
    text_toggled = Signal(bool)

    def __init__(
        self,
        appearance: Appearance,
        clock: Callable[[], float] = time.perf_counter,
        less_motion: Callable[[], bool] = lambda: False,
        units: Callable[[], Units] = lambda: "metric",
    ) -> None:
        super().__init__(clock, less_motion)
        self.units = units
        self._appearance = appearance
        self._light: tuple[Part, ...] = ()
        self._lines: tuple[Line, ...] = ()
        self._usual_lines: tuple[Line, ...] = ()
        self._overlaid, self._opacity = False, 0.5
        self._cues = self._badges = True
        self._describer: Describer | None = None
        # Owned by Qt, never by Python: collected on the thread that keeps the records, a timer
        # takes the program down. It is no child, because nothing on the stage moves by it.
        self._settling = QTimer(QCoreApplication.instance())
        self.destroyed.connect(self._settling.deleteLater)
        self._settling.setSingleShot(True)
        self._settling.setInterval(SETTLE_MS)
        self._settling.timeout.connect(self.tell_moment)
        self.stood.connect(self._tell_now)
        for moved in (self.position_changed, self.turned):
            moved.connect(self._tell_soon)
        appearance.changed.connect(self.update)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(260, 180)
        self.setAccessibleName(self.tr("Figure"))

    # What is shown

    def show_motions(
        self,
        motions: list[Motion],
        *,
        light: tuple[Part, ...] = (),
        lines: tuple[Line, ...] = (),
        turn: float = 0.0,
        cues: bool = True,
        badges: bool = True,
    ) -> None:
        """Show one movement or two, standing at their start, seen as the step wants it.

        Args:
            motions: one, or two on one clock.
            light: parts of the body to light.
            lines: lines to draw.
            turn: deg; 0 from the side, 90 from the front, -90 from behind.
            cues: whether the phase's cue is written under the figure.
            badges: whether right and wrong are announced and marked.
        """
        self._light, self._usual_lines = light, lines
        self._cues, self._badges = cues, badges
        self._announces = badges and any(
            motion.movement.label is not Label.NEUTRAL for motion in motions
        )
        self._load(motions)
        self._describe()
        self.set_lines(lines)
        self.set_turn(turn)
        self.loaded.emit()
        self._moved()

    @property
    def actors(self) -> list[Actor]:
        """Who is shown, as they stand now."""
        found = [
            cast(motion, t, cue=self._cues)
            for motion, t in zip(self.motions, self.times, strict=True)
        ]
        if Line.PATH not in self._lines:
            return found
        return [
            msgspec.structs.replace(actor, path=hip_path(motion))
            for actor, motion in zip(found, self.motions, strict=True)
        ]

    @property
    def look(self) -> Look:
        """How the figures are seen now."""
        return Look(
            turn=self.turn,
            mirror=self._mirror,
            light=self._light,
            lines=self._lines,
            style=self._appearance.style,
            overlaid=self._overlaid,
            opacity=self._opacity,
            words=self._words(),
            announce=self._announcing(),
            badges=self._badges,
        )

    @property
    def lines(self) -> tuple[Line, ...]:
        """What is drawn over the figure."""
        return self._lines

    def set_lines(self, lines: tuple[Line, ...]) -> None:
        """Draw just these over the figure."""
        if lines != self._lines:
            self._lines = lines
            self.lines_changed.emit()
            self._tell_soon()
            self.update()

    def set_line(self, line: Line, on: bool) -> None:
        """Draw a line over the figure, or no longer."""
        self.set_lines(tuple(one for one in Line if (on if one is line else one in self._lines)))

    def show_usual_lines(self) -> None:
        """Draw what the step itself draws."""
        self.set_lines(self._usual_lines)

    def set_overlaid(self, overlaid: bool, opacity: float = 0.5) -> None:
        """Show two figures in one place, the second over the first, or side by side."""
        self._overlaid, self._opacity = overlaid, opacity
        self.update()

    # In words

    def describe_moment(self) -> str:
        """Return in words what is shown at this moment, a paragraph a movement."""
        return "\n".join(f"{told.title}. {told.now}" for told in self._describing().told())

    def tell_moment(self, aloud: bool = False) -> None:
        """Renew the figure in words; aloud, screen readers say what has changed."""
        self._settling.stop()
        self._describing().tell(aloud=aloud)
        self.told.emit()

    def announce(self, text: str) -> None:
        """Have screen readers say something."""
        self._describing().announce(text)

    @property
    def text_shown(self) -> bool:
        """Whether the figure in words stands beside it."""
        return self._describer is not None and self._describer.shown

    def show_text(self, shown: bool) -> None:
        """Show the figure in words beside it, or no longer."""
        if shown != self.text_shown:
            self._describing().show(shown)
            self.text_toggled.emit(shown)
            self.update()

    # Qt

    def sizeHint(self) -> QSize:
        """Return a size that suits most windows."""
        return QSize(720, 480)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the scene as it stands."""
        del event
        painter = QPainter(self)
        palette = self._appearance.palette
        area = QRectF(self._describer.figure_area() if self._describer else self.rect())
        paint_scene(painter, area, self.actors, self.look, palette)
        self.paint_focus(painter, area, palette)
        painter.end()

    def showEvent(self, event: QShowEvent) -> None:
        """Put into words what is seen now."""
        super().showEvent(event)
        self._tell_soon()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the room with the words."""
        super().resizeEvent(event)
        if self._describer is not None:
            self._describer.place()

    def _words(self) -> Words:
        return Words(
            right=self.tr("Right"),
            wrong=self.tr("Wrong"),
            hip=self.tr("hip {angle}°"),
            knee=self.tr("knee {angle}°"),
            trunk=self.tr("trunk {angle}°"),
            shin=self.tr("shin {angle}°"),
            load=self.tr("lower back: about\u00a0{newtons}\u00a0N, ±35\u00a0%"),
            works=self.tr("works"),
            stretches=self.tr("stretches"),
        )

    def _describe(self) -> None:
        words = self._words()
        said = []
        for motion in self.motions:
            movement = motion.movement
            label = words.of(movement.label)
            name = f"{label}: {movement.title}" if label else movement.title
            said.append(f"{name}. {movement.text}")
        self.setAccessibleDescription("\n".join(said))

    def _tell_now(self) -> None:
        """Have a moment told that the figure came to by a step, a pause or a new phase."""
        from PySide6.QtGui import QAccessible

        if self.text_shown or QAccessible.isActive():
            self.tell_moment(aloud=True)
        else:
            self._tell_soon()

    def _tell_soon(self) -> None:
        """Have the moment told when it has stood for a while; not before the figure is seen.

        Words beside a figure that plays go along with it, a few times a second.
        """
        goes_along = self.is_playing and self.text_shown and self._settling.isActive()
        if self.isVisible() and not goes_along:
            self._settling.start()

    def _describing(self) -> Describer:
        if self._describer is None:
            from app.ui.stage.describing import Describer

            self._describer = Describer(self)
        return self._describer
