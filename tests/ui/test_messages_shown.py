"""What really goes wrong is said in the user's language, every word of it.

In the made-up language all that is translated stands in brackets: outside of them there may be
names of files and keys, numbers and what a file holds, but no two words of English in a row.
"""

from __future__ import annotations

import errno
import os
import pkgutil
import re
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, datetime
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

import app
from app.body.anthropometry import Body
from app.body.legs import BalanceError
from app.body.limits import JointLimitError, check_limits
from app.body.pose import Pose, Stance
from app.body.skeleton import build_skeleton
from app.content import MAX_BYTES
from app.errors import ContentError, UserError
from app.files import Notice, make_private_folder, set_aside, write_whole
from app.instance.claim import Claim, HeldError
from app.library import read_library
from app.locations import find_locations
from app.messages.message import Message
from app.movement.library import MovementLibrary
from app.movement.motion import Motion, PoseError
from app.movement.reader import read_movement
from app.picture import multimedia
from app.picture.draft import Draft, check_target
from app.picture.kind import Kind, Size, check_size, kind_of
from app.picture.problem import PictureError
from app.practice.choice import Choice
from app.practice.own import OwnExercises
from app.records.model import SessionClosed
from app.records.records import Records
from app.records.schema import APPLICATION_ID, VERSION
from app.records.store import Store
from app.settings.service import Settings
from app.ui.messages import say
from tests.helpers.brackets import Brackets, outside
from tests.helpers.mutations import mutations

NOON = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
LOCATIONS = find_locations(Path("not-used"))
LIBRARY = read_library(LOCATIONS)
WALL = LIBRARY.exercises["wall-touches"]
#: Values of a file, in quotes, lists of names, and the exercise's title.
_DATA = re.compile(rf"'[^']*'|\"[^\"]*\"|[\w-]+(?:, [\w-]+)+|{WALL.title}")
_ENGLISH = re.compile(r"[A-Za-z]{2,} [A-Za-z]{2,}")


@pytest.fixture(autouse=True)
def brackets(qapp: QApplication) -> Iterator[None]:
    translator = Brackets()
    qapp.installTranslator(translator)
    yield
    qapp.removeTranslator(translator)


def english_in(message: Message, folder: Path) -> str:
    """Return the English that the window would show of a message; empty where there is none."""
    bare = _DATA.sub("", outside(say(message)).replace(str(folder), ""))
    found = _ENGLISH.search(bare)
    return f"{found[0]!r} in {say(message)!r}" if found else ""


def said(error: UserError, folder: Path) -> None:
    for message in error.messages:
        assert not english_in(message, folder)
        assert say(message) != str(message)


def refusing(error: Exception) -> Callable[..., Any]:
    """Return what raises an error whatever it is asked."""

    def refuse(*_: object, **__: object) -> None:
        raise error

    return refuse


full = refusing(OSError(errno.ENOSPC, "No space left on device"))


def test_the_test_sees_english_that_is_not_translated(tmp_path: Path) -> None:
    assert english_in(Message("files.system", text="some odd words"), tmp_path)
    assert not english_in(Message("files.disk-full"), tmp_path)


# Settings


