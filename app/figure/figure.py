"""Draw a skeleton as a person, near and far side told apart, with depth at every turn."""

from __future__ import annotations

import math
from collections.abc import Callable, Collection, Iterable, Mapping
from functools import cached_property
from types import MappingProxyType

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPolygonF

from app.body.skeleton import Skeleton, Vec3
from app.body.vectors import between
from app.figure.back import Back
from app.figure.build import build_of
from app.figure.head import Head, head_of
from app.figure.limbs import LimbPainter
from app.figure.lit_parts import PartLight
from app.figure.palette import Palette, blend
from app.figure.pieces import Piece, paint_pieces
from app.figure.tone import Tones
from app.figure.trunk import MASS_TONES, trunk_of
from app.figure.view import View
from app.lessons.people import ANYONE, Person
from app.movement.model import Label
from app.movement.visibility import Lit

_SIDES = ("left", "right")
#: The joints that define each limb.
_LEG, _ARM = ("hip", "knee", "ankle", "heel", "toe"), ("shoulder", "elbow", "wrist", "hand")
#: Seen from the side, up to this share, joints nearer to each other than this (m) coincide.
_SIDE_ON, _ALIKE = 1 - 1e-9, 1e-4
#: An arm level with the trunk, or this far (m) behind its middle, is in front of it.
_LEVEL = -0.05
#: What is nearer than the near hip by this much (m) covers the back.
_BESIDE = 0.03
#: A hand counts as this much (m) nearer than what it holds: its fingers close around it.
_FINGERS = 0.03
#: A head this much (statures) nearer than the waist is set off from the trunk by a clear edge.
_NODS = 0.16
#: Turned by more than this (sine), the neck's root is hidden.
_TURNED = 0.3
#: An edge fainter than this is not painted.
_FAINT = 0.05
#: How much of the card's colour the face takes on, once it is turned towards the viewer by more
#: than the first sine, and all of it from the second on.
_FACE, _SEEN_FROM, _SEEN_WHOLE = 0.16, 0.10, 0.60
#: A trunk whose neck's tone is smaller than this has one tone; any other is painted in strips.
_ONE_TONE, _STRIPS = 0.06, 14
#: How far along the thigh, and from the hips to T12/L1, the depths of thigh and trunk are compared.
_PARTING, _PARTING_TRUNK = 0.35, 0.56


