"""The keys that drive a transport bar, the same on every page that has one."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from app.lessons.model import Line
from app.ui.key_places import digit_of, text_of
from app.ui.stage.transport import TransportBar

_TURN_DEG = 15.0

_KEYS: dict[int, Callable[[TransportBar], None]] = {
    Qt.Key.Key_Space: lambda bar: bar.toggle_play(),
    Qt.Key.Key_MediaTogglePlayPause: lambda bar: bar.toggle_play(),
    Qt.Key.Key_Home: lambda bar: bar.stage.stand_at(0.0),
    Qt.Key.Key_End: lambda bar: bar.stage.stand_at(bar.stage.playback.seconds),
}
#: By what a key writes, wherever a keyboard has it. Shift with comma and full stop writes < and >
#: on some, ; and : on others.
_TEXTS: dict[str, Callable[[TransportBar], None]] = {
    ",": lambda bar: bar.stage.step(-1),
    ".": lambda bar: bar.stage.step(1),
    "<": lambda bar: bar.stage.step_key(-1),
    ";": lambda bar: bar.stage.step_key(-1),
    ">": lambda bar: bar.stage.step_key(1),
    ":": lambda bar: bar.stage.step_key(1),
    "-": lambda bar: bar.set_speed_by(-1),
    "+": lambda bar: bar.set_speed_by(1),
    "=": lambda bar: bar.set_speed_by(1),
    "[": lambda bar: bar.stage.turn_by(-_TURN_DEG),
    "]": lambda bar: bar.stage.turn_by(_TURN_DEG),
    "s": lambda bar: bar.turn_to("side"),
    "f": lambda bar: bar.turn_to("front"),
    "b": lambda bar: bar.turn_to("back"),
    "l": lambda bar: bar.toggle_loop(),
    "m": lambda bar: bar.toggle_mirror(),
    "t": lambda bar: bar.toggle_text(),
}

#: The digits draw a line each.
_LINES = dict(enumerate(Line, start=1))


def press_transport_key(event: QKeyEvent, transport: TransportBar) -> bool:
    """Do what a key asks of the figure; return whether it asks for anything."""
    keys = Qt.KeyboardModifier
    held = event.modifiers() & (keys.ControlModifier | keys.AltModifier | keys.MetaModifier)
    # Where brackets need AltGr, Windows tells of it as Ctrl and Alt together.
    if held not in (keys.NoModifier, keys.ControlModifier | keys.AltModifier):
        return False
    if act := _KEYS.get(event.key()) or _TEXTS.get(text_of(event)):
        act(transport)
    elif line := _LINES.get(digit_of(event) or 0):
        transport.toggle_line(line)
    else:
        return False
    event.accept()
    return True
