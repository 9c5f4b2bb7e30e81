"""`measure`: a movement in numbers, frame by frame."""

from __future__ import annotations

import argparse
import json
from typing import Any, NamedTuple

from app.body.form import Check
from app.body.measures import Measures
from app.body.skeleton import Skeleton, Vec3
from app.commands.bodies import body_of
from app.commands.movements import find_movement
from app.errors import UserError
from app.figure.figure_texts import FigureTexts
from app.movement.audit import broken_checks, frame_times, verdicts_at
from app.movement.model import Label
from app.movement.motion import Motion
from app.movement.visibility import visibility

_MOST_FRAMES = 10_000
#: Legs within this angle of each other count as alike, deg; a load in one hand turns them a little.
_SAME_DEG = 0.5
_LEG = ("shin", "knee", "hip")
_BODY = (
    "stature_m", "mass_kg", "sex", "thigh", "shin", "trunk", "arm", "slr_deg", "lumbar_deg",
)  # fmt: skip
#: The longest name of a phase that fits into the table.
_PHASE = 12


def run_measure(options: argparse.Namespace) -> int:
    """Print the measures of a movement."""
    if not 1 <= options.frames <= _MOST_FRAMES:
        frames = options.frames
        raise UserError(
            "commands.out-of-range", option="frames", low=1, high=_MOST_FRAMES, value=frames
        )
    motion = Motion(find_movement(options.movement), body_of(options))
    report = _report(motion, options.frames)
    if options.versus:
        versus = Motion(find_movement(options.versus), motion.body)
        report["visibility"] = _visibility(motion, versus)
    if options.json:
        print(json.dumps(report, indent=2))
    else:
        _print_table(report)
    return 0


def _report(motion: Motion, frames: int) -> dict[str, Any]:
    movement, body = motion.movement, motion.body
    moments = [_MeasuredFrame(t, *verdicts_at(motion, t)) for t in frame_times(motion, frames)]
    apart = any(_legs_differ(moment.skeleton) for moment in moments)
    return {
        "movement": movement.id,
        "label": movement.label.value,
        "pattern": movement.pattern.value,
        "breaks": sorted(movement.breaks),
        "found": sorted(broken_checks(motion)),
        "body": {name: getattr(body, name) for name in _BODY},
        "props": [{"kind": prop.kind.value, "kg": prop.kg} for prop in movement.props],
        "frames": [_frame(motion, moment, both_legs=apart) for moment in moments],
    }


def _visibility(motion: Motion, versus: Motion) -> dict[str, Any]:
    joint, percent, t, lit = visibility(motion, versus)
    return {
        "versus": versus.movement.id,
        "joint": joint,
        "stature_percent": round(percent, 2),
        "t": round(t, 6),
        "phase": motion.movement.phases[motion.place_at(t).phase].name,
        "lit": [part.value for part in lit],
    }


class _MeasuredFrame(NamedTuple):
    """The measures at a time, s."""

    t: float
    skeleton: Skeleton
    measures: Measures
    checks: dict[Check, bool | None]


def _frame(motion: Motion, moment: _MeasuredFrame, *, both_legs: bool) -> dict[str, Any]:
    t, skeleton, measures, checks = moment
    load, ratio, pose = measures.load, measures.hip_knee_ratio, skeleton.pose
    return {
        "t": round(t, 6),
        "phase": motion.movement.phases[motion.place_at(t).phase].name,
        "angles_deg": {
            name: round(angle, 4) for name, angle in _angles(skeleton, both_legs=both_legs).items()
        },
        "joints_m": {name: _place(joint) for name, joint in skeleton.joints.items()},
        "com_foot_fraction": round(measures.pressure, 6),
        "com_m": _place(measures.com),
        "hip_behind_ankle_m": round(measures.hip_behind_ankle, 6),
        "lumbar_percent": round(measures.lumbar_percent, 4),
        "hip_knee_ratio": None if ratio is None else round(ratio, 4),
        "reaction_line_to_knee_m": round(measures.line_to_knee, 6),
        "hamstring_change_m": round(measures.hamstring_change, 6),
        "hamstring_stretch": round(measures.hamstring_stretch, 4),
        "l5s1_moment_nm": round(load.moment_nm, 3),
        "l5s1_compression_n": round(load.compression_n, 2),
        "l5s1_compression_static_n": round(load.static_n, 2),
        "l5s1_compression_band_n": [
            round(load.compression_low_n, 2),
            round(load.compression_high_n, 2),
        ],
        "held_kg": {"left": round(pose.left_load, 4), "right": round(pose.right_load, 4)},
        "pull_n": round(pose.pull, 3),
        "props": [
            {"kind": prop.kind.value, "at": _place(prop.at)}
            for prop in motion.props_at(t, skeleton)
        ],
        "checks": {check.value: verdict for check, verdict in checks.items()},
    }