class FigurePainter:
    """Paints one skeleton in one view.

    Attributes:
        skeleton: the skeleton to draw.
        view: where it is seen from.
        palette: the theme's colours.
        pinching: sides whose hand holds something small between the finger tips.
        person: who it is.
        build: the proportions of the body.
        tones: how dark its parts are.
        limbs: makes its arms and legs.
        label: what the movement is: an incorrect one carries no sign in the colour of right.
        lit: the parts that are lit, and in what colour.
    """

    label = Label.NEUTRAL
    lit: Mapping[Lit, QColor] = MappingProxyType({})

    def __init__(
        self,
        skeleton: Skeleton,
        view: View,
        palette: Palette,
        pinching: Collection[str] = (),
        person: Person = ANYONE,
    ) -> None:
        self.skeleton, self.view, self.palette = skeleton, view, palette
        self.pinching, self.person = pinching, person
        body = skeleton.body
        self.build = build_of(body.stature_m, body.mass_kg, person.sex or body.sex)
        self._stature = skeleton.lengths.stature
        self._size = self._stature * view.scale  # pixels
        self._hip = skeleton.hip
        self.tones = Tones(skeleton, view, palette)
        self.limbs = self._make_limbs()

    def paint(
        self,
        painter: QPainter,
        things: Iterable[Piece] = (),
        on_back: Callable[[QPainter], None] | None = None,
    ) -> None:
        """Paint the body and the things around it from far to near; `on_back` paints its back."""
        pieces = [*self._limbs(), *things]
        pieces.sort(key=lambda piece: (piece.before, piece.depth))
        behind = sum(not piece.before for piece in pieces)
        paint_pieces(painter, pieces[:behind])
        self._paint_body(painter)
        # The near thigh is beside the back, the near arm in front of it.
        beside = max(self.view.depth(self.skeleton.joints[f"hip_{side}"]) for side in _SIDES)
        covering = sum(piece.before and piece.depth > beside + _BESIDE for piece in pieces)
        last = len(pieces) - covering if on_back else behind
        paint_pieces(painter, pieces[behind:last])
        if on_back:
            on_back(painter)
        paint_pieces(painter, pieces[last:])

    def paint_hip(self, painter: QPainter) -> None:
        """Draw the hip as a dot."""
        hip = self.view.point(self._hip)
        painter.setPen(Qt.PenStyle.NoPen)
        for colour, radius in ((self.palette.card, 0.022), (self.palette.hip, 0.016)):
            painter.setBrush(colour)
            painter.drawEllipse(hip, self.pixels(radius), self.pixels(radius))

    @cached_property
    def _light(self) -> PartLight:
        return PartLight(self.lit, self.limbs, self.palette, self.bare)

    @cached_property
    def back(self) -> Back:
        """Its back, and where a straight line touches it."""
        return Back(self.skeleton)

    @property
    def bare(self) -> QColor:
        """The colour of what it wears nothing over."""
        return self.palette.figure

    @property
    def good(self) -> QColor:
        """The colour of what is right about it: grey in an incorrect figure."""
        return self.palette.muted if self.label is Label.WRONG else self.palette.right

    @property
    def back_colour(self) -> QColor:
        """The colour of the line along its back."""
        in_line = self.back.touches[-1]
        wrong = not self.back.flat or (not in_line and self.label is Label.WRONG)
        return self.palette.wrong if wrong else self.good

    def pixels(self, share: float) -> float:
        """Return a fraction of stature in pixels."""
        return share * self._size

    def joint(self, name: str) -> QPointF:
        """Return a joint's pixel position."""
        return self.view.point(self.skeleton.joints[name])

    def before_trunk(self, at: Vec3) -> float:
        """Return how far (m) a point is in front of the trunk next to it, as the viewer sees it."""
        view = self.view
        across, up = at.x * view.ahead + at.z * view.aside, at.y
        nearest, found = math.inf, 0.0
        for x, y, depth in self._axis:
            distance = (across - x) * (across - x) + (up - y) * (up - y)
            if distance < nearest:
                nearest, found = distance, depth
        return view.depth(at) - found

    @cached_property
    def _axis(self) -> list[tuple[float, float, float]]:
        """Points from the hips to the head: across the screen, up, and depth, m."""
        view, joints = self.view, self.skeleton.joints
        points = (self._hip, *(joints[name] for name in ("l5s1", "t12l1", "c7", "head")))
        axis = [(at.x * view.ahead + at.z * view.aside, at.y, view.depth(at)) for at in points]
        # The thorax is long, so its middle counts as well.
        low, high = axis[2], axis[3]
        axis.append(((low[0] + high[0]) / 2, (low[1] + high[1]) / 2, (low[2] + high[2]) / 2))
        return axis

    def _make_limbs(self) -> LimbPainter:
        """Return what makes its arms and legs."""
        return LimbPainter(self.skeleton, self.build, self.view, self.tones, self.pinching)

    def _limbs(self) -> list[Piece]:
        pieces = []
        far = "right" if self.tones.near_side == "left" else "left"
        for side in _SIDES:
            if side != far or not self._hides(_LEG):
                pieces += self._leg(side)
            if side != far or not self._hides(_ARM):
                pieces += self._arm(side)
        return pieces

    def _hides(self, names: Iterable[str]) -> bool:
        """Return whether the near limb hides the far one, in the same position right behind it."""
        if self.tones.side < _SIDE_ON:
            return False
        joints, skeleton = self.skeleton.joints, self.skeleton
        if (names is _ARM and skeleton.fist("left") != skeleton.fist("right")) or self.pinching:
            return False
        for name in names:
            left, right = joints[f"{name}_left"], joints[f"{name}_right"]
            if abs(left.x - right.x) >= _ALIKE or abs(left.y - right.y) >= _ALIKE:
                return False
        return True

    def _paint_body(self, painter: QPainter) -> None:
        """Paint trunk and head, the farther one first."""
        view, tones, joints = self.view, self.tones, self.skeleton.joints
        c7, middle = joints["c7"], joints["t12l1"]
        at_neck = tones.of_bulk(c7)
        head = head_of(self.skeleton, self.build, view, self._size)
        nearer = view.depth(joints["vertex"]) - view.depth(middle)
        painter.setPen(Qt.PenStyle.NoPen)
        self._light_neck(painter, head.neck, -1)
        if nearer < 0:
            self._paint_head(painter, head, 0.0)
        # The neck's upper end lies in the head and takes its tone where the head is farther away.
        tone = at_neck if nearer >= 0 else tones.of_bulk(joints["head"])
        if self._neck_lit >= 0:
            painter.setBrush(tones.colour(tone))
            painter.drawPolygon(head.neck)
        self._light_neck(painter, head.neck, 1)
        self._paint_trunk(painter, at_neck)
        self._light_neck(painter, head.neck, 0)
        if nearer >= 0:
            self._paint_head(painter, head, min(nearer / (_NODS * self._stature), 1.0))

    @property
    def _neck_lit(self) -> int:
        """1 and -1 where a neck at fault is seen from the front and from behind, 0 otherwise."""
        turned = abs(self.view.nearer_x) > _TURNED and Lit.NECK in self.lit
        return int(math.copysign(1, self.view.nearer_x)) if turned else 0

    def _light_neck(self, painter: QPainter, neck: QPolygonF, seen_from: int) -> None:
        """Light the neck where it is at fault and its turn has come.

        From the side it is lit down to its root, over the trunk; otherwise the trunk covers the
        root, and from behind the hair covers its upper end.
        """
        if Lit.NECK in self.lit and seen_from == self._neck_lit:
            paint_pieces(painter, [Piece(True, 0.0, self._light.cased(Lit.NECK, neck))])

    def _paint_head(self, painter: QPainter, head: Head, edge: float) -> None:
        """Paint the head; `edge` (0..1) says how clearly it stands out from what is behind."""
        joints, tones, card = self.skeleton.joints, self.tones, self.palette.card
        colour = tones.colour(tones.of_bulk(joints["head"]))
        if edge > _FAINT:
            painter.setBrush(card)
            painter.drawPolygon(head.edge(edge))
        painter.setBrush(colour)
        for shape in (head.jaw, head.skull, head.nose):
            painter.drawPolygon(shape)
        towards = self.view.nearer_x
        facing = min(max((towards - _SEEN_FROM) / (_SEEN_WHOLE - _SEEN_FROM), 0.0), 1.0)
        if facing > 0 and head.face.size():
            painter.setBrush(blend(colour, card, _FACE * facing))
            painter.drawPolygon(head.face)
            painter.drawPolygon(head.jaw)

    def _paint_trunk(self, painter: QPainter, at_neck: float) -> None:
        """Paint the trunk; its tone changes from that of the hips to `at_neck`."""
        colour = self.tones.colour
        trunk = trunk_of(self.skeleton, self.build, self.view, self._size, self.back)
        for mass, share in zip(trunk.masses, MASS_TONES, strict=False):
            painter.setBrush(colour(at_neck * share))
            painter.drawPolygon(mass)
        if abs(at_neck) < _ONE_TONE:
            painter.setBrush(colour(at_neck / 2))
            painter.drawPath(trunk.outline.path())
            return
        # In strips: Qt would start threads for a gradient, and wait for them.
        count = _STRIPS if at_neck < 0 else _STRIPS // 2  # paler tones are farther apart
        strips = list(enumerate(trunk.outline.strips(count)))
        for number, strip in strips if at_neck > 0 else strips[::-1]:
            painter.setBrush(colour(at_neck * (number + 0.5) / count))
            painter.drawPath(strip)

    def _leg(self, side: str) -> list[Piece]:
        joints, depth = self.skeleton.joints, self.view.depth
        hip, knee, ankle = (joints[f"{name}_{side}"] for name in ("hip", "knee", "ankle"))
        # Thigh and trunk separate at the hip: whichever comes towards the viewer is in front.
        outward = depth(between(hip, knee, _PARTING)) - depth(self._hip)
        before = outward > (depth(joints["t12l1"]) - depth(self._hip)) * _PARTING_TRUNK
        upper, lower = (depth(hip) + depth(knee)) / 2, (depth(knee) + depth(ankle)) / 2
        thigh, shank = self.limbs.leg(side)
        leg = [Piece(before, upper, thigh), Piece(before, lower, shank)]
        if not self.lit:
            return leg
        return [*leg, *self._light.leg(side, *leg)]

    def _arm(self, side: str) -> list[Piece]:
        joints, view = self.skeleton.joints, self.view
        shoulder, elbow, wrist, palm = (
            joints[f"{name}_{side}"] for name in ("shoulder", "elbow", "wrist", "palm")
        )
        upper_before = self.before_trunk(between(shoulder, elbow, 0.65)) > _LEVEL
        lower_before = self.before_trunk(between(elbow, wrist, 0.65)) > _LEVEL
        hand_before = self.before_trunk(palm) > _LEVEL
        shoulder_depth, elbow_depth = view.depth(shoulder), view.depth(elbow)
        palm_depth = view.depth(palm)
        upper, lower = (shoulder_depth + elbow_depth) / 2, (elbow_depth + palm_depth) / 2
        upper_arm, forearm, closed = self.limbs.arm(side)
        return [
            Piece(upper_before, upper, upper_arm),
            Piece(lower_before, lower, forearm),
            Piece(hand_before, palm_depth + _FINGERS, closed),
        ]
