"""What the composition root makes for a window."""

from __future__ import annotations

from contextlib import ExitStack

import msgspec

from app.ui.devices import Devices
from app.ui.icons import Icons
from app.ui.keeper import SettingsKeeper
from app.ui.notices import Notices
from app.ui.theme import Appearance
from app.workspace import Workspace


class Parts(msgspec.Struct, frozen=True):
    """What a window consists of beside its widgets.

    Attributes:
        workspace: the data it shows.
        keeper: the settings.
        notices: what the user is to be told.
        appearance: the theme in use.
        icons: the program's icons.
        devices: clock, sound, voice and screen.
        closing: ends whatever of this would outlive the window.
    """

    workspace: Workspace
    keeper: SettingsKeeper
    notices: Notices
    appearance: Appearance
    icons: Icons
    devices: Devices
    closing: ExitStack