def _angles(skeleton: Skeleton, *, both_legs: bool) -> dict[str, float]:
    """Return the angles, deg: of the leg bearing the weight, and of the other one by side."""
    pose = skeleton.pose
    angles = {
        "shin": skeleton.shin,
        "knee": pose.knee,
        "hip": skeleton.hip_flexion,
        "trunk": pose.thorax,
        "lumbar": pose.lumbar,
        "thoracic": pose.thoracic,
        "neck": pose.neck,
    }
    if both_legs:
        side = "right" if pose.stance_side == "left" else "left"
        leg = skeleton.legs[side]
        for name, angle in zip(_LEG, (leg.shin, leg.knee, leg.hip_flexion), strict=True):
            angles[f"{name}_{side}"] = angle
    return angles


def _legs_differ(skeleton: Skeleton) -> bool:
    left, right = skeleton.legs["left"], skeleton.legs["right"]
    return any(abs(a - b) > _SAME_DEG for a, b in zip(left, right, strict=True))


def _place(point: Vec3) -> list[float]:
    return [round(value, 6) for value in point]


def _print_table(report: dict[str, Any]) -> None:
    declared, found = (", ".join(report[key]) or "nothing" for key in ("breaks", "found"))
    label = FigureTexts().of(Label(report["label"])).lower() or report["label"]
    print(f"{report['movement']} ({label}): breaks {found}; declared: {declared}")
    if things := [f"{prop['kind']} {prop['kg']:g} kg" for prop in report["props"]]:
        print(f"With: {', '.join(things)}")
    frames = report["frames"]
    width = min(_PHASE, max(len(frame["phase"]) for frame in frames))
    print(
        f"    t s  {'phase':{width}}  shin  knee   hip trunk lumbar  hams  foot  hip back  ratio"
        "  L5/S1  5-7 cm arm"
    )
    for frame in frames:
        angles = frame["angles_deg"]
        ratio = frame["hip_knee_ratio"]
        low, high = frame["l5s1_compression_band_n"]
        band = f"{low:.0f}-{high:.0f}"
        print(
            f"{frame['t']:7.2f}  {_short(frame['phase'], width):{width}}"
            + "".join(f"{angles[name]:z6.1f}" for name in ("shin", "knee", "hip", "trunk"))
            + f" {angles['lumbar']:z6.1f}{100 * frame['hamstring_stretch']:6.0f}"
            + f"{frame['com_foot_fraction']:6.2f}{100 * frame['hip_behind_ankle_m']:z10.1f}"
            + ("      -" if ratio is None else f"{ratio:z7.1f}")
            + f"{frame['l5s1_compression_n']:7.0f}{band:>12}"
        )
        for side in ("left", "right"):
            if f"knee_{side}" in angles:
                leg = "".join(f"{angles[f'{name}_{side}']:z6.1f}" for name in _LEG)
                print(f"{'':9}{side:{width}}{leg}")
    if seen := report.get("visibility"):
        lit = ", ".join(seen["lit"]) or "nothing"
        print(
            f"Against {seen['versus']}: {seen['joint']} is {seen['stature_percent']:.1f}% of"
            f" stature away at {seen['t']:.2f} s ({seen['phase']}); lit: {lit}"
        )
    print("Angles in degrees; hams in % of the straight-leg raise; hip back in cm.")
    print("L5/S1 is compression in N, an estimate, ±35%; beside it as the muscle's arm varies.")


def _short(name: str, width: int) -> str:
    return name if len(name) <= width else name[: width - 1] + "…"
