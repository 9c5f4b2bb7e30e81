from __future__ import annotations

from pathlib import Path

import pytest

from app.errors import UserError
from app.listeners import Feed
from app.locations import find_locations
from app.messages.message import Message
from app.workspace import open_workspace
from tests.helpers.census import count_all
from tests.helpers.patience import HANG_S

#: However often it is opened, nothing may add up.
TIMES = 100


def heard(feed: Feed[Message]) -> list[str]:
    """List the ids of what was told and will be."""
    ids: list[str] = []
    feed.subscribe(lambda message: ids.append(message.id))
    return ids


def test_a_hundred_openings_leave_nothing_behind(tmp_path: Path) -> None:
    census = []
    for number in range(TIMES):
        with open_workspace(find_locations(tmp_path / str(number % 2))) as workspace:
            workspace.records.lesson_finished("cues")
            assert workspace.records.flush(HANG_S)
            assert workspace.records.lesson_progress()
            workspace.settings.change(volume=number)
        if number in (0, TIMES - 1):
            census.append(count_all())
    first, last = census
    assert last - first == {}
    files = {file.name for file in (tmp_path / "0").iterdir()}
    assert files == {"records.sqlite3", "settings.toml"}


def test_closing_writes_what_is_waiting(tmp_path: Path) -> None:
    with open_workspace(find_locations(tmp_path)) as workspace:
        workspace.records.lesson_finished("cues")
    workspace.close()
    with open_workspace(find_locations(tmp_path)) as workspace:
        assert list(workspace.records.lesson_progress()) == ["cues"]


def test_what_was_met_while_opening_is_told(tmp_path: Path) -> None:
    (tmp_path / "settings.toml").write_text("theme = 'pink'\n", "utf-8")
    (tmp_path / "records.sqlite3").write_bytes(b"not a database at all" * 400)
    with open_workspace(find_locations(tmp_path)) as workspace:
        told = heard(workspace.news)
    assert told == ["files.settings-left-out-kept", "files.records-damaged"]


def test_settings_that_cannot_be_saved_are_told(tmp_path: Path) -> None:
    with open_workspace(find_locations(tmp_path)) as workspace:
        told = heard(workspace.news)
        (tmp_path / "settings.toml").mkdir()
        workspace.settings.change(theme="dark")
        assert told == ["files.unwritable"]


@pytest.mark.parametrize(
    "at_fault",
    ["workspace.Records.open_anyway", "records.records.Reader", "workspace.read_library"],
)
def test_what_was_opened_is_closed_where_the_rest_cannot_be(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, at_fault: str
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise UserError("files.missing")

    with open_workspace(find_locations(tmp_path)):
        pass
    before = count_all()
    with monkeypatch.context() as patch:
        patch.setattr(f"app.{at_fault}", fail)
        with pytest.raises(UserError, match="no such file"):
            open_workspace(find_locations(tmp_path))
    assert count_all() - before == {}


@pytest.mark.parametrize(
    ("chosen", "system", "used"),
    [
        ("system", "de_AT", "de"),
        ("system", "pt_BR", "pt_BR"),
        ("system", "fr_FR", "en"),
        ("de", "pt_BR", "de"),
        ("fr", "de_DE", "en"),
    ],
)
def test_the_language_is_the_chosen_one_or_the_systems_where_there_is_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, chosen: str, system: str, used: str
) -> None:
    monkeypatch.setattr("app.workspace.languages", lambda _: ["en", "de", "pt_BR"])
    (tmp_path / "settings.toml").write_text(f"language = '{chosen}'\n", "utf-8")
    with open_workspace(find_locations(tmp_path), system) as workspace:
        assert workspace.language == used


def test_all_news_reaches_who_comes_late_and_nobody_who_left() -> None:
    feed = Feed[str]()
    feed.tell("first")
    early: list[str] = []
    leave = feed.subscribe(early.append)
    feed.tell("second")
    leave()
    feed.tell("third")
    assert early == ["first", "second"]
    late: list[str] = []
    feed.subscribe(late.append)
    assert late == ["first", "second", "third"]
