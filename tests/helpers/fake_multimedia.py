"""What QtMultimedia gives the tones, without a sound system."""
# ruff: noqa: N802 - Qt's own names

from __future__ import annotations

import threading
from collections.abc import Callable
from enum import Enum
from typing import ClassVar

from PySide6.QtCore import QUrl


class LoadStatus(Enum):
    Loading = 1
    Ready = 2
    Error = 3


class Signal:
    def __init__(self) -> None:
        self.slots: list[Callable[[], None]] = []

    def connect(self, slot: Callable[[], None]) -> None:
        self.slots.append(slot)

    def disconnect(self, slot: Callable[[], None]) -> None:
        self.slots.remove(slot)

    def emit(self) -> None:
        for slot in list(self.slots):
            slot()


class Effect:
    """A sound effect that counts its plays; `made` lists all of a test."""

    Status = LoadStatus
    made: ClassVar[list[Effect]] = []

    def __init__(self) -> None:
        self.statusChanged = Signal()
        self.state = LoadStatus.Loading
        self.url = QUrl()
        self.volume = 1.0
        self.plays = 0
        self.is_playing = False
        self.made.append(self)

    def setSource(self, url: QUrl) -> None:
        self.url = url

    def setVolume(self, volume: float) -> None:
        self.volume = volume

    def status(self) -> LoadStatus:
        return self.state

    def play(self) -> None:
        self.plays += 1

    def isPlaying(self) -> bool:
        return self.is_playing


class Output:
    def __init__(self, name: bytes) -> None:
        self.name = name

    def isNull(self) -> bool:
        return not self.name

    def id(self) -> Output:
        return self

    def data(self) -> bytes:
        return self.name


class Outputs:
    """QMediaDevices: `names` of the outputs, the default first; waits for `answering`."""

    names: ClassVar[list[bytes]] = []
    answering: ClassVar[threading.Event] = threading.Event()
    changed: ClassVar[Signal] = Signal()

    def __init__(self) -> None:
        self.audioOutputsChanged = self.changed

    @classmethod
    def audioOutputs(cls) -> list[Output]:
        cls.answering.wait(5)
        return [Output(name) for name in cls.names]

    @classmethod
    def defaultAudioOutput(cls) -> Output:
        return Output(cls.names[0] if cls.names else b"")
