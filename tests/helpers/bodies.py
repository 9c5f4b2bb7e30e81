"""Bodies to try things on, from small to large."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from hypothesis import strategies as st

from app.body.anthropometry import Body, Sex

STATURES = (1.5, 1.75, 2.0)
FACTORS = (0.9, 1.0, 1.1)
RAISES = (60.0, 70.0, 80.0, 90.0, 100.0)

#: Women and men of 1.50 to 2.00 m, with thighs and trunks a tenth shorter and longer.
GRID = [
    Body(stature, 22 * stature**2, sex, thigh, trunk)
    for stature, sex, thigh, trunk in itertools.product(STATURES, Sex, FACTORS, FACTORS)
]


def _pairwise(bodies: Sequence[Body]) -> list[Body]:
    """Return some of the bodies, among whom any two traits that occur together do so."""

    def pairs(body: Body) -> set[tuple[int, object, int, object]]:
        traits = list(enumerate((body.stature_m, body.sex, body.thigh, body.trunk, body.slr_deg)))
        return {(*one, *other) for one, other in itertools.combinations(traits, 2)}

    covered = {body: pairs(body) for body in bodies}
    left = set().union(*covered.values())
    chosen = []
    while left:
        best = max(bodies, key=lambda body: len(covered[body] & left))
        chosen.append(best)
        left -= covered[best]
    return chosen


#: The same with straight-leg raises of 60 to 100 degrees: 270 bodies.
EVERY = [body._replace(slr_deg=slr) for body in GRID for slr in RAISES]
#: A few of them that cover every two traits together.
COVERING = _pairwise(EVERY)

#: Anyone among them, and between them.
ANYONE = st.builds(
    lambda stature, build, sex, thigh, trunk, slr: Body(
        stature, build * stature**2, sex, thigh, trunk, slr
    ),
    st.floats(1.5, 2.0),
    st.floats(18.5, 30),
    st.sampled_from(Sex),
    st.floats(0.9, 1.1),
    st.floats(0.9, 1.1),
    st.floats(60, 100),
)
