"""What the stage says in the user's language: statements, lines, views and kinds of phases."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from app.lessons.model import VIEWS, Overlay
from app.movement.model import Label, MoveKind, Movement
from app.movement.motion import Motion
from app.movement.props import PropKind
from app.movement.telling import Say, Statement, tell
from app.ui.messages import say
from app.units import Units, length

_CONTEXT = "Telling"
#: Told as a length; everything else is told as the number it is.
_LENGTHS = (Say.HIPS_BEHIND, Say.HIPS_AHEAD, Say.WALL_AWAY)

_STATEMENTS: dict[Say, str] = {
    Say.HIPS_BEHIND: str(QT_TRANSLATE_NOOP("Telling", "Hips {amount} behind the ankles")),
    Say.HIPS_OVER: str(QT_TRANSLATE_NOOP("Telling", "Hips over the feet")),
    Say.HIPS_AHEAD: str(QT_TRANSLATE_NOOP("Telling", "Hips {amount} in front of the ankles")),
    Say.KNEES_BENT: str(QT_TRANSLATE_NOOP("Telling", "Knees bent {amount}°")),
    Say.KNEES_STRAIGHT: str(QT_TRANSLATE_NOOP("Telling", "Knees straight")),
    Say.TRUNK_LEANS: str(QT_TRANSLATE_NOOP("Telling", "Trunk leaning {amount}° forward")),
    Say.TRUNK_UPRIGHT: str(QT_TRANSLATE_NOOP("Telling", "Trunk upright")),
    Say.TRUNK_BACK: str(QT_TRANSLATE_NOOP("Telling", "Trunk leaning {amount}° back")),
    Say.SHINS_UPRIGHT: str(QT_TRANSLATE_NOOP("Telling", "Shins upright")),
    Say.SHINS_FORWARD: str(QT_TRANSLATE_NOOP("Telling", "Shins leaning {amount}° forward")),
    Say.SHINS_BACK: str(QT_TRANSLATE_NOOP("Telling", "Shins leaning {amount}° back")),
    Say.BACK_FLAT: str(QT_TRANSLATE_NOOP("Telling", "Back flat: {amount} % of its full bend")),
    Say.BACK_WATCH: str(
        QT_TRANSLATE_NOOP("Telling", "Back rounding: {amount} % of its full bend, watch it")
    ),
    Say.BACK_ROUNDED: str(
        QT_TRANSLATE_NOOP("Telling", "Back rounded: {amount} % of its full bend")
    ),
    Say.BACK_ARCHED: str(QT_TRANSLATE_NOOP("Telling", "Back arched")),
    Say.WEIGHT_FALLS_BACK: str(QT_TRANSLATE_NOOP("Telling", "Weight behind the heels, falling")),
    Say.WEIGHT_HEELS: str(QT_TRANSLATE_NOOP("Telling", "Weight on the heels")),
    Say.WEIGHT_MID: str(QT_TRANSLATE_NOOP("Telling", "Weight over mid-foot")),
    Say.WEIGHT_FRONT: str(QT_TRANSLATE_NOOP("Telling", "Weight on the front of the foot")),
    Say.WEIGHT_TOES: str(QT_TRANSLATE_NOOP("Telling", "Weight on the toes, heels light")),
    Say.HEAD_IN_LINE: str(QT_TRANSLATE_NOOP("Telling", "Head in line with the back")),
    Say.HEAD_UP: str(QT_TRANSLATE_NOOP("Telling", "Head tipped back {amount}°, looking up")),
    Say.HEAD_DOWN: str(QT_TRANSLATE_NOOP("Telling", "Chin tucked in {amount}°")),
    Say.WALL_TOUCHED: str(QT_TRANSLATE_NOOP("Telling", "Buttocks touching the wall")),
    Say.WALL_AWAY: str(QT_TRANSLATE_NOOP("Telling", "Buttocks {amount} from the wall")),
    Say.HELD: str(QT_TRANSLATE_NOOP("Telling", "In both hands: {thing}")),
    Say.HELD_LEFT: str(QT_TRANSLATE_NOOP("Telling", "In the left hand: {thing}")),
    Say.HELD_RIGHT: str(QT_TRANSLATE_NOOP("Telling", "In the right hand: {thing}")),
    Say.ON_LEFT: str(QT_TRANSLATE_NOOP("Telling", "Weight on the left foot, the right one rests")),
    Say.ON_RIGHT: str(QT_TRANSLATE_NOOP("Telling", "Weight on the right foot, the left one rests")),
    Say.ON_LEFT_ALONE: str(
        QT_TRANSLATE_NOOP("Telling", "Standing on the left foot, the right one off the floor")
    ),
    Say.ON_RIGHT_ALONE: str(
        QT_TRANSLATE_NOOP("Telling", "Standing on the right foot, the left one off the floor")
    ),
}
_THINGS: dict[PropKind, str] = {
    PropKind.KETTLEBELL: str(QT_TRANSLATE_NOOP("Telling", "kettlebell")),
    PropKind.DUMBBELL: str(QT_TRANSLATE_NOOP("Telling", "dumbbell")),
    PropKind.BAR: str(QT_TRANSLATE_NOOP("Telling", "bar")),
    PropKind.STICK: str(QT_TRANSLATE_NOOP("Telling", "broomstick")),
    PropKind.BAG: str(QT_TRANSLATE_NOOP("Telling", "shopping bag")),
    PropKind.PENCIL: str(QT_TRANSLATE_NOOP("Telling", "pencil")),
    PropKind.PHONE: str(QT_TRANSLATE_NOOP("Telling", "phone")),
    PropKind.DISH: str(QT_TRANSLATE_NOOP("Telling", "plate")),
    PropKind.PLANT: str(QT_TRANSLATE_NOOP("Telling", "plant")),
    PropKind.CHAIR: str(QT_TRANSLATE_NOOP("Telling", "chair")),
    PropKind.CHILD: str(QT_TRANSLATE_NOOP("Telling", "child")),
}
_LINES: dict[Overlay, str] = {
    Overlay.SHIN: str(QT_TRANSLATE_NOOP("Telling", "Shin guide")),
    Overlay.BACK: str(QT_TRANSLATE_NOOP("Telling", "Back line")),
    Overlay.WEIGHT: str(QT_TRANSLATE_NOOP("Telling", "Weight in the foot")),
    Overlay.HIP: str(QT_TRANSLATE_NOOP("Telling", "Hip angle")),
    Overlay.ANGLES: str(QT_TRANSLATE_NOOP("Telling", "All joint angles")),
    Overlay.PATH: str(QT_TRANSLATE_NOOP("Telling", "Hip path")),
    Overlay.MUSCLES: str(QT_TRANSLATE_NOOP("Telling", "What works and stretches")),
    Overlay.LOAD: str(QT_TRANSLATE_NOOP("Telling", "Load on the lower back")),
    Overlay.REACTION: str(QT_TRANSLATE_NOOP("Telling", "Reaction line")),
}
_KINDS: dict[MoveKind, str] = {
    MoveKind.DOWN: str(QT_TRANSLATE_NOOP("Telling", "Down")),
    MoveKind.HOLD: str(QT_TRANSLATE_NOOP("Telling", "Hold")),
    MoveKind.UP: str(QT_TRANSLATE_NOOP("Telling", "Up")),
    MoveKind.STEP: str(QT_TRANSLATE_NOOP("Telling", "Step")),
}
_LABELS: dict[Label, str] = {
    Label.RIGHT: str(QT_TRANSLATE_NOOP("Telling", "Right: {title}")),
    Label.WRONG: str(QT_TRANSLATE_NOOP("Telling", "Wrong: {title}")),
}
_VIEWS: dict[str, str] = {
    "side": str(QT_TRANSLATE_NOOP("Telling", "Side")),
    "three-quarter": str(QT_TRANSLATE_NOOP("Telling", "Three-quarter")),
    "front": str(QT_TRANSLATE_NOOP("Telling", "Front")),
    "back": str(QT_TRANSLATE_NOOP("Telling", "Back")),
}


def statement_text(statement: Statement, units: Units) -> str:
    """Return a statement in words, its length in the user's units."""
    amount = "" if statement.amount is None else str(statement.amount)
    if statement.say in _LENGTHS:
        amount = say(length(statement.amount or 0, units))
    thing = _translate(_THINGS[statement.thing]) if statement.thing else ""
    return _translate(_STATEMENTS[statement.say]).format(amount=amount, thing=thing)


