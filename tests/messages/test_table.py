"""Every message that is asked for has its text, with the arguments it needs, and none too many."""

from __future__ import annotations

import ast
import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ET
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import NamedTuple

from app.messages.message import Plural

APP = Path(__file__).resolve().parents[2] / "app"
AREAS = sorted({file.stem for file in (APP / "messages").glob("*.py")} - {"__init__", "message"})
TEXTS: dict[str, str | Plural] = {
    name: text
    for area in AREAS
    for name, text in import_module(f"app.messages.{area}").TEXTS.items()
}
#: What takes a message id and the arguments of the message.
TAKERS = {"Message", "UserError", "PictureError", "BalanceError", "JointLimitError", "_report"}
_ID = re.compile(rf"({'|'.join(AREAS)})\.[a-z_.-]+")
_PLACEHOLDER = re.compile(r"\{(\w+)(?::\.\df)?\}")


class Call(NamedTuple):
    """A place that makes a message.

    Attributes:
        ids: those it can be; several where a part of the id is worked out.
    """

    where: str
    ids: tuple[str, ...]
    arguments: dict[str, ast.expr]


def placeholders(entry: str | Plural) -> set[str]:
    """Return the arguments that a text needs."""
    if isinstance(entry, Plural):
        return set(_PLACEHOLDER.findall(entry.one + entry.many)) | {"n"}
    return set(_PLACEHOLDER.findall(entry))


def matching(node: ast.expr) -> tuple[str, ...]:
    """Return the ids that an expression can be; none where it is a variable."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return (node.value,)
    if isinstance(node, ast.IfExp):
        return matching(node.body) + matching(node.orelse)
    if isinstance(node, ast.JoinedStr):
        pattern = "".join(
            re.escape(str(part.value)) if isinstance(part, ast.Constant) else ".+"
            for part in node.values
        )
        return tuple(name for name in TEXTS if re.fullmatch(pattern, name)) or (pattern,)
    return ()


@cache
def nodes() -> list[tuple[Path, list[ast.AST]]]:
    """Return everything in every module, worked out once."""
    return [
        (file.relative_to(APP), list(ast.walk(ast.parse(file.read_text(encoding="utf-8")))))
        for file in APP.rglob("*.py")
    ]


@cache
def calls() -> list[Call]:
    found = []
    for file, tree in nodes():
        for node in tree:
            if not isinstance(node, ast.Call) or not node.args:
                continue
            name = getattr(node.func, "id", getattr(node.func, "attr", ""))
            given = {word.arg: word.value for word in node.keywords if word.arg is not None}
            if name in TAKERS and len(given) == len(node.keywords):
                found.append(Call(f"{file}:{node.lineno}", matching(node.args[0]), given))
    return found


def test_the_calls_are_found() -> None:
    assert len(calls()) > 150
    assert len(TEXTS) > 200


def test_every_id_begins_with_the_name_of_its_module() -> None:
    for area in AREAS:
        texts = import_module(f"app.messages.{area}").TEXTS
        assert texts
        assert all(name.startswith(f"{area}.") for name in texts)


def test_every_message_has_a_text_and_the_arguments_it_needs() -> None:
    # Where the id is a variable, the arguments of any message it may be are all there is.
    wrong = [
        f"{call.where} {name}"
        for call in calls()
        for name in call.ids
        if name not in TEXTS or placeholders(TEXTS[name]) != set(call.arguments)
    ]
    assert wrong == []


def test_no_argument_is_a_piece_of_english() -> None:
    wrong = [
        f"{call.where} {name}"
        for call in calls()
        for name, value in call.arguments.items()
        for node in ast.walk(value)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
        if re.search(r"[a-z]{2,} [a-z]{2,}", node.value)
    ]
    assert wrong == []


def test_every_id_in_the_code_has_a_text() -> None:
    for file, tree in nodes():
        if file.parts[0] == "messages":
            continue
        for node in tree:
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                is_id = _ID.fullmatch(node.value) and not node.value.endswith((".", "-", ".toml"))
                assert not is_id or node.value in TEXTS, f"{file}:{node.lineno} {node.value}"


def test_every_text_is_used() -> None:
    used: set[str] = set()
    for file, tree in nodes():
        if file.parts[0] != "messages" or file.name == "message.py":
            for node in tree:
                if isinstance(node, ast.Constant | ast.JoinedStr):
                    used |= set(matching(node))
    used |= {name for call in calls() for name in call.ids}
    used |= {"content.at-key", "content.of-file"}
    assert set(TEXTS) - used == set()


def test_no_error_is_raised_with_a_sentence() -> None:
    for file, tree in nodes():
        for node in tree:
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in TAKERS:
                for value in node.args:
                    is_text = isinstance(value, ast.Constant) and isinstance(value.value, str)
                    is_id = is_text and _ID.fullmatch(str(getattr(value, "value", "")))
                    assert not is_text or is_id, f"{file}:{node.lineno}"


def test_both_forms_of_a_plural_say_the_same() -> None:
    plurals = {name: text for name, text in TEXTS.items() if isinstance(text, Plural)}
    assert plurals
    for name, text in plurals.items():
        assert text.one != text.many, name
        assert "%n" not in text.one, name
        assert set(_PLACEHOLDER.findall(text.one)) == set(_PLACEHOLDER.findall(text.many)), name


def test_the_translation_tools_find_every_text(tmp_path: Path) -> None:
    tool = shutil.which("pyside6-lupdate", path=str(Path(sys.executable).parent))
    assert tool is not None
    found = tmp_path / "app_de.ts"
    files = [str(file) for file in sorted((APP / "messages").glob("*.py"))]
    subprocess.run([tool, *files, "-ts", str(found)], check=True, capture_output=True)
    (context,) = ET.parse(found).getroot().iter("context")
    assert not context.findtext("name")
    plural = {
        message.findtext("source"): message.get("numerus") == "yes"
        for message in context.iter("message")
    }
    assert plural == {
        text.many if isinstance(text, Plural) else text: isinstance(text, Plural)
        for text in TEXTS.values()
    }


def test_no_other_name_hides_a_text_from_the_translation_tools() -> None:
    for file, tree in nodes():
        for node in tree:
            if isinstance(node, ast.Assign) and getattr(node.value, "attr", "") == "translate":
                names = {getattr(target, "id", "") for target in node.targets}
                assert names == {"translate"}, f"{file}:{node.lineno}"
