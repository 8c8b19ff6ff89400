"""mapping.yaml: written, read back, and what is wrong in it."""

from __future__ import annotations

import pytest

from generator.model.errors import DataError
from generator.package.bring.mapping import Mapped, mapping_text, read_mapping, with_entries

ENTRY = Mapped("学校协作", "结对学校", "所", "结对.学校", "教育局.xlsx“Sheet1”C2")


def test_what_is_written_is_read_back() -> None:
    entries = (ENTRY, Mapped("3.1", "其中：脱贫户", "", "不用"))
    assert read_mapping(mapping_text(entries).encode()) == entries


def test_no_file_has_no_entries() -> None:
    assert read_mapping(None) == ()
    assert read_mapping(mapping_text(()).encode()) == ()


def test_a_new_entry_takes_the_stead_of_the_old_one() -> None:
    other = Mapped("学校协作", "结对学校", "所", "结对.学校.西部")
    assert with_entries((ENTRY,), (other,)) == (other,)


def test_a_key_that_is_a_number_and_a_misspelt_item_are_faults() -> None:
    faulty = "- {表: 学校, 项: 结对, 放到: 3.1}\n- {表: 学校, 项目: 结对, 放到: 结对.学校}\n"
    with pytest.raises(DataError) as caught:
        read_mapping(faulty.encode())
    lines = [str(problem) for problem in caught.value.problems]
    assert (
        "mapping.yaml“0.放到”：写的是“3.1”，应当是文字。请写成一行文字，含冒号时加引号。" in lines
    )
    assert "mapping.yaml“1.项”：缺少这一项。请补上。" in lines
