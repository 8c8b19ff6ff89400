"""What a list explains by where its numbers stand: parts are not reckoned from one another, a number beside
them is no whole, and a list behind its whole is told though no word begins it. All places and numbers are invented."""

from __future__ import annotations

import pytest
from support.broken import alarms, both_sides, messages
from support.labelled import token_place

from generator.check.relations import relations, verdict

BOTH = [
    # a true sentence and the wrong number in it
    "县少年合唱团现有团员96人，女高音{24|14}人，女低音19人，男高音21人，男低音32人。",
    "市少儿图书馆藏书6250册，绘本类{2380|3380}册，科普类1960册，文学类1910册，日均到馆210人。",
    "馆藏石刻{348|248}件，魏晋石刻46件，隋唐石刻92件，宋元石刻118件，明清石刻92件。",
    "水产站登记渔船{412|312}艘，捕捞渔船186艘，养殖渔船152艘，休闲渔船74艘。",
    "全乡幼儿园共有教职工632人。按岗位分，专任教师{312|412}人，保育员180人，其他140人。",
    # what lists explain is not in the way of what is reckoned
    "新纳入规上企业{28|38}家，批发业9家，零售业12家，餐饮业7家；退出6家，净增22家。",
    "彩票公益金收入386万元，安排健身路径228万元、青训74万元、场馆开放50万元，共支出{352|452}万元，结转下年34万元。",
    # shares with what is left, and with the share before their list
    "边民贸易占全部进出口的{64.5|74.5}%；一般贸易占24.2%；保税物流及其他占11.3%。",
    "设备款签约后预付{30|40}%，到货支付40%，验收合格后支付其余30%。",
    "种粮补贴首批下达{60|70}%，剩余40%年终清算。",
]
SHARES = [
    # only that one of them is told
    "边民贸易占全部进出口的64.5%；一般贸易占{24.2|34.2}%；保税物流及其他占11.3%。",
    "村医补助按季预拨70%，年终考核后据实结算其余{30|20}%，每人每年9600元。",
]
READ = [
    # a sentence, its sort, and the numbers of a relation that is read in it
    (
        "对112处桥梁评级，一类41处、二类58处，两类合计99处，三类、四类分别为11处和2处。",
        "SUM",
        "112 41 58 11 2",
    ),
    (
        "在册机动船226艘，其中客船164艘、货船38艘、工程船24艘；客船里电动87艘、双体52艘。",
        "SUM",
        "226 164 38 24",
    ),
    ("128处灌区改造已开工121处，其中完工97处、在建24处，尚有7处未开工。", "BALANCE", "128 121 7"),
    (
        "主园区产值213.8亿元，东园76.4亿元，西园51.9亿元，主园区一家占全区342.1亿元的62.5%。",
        "SUM",
        "342.1 213.8 76.4 51.9",
    ),
    (
        "民企占比由上年的66.9%上升为71.3%，提高4.4个百分点；外企、国企占比则分别为19.5%和9.2%。",
        "WHOLE",
        "71.3 19.5 9.2",
    ),
    (
        "新纳入规上企业28家，批发业9家，零售业12家，餐饮业7家；退出6家，净增22家。",
        "BALANCE",
        "28 6 22",
    ),
    (
        "确权河道2.14公里、湖岸3.87公里、渠岸0.49公里，三类加总6.5公里，是应确权6.52公里的99.7%。",
        "SUM",
        "2.14 3.87 0.49 6.5",
    ),
]
NOT_READ = [
    (
        "在册机动船226艘，其中客船164艘、货船38艘、工程船24艘；客船里电动88艘、双体52艘。",
        "SUM",
        "164 24 88 52",
    ),
    ("128处灌区改造已开工121处，其中完工97处、在建24处，尚有7处未开工。", "SUM", "128 97 24 7"),
    (
        "保障房1200套，其中新建800套，改建400套，已开工1200套，已入住312套。",
        "SUM",
        "1200@2 800 400",
    ),
    ("国际贸易占全部的64.5%；边民贸易占24.2%；其他占11.3%。", "WHOLE", "24.2 11.3"),
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


@pytest.mark.parametrize("case", SHARES)
def test_a_wrong_share_is_told(case: str) -> None:
    true, wrong, _ = both_sides(case)
    assert messages(true) == []
    assert messages(wrong) != []


def _read(text: str) -> set[tuple[str, frozenset[int]]]:
    return {(one.sort.name, frozenset(a.start for a in one.numbers)) for one in relations(text)}


def _named(text: str, sort: str, numbers: str) -> tuple[str, frozenset[int]]:
    return sort, frozenset(token_place(text, number) for number in numbers.split())


@pytest.mark.parametrize(("text", "sort", "numbers"), READ)
def test_what_the_lists_leave_is_read(text: str, sort: str, numbers: str) -> None:
    assert _named(text, sort, numbers) in _read(text)
    assert messages(text) == []


@pytest.mark.parametrize(("text", "sort", "numbers"), NOT_READ)
def test_no_sum_is_torn_to_make_another(text: str, sort: str, numbers: str) -> None:
    assert _named(text, sort, numbers) not in _read(text)
    assert messages(text) == []
