"""What report.yaml names beside the package: seen from it, else from where it lies."""

from __future__ import annotations

from pathlib import Path

import pytest
from support import invented

from generator.model.errors import DataError
from generator.package.read import load_package

NAMES = "名称,类别,职务\n张三,人员,区长\n"


def read_names(folder: Path, item: str) -> tuple[str, ...]:
    package = invented.package(folder, report_yaml=invented.REPORT + f"names: {item}\n")
    dataset, _ = load_package(package, invented.templates(folder.parent / "templates"))
    return tuple(name.text for name in dataset.shared_names or ())


@pytest.mark.parametrize("item", ["../名册.csv", "名册.csv"])
def test_a_file_beside_the_package_is_read(tmp_path: Path, item: str) -> None:
    (tmp_path / "名册.csv").write_text(NAMES, encoding="utf-8")
    assert read_names(tmp_path / "包", item) == ("张三",)


def test_a_file_of_that_name_further_up_is_none_of_ours(tmp_path: Path) -> None:
    (tmp_path / "名册.csv").write_text(NAMES, encoding="utf-8")
    assert read_names(tmp_path / "处" / "包", "../名册.csv") == ()


def test_a_file_named_further_up_is_refused(tmp_path: Path) -> None:
    (tmp_path / "名册.csv").write_text(NAMES, encoding="utf-8")
    with pytest.raises(DataError, match="也不在数据包旁边"):
        read_names(tmp_path / "处" / "包", "../../名册.csv")
