from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any, Literal

import msgspec
import pytest

from app.content import (
    MAX_BYTES,
    MAX_DOTS,
    MAX_TOLD,
    MAX_VALUES,
    convert,
    parse_toml,
    read_text,
)
from app.errors import ContentError
from tests.helpers.content import expected_at, keys

FILE = Path("some.toml")


class Colour(StrEnum):
    RED = "red"
    BLUE = "blue"


class Inner(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    size: Annotated[float, msgspec.Meta(ge=0, le=10)]
    name: str = "none"


class Outer(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    title: Annotated[str, msgspec.Meta(min_length=1, max_length=5)]
    count: int
    kind: Literal["a", "b"]
    on: bool = False
    inner: Inner | None = None
    aim: Inner | Literal["start"] | None = None
    many: Annotated[list[Inner], msgspec.Meta(max_length=3)] = []
    maybe_many: list[Inner] | None = None
    colours: tuple[Colour, ...] = ()
    words: dict[str, str] = {}
    tables: dict[str, Inner] = {}
    number: float | int | None = None


GOOD: dict[str, Any] = {"title": "T", "count": 3, "kind": "a"}


def wrong(**changed: Any) -> list[tuple[str, str]]:
    with pytest.raises(ContentError) as caught:
        convert(GOOD | changed, Outer, FILE)
    assert all(problem.file == FILE for problem in caught.value.problems)
    return [(problem.key, str(problem.expected)) for problem in caught.value.problems]


def test_a_good_table_becomes_what_it_says() -> None:
    data = GOOD | {
        "inner": {"size": 2},
        "aim": "start",
        "many": [{"size": 1}, {"size": 2.5, "name": "x"}],
        "colours": ["red"],
        "words": {"a": "b"},
        "tables": {"t": {"size": 4}},
    }
    outer = convert(data, Outer, FILE)
    assert outer.inner == Inner(2.0)
    assert outer.many[1] == Inner(2.5, "x")
    assert outer.colours == (Colour.RED,)
    assert outer.tables == {"t": Inner(4.0)}


@pytest.mark.parametrize(
    ("changed", "key", "expected"),
    [
        ({"title": 3}, "title", "expected text, got a whole number"),
        ({"title": ""}, "title", "expected text of length >= 1"),
        ({"title": "too long"}, "title", "expected text of length <= 5"),
        ({"count": 2.5}, "count", "expected a whole number, got a number"),
        ({"count": "2"}, "count", "expected a whole number, got text"),
        ({"on": 1}, "on", "expected true or false, got a whole number"),
        ({"kind": "c"}, "kind", "expected one of 'a', 'b', got 'c'"),
        ({"kind": 1}, "kind", "expected text, got a whole number"),
        ({"kinds": 1}, "kinds", "unknown key; expected one of title, count, kind, on"),
        ({"inner": 3}, "inner", "expected a table, got a whole number"),
        ({"inner": {}}, "inner.size", "missing; expected a number"),
        ({"inner": {"size": 11}}, "inner.size", "expected a number <= 10"),
        (
            {"inner": {"size": 1, "nam": "x"}},
            "inner.nam",
            "unknown key; expected one of size, name",
        ),
        ({"aim": "stop"}, "aim", "expected a table or 'start', got 'stop'"),
        ({"aim": {"size": "x"}}, "aim.size", "expected a number, got text"),
        ({"many": {"size": 1}}, "many", "expected a list, got a table"),
        ({"many": [{"size": 1}, 4]}, "many[1]", "expected a table, got a whole number"),
        ({"many": [{"size": 1}] * 4}, "many", "expected a list of length <= 3"),
        ({"maybe_many": [{"size": 1}, {}]}, "maybe_many[1].size", "missing; expected a number"),
        ({"colours": ["red", "green"]}, "colours[1]", "expected one of 'red', 'blue', got 'green'"),
        ({"words": {"a": 1}}, "words.a", "expected text, got a whole number"),
        ({"words": ["a"]}, "words", "expected a table, got a list"),
        ({"tables": {"t": {"size": -1}}}, "tables.t.size", "expected a number >= 0"),
        ({"number": "x"}, "number", "expected a whole number or a number, got text"),
    ],
)
def test_a_mistake_is_told_in_an_authors_words(
    changed: dict[str, Any], key: str, expected: str
) -> None:
    found = wrong(**changed)
    assert [where for where, _ in found] == [key]
    what = found[0][1]
    assert what.startswith(expected) or what == _other_order(expected)
    assert "`" not in what
    assert "null" not in what


def _other_order(expected: str) -> str:
    # msgspec does not promise in which order it names the types of a union.
    return expected.replace("a whole number or a number", "a number or a whole number")


@pytest.mark.parametrize("number", [float("nan"), float("inf"), float("-inf")])
@pytest.mark.parametrize(
    ("changed", "key"),
    [
        (lambda n: {"number": n}, "number"),
        (lambda n: {"inner": {"size": n}}, "inner.size"),
        (lambda n: {"aim": {"size": n}}, "aim.size"),
        (lambda n: {"many": [{"size": 1}, {"size": n}]}, "many[1].size"),
        (lambda n: {"maybe_many": [{"size": n}]}, "maybe_many[0].size"),
        (lambda n: {"tables": {"t": {"size": n}}}, "tables.t.size"),
    ],
)
def test_what_is_no_number_is_refused_wherever_it_stands(
    number: float, changed: Any, key: str
) -> None:
    found = wrong(**changed(number))
    assert [where for where, _ in found] == [key]
    assert found[0][1].startswith("expected a number")


def test_every_mistake_is_found_at_once() -> None:
    with pytest.raises(ContentError) as caught:
        convert(
            {
                "title": 3,
                "kind": "z",
                "extra": 1,
                "inner": {"size": "x", "nam": 1},
                "many": [{"size": 99}, {"name": 3}],
                "colours": ["green", "pink"],
                "words": {"a": 1, "b": 2},
                "number": float("nan"),
            },
            Outer,
            FILE,
            "head",
        )
    assert sorted(keys(caught.value.problems)) == sorted(
        f"head.{key}"
        for key in (
            "extra",
            "title",
            "count",
            "kind",
            "inner.size",
            "inner.nam",
            "many[0].size",
            "many[1].name",
            "many[1].size",
            "colours[0]",
            "colours[1]",
            "words.a",
            "words.b",
            "number",
        )
    )


def test_what_is_no_table_at_all_is_named_by_its_key() -> None:
    data: Any = ["not", "a", "table"]
    with pytest.raises(ContentError) as caught:
        convert(data, Outer, FILE, "exercise[2]")
    assert expected_at(caught.value.problems, "exercise[2]") == "expected a table, got a list"


def test_tables_within_tables_without_end_are_an_unknown_key() -> None:
    deep = parse_toml("[" + ".".join(["a"] * MAX_DOTS) + "]\nb = nan\n", FILE)
    with pytest.raises(ContentError) as caught:
        convert(GOOD | deep, Outer, FILE)
    assert keys(caught.value.problems) == ["a"]


def test_a_mistake_reads_as_one_line(tmp_path: Path) -> None:
    file = tmp_path / "some.toml"
    file.write_text('title = "T"\ncount = 3\nkind = "a"\ninner = { size = -1 }\n')
    with pytest.raises(ContentError) as caught:
        convert(parse_toml(read_text(file), file), Outer, file)
    assert str(caught.value) == f"{file}: inner.size: expected a number >= 0"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a = ", "expected valid TOML: Invalid value"),
        ("a = 1\na = 2", "expected valid TOML: Cannot overwrite a value"),
        ("a = " + "7" * 5000, "expected shorter numbers and fewer nested brackets"),
        ("a = " + "[" * 5000, "expected shorter numbers and fewer nested brackets"),
        ("\n[" + ".".join("a" * 300) + "]", "expected at most 200 dots in a line, not as in 2"),
        (".".join("a" * 300) + " = 1", "expected at most 200 dots in a line, not as in 1"),
        ("a = [" + "1," * MAX_VALUES + "]", f"expected at most {MAX_VALUES} keys and values"),
        ("[[a]]\n" * MAX_VALUES, f"expected at most {MAX_VALUES} keys and values"),
    ],
)
def test_what_is_no_toml_is_told(text: str, expected: str) -> None:
    with pytest.raises(ContentError) as caught:
        parse_toml(text, FILE, "head")
    assert expected_at(caught.value.problems, "head").startswith(expected)


