"""`measure`: a movement in numbers, frame by frame."""

from __future__ import annotations

import argparse
import json
from typing import Any

from app.body.anthropometry import Body, Sex
from app.errors import UserError
from app.locations import find_locations
from app.movement.audit import broken_checks, frame_times, verdicts_at
from app.movement.library import MovementLibrary
from app.movement.model import Movement
from app.movement.motion import Motion

_MOST_FRAMES = 10_000


def run_measure(options: argparse.Namespace) -> int:
    """Print the measures of a movement."""
    if not 1 <= options.frames <= _MOST_FRAMES:
        raise UserError(f"frames: expected 1 to {_MOST_FRAMES}, got {options.frames}")
    motion = Motion(_movement(options.movement), _body(options))
    report = _report(motion, options.frames)
    if options.json:
        print(json.dumps(report, indent=2))
    else:
        _print_table(report)
    return 0


def _movement(movement_id: str) -> Movement:
    library = MovementLibrary(find_locations().animations)
    movement = library.get(movement_id)
    if movement is None:
        if library.problems:
            raise UserError("\n".join(map(str, library.problems)))
        known = ", ".join(library)
        raise UserError(f"There is no movement '{movement_id}'; there are: {known}.")
    return movement


def _body(options: argparse.Namespace) -> Body:
    given = {
        "stature_m": options.stature,
        "mass_kg": options.mass,
        "thigh": options.thigh,
        "trunk": options.trunk,
        "slr_deg": options.slr,
        "lumbar_deg": options.lumbar,
    }
    wanted = {name: value for name, value in given.items() if value is not None}
    return Body(**wanted, sex=Sex(options.sex or Sex.MALE)).checked()


def _report(motion: Motion, frames: int) -> dict[str, Any]:
    movement, body = motion.movement, motion.body
    return {
        "movement": movement.id,
        "label": movement.label.value,
        "pattern": movement.pattern.value,
        "breaks": sorted(movement.breaks),
        "found": sorted(broken_checks(motion)),
        "body": {
            "stature_m": body.stature_m,
            "mass_kg": body.mass_kg,
            "sex": body.sex.value,
            "thigh": body.thigh,
            "trunk": body.trunk,
            "slr_deg": body.slr_deg,
            "lumbar_deg": body.lumbar_deg,
        },
        "frames": [_frame(motion, t) for t in frame_times(motion, frames)],
    }


def _frame(motion: Motion, t: float) -> dict[str, Any]:
    skeleton, measures, checks = verdicts_at(motion, t)
    pose = skeleton.pose
    angles = {
        "shin": skeleton.shin,
        "knee": pose.knee,
        "hip": skeleton.hip_flexion,
        "trunk": pose.thorax,
        "lumbar": pose.lumbar,
        "neck": pose.neck,
    }
    ratio = measures.hip_knee_ratio
    return {
        "t": round(t, 6),
        "phase": motion.movement.phases[motion.place_at(t).phase].name,
        "angles_deg": {name: round(angle, 4) for name, angle in angles.items()},
        "joints_m": {
            name: [round(value, 6) for value in joint] for name, joint in skeleton.joints.items()
        },
        "com_foot_fraction": round(measures.pressure, 6),
        "com_m": [round(value, 6) for value in measures.com],
        "hip_behind_ankle_m": round(measures.hip_behind_ankle, 6),
        "lumbar_percent": round(measures.lumbar_percent, 4),
        "hip_knee_ratio": None if ratio is None else round(ratio, 4),
        "reaction_line_to_knee_m": round(measures.line_to_knee, 6),
        "l5s1_moment_nm": round(measures.load.moment_nm, 3),
        "l5s1_compression_n": round(measures.load.compression_n, 2),
        "checks": {check.value: verdict for check, verdict in checks.items()},
    }


def _print_table(report: dict[str, Any]) -> None:
    declared, found = (", ".join(report[key]) or "nothing" for key in ("breaks", "found"))
    print(f"{report['movement']} ({report['label']}): breaks {found}; declared: {declared}")
    print("    t s  phase     shin  knee   hip trunk lumbar  foot  hip back  ratio  L5/S1")
    for frame in report["frames"]:
        angles = frame["angles_deg"]
        ratio = frame["hip_knee_ratio"]
        print(
            f"{frame['t']:7.2f}  {frame['phase']:8}"
            + "".join(f"{angles[name]:6.1f}" for name in ("shin", "knee", "hip", "trunk"))
            + f" {angles['lumbar']:6.1f}  {frame['com_foot_fraction']:.2f}"
            + f"  {100 * frame['hip_behind_ankle_m']:5.1f} cm"
            + ("      -" if ratio is None else f"  {ratio:5.1f}")
            + f"  {frame['l5s1_compression_n']:5.0f} N"
        )
    print("Angles in degrees. The load is an estimate, ±35 %.")
