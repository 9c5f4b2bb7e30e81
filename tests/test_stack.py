"""Hold the Python and the PySide6 together that work together."""

from __future__ import annotations

import re
import sys
import tomllib
from importlib import metadata
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet
from packaging.utils import canonicalize_name
from packaging.version import Version

ROOT = Path(__file__).resolve().parent.parent
QT = ("pyside6-essentials", "pyside6-addons", "shiboken6")
#: The first PySide6 whose calls cost a reference to None, and the first Python that bears it.
LEAKY = Version("6.12.0")
IMMORTAL = "3.12"
PYTHONS = ("3.11", "3.12", "3.13", "3.14")


def _applying(requirements: list[Requirement], python: str) -> list[Requirement]:
    return [
        requirement
        for requirement in requirements
        if requirement.marker is None or requirement.marker.evaluate({"python_version": python})
    ]


def _project() -> list[Requirement]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    groups = [project["dependencies"], *project["optional-dependencies"].values()]
    return [Requirement(line) for group in groups for line in group]


def _constraints() -> list[Requirement]:
    lines = (ROOT / "constraints.txt").read_text("utf-8").splitlines()
    return [Requirement(line) for line in lines if line and not line.startswith("#")]


def _pins(python: str) -> dict[str, Version]:
    pins: dict[str, Version] = {}
    for requirement in _applying(_constraints(), python):
        name = canonicalize_name(requirement.name)
        (specifier,) = requirement.specifier
        assert specifier.operator == "==", requirement
        assert name not in pins, f"{name} is pinned twice for Python {python}"
        pins[name] = Version(specifier.version)
    return pins


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="None is immortal from Python 3.12 on")
def test_calls_that_return_nothing_leave_none_alone() -> None:
    from PySide6.QtGui import QPainterPath

    path = QPainterPath()
    before = sys.getrefcount(None)
    for x in range(1000):
        path.lineTo(x, x)
    # The leaky build loses one a call; the interpreter itself moves a handful.
    assert abs(sys.getrefcount(None) - before) < 100


def test_installed_qt_fits_this_python() -> None:
    versions = {Version(metadata.version(name)) for name in QT}

    assert len(versions) == 1, "the parts of PySide6 differ in version"
    assert sys.version_info >= (3, 12) or max(versions) < LEAKY


def test_umbrella_package_is_not_installed() -> None:
    with pytest.raises(metadata.PackageNotFoundError):
        metadata.version("PySide6")  # it would bring the web engine along


@pytest.mark.parametrize("python", PYTHONS)
def test_every_requirement_is_pinned_within_its_range(python: str) -> None:
    pins = _pins(python)
    for requirement in _applying(_project(), python):
        pin = pins[canonicalize_name(requirement.name)]
        assert pin in requirement.specifier, requirement


@pytest.mark.parametrize("name", QT)
def test_leaky_qt_is_kept_from_the_python_it_kills(name: str) -> None:
    assert _pins("3.11")[name] < LEAKY
    assert _pins(IMMORTAL)[name] in SpecifierSet(">=6.12,<6.13")


@pytest.mark.parametrize("name", QT[:2])
def test_leaky_qt_is_out_of_range_for_the_python_it_kills(name: str) -> None:
    asked = [
        requirement
        for requirement in _applying(_project(), "3.11")
        if canonicalize_name(requirement.name) == name
    ]
    assert len(asked) == 1
    assert LEAKY not in asked[0].specifier


def test_what_the_requirements_bring_along_is_pinned() -> None:
    python = f"{sys.version_info.major}.{sys.version_info.minor}"
    pins = _pins(python)
    waiting = _applying(_project(), python)
    seen: set[str] = set()
    while waiting:
        name = canonicalize_name(waiting.pop().name)
        if name in seen:
            continue
        seen.add(name)
        try:
            brought = metadata.requires(name) or []
        except metadata.PackageNotFoundError:
            continue  # an extra that is not installed here
        # Evaluated with no extra: what somebody gets without asking for more.
        waiting += [
            requirement
            for requirement in map(Requirement, brought)
            if requirement.marker is None or requirement.marker.evaluate({"extra": ""})
        ]
    assert not seen - pins.keys()
    assert "pluggy" in seen, "the walk went nowhere"


def test_no_layout_is_asked_for_its_items() -> None:
    # PySide keeps what `itemAt` returned as long as the layout lives. Once Qt has deleted the item
    # a new widget can get its address, and is then taken for it: a crash, one time in ten.
    asked = re.compile(r"[.]itemAt(Position)?[(]")
    files = [file for folder in ("app", "tests", "tools") for file in (ROOT / folder).rglob("*.py")]
    assert [file for file in files if asked.search(file.read_text("utf-8"))] == []
