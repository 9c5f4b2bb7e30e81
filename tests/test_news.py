"""What is said only once is said until it was seen."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from app.locations import find_locations
from app.messages.message import Message
from app.news import News
from app.workspace import open_workspace

ASIDE = Message(
    "files.settings-saved-anew", file=Path("settings.toml"), moved=Path("settings-damaged.toml")
)


def heard(news: News) -> list[str]:
    told: list[str] = []
    news.subscribe(lambda message: told.append(str(message)))
    return told


def test_what_was_not_seen_is_told_again(tmp_path: Path) -> None:
    file = tmp_path / "news.json"
    nested = Message("files.records-lost", file=file, moved=file, n=3)
    News(file).tell(ASIDE)
    again = News(file)
    assert heard(again) == [str(ASIDE)]
    again.tell(nested)
    third = News(file)
    assert heard(third) == [str(ASIDE), str(nested)]
    third.forget()
    assert not file.exists()
    assert heard(News(file)) == []


def test_the_same_is_kept_once_and_what_comes_again_by_itself_never(tmp_path: Path) -> None:
    file = tmp_path / "news.json"
    news = News(file)
    news.tell(Message("files.unwritable", file=file, reason=Message("files.disk-full")))
    assert not file.exists()
    news.tell(ASIDE)
    news.tell(ASIDE)
    assert heard(News(file)) == [str(ASIDE)]
    assert file.stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize(
    "content",
    [b"", b"\xff", b"{}", b"[1]", b'[{"id": "files.gone", "arguments": {}}]', b'[{"id": 1}]'],
)
def test_a_file_that_is_none_tells_nothing(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "news.json"
    file.write_bytes(content)
    assert heard(News(file)) == []


@pytest.mark.skipif(os.name != "posix", reason="pipes as on Linux")
def test_a_pipe_in_its_place_stops_nothing(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "news.json")
    assert heard(News(tmp_path / "news.json")) == []


def test_what_was_set_aside_is_told_until_it_was_seen(tmp_path: Path) -> None:
    """A start that fails later, or a window closed at once, costs no notice."""
    (tmp_path / "settings.toml").write_bytes(b"\xff")
    (tmp_path / "records.sqlite3").write_bytes(b"not a database at all" * 400)
    with open_workspace(find_locations(tmp_path)) as workspace:
        workspace.settings.change(volume=9)
        [_, *first] = heard(workspace.news)
    assert len(first) == 2
    with open_workspace(find_locations(tmp_path)) as workspace:
        assert heard(workspace.news) == first
        workspace.news.forget()
    with open_workspace(find_locations(tmp_path)) as workspace:
        assert heard(workspace.news) == []
    assert {file.name.split("-")[0] for file in tmp_path.iterdir()} == {
        "settings",
        "settings.toml",
        "records",
        "records.sqlite3",
    }
