"""What the core has to say, and numbers, in the user's language.

The core names what it has to say by an id and arguments; the English text is in
`app.messages`, where the translation tools find it.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale

from app.errors import UserError
from app.messages.message import Message, Plural, entry_of, fill
from app.units import Units
from app.units import fill as fill_units

#: `lupdate` gives no context to what is outside a class.
_CONTEXT = ""

#: Translates a text of a context; `lupdate` finds both by this name, and by no other.
translate = QCoreApplication.translate


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:
    """Return a text as it is, for `lupdate` to find; Qt's own says nothing of its type."""
    del context
    return text


def say(message: Message) -> str:
    """Return a message in the user's language.

    Raises:
        KeyError: there is no such message, or an argument is missing.
    """
    entry, values = entry_of(message.id), message.arguments
    if not isinstance(entry, Plural):
        return fill(translate(_CONTEXT, entry), values, say, number_text)
    n = int(str(values["n"]))
    text = translate(_CONTEXT, entry.many, None, n)
    # Without a translation Qt knows of no plural.
    if n == 1 and text == entry.many.replace("%n", "1"):
        text = entry.one
    return fill(text, values, say, number_text)


def say_all(error: UserError) -> str:
    """Return all that an error says, a line for each of its messages."""
    return "\n".join(map(say, error.messages))


def number_text(value: float, decimals: int | None = None) -> str:
    """Write a number as the user's locale does, with fixed decimals or with those it has."""
    locale = QLocale()
    locale.setNumberOptions(QLocale.NumberOption.OmitGroupSeparator)
    if decimals is not None:
        return locale.toString(float(value), "f", decimals)
    return locale.toString(value) if isinstance(value, int) else locale.toString(value, "g", 6)


def in_units(text: str, units: Units) -> str:
    """Return a content file's text with its lengths and weights in the user's units."""
    return fill_units(text, units, say)
