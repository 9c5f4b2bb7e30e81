"""How evenly the tones of a real session come out of the loudspeaker, against its plan."""

from __future__ import annotations

import subprocess
import sys
import tempfile

from benchmarks._recording import (
    missing_programs,
    onsets,
    read_recording,
    recorded,
    sound_home,
    sound_server,
)

TARGET_MS = 25.0
#: One set: 3 tones of the countdown, 16 repetitions of three parts, and the end.
REPS, PART_S = 16, 0.75
#: Silence between two tones, s: within one there is less.
GAP_S = 0.1


def percentile(values: list[float], share: float) -> float:
    """Return the value that a share (0..1) of all values do not exceed."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


def lateness_ms(planned: list[float], heard: list[float]) -> list[float]:
    """Return how much later each tone was heard than planned, against the first of all, ms."""
    late = [h - p for h, p in zip(heard, planned, strict=True)]
    return [1000 * (one - min(late)) for one in late]


def main() -> int:
    """Record one session and print; return 1 if its tones are missing or come unevenly."""
    if missing := missing_programs():
        print(
            f"onset: not measured, {', '.join(missing)} not on PATH; on Debian or Ubuntu: "
            "apt-get install pulseaudio pulseaudio-utils MISSED"
        )
        return 1
    with sound_home() as environment, sound_server(environment), tempfile.TemporaryFile() as stream:
        environment["QT_QPA_PLATFORM"] = "offscreen"
        with recorded(environment, stream):
            played = subprocess.run(
                [sys.executable, "-m", "benchmarks._session_by_ear", str(REPS), str(PART_S)],
                env=environment,
                stdout=subprocess.PIPE,
                text=True,
                check=True,
            )
        heard = onsets(read_recording(stream), GAP_S)
    planned = [float(line.split()[0]) for line in played.stdout.splitlines()]
    if len(heard) != len(planned):
        print(f"onset: {len(heard)} of {len(planned)} tones were heard MISSED")
        return 1
    late = lateness_ms(planned, heard)
    spread = percentile(late, 0.95) - percentile(late, 0.05)
    missed = spread > TARGET_MS
    print(
        f"onset: spread p95-p5 {spread:.1f} ms, target at most {TARGET_MS:.0f} ms; against the"
        f" earliest p50 {percentile(late, 0.5):.1f}, max {max(late):.1f} ms;"
        f" {spread / 1000 / PART_S:.3f}x a phase ({len(late)} tones of a real session)"
        + (" MISSED" if missed else "")
    )
    return int(missed)


if __name__ == "__main__":
    sys.exit(main())
