"""Tones: on or off, which, how loud, and why there are none where there are none."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QCheckBox, QGridLayout, QSlider, QWidget

from app.practice.tones import Tone
from app.ui.accessibility import button, label, named, tell_in
from app.ui.keeper import SettingsKeeper
from app.ui.section import quietly
from app.ui.settings.device_section import DeviceSection
from app.ui.sound.names import tone_word
from app.ui.sound.player import open_tones
from app.ui.sound.tone_player import TonePlayer

_LOOK_MS = 1000
_TONES_A_LINE = 3
#: How long the output is watched after opening and after a tone, s: a refusal shows within one
#: second, a sound server that has gone within five.
_AFTER_OPENING, _AFTER_A_TONE = 1, 6


class SoundSection(DeviceSection):
    """Sound on or off, the volume, and a tone to try it.

    The output is opened after this is first painted, so that the page does not wait for the
    sound system, and closed when it is hidden.
    """

    def __init__(self, keeper: SettingsKeeper, sounds: Path) -> None:
        super().__init__()
        self.set_title(self.tr("Sound"))
        self._keeper, self._sounds = keeper, sounds
        self._player: TonePlayer | None = None
        self._looks = 0
        self._waits = False
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_MS)
        self._on = QCheckBox(self.tr("On"))
        self._volume = QSlider(Qt.Orientation.Horizontal)
        # While it is dragged only the tones follow; it is saved on release.
        self._volume.setTracking(False)
        self._volume.setRange(0, 100)
        self._volume.setSingleStep(5)
        self._percent = label("", "muted")
        self._percent.setMinimumWidth(self._percent.fontMetrics().horizontalAdvance("100%") + 8)
        self._try = button(self.tr("Play a tone"))
        self._state = label("", "muted", wrap=True)
        self.add_row(self.tr("Tones in practice"), self._on)
        self.add_row(self.tr("Volume"), self._volume, self._percent, self._try, wide=True)
        self.add_wide(self._state)
        self._metronome = QCheckBox(self.tr("A quiet tick every second"))
        self._metronome.setAccessibleName(self._metronome.text())
        self._tones = {tone: QCheckBox(tone_word(tone)) for tone in Tone if tone is not Tone.TICK}
        self._add_tones()
        self.add_row(self.tr("Metronome"), self._metronome)
        self._metronome.toggled.connect(lambda on: keeper.change(metronome=on))
        self._on.toggled.connect(lambda on: keeper.change(sound=on))
        self._volume.sliderMoved.connect(self._turn_to)
        self._volume.valueChanged.connect(lambda percent: keeper.change(volume=percent))
        self._try.clicked.connect(self._play)
        self._timer.timeout.connect(self._look)
        self.show_settings()

    def _add_tones(self) -> None:
        """Add a box for each tone, three in a line, in the order they are heard."""
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        for place, (tone, box) in enumerate(self._tones.items()):
            box.setAccessibleName(self.tr("Tone: {tone}").format(tone=tone_word(tone)))
            box.toggled.connect(self._choose_tones)
            grid.addWidget(box, place // _TONES_A_LINE, place % _TONES_A_LINE)
        boxes = QWidget()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setColumnStretch(_TONES_A_LINE - 1, 1)
        boxes.setLayout(grid)
        self.set_high(self.add_row(self.tr("Tones"), boxes, wide=True))

    def _choose_tones(self) -> None:
        off = [tone.value for tone, box in self._tones.items() if not box.isChecked()]
        self._keeper.change(tones_off=off)

    def show_settings(self) -> None:
        """Show what is set."""
        settings = self._keeper.person
        sound = settings.sound
        for tone, box in self._tones.items():
            quietly(box, partial(box.setChecked, tone.value not in settings.tones_off))
            box.setEnabled(sound)
        quietly(self._metronome, lambda: self._metronome.setChecked(settings.metronome))
        self._metronome.setEnabled(sound)
        quietly(self._on, lambda: self._on.setChecked(sound))
        quietly(self._volume, lambda: self._volume.setValue(settings.volume))
        self._volume.setEnabled(sound)
        self._try.setEnabled(sound)
        if not sound:
            self._let_go()
        elif self._player is None and self.isVisible():
            self._open_after_paint()
        self._turn_to(settings.volume)

    def _is_wanted(self) -> bool:
        return self._keeper.person.sound

    def _open(self) -> None:
        if self._player is None and self._keeper.person.sound and self.isVisible():
            self._player = open_tones(self._sounds, self._keeper.person.volume)
            self._player.notify(self._show_found)
            self._watch(_AFTER_OPENING)
        self._say()

    def _let_go(self) -> None:
        self._timer.stop()
        if self._player is not None:
            self._player.close()
            self._player = None

    def _play(self) -> None:
        """Play a tone; where there was no output, look again, as there may be one now."""
        player = self._player
        if player is None or not (player.available or player.is_opening):
            self._let_go()
            self._open()
        if self._player is not None:
            self._waits = self._player.is_opening
            self._player.play(Tone.GET_READY)
            self._watch(_AFTER_A_TONE)
        self._say()

    def _show_found(self) -> None:
        """Say what came of looking for an output, and play what waited for it."""
        if self._waits:
            self._waits = False
            if self._player is not None:
                self._player.play(Tone.GET_READY)
        self._say()

    def _turn_to(self, percent: int) -> None:
        self._percent.setText(self.tr("{count}%").format(count=percent))
        if self._player is not None:
            self._player.set_volume(percent)
        self._say()

    def _watch(self, seconds: int) -> None:
        self._looks = seconds
        self._timer.start()

    def _look(self) -> None:
        self._looks -= 1
        if self._looks <= 0:
            self._timer.stop()
        self._say()

    def _say(self) -> None:
        """Say whether a tone would be heard, and if not, why and what to do."""
        text = ""
        if self._player is not None:
            looking = self.tr("Looking for a sound output…")
            found = looking if self._player.is_opening else self.tr("A sound output was found.")
            text = self._player.reason or found
        tell_in(self._state, text)
        self._state.setVisible(bool(text))
        named(self._try, self.tr("Play a tone"), text)
