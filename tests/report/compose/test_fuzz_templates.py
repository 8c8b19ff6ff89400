"""A few of the templates and formulas that ``tests/fuzz/templates.py`` makes without end."""

from __future__ import annotations

import pytest
from support.template_grammar import attempt, formula, made_package, template

from generator.model.dataset import Dataset
from generator.model.kind import Kind


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> tuple[Dataset, Kind]:
    return made_package(tmp_path_factory.mktemp("fuzz"))


@pytest.mark.parametrize("seed", range(1, 41))
def test_a_text_made_at_random_ends_in_words_twice_the_same(
    seed: int, package: tuple[Dataset, Kind]
) -> None:
    source = template(seed)
    fault, _ = attempt(package, "text", source)
    assert not fault, source


@pytest.mark.parametrize("seed", range(1, 41))
def test_a_formula_made_at_random_ends_in_words_twice_the_same(
    seed: int, package: tuple[Dataset, Kind]
) -> None:
    source = formula(seed)
    fault, _ = attempt(package, "formula", source)
    assert not fault, source
