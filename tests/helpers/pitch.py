from __future__ import annotations

import math
from collections.abc import Sequence


def strength(samples: Sequence[int], rate_hz: int, hertz: float) -> float:
    """Return how much of one pitch is in the samples (Goertzel 1958, Hann window)."""
    turn = 2 * math.cos(math.tau * hertz / rate_hz)
    last = before = 0.0
    for index, sample in enumerate(samples):
        window = 0.5 - 0.5 * math.cos(math.tau * (index + 0.5) / len(samples))
        last, before = sample * window + turn * last - before, last
    return last * last + before * before - turn * last * before


def strongest(
    samples: Sequence[int], rate_hz: int, candidates: Sequence[float], count: int = 1
) -> set[float]:
    """Return the `count` candidates, in hertz, that are heard most."""
    ranked = sorted(candidates, key=lambda hertz: -strength(samples, rate_hz, hertz))
    return set(ranked[:count])


def sounding(samples: Sequence[int], rate_hz: int, gap_s: float) -> list[range]:
    """Return the stretches that are not silent, parted by at least `gap_s` seconds of silence."""
    threshold = 0.02 * max(map(abs, samples), default=0)
    stretches: list[range] = []
    for index, sample in enumerate(samples):
        if abs(sample) <= threshold:
            continue
        if stretches and index - stretches[-1].stop < gap_s * rate_hz:
            stretches[-1] = range(stretches[-1].start, index + 1)
        else:
            stretches.append(range(index, index + 1))
    return stretches
