"""The body a command shows or measures: the default one, changed by the options given."""

from __future__ import annotations

import argparse

from app.body.anthropometry import Body, Sex


def body_of(options: argparse.Namespace) -> Body:
    """Return the body that the options describe; never the user's own settings.

    Raises:
        UserError: a number is outside its limits.
    """
    given = {
        "stature_m": options.stature,
        "mass_kg": options.mass,
        "thigh": options.thigh,
        "trunk": options.trunk,
        "slr_deg": options.slr,
        "lumbar_deg": options.lumbar,
        "shin": options.shin,
        "arm": options.arm,
    }
    wanted = {name: value for name, value in given.items() if value is not None}
    return Body(**wanted, sex=Sex(options.sex or Sex.MALE)).checked()
