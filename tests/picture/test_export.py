from __future__ import annotations

import errno
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from app.picture.export import Export, export, paint_still
from app.picture.kind import Kind, Size
from app.picture.problem import PictureError
from app.picture.progress import run
from tests.helpers.shots import a_shot, left_in

#: MP4 has tests of its own, because it needs more.
KINDS = [kind for kind in Kind if kind is not Kind.MP4]
BEGINS = {
    Kind.GIF: b"GIF89a",
    Kind.WEBP: b"RIFF",
    Kind.PNG: b"\x89PNG",
    Kind.PDF: b"%PDF-1.",
}


@pytest.mark.parametrize("kind", KINDS)
def test_each_ending_writes_its_kind(tmp_path: Path, kind: Kind) -> None:
    file = tmp_path / f"a.{kind.value}"
    assert run(export(Export(a_shot()), file))
    assert file.read_bytes().startswith(BEGINS[kind])
    assert left_in(tmp_path) == [file.name]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("after", [1, 2])
def test_what_is_stopped_leaves_the_old_file(tmp_path: Path, kind: Kind, after: int) -> None:
    file = tmp_path / f"a.{kind.value}"
    file.write_bytes(b"old")
    assert not run(export(Export(a_shot()), file), lambda done, _: done < after)
    assert file.read_bytes() == b"old"
    assert left_in(tmp_path) == [file.name]


@pytest.mark.parametrize("kind", KINDS)
def test_a_full_disk_stops_it_cleanly(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: Kind
) -> None:
    original: Callable[..., object] = Path.open

    def full(self: Path, mode: str = "r", *more: object, **named: object) -> object:
        if "w" in mode:
            raise OSError(errno.ENOSPC, "No space left on device")
        return original(self, mode, *more, **named)

    monkeypatch.setattr(Path, "open", full)
    with pytest.raises(PictureError, match="the disk is full"):
        run(export(Export(a_shot()), tmp_path / f"a.{kind.value}"))
    monkeypatch.undo()
    assert left_in(tmp_path) == []


def test_a_moment_is_that_moment(tmp_path: Path) -> None:
    shot = a_shot(size=(240, 200))
    stills = []
    for index, at in enumerate((0.0, 2.0)):
        file = tmp_path / f"{index}.png"
        assert run(export(Export(shot, at=at), file))
        image = QImage(str(file))
        assert (image.width(), image.height()) == (240, 200)
        assert image == paint_still(Export(shot, at=at)).convertToFormat(image.format())
        stills.append(image)
    assert stills[0] != stills[1]


def test_a_size_is_refused_before_a_file_is_begun(tmp_path: Path) -> None:
    with pytest.raises(PictureError, match="The size 0x0 is not possible"):
        run(export(Export(a_shot(size=Size(0, 0))), tmp_path / "a.png"))
    with pytest.raises(PictureError, match="The size 9000x100 is not possible"):
        paint_still(Export(a_shot(size=Size(9000, 100))))
    assert left_in(tmp_path) == []
