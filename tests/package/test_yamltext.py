"""Both parsers of YAML give the same values, and the same fault at the same place."""

import pytest
import yaml

from generator.model.files import templates_root
from generator.package.yamltext import load, quickly_loaded

FILES = sorted(templates_root().rglob("*.yaml"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_every_file_of_a_kind_reads_the_same(path) -> None:
    text = path.read_text("utf-8")
    assert quickly_loaded(text) == load(text)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("name: 甲\nname: 乙\n", 1),
        ("name: &a 甲\n", 0),
        ("name: !!str 甲\n", 0),
        ("title: 甲\ntexts: [\n", 2),
        ("title: 甲\n  texts: 乙: 丙\n", 1),
        ("year: 0123\n", 0),
        ("a: " + "[" * 60 + "]" * 60, 0),
    ],
)
def test_a_fault_is_told_at_the_same_line(text: str, line: int) -> None:
    with pytest.raises(yaml.MarkedYAMLError) as fault:
        quickly_loaded(text)
    with pytest.raises(yaml.MarkedYAMLError) as same:
        load(text)
    assert fault.value.problem == same.value.problem
    assert fault.value.problem_mark and fault.value.problem_mark.line == line
    assert same.value.problem_mark and same.value.problem_mark.line == line
