"""The keys that drive a stage, the same on every page that has a transport bar."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from app.lessons.model import Overlay
from app.ui.single_keys import single_keys
from app.ui.stage.controls import StageControls

_TURN_DEG = 15.0

_KEYS: dict[int, Callable[[StageControls], None]] = {
    Qt.Key.Key_Space: lambda controls: controls.toggle_play(),
    Qt.Key.Key_MediaTogglePlayPause: lambda controls: controls.toggle_play(),
    Qt.Key.Key_Home: lambda controls: controls.stage.stand_at(0.0),
    Qt.Key.Key_End: lambda controls: controls.stage.stand_at(controls.stage.playback.seconds),
}
#: By the character a key types, wherever it is on the keyboard. Shift with comma and full stop
#: types < and > on some, ; and : on others.
_TEXTS: dict[str, Callable[[StageControls], None]] = {
    ",": lambda controls: controls.stage.step(-1),
    ".": lambda controls: controls.stage.step(1),
    "<": lambda controls: controls.stage.step_key(-1),
    ";": lambda controls: controls.stage.step_key(-1),
    ">": lambda controls: controls.stage.step_key(1),
    ":": lambda controls: controls.stage.step_key(1),
    "-": lambda controls: controls.set_speed_by(-1),
    "+": lambda controls: controls.set_speed_by(1),
    "=": lambda controls: controls.set_speed_by(1),
    "[": lambda controls: controls.stage.turn_by(-_TURN_DEG),
    "]": lambda controls: controls.stage.turn_by(_TURN_DEG),
    "s": lambda controls: controls.turn_to("side"),
    "f": lambda controls: controls.turn_to("front"),
    "b": lambda controls: controls.turn_to("back"),
    "l": lambda controls: controls.toggle_loop(),
    "m": lambda controls: controls.toggle_mirror(),
    "t": lambda controls: controls.toggle_text(),
}

#: Each digit toggles an overlay.
_OVERLAYS = dict(enumerate(Overlay, start=1))


def press_transport_key(event: QKeyEvent, controls: StageControls) -> bool:
    """Act on a key that drives the figure; return whether it does."""
    from app.ui.key_places import digit_of, text_of  # not needed by a start

    keys = Qt.KeyboardModifier
    held = event.modifiers() & (keys.ControlModifier | keys.AltModifier | keys.MetaModifier)
    # Where brackets need AltGr, Windows reports it as Ctrl and Alt together.
    if held not in (keys.NoModifier, keys.ControlModifier | keys.AltModifier):
        return False
    single = single_keys()
    if act := _KEYS.get(event.key()) or (single and _TEXTS.get(text_of(event))):
        act(controls)
    elif single and (overlay := _OVERLAYS.get(digit_of(event) or 0)):
        controls.toggle_overlay(overlay)
    else:
        return False
    event.accept()
    return True
