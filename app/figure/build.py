"""A person's build: the drawn proportions of anybody, from stature, mass and sex."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise

from app.body.anthropometry import Girths, Sex, girths
from app.figure import anatomy
from app.figure.outline import Slice, smooth
from app.figure.tapered import Profile

_USUAL_M, _USUAL_KG = 1.75, 75.0
#: Along the trunk, whose girth decides.
_LEVELS: tuple[tuple[float, str], ...] = (
    (-0.05, "hips"), (0.02, "hips"), (0.10, "waist"), (0.15, "waist"), (0.21, "chest"),
    (0.31, "chest"), (0.345, "neck"),
)  # fmt: skip
#: A body that gains girth gains more depth than breadth, and little of it behind.
_BROADER, _DEEPER, _BEHIND = 0.82, 1.18, 0.22
#: A woman's waist is narrower than her girth at the navel, and her chest deeper in front.
_WAIST, _BUST = 0.92, 0.0110
#: How many slices are drawn for each one given, and in large pictures.
_DRAWN, _FINE = 1, 4


class Build:
    """One build; the same object for the same body, so that shapes made from it can be cached.

    Attributes:
        trunk, fine_trunk: the trunk's slices, as drawn and as drawn in large pictures.
        thigh, shank, upper_arm, forearm, neck: the limbs.
        leg, arm: what is seen of thigh and upper arm, what is worn on them, and its hem.
        thigh_back: how far the thigh reaches behind its axis at the hip.
        glute: as `anatomy.GLUTE`.
        shoulder: how far the middle of each shoulder is from the body's middle, statures.
    """

    def __init__(self, stature_m: float, mass_kg: float, sex: Sex) -> None:
        usual = girths(_USUAL_M, _USUAL_KG, Sex.MALE)
        own = girths(stature_m, mass_kg, sex)
        tall = stature_m / _USUAL_M
        shares = Girths(*(a / b / tall for a, b in zip(own, usual, strict=True)))
        slices = [_trunk_slice(piece, shares, sex) for piece in anatomy.TRUNK]
        spans = len(slices) - 1
        self.trunk, self.fine_trunk = (
            smooth(slices, spans * count + 1) for count in (_DRAWN, _FINE)
        )
        knee = (shares.thigh + shares.calf) / 2
        self.thigh = Profile(_scaled(anatomy.THIGH, shares.thigh, knee))
        self.thigh_back = self.thigh.fine[0].back
        self.shank = Profile(_scaled(anatomy.SHANK, knee, shares.calf**0.5))
        elbow = (shares.arm + shares.forearm) / 2
        self.upper_arm = Profile(_scaled(anatomy.UPPER_ARM, shares.arm, elbow))
        self.forearm = Profile(_scaled(anatomy.FOREARM, elbow, shares.forearm**0.5))
        self.neck = Profile(_scaled(anatomy.NECK, shares.neck, shares.neck))
        self.leg = _dressed(self.thigh, anatomy.SHORTS)
        self.arm = _dressed(self.upper_arm, anatomy.SLEEVE)
        seat = shares.hips
        behind, up, aside, *reach = anatomy.GLUTE
        deep, high, broad = (half * seat**0.5 for half in reach)
        # However large it is, it touches a wall where the body does.
        self.glute = behind + reach[0] - deep, up, aside * seat**0.5, deep, high, broad
        half = own.shoulders / stature_m / 2
        self.shoulder = half - 0.0295 * shares.arm**0.5


@lru_cache(maxsize=32)
def build_of(stature_m: float, mass_kg: float, sex: Sex) -> Build:
    """Return the build of a body."""
    return Build(stature_m, mass_kg, sex)


def _trunk_slice(piece: Slice, shares: Girths, sex: Sex) -> Slice:
    along, front, back, breadth = piece
    share = _share_at(along, shares)
    behind = back * (1 + _BEHIND * (share - 1))
    ahead = (front + back) * share**_DEEPER - behind
    broad = breadth * share**_BROADER
    if sex is Sex.FEMALE:
        waist = max(0.0, 1 - abs(along - 0.125) / 0.075)
        broad *= 1 - (1 - _WAIST) * waist
        ahead += _BUST * max(0.0, 1 - abs(along - 0.220) / 0.05)
    return Slice(along, ahead, behind, broad)


def _share_at(along: float, shares: Girths) -> float:
    """Return the girth at a place on the trunk, as a share of the usual one."""
    low, part = _LEVELS[0]
    for high, other in _LEVELS:
        if along <= high:
            a, b = getattr(shares, part), getattr(shares, other)
            return float(a + (b - a) * (along - low) / ((high - low) or 1.0))
        low, part = high, other
    return float(getattr(shares, part))


def _scaled(slices: list[Slice], start: float, end: float) -> list[Slice]:
    """Return a limb's slices, times one share at its start and another at its end."""
    scaled = []
    for along, *extents in slices:
        share = start + (end - start) * along
        scaled.append(Slice(along, *(extent * share for extent in extents)))
    return scaled


def _dressed(limb: Profile, until: float) -> tuple[Profile, Profile, Profile]:
    """Return what is seen of a limb whose upper part is covered, what covers it, and its hem."""
    hem = until - anatomy.HEM
    worn = [_loose(limb, share * hem) for share in (0.0, 0.35, 0.7, 1.0)]
    worn.append(_loose(limb, until))
    return limb.below(hem), Profile(worn, cut=True), Profile(worn[-2:], cut=True, rooted=False)


def _loose(limb: Profile, along: float) -> Slice:
    """Return a slice of a limb with clothes on."""
    before, after = next(pair for pair in pairwise(limb.fine) if pair[1].along >= along - 1e-9)
    share = (along - before.along) / (after.along - before.along)
    extents = (a + (b - a) * share for a, b in zip(before[1:], after[1:], strict=True))
    return Slice(along, *(extent + anatomy.LOOSE for extent in extents))
