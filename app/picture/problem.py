"""Why a picture cannot be made."""

from __future__ import annotations

from app.errors import UserError


class PictureError(UserError):
    """One clear sentence about a picture that cannot be made."""
