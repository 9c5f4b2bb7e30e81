"""The estimated load on the lower back as a number, marked as an estimate."""

from __future__ import annotations

from app.figure.overlays.canvas import Canvas

_STEP, _LARGE_STEP = 50, 100  # N; below and from 1000 N: no more than two significant digits
#: Where the plate goes, so that it can be read while the figure moves: low in front of the person,
#: under the hands and clear of the toes, or low behind, or high in front.
_SPOTS = ((-0.42, 0.06), (0.32, 0.20), (-0.30, 0.82))
_AROUND = ((1.0, 0.6), (0.2, 1.0), (-0.5, 1.0), (1.0, 0.0))


def rounded_load(newtons: float) -> int:
    """Return a load rounded as an estimate should be, N."""
    step = _LARGE_STEP if newtons >= 1000 else _STEP
    return round(newtons / step) * step


def paint_load(canvas: Canvas) -> None:
    """Write the load on a plain plate beside the lowest joint of the back."""
    newtons = rounded_load(canvas.measures.load.compression_n)
    at = canvas.figure.joint("l5s1")
    canvas.ring(at, 0.022)
    text = canvas.words.load.format(newtons=newtons)
    canvas.note(text, at, _AROUND, 0.10, plate=True, spots=_SPOTS)
