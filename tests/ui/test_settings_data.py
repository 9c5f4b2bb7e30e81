"""A copy of the records can be saved from the Settings page."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.records.records import Records
from app.ui.file_dialogs import FileDialogs, FileKind, Purpose
from app.ui.settings.data import DataSection
from tests.helpers.pages import World, texts
from tests.helpers.records import a_set, files_at_most
from tests.helpers.settings_page import named_control, press, settle

#: Saves a copy as a file, and returns what is said then.
Save = Callable[[Path | None], str]


@pytest.fixture
def save(world: World, qtbot: QtBot) -> Save:
    chosen: list[Path | None] = []

    class Chosen(FileDialogs):
        """Answers with the file that a test chose."""

        def save(
            self, parent: QWidget, purpose: Purpose, title: str, name: str, kind: FileKind
        ) -> Path | None:
            assert purpose is Purpose.COPY
            assert name.startswith("hip-hinge-records-")
            return chosen.pop()

    section = DataSection(world.locations, world.records, Chosen(world.keeper))
    qtbot.addWidget(section)
    section.show()

    def save(file: Path | None) -> str:
        before = set(texts(section))
        chosen.append(file)
        press(section, "Save a copy…")
        if file is not None:
            qtbot.waitUntil(lambda: set(texts(section)) != before)
        settle()
        assert named_control(section, "Save a copy…").isEnabled()
        return " ".join(set(texts(section)) - before)

    return save


def test_a_copy_is_whole_private_and_said(save: Save, world: World, tmp_path: Path) -> None:
    world.records.put(a_set(1))
    target = tmp_path / "stick" / "copy.sqlite3"
    target.parent.mkdir()
    target.write_text("what was there before")
    assert save(target) == f"A copy of your records was saved as {target}."
    assert [file.name for file in target.parent.iterdir()] == ["copy.sqlite3"]
    assert target.stat().st_mode & 0o777 == 0o600
    with closing(Records.open(target)) as copy:
        assert copy.notice is None
        assert [entry.sets for day in copy.days(9) for entry in day.entries] == [1]


def test_a_copy_that_cannot_be_saved_is_one_sentence(
    save: Save, world: World, tmp_path: Path
) -> None:
    target = tmp_path / "full" / "copy.sqlite3"
    with files_at_most(4096):
        said = save(target)
    assert said.startswith(f"{target} could not be written: ")
    assert list(target.parent.iterdir()) == []


def test_the_file_in_use_is_never_replaced_by_its_copy(
    save: Save, world: World, tmp_path: Path
) -> None:
    link = tmp_path / "link.sqlite3"
    link.symlink_to(world.locations.records)
    for name in (world.locations.records, link):
        assert save(name).startswith(f"{name} is the file the program itself uses")


def test_nothing_is_saved_where_no_name_was_chosen(save: Save) -> None:
    assert save(None) == ""
