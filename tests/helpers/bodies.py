"""Bodies to try things on, from small to large."""

from __future__ import annotations

import itertools

from app.body.anthropometry import Body, Sex

#: Women and men of 1.50 to 2.00 m, with thighs and trunks a tenth shorter and longer.
GRID = [
    Body(stature, 22 * stature**2, sex, thigh, trunk)
    for stature, sex, thigh, trunk in itertools.product(
        (1.5, 1.75, 2.0), Sex, (0.9, 1.0, 1.1), (0.9, 1.0, 1.1)
    )
]