def test_there_may_be_as_many_dots_and_values_as_the_limits() -> None:
    assert parse_toml('a = "' + "." * MAX_DOTS + '"', FILE) == {"a": "." * MAX_DOTS}
    assert len(parse_toml("a = [" + "1," * (MAX_VALUES - 1) + "]", FILE)["a"]) == MAX_VALUES - 1


def test_what_is_no_toml_is_told_in_one_short_line() -> None:
    with pytest.raises(ContentError) as caught:
        parse_toml(f'["{"x" * 9_000}\\n"]\n' * 2, FILE)
    assert len(expected_at(caught.value.problems, "")) < 250
    assert len(str(caught.value).splitlines()) == 1


@pytest.mark.parametrize(
    ("key", "named"),
    [
        ("hips back", '"hips back"'),
        ("a\nb", r'"a\nb"'),
        ("a\u2028b\x1b", r'"a\u2028b\x1b"'),
        ("", '""'),
        ("x" * 60, "x" * 60),
        ("x" * 9_000, '"' + "x" * 59 + '…"'),
    ],
)
def test_a_strange_key_is_named_on_one_line(key: str, named: str) -> None:
    assert wrong(**{key: 1})[0][0] == named
    assert wrong(words={key: 1})[0][0] == f"words.{named}"
    assert wrong(tables={key: {"size": float("nan")}})[0][0] == f"tables.{named}.size"


def test_what_stands_there_is_told_shortly() -> None:
    assert wrong(kind="c\n" * 999)[0][1].endswith("got " + repr("c\n" * 29 + "c…"))
    assert wrong(inner={"size": int("f" * 9_000, 16)}) == [
        ("inner.size", "expected a number, got a very large number")
    ]


def test_only_so_many_mistakes_are_told_at_once() -> None:
    many = {f"k{index}": 1 for index in range(MAX_TOLD + 7)}
    found = wrong(**many)
    assert len(found) == MAX_TOLD + 1
    assert found[-1] == ("", "expected fewer mistakes; 7 more are not listed")
    assert len(wrong(**dict(list(many.items())[:MAX_TOLD]))) == MAX_TOLD


def test_a_file_may_be_as_large_as_the_limit(tmp_path: Path) -> None:
    file = tmp_path / "large.md"
    file.write_bytes(b"a" * MAX_BYTES)
    assert len(read_text(file)) == MAX_BYTES
    file.write_bytes(b"a" * (MAX_BYTES + 1))
    with pytest.raises(ContentError, match="expected at most 256 kB"):
        read_text(file)


def test_a_byte_order_mark_is_no_text(tmp_path: Path) -> None:
    file = tmp_path / "marked.md"
    file.write_bytes(b"\xef\xbb\xbfHello")
    assert read_text(file) == "Hello"
