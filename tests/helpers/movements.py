"""Small movements written for a test."""

from __future__ import annotations

from pathlib import Path

from app.movement.model import Movement
from app.movement.reader import read_movement


def written(
    folder: Path,
    *phases: str,
    label: str = "neutral",
    pattern: str = "stand",
    more: str = "",
) -> Movement:
    """Return a movement of phases like `down 2 { knee = 20 }`, and at last 3 s up to the start.

    Args:
        folder: where its file is written.
        phases: kind, seconds and, but for a hold, where it goes; named `down-0`, `hold-1` ...
            `hold 1 flies` is a flight.
        label, pattern: of the movement.
        more: further TOML: `breaks`, `wall`, `stance`, `start`, `props`.
    """
    lines = [
        'title = "Moves"',
        f'label = "{label}"',
        f'pattern = "{pattern}"',
        'text = "Something moves."',
        more,
    ]
    for index, phase in enumerate((*phases, 'up 3 "start"')):
        kind, seconds, to = (*phase.split(" ", 2), "")[:3]
        lines += ["[[phases]]", f'name = "{kind}-{index}"', f'kind = "{kind}"']
        aim = "flies = true" if to == "flies" else f"to = {to}" if to else ""
        lines += [f"seconds = {seconds}", 'cue = "Move"', aim]
    file = folder / "moves.toml"
    file.write_text("\n".join(lines), encoding="utf-8")
    return read_movement(file)
