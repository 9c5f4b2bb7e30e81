"""What the tones use of QtMultimedia, without a sound system."""
# ruff: noqa: N802 - Qt's own names

from __future__ import annotations

import threading
from collections.abc import Callable
from enum import Enum
from types import ModuleType
from typing import ClassVar


class State(Enum):
    ActiveState = 0
    StoppedState = 2
    IdleState = 3


class QtAudio:
    State = State


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


class AudioFormat:
    SampleFormat = Enum("SampleFormat", ["UInt8", "Int16"])

    def setSampleRate(self, hertz: int) -> None:
        self.hertz = hertz

    def setChannelCount(self, channels: int) -> None:
        self.channels = channels

    def setSampleFormat(self, kind: Enum) -> None:
        self.kind = kind


class Sink:
    """A stream that keeps what is written; `made` lists all of a test."""

    made: ClassVar[list[Sink]] = []

    def __init__(self, output: Output, form: AudioFormat) -> None:
        self.output = output.name
        self.form = (form.hertz, form.channels, form.kind.name)
        self.now = State.StoppedState
        self.volume = 1.0
        self.size = 0
        self.written: list[bytes] = []
        self.waiting = 0
        self.made.append(self)

    def setBufferSize(self, size: int) -> None:
        self.size = size

    def bufferSize(self) -> int:
        return self.size

    def bytesFree(self) -> int:
        return self.size - self.waiting

    def setVolume(self, volume: float) -> None:
        self.volume = volume

    def start(self) -> Sink:
        self.now = State.IdleState
        return self

    def stop(self) -> None:
        self.now = State.StoppedState

    def state(self) -> State:
        return self.now

    def write(self, samples: bytes) -> int:
        self.now = State.ActiveState
        self.waiting += len(samples)
        self.written.append(samples)
        return len(samples)

    def finish(self) -> None:
        """Let everything written sound to its end."""
        self.waiting = 0
        self.now = State.IdleState


def make_module() -> ModuleType:
    """Return a stand-in for PySide6.QtMultimedia, with one output and nothing played."""
    Outputs.names = [b"speaker"]
    Outputs.changed = Signal()
    Outputs.answering.set()
    Sink.made = []
    module = ModuleType("PySide6.QtMultimedia")
    vars(module).update(
        QAudioFormat=AudioFormat, QAudioSink=Sink, QMediaDevices=Outputs, QtAudio=QtAudio
    )
    return module
