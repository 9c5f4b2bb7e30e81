from __future__ import annotations

import os
import stat
import tomllib
from datetime import UTC, datetime
from pathlib import Path

import msgspec
import pytest

from app.errors import UserError
from app.files import Notice
from app.settings.model import (
    BodySettings,
    ExerciseSettings,
    MachineSettings,
    PersonSettings,
    PlanSettings,
    SettingsValues,
)
from app.settings.service import Settings
from tests.helpers.records import files_at_most

NOON = datetime(2026, 11, 23, 12, 0, 5, tzinfo=UTC)
DEFAULTS = SettingsValues()
NAMES = (*MachineSettings.__struct_fields__, *PersonSettings.__struct_fields__)

EVERYTHING = DEFAULTS.replace(
    theme="dark",
    units="imperial",
    language="pt_BR",
    figure="stick",
    drawn_person="mei",
    reduce_motion="on",
    single_keys=False,
    sound=False,
    volume=35,
    tones_off=["hold", "up"],
    metronome=True,
    voice=False,
    voice_name="English (Great Britain)",
    voice_rate=-25,
    voice_volume=60,
    count_seconds=True,
    prepare_s=20,
    body=BodySettings(
        stature_m=1.62,
        mass_kg=58.5,
        sex="f",
        thigh=1.05,
        shin=0.95,
        trunk=0.9,
        arm=1.1,
        slr_deg=65,
        lumbar_deg=48,
    ),
    exercises={
        "slow-motion": ExerciseSettings(sets=2, reps=8, down_s=4.5, up_s=4, rest_s=60),
        "wall-touches": ExerciseSettings(hold_s=0),
    },
    flash=True,
    reminders=False,
    calendar_id="0f",
    calendar_version=3,
    plan=PlanSettings(
        True,
        "kettle",
        "washing",
        ["mon", "sat"],
        "Car door",
        ["band-hinge"],
        "18:30",
        "07:00",
        "22:15",
    ),
    close_to_tray=True,
    window=[-10, 20, 1280, 800],
    maximised=True,
    text_percent=150,
    picture_folder="/home/someone/Pictures",
    export_folder="C:\\Exercises",
    import_folder="/home/someone/new ones",
    copy_folder="/media/stick",
    calendar_folder="/home/someone/Calendars",
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "settings.toml"


def loaded(path: Path) -> tuple[SettingsValues, Notice | None]:
    problems: list[Notice | UserError] = []
    values = Settings(path, path, on_problem=problems.append, now=lambda: NOON).values
    (notice,) = problems or (None,)
    assert notice is None or isinstance(notice, Notice)
    return values, notice


def save(path: Path, values: SettingsValues) -> None:
    """Have these values in the file.

    Raises:
        UserError: it could not be written.
    """
    problems: list[Notice | UserError] = []
    settings = Settings(path, path, on_problem=problems.append, now=lambda: NOON)
    settings.change(**{name: values.get(name) for name in NAMES})
    for problem in problems:
        if isinstance(problem, UserError):
            raise problem


def test_no_file_is_the_defaults(path: Path) -> None:
    assert loaded(path) == (DEFAULTS, None)
    assert not path.exists()


def test_everything_comes_back(path: Path) -> None:
    save(path, EVERYTHING)
    assert loaded(path) == (EVERYTHING, None)


def test_every_field_was_tried() -> None:
    for name in NAMES:
        assert EVERYTHING.get(name) != DEFAULTS.get(name), name
    for default in (BodySettings(), PlanSettings()):
        own = (
            EVERYTHING.person.body if isinstance(default, BodySettings) else EVERYTHING.person.plan
        )
        for field in msgspec.structs.fields(type(default)):
            assert getattr(own, field.name) != getattr(default, field.name)


def test_a_body_from_before_the_proportions_has_the_usual_ones(path: Path) -> None:
    path.write_text('[body]\nstature_m = 1.62\nmass_kg = 58\nsex = "f"\n', "utf-8")
    assert loaded(path) == (
        DEFAULTS.replace(body=BodySettings(stature_m=1.62, mass_kg=58, sex="f")),
        None,
    )


def test_only_what_differs_is_written(path: Path) -> None:
    save(path, DEFAULTS.replace(theme="dark"))
    assert tomllib.loads(path.read_text("utf-8")) == {"theme": "dark"}
    save(path, DEFAULTS)
    assert tomllib.loads(path.read_text("utf-8")) == {}
    assert loaded(path) == (DEFAULTS, None)


def test_the_file_is_private(tmp_path: Path) -> None:
    path = tmp_path / "new" / "settings.toml"
    save(path, EVERYTHING)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


@pytest.mark.parametrize(
    ("line", "named"),
    [
        ('theme = "pink"', "theme"),
        ("theme = 3", "theme"),
        ('units = "feet"', "units"),
        ('language = "../etc"', "language"),
        ('sound = "loud"', "sound"),
        ("volume = 101", "volume"),
        ("volume = -1", "volume"),
        ("volume = true", "volume"),
        ("prepare_s = 2", "prepare_s"),
        ("prepare_s = nan", "prepare_s"),
        ("prepare_s = inf", "prepare_s"),
        ("window = [1, 2, 3]", "window"),
        ("window = [0, 0, 99999999999, 800]", "window"),
        ("body = 3", "body"),
        ("body.stature_m = 17.5", "body.stature_m"),
        ("body.stature_m = nan", "body.stature_m"),
        ('body.sex = "x"', "body.sex"),
        ("body.thigh = 1.3", "body.thigh"),
        ("body.shin = 0.7", "body.shin"),
        ("body.trunk = nan", "body.trunk"),
        ('body.arm = "long"', "body.arm"),
        ("body.slr_deg = 20", "body.slr_deg"),
        ("body.lumbar_deg = inf", "body.lumbar_deg"),
        ("body.shoe = 43", "body.shoe"),
        ("exercises = 3", "exercises"),
        ("exercises.slow-motion = 3", "exercises.slow-motion"),
        ("exercises.slow-motion.sets = 0", "exercises.slow-motion.sets"),
        ("exercises.slow-motion.speed = 1", "exercises.slow-motion.speed"),
        ("from_a_newer_version = 1", "from_a_newer_version"),
    ],
)
def test_a_bad_key_costs_no_more_than_itself(path: Path, line: str, named: str) -> None:
    others = (
        "reduce_motion = 'on'\n",
        "body.mass_kg = 60\n",
        "exercises.wall-touches.sets = 2\n",
    )
    # TOML itself refuses a key that is both a value and a table.
    good = "".join(other for other in others if not other.startswith(line.partition(" ")[0] + "."))
    path.write_text(good + line + "\n", "utf-8")
    settings, notice = loaded(path)
    assert settings == read_alone(path.with_name("good.toml"), good)
    assert notice is not None
    assert f" {named} (" in str(notice)
    assert str(path) in str(notice)
    # The next change writes the file without the key: what it was is kept.
    assert notice.file == path.with_name("settings-kept-20261123-120005.toml")
    assert str(notice.file) in str(notice)
    assert line in notice.file.read_text("utf-8")
    assert stat.S_IMODE(notice.file.stat().st_mode) == 0o600
    assert loaded(path)[1] == notice  # and kept once


def read_alone(path: Path, good: str) -> SettingsValues:
    path.write_text(good, "utf-8")
    settings, notice = loaded(path)
    assert notice is None
    assert settings != DEFAULTS
    return settings


def test_every_bad_key_is_named(path: Path) -> None:
    path.write_text('theme = "pink"\nvolume = 999\nunits = "metric"\n', "utf-8")
    settings, notice = loaded(path)
    assert settings == DEFAULTS.replace(units="metric")
    assert "theme (" in str(notice)
    assert "volume (" in str(notice)
    assert "units" not in str(notice)


@pytest.mark.parametrize(
    "damage",
    [
        b"theme = ",
        b"\xff\xfe\x00",
        b"\x00" * 400,
        b"volume = " + b"[" * 100_000,
        b"volume = " + b"9" * 5_000,
        b"# " + b"x" * 300_000,
    ],
    ids=["syntax", "encoding", "zeros", "nesting", "digits", "size"],
)
def test_a_damaged_file_is_named_and_set_aside_with_the_next_change(
    path: Path, damage: bytes
) -> None:
    path.write_bytes(damage)
    settings, notice = loaded(path)
    assert settings == DEFAULTS
    assert notice is not None
    assert notice.file == path
    assert str(path) in str(notice)
    assert path.read_bytes() == damage
    assert loaded(path) == (settings, notice)  # until something is saved
    save(path, DEFAULTS.replace(theme="dark"))
    aside = path.with_name("settings-damaged-20261123-120005.toml")
    assert aside.read_bytes() == damage
    assert loaded(path) == (DEFAULTS.replace(theme="dark"), None)


def test_two_damaged_files_in_one_second_are_both_kept(path: Path) -> None:
    for text in (b"first =", b"second ="):
        path.write_bytes(text)
        save(path, DEFAULTS.replace(theme="dark"))
    aside = path.with_name("settings-damaged-20261123-120005.toml")
    assert aside.read_bytes() == b"first ="
    assert aside.with_stem(aside.stem + "-2").read_bytes() == b"second ="


def test_what_a_link_leads_to_is_set_aside_not_the_link(path: Path) -> None:
    real = path.with_name("elsewhere") / path.name
    real.parent.mkdir()
    real.write_bytes(b"first =")
    path.symlink_to(real)
    save(path, DEFAULTS.replace(theme="dark"))
    assert path.is_symlink()
    assert real.with_name("settings-damaged-20261123-120005.toml").read_bytes() == b"first ="


def test_a_full_disk_sets_nothing_aside(path: Path) -> None:
    path.write_bytes(b"first =")
    with files_at_most(0), pytest.raises(UserError, match="could not be written"):
        save(path, DEFAULTS.replace(theme="dark"))
    assert path.read_bytes() == b"first ="
    assert list(path.parent.iterdir()) == [path]


def test_a_file_that_cannot_be_read_is_set_aside(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    save(path, EVERYTHING)
    before = path.read_bytes()

    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    with monkeypatch.context() as patch:  # the file's mode would not stop root
        patch.setattr("app.settings.file.read_regular_file", refuse)
        settings, notice = loaded(path)
        assert settings == DEFAULTS
        assert str(path) in str(notice)
        save(path, DEFAULTS.replace(theme="light"))
    aside = path.with_name("settings-damaged-20261123-120005.toml")
    assert aside.read_bytes() == before


def test_a_full_disk_costs_only_the_copy(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path.write_text('theme = "pink"\nvolume = 9\n', "utf-8")
    with monkeypatch.context() as patch:
        patch.setattr("os.fsync", lambda _: (_ for _ in ()).throw(OSError(28, "full")))
        settings, notice = loaded(path)
    assert settings == DEFAULTS.replace(volume=9)
    assert notice is not None
    assert notice.file == path
    assert 'theme = "pink"' in path.read_text("utf-8")
    assert [file.name for file in path.parent.iterdir()] == ["settings.toml"]


def test_what_was_expected_is_said_in_plain_words(path: Path) -> None:
    path.write_text('theme = "pink"\nbody.stature_m = 17.5\nwindow = [1]\n', "utf-8")
    text = str(loaded(path)[1])
    assert "theme (expected one of 'system', 'light', 'dark', got 'pink')" in text
    assert "body.stature_m (expected a number <= 2.3)" in text
    assert "window (expected a list of length >= 4)" in text


def test_a_folder_in_place_of_the_file(path: Path) -> None:
    path.mkdir()
    settings, notice = loaded(path)
    assert settings == DEFAULTS
    assert "it is a folder, not a file" in str(notice)
    with pytest.raises(UserError, match="could not be written"):
        save(path, DEFAULTS.replace(theme="dark"))
    assert [file.name for file in path.parent.iterdir()] == ["settings.toml"]


@pytest.mark.skipif(os.name != "posix", reason="pipes as on Linux")
@pytest.mark.parametrize("kind", ["pipe", "device"])
def test_a_pipe_or_a_device_in_place_of_the_file_is_not_waited_for(path: Path, kind: str) -> None:
    if kind == "pipe":
        os.mkfifo(path)
    else:
        path.symlink_to("/dev/zero")
    values, notice = loaded(path)
    assert values == DEFAULTS
    assert notice is not None
    assert "it is a pipe or a device, not a file" in str(notice)


@pytest.mark.skipif(os.name != "posix", reason="pipes as on Linux")
def test_a_pipe_in_place_of_the_file_is_not_replaced(path: Path) -> None:
    pipe = path.with_name("pipe")
    os.mkfifo(pipe)
    path.symlink_to(pipe)
    with pytest.raises(UserError, match="it is a pipe or a device, not a file"):
        save(path, DEFAULTS.replace(theme="dark"))
    assert pipe.is_fifo()
    assert sorted(path.parent.iterdir()) == [pipe, path]


def test_a_byte_order_mark_costs_no_setting(path: Path) -> None:
    path.write_bytes(b"\xef\xbb\xbf" + b'theme = "dark"\n')
    values, notice = loaded(path)
    assert (values.machine.theme, notice) == ("dark", None)


@pytest.mark.parametrize(
    "text", ["a" + ".a" * 100_000 + " = 1\n", "".join(f"a{n}.b.c = 1\n" for n in range(100_000))]
)
def test_names_without_end_are_refused_before_they_are_parsed(
    path: Path, text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tomllib, "loads", None)
    path.write_text(text, "utf-8")
    values, notice = loaded(path)
    assert values == DEFAULTS
    assert notice is not None
    assert "could not be read" in str(notice)


def test_a_language_ends_where_its_line_does(path: Path) -> None:
    path.write_text('language = "de\\n"\n', "utf-8")
    values, notice = loaded(path)
    assert values == DEFAULTS
    assert notice is not None


def test_a_failed_write_leaves_the_old_file(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    save(path, EVERYTHING)

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(UserError, match="the disk is full") as caught:
        save(path, DEFAULTS.replace(theme="dark"))
    assert str(path) in str(caught.value)
    assert loaded(path) == (EVERYTHING, None)
    assert [file.name for file in path.parent.iterdir()] == ["settings.toml"]


def test_a_data_folder_that_is_a_file(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    folder.write_text("a letter")
    # Opening the records says that nothing can be kept there.
    assert loaded(folder / "settings.toml") == (DEFAULTS, None)
    with pytest.raises(UserError, match="is a file, and a folder is needed there"):
        save(folder / "settings.toml", DEFAULTS.replace(theme="dark"))
