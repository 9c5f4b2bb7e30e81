"""The user's own files: private, written whole, set aside instead of deleted."""

from __future__ import annotations

import contextlib
import errno
import glob
import os
import stat
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from uuid import uuid4

import msgspec

from app.errors import UserError

PRIVATE_FILE = 0o600
PRIVATE_FOLDER = 0o700

_REASONS = {
    errno.EACCES: "there is no permission to write there",
    errno.EPERM: "there is no permission to write there",
    errno.EROFS: "that disk can only be read",
    errno.ENOSPC: "the disk is full",
    errno.EDQUOT: "your share of the disk is full",
    errno.EFBIG: "nothing more can be written there",
    errno.EISDIR: "it is a folder, not a file",
    errno.ENAMETOOLONG: "the name is too long",
}


class Notice(msgspec.Struct, frozen=True):
    """Something to tell the user once that did not stop the program.

    Attributes:
        id: the message id, for a translation.
        english: the same as an English template, one or two sentences.
        arguments: what its {placeholders} stand for.
        file: the file it is about, to open or to show.
    """

    id: str
    english: str
    arguments: Mapping[str, str] = {}
    file: Path | None = None

    def __str__(self) -> str:
        return self.english.format(**self.arguments)


def reason(error: OSError) -> str:
    """Say in a few words why a file could not be read or written."""
    known = _REASONS.get(error.errno or 0)
    return known or (error.strerror or str(error) or type(error).__name__).lower()


def read_regular_file(path: Path, limit: int) -> bytes:
    """Return what a file holds, at most `limit` bytes and one more, which tells that it has more.

    A pipe that nobody writes to would be waited for without end, and a device read without end.

    Raises:
        OSError: it cannot be read, or it is not a regular file (nor a link to one).
    """
    without_waiting = getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    # Before it is opened: a device may do something then, as rewind a tape.
    mode = path.stat().st_mode
    if stat.S_ISDIR(mode):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
    if not stat.S_ISREG(mode):
        raise OSError(errno.ENXIO, "it is a pipe or a device, not a file", str(path))
    with os.fdopen(os.open(path, os.O_RDONLY | without_waiting), "rb") as stream:
        return stream.read(limit + 1)


def make_private_folder(folder: Path) -> None:
    """Make a folder that only its owner may enter; one that exists is left as it is.

    Raises:
        UserError: it cannot be made, or something else has its name.
    """
    try:
        folder.mkdir(mode=PRIVATE_FOLDER, parents=True, exist_ok=True)
    except (FileExistsError, NotADirectoryError):
        raise UserError(
            f"Your data cannot be kept in {folder}: there is a file where a folder is needed."
        ) from None
    except OSError as error:
        raise UserError(f"Your data cannot be kept in {folder}: {reason(error)}.") from error


def make_private_file(file: Path) -> None:
    """Make an empty file that only its owner may read.

    Raises:
        FileExistsError: there is one already.
    """
    os.close(os.open(file, os.O_CREAT | os.O_EXCL | os.O_WRONLY, PRIVATE_FILE))


def write_whole(file: Path, data: bytes) -> None:
    """Replace a file's content so that the old or the new is there, never a part.

    Raises:
        UserError: it cannot be written; the old content stands.
    """
    # A link (to a synchronised folder, say) stays a link.
    target = Path(os.path.realpath(file))
    make_private_folder(target.parent)
    draft = target.with_name(f".{target.name}-{uuid4().hex}")
    try:
        with os.fdopen(
            os.open(draft, os.O_CREAT | os.O_EXCL | os.O_WRONLY, PRIVATE_FILE), "wb"
        ) as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        draft.replace(target)
    except OSError as error:
        with contextlib.suppress(OSError):
            draft.unlink(missing_ok=True)
        raise UserError(f"{file} could not be written: {reason(error)}.") from error
    sync_folder(target.parent)


def sync_folder(folder: Path) -> None:
    """Make the names in a folder last through a power cut, where the system can."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def set_aside(file: Path, now: datetime, companions: tuple[str, ...] = ()) -> Path:
    """Rename a damaged file to a dated name that nothing has, and return that name.

    `companions` are endings of files that belong to it (`-wal`); they move first, so that
    none is ever found beside a new file.

    Raises:
        UserError: it cannot be renamed.
    """
    try:
        target = _reserve(file, f"damaged-{now:%Y%m%d-%H%M%S}", companions)
        try:
            _move(file, target, companions)
        except OSError:
            # Nothing may be torn apart: a log belongs beside its database.
            for ending in companions:
                with contextlib.suppress(OSError):
                    _beside(target, ending).rename(_beside(file, ending))
            with contextlib.suppress(OSError):
                target.unlink(missing_ok=True)
            raise
    except OSError as error:
        raise UserError(
            f"{file} is damaged and could not be set aside: {reason(error)}."
        ) from error
    sync_folder(file.parent)
    return target


def keep_copy(file: Path, data: bytes, now: datetime) -> Path | None:
    """Keep what a file holds beside it before it is replaced; None where that cannot be done.

    The same content is kept once.
    """
    try:
        for kept in file.parent.glob(f"{glob.escape(file.stem)}-kept-*{file.suffix}"):
            with contextlib.suppress(OSError):
                if read_regular_file(kept, len(data)) == data:
                    return kept
        target = _reserve(file, f"kept-{now:%Y%m%d-%H%M%S}", ())
    except OSError:
        return None
    try:
        write_whole(target, data)
    except UserError:
        with contextlib.suppress(OSError):
            target.unlink()
        return None
    return target


def _move(file: Path, target: Path, companions: tuple[str, ...]) -> None:
    for ending in companions:
        with contextlib.suppress(FileNotFoundError):
            _beside(file, ending).rename(_beside(target, ending))
            _beside(target, ending).chmod(PRIVATE_FILE)
    try:
        # Something less careful may have made it for all to read.
        file.chmod(PRIVATE_FILE)
        file.replace(target)
    except FileNotFoundError:  # only its companions were left
        target.unlink()


def _reserve(file: Path, why: str, companions: tuple[str, ...]) -> Path:
    """Make an empty file under a name that neither it nor a companion of it had."""
    stem = f"{file.stem}-{why}"
    count = 1
    while True:
        name = stem if count == 1 else f"{stem}-{count}"
        target = file.with_name(name + file.suffix)
        count += 1
        if any(os.path.lexists(_beside(target, ending)) for ending in companions):
            continue
        try:
            make_private_file(target)
        except FileExistsError:
            continue
        return target


def _beside(file: Path, ending: str) -> Path:
    return file.with_name(file.name + ending)
