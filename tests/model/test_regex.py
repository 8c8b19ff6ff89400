"""A pattern that comes compiled is the one that re.compile makes of it."""

from __future__ import annotations

import gc
import marshal
import re
from pathlib import Path

import pytest

from generator.jobs.precompile import write_patterns
from generator.model import regex as module
from generator.model.regex import read_stored, regex

PATTERNS = (
    ("万元", 0),
    (r"(?P<year>\d{4})年(?:(?P<month>\d{1,2})月)?", 0),
    (r"(?<!\d)[一二三四五六七八九十百]+(?=、)", 0),
    ("A|b+?", re.I),
    (r"\{#.*?#\}", re.S),
    ("^(甲)(?:乙|丙)*$", re.M | re.S),
    ("[^\\W\\d_]{2,}\U00020000", 0),
)


@pytest.fixture
def stored(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file of the patterns above, from which ``regex`` reads."""
    path = tmp_path / "patterns.bin"
    write_patterns(path, ((pattern, int(flags | re.U)) for pattern, flags in PATTERNS))
    monkeypatch.setattr(module, "_STORED", read_stored(path))
    return path


@pytest.mark.parametrize(("pattern", "flags"), PATTERNS)
def test_a_stored_pattern_is_the_same(
    pattern: str, flags: int, stored: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    wanted = re.compile(pattern, flags)
    re.purge()
    monkeypatch.setattr(re, "compile", None)
    found = regex(pattern, flags)
    assert found == wanted and found.groupindex == wanted.groupindex
    assert (found.flags, found.groups) == (wanted.flags, wanted.groups)
    text = "2026年11月，十、万元AbbB{#\n#}甲乙丙𠀀文字𠀀"
    assert [match.groupdict() for match in found.finditer(text)] == [
        match.groupdict() for match in wanted.finditer(text)
    ]
    assert [match.group(0, *range(1, found.groups + 1)) for match in found.finditer(text)] == [
        match.group(0, *range(1, found.groups + 1)) for match in wanted.finditer(text)
    ]


def test_a_pattern_that_is_not_stored_is_compiled(stored: Path) -> None:
    assert regex("万元?") == re.compile("万元?")
    assert regex("万元", re.I) == re.compile("万元", re.I)
    with pytest.raises(re.error):
        regex("(万元")


@pytest.mark.parametrize("data", [b"", b"\x00", b"{", marshal.dumps(("3.2", {}))])
def test_a_file_of_something_else_holds_none(data: bytes, tmp_path: Path) -> None:
    path = tmp_path / "patterns.bin"
    path.write_bytes(data)
    assert not read_stored(path)
    assert not read_stored(tmp_path / "none.bin")


def test_all_patterns_that_came_compiled_are_the_same() -> None:
    """Those of this installation, if it has any: each pattern that is there now."""
    for one in gc.get_objects():
        if isinstance(one, re.Pattern) and isinstance(one.pattern, str):
            assert regex(one.pattern, one.flags) == re.compile(one.pattern, one.flags)
