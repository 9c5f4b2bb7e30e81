from __future__ import annotations

import math
import re
from pathlib import Path

import pytest

from app.cli import main
from app.movement.library import MovementLibrary
from tests.helpers.command import Capture, refused, run_json
from tests.helpers.content import LOCATIONS

JOINTS = {
    f"{name}_{side}"
    for name in (
        "ankle", "heel", "toe", "knee", "hip", "shoulder", "elbow", "wrist", "palm", "hand"
    )
    for side in ("left", "right")
} | {"l5s1", "t12l1", "c7", "head", "vertex"}  # fmt: skip
ANGLES = ["shin", "knee", "hip", "trunk", "lumbar", "thoracic", "neck"]

#: A weight in both hands; the body's weight goes onto the right leg, and the left foot comes up.
ONE_LEG = """
title = "One leg"
label = "neutral"
pattern = "stretch"
text = "Stands on one leg."
moves_feet = true

[[props]]
kind = "dumbbell"
kg = 4
hands = "both"

[[phases]]
name = "shift the weight over"
kind = "step"
seconds = 2
cue = "Over."
to = { weight = "right" }

[[phases]]
name = "lift"
kind = "up"
seconds = 2
cue = "Lift."
to = { left_foot = { up = 0.2 } }

[[phases]]
name = "back"
kind = "down"
seconds = 2
cue = "Back."
to = "start"
"""


def test_measure_has_the_fields_scripts_hold_on_to(capsys: Capture) -> None:
    report = run_json(capsys, "measure", "rounded-back", "--frames", "9", "--json")
    assert list(report) == [
        "movement", "label", "pattern", "breaks", "found", "body", "props", "frames",
    ]  # fmt: skip
    assert report["movement"] == "rounded-back"
    assert (report["label"], report["pattern"]) == ("wrong", "hinge")
    assert report["breaks"] == report["found"] == ["flat_back"]
    assert report["body"] == {
        "stature_m": 1.75, "mass_kg": 75, "sex": "m", "thigh": 1, "shin": 1, "trunk": 1, "arm": 1,
        "slr_deg": 90, "lumbar_deg": 55,
    }  # fmt: skip
    frames = report["frames"]
    assert [frame["t"] for frame in frames] == pytest.approx([4.4 * i / 8 for i in range(9)])
    for frame in frames:
        assert list(frame) == [
            "t", "phase", "angles_deg", "joints_m", "com_foot_fraction", "com_m",
            "hip_behind_ankle_m", "lumbar_percent", "hip_knee_ratio", "reaction_line_to_knee_m",
            "hamstring_change_m", "hamstring_stretch", "l5s1_moment_nm", "l5s1_compression_n",
            "l5s1_compression_static_n", "l5s1_compression_band_n", "held_kg", "pull_n", "props",
            "checks",
        ]  # fmt: skip
        assert list(frame["angles_deg"]) == ANGLES
        assert set(frame["joints_m"]) == JOINTS
        assert all(len(joint) == 3 for joint in frame["joints_m"].values())
        assert len(frame["com_m"]) == 3
        assert list(frame["checks"]) == [
            "flat_back", "balanced", "neck_in_line", "shins_vertical", "soft_knees",
            "hinge_not_squat", "hips_back", "unhurried",
        ]  # fmt: skip
        assert set(frame["checks"].values()) <= {True, False, None}
        assert frame["com_foot_fraction"] == pytest.approx(0.45, abs=1e-6)
    bottom = frames[4]
    assert bottom["phase"] == "hold"
    deepest = MovementLibrary(LOCATIONS.animations)["rounded-back"].phases[0].key
    angles = bottom["angles_deg"]
    assert [angles[name] for name in ("knee", "trunk", "lumbar", "thoracic")] == [
        deepest.knee, deepest.thorax, deepest.lumbar, deepest.thoracic,
    ]  # fmt: skip
    assert bottom["lumbar_percent"] == pytest.approx(100 * angles["lumbar"] / 55, abs=1e-3)
    assert bottom["checks"]["flat_back"] is False
    assert frames[0]["checks"]["shins_vertical"] is None
    assert report["props"] == bottom["props"] == []


