from __future__ import annotations

from pathlib import Path

import pytest

from app.cli import main
from tests.helpers.command import Capture, refused, run_json
from tests.helpers.content import LOCATIONS

JOINTS = {
    f"{name}_{side}"
    for name in ("ankle", "heel", "toe", "knee", "hip", "shoulder", "elbow", "wrist", "hand")
    for side in ("left", "right")
} | {"l5s1", "c7", "head"}


def test_measure_has_the_fields_scripts_hold_on_to(capsys: Capture) -> None:
    report = run_json(capsys, "measure", "rounded-back", "--frames", "9", "--json")
    assert list(report) == ["movement", "label", "pattern", "breaks", "found", "body", "frames"]
    assert report["movement"] == "rounded-back"
    assert (report["label"], report["pattern"]) == ("wrong", "hinge")
    assert report["breaks"] == report["found"] == ["flat_back"]
    assert report["body"] == {
        "stature_m": 1.75, "mass_kg": 75, "sex": "m", "thigh": 1, "trunk": 1, "slr_deg": 80,
        "lumbar_deg": 55,
    }  # fmt: skip
    frames = report["frames"]
    assert [frame["t"] for frame in frames] == pytest.approx([4.4 * i / 8 for i in range(9)])
    for frame in frames:
        assert list(frame) == [
            "t", "phase", "angles_deg", "joints_m", "com_foot_fraction", "com_m",
            "hip_behind_ankle_m", "lumbar_percent", "hip_knee_ratio", "reaction_line_to_knee_m",
            "l5s1_moment_nm", "l5s1_compression_n", "checks",
        ]  # fmt: skip
        assert list(frame["angles_deg"]) == ["shin", "knee", "hip", "trunk", "lumbar", "neck"]
        assert set(frame["joints_m"]) == JOINTS | {"t12l1", "vertex"}
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
    assert bottom["angles_deg"]["trunk"] == 75
    assert bottom["lumbar_percent"] == pytest.approx(100 * 40 / 55, abs=1e-3)
    assert bottom["checks"]["flat_back"] is False
    assert frames[0]["checks"]["shins_vertical"] is None


def test_measure_for_people_is_a_table(capsys: Capture) -> None:
    assert main(["measure", "locked-knees", "--frames", "3"]) == 0
    out = capsys.readouterr().out
    assert out.startswith("locked-knees (wrong): breaks soft_knees; declared: soft_knees\n")
    assert len(out.splitlines()) == 6
    assert "±35 %" in out


def test_a_straight_knee_has_no_ratio(
    capsys: Capture, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    text = (LOCATIONS.animations / "hinge.toml").read_text(encoding="utf-8")
    text = text.replace("breaks = []", "breaks = []\nstart = { knee = 0 }")
    (tmp_path / "hinge.toml").write_text(text, encoding="utf-8")
    straight = LOCATIONS._replace(animations=tmp_path)
    monkeypatch.setattr("app.commands.measuring.find_locations", lambda: straight)
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
        ("--trunk", "0.9", "trunk", "joints_m"),
        ("--slr", "60", "slr_deg", "angles_deg"),
        ("--lumbar", "40", "lumbar_deg", "lumbar_percent"),
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
        ("--trunk", "0", "trunk length as a factor: expected 0.8 to 1.2, got 0"),
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
    monkeypatch.setattr("app.commands.measuring.find_locations", lambda: spoiled)
    assert main(["measure", "hinge"]) == 1
    assert f"{tmp_path / 'hinge.toml'}: label: missing" in capsys.readouterr().err
