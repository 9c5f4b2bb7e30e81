"""The stage's texts in the user's language: statements, overlays, views and kinds of phases."""

from __future__ import annotations

from app.lessons.model import VIEWS, Overlay
from app.movement.model import Label, MoveKind, Movement
from app.movement.motion import Motion
from app.movement.props import PropKind
from app.movement.telling import Say, Statement, tell
from app.ui.messages import QT_TRANSLATE_NOOP, say, translate
from app.units import Units, length

_CONTEXT = "Telling"
#: Given as a length; everything else as a plain number.
_LENGTHS = (Say.HIPS_BEHIND, Say.HIPS_AHEAD, Say.WALL_AWAY)

_STATEMENTS: dict[Say, str] = {
    Say.HIPS_BEHIND: QT_TRANSLATE_NOOP("Telling", "Hips {amount} behind the ankles"),
    Say.HIPS_OVER: QT_TRANSLATE_NOOP("Telling", "Hips over the feet"),
    Say.HIPS_AHEAD: QT_TRANSLATE_NOOP("Telling", "Hips {amount} in front of the ankles"),
    Say.KNEES_BENT: QT_TRANSLATE_NOOP("Telling", "Knees bent {amount}°"),
    Say.KNEES_STRAIGHT: QT_TRANSLATE_NOOP("Telling", "Knees straight"),
    Say.TRUNK_LEANS: QT_TRANSLATE_NOOP("Telling", "Trunk leaning {amount}° forward"),
    Say.TRUNK_UPRIGHT: QT_TRANSLATE_NOOP("Telling", "Trunk upright"),
    Say.TRUNK_BACK: QT_TRANSLATE_NOOP("Telling", "Trunk leaning {amount}° back"),
    Say.SHINS_UPRIGHT: QT_TRANSLATE_NOOP("Telling", "Shins upright"),
    Say.SHINS_FORWARD: QT_TRANSLATE_NOOP("Telling", "Shins leaning {amount}° forward"),
    Say.SHINS_BACK: QT_TRANSLATE_NOOP("Telling", "Shins leaning {amount}° back"),
    Say.BACK_FLAT: QT_TRANSLATE_NOOP("Telling", "Back flat: {amount}% of its full bend"),
    Say.BACK_WATCH: QT_TRANSLATE_NOOP(
        "Telling", "Back starting to round: {amount}% of its full bend"
    ),
    Say.BACK_ROUNDED: QT_TRANSLATE_NOOP("Telling", "Back rounded: {amount}% of its full bend"),
    Say.BACK_ARCHED: QT_TRANSLATE_NOOP("Telling", "Back arched"),
    Say.WEIGHT_FALLS_BACK: QT_TRANSLATE_NOOP("Telling", "Weight behind the heels: falling"),
    Say.WEIGHT_HEELS: QT_TRANSLATE_NOOP("Telling", "Weight on the heels"),
    Say.WEIGHT_MID: QT_TRANSLATE_NOOP("Telling", "Weight over mid-foot"),
    Say.WEIGHT_FRONT: QT_TRANSLATE_NOOP("Telling", "Weight on the front of the foot"),
    Say.WEIGHT_TOES: QT_TRANSLATE_NOOP("Telling", "Weight on the toes, heels light"),
    Say.HEAD_IN_LINE: QT_TRANSLATE_NOOP("Telling", "Head in line with the back"),
    Say.HEAD_UP: QT_TRANSLATE_NOOP("Telling", "Head tipped back {amount}°, looking up"),
    Say.HEAD_DOWN: QT_TRANSLATE_NOOP("Telling", "Chin tucked in {amount}°"),
    Say.WALL_TOUCHED: QT_TRANSLATE_NOOP("Telling", "Bottom touching the wall"),
    Say.WALL_AWAY: QT_TRANSLATE_NOOP("Telling", "Bottom {amount} from the wall"),
    Say.HELD: QT_TRANSLATE_NOOP("Telling", "In both hands: {thing}"),
    Say.HELD_LEFT: QT_TRANSLATE_NOOP("Telling", "In the left hand: {thing}"),
    Say.HELD_RIGHT: QT_TRANSLATE_NOOP("Telling", "In the right hand: {thing}"),
    Say.ON_LEFT: QT_TRANSLATE_NOOP("Telling", "Weight on the left foot, the right one resting"),
    Say.ON_RIGHT: QT_TRANSLATE_NOOP("Telling", "Weight on the right foot, the left one resting"),
    Say.ON_LEFT_ALONE: QT_TRANSLATE_NOOP(
        "Telling", "Standing on the left foot, the right one off the floor"
    ),
    Say.ON_RIGHT_ALONE: QT_TRANSLATE_NOOP(
        "Telling", "Standing on the right foot, the left one off the floor"
    ),
}
_THINGS: dict[PropKind, str] = {
    PropKind.KETTLEBELL: QT_TRANSLATE_NOOP("Telling", "kettlebell"),
    PropKind.DUMBBELL: QT_TRANSLATE_NOOP("Telling", "dumbbell"),
    PropKind.BAR: QT_TRANSLATE_NOOP("Telling", "bar"),
    PropKind.STICK: QT_TRANSLATE_NOOP("Telling", "broomstick"),
    PropKind.BAG: QT_TRANSLATE_NOOP("Telling", "shopping bag"),
    PropKind.PENCIL: QT_TRANSLATE_NOOP("Telling", "pencil"),
    PropKind.PHONE: QT_TRANSLATE_NOOP("Telling", "phone"),
    PropKind.DISH: QT_TRANSLATE_NOOP("Telling", "plate"),
    PropKind.PLANT: QT_TRANSLATE_NOOP("Telling", "plant"),
    PropKind.CHAIR: QT_TRANSLATE_NOOP("Telling", "chair"),
    PropKind.CHILD: QT_TRANSLATE_NOOP("Telling", "child"),
}
_LINES: dict[Overlay, str] = {
    Overlay.SHIN: QT_TRANSLATE_NOOP("Telling", "Shin guide"),
    Overlay.BACK: QT_TRANSLATE_NOOP("Telling", "Back line"),
    Overlay.WEIGHT: QT_TRANSLATE_NOOP("Telling", "Weight in the foot"),
    Overlay.HIP: QT_TRANSLATE_NOOP("Telling", "Hip angle"),
    Overlay.ANGLES: QT_TRANSLATE_NOOP("Telling", "All joint angles"),
    Overlay.PATH: QT_TRANSLATE_NOOP("Telling", "Hip path"),
    Overlay.MUSCLES: QT_TRANSLATE_NOOP("Telling", "What works and stretches"),
    Overlay.LOAD: QT_TRANSLATE_NOOP("Telling", "Load on the lower back"),
    Overlay.REACTION: QT_TRANSLATE_NOOP("Telling", "Reaction line"),
}
_KINDS: dict[MoveKind, str] = {
    MoveKind.DOWN: QT_TRANSLATE_NOOP("Telling", "Down"),
    MoveKind.HOLD: QT_TRANSLATE_NOOP("Telling", "Hold"),
    MoveKind.UP: QT_TRANSLATE_NOOP("Telling", "Up"),
    MoveKind.STEP: QT_TRANSLATE_NOOP("Telling", "Step"),
}
_LABELS: dict[Label, str] = {
    Label.RIGHT: QT_TRANSLATE_NOOP("Telling", "Correct: {title}"),
    Label.WRONG: QT_TRANSLATE_NOOP("Telling", "Incorrect: {title}"),
}
_VIEWS: dict[str, str] = {
    "side": QT_TRANSLATE_NOOP("Telling", "Side"),
    "three-quarter": QT_TRANSLATE_NOOP("Telling", "Three-quarter"),
    "front": QT_TRANSLATE_NOOP("Telling", "Front"),
    "back": QT_TRANSLATE_NOOP("Telling", "Back"),
}


