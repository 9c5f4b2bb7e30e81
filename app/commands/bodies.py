"""The body a command shows or measures: the default one, changed by the options given."""

from __future__ import annotations

import argparse

from app.body.anthropometry import LIMITS, Body, Sex


def body_of(options: argparse.Namespace) -> Body:
    """Return the body that the options describe; never the user's own settings.

    Raises:
        UserError: a number is outside its limits.
    """
    given = {name: getattr(options, name.partition("_")[0]) for name in LIMITS}
    wanted = {name: value for name, value in given.items() if value is not None}
    return Body(**wanted, sex=Sex(options.sex or Sex.MALE)).checked()
