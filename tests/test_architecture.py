"""What docs/architecture.md names is there, and every layer is named."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PAGE = (ROOT / "docs/architecture.md").read_text("utf-8")
CODE = set(re.findall(r"`([^`]+)`", PAGE))


def _missing() -> set[str]:
    defined = {
        name
        for file in (ROOT / "app").rglob("*.py")
        for name in re.findall(r"^\s*(?:class|def) (\w+)", file.read_text("utf-8"), re.MULTILINE)
    }
    paths = {name for name in CODE if name.startswith("app/")}
    names = {name for name in CODE if re.fullmatch(r"[A-Z]\w+[a-z]|[a-z]+_\w+", name)}
    calls = {name.partition("(")[0] for name in CODE if name.endswith(")")}
    return {path for path in paths if not (ROOT / path).exists()} | ((names | calls) - defined)


def test_every_module_class_and_function_named_exists() -> None:
    assert len(CODE) > 40
    assert _missing() == set()


def test_every_layer_is_named() -> None:
    config = (ROOT / ".importlinter").read_text("utf-8")
    layers = re.findall(r"\w+", config.partition("layers =")[2].partition("exhaustive")[0])
    named = {Path(name).stem for name in CODE if re.fullmatch(r"app/\w+(\.py)?", name)}
    assert "body" in layers
    assert set(layers) <= named


def test_contributing_leads_to_it() -> None:
    assert "(docs/architecture.md)" in (ROOT / "CONTRIBUTING.md").read_text("utf-8")
