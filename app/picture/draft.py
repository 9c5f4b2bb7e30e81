"""A file written next to its target that takes its name only once complete."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path
from types import TracebackType
from typing import Self
from uuid import uuid4

from app.files import reason, sync_folder
from app.picture.problem import PictureError


class Draft:
    """A file to write into; after an error, or when abandoned, nothing of it is left.

    Entering creates it, so that a place that cannot be written to is reported before the work
    begins.

    Attributes:
        file: the name it is to have.
        path: where to write meanwhile.
    """

    def __init__(self, file: Path) -> None:
        self.file = file
        # A link stays a link. The draft's own name is short, because the target's may be long.
        self._target = Path(os.path.realpath(file))
        self.path = self._target.with_name(f".{uuid4().hex}{file.suffix.lower()}")

    def __enter__(self) -> Self:
        check_target(self.file)
        try:
            os.close(os.open(self.path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o666))
        except OSError as error:
            raise _unwritable(self.file, error) from error
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if kind is None:
            try:
                _settle(self.path)
                self.path.replace(self._target)
            except OSError as failed:
                self._discard()
                raise _unwritable(self.file, failed) from failed
            sync_folder(self._target.parent)
            return
        self._discard()
        if isinstance(error, OSError):
            raise _unwritable(self.file, error) from error

    def _discard(self) -> None:
        with contextlib.suppress(OSError):
            self.path.unlink(missing_ok=True)


def check_target(file: Path) -> None:
    """Refuse a name that cannot become a file, before any work is done.

    Raises:
        PictureError: it is a folder, its folder is missing, or it may not be replaced.
    """
    target = Path(os.path.realpath(file))
    try:
        if target.is_dir():
            raise PictureError("pictures.is-folder", file=file)
        if not target.parent.is_dir():
            raise PictureError("pictures.no-folder", folder=target.parent)
        if target.exists() and not (target.is_file() and os.access(target, os.W_OK)):
            raise PictureError("pictures.protected", file=file)
    except OSError as error:  # a name no system accepts
        raise _unwritable(file, error) from error


def _settle(path: Path) -> None:
    """Have the content on the disk before the name: a power cut must not leave an empty file."""
    handle = os.open(path, os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _unwritable(file: Path, error: OSError) -> PictureError:
    return PictureError("pictures.unwritable", file=file, reason=reason(error))
