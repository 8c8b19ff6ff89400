"""Columns of one heading below several groups, and the quarters beside their total."""

from __future__ import annotations

import pytest
from support.brought import Row, offers, proposal, sheet, stands

THERE, BACK = "东部实际向西部选派挂职干部", "西部实际向东部选派挂职交流干部"
BELOW: Row = (None, "县处级", "其他", "县处级", "其他")
MERGES = [(1, 1, 2, 1), (1, 2, 1, 3), (1, 4, 1, 5)]
CODES = ["4.1.1.1.2", "4.1.1.1.3", "4.1.1.2.2", "4.1.1.2.3"]
TOWNS: list[Row] = [("青禾县", 1, 3, 2, 4), ("白水县", 5, 6, 7, 8)]


@pytest.mark.parametrize("rows", [TOWNS[:1], TOWNS])
@pytest.mark.parametrize(
    ("there", "back", "standing"),
    [
        (THERE, BACK, "可取"),
        ("东部向西部选派挂职干部（人）", "西部向东部选派挂职干部（人）", "请定"),
    ],
)
def test_the_group_tells_columns_of_one_heading_apart(
    rows: list[Row], there: str, back: str, standing: str
) -> None:
    head = ("县区", there, None, back, None)
    brought = offers(sheet(head, BELOW, *rows, merges=MERGES))
    assert [offer.target.ident for offer in brought[:4]] == CODES
    assert {offer.standing.value for offer in brought[:4]} == {standing}
    assert all(not offer.candidates for offer in brought[4:])
    assert brought[0].written.startswith(there)
    names = [offer.mapped.item for offer in brought]
    assert len(set(names)) == len(names)


def test_what_was_settled_of_one_group_holds_for_it_alone() -> None:
    head = ("县区", "派来", None, "派出", None)
    brought = sheet(
        ("干部",), head, BELOW, *TOWNS[:1], merges=[(2, 1, 3, 1), (2, 2, 2, 3), (2, 4, 2, 5)]
    )
    first = offers(brought, confirmed=dict(enumerate(CODES, 1)))
    again = offers(brought, mapping=[offer.mapped for offer in first])
    assert [offer.target.ident for offer in again] == CODES
    assert {offer.standing.value for offer in again} == {"可取"}


def test_the_only_number_of_a_row_below_one_of_several_groups_is_asked() -> None:
    head = ("指标", "上半段", None, "下半段", None)
    below = (None, "数量", "说明", "数量", "说明")
    rows: list[Row] = [("举办劳务协作培训班（期）", 12), ("援建帮扶车间数（个）", 3, None, 4)]
    brought = offers(sheet(head, below, *rows, merges=MERGES))
    assert brought[0].reasons == ("数所在的列是“上半段”",)
    assert [offer.mapped.item.split("／")[0] for offer in brought[1:]] == ["上半段", "下半段"]


@pytest.mark.parametrize("total", ["累计", "合计"])
@pytest.mark.parametrize("named", ["{}季度", "第{}季度"])
def test_quarters_in_figures_are_left_out_beside_their_total(named: str, total: str) -> None:
    quarters = [named.format(number) for number in range(1, 5)]
    brought = sheet(
        ("培训",), ("指标", *quarters, total), ("举办劳务协作培训班（期）", 1, 2, 3, 4, 10)
    )
    assert stands(brought) == {"2.1.1": ("10", "可取")}
    assert proposal(brought).sheets[0].remarks == tuple(f"没有取“{one}”列" for one in quarters)


@pytest.mark.parametrize(
    ("above", "standing"), [("本月", "请定"), ("11月", "请定"), ("1季度", "请定"), ("完成", "可取")]
)
def test_a_number_below_a_part_of_the_year_is_asked(above: str, standing: str) -> None:
    rows: list[Row] = [
        ("指标", above, None),
        (None, "数量", "说明"),
        ("举办劳务协作培训班（期）", 12, "甲"),
    ]
    brought = sheet(("培训",), *rows, merges=[(2, 2, 2, 3), (2, 1, 3, 1)])
    assert stands(brought) == {"2.1.1": ("12", standing)}


def test_columns_below_a_part_of_the_year_have_names_of_their_own() -> None:
    rows: list[Row] = [("指标", "本月", None), (None, "数量", "累计"), ("签约次数", 12, 40)]
    brought = offers(sheet(("培训",), *rows, merges=[(2, 2, 2, 3), (2, 1, 3, 1)]))
    named = [offer.mapped.item for offer in brought]
    assert named == ["签约次数／本月／数量", "签约次数／本月／累计"]
