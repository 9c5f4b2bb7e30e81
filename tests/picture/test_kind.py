from __future__ import annotations

from pathlib import Path

import pytest

from app.picture.kind import LEAST, MOST_MOVING, MOST_STILL, Kind, Size, check_size, kind_of
from app.picture.problem import PictureError


@pytest.mark.parametrize("name", ["a.gif", "a.GIF", "a.b.gif", "dir.png/a.gif"])
def test_the_ending_says_the_kind(name: str) -> None:
    assert kind_of(Path(name)) is Kind.GIF


@pytest.mark.parametrize("name", ["a", "a.", ".gif", "a.jpeg", "a.gif ", "a.mp"])
def test_another_ending_names_those_there_are(name: str) -> None:
    with pytest.raises(PictureError, match=r"\.gif, \.webp, \.mp4, \.png, \.pdf\.$"):
        kind_of(Path(name))


@pytest.mark.parametrize("kind", [Kind.GIF, Kind.WEBP, Kind.MP4, Kind.PNG])
def test_sizes_are_held_to_what_can_be_shown(kind: Kind) -> None:
    most = MOST_MOVING if kind.moves else MOST_STILL
    check_size(kind, Size(LEAST, most))
    for bad in (Size(0, 0), Size(LEAST - 1, 480), Size(480, most + 1), Size(100_000, 100_000)):
        with pytest.raises(PictureError, match=f"^The size {bad} is not possible: .* pixels.$"):
            check_size(kind, bad)
