"""Changes between values that each name their year, on both sides: true ones silent, broken ones told."""

from __future__ import annotations

import pytest
from support.broken import broken, ways

from generator.check.relations import relations, verdict

CASES = [
    (
        "参保人数由2021年末的40.0万人，经2022年末的44.0万人，增至2023年末的50.0万人，两年净增10.0万人，增长25.0%。",
        "10.0",
        "14.0",
    ),
    (
        "公务用车费由2022年的50.0万元降至2023年的45.0万元、2024年的38.0万元，两年分别压减5.0万元、7.0万元，累计下降24.0%。",
        "7.0",
        "9.0",
    ),
    (
        "茶园面积由2022年的4000亩、2023年的4600亩扩大到今年的5000亩，较2022年净增1000亩。",
        "5000",
        "7000",
    ),
    (
        "投诉量2021年500件，2022年460件，2023年400件，2023年同比减少60件，下降13.0%，较2021年减少100件，下降20.0%。",
        "减少60件",
        "减少90件",
    ),
    (
        "入库税款2022年为6.0亿元，2023年为6.6亿元，2024年为7.5亿元，比2022年增加1.5亿元，增幅25.0%。",
        "25.0%",
        "35.0%",
    ),
    ("森林覆盖率2021年40.0%，2022年41.2%，2023年42.5%，两年间提高2.5个百分点。", "2.5个", "3.9个"),
    (
        "接待游客从2021年的200万人次、2022年的240万人次增加到2023年的300万人次，2023年较2022年增长25.0%。",
        "300",
        "360",
    ),
    (
        "2021年至2023年，毛入园率依次为88.6%、90.3%、91.9%，两年间提高3.3个百分点。",
        "3.3个",
        "4.6个",
    ),
    (
        "水库年初蓄水量6.80亿立方米，年末蓄水量7.40亿立方米，年末较年初多蓄0.60亿立方米。",
        "7.40",
        "9.40",
    ),
    (
        "生猪年初存栏20.0万头，年末存栏23.0万头，比年初净增3.0万头，增长15.0%。",
        "净增3.0万",
        "净增5.0万",
    ),
    (
        "年初在册低保对象800户，年末在册低保对象720户，年末比年初减少80户，下降10.0%。",
        "80户",
        "98户",
    ),
    ("贷款余额年初为50.0亿元，年末达到60.0亿元，较年初增加10.0亿元，增幅20.0%。", "20.0%", "26.0%"),
]


@pytest.mark.parametrize("text", [case[0] for case in CASES])
def test_what_is_right_is_not_told(text: str) -> None:
    assert [one for one in relations(text) if not verdict(one).holds] == []


@pytest.mark.parametrize(("text", "right", "wrong"), CASES)
def test_what_is_wrong_is_told_with_what_it_should_be(text: str, right: str, wrong: str) -> None:
    changed = text.replace(right, wrong, 1)
    assert changed != text
    assert any(way.startswith(right.strip("%个件起亩户万净增减少")) for way in ways(changed))


SILENT = [
    "发案数2020年末80起，再到2021年末72起，降至2022年末60起，三年共减少20起。",
    "2021—2024年单位能耗分别下降2.0%、2.4%、3.0%、3.1%，四年累计下降10.1%。",
    "年初结转案件30件，年末未结案件36件，比年初多6件。",
    "2022年收入50万元，2023年支出60万元，2024年结余8万元，较2022年多2万元。",
]


@pytest.mark.parametrize("text", SILENT)
def test_what_is_said_of_something_else_is_not_told(text: str) -> None:
    assert broken(text) == []
