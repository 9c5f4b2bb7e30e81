"""The Share dialog's texts, in the user's language."""

from __future__ import annotations

from app.ui.messages import translate


def format_name(form: str, *, sheet: bool = False) -> str:
    """Return the name of a format, for what the stage shows or for a teaching picture."""
    if sheet and form == "moment":
        return translate("Share", "Picture (PNG)")
    return {
        "gif": translate("Share", "Animation (GIF)"),
        "webp": translate("Share", "Animation (WebP)"),
        "film": translate("Share", "Video (MP4)"),
        "moment": translate("Share", "This moment (PNG)"),
        "poses": translate("Share", "Key poses (PNG)"),
        "page": translate("Share", "Page to print (PDF)"),
    }[form]


def format_note(form: str, *, sheet: bool = False) -> str:
    """Return a sentence on what a format is good for."""
    if sheet and form in ("moment", "page", "film"):
        return {
            "moment": translate(
                "Share", "The whole picture, for a screen, a message or a document."
            ),
            "page": translate("Share", "The whole picture on one sheet of paper, for the wall."),
            "film": translate("Share", "All figures move together, once."),
        }[form]
    return {
        "gif": translate("Share", "Plays over and over, in messages, documents and web pages."),
        "webp": translate(
            "Share", "Like a GIF, but a smaller file. Web pages and most messengers show it."
        ),
        "film": translate("Share", "Says whether it is correct or incorrect, then plays once."),
        "moment": translate("Share", "The figure exactly as you see it now."),
        "poses": translate("Share", "The end of each phase side by side, with cues."),
        "page": translate(
            "Share", "Cues, sets and reps, six weeks to tick off, a name and a note."
        ),
    }[form]
