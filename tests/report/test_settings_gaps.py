"""What report.yaml leaves open is a gap wherever it prints."""

from __future__ import annotations

from pathlib import Path

import pytest
from support import invented

from generator.jobs.compose import compose, gaps
from generator.jobs.text import text
from generator.model.document import Mark
from generator.report.settings_gaps import runs_with_gaps


def with_report(folder: Path, old: str, new: str) -> Path:
    assert old in invented.REPORT
    report = invented.REPORT.replace(old, new)
    return invented.package(folder, report_yaml=report, indicators_csv=None)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("old", "new", "line", "gap"),
    [
        ("清农领发〔2023〕12号", "【待补：发文字号】", "【待补：发文字号】", "发文字号"),
        (
            "清农领发〔2023〕12号",
            "清农领发〔2023〕【待补：号】号",
            "清农领发〔2023〕【待补：号】号",
            "号",
        ),
        ("〔2023〕12号", "〔2023〕号", "清农领发〔2023〕【待补：发文顺序号】号", "发文顺序号"),
        (
            "addressee: 中共云山市委",
            "addressee: 中共【待补：市】委",
            "中共【待补：市】委农村工作领导小组：",
            "市",
        ),
        ("], date: 2023-11-20}", "], date: }", "【待补：成文日期】", "成文日期"),
        ("], date: 2023-11-20}", "], date: ''}", "【待补：成文日期】", "成文日期"),
        (
            "issuer: 中共清河县委农村工作领导小组办公室, date: 2023-11-20",
            "issuer: 办公室, date: ",
            "办公室 【待补：印发日期】印发",
            "印发日期",
        ),
        (
            "清河县, short",
            "'【待补：地方】', short",
            "【待补：地方】2023年东西部协作工作自评报告",
            "地方",
        ),
        ("年度统计表'", "【待补：表名】'", "附件：清河县2023年东西部协作【待补：表名】", "表名"),
    ],
)
def test_a_gap_of_report_yaml(tmp_path: Path, old: str, new: str, line: str, gap: str) -> None:
    package = with_report(tmp_path, old, new)
    assert line in text(package).splitlines()
    assert any(
        told.startswith(f"【待补：{gap}】  键 公文.{gap}  ") for told in gaps(compose(package))
    )


def test_runs_with_gaps_keep_the_identity_of_the_rest() -> None:
    bound = Mark("bound", "公文.发文字号")
    runs = runs_with_gaps("某发〔2023〕【待补：号】号", "number", bound)
    assert [(run.text, run.mark and run.mark.origin) for run in runs] == [
        ("某发〔2023〕", "bound"),
        ("【待补：号】", "gap"),
        ("号", "bound"),
    ]


def test_a_text_without_a_gap_is_one_run() -> None:
    assert [run.text for run in runs_with_gaps("中共云山市委", "addressee")] == ["中共云山市委"]
