"""Templates that would run without end, fill the memory, or print what differs from run to run."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from support import invented

from generator.figures.plaintext import plain_text
from generator.jobs.compose import compose
from generator.model.errors import DataError

FIGURES = """键,名称,数值,单位,修饰,公式,小数位
企业,企业数,12,家,,,
"""
NESTED = "{% for a in range(1000) %}" * 4 + "字" + "{% endfor %}" * 4
DOUBLED = (
    "{% set n = namespace(x='字') %}{% for i in range(99) %}{% set n.x = n.x ~ n.x %}{% endfor %}"
)
LISTED = (
    "{% set n = namespace(x=[1]) %}{% for i in range(99) %}{% set n.x = n.x + n.x %}{% endfor %}"
)
COMPARED = (
    "{% set n = namespace(a=[1], b=[1]) %}{% for i in range(60) %}"
    "{% set n.a = [n.a, n.a] %}{% set n.b = [n.b, n.b] %}{% endfor %}{{ n.a == n.b }}"
)
SUMMED = (
    "{% set n = namespace(x=f('企业')) %}{% for i in range(99999) %}"
    "{% set n.x = n.x + f('企业') %}{% endfor %}"
)

STOPPED = [
    (NESTED, "500,000 步"),
    ("{% for a in range(10**9) %}{% endfor %}", "100,000 项"),
    (
        "{% for a in range(100000) %}{% for b in range(100000) if b < 0 %}{% endfor %}{% endfor %}",
        "500,000 步",
    ),
    ("{{ 'a' * 10**9 }}", "5,000,000 字"),
    ("{{ ['a'] * 10**9 }}", "100,000 项"),
    ("{{ 10 ** (10 ** 8) }}", "100 次"),
    (
        "{% set n = namespace(x=9) %}{% for i in range(99) %}{% set n.x = n.x * n.x %}{% endfor %}",
        "100 位",
    ),
    (DOUBLED, "5,000,000 字"),
    (LISTED, "100,000 项"),
    (COMPARED, "4 层"),
    (SUMMED, "1,000 字"),
    (
        "{% set n = namespace(x='字') %}{% for i in range(99) %}"
        "{% set n.x %}{{ n.x }}{{ n.x }}{% endset %}{% endfor %}",
        "5,000,000 字",
    ),
    ("{{ ('字' * 100000)|replace('字', '字' * 100000) }}", "5,000,000 字"),
    ("{{ range(100000)|join('字' * 100000) }}", "5,000,000 字"),
    ("{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}", "40 层"),
    (
        "{% macro m(n) %}{% if n %}{{ m(n-1) }}{{ m(n-1) }}{% endif %}{% endmacro %}{{ m(30) }}",
        "500,000 步",
    ),
    ("{{ text('lead') }}", "40 层"),
    ("{% for a in range(30000) %}{{ a }}\n\n{% endfor %}", "20,000 行"),
    ("{% for a in range(99999) %}一二三四五六七八九十甲{% endfor %}", "1,000,000 字"),
    ("字" * 200_001, "200,000 字"),
    ("{{ " + "(" * 400 + "1" + ")" * 400 + " }}", "太深"),
    ("{% for a in [1] %}" * 30 + "{% endfor %}" * 30, "太深"),
    ("{% include 'text/lead.md' %}", "太深"),
]
"""What does too much, and the limit that its message names."""


@pytest.mark.slow
@pytest.mark.parametrize(("source", "limit"), STOPPED, ids=[str(i) for i in range(len(STOPPED))])
def test_a_template_that_does_too_much_is_refused_by_its_limit(
    source: str, limit: str, tmp_path: Path
) -> None:
    began = time.process_time()
    problem = refusal(tmp_path, source)
    assert limit in problem
    assert "text/lead.md" in problem
    assert time.process_time() - began < 20


REFUSED = [
    *(
        (f"{{{{ {source} }}}}", f"没有过滤器“{name}”")
        for source, name in (
            ("'a'|center(10**9)", "center"),
            ("'%1000000000d'|format(1)", "format"),
            ("'%s'|format(f)", "format"),
            ("'a b'|wordwrap(1)", "wordwrap"),
            ("'a'|indent(10**9)", "indent"),
            ("[1, 2, 3]|random", "random"),
            ("[1]|batch(10**9, 0)|list", "batch"),
            ("[1]|slice(10**9)|list", "slice"),
            ("[1]|tojson(10**9)", "tojson"),
            ("f|pprint", "pprint"),
            ("[[1]]|sum(start=[])", "sum"),
            ("2.5|round(10**9, 'ceil')", "round"),
            ("'a'|attr('__class__')", "attr"),
        )
    ),
    ("{{ '甲'[政策文件] }}", "方括号里写的这一项不存在"),
    ("{{ lipsum() }}", "用了不存在的名称“lipsum”"),
    ("{{ cycler(1, 2) }}", "用了不存在的名称“cycler”"),
    ("{{ x" + "9" * 5000 + " }}", "用了不存在的名称“x999999999999999…”"),
    ("{{ f }}", "不能印出来"),
    ("{{ f|string }}", "不能印出来"),
    ("{{ '' ~ f }}", "不能印出来"),
    ("{{ [f]|join }}", "不能印出来"),
    ("{{ f|e }}", "不能印出来"),
    ("{{ [1, 2] }}", "不能印出来"),
    ("{{ 政策文件 }}", "不能印出来"),
    ("{{ [1, 2]|map('string') }}", "不能印出来"),
    ("{{ namespace(a=1) }}", "不能印出来"),
    ("{{ jn([f, f]) }}", "不能印出来"),
    ("{{ '%1000000000d' is odd }}", "只能问整数"),
    ("{{ ['%1000000000d']|select('divisibleby', 1)|list }}", "只能问整数"),
    ("{{ '%1000000000d' % 1 }}", "不能用“%”合在一起"),
    ("{{ 1e400 }}", "有一个数太大"),
    ("{{ 1e308*10 }}", "有一个数太大"),
    ("{{ 1e308*10-1e308*10 }}", "有一个数太大"),
    ("{% set x = 1e200**2 %}{{ x }}", "有一个数太大"),
    ("{{ 1/0 }}", "除以了 0"),
    ("{{ f('企业').number // 0 }}", "除以了 0"),
    ("{{ ''.__class__ }}", "不许用的属性"),
    ("{{ ''['__class__'] }}", "不许用的属性"),
    ("{{ f.args }}", "不许用的属性"),
    ("{{ f.func }}", "不许用的属性"),
    ("{{ '{0.__class__}'.format(1) }}", "不许用的属性"),
    ("{{ 'a'.center(10**9) }}", "不许用的属性"),
    ("{{ 'a'.zfill(10**9) }}", "不许用的属性"),
    ("{{ [1].append(2) }}", "不许用的属性"),
    ("{{ f('企业').sources }}", "不许用的属性"),
    ("{{ 政策文件.rows }}", "不许用的属性"),
    ("{{ f('企业').number.scaleb(9) }}", "不许用的属性"),
    ("{{ 1 is sameas 1 }}", "没有测试“sameas”"),
    ("{{ '\\x0e' }}", "控制字符"),
    ("{{ '\\ud800' }}", "控制字符"),
    ("{{ " + "9" * 5000 + " }}", "lead"),
]


@pytest.mark.slow
@pytest.mark.parametrize(("source", "message"), REFUSED, ids=[case[0][:40] for case in REFUSED])
def test_what_has_no_bound_or_varies_is_out_of_reach(
    source: str, message: str, tmp_path: Path
) -> None:
    problem = refusal(tmp_path, source)
    assert message in problem
    assert problem.startswith("text/lead.md 第1行")


def test_what_templates_need_is_there(tmp_path: Path) -> None:
    source = (
        "{{ ['乙', '甲', '乙']|unique|list|join('、') }}；{{ '第' ~ 3 ~ '条' }}；{{ '—' * 3 }}；"
        "{{ (1 + 2) * 3 }}；{{ [3, 1, 2]|sort|first }}；{{ '甲乙'|replace('甲', '丙') }}；"
        "{% for n in range(3) if n != 1 %}{{ n }}{{ loop.cycle('奇', '偶') }}{% endfor %}；"
        "{{ '甲乙'[1:] }}；{{ {'键': '值'}.键 }}；{{ '*粗*' ~ f('企业').unit }}"
    )
    composed = compose(package(tmp_path, source))
    assert "乙、甲；第3条；———；9；1；丙乙；0奇2偶；乙；值；*粗*家" in plain_text(composed.document)


def test_one_fault_tells_that_the_budget_of_the_report_is_spent(tmp_path: Path) -> None:
    with pytest.raises(DataError) as refused:
        compose(package(tmp_path, NESTED))
    assert len(refused.value.problems) == 1


def test_long_blanks_take_no_longer_than_long_words(tmp_path: Path) -> None:
    began = time.process_time()
    blanks = " " * 30_000
    composed = compose(package(tmp_path, f"甲{blanks}\n{blanks}\n{blanks}乙{blanks}丙\n{blanks}丁"))
    assert "丙丁" in plain_text(composed.document)
    assert time.process_time() - began < 10


def test_nothing_of_a_template_is_kept_on_the_disk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(folder))
    compose(package(tmp_path, "实现就业。"))
    assert not list(folder.iterdir())


def package(folder: Path, source: str) -> Path:
    return invented.package(
        folder,
        indicators_csv="代码,数值\n1.1.1,3\n",
        figures_csv=FIGURES,
        text__lead_md=source,
    )


def refusal(folder: Path, source: str) -> str:
    """The one line in which the template is refused."""
    with pytest.raises(DataError) as refused:
        compose(package(folder, source))
    [problem] = refused.value.problems
    return str(problem)
