"""What a list explains by where its numbers stand: parts are not reckoned from one another, a number beside
them is no whole, and a list behind its whole is told though no word begins it. All places and numbers are invented."""

from __future__ import annotations

import pytest
from support.broken import alarms, both_sides, messages

from generator.check.relations import relations, verdict

BOTH = [
    # a true sentence and the wrong number in it
    "县少年合唱团现有团员96人，女高音{24|14}人，女低音19人，男高音21人，男低音32人。",
    "市少儿图书馆藏书6250册，绘本类{2380|3380}册，科普类1960册，文学类1910册，日均到馆210人。",
    "馆藏石刻{348|248}件，魏晋石刻46件，隋唐石刻92件，宋元石刻118件，明清石刻92件。",
    "水产站登记渔船{412|312}艘，捕捞渔船186艘，养殖渔船152艘，休闲渔船74艘。",
    "全乡幼儿园共有教职工632人。按岗位分，专任教师{312|412}人，保育员180人，其他140人。",
]
SILENT = [
    # all parts of a list, and what else stands behind it
    "全乡幼儿园共有教职工632人。按岗位分，专任教师312人，保育员180人，其他140人。",
    "水文站共有职工186人。按学历分，研究生42人，本科96人，其余48人。",
    "三年应改灶台4860台，2022年、2023年、2024年计划数分别为1500台、1800台、1560台，目前累计完成3912台。",
    "农民人均收入中，工资收入6820元，占44.1%；经营收入5120元，占33.1%；财产收入280元，占1.8%；转移收入3240元，占21.0%。",
    "女高音24人，女低音19人，男高音21人，男低音32人，均经考核录取。",
]
NO_SUM = [
    # few round digits agree by chance
    "温泉门票成人90元、学生60元，儿童免票，摆渡车往返30元。",
    "老年食堂早餐5元、午餐8元，80岁以上补贴3元，每日供应两餐。",
    "公园游船四人船80元、两人船50元，押金30元。",
]


@pytest.mark.parametrize("case", BOTH)
def test_a_wrong_number_of_a_list_is_told_with_the_right_one(case: str) -> None:
    true, wrong, right = both_sides(case)
    assert messages(true) == []
    assert any(right in said for said in messages(wrong))


@pytest.mark.parametrize("text", SILENT)
def test_what_a_list_explains_is_not_reckoned_again(text: str) -> None:
    assert messages(text) == []
    assert all(verdict(one).holds for one in relations(text))


@pytest.mark.parametrize("text", NO_SUM)
def test_round_numbers_of_few_digits_are_no_sum(text: str) -> None:
    assert alarms(text) == []
    assert relations(text) == []
