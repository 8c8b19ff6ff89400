"""Where a text names counties, districts and cities, and where it only seems to."""

from __future__ import annotations

import pytest

from generator.standard.divisions import divisions, mentions, stem

NAMED = {
    "中共会宁县委组织部": ["会宁县"],
    "率会宁县党政代表团": ["会宁县"],
    "靖远县、会宁县": ["靖远县", "会宁县"],
    "天津市和平区市场": ["天津市", "和平区"],
    "西藏拉萨堆龙德庆区": ["堆龙德庆区"],
    "张家川县和张家川回族自治县": ["张家川县", "张家川回族自治县"],
    "甘南州、临夏回族自治州": ["甘南州", "临夏回族自治州"],
    "神农架林区": ["神农架林区"],
    "湖南省怀化市会同县": ["怀化市", "会同县"],
    "甘肃陇南成县": ["成县"],
    "赴南山区考察": ["南山区"],
    "深圳市南山区": ["深圳市", "南山区"],
    "北京市东城区": ["北京市", "东城区"],
    "与东城区签订": ["东城区"],
    "白银市政府": ["白银市"],
    "阿克塞县": ["阿克塞县"],
    "率漳县党政代表团": ["漳县"],
    "中共会同县委": ["会同县"],
    "中共成县县委": ["成县"],
    "与光明区结对": ["光明区"],
    "，洞口县选派干部": ["洞口县"],
    "会宁县道路建设": ["会宁县"],
}
ONLY_WORDS = (
    "省、市和县各部门",
    "市民和县直单位",
    "推动创新和县域经济",
    "党政和县直机关",
    "会同县乡村振兴局",
    "比如县医院",
    "建成县级平台",
    "全国乡村振兴示范县",
    "全国健康县区",
    "重点帮扶县、贫困县、强县",
    "青宁县",
    "干旱山区和陇南山区",
    "祁连山区、秦巴山区、大别山区",
    "254万山区群众",
    "老城区和新城区",
    "远郊区",
    "东西部合作市场",
    "适应城市生活",
    "沿海城市",
    "在东方市场",
    "农村市民",
    "和平区域合作",
    "乡村振兴区域品牌",
    "区位优势和区间公路",
    "我县、全县、各县、两县",
    "当天全县召开",
    "一县一业，一区一策",
    "阳光明区间",
    "今天全县召开",
    "绿色通道县区",
    "隧道洞口县道",
    "新建区县联络机制",
    "对应县级部门，随县领导调研",
    "任代县长，应县委要求",
    "红旗和国旗",
    "甘肃省、内蒙古自治区",
)


@pytest.mark.parametrize(("text", "names"), NAMED.items(), ids=NAMED)
def test_named(text: str, names: list[str]) -> None:
    assert [text[mention.start : mention.end] for mention in mentions(text)] == names


@pytest.mark.parametrize("text", ONLY_WORDS)
def test_words_that_name_nobody(text: str) -> None:
    assert [text[mention.start : mention.end] for mention in mentions(text)] == []


def test_a_name_that_is_certain_needs_no_clear_context() -> None:
    assert [mention.start for mention in mentions("据会同县乡村振兴局", ["会同县"])] == [1]


def test_one_name_of_two_divisions() -> None:
    assert [division.above for division in divisions()["和平区"]] == [
        ("天津市",),
        ("辽宁省", "沈阳市"),
    ]


@pytest.mark.parametrize(
    ("name", "bare"),
    [
        ("会宁县", "会宁"),
        ("甘肃省", "甘肃"),
        ("宁夏回族自治区", "宁夏"),
        ("内蒙古自治区", "内蒙古"),
        ("甘南藏族自治州", "甘南"),
        ("积石山保安族东乡族撒拉族自治县", "积石山"),
        ("大兴安岭地区", "大兴安岭"),
        ("成县", "成县"),
        ("青禾县", "青禾"),
    ],
)
def test_the_bare_name(name: str, bare: str) -> None:
    assert stem(name) == bare
