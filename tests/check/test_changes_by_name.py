"""Changes, multiples and means whose numbers the words call, on both sides."""

from __future__ import annotations

import pytest

from generator.check.relations import relations, repairs, verdict

CASES = [
    (
        "2022—2024年，研发投入分别为5.20亿元、5.70亿元、6.50亿元，2024年比2022年多投1.30亿元。",
        "1.30",
        "1.80",
    ),
    (
        "2020年至2023年依次受理6000件、6400件、7000件、7500件，末年比首年多1500件，上升25.0%。",
        "1500件",
        "1800件",
    ),
    ("2021-2023年入库税款分别为8.0亿元、8.8亿元和9.6亿元，2023年较2021年增长20%。", "20%", "28%"),
    (
        "2019至2021年，森林覆盖率分别为40.0%、41.0%、42.5%，2021年比2019年提高2.5个百分点。",
        "2.5个",
        "3.5个",
    ),
    ("2022年至2024年事故依次为50起、46起、40起，2024年比2022年减少10起，下降20%。", "10起", "16起"),
    ("罚款480.0万元，涉及案件54起；案件数较上年少6起，降幅10.0%。", "6起", "9起"),
    (
        "机构1020个，其中医院20个、基层机构1000个；与上年相比，机构总数增加20个，增长2.0%。",
        "20个，增长",
        "35个，增长",
    ),
    (
        "80.0亿元的总产值中，省内56.0亿元，省外24.0亿元；总量比上年多出5.0亿元，增速6.7%。",
        "6.7%",
        "8.7%",
    ),
    ("全年旅客人次320.0万，比上年多20.0万人次，增长6.7%。", "6.7%", "9.7%"),
    ("总诊疗人次400.0万，其中基层诊疗260.0万人次，占比65.0%。", "65.0%", "85.0%"),
    ("浓度由140微克升至147微克，反弹5.0%。", "5.0%", "8.0%"),
    ("订单由800件下滑至720件，下滑10%。", "10%", "18%"),
    ("全年快递进港3000万件、出港1200万件，进港量是出港量的2.5倍。", "2.5", "3.5"),
    ("城区供水量600万吨，乡镇供水量240万吨，城区供水量相当于乡镇供水量的2.5倍。", "600", "900"),
    ("进出口额由2021年的2.0亿元扩大到2024年的6.4亿元，是2021年的3.2倍。", "3.2", "4.2"),
    ("到位金额3.60亿元，上年为2.94亿元，增幅22.4%，是2020年1.50亿元的2.4倍。", "2.4倍", "3.9倍"),
    ("男性21.00万人，女性20.00万人，性别比（女性为100）105.0。", "105.0", "115.0"),
    (
        "男性比女性多1.00万人（男21.00万人、女20.00万人），性别比（以女性为100）为105.0。",
        "105.0",
        "95.0",
    ),
    (
        "城镇居民人均收入40000元，农村居民人均收入20000元，城乡收入比（以农村为1）缩小到2.00。",
        "2.00",
        "2.60",
    ),
    ("成本保险按亩均42元收取保费，承保20.0万亩，保费共840万元。", "840", "940"),
]


@pytest.mark.parametrize("text", [case[0] for case in CASES])
def test_what_is_right_is_not_told(text: str) -> None:
    assert [one for one in relations(text) if not verdict(one).holds] == []


@pytest.mark.parametrize(("text", "right", "wrong"), CASES)
def test_what_is_wrong_is_told_with_what_it_should_be(text: str, right: str, wrong: str) -> None:
    changed = text.replace(right, wrong, 1)
    told = [one for one in relations(changed) if one.certain and not verdict(one).holds]
    ways = [digits for one in told for _, digits in repairs(one)]
    ways += [verdict(one).expected.strip("%件起个万亿吨倍百分点元") for one in told]
    named = float(right.strip("%件起个，增长倍"))
    assert changed != text
    assert told
    assert any(abs(float(way) - named) <= named / 50 for way in ways if way[:1].isdigit()), ways


SILENT = [
    "2022—2024年，投入分别为5.20亿元、5.70亿元、6.50亿元，2024年比2019年多投1.90亿元。",
    "2021—2023年产量分别为80万吨、85万吨、90万吨，面积比2021年增加1.20万亩，增长3.1%。",
    "涉及案件54起，其中大案6起；案值总量比上年多出2起，增速8.9%。",
    "机场旅客300万人次、货物1.2万吨，旅客量是十年前的3.4倍。",
    "42座村级电站发电收益1134万元，覆盖63个村，村均18万元。",
    "在建水库3座，水库总数是全市的1.5倍。",
]


@pytest.mark.parametrize("text", SILENT)
def test_what_is_of_something_else_is_not_told(text: str) -> None:
    assert [one for one in relations(text) if one.certain and not verdict(one).holds] == []
