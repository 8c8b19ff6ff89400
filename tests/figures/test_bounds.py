"""Formulas that would run without end, fill the memory, or reach what is none of their business."""

from __future__ import annotations

import time
from decimal import Decimal
from pathlib import Path

import pytest
from support import invented

from generator.figures.budget import Budget, LimitError
from generator.figures.evaluation import Evaluation, cells_in
from generator.figures.figure import Figure
from generator.jobs.compose import compose
from generator.model.errors import DataError

HEAD = "键,名称,数值,单位,公式\n企业,企业数,12,家,\n"

STOPPED = [
    ("+".join(["{企业}"] * 600), "1,000 字"),
    ("{企业}*10**(10**8)", "100 次"),
    ("{企业}*10**99*10**99", "100 位"),
    ("{企业}*1e90*1e90", "100 位"),
    ("{企业}*" + "9" * 300, "100 位"),
    ("1e400", "有一个数太大"),
    ("{企业}+1e400", "有一个数太大"),
    ("{企业}-1e308*10", "有一个数太大"),
    ("{企业}+1e300**2", "有一个数太大"),
    ("{企业}+1/0", "除以了 0"),
    ("{企业}+7 % 0", "除以了 0"),
    ("-" * 900 + "1", "写法有误"),
    ("０.５*{企业}", "写法有误"),
    ("1５.5+{企业}", "写法有误"),
    ("{企业}*('a'*10**9)", "5,000,000 字"),
    ("{企业}*([0]*10**9)", "100,000 项"),
    ("'%1000000000d' % 1", "不能用“%”合在一起"),
    ("'a'|center(10**9)", "写法有误"),
    ("range(10**9)", "不存在的名称"),
    ("lipsum()", "不存在的名称"),
    ("[1, 2]|random", "写法有误"),
    ("f", "公式的结果不是一个数"),
    ("'' ~ f", "不能印出来"),
    ("f.__globals__", "公式的结果不是一个数"),
    ("f.__closure__", "公式的结果不是一个数"),
    ("''.__class__", "公式的结果不是一个数"),
    ("政策文件.rows", "公式的结果不是一个数"),
    ("{企业}.sources", "公式的结果不是一个数"),
]
"""A formula, and what its one line says."""


@pytest.mark.parametrize("formula", ["甲+０.５", "甲+" + "1" * 5000, "(" * 20_000, "甲+"])
def test_a_formula_that_is_none_names_no_cell(formula: str) -> None:
    assert cells_in(formula) == ()


@pytest.mark.slow
@pytest.mark.parametrize(("formula", "said"), STOPPED, ids=[case[0][:30] for case in STOPPED])
def test_a_formula_that_does_too_much_is_refused(formula: str, said: str, tmp_path: Path) -> None:
    began = time.process_time()
    with pytest.raises(DataError) as refused:
        compose(package(tmp_path, f'甲,甲数,,家,"{formula}"\n'))
    [problem] = refused.value.problems
    assert said in str(problem)
    assert (problem.file, problem.row) == ("figures.csv", 3)
    assert len(str(problem)) < 300
    assert time.process_time() - began < 20


def test_only_the_time_that_formulas_take_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    """A draft may lie for long between two of them; together they may take no longer."""
    now = [0.0]
    monkeypatch.setattr(time, "process_time", lambda: now[0])
    monkeypatch.setattr(time, "monotonic", lambda: now[0])
    budget = Budget("公式", 1_000_000)
    for _ in range(3):
        with budget.piece(), budget.piece():
            now[0] += 3
            budget.spend(2_001)
        now[0] += 1000
    with budget.piece(), pytest.raises(LimitError, match="用时超过 10 秒"):
        now[0] += 2
        budget.spend(2_001)


def test_a_process_that_waits_uses_no_time(monkeypatch: pytest.MonkeyPatch) -> None:
    """A computer that sleeps, or a process that is held, in the middle of a formula."""
    wall, processor = [0.0], [0.0]
    monkeypatch.setattr(time, "process_time", lambda: processor[0])
    monkeypatch.setattr(time, "monotonic", lambda: wall[0])
    budget = Budget("公式", 1_000_000)
    with budget.piece():
        budget.spend(2_001)
        wall[0] += 3600
        budget.spend(2_001)
        processor[0] += 11
        with pytest.raises(LimitError, match="用时超过 10 秒"):
            budget.spend(2_001)


@pytest.mark.slow
def test_a_chain_of_formulas_has_an_end(tmp_path: Path) -> None:
    rows = [f"数{n},数{n},,家,{{数{n - 1}}}+1\n" for n in range(1, 300)]
    with pytest.raises(DataError) as refused:
        compose(package(tmp_path, "数0,数0,1,家,\n" + "".join(reversed(rows))))
    assert "40 层的上限" in str(refused.value.problems[0])


def test_formulas_may_follow_one_another_for_a_while(tmp_path: Path) -> None:
    rows = [f"数{n},数{n},,家,{{数{n - 1}}}+1\n" for n in range(1, 31)]
    draft = compose(package(tmp_path, "数0,数0,1,家,\n" + "".join(reversed(rows))))
    assert draft.book.get("数30").value == Decimal(31)


def package(folder: Path, rows: str) -> Path:
    return invented.package(folder, indicators_csv="代码,数值\n1.1.1,3\n", figures_csv=HEAD + rows)


@pytest.mark.parametrize(
    ("formula", "told"),
    [("'优' if 1 > 2 else '良'", ""), ("'甲\\n乙'", "要能印"), ("'长' * 101", "不超过 100 字")],
)
def test_a_word_that_a_column_computes(formula: str, told: str) -> None:
    """A short word is one; what no cell can hold is refused; elsewhere a word is no result."""
    evaluation = Evaluation({})

    def nothing(key: str) -> Figure:
        raise KeyError(key)

    if told:
        with pytest.raises(ValueError, match=told):
            evaluation.evaluate(formula, nothing, {})
    else:
        assert evaluation.evaluate(formula, nothing, {}).value == "良"
    with pytest.raises(ValueError, match="公式的结果不是一个数"):
        evaluation.evaluate(formula, nothing)
