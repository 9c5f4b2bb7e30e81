"""What movement files are expected to hold where something else stands."""

from app.messages.message import tr

TEXTS: dict[str, str] = {
    "movement.no-files": tr("expected movement files (*.toml)"),
    "movement.unknown": tr("unknown movement; expected one of {known}"),
    "movement.unknown-phase": tr("unknown phase; expected one of {known}"),
    "movement.pose": tr("expected a pose people can stand in: {reason}"),
    "movement.breaks": tr("expected what the movement does break: {checks}"),
    "movement.breaks-nothing": tr("expected what the movement does break: nothing"),
    "movement.file-name": tr("the file's name: {expected}"),
    "movement.start": tr("expected a start pose stated by its angles"),
    "movement.phase-taken": tr("expected a name of its own, {name} is taken"),
    "movement.flies": tr(
        "expected a hold between an up with arms at an angle and a down, to throw and to catch"
    ),
    "movement.no-loop": tr('expected "start", so that the movement can loop'),
    "movement.no-hands": tr("expected which hand holds it: left, right or both"),
    "movement.not-held": tr("expected none: hands do not hold the {kind}"),
    "movement.right-breaks": tr("expected none in a right movement"),
    "movement.wrong-breaks": tr("expected at least one check in a wrong movement"),
    "movement.hold-moves": tr("expected nothing but carry: a hold stays where it is"),
    "movement.no-aim": tr('expected angles to move to, or "start"'),
    "movement.other-side": tr("expected phases of the {side} side too"),
    "movement.side-between": tr("expected '{side}', as before it and after it"),
    "movement.no-hold": tr("expected a hold among the phases of the {side} side"),
    "movement.arm": tr("expected either shoulder or at"),
    "movement.no-wall": tr("expected a [wall] table to touch"),
    "movement.thorax-and-touch": tr("expected none beside touch, which solves it"),
    "movement.no-stations": tr("expected a [wall] table whose stations to stand at"),
    "movement.stations": tr("expected at most {most}, the one out of reach"),
    "movement.reach-and-touch": tr("expected none beside touch"),
    "movement.nothing-to-reach": tr("expected one of [[props]] with hands and rest to reach for"),
    "movement.nothing-to-carry": tr("expected one of [[props]] with hands and rest to carry"),
    "movement.feet": tr("expected moves_feet = true in a movement whose feet move"),
}
