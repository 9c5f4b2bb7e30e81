"""The figure on screen: one or two movements on one clock."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QCoreApplication, QRectF, QSize, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QSizePolicy

from app.lessons.model import BodyPart, Overlay
from app.ui.stage.playing import Playing
from app.ui.theme import Appearance, text_px
from app.units import Units

if TYPE_CHECKING:
    from app.figure.actor import Actor
    from app.figure.figure_texts import FigureTexts
    from app.figure.look import Look
    from app.figure.palette import Palette
    from app.lessons.people import Person
    from app.movement.motion import Motion
    from app.ui.stage.describing import Describer

#: How long the figure stands still before its moment is described in the background, ms.
SETTLE_MS = 200
#: The size of text for which the figure has its usual one, px.
_USUAL_TEXT = 12


class Stage(Playing):
    """Shows movements and plays them; `paintEvent` only reads state.

    What paints a figure is loaded with the first one.

    Attributes:
        seen: whether it was painted.
        on_card: whether a card is around it, not the page.

    Signals:
        first_seen: it is being painted for the first time.
        loaded: other movements are shown.
        overlays_changed: other overlays are drawn.
        told: the description was updated.
        text_toggled: the description was shown or hidden.
    """

    first_seen = Signal()
    loaded = Signal()
    overlays_changed = Signal()
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
        self._units = units
        self._appearance = appearance
        self._light: tuple[BodyPart, ...] = ()
        self._overlays: tuple[Overlay, ...] = ()
        self._usual_overlays: tuple[Overlay, ...] = ()
        self._overlaid, self._opacity = False, 0.5
        self._cues = self._badges = True
        self._captions: tuple[str, ...] = ()
        self._captioned_at = 0.0
        self._occasion = ""
        self._describer: Describer | None = None
        self._find_still: Callable[[], QPixmap | None] | None = None
        self._expected = 1
        self.seen = self.on_card = False
        # Owned by Qt, not by Python: collected on the thread that writes the records, a timer would
        # crash the program. It is not a child, because nothing on the stage moves by it.
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
        light: tuple[BodyPart, ...] = (),
        overlays: tuple[Overlay, ...] = (),
        turn: float = 0.0,
        cues: bool = True,
        badges: bool = True,
        occasion: str = "",
    ) -> None:
        """Show one movement or two, standing at their start, the way a step needs them.

        Args:
            motions: one, or two on one clock.
            light: parts of the body to highlight.
            overlays: overlays to draw.
            turn: deg; 0 from the side, 90 from the front, -90 from behind.
            cues: whether the phase's cue is written under the figure.
            badges: whether right and wrong are announced and marked.
            occasion: what they are shown for, which decides who the people are; usually the first
                movement itself.
        """
        from app.movement.model import Label

        self._find_still = None
        self._light, self._usual_overlays = light, overlays
        self._cues, self._badges = cues, badges
        self._captions = ()
        self._occasion = occasion or (motions[0].movement.id if motions else "")
        self._announces = badges and any(
            motion.movement.label is not Label.NEUTRAL for motion in motions
        )
        self._load(motions)
        self._describe()
        self.set_overlays(overlays)
        self.set_turn(turn)
        self.loaded.emit()
        self._moved()

    def write_captions(self, captions: tuple[str, ...]) -> None:
        """Write this under each figure while it stands where it stands now, in place of a cue."""
        self._captions, self._captioned_at = captions, self.playback.position
        self.update()

    def show_still(self, find: Callable[[], QPixmap | None], figures: int) -> None:
        """Show a picture of all of the stage, or an empty room, until there are motions.

        Args:
            find: finds the picture, once the stage has its size.
            figures: how many the room is for.
        """
        self._find_still, self._expected = find, figures
        self.update()

    @property
    def actors(self) -> list[Actor]:
        """The actors, as they stand now."""
        from app.figure.cast import cast

        path = Overlay.PATH in self._overlays
        moments = zip(self.motions, self.times, strict=True)
        actors = [cast(motion, t, cue=self._cues, path=path) for motion, t in moments]
        if self._captions and self.playback.position == self._captioned_at:
            # A movement with a broken file is missing, and so is its actor.
            both = zip(actors, self._captions, strict=False)
            return [msgspec.structs.replace(actor, cue=caption) for actor, caption in both]
        return actors

    @property
    def look(self) -> Look:
        """How the figures are shown now."""
        from app.figure.look import Look

        return Look(
            turn=self.turn,
            mirror=self._mirror,
            light=self._light,
            overlays=self._overlays,
            style=self._appearance.style,
            people=self._people(),
            overlaid=self._overlaid,
            opacity=self._opacity,
            words=self._words(),
            announce=self._announcing(),
            badges=self._badges,
            text=text_px() / _USUAL_TEXT,
        )

    def _people(self) -> tuple[Person, ...]:
        if not self.motions:
            return ()
        return self._appearance.people_for(self._occasion, self.motions[0].body)

    @property
    def overlays(self) -> tuple[Overlay, ...]:
        """What is drawn over the figure."""
        return self._overlays

    def set_overlays(self, overlays: tuple[Overlay, ...]) -> None:
        """Draw exactly these over the figure."""
        if overlays != self._overlays:
            self._overlays = overlays
            self.overlays_changed.emit()
            self._tell_soon()
            self.update()

    def set_overlay(self, overlay: Overlay, on: bool) -> None:
        """Draw an overlay over the figure, or stop drawing it."""
        self.set_overlays(
            tuple(one for one in Overlay if (on if one is overlay else one in self._overlays))
        )

    def show_usual_overlays(self) -> None:
        """Draw the step's own overlays."""
        self.set_overlays(self._usual_overlays)

    def set_overlaid(self, overlaid: bool, opacity: float = 0.5) -> None:
        """Show two figures in one place, the second over the first, or side by side."""
        self._overlaid, self._opacity = overlaid, opacity
        self.update()

    # Describing it

    def tell_moment(self, aloud: bool = False) -> None:
        """Update the description; with `aloud`, screen readers say what has changed."""
        self._settling.stop()
        self._describing().tell(aloud=aloud)
        self.told.emit()

    def announce(self, text: str) -> None:
        """Have screen readers say something."""
        self._describing().announce(text)

    @property
    def text_shown(self) -> bool:
        """Whether the description is shown beside the figure."""
        return self._describer is not None and self._describer.shown

    def show_text(self, shown: bool) -> None:
        """Show or hide the description beside the figure."""
        if shown != self.text_shown:
            self._describing().show(shown)
            self.text_toggled.emit(shown)
            self.update()

    # Qt

    def sizeHint(self) -> QSize:
        """Return the least size; layouts give it what is left."""
        return self.minimumSize()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the scene as it stands."""
        del event
        painter = QPainter(self)
        palette = self._appearance.palette
        if self.on_card:
            palette = msgspec.structs.replace(palette, paper=palette.card)
        area = QRectF(self._describer.figure_area() if self._describer else self.rect())
        if self.motions:
            from app.figure.scene import paint_scene

            paint_scene(painter, area, self.actors, self.look, palette)
        elif self._find_still is not None and (still := self._find_still()):
            painter.drawPixmap(0, 0, still)
        else:
            _paint_room(painter, area, self._expected, palette)
        self.paint_focus(painter, area, palette)
        painter.end()
        if not self.seen:  # described any earlier, it would be painted later
            self.seen = True
            self.first_seen.emit()
            self._tell_soon()

    def showEvent(self, event: QShowEvent) -> None:
        """Describe what is seen now."""
        super().showEvent(event)
        self._tell_soon()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the room with the description."""
        super().resizeEvent(event)
        if self._describer is not None:
            self._describer.place()

    def _words(self) -> FigureTexts:
        from app.figure.figure_texts import FigureTexts

        return FigureTexts(
            right=self.tr("Correct"),
            wrong=self.tr("Incorrect"),
            hip=self.tr("hip {angle}°"),
            knee=self.tr("knee {angle}°"),
            trunk=self.tr("trunk {angle}°"),
            shin=self.tr("shin {angle}°"),
            load=self.tr("lower back: about\u00a0{newtons}\u00a0N, ±35%"),
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
        """Describe the moment reached by a step, a pause or a new phase."""
        from PySide6.QtGui import QAccessible  # making the class takes a while

        if self.text_shown or QAccessible.isActive():
            self.tell_moment(aloud=True)
        else:
            self._tell_soon()

    def _tell_soon(self) -> None:
        """Describe the moment once it has stood for a while, if the figure can be seen.

        A description beside a playing figure follows it a few times a second.
        """
        goes_along = self.is_playing and self.text_shown and self._settling.isActive()
        if self.seen and self.isVisible() and not goes_along:
            self._settling.start()

    def _describing(self) -> Describer:
        if self._describer is None:
            from app.ui.stage.describing import Describer

            self._describer = Describer(self, self._units)
        return self._describer


def _paint_room(painter: QPainter, area: QRectF, figures: int, palette: Palette) -> None:
    """Paint a room without the figures it is for."""
    from app.figure.backdrop import paint_backdrop
    from app.figure.slot import divide

    floor_y = divide(area, figures, badges=1, cues=1)[0].floor_y
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    paint_backdrop(painter, area, floor_y, palette)