def moment_lines(motion: Motion, t: float, units: Units) -> list[str]:
    """Return a movement's moment in words: the phase with its cue, then what is so."""
    telling = tell(motion, t)
    head = f"{kind_name(telling.phase.kind)}: {telling.phase.cue}"
    return [head, *(statement_text(statement, units) for statement in telling.statements)]


def cue_line(motion: Motion, t: float) -> str:
    """Return the phase of a moment and its cue."""
    phase = motion.movement.phases[motion.place_at(t).phase]
    return f"{kind_name(phase.kind)}: {phase.cue}"


def headline(movement: Movement) -> str:
    """Return a movement's title, marked as right or wrong where it is one of them."""
    label = _LABELS.get(movement.label)
    return _translate(label).format(title=movement.title) if label else movement.title


def overlay_name(line: Overlay) -> str:
    """Return what is drawn over the figure, by its name."""
    return _translate(_LINES[line])


def kind_name(kind: MoveKind) -> str:
    """Return the kind of a phase, by its name."""
    return _translate(_KINDS[kind])


def view_name(view: str) -> str:
    """Return the name of one of `VIEWS`."""
    return _translate(_VIEWS[view])


def turn_name(turn: float) -> str:
    """Return from where a figure turned by `turn` deg is seen: a view's name, or the degrees."""
    for view, there in VIEWS.items():
        if abs(turn - there) < 1:
            return view_name(view)
    return f"{round(turn)}°"


def _translate(text: str) -> str:
    return QCoreApplication.translate(_CONTEXT, text)