@pytest.mark.parametrize(
    "content",
    [
        b"theme = [",
        b"\xff",
        b"theme = 3\nnews = 1\nbody = 4\n[exercises]\nx = 3",
        b'volume = 101\nvoice_name = "' + b"x" * 300 + b'"\nwindow = [1]\nlanguage = "??"',
        b"[body]\nstature_m = 9.0\nsex = 'x'",
        b"#" * (MAX_BYTES + 1),
    ],
)
@pytest.mark.parametrize("kept", [True, False])
def test_settings_that_cannot_be_used(
    tmp_path: Path, content: bytes, kept: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "settings.toml"
    file.write_bytes(content)
    if not kept:
        monkeypatch.setattr(os, "open", full)
    told: list[Notice | UserError] = []
    Settings(file, file, on_problem=told.append, now=lambda: NOON)
    (notice,) = told
    assert isinstance(notice, Notice)
    assert not english_in(notice.message, tmp_path)


def test_settings_that_cannot_be_read_or_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[Notice | UserError] = []
    Settings(tmp_path, tmp_path, on_problem=told.append, now=lambda: NOON)
    (notice,) = told
    assert isinstance(notice, Notice)
    assert not english_in(notice.message, tmp_path)
    for number in (errno.ENOSPC, errno.EROFS, errno.EIO, errno.EACCES, errno.EDQUOT):
        file, told = tmp_path / f"{number}.toml", []
        settings = Settings(file, file, on_problem=told.append, now=lambda: NOON)
        monkeypatch.setattr(os, "fsync", refusing(OSError(number, os.strerror(number))))
        settings.change(theme="dark")
        monkeypatch.undo()
        (error,) = told
        assert isinstance(error, UserError)
        said(error, tmp_path)


def test_settings_damaged_while_in_use(tmp_path: Path) -> None:
    file, told = tmp_path / "settings.toml", list[Notice | UserError]()
    settings = Settings(file, file, on_problem=told.append, now=lambda: NOON)
    file.write_text("theme = [")
    settings.change(theme="dark")
    (notice,) = told
    assert isinstance(notice, Notice)
    assert not english_in(notice.message, tmp_path)


# Records


def _newer(file: Path) -> None:
    with closing(sqlite3.connect(file)) as connection:
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {VERSION + 1}")


def _foreign(file: Path) -> None:
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("CREATE TABLE t (x)")


def _folder(file: Path) -> None:
    file.mkdir()


def _no_folder(file: Path) -> None:
    file.parent.rmdir()
    file.parent.write_text("a letter")


@pytest.mark.parametrize("wrong", [_newer, _foreign, _folder, _no_folder])
def test_records_that_cannot_be_opened(tmp_path: Path, wrong: Callable[[Path], None]) -> None:
    (tmp_path / "data").mkdir()
    file = tmp_path / "data" / "records.sqlite3"
    wrong(file)
    with pytest.raises(UserError) as caught:
        Store.open(file)
    said(caught.value, tmp_path)


def test_records_on_a_full_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.records.store.make_private_file", full)
    with pytest.raises(UserError) as caught:
        Store.open(tmp_path / "records.sqlite3")
    said(caught.value, tmp_path)


def test_damaged_records_are_a_notice_and_in_use_an_error(tmp_path: Path) -> None:
    file = tmp_path / "records.sqlite3"
    first = Store.open(file)
    file.write_bytes(b"damaged")
    with pytest.raises(UserError) as caught:
        Store.open(file)
    said(caught.value, tmp_path)
    first.close()
    again = Store.open(file)
    assert again.notice is not None
    assert not english_in(again.notice.message, tmp_path)
    again.close()


@pytest.mark.parametrize(
    "error",
    [
        sqlite3.OperationalError(Message("files.folder-is-file", folder=Path("x"), file=Path("x"))),
        sqlite3.OperationalError(Message("files.disk-full")),
        sqlite3.IntegrityError("UNIQUE"),
    ],
)
def test_records_that_cannot_be_written(
    tmp_path: Path, error: sqlite3.Error, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = list[Message]()
    monkeypatch.setattr("app.records.writer.write", refusing(error))
    monkeypatch.setattr("app.records.writer._raise_alarm", lambda: None)
    records = Records.open(tmp_path / "records.sqlite3", on_problem=told.append)
    records.put(SessionClosed("r1"))
    records.close()
    (message,) = told
    assert not english_in(message, tmp_path)


def test_records_that_are_no_database_cannot_be_read(tmp_path: Path) -> None:
    records = Records.open(tmp_path / "records.sqlite3")
    (tmp_path / "records.sqlite3").write_bytes(b"x" * 4096)
    with pytest.raises(UserError) as caught:
        records.days(1)
    said(caught.value, tmp_path)
    records.close()


def test_files_that_cannot_be_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("x")
    attempts: list[Callable[[], object]] = [
        lambda: make_private_folder(tmp_path / "file"),
        lambda: make_private_folder(tmp_path / "file" / "inner"),
        lambda: write_whole(tmp_path, b""),
        lambda: write_whole(tmp_path / ("n" * 300), b""),
        lambda: check_target(tmp_path),
        lambda: check_target(tmp_path / "none" / "a.gif"),
        lambda: check_target(tmp_path / ("n" * 300)),
        lambda: kind_of(tmp_path / "a.bmp"),
        lambda: check_size(Kind.GIF, Size(1, 9000)),
    ]
    for attempt in attempts:
        with pytest.raises(UserError) as caught:
            attempt()
        said(caught.value, tmp_path)
    monkeypatch.setattr(os, "open", full)
    with pytest.raises(UserError) as caught:
        set_aside(tmp_path / "file", NOON)
    said(caught.value, tmp_path)
    with pytest.raises(PictureError) as picture, Draft(tmp_path / "a.gif"):
        pass
    said(picture.value, tmp_path)


@pytest.mark.parametrize(
    "what", ["libpulse.so.0: cannot open shared object file", "libfoo.so: cannot open", "no module"]
)
def test_films_that_cannot_be_made(tmp_path: Path, what: str) -> None:
    said(multimedia._missing(ImportError(what)), tmp_path)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[[exercise]]\nid = 3",
        "[[exercise]]\nid = 'Big One'\ntitle = ' '\n[[more]]\n[other]",
        "week = 1",
        "exercise = [1]",
    ],
)
def test_an_exercise_that_cannot_be_imported(tmp_path: Path, text: str) -> None:
    file = tmp_path / "shared.toml"
    file.write_text(text)
    own = OwnExercises(tmp_path / "own", LIBRARY.movements.names)
    for shared in (file, tmp_path):
        with pytest.raises(ContentError) as caught:
            own.read_file(shared)
        said(caught.value, tmp_path)


