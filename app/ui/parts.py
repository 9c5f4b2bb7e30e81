"""What the composition root hands to the window, which hands each page what it needs."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from app.lessons.library import LessonLibrary
from app.locations import Locations
from app.movement.library import MovementLibrary
from app.records.records import Records
from app.ui.icons import Icons
from app.ui.keeper import SettingsKeeper
from app.ui.notices import Notices
from app.ui.theme import Appearance

if TYPE_CHECKING:
    from app.lessons.picture import Picture
    from app.practice.exercise import Exercise
    from app.practice.own import OwnExercises
    from app.programme.flow import PracticeFlow
    from app.ui.awake import ScreenAwake
    from app.ui.sound.player import TonePlayer
    from app.ui.sound.voice import VoiceBox


class Parts(msgspec.Struct, frozen=True):
    """The parts of the program.

    Attributes:
        locations: where its files are.
        keeper: the settings.
        appearance: the theme in use.
        icons: the program's icons.
        movements, lessons, exercises, pictures: the content that could be read.
        own: reads the user's own exercises, which are among `exercises`.
        flow: where practice stands, read when first asked for.
        records: what was done, put on disk and read back.
        notices: what the user is to be told.
        clock: what figures and sessions move by, s.
        open_tones: opens the sound for practice.
        voice_box: opens the voice for practice, and for the settings to try.
        awake: returns what keeps the screen on in it.
    """

    locations: Locations
    keeper: SettingsKeeper
    appearance: Appearance
    icons: Icons
    movements: MovementLibrary
    lessons: LessonLibrary
    exercises: Mapping[str, Exercise]
    pictures: Mapping[str, Picture]
    own: Callable[[], OwnExercises | None]
    flow: Callable[[], PracticeFlow]
    records: Records
    notices: Notices
    clock: Callable[[], float]
    open_tones: Callable[[Path, int, bool], TonePlayer]
    voice_box: Callable[[], VoiceBox]
    awake: Callable[[], ScreenAwake]