def statement_text(statement: Statement, units: Units) -> str:
    """Return a statement as text, with lengths in the user's units."""
    amount = "" if statement.amount is None else str(statement.amount)
    if statement.say in _LENGTHS:
        amount = say(length(statement.amount or 0, units))
    thing = _say(_THINGS[statement.thing]) if statement.thing else ""
    return _say(_STATEMENTS[statement.say]).format(amount=amount, thing=thing)


def moment_lines(motion: Motion, t: float, units: Units) -> list[str]:
    """Return a movement's moment as text: the phase with its cue, then the statements."""
    telling = tell(motion, t)
    head = f"{kind_name(telling.phase.kind)}: {telling.phase.cue}"
    return [head, *(statement_text(statement, units) for statement in telling.statements)]


def cue_line(motion: Motion, t: float) -> str:
    """Return the phase of a moment with its cue."""
    phase = motion.movement.phases[motion.place_at(t).phase]
    return f"{kind_name(phase.kind)}: {phase.cue}"


def headline(movement: Movement) -> str:
    """Return a movement's title, marked as right or wrong if it is either."""
    label = _LABELS.get(movement.label)
    return _say(label).format(title=movement.title) if label else movement.title


def overlay_name(line: Overlay) -> str:
    """Return the name of an overlay."""
    return _say(_LINES[line])


def kind_name(kind: MoveKind) -> str:
    """Return the name of a kind of phase."""
    return _say(_KINDS[kind])


def view_name(view: str) -> str:
    """Return the name of one of `VIEWS`."""
    return _say(_VIEWS[view])


def turn_name(turn: float) -> str:
    """Return the view of a figure turned by `turn` deg: a view's name, or the degrees."""
    for view, there in VIEWS.items():
        if abs(turn - there) < 1:
            return view_name(view)
    return f"{round(turn)}°"


def _say(text: str) -> str:
    return translate(_CONTEXT, text)
