"""All movements of a folder; what cannot be read is left out and named."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from app.content import find_files
from app.errors import ContentError, Problem
from app.messages.message import Message

if TYPE_CHECKING:  # what makes a movement is loaded with the first one, after the first paint
    from app.movement.model import Movement
    from app.movement.translation import MovementTexts


class MovementLibrary(Mapping[str, "Movement"]):
    """The movements of a folder by id, each read when it is first asked for.

    Reading late keeps the start quick; `read_all` reads the rest and finds every mistake.

    Attributes:
        problems: what was wrong with the files read so far.
    """

    def __init__(self, folder: Path, words: Path | None = None) -> None:
        self.problems: list[Problem] = []
        self._files: dict[str, Path] = {}
        try:
            self._files = {file.stem: file for file in find_files(folder, ".toml")}
        except ContentError as error:
            self.problems += error.problems
        self._read: dict[str, Movement | None] = {}
        self._words_file = words
        self._words: dict[str, MovementTexts] = {}
        if not self._files and not self.problems:
            self.problems.append(Problem(folder, "", Message("movement.no-files")))
        if words is not None:
            from app.movement.translation import read_texts

            self._words, problems = read_texts(words)
            self.problems += problems
            known = ", ".join(self._files)
            self.problems += [
                Problem(words, movement_id, Message("movement.unknown", known=known))
                for movement_id in self._words
                if movement_id not in self._files
            ]

    def __getitem__(self, movement_id: str) -> Movement:
        movement = self._find(movement_id)
        if movement is None:
            raise KeyError(movement_id)
        return movement

    def __iter__(self) -> Iterator[str]:
        """Yield the ids of the movements that can be read."""
        return (movement_id for movement_id in self._files if self._find(movement_id))

    def __len__(self) -> int:
        return sum(1 for _ in self)

    @property
    def names(self) -> Collection[str]:
        """The ids that have files, good or broken; nothing is read for this."""
        return self._files.keys()

    def version_of(self, movement_id: str) -> list[tuple[int, int]]:
        """Return when its file and that of its words were changed (ns), and their sizes (bytes)."""
        files = self._files.get(movement_id), self._words_file
        found = [file.stat() for file in files if file is not None and file.is_file()]
        return [(one.st_mtime_ns, one.st_size) for one in found]

    def read_all(self) -> None:
        """Read every file, leaving out movements that cannot stand; `problems` is then complete."""
        for _ in self.read_on():
            pass

    def read_on(self) -> Iterator[None]:
        """Do the same one file a step, so that other things can happen in between.

        A movement shown before the end may turn out to be one that cannot stand.
        """
        from app.movement.motion import why_unbalanced

        for movement_id, file in self._files.items():
            yield
            movement = self._find(movement_id)
            if movement is not None and (error := why_unbalanced(movement)):
                expected = Message("movement.pose", reason=error.messages[0])
                self.problems.append(Problem(file, error.key, expected))
                self._read[movement_id] = None

    def _find(self, movement_id: str) -> Movement | None:
        if movement_id not in self._files:
            return None
        if movement_id not in self._read:
            self._read[movement_id] = self._load(movement_id)
        return self._read[movement_id]

    def _load(self, movement_id: str) -> Movement | None:
        from app.movement.reader import read_movement

        try:
            movement = read_movement(self._files[movement_id])
        except ContentError as error:
            self.problems += error.problems
            return None
        words = self._words.get(movement_id)
        if words is not None and self._words_file is not None:
            from app.movement.translation import strange_cues, translated

            self.problems += strange_cues(movement, words, self._words_file)
            movement = translated(movement, words)
        return movement
