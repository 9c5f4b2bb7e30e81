"""What a body changes in a movement, in a sentence."""

from __future__ import annotations

from collections.abc import Sequence

from app.body.anthropometry import Body, Sex
from app.body.quantities import Quantity
from app.movement.own_body import BodyChange
from app.ui.messages import QT_TRANSLATE_NOOP, translate
from app.ui.quantity_texts import quantity_text
from app.units import Units

#: Between a number and its unit.
_UNBROKEN = "\N{NO-BREAK SPACE}"
#: What more and what less of a number makes a body, by its field.
_TRAITS = {
    "stature_m": (
        QT_TRANSLATE_NOOP("YourBody", "taller"),
        QT_TRANSLATE_NOOP("YourBody", "shorter"),
    ),
    "thigh": (
        QT_TRANSLATE_NOOP("YourBody", "long thighs"),
        QT_TRANSLATE_NOOP("YourBody", "short thighs"),
    ),
    "slr_deg": (
        QT_TRANSLATE_NOOP("YourBody", "flexible hamstrings"),
        QT_TRANSLATE_NOOP("YourBody", "tight hamstrings"),
    ),
}


def changes_text(body: Body, changes: Sequence[BodyChange] | None, title: str, units: Units) -> str:
    """Return what is different about a body and what that changes at the deepest moment.

    `changes` is None where the movement, called `title`, cannot be shown.
    """
    if body == Body():
        return translate(
            "YourBody", "This is the standard body. Move a slider and watch what changes."
        )
    traits = ", ".join(_traits(body))
    lead = traits[:1].upper() + traits[1:] if traits else translate("YourBody", "Your body")
    if changes is None:
        return translate("YourBody", "{title} cannot be shown on this body.").format(title=title)
    if not changes:
        same = translate(
            "YourBody", "{lead}: {title} looks about the same as on the standard body."
        )
        return same.format(lead=lead, title=title)
    effects = translate("YourBody", " and ").join(_effect(change, units) for change in changes)
    said = translate("YourBody", "{lead}: {effects} than the standard body.")
    return said.format(lead=lead, effects=effects)


def _traits(body: Body) -> list[str]:
    usual = Body()
    found = []
    for name, (more, less) in _TRAITS.items():
        own, normal = getattr(body, name), getattr(usual, name)
        if own != normal:
            found.append(translate("YourBody", more if own > normal else less))
    if body.sex is Sex.FEMALE:
        found.append(translate("YourBody", "a woman's build"))
    return found


def _effect(change: BodyChange, units: Units) -> str:
    more, less = {
        Quantity.TRUNK: (
            translate("YourBody", "you lean {by} further"),
            translate("YourBody", "you lean {by} less"),
        ),
        Quantity.KNEE: (
            translate("YourBody", "your knees bend {by} more"),
            translate("YourBody", "your knees bend {by} less"),
        ),
        Quantity.HIPS_BACK: (
            translate("YourBody", "your hips go {by} further back"),
            translate("YourBody", "your hips go back {by} less"),
        ),
        Quantity.SHIN: (
            translate("YourBody", "your shins lean {by} further forward"),
            translate("YourBody", "your shins lean {by} less forward"),
        ),
        Quantity.LUMBAR: (
            translate("YourBody", "your back rounds {by} more"),
            translate("YourBody", "your back rounds {by} less"),
        ),
        Quantity.HIP_HEIGHT: (
            translate("YourBody", "your hips stay {by} higher"),
            translate("YourBody", "your hips sink {by} lower"),
        ),
    }[change.quantity]
    by = quantity_text(change.quantity, abs(change.by), units).replace(" ", _UNBROKEN)
    return (more if change.by > 0 else less).format(by=by)
