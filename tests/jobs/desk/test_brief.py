"""A finding in few words: no place, no explanation, no number cut in two."""

from __future__ import annotations

import pytest

from generator.jobs.desk.brief import in_brief


@pytest.mark.parametrize(
    ("message", "brief"),
    [
        (
            "“车间”正文（figures.csv 第9行等3格）是3个，统计表3.3“3.援建车间数”"
            "（indicators.csv 第5行）是2家（单位也不同：个、家）。",
            "“车间”正文是3个，统计表是2家（单位也不同：个、家）。",
        ),
        (
            "统计表3.1.2.1“其中：脱贫劳动力数”（2.吸纳劳动力数）是9人，应等于各企业之和（11人）。",
            "“吸纳劳动力数，其中：脱贫劳动力数”是9人，应等于各企业之和（11人）。",
        ),
        (
            "统计表3.3.1.1“其中：脱贫劳动力数”（177人）大于它所属的3.3.1“吸纳就业数”（120人）。",
            "“其中：脱贫劳动力数”（177人）大于它所属的“吸纳就业数”（120人）。",
        ),
        ("“截止”应写“截至”（常见混淆，词典（第7版）），共3处。", "“截止”应写“截至”，共3处。"),
        (
            "分项加起来是58万元，总数是56万元；或者58万元应为56万元。",
            "分项加起来是58万元，总数是56万元",
        ),
        (
            "“中慧（山东）公司”比“中慧公司”多“（山东）”。",
            "“中慧（山东）公司”比“中慧公司”多“（山东）”。",
        ),
        (f"{'很长的话' * 10}，相差123456万元。", f"{'很长的话' * 10}……"),
    ],
)
def test_a_finding_in_brief(message: str, brief: str) -> None:
    assert in_brief(message) == brief