def test_the_hamstrings_lengthen_as_hips_and_knees_say(capsys: Capture) -> None:
    start, bottom, _ = run_json(capsys, "measure", "hinge", "--frames", "3", "--json")["frames"]
    hip, knee = (bottom["angles_deg"][name] for name in ("hip", "knee"))
    change = 1.75 * math.radians(0.035 * hip - 0.022 * knee)
    assert bottom["hamstring_change_m"] == pytest.approx(change, abs=1e-6)
    share = change / (1.75 * math.radians(0.035 * 0.75 * 90))
    assert bottom["hamstring_stretch"] == pytest.approx(share, abs=1e-4)
    assert 0.8 < share < 1
    assert start["hamstring_stretch"] == 0
    assert start["hamstring_change_m"] < 0


def test_the_compression_has_the_band_of_the_lever_arm(capsys: Capture) -> None:
    _, bottom, _ = run_json(capsys, "measure", "hinge", "--frames", "3", "--json")["frames"]
    low, high = bottom["l5s1_compression_band_n"]
    middle = bottom["l5s1_compression_n"]
    assert low < middle < high
    muscle = bottom["l5s1_moment_nm"] * math.cos(math.radians(5))
    assert high - low == pytest.approx(muscle / 0.05 - muscle / 0.07, rel=1e-3)
    assert high - middle == pytest.approx(muscle / 0.05 - muscle / 0.06, rel=1e-3)


