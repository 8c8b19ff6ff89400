"""The program knows no place and no form: another catalogue and another county, by data alone."""

from __future__ import annotations

from pathlib import Path

import pytest
from support import invented

from generator.figures.plaintext import plain_text
from generator.jobs.compose import compose, gaps
from generator.jobs.text import text
from generator.model.errors import DataError


@pytest.fixture(scope="module")
def kinds(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return invented.templates(tmp_path_factory.mktemp("templates"))


def test_another_form_and_another_county_draft(tmp_path: Path, kinds: Path) -> None:
    made = compose(invented.package(tmp_path), templates=kinds)
    told = plain_text(made.document)
    for line in (
        "清农领发〔2023〕12号",
        "关于报送《清河县2023年东西部协作工作自评报告》的报告",
        "现将《清河县2023年东西部协作工作自评报告》随文上报，请审阅。",
        "指标\t单位\t清河县",
        "1.帮助就业人数\t人\t200",
        "其中：赴东部就业\t人\t120",
        "2.是否出台政策\t是/否\t是",
    ):
        assert line in told.splitlines()
    assert "帮助实现就业200人" in told


def test_blocks_without_data_disappear_and_peoples_parts_are_asked_for(
    tmp_path: Path, kinds: Path
) -> None:
    made = compose(invented.package(tmp_path), templates=kinds)
    headings = [
        line
        for line in plain_text(made.document).splitlines()
        if line.startswith(("一、", "（一）", "（二）", "二、"))
    ]
    assert headings[:2] == ["一、年度任务完成情况", "（一）组织领导"]  # required
    assert "工作推动部署情况" not in plain_text(made.document)
    assert {line.split("  ")[0] for line in gaps(made)} >= {
        "【待补：导语】",
        "【待补：下一步工作打算】",
    }


@pytest.mark.parametrize(
    ("cell", "printed"),
    [
        ("{{ 7 * 7 }}", "{{ 7 * 7 }}"),
        ("**重点**", "**重点**"),
        ("A<B&C", "A<B&C"),
        ("1. 甲", "1. 甲"),
        ("[甲](乙)", "[甲](乙)"),
        ("# 甲", "# 甲"),
        ("&amp;", "&amp;"),
        ("{% if %}", "{% if %}"),
        ("甲\\*乙", "甲\\*乙"),
    ],
)
def test_a_cell_prints_as_it_stands(tmp_path: Path, kinds: Path, cell: str, printed: str) -> None:
    documents = (
        f'键,日期,发文机关,方式,标题,文号,内容,领域\n甲,3月5日,县政府,出台,"{cell}",,,综合\n'
    )
    assert f"3月5日，县政府出台《{printed}》。" in text(
        invented.package(tmp_path, documents_csv=documents), templates=kinds
    )


@pytest.mark.parametrize(
    ("encoding", "ends"), [("utf-8", "\n"), ("utf-8-sig", "\r\n"), ("gb18030", "\r\n")]
)
def test_a_file_reads_the_same_as_excel_wrote_it(
    tmp_path: Path, kinds: Path, encoding: str, ends: str
) -> None:
    indicators = invented.INDICATORS.replace("\n", ends).encode(encoding)
    assert "200" in text(invented.package(tmp_path, indicators_csv=indicators), templates=kinds)


@pytest.mark.parametrize(
    ("filed", "total"),
    [("１２０", "200"), ("1,120", "1200"), (" 120 ", "200"), ("1２0", "200"), ("120.50", "200.5")],
)
def test_a_number_is_read_however_it_was_typed(
    tmp_path: Path, kinds: Path, filed: str, total: str
) -> None:
    rows = invented.INDICATORS.replace("1.1.1,120", f'1.1.1,"{filed}"')
    told = text(invented.package(tmp_path, indicators_csv=rows), templates=kinds)
    assert f"1.帮助就业人数\t人\t{total}" in told.splitlines()


def test_blank_is_unknown_and_zero_is_zero(tmp_path: Path, kinds: Path) -> None:
    blank = text(
        invented.package(
            tmp_path / "a", indicators_csv=invented.INDICATORS.replace("1.1.2,80", "1.1.2,")
        ),
        templates=kinds,
    )
    zero = text(
        invented.package(
            tmp_path / "b", indicators_csv=invented.INDICATORS.replace("1.1.2,80", "1.1.2,0")
        ),
        templates=kinds,
    )
    assert "省内就业\t人\t" in blank.splitlines() and "1.帮助就业人数\t人\t" in blank.splitlines()
    assert "省内就业\t人\t0" in zero.splitlines() and "1.帮助就业人数\t人\t120" in zero.splitlines()


def test_a_plain_report_has_neither_masthead_nor_letter_nor_imprint(
    tmp_path: Path, kinds: Path
) -> None:
    lines = text(
        invented.package(tmp_path, report_yaml=invented.REPORT + "form: plain\n"),
        templates=kinds,
    ).splitlines()
    assert lines[0] == "清河县2023年东西部协作工作自评报告"
    assert not [
        line for line in lines if "印发" in line or "〔2023〕" in line or "随文上报" in line
    ]
    assert "2023年11月20日" in lines


def test_elements_given_in_settings_stand_in_the_standards_order(
    tmp_path: Path, kinds: Path
) -> None:
    given = invented.REPORT.replace(
        "imprint: {", "imprint: {copy_to: [市委办公室, 市政府办公室], "
    ) + ('signers: [张三]\ncopy_number: "000123"\nsecrecy: 秘密★1年\nurgency: 特急\n')
    lines = text(invented.package(tmp_path, report_yaml=given), templates=kinds).splitlines()
    wanted = [
        "000123",
        "秘密★1年",
        "特急",
        "中共清河县委农村工作领导小组文件",
        "清农领发〔2023〕12号",
        "签发人：张三",
        "关于报送《清河县2023年东西部协作工作自评报告》的报告",
        "中共云山市委农村工作领导小组：",
        "中共清河县委农村工作领导小组",
        "2023年11月20日",
        "清河县2023年东西部协作工作自评报告",
        "附件：清河县2023年东西部协作年度统计表",
        "附件",
        "抄送：市委办公室，市政府办公室。",
        "中共清河县委农村工作领导小组办公室 2023年11月20日印发",
    ]
    assert [line for line in lines if line in wanted and lines.index(line) >= 0][: len(wanted)][
        :9
    ] == wanted[:9]
    assert [lines.index(line) for line in wanted] == sorted(lines.index(line) for line in wanted)


@pytest.mark.parametrize(
    ("content", "printed"),
    [("", "捐赠资金50万元，用于奖教"), ("助学金", "捐赠助学金50万元，用于奖教")],
)
def test_a_donation_of_money_needs_no_name(
    tmp_path: Path, kinds: Path, content: str, printed: str
) -> None:
    donations = (
        f"键,捐赠方,形式,内容,受赠方,金额,用途\n甲,东湖公司,资金,{content},县一中,50,用于奖教\n"
    )
    told = text(invented.package(tmp_path, donations_csv=donations), templates=kinds)
    assert f"东湖公司向县一中{printed}。" in told


def test_a_gap_of_report_yaml_that_stops_strict_names_the_item(tmp_path: Path, kinds: Path) -> None:
    report = invented.REPORT.replace("city: 云山市", "city: 【待补：所在市】").replace(
        "addressee: 中共云山市委", "addressee: 中共【待补：所在市】委"
    )
    with pytest.raises(DataError, match=r"report\.yaml“addressee”：缺“公文\.所在市”"):
        compose(invented.package(tmp_path, report_yaml=report), strict=True, templates=kinds)
