"""The voice: on or off, which, how fast, how loud, and why there is none where there is none."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QSlider

from app.ui.accessibility import button, label, named, tell_in
from app.ui.keeper import SettingsKeeper
from app.ui.section import quietly
from app.ui.settings.device_section import DeviceSection
from app.ui.sound.names import sample_sentence
from app.ui.sound.voice import Voice, VoiceBox
from app.ui.text_sized import limit

_STEP = 5
_WIDEST_VOICE = 320


class VoiceSection(DeviceSection):
    """Choose the voice, and try it with a sentence.

    The voice is looked for after this is first painted, for that loads QtMultimedia.
    """

    def __init__(self, keeper: SettingsKeeper, box: VoiceBox) -> None:
        super().__init__()
        self.set_title(self.tr("Voice"))
        self._keeper, self._box = keeper, box
        self._voice: Voice | None = None
        self._waits = False
        self._on = QCheckBox(self.tr("On"))
        self._which = QComboBox()
        limit(self._which, least_width=_WIDEST_VOICE, most_width=_WIDEST_VOICE)
        self._rate = _slider(-100, 100)
        self._volume = _slider(0, 100)
        self._rate_shown = self._number()
        self._volume_shown = self._number()
        self._count = QCheckBox(self.tr("Say every second aloud"))
        self._try = button(self.tr("Test the voice"))
        self._state = label("", "muted", wrap=True)
        self.add_row(self.tr("Voice in practice"), self._on, self._try)
        self.add_wide(self._state)
        self._names = (
            self.add_row(self.tr("Choose a voice"), self._which),
            self.add_row(self.tr("Speed"), self._rate, self._rate_shown, wide=True),
            self.add_row(self.tr("Voice volume"), self._volume, self._volume_shown, wide=True),
            self.add_row(self.tr("Seconds"), self._count),
        )
        self._count.setAccessibleName(self._count.text())
        self._on.toggled.connect(lambda on: keeper.change(voice=on))
        self._count.toggled.connect(lambda on: keeper.change(count_seconds=on))
        self._which.activated.connect(
            lambda index: keeper.change(voice_name=self._which.itemData(index))
        )
        self._rate.valueChanged.connect(lambda percent: keeper.change(voice_rate=percent))
        self._volume.valueChanged.connect(lambda percent: keeper.change(voice_volume=percent))
        self._rate.sliderMoved.connect(lambda percent: self._show_number(self._rate_shown, percent))
        self._volume.sliderMoved.connect(
            lambda percent: self._show_number(self._volume_shown, percent)
        )
        self._try.clicked.connect(self._speak)
        box.changed.connect(self._show_found)
        self.show_settings()

    def show_settings(self) -> None:
        """Show what is set."""
        settings = self._keeper.person
        quietly(self._on, lambda: self._on.setChecked(settings.voice))
        quietly(self._count, lambda: self._count.setChecked(settings.count_seconds))
        quietly(self._rate, lambda: self._rate.setValue(settings.voice_rate))
        quietly(self._volume, lambda: self._volume.setValue(settings.voice_volume))
        self._show_number(self._rate_shown, settings.voice_rate)
        self._show_number(self._volume_shown, settings.voice_volume)
        if not settings.voice:
            self._let_go()
        elif self._voice is None and self.isVisible():
            self._open_after_paint()
        self._say()

    def _is_wanted(self) -> bool:
        return self._keeper.person.voice

    def _open(self) -> None:
        if self._keeper.person.voice and self.isVisible():
            self._voice = self._box.open()
            self._list()
        self._say()

    def _let_go(self) -> None:
        if self._voice is not None:
            self._voice.stop()
            self._voice = None

    def _speak(self) -> None:
        """Say a sentence; where there was no voice, look again, as there may be one now."""
        if self._voice is None or not self._voice.available:
            self._open()
            self._waits = self._voice is not None and self._voice.is_opening
        if self._voice is not None:
            self._voice.stop()
            self._voice.say(sample_sentence())
        self._say()

    def _show_found(self) -> None:
        """Show what voices have been found; say what waited for them."""
        if self._voice is not None:
            self._list()
            self._say()
            if self._waits and not self._voice.is_opening:
                self._waits = False
                self._voice.say(sample_sentence())

    def _list(self) -> None:
        """List the usual voice, then all of them by name."""
        voices = self._voice.voices if self._voice is not None else ()
        self._which.clear()
        self._which.addItem(self.tr("Default"), "")
        for name in voices:
            self._which.addItem(name, name)

    def _say(self) -> None:
        """Say whether something said would be heard, and if not, why and what to do."""
        settings, voice = self._keeper.person, self._voice
        there = voice is None or voice.is_opening or bool(voice.voices)
        controls = (self._which, self._rate, self._volume, self._count)
        for widget in (*self._names, *controls, self._rate_shown, self._volume_shown):
            widget.setVisible(there)  # without a voice there is nothing to set
            widget.setEnabled(settings.voice)
        self._try.setEnabled(settings.voice)
        # Without a voice, trying means looking for one again.
        name = self.tr("Test the voice") if there else self.tr("Check for voices again")
        self._try.setText(name)
        text = ""
        if voice is not None:
            voice.tune(settings.voice_name, settings.voice_rate, settings.voice_volume)
            quietly(self._which, self._show_voice)
            text = voice.reason or self.tr(
                "The voice tells you what to do, counts your reps and says what comes next."
            )
        tell_in(self._state, text)
        self._state.setVisible(bool(text))
        named(self._try, name, text)

    def _show_voice(self) -> None:
        index = self._which.findData(self._keeper.person.voice_name)
        self._which.setCurrentIndex(max(0, index))  # the chosen voice may be gone

    def _number(self) -> QLabel:
        shown = label("", "muted")
        shown.setMinimumWidth(shown.fontMetrics().horizontalAdvance("+100%") + 8)
        return shown

    def _show_number(self, shown: QLabel, percent: int) -> None:
        sign = "+" if shown is self._rate_shown and percent > 0 else ""
        shown.setText(self.tr("{count}%").format(count=f"{sign}{percent}"))


def _slider(low: int, high: int) -> QSlider:
    made = QSlider(Qt.Orientation.Horizontal)
    made.setTracking(False)  # it is saved on release
    made.setRange(low, high)
    made.setSingleStep(_STEP)
    return made
