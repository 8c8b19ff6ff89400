"""A formula that comes compiled is the one that is compiled in the process."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest

from generator.figures import compiled_formulas as module
from generator.figures import evaluation
from generator.figures.compiled_formulas import stored_formulas, write_formulas
from generator.figures.evaluation import Evaluation, compiled
from generator.figures.figure import Figure

FORMULA = "{资金.用途.产业} × 2 + 1"


@pytest.fixture
def stored(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder with what compiles formulas, and one formula compiled."""
    for name in module._COMPILERS:
        source = module.FILE.with_name(f"{name}.py").read_text("utf-8")
        (tmp_path / f"{name}.py").write_text(source, encoding="utf-8")
    monkeypatch.setattr(module, "FILE", tmp_path / "formulas.bin")
    write_formulas({FORMULA: compiled(FORMULA)})
    evaluation._code_of.cache_clear()
    yield tmp_path
    stored_formulas.cache_clear()
    evaluation._code_of.cache_clear()


def _value(formula: str) -> object:
    return Evaluation({}).evaluate(formula, lambda key: Figure(key, key, Decimal(20))).value


def test_it_is_not_compiled_again(stored: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(formula: str) -> None:
        raise AssertionError(formula)

    monkeypatch.setattr(evaluation, "compiled", refuse)
    assert _value(FORMULA) == 41


def test_another_is_compiled_in_the_process(stored: Path) -> None:
    assert _value("{资金.用途.产业} × 3") == 60


@pytest.mark.parametrize("name", module._COMPILERS)
def test_none_is_found_once_what_compiles_them_has_changed(name: str, stored: Path) -> None:
    (stored / f"{name}.py").write_text("# another", encoding="utf-8")
    stored_formulas.cache_clear()
    assert stored_formulas() == {}
    assert _value(FORMULA) == 41


@pytest.mark.parametrize("content", [b"", b"nothing", b"N"])
def test_a_damaged_file_holds_none(content: bytes, stored: Path) -> None:
    module.FILE.write_bytes(content)
    stored_formulas.cache_clear()
    assert stored_formulas() == {}
