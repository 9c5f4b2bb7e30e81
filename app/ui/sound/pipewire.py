"""Keep Qt from a PipeWire that would take the program down."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from pathlib import Path

_BACKEND = "QT_AUDIO_BACKEND"
_FOLDERS = (Path("/etc/pipewire"), Path("/usr/share/pipewire"), Path("/usr/local/share/pipewire"))


def avoid_unready() -> None:
    """Let Qt speak to PulseAudio where PipeWire is not set up; call before QtMultimedia is used.

    Qt 6.12 takes PipeWire's library where it finds one, and crashes where its client.conf is
    missing, as on Debian without recommended packages. What answers for PulseAudio, PipeWire
    among them, is as good. A choice in the environment stands.
    """
    if sys.platform.startswith("linux") and not is_set_up(os.environ):
        os.environ.setdefault(_BACKEND, "pulseaudio")


def is_set_up(environment: Mapping[str, str], folders: tuple[Path, ...] = _FOLDERS) -> bool:
    """Tell whether PipeWire's clients find their settings, by the variables it goes by."""
    home = environment.get("XDG_CONFIG_HOME") or f"{environment.get('HOME', '')}/.config"
    own = environment.get("PIPEWIRE_CONFIG_DIR")
    places = [Path(own)] if own else [Path(home) / "pipewire", *folders]
    return any((place / "client.conf").is_file() for place in places)
