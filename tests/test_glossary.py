"""One word for one thing: the table of GLOSSARY.md holds for every module-level name of generator/."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

import pytest
from support.structure import GENERATOR
from support.vocabulary import Entry, Name, entries, names


@pytest.mark.parametrize("entry", entries(), ids=lambda entry: entry.words[0])
def test_a_word_stands_only_where_it_means_what_the_glossary_says(entry: Entry) -> None:
    assert [str(name) for name in names() if not entry.allows(name)] == []


@pytest.mark.parametrize("entry", entries(), ids=lambda entry: entry.words[0])
def test_every_name_that_is_allowed_a_word_is_there(entry: Entry) -> None:
    """A pattern that no name needs any more goes."""
    for pattern in entry.allowed:
        alone = Entry(entry.words, (pattern,))
        assert any(entry.concerns(name) and alone.allows(name) for name in names()), pattern


def test_no_class_name_stands_twice() -> None:
    assert twice([name for name in names() if name.sort == "class"]) == {}


def test_no_module_name_stands_twice_in_a_room() -> None:
    rooms: dict[str, list[Name]] = defaultdict(list)
    for name in names():
        if name.sort == "module":
            rooms[name.path.relative_to(GENERATOR).parts[0]].append(name)
    assert {room: twice(inside) for room, inside in rooms.items() if twice(inside)} == {}


def twice(given: list[Name]) -> dict[str, list[str]]:
    """The names that stand more than once, and where."""
    paths: dict[str, list[str]] = defaultdict(list)
    for name in given:
        paths[name.text].append(str(name))
    return {text: found for text, found in paths.items() if len(found) > 1}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("_read_kind", ["read", "kind"]),
        ("KindSettings", ["kind", "settings"]),
        ("XML_NAMES", ["xml", "names"]),
        ("HTMLPage", ["html", "page"]),
        ("gbt9704", ["gbt"]),
    ],
)
def test_words_of_a_name(text: str, words: list[str]) -> None:
    assert Name(text, "class", Path()).words == words


@pytest.mark.parametrize(
    ("text", "sort", "path", "dotted"),
    [
        ("Kind", "class", "model/kind.py", "model.kind.Kind"),
        ("kind", "module", "model/kind.py", "model.kind"),
        ("package", "module", "package/__init__.py", "package"),
        ("stem", "function", "package/__init__.py", "package.stem"),
    ],
)
def test_a_name_with_its_rooms(text: str, sort: str, path: str, dotted: str) -> None:
    assert Name(text, sort, GENERATOR / path).dotted == dotted


@pytest.mark.parametrize(
    ("text", "path", "allowed"),
    [
        ("place", "report/values.py", True),
        ("_with_place", "check/rules/posts.py", True),
        ("CellPlace", "report/values.py", False),
        ("places", "check/rules/names.py", False),
        ("placeholders", "word/writer.py", True),
    ],
)
def test_what_a_line_of_the_table_allows(text: str, path: str, allowed: bool) -> None:
    entry = Entry(("place",), ("report.*.place", "check.rules.posts.*"))
    assert entry.allows(Name(text, "function", GENERATOR / path)) is allowed
