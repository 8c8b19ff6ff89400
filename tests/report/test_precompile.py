"""The templates of the kinds come compiled: what they print and what errors say is the same."""

from __future__ import annotations

from pathlib import Path

import pytest
from jinja2 import DictLoader
from markupsafe import Markup

from generator.report.compose import precompiled
from generator.report.compose.environment import environment_of
from generator.report.compose.template_facts import facts_from, read_facts
from generator.report.precompile import precompile_templates

OUTLINE = """{% extends 'base.md.j2' %}{% import 'macros.md.j2' as m %}
{% block 就业 %}{{ f('就业.合计') }}{% if 资金 %}{{ m.visits() }}{{ text('lead') }}{% endif %}{% endblock %}
{% block 培训 %}{{ super() }}{{ claim('3', '培训.期数') }}{% endblock %}
{% macro visits() %}{{ prev('互访.次数') }}{% endmacro %}"""


def test_what_a_template_asks_for_comes_back_from_its_file() -> None:
    facts = read_facts(environment_of(DictLoader({}), Markup).parse(OUTLINE))
    blocks = dict(facts.blocks)
    assert facts.base == "base.md.j2" and facts.imports == (("m", "macros.md.j2"),)
    assert [tuple(ask) for ask in blocks["就业"].calls] == [
        ("key", "就业.合计"),
        ("macro", "m.visits"),
        ("text", "lead"),
    ]
    assert "资金" in blocks["就业"].names and not blocks["就业"].inherits
    assert blocks["培训"].inherits and ("key", "培训.期数") in list(
        map(tuple, blocks["培训"].calls)
    )
    read = facts_from(facts.as_json())
    assert [name for name, _ in read.blocks] == ["就业", "培训"]
    assert [name for name, _ in read.macros] == ["visits"]
    assert dict(read.blocks)["培训"].inherits


@pytest.fixture
def kinds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of kinds with one template, compiled."""
    folder = tmp_path / "甲"
    folder.mkdir()
    (folder / "report.md.j2").write_text("甲{{ 1 // 数 }}乙\n", encoding="utf-8")
    monkeypatch.setattr(precompiled, "FOLDER", tmp_path / "compiled")
    monkeypatch.setattr("generator.report.precompile.FOLDER", tmp_path / "compiled")
    precompile_templates()
    return tmp_path


def test_a_compiled_template_is_named_after_its_file(kinds: Path) -> None:
    path = kinds / "甲" / "report.md.j2"
    source = path.read_text("utf-8")
    code = precompiled.code_of("report.md.j2", source, str(path))
    assert code is not None and code.co_filename == str(path)
    inner = [it for it in code.co_consts if hasattr(it, "co_filename")]
    assert inner and {it.co_filename for it in inner} == {str(path)}
    assert precompiled.facts_of("report.md.j2", source)


def test_a_template_that_was_changed_since_is_not_found(kinds: Path) -> None:
    path = kinds / "甲" / "report.md.j2"
    changed = path.read_text("utf-8") + "丙"
    assert precompiled.code_of("report.md.j2", changed, str(path)) is None
    assert precompiled.facts_of("report.md.j2", changed) == ""
