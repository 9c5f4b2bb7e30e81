"""The user's own files: private, written whole, set aside instead of deleted."""

from __future__ import annotations

import contextlib
import errno
import os
import stat
from datetime import datetime
from pathlib import Path
from typing import NamedTuple
from uuid import uuid4

from app.errors import UserError
from app.messages.message import Message

PRIVATE_FILE = 0o600
PRIVATE_FOLDER = 0o700

_REASONS = {
    errno.EACCES: "files.no-permission",
    errno.EPERM: "files.no-permission",
    errno.EROFS: "files.read-only",
    errno.ENOSPC: "files.disk-full",
    errno.EDQUOT: "files.quota",
    errno.EFBIG: "files.too-big",
    errno.EISDIR: "files.is-folder",
    errno.ENOTDIR: "files.not-a-folder",
    errno.ENAMETOOLONG: "files.long-name",
    errno.ENOENT: "files.missing",
    errno.EIO: "files.disk-error",
    errno.ENXIO: "files.not-a-file",
}


class Notice(NamedTuple):
    """Something to tell the user once that did not stop the program.

    Attributes:
        message: one or two sentences.
        file: the file it is about, to open or to show.
    """

    message: Message
    file: Path | None = None

    def __str__(self) -> str:
        return str(self.message)


def reason(error: OSError) -> Message:
    """Say in a few words why a file could not be read or written."""
    if known := _REASONS.get(error.errno or 0):
        return Message(known)
    text = (error.strerror or str(error) or type(error).__name__).lower()
    return Message("files.system", text=text)


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
        found = (path for path in (folder, *folder.parents) if path.exists() and not path.is_dir())
        raise UserError("files.folder-is-file", folder=folder, file=next(found, folder)) from None
    except OSError as error:
        raise UserError("files.no-folder", folder=folder, reason=reason(error)) from error


def make_private_file(file: Path) -> None:
    """Make an empty file that only its owner may read.

    Raises:
        FileExistsError: there is one already.
    """
    os.close(os.open(file, os.O_CREAT | os.O_EXCL | os.O_WRONLY, PRIVATE_FILE))


def write_whole(file: Path, data: bytes) -> None:
    """Replace a file's content so that the old or the new is there, never a part of it.

    Raises:
        UserError: it cannot be written; the old content stands.
    """
    # A link (to a synchronised folder, say) stays a link.
    target = Path(os.path.realpath(file))
    make_private_folder(target.parent)
    with contextlib.suppress(OSError):
        if not stat.S_ISREG(mode := target.stat().st_mode):
            found = "files.is-folder" if stat.S_ISDIR(mode) else "files.not-a-file"
            raise UserError("files.unwritable", file=file, reason=Message(found))
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
        raise UserError("files.unwritable", file=file, reason=reason(error)) from error
    sync_folder(target.parent)


def sync_folder(folder: Path) -> None:
    """Make the names in a folder survive a power cut, where the system can."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def set_aside(
    file: Path, now: datetime, companions: tuple[str, ...] = (), instead: Path | None = None
) -> Path:
    """Rename a damaged file to an unused dated name and return that name.

    Args:
        file: the damaged one.
        now: the time for its new name.
        companions: endings of files that belong to it (`-wal`); they move first, so that none is
            left beside a new file.
        instead: a whole file that takes its place.

    Raises:
        UserError: it cannot be renamed; all is as it was.
    """
    try:
        target = _reserve(file, f"damaged-{now:%Y%m%d-%H%M%S}", companions)
        try:
            _move(file, target, companions, instead)
        except OSError:
            # They stay together: a log belongs beside its database.
            for ending in companions:
                with contextlib.suppress(OSError):
                    _beside(target, ending).rename(_beside(file, ending))
            with contextlib.suppress(OSError):
                if instead is not None and not os.path.lexists(file):
                    target.replace(file)
                target.unlink(missing_ok=True)
            raise
    except OSError as error:
        raise UserError("files.stuck", file=file, reason=reason(error)) from error
    sync_folder(file.parent)
    return target


def replace_damaged(file: Path, data: bytes, now: datetime) -> Path:
    """Write a file in the place of a damaged one, which is kept; return the name it is kept under.

    Raises:
        UserError: it cannot be written, or the other not be kept; all is as it was.
    """
    file = Path(os.path.realpath(file))
    draft = file.with_name(f".{file.name}-{uuid4().hex}")
    write_whole(draft, data)
    try:
        return set_aside(file, now, instead=draft)
    finally:
        with contextlib.suppress(OSError):
            draft.unlink(missing_ok=True)


def keep_copy(file: Path, data: bytes, now: datetime) -> Path | None:
    """Keep what a file holds beside it before it is replaced; None where that fails.

    The same content is kept once.
    """
    import glob

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


def _move(file: Path, target: Path, companions: tuple[str, ...], instead: Path | None) -> None:
    for ending in companions:
        with contextlib.suppress(FileNotFoundError):
            _beside(file, ending).rename(_beside(target, ending))
            _beside(target, ending).chmod(PRIVATE_FILE)
    try:
        # Something less careful may have made it for all to read.
        file.chmod(PRIVATE_FILE)
        if instead is None:
            file.replace(target)
            return
    except FileNotFoundError:  # only its companions were left
        target.unlink()
        return
    try:
        # First a second name: at no moment is there no file, whatever ends the program.
        target.unlink()
        os.link(file, target)
    except (OSError, NotImplementedError, AttributeError):  # a disk without links
        file.replace(target)
    instead.replace(file)


def _reserve(file: Path, why: str, companions: tuple[str, ...]) -> Path:
    """Make an empty file under a name that is free for it and its companions."""
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
