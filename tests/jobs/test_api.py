"""The public Python API: every function has an example, and every example gives what it says."""

from __future__ import annotations

import datetime as dt
import doctest
import importlib
import inspect
import json
from pathlib import Path

import pytest
from support import invented

from generator import jobs
from generator.docs.api import members
from generator.jobs.compose import compose
from generator.jobs.draft import write
from generator.model.replacing import replace

TEXTS: dict[str, str | bytes | None] = {
    "text__lead_md": "清河县全面落实协作任务。\n",
    "text__innovations_md": "建立月调度制度。\n",
    "text__problems_md": "产业链条较短。\n",
    "text__next_steps_md": "延长产业链条。\n",
}
FIGURES = """\
键,名称,数值,单位,公式
会议.常委会,常委会,3,次,
资金.教育帮扶,教育帮扶资金,50,万元,
带动.农村人口,带动农村人口,300,人,
"""

MODULES = {name: importlib.import_module(f"generator.jobs.{name}") for name in jobs.MODULES}
FUNCTIONS = {
    f"{module}.{name}": member
    for module in MODULES
    for name, member in members(MODULES[module]).items()
    if inspect.isfunction(member)
}


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A working folder that holds the package 清河-2023, in which text and form contradict."""
    invented.package(
        tmp_path / "清河-2023",
        indicators_csv="代码,数值\n1.1.1,2\n",
        documents_csv="键,标题,领域\n关爱,挂职干部关爱办法,干部人才\n",
        figures_csv=FIGURES,
        **TEXTS,
    )
    monkeypatch.chdir(tmp_path)


def test_every_command_has_a_module_with_a_function_of_its_name() -> None:
    """But ``open``: the workbench calls those of the others."""
    from generator.cli.main import COMMANDS

    assert {f"{command}.{command}" for command in COMMANDS if command != "open"} <= FUNCTIONS.keys()


@pytest.mark.slow
@pytest.mark.parametrize("name", FUNCTIONS)
def test_the_example_of_a_function_gives_what_it_says(name: str, office: None) -> None:
    docstring = inspect.getdoc(FUNCTIONS[name])
    assert docstring is not None and "\n例：\n" in docstring
    own = vars(MODULES[name.rpartition(".")[0]])
    known = {"Path": Path, "compose": compose, "dt": dt, "json": json, "replace": replace}
    example = doctest.DocTestParser().get_doctest(
        docstring, {**known, "write": write, **own}, name, None, None
    )
    assert example.examples
    assert doctest.DocTestRunner(verbose=False).run(example).failed == 0
