"""Wording of bulletins and censuses: what the arithmetic of the words does not say is not judged."""

from __future__ import annotations

import pytest
from support.short_reports import findings

SILENT = [
    ("增幅", "全区常住人口与2010年普查的412000 人相比，增加15300 人，增长3.71%。"),
    ("增幅", "全区地区生产总值达到136.9亿元，较2020年的93.2亿元增长33.6%。"),
    ("增幅", "全区城镇化率提升5.2个百分点，毕业生留存率从67.6%提高到70%。"),
    (
        "收支差额",
        "年末宽带用户6.9万户，比上年末净增2710户；物联网用户29万户，比上年末净增2.4万户。",
    ),
    ("比率", "少数民族人口为18300人，占24.4%，其中回族人口为17600人，占23.5%。"),
    ("分项合计", "全年收案43 891件，其中一审12 640件，二审3 208件。"),
]
SPOKEN = [
    ("增幅", "全区常住人口412000人，比上年增加15300人，增长8.7%。", "3.86"),
    ("增幅", "全区林草面积达到136.9万亩，较2020年的93.2万亩增长33.6%。", "46.9"),
    ("收支差额", "全年新增15户，退出9户，净增7户。", "6户"),
    ("分项合计", "全年收案3 891件，其中一审12 640件。", "12 640件大于总数3 891件"),
]


@pytest.mark.parametrize(("rule", "text"), SILENT)
def test_stays_silent(rule: str, text: str) -> None:
    assert [finding.message for finding in findings(rule, text)] == []


@pytest.mark.parametrize(("rule", "text", "words"), SPOKEN)
def test_speaks(rule: str, text: str, words: str) -> None:
    (message,) = [finding.message for finding in findings(rule, text)]
    assert words in message


def test_two_places_have_two_values() -> None:
    """全市 and 全区 are not one; the same words of one place are."""
    city, district = "全市常住人口为751389人。", "全区常住人口为579101人。"
    assert findings("一数两值", city, district) == []
    assert len(findings("一数两值", city, city.replace("751389", "751390"))) == 1
