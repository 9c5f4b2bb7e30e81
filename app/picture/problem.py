"""Why a picture cannot be made, for a translation and in English."""

from __future__ import annotations

from app.errors import UserError
from app.files import Notice


class PictureError(UserError):
    """One clear sentence about a picture that cannot be made.

    Attributes:
        notice: the same with its message id.
    """

    def __init__(self, message_id: str, english: str, **arguments: object) -> None:
        self.notice = Notice(
            message_id, english, {name: str(value) for name, value in arguments.items()}
        )
        super().__init__(str(self.notice))
