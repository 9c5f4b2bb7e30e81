"""A file of translated texts, looked through before Qt uses it."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QTranslator

from app.files import read_regular_file

MAX_BYTES = 4 * 1024 * 1024
_MAGIC = bytes.fromhex("3cb86418caef9c95cd211cbf60a1bddd")
#: Sections, and what a message is made of, as lrelease writes them.
_HASHES, _MESSAGES, _RULES, _LANGUAGE = 0x42, 0x69, 0x88, 0xA7
_END, _TRANSLATION, _SOURCE, _CONTEXT, _COMMENT = 1, 3, 6, 7, 8


def install(app: QCoreApplication, file: Path, closing: ExitStack) -> bool:
    """Show the program's texts as the file says until `closing`; return false if it is unusable.

    Qt (6.11.3) believes what the file says of itself: damaged, it takes the program down.
    """
    try:
        data = read_regular_file(file, MAX_BYTES)
    except OSError:
        return False
    translator = QTranslator()
    if not is_whole(data) or not translator.load(str(file)):
        return False
    closing.callback(app.removeTranslator, translator)
    return app.installTranslator(translator)


def is_whole(data: bytes) -> bool:
    """Tell whether every length and place in the file lies within it."""
    if len(data) > MAX_BYTES or not data.startswith(_MAGIC):
        return False
    try:
        sections = dict(_blocks(data[len(_MAGIC) :]))
        if not set(sections) <= {_HASHES, _MESSAGES, _RULES, _LANGUAGE}:
            return False
        messages = sections[_MESSAGES]
        places = struct.iter_unpack(">II", sections[_HASHES])
        return all(_is_message(messages, place) for _, place in places)
    except (KeyError, IndexError, struct.error):
        return False


def _blocks(data: bytes) -> Iterator[tuple[int, bytes]]:
    while data:
        length = struct.unpack_from(">I", data, 1)[0]
        if 5 + length > len(data):
            raise IndexError
        yield data[0], data[5 : 5 + length]
        data = data[5 + length :]


def _is_message(messages: bytes, place: int) -> bool:
    while (tag := messages[place]) != _END:
        length = struct.unpack_from(">I", messages, place + 1)[0]
        odd = tag == _TRANSLATION and length % 2
        if tag not in (_TRANSLATION, _SOURCE, _CONTEXT, _COMMENT) or odd:
            return False
        place += 5 + length
    return True
