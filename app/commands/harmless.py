"""Write to a terminal only what cannot steer it."""

from __future__ import annotations

import io
from typing import TextIO

#: Control characters but tab and line break, as an escape would spell them.
_SPELT = {
    number: f"\\x{number:02x}"
    for number in (*range(32), *range(127, 160))
    if chr(number) not in "\t\n"
}


class Harmless(io.TextIOBase):
    """A stream on which no title can steer the terminal: control characters are spelt out."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream

    def write(self, text: str) -> int:
        """Write text; the progress bar alone goes back to the line's beginning."""
        begin = text[: text.startswith("\r")]
        return self._stream.write(begin + text[len(begin) :].translate(_SPELT))

    def flush(self) -> None:
        """Write what is buffered."""
        self._stream.flush()

    def fileno(self) -> int:
        """Return the stream's number."""
        return self._stream.fileno()

    def isatty(self) -> bool:
        """Tell whether it is a terminal."""
        return self._stream.isatty()

    @property
    def encoding(self) -> str:  # type: ignore[override]
        """How text becomes bytes."""
        return self._stream.encoding
