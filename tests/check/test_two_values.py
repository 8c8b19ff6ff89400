"""同键两值: one key, two values in one package."""

from __future__ import annotations

from pathlib import Path

import pytest
from support import invented

from generator.jobs.check import check

HEAD = "键,名称,数值,单位,修饰,公式\n"
FORM = "代码,数值\n4.2.3,60\n4.2.3.1,20\n1.1.4,是\n1.1.5,县政府印发《办法》\n"


@pytest.mark.slow
@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (
            "社会帮扶.合计,社会帮扶资金,90,万元,,\n",
            [
                "“社会帮扶资金”填的是90万元，按“{社会帮扶.捐款}+{社会帮扶.捐物折款}”算是80万元，"
                "相差10万元。"
            ],
        ),
        ("社会帮扶.合计,社会帮扶资金,80,万元,,\n", []),
        ("社会帮扶.合计,社会帮扶资金,0.008,亿元,,\n", []),
        ("社会帮扶.合计,社会帮扶资金,,万元,,\n", []),
        ("社会帮扶.合计,社会帮扶资金,75,万元,余,\n", []),
        ("社会帮扶.合计,社会帮扶资金,,万元,,{社会帮扶.捐款}+1\n", []),
        (
            "政策文件.清单,文件,县委印发《意见》,文字,,\n",
            ["“文件”在 figures.csv 里是“县委印发《意见》”，统计表里是“县政府印发《办法》”。"],
        ),
        ("政策文件.清单,文件,县政府印发 《办法》。,文字,,\n", []),
        ("招聘.公告,招聘公告,3,次,,\n", []),
    ],
)
def test_two_values_of_one_key_are_a_finding(
    tmp_path: Path, rows: str, expected: list[str]
) -> None:
    package = invented.package(tmp_path, indicators_csv=FORM, figures_csv=HEAD + rows)
    found = [finding for finding in check(package).findings if finding.rule == "同键两值"]
    assert [finding.message for finding in found] == expected
    assert all(side.file for finding in found for side in finding.sides)


def test_a_key_with_two_cells_of_the_form_has_one_value(tmp_path: Path) -> None:
    kinds = invented.templates(tmp_path / "kinds")
    twice = invented.CATALOGUE.replace("省内就业,人,数,就业.省内", "省内就业,人,数,就业.赴东部")
    (kinds / invented.KIND / "catalogue" / "2023.csv").write_text(twice, encoding="utf-8")
    form = "代码,数值\n1.1.1,120\n1.1.2,{}\n"
    for number, (value, count) in enumerate((("80", 1), ("120", 0), ("", 0))):
        folder = tmp_path / str(number)
        package = invented.package(folder, indicators_csv=form.format(value))
        found = check(package, templates=kinds).findings
        assert len([item for item in found if item.rule == "同键两值"]) == count