@pytest.fixture
def one_leg(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> str:
    (tmp_path / "one-leg.toml").write_text(ONE_LEG, encoding="utf-8")
    here = LOCATIONS._replace(animations=tmp_path)
    monkeypatch.setattr("app.commands.movements.find_locations", lambda: here)
    return "one-leg"


def test_where_legs_differ_both_are_measured(capsys: Capture, one_leg: str) -> None:
    frames = run_json(capsys, "measure", one_leg, "--frames", "4", "--json")["frames"]
    others = [list(frame["angles_deg"])[len(ANGLES) :] for frame in frames]
    # Where both legs bear the weight, the left one represents them.
    right, left = ([f"{name}_{side}" for name in ANGLES[:3]] for side in ("right", "left"))
    assert others == [right, left, left, right]
    start, _, end, _ = (frame["angles_deg"] for frame in frames)
    assert start["knee_right"] == pytest.approx(start["knee"], abs=1e-3)
    assert end["knee_left"] > end["knee"] + 30
    assert end["hip_left"] > end["hip"] + 20


def test_things_are_measured_where_they_are(capsys: Capture, one_leg: str) -> None:
    report = run_json(capsys, "measure", one_leg, "--frames", "2", "--json")
    assert report["props"] == [{"kind": "dumbbell", "kg": 4}]
    for frame in report["frames"]:
        (thing,) = frame["props"]
        joints = frame["joints_m"]
        middle = [
            (a + b) / 2 for a, b in zip(joints["palm_left"], joints["palm_right"], strict=True)
        ]
        assert thing["kind"] == "dumbbell"
        assert thing["at"] == pytest.approx(middle, abs=1e-5)


def test_measure_for_people_is_a_table(capsys: Capture) -> None:
    assert main(["measure", "locked-knees", "--frames", "3"]) == 0
    out = capsys.readouterr().out
    assert out.startswith("locked-knees (incorrect): breaks soft_knees; declared: soft_knees\n")
    assert len(out.splitlines()) == 7
    assert "±35%" in out


def test_the_table_fits_a_terminal(capsys: Capture, one_leg: str) -> None:
    assert main(["measure", one_leg, "--frames", "4", "--mass", "250", "--stature", "2.3"]) == 0
    lines = capsys.readouterr().out.splitlines()
    _, things, head, *rows = lines[:-2]
    assert max(map(len, lines)) <= 100
    assert things == "With: dumbbell 4 kg"
    assert len(rows) == 8, "both legs"
    assert " shift the w… " in rows[0]
    assert [row.split()[0] for row in rows[1::2]] == ["right", "left", "left", "right"]
    # A number ends below the end of its column's name.
    ends = {match.end() for match in re.finditer(r"t s|hip back|5-7 cm arm|\S+", head)}
    ends -= {head.index("phase") + len("phase")}
    for row in rows[::2]:
        assert ends <= {match.end() for match in re.finditer(r"\S+", row)}, row


def test_a_straight_knee_has_no_ratio(
    capsys: Capture, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    text = (LOCATIONS.animations / "hinge.toml").read_text(encoding="utf-8")
    text = text.replace("breaks = []", "breaks = []\nstart = { knee = 0 }")
    (tmp_path / "hinge.toml").write_text(text, encoding="utf-8")
    straight = LOCATIONS._replace(animations=tmp_path)
    monkeypatch.setattr("app.commands.movements.find_locations", lambda: straight)
    first, bottom, _ = run_json(capsys, "measure", "hinge", "--frames", "3", "--json")["frames"]
    assert first["hip_knee_ratio"] is None
    assert bottom["hip_knee_ratio"] > 2.5


@pytest.mark.parametrize(
    ("option", "value", "key", "measured"),
    [
        ("--stature", "1.60", "stature_m", "joints_m"),
        ("--mass", "60", "mass_kg", "l5s1_moment_nm"),
        ("--sex", "f", "sex", "l5s1_compression_n"),
        ("--thigh", "1.1", "thigh", "joints_m"),
        ("--shin", "1.1", "shin", "joints_m"),
        ("--trunk", "0.9", "trunk", "joints_m"),
        ("--arm", "0.9", "arm", "joints_m"),
        ("--slr", "60", "slr_deg", "angles_deg"),
        ("--lumbar", "40", "lumbar_deg", "angles_deg"),
    ],
)
def test_each_option_of_measure_changes_the_body(
    capsys: Capture, option: str, value: str, key: str, measured: str
) -> None:
    usual = run_json(capsys, "measure", "hinge", "--frames", "5", "--json")
    other = run_json(capsys, "measure", "hinge", "--frames", "5", "--json", option, value)
    assert other["body"][key] == (value if key == "sex" else float(value))
    changed = {name for name in usual["body"] if usual["body"][name] != other["body"][name]}
    assert changed == {key}
    assert usual["frames"][2][measured] != other["frames"][2][measured]


@pytest.mark.parametrize(
    ("option", "value", "said"),
    [
        ("--stature", "175", "stature in metres: expected 1.2 to 2.3, got 175"),
        ("--stature", "nan", "stature in metres: expected 1.2 to 2.3, got nan"),
        ("--mass", "-1", "body mass in kilograms: expected 30 to 250, got -1"),
        ("--mass", "inf", "body mass in kilograms: expected 30 to 250, got inf"),
        ("--thigh", "2", "thigh length as a factor: expected 0.8 to 1.2, got 2"),
        ("--shin", "0.7", "shin length as a factor: expected 0.8 to 1.2, got 0.7"),
        ("--trunk", "0", "trunk length as a factor: expected 0.8 to 1.2, got 0"),
        ("--arm", "1.21", "arm length as a factor: expected 0.8 to 1.2, got 1.21"),
        ("--slr", "10", "straight-leg raise in degrees: expected 30 to 130, got 10"),
        ("--lumbar", "0", "lumbar flexion range in degrees: expected 15 to 90, got 0"),
        ("--frames", "0", "frames: expected 1 to 10000, got 0"),
        ("--frames", "10001", "frames: expected 1 to 10000, got 10001"),
    ],
)
def test_a_wrong_value_is_one_line(capsys: Capture, option: str, value: str, said: str) -> None:
    assert refused(capsys, "measure", "hinge", option, value).strip().endswith(said)


def test_a_movement_that_cannot_be_read_says_why(
    capsys: Capture, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "hinge.toml").write_text('title = "x"\n')
    spoiled = LOCATIONS._replace(animations=tmp_path)
    monkeypatch.setattr("app.commands.movements.find_locations", lambda: spoiled)
    assert main(["measure", "hinge"]) == 1
    assert f"{tmp_path / 'hinge.toml'}: label: missing" in capsys.readouterr().err


def test_against_another_movement_it_says_what_is_seen_of_the_fault(capsys: Capture) -> None:
    report = run_json(
        capsys, "measure", "weight-on-toes", "--versus", "hinge", "--frames", "2", "--json"
    )
    seen = report["visibility"]
    assert set(seen) == {"versus", "joint", "stature_percent", "t", "phase", "lit"}
    assert (seen["versus"], seen["lit"]) == ("hinge", ["toes"])
    assert seen["joint"] in JOINTS
    assert seen["stature_percent"] > 2
    assert main(["measure", "rounded-back", "--versus", "hinge", "--frames", "2"]) == 0
    said = capsys.readouterr().out
    assert re.search(r"Against hinge: \w+ is \d+\.\d% of stature away at \d\.\d\d s \(", said)
    assert "lit: back" in said
    assert "visibility" not in run_json(capsys, "measure", "hinge", "--frames", "1", "--json")
