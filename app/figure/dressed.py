"""Draw a skeleton as a dressed person."""

from __future__ import annotations

from functools import cached_property

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPolygonF

from app.figure.dress import Dress, Stuff, Worn
from app.figure.dressed_limbs import DressedLimbs
from app.figure.figure import FigurePainter
from app.figure.hairline import HAIRLINES
from app.figure.head import Head, head_of
from app.figure.limbs import LimbPainter
from app.figure.outline import PartOutline
from app.figure.trunk import trunk_of

#: Where the light goes on the screen, and how much of the trunk's width lies in the shade at most.
_LIGHT, _SHADED = (0.78, 0.62), 0.30
#: A waist that leads this far (m) to or from the viewer is told apart by what hides it.
_LEANS = 0.02
#: Turned to the side by less than this (sine), both ears are beside the head.
_BESIDE = 0.10
#: Seen from the side by more than this, the head hides its far ear.
_STRAIGHT = 0.97
#: Smaller than this, pixels for a stature, a face has no eyes.
_EYES = 170.0
Shape = QPolygonF | QPainterPath


class DressedPainter(FigurePainter):
    """Paints one skeleton as a dressed person; all else is as for the silhouette."""

    @cached_property
    def dress(self) -> Dress:
        """The colours of its clothes, skin and hair."""
        return Dress(self.person, self.palette)

    @cached_property
    def worn(self) -> Worn:
        """The same of its near side."""
        return self.dress.side()

    def _make_limbs(self) -> LimbPainter:
        given = self.skeleton, self.build, self.view, self.tones, self.pinching
        return DressedLimbs(*given, self.dress)

    @property
    def bare(self) -> QColor:
        """The colour of the skin."""
        return self.dress.colour(Stuff.SKIN)

    def _paint_body(self, painter: QPainter) -> None:
        """Paint trunk and head, the farther one first."""
        view, joints = self.view, self.skeleton.joints
        head = head_of(self.skeleton, self.build, view, self._size, self.person.hair)
        nearer = view.depth(joints["vertex"]) - view.depth(joints["t12l1"])
        painter.setPen(Qt.PenStyle.NoPen)
        self._light_neck(painter, head.neck, -1)
        if nearer < -1e-6:
            self._dress_head(painter, head)
        if self._neck_lit >= 0:
            self._fill(painter, self.worn.shade[Stuff.SKIN], head.neck)
        self._light_neck(painter, head.neck, 1)
        self._dress_trunk(painter)
        self._light_neck(painter, head.neck, 0)
        if nearer >= -1e-6:
            self._dress_head(painter, head)

    def _dress_trunk(self, painter: QPainter) -> None:
        """Paint shirt and shorts, the farther one first."""
        view, joints = self.view, self.skeleton.joints
        trunk = trunk_of(self.skeleton, self.build, view, self._size, self.back)
        towards = view.depth(joints["t12l1"]) - view.depth(joints["l5s1"])
        _, pelvis, band, *chest = trunk.masses
        begin, end = trunk.waist
        light = self.worn.light
        shorts, trim = light[Stuff.SHORTS], light[Stuff.TRIM]
        lower: list[tuple[Shape, QColor]] = [
            (pelvis, shorts),
            (trunk.outline.path(0, begin + 1), shorts),
        ]
        if towards > _LEANS:
            for shape, colour in (*lower, (band, trim)):
                self._fill(painter, colour, shape)
            self._paint_shirt(painter, trunk.outline, chest, end)
            return
        self._paint_shirt(painter, trunk.outline, chest, begin)
        # The farther end of the waistband is hidden by what is below it.
        for shape, colour in (
            ((band, trim), *lower) if towards < -_LEANS else (*lower, (band, trim))
        ):
            self._fill(painter, colour, shape)

    def _paint_shirt(
        self, painter: QPainter, outline: PartOutline, chest: list[QPolygonF], begin: int
    ) -> None:
        shirt = self.worn.light[Stuff.SHIRT]
        for mass in chest:
            self._fill(painter, shirt, mass)
        self._fill(painter, shirt, outline.path(begin))
        if not outline.folds:
            most = _SHADED * (0.4 + 0.6 * abs(self.view.ahead))
            shade = outline.shade(begin, _LIGHT, most)
            self._fill(painter, self.worn.shade[Stuff.SHIRT], shade)

    def _dress_head(self, painter: QPainter, head: Head) -> None:
        """Paint a head, from its far to its near side."""
        view, (light, shade, seam) = self.view, self.worn
        skin, hair = light[Stuff.SKIN], light[Stuff.HAIR]
        locks = HAIRLINES[self.person.hair].lock
        side = hair if locks else shade[Stuff.SKIN]
        far, near = ((shape, side) for shape in head.sides)
        # Seen from the front or the back, both are at the sides of the head.
        beside = abs(self.view.nearer_z) < _BESIDE
        early, late = ([far, near], []) if beside else ([far], [near])
        if self.tones.side > _STRAIGHT:
            early = []
        skull = [(head.jaw, skin), (head.mop, hair), (head.face, skin)]
        nose, behind = (head.nose, skin), (head.behind, hair)
        if self._faces >= 0:
            order = [behind, *early, *skull, nose, *late]
        else:
            order = [*early, nose, *skull, *late, behind]
        for shape, colour in order:
            if shape.size():
                self._fill(painter, colour, shape)
        if self._size * view.density > _EYES:
            for eye in head.eyes:
                self._fill(painter, seam[Stuff.HAIR], eye)

    @property
    def _faces(self) -> float:
        """How much the face is turned towards the viewer, -1..1."""
        c7, crown = self.skeleton.joints["c7"], self.skeleton.joints["vertex"]
        up = (crown.y - c7.y) / (self.skeleton.lengths.head or 1.0)
        return self.view.nearer_x * up

    @staticmethod
    def _fill(painter: QPainter, colour: QColor, shape: Shape) -> None:
        painter.setBrush(colour)
        if isinstance(shape, QPainterPath):
            painter.drawPath(shape)
        else:
            painter.drawPolygon(shape)
