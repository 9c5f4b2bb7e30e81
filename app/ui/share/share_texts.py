"""The Share dialog's texts, in the user's language."""

from __future__ import annotations

from app.ui.messages import translate


def format_name(form: str, *, sheet: bool = False) -> str:
    """Return the name of a format, for what the stage shows or for a teaching picture."""
    if sheet and form == "moment":
        return translate("Share", "Picture (PNG)")
    return {
        "gif": translate("Share", "Moving picture (GIF)"),
        "webp": translate("Share", "Moving picture (WebP)"),
        "film": translate("Share", "Film (MP4)"),
        "moment": translate("Share", "This moment (PNG)"),
        "poses": translate("Share", "Key poses (PNG)"),
        "page": translate("Share", "Page to print (PDF)"),
    }[form]


def format_note(form: str, *, sheet: bool = False) -> str:
    """Return a sentence on what a format is good for."""
    if sheet and form in ("moment", "page", "film"):
        return {
            "moment": translate("Share", "All of it, for a screen, a message or a document."),
            "page": translate("Share", "All of it on one sheet of paper, for the wall."),
            "film": translate("Share", "All of its figures move once, on one clock."),
        }[form]
    return {
        "gif": translate("Share", "Plays over and over, in messages, documents and web pages."),
        "webp": translate(
            "Share", "As a GIF, in a smaller file. Web pages and most messengers show it."
        ),
        "film": translate("Share", "Shows correct or incorrect, then plays once."),
        "moment": translate("Share", "The figure as it stands on the stage now."),
        "poses": translate("Share", "Each phase's end beside the other, with its cues."),
        "page": translate("Share", "Its cues, how often, six weeks to tick, a name and a note."),
    }[form]
