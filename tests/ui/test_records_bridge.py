from __future__ import annotations

import shiboken6
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from app.records.model import LessonPlace
from app.ui.records_bridge import RecordsBridge
from tests.helpers.pages import World


def test_what_changes_is_told_at_once(world: World) -> None:
    parent = QObject()
    told: list[object] = []
    RecordsBridge(world.records, parent).changed.connect(told.append)
    world.records.put(LessonPlace("cues", 2))
    assert told == [LessonPlace("cues", 2)]


def test_that_all_is_saved_is_told_in_the_thread_of_the_window(world: World, qtbot: QtBot) -> None:
    parent = QObject()
    bridge = RecordsBridge(world.records, parent)
    told: list[bool] = []
    bridge.saving_changed.connect(lambda: told.append(bridge.thread().isCurrentThread()))
    world.records.put(LessonPlace("cues", 2))
    world.flush()
    qtbot.waitUntil(lambda: bool(told))
    assert set(told) == {True}


def test_it_is_told_nothing_once_its_parent_is_gone(world: World) -> None:
    for _ in range(20):
        parent = QObject()
        RecordsBridge(world.records, parent)
        shiboken6.delete(parent)
    assert world.records._changed._all == []
    assert world.records._tried._all == []
    world.records.put(LessonPlace("cues", 2))
    world.flush()
