"""Tips shown as they are written."""

from __future__ import annotations


def plain_tip(text: str) -> str:
    """Return a tip that Qt shows as it is written.

    Qt takes what looks like HTML for HTML, and opens the files that a title of a shared exercise
    names there.
    """
    if "<" not in text:
        return text
    escaped = text.replace("&", "&amp;").replace("<", "&lt;")
    return f"<qt>{escaped}</qt>".replace("\n", "<br>")