@pytest.mark.parametrize(
    "wrong",
    [
        {"sets": 99},
        {"down_s": 0},
        {"rest_s": float("nan")},
        {"top_s": 99.5},
        {"switch_s": 5},
        {"down_s": 1000},
    ],
)
def test_numbers_that_cannot_be_practised(tmp_path: Path, wrong: dict[str, Any]) -> None:
    with pytest.raises(UserError) as caught:
        Choice.of(WALL, **wrong)
    said(caught.value, tmp_path)


def test_a_body_nobody_has(tmp_path: Path) -> None:
    with pytest.raises(UserError) as caught:
        Body(stature_m=9).checked()
    said(caught.value, tmp_path)


@pytest.mark.parametrize("seed", range(4))
def test_accidents_in_movement_files(tmp_path: Path, seed: int) -> None:
    names = ("hinge", "wall-drill", "single-leg-stand", "kettlebell-swing")
    texts = [(LOCATIONS.animations / f"{name}.toml").read_text("utf-8") for name in names]
    kinds, file = set[type[UserError]](), tmp_path / "mutated.toml"
    for _, data in mutations(texts, 60, seed):
        file.write_bytes(data)
        try:
            Motion(read_movement(file), Body())
        except UserError as error:
            kinds.add(type(error))
            for message in error.messages:
                # What Python's own reader of TOML says is quoted.
                if "expected valid TOML" not in str(message):
                    assert not english_in(message, tmp_path)
    assert ContentError in kinds


def test_accidents_in_lessons_and_the_rest(tmp_path: Path) -> None:
    for name in ("resources", "animations"):
        shutil.copytree(LOCATIONS.resources.parent / name, tmp_path / name)
    lessons = tmp_path / "resources" / "lessons" / "en"
    for index, file in enumerate(sorted(lessons.glob("*.md"))):
        text = file.read_text("utf-8")
        changed = (
            text.replace("+++", "---", 1),
            text.replace("## ", "# "),
            text.replace("```toml", "```", 2),
            text.replace('movement = "', 'movement = "un').replace("at = ", "att = "),
            text.replace("title = ", "titel = "),
            re.sub(r"practice = .*", 'practice = "none"', text).replace("## ", "## {cm} "),
            text.replace(". ", ". {mm:3} "),
        )[index % 7]
        file.write_text(changed, "utf-8")
    for name in ("exercises.toml", "programme.toml", "pictures.toml"):
        file = tmp_path / "resources" / name
        text = re.sub(r"id = \"(\w)", r'id = "\1 \1', file.read_text("utf-8"))
        text = re.sub(r"sets = (\d)", r"sets = 1\1", text).replace('["', '["un')
        file.write_text(text.replace('movement = "', 'movement = "un'), "utf-8")
    locations = LOCATIONS._replace(
        resources=tmp_path / "resources", animations=tmp_path / "animations"
    )
    problems = read_library(locations).read_all()
    assert len(problems) > 20
    for problem in problems:
        assert not english_in(problem.message, tmp_path), problem
    empty = MovementLibrary(tmp_path / "lessons")
    assert not english_in(empty.problems[0].message, tmp_path)


def test_every_kind_of_error_is_looked_at(tmp_path: Path) -> None:
    for module in pkgutil.walk_packages(app.__path__, "app."):
        if not module.name.startswith("app.ui.sound"):
            import_module(module.name)
    kinds, found = [UserError], set[type[UserError]]()
    while kinds:
        kind = kinds.pop()
        found.add(kind)
        kinds += kind.__subclasses__()
    looked_at = {
        UserError, ContentError, PictureError, PoseError, JointLimitError, BalanceError, HeldError,
    }  # fmt: skip
    assert found == looked_at


def test_a_folder_that_another_window_has(tmp_path: Path) -> None:
    held = Claim(tmp_path)
    with pytest.raises(HeldError) as error:
        Claim(tmp_path)
    assert not english_in(error.value.messages[0], tmp_path)
    held.close()


def test_a_pose_nobody_can_hold(tmp_path: Path) -> None:
    with pytest.raises(BalanceError) as falls:
        build_skeleton(Body(), Pose(knee=0, thorax=90, lumbar=0, pressure=-3.0), Stance())
    said(falls.value, tmp_path)
    skeleton = build_skeleton(Body(), Pose(knee=20, thorax=40, lumbar=0), Stance())
    bent = skeleton._replace(pose=skeleton.pose._replace(neck=99.0))
    with pytest.raises(JointLimitError) as limit:
        check_limits(bent)
    said(limit.value, tmp_path)
    hinge = read_movement(LOCATIONS.animations / "hinge.toml")
    with pytest.raises(PoseError) as pose:
        Motion(hinge, Body(lumbar_deg=-50.0))
    said(pose.value, tmp_path)
