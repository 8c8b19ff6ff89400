"""Next year's package: structure and standing text kept, figures and facts emptied, years rolled; and last year's figures."""

from __future__ import annotations

import csv
import io
import re
import shutil
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner
from support import invented, two_kinds
from support.packages import BROKEN, ROOT

from generator.cli.main import main
from generator.figures import FigureBook
from generator.figures.plaintext import plain_text
from generator.jobs.compose import compose, gaps
from generator.jobs.new import new
from generator.jobs.text import text
from generator.package.read import load_package

SUCCESSOR = """\
代码,层级,指标,单位,类型,键,上级,关系,等于,公式
1,0,一、就业和企业,,标题,,,,,
1.1,2,1.{year}年帮助就业人数,人,数,就业.合计,1,,,{就业.外出}+{就业.回流}
1.1.1,3,其中：外出就业,人,数,就业.外出,1.1,合计,,
1.1.2,3,回流就业,人,数,就业.回流,1.1,合计,,
1.2,2,2.是否出台政策,是/否,是否,政策.出台,1,,,
1.3,2,3.到位资金,亿元,数,资金.到位,1,,,
"""
MAPPING = "代码,上版代码,说明\n1.1.1,1.1.1、1.1.2,赴东部和省内合并\n1.1.2,,新增\n"
FIGURES = (
    "键,名称,数值,单位,修饰,公式,小数位,来源,说明\n招聘.公告,公告,6,次,余,,,人社局,统计表填5次，照原样保留\n"
    "资金.到位,到位资金,12000,万元,,,,,只用于本地\n会议.合计,会议,,次,,{招聘.公告}+1,,,\n"
)
DOCUMENTS = "键,日期,发文机关,方式,标题,文号,内容,领域\n方案,3月5日,县政府,印发,方案,,,综合\n办法,4月5日,县政府,印发,办法,,,综合\n"
MEETINGS = "键,名称,简称,次数键\n公告会,公告会,会,招聘.公告\n"
LEAD = (
    "2023年以来，县里做了工作。2024年继续。2021年起的做法不变，《2023年方案》照办。{{ f('招聘.公告') }}。\n\n"
    "# {{ next_year }}思路\n\n印发{{ 政策文件['方案'].标题|title }}。{# 2019年 #}\n"
)


@pytest.fixture
def kinds(tmp_path: Path) -> Path:
    """The invented form of 2023 and a successor of 2024, which says which rows follow which."""
    folder = invented.templates(tmp_path / "kinds")
    (folder / invented.KIND / "catalogue" / "2024.csv").write_text(SUCCESSOR, encoding="utf-8")
    (folder / invented.KIND / "mapping").mkdir()
    (folder / invented.KIND / "mapping" / "2024.csv").write_text(MAPPING, encoding="utf-8")
    return folder


@pytest.fixture
def made(tmp_path: Path, kinds: Path) -> Path:
    """The package of 2024, made of that of 2023."""
    source = invented.package(
        tmp_path / "清河-2023",
        figures_csv=FIGURES,
        documents_csv=DOCUMENTS,
        meetings_csv=MEETINGS,
        text__lead_md=LEAD,
        names_csv="名称,类别\n“四个不摘”,口号\n",
    )
    new(tmp_path / "清河-2024", source, 2024, templates=kinds)
    return tmp_path / "清河-2024"


def rows(path: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(path.read_text("utf-8-sig"))))


def test_the_settings_are_rolled_and_linked(made: Path) -> None:
    told = yaml.safe_load((made / "report.yaml").read_text("utf-8"))
    assert (told["year"], told["previous"], told["number"]) == (
        2024,
        "../清河-2023",
        "清农领发〔2024〕号",
    )
    assert str(told["signature"]["date"]) == str(told["imprint"]["date"]) == "2024-11-20"
    assert told["place"]["name"] == "清河县"


def test_figures_are_emptied_and_formulas_kept(made: Path) -> None:
    assert [
        (row["键"], row["数值"], row["修饰"], row["公式"], row["来源"], row["说明"])
        for row in rows(made / "figures.csv")
    ] == [
        ("招聘.公告", "", "", "", "人社局", ""),
        ("资金.到位", "", "", "", "", "只用于本地"),
        ("会议.合计", "", "", "{招聘.公告}+1", "", ""),
    ]


SHEET = "县教育局（回）.xlsx“填报”D5"


def test_the_sheets_that_values_came_from_stay_behind(tmp_path: Path, kinds: Path) -> None:
    """A department that somebody wrote there is who owes the number this year as well."""
    form = f"代码,数值,来源\n1.1.1,120,{SHEET}\n1.2,是,县教育局\n"
    figures = f"键,名称,数值,单位,来源\n招聘.公告,公告,6,次,{SHEET}\n培训.期数,培训,2,期,县教育局\n"
    source = invented.package(tmp_path / "清河-2023", indicators_csv=form, figures_csv=figures)
    new(tmp_path / "清河-2024", source, 2024, templates=kinds)
    owed = {row["代码"]: row["来源"] for row in rows(tmp_path / "清河-2024/indicators.csv")}
    assert (owed["1.1.1"], owed["1.2"]) == ("", "县教育局")
    owed = {row["键"]: row["来源"] for row in rows(tmp_path / "清河-2024/figures.csv")}
    assert owed == {"招聘.公告": "", "培训.期数": "县教育局"}


def test_records_are_emptied_but_for_what_texts_name(made: Path) -> None:
    assert [(row["键"], row["标题"], row["领域"]) for row in rows(made / "documents.csv")] == [
        ("方案", "", "综合")
    ]
    assert (made / "meetings.csv").read_text("utf-8") == MEETINGS
    assert (made / "names.csv").read_text("utf-8") == "名称,类别\n“四个不摘”,口号\n"


def test_a_package_without_the_form_gets_it_blank(tmp_path: Path, kinds: Path) -> None:
    """As a new one has it: its rows have numbers, and stand in their order."""
    source = invented.package(tmp_path / "清河-2023", indicators_csv=None)
    new(tmp_path / "清河-2024", source, 2024, templates=kinds)
    assert [(row["代码"], row["数值"]) for row in rows(tmp_path / "清河-2024/indicators.csv")] == [
        (code, "") for code in ("1.1", "1.1.1", "1.1.2", "1.2", "1.3")
    ]


def test_the_form_is_that_of_the_new_year(made: Path) -> None:
    assert [(row["代码"], row["数值"]) for row in rows(made / "indicators.csv")] == [
        ("1.1", "="),
        ("1.1.1", ""),
        ("1.1.2", ""),
        ("1.2", ""),
        ("1.3", ""),
    ]


def test_year_words_are_rolled_and_old_ones_listed(tmp_path: Path, kinds: Path, made: Path) -> None:
    told = (made / "text" / "lead.md").read_text("utf-8")
    assert told.startswith(
        "2024年以来，县里做了工作。2025年继续。2021年起的做法不变，《2023年方案》照办。"
    )
    again = new(tmp_path / "再做", tmp_path / "清河-2023", 2024, templates=kinds)
    assert [(stale.file, stale.line, stale.year) for stale in again.stale] == [
        ("text/lead.md", 1, 2021),
        ("text/lead.md", 1, 2023),
    ]
    assert "text/lead.md 第1行：2021年" in (made / "README.md").read_text("utf-8")


def test_the_new_package_drafts(made: Path, kinds: Path) -> None:
    told = text(made, templates=kinds)
    assert "关于报送《清河县2024年东西部协作工作自评报告》的报告" in told and "2025年思路" in told


def filled(made: Path, cells: dict[str, str]) -> None:
    """Fill cells of the form and figures by code or key."""
    for name in ("indicators.csv", "figures.csv"):
        there = rows(made / name)
        for row in there:
            row["数值"] = cells.get(row.get("代码") or row["键"], row["数值"])
        out = io.StringIO()
        writer = csv.DictWriter(out, list(there[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(there)
        (made / name).write_text(out.getvalue(), encoding="utf-8")


@pytest.mark.parametrize(
    ("key", "last"),
    [
        ("就业.外出", "200"),
        ("就业.回流", None),
        ("就业.合计", "200"),
        ("政策.出台", "True"),
        ("资金.到位", "12000"),
        ("没有", None),
    ],
)
def test_last_year_is_found_through_the_mapping(
    made: Path, kinds: Path, key: str, last: str | None
) -> None:
    figure = FigureBook(*load_package(made, kinds)).prev(key)
    assert (None if figure.value is None else f"{figure.value}") == last
    assert all(source.file.startswith("清河-2023/") for source in figure.sources)


GROWTH: list[tuple[str, str, str, str, str, str]] = [
    ("rise", "200", "300", "人", "", "300人（较上年增长50%）"),
    ("fall", "200", "150", "人", "", "150人（较上年下降25%）"),
    ("no change", "200", "200", "人", "", "200人（与上年持平）"),
    ("new", "", "200", "人", "", "200人"),
    ("gone", "200", "", "人", "", "【待补：数】"),
    ("zero base", "0", "200", "人", "", "200人（较上年增加200人）"),
    ("down to zero", "200", "0", "人", "", "0人（较上年下降100%）"),
    ("both zero", "0", "0", "人", "", "0人（与上年持平）"),
    ("sign change", "-200", "300", "万元", "", "300万元（较上年增加500万元）"),
    ("to below zero", "200", "-300", "万元", "", "-300万元（较上年减少500万元）"),
    ("rounds to zero", "1000000", "1000001", "万元", "", "1000001万元（较上年增长0.0001%）"),
    ("small count", "3", "5", "家", "", "5家（较上年增加2家）"),
    ("points", "90", "93.5", "%", "", "93.5%（较上年增长3.5个百分点）"),
    ("points fall", "93.5", "90", "%", "", "90%（较上年下降3.5个百分点）"),
    ("roughly", "200", "300", "人", "余", "300余人"),
    ("a year", "2021", "2022", "年", "", "2022年"),
]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("last", "now", "unit", "qualifier", "printed"),
    [case[1:] for case in GROWTH],
    ids=[case[0] for case in GROWTH],
)
def test_growth_is_told_as_it_should_be(
    tmp_path: Path, last: str, now: str, unit: str, qualifier: str, printed: str
) -> None:
    head = "键,名称,数值,单位,修饰\n"
    report = invented.REPORT.replace("year: 2023", "year: 2024\nprevious: ../去年")
    kinds = invented.templates(tmp_path / "kinds")
    invented.package(tmp_path / "去年", figures_csv=f"{head}数,数,{last},{unit},\n")
    package = invented.package(
        tmp_path / "今年",
        report_yaml=report,
        figures_csv=f"{head}数,数,{now},{unit},{qualifier}\n",
        text__lead_md="共{{ f('数')|vs }}。\n",
    )
    assert f"共{printed}。" in text(package, templates=kinds).splitlines()


@pytest.mark.parametrize(
    ("last", "now", "printed"),
    [
        ("1.2", "12500", "12500万元（较上年增长4.17%）"),
        ("1.25", "12500", "12500万元（与上年持平）"),
    ],
)
def test_units_of_money_are_converted(tmp_path: Path, last: str, now: str, printed: str) -> None:
    head = "键,名称,数值,单位\n"
    report = invented.REPORT.replace("year: 2023", "year: 2024\nprevious: ../去年")
    invented.package(tmp_path / "去年", figures_csv=f"{head}数,数,{last},亿元\n")
    package = invented.package(
        tmp_path / "今年",
        report_yaml=report,
        figures_csv=f"{head}数,数,{now},万元\n",
        text__lead_md="共{{ f('数')|vs }}。\n",
    )
    assert f"共{printed}。" in text(package, templates=invented.templates(tmp_path / "kinds"))


@pytest.mark.slow
@pytest.mark.parametrize(
    ("now", "printed"),
    [
        ({"就业.赴东部": 300, "就业.省内": 90}, "均超过去年全年完成数"),
        ({"就业.赴东部": 300, "就业.省内": 70}, "，就业。"),
        ({"就业.赴东部": 300}, "，就业。"),
    ],
)
def test_a_claim_about_last_year_is_made_only_if_true(
    tmp_path: Path, now: dict[str, int], printed: str
) -> None:
    report = invented.REPORT.replace("year: 2023", "year: 2024\nprevious: ../去年")
    kinds = invented.templates(tmp_path / "kinds")
    invented.package(tmp_path / "去年")
    figures = "键,名称,数值,单位\n" + "".join(
        f"{key},{key},{value},人\n" for key, value in now.items()
    )
    package = invented.package(
        tmp_path / "今年",
        report_yaml=report,
        indicators_csv=None,
        figures_csv=figures,
        text__lead_md=(
            "甲，就业{{ beat([('东部', f('就业.赴东部')), ('省内', f('就业.省内'))], '超过去年全年完成数') }}。\n"
        ),
    )
    assert printed in text(package, templates=kinds)


def test_a_previous_package_that_is_not_there_is_said(tmp_path: Path) -> None:
    report = invented.REPORT.replace("year: 2023", "year: 2024\nprevious: ../无")
    package = invented.package(tmp_path / "今年", report_yaml=report)
    made = compose(package, templates=invented.templates(tmp_path / "kinds"))
    assert [str(remark) for remark in made.dataset.remarks] == [
        "report.yaml“previous”：找不到上年数据包“../无”。没有写增长情况；请放好它，或改正“previous”。"
    ]


EARLIER = {
    "same place, year before": ("清河县", "云山市", 2023, ""),
    "city not given": ("清河县", "", 2023, ""),
    "another place": ("沙岭县", "云山市", 2023, "云山市沙岭县2023年"),
    "another city": ("清河县", "望江市", 2023, "望江市清河县2023年"),
    "two years before": ("清河县", "云山市", 2022, "云山市清河县2022年"),
    "the same year": ("清河县", "云山市", 2024, "云山市清河县2024年"),
}


@pytest.mark.slow
@pytest.mark.parametrize(("place", "city", "year", "of"), EARLIER.values(), ids=EARLIER)
def test_it_is_compared_only_with_the_same_place_and_the_year_before(
    tmp_path: Path, place: str, city: str, year: int, of: str
) -> None:
    kinds = invented.templates(tmp_path / "kinds")
    (kinds / invented.KIND / "catalogue" / "2024.csv").write_text(invented.CATALOGUE, "utf-8")
    earlier = invented.REPORT.replace("name: 清河县", f"name: {place}")
    earlier = earlier.replace(", city: 云山市", f", city: {city}" if city else "")
    rows = "键,名称,数值,单位\n数,数,{},人\n"
    invented.package(
        tmp_path / "去年",
        report_yaml=earlier.replace("year: 2023", f"year: {year}"),
        figures_csv=rows.format(100),
    )
    package = invented.package(
        tmp_path / "今年",
        report_yaml=invented.REPORT.replace("year: 2023", "year: 2024\nprevious: ../去年"),
        figures_csv=rows.format(150),
        text__lead_md="共{{ f('数')|vs }}。\n",
    )
    draft = compose(package, templates=kinds)
    messages = [str(remark) for remark in draft.dataset.remarks]
    told = (
        f"report.yaml“previous”：“../去年”是{of}的数据包，不是云山市清河县2023年的。"
        "没有和它比较，不写增长情况；请改成本地上年的数据包，没有就删去“previous”。"
    )
    compared = "共150人（较上年增长50%）。" in text(package, templates=kinds)
    assert (compared, messages) == ((False, [told]) if of else (True, []))


def test_a_fault_in_the_previous_package_names_it(tmp_path: Path) -> None:
    from generator.model.errors import DataError

    report = invented.REPORT.replace("year: 2023", "year: 2024\nprevious: ../去年")
    invented.package(tmp_path / "去年", indicators_csv="代码,数值\n1.1.1,三\n")
    package = invented.package(tmp_path / "今年", report_yaml=report)
    with pytest.raises(DataError, match=r"^\.\./去年/indicators.csv 第2行"):
        compose(package, templates=invented.templates(tmp_path / "kinds"))


def computed_gaps(made: Path) -> list[str]:
    return [line for line in gaps(compose(made)) if "键 text/" not in line]


@pytest.fixture
def next_huining(tmp_path: Path) -> Path:
    """会宁 2023, made of 会宁 2022."""
    for name in ("huining-2021", "huining-2022"):
        shutil.copytree(ROOT / "data" / name, tmp_path / name)
    new(tmp_path / "huining-2023", tmp_path / "huining-2022", 2023)
    return tmp_path / "huining-2023"


def test_the_real_package_rolls_on(next_huining: Path) -> None:
    told = text(next_huining)
    assert "2023年度东西部协作工作自评报告" in told and "四、2024年东西部协作工作思路" in told
    assert not re.search(r"2022年(?!东西部|和|方案)", told), re.findall(r".{9}2022年.{5}", told)
    assert (next_huining / "sections" / "report.md.j2").exists()


def test_filled_anew_it_has_no_placeholder(next_huining: Path) -> None:
    """Every figure and record of last year typed in again: no computed one is lacking, none is compared."""
    for name in ROOT.glob("data/huining-2022/*.csv"):
        shutil.copy(name, next_huining / name.name)
    made = compose(next_huining)
    assert gaps(made) == []
    (next_huining / "sections" / "report.md.j2").unlink()
    bare = compose(next_huining)
    assert computed_gaps(next_huining) == []
    told = plain_text(bare.document)
    assert "（与上年持平）" not in told and "（较上年" not in told


@pytest.mark.slow
@pytest.mark.parametrize(
    "package",
    [
        "zhouqu-2022",
        *(
            pytest.param(name, marks=pytest.mark.slow)
            for name in (
                "huining-2021",
                "jingyuan-2021",
                "huining-2022",
                "mentougou-2021",
                "liuxi-2023-openness",
            )
        ),
    ],
)
def test_with_nothing_filled_no_sentence_is_broken_and_filled_anew_no_gap_is_left(
    tmp_path: Path, package: str
) -> None:
    new(tmp_path / "next", ROOT / "data" / package, 2024)
    told = text(tmp_path / "next")
    assert len(told) > 2000 and BROKEN.findall(told) == []
    for name in (ROOT / "data" / package).glob("*.csv"):
        shutil.copy(name, tmp_path / "next" / name.name)
    missing = gaps(compose(tmp_path / "next"))
    assert [line for line in missing if "公文.发文顺序号" not in line] == []  # not of any CSV file


def test_the_outline_and_standing_groups_of_a_plan_are_carried_over(tmp_path: Path) -> None:
    """门头沟 2022, made of 门头沟 2021: its items are its outline; tasks and projects are of one year."""
    old, next_ = ROOT / "data" / "mentougou-2021", tmp_path / "mentougou-2022"
    told = new(next_, old, 2022)
    for name in ("items.csv", "teams.csv"):
        assert (next_ / name).read_bytes() == (old / name).read_bytes()
    assert [
        len(rows(next_ / name)) for name in ("tasks.csv", "projects.csv", "project_groups.csv")
    ] == [0, 0, 0]
    assert "items.csv、teams.csv 照抄上年，请核对" in told.todo
    missing = gaps(compose(next_))
    assert any("【待补：任务】  键 任务  附件2" in line for line in missing)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("now", "printed"),
    [
        ((2, 5, 7), "甲2对、乙5对，共7对，均与上年持平。"),
        ((2, 6, 8), "甲2对（与上年持平）、乙6对（较上年增加1对），共8对（较上年增加1对）。"),
        ((2, None, 7), "甲2对（与上年持平），共7对（与上年持平）。"),
    ],
)
def test_what_is_all_as_last_year_is_said_once(
    tmp_path: Path, now: tuple[int | None, ...], printed: str
) -> None:
    """Only where every one of them can be compared."""

    def figures(values: tuple[int | None, ...]) -> str:
        return "键,名称,数值,单位\n" + "".join(
            f"{key},{key},{'' if value is None else value},对\n"
            for key, value in zip("甲乙共", values, strict=True)
        )

    invented.package(tmp_path / "去年", figures_csv=figures((2, 5, 7)))
    package = invented.package(
        tmp_path / "今年",
        report_yaml=invented.REPORT.replace("year: 2023", "year: 2024\nprevious: ../去年"),
        figures_csv=figures(now),
        text__lead_md="{% set same = unchanged([f('甲'), f('乙'), f('共')]) %}甲{{ f('甲') }}{% if not same %}{{ vs(f('甲')) }}{% endif %}"
        "{% call clause() %}、乙{{ f('乙') }}{% if not same %}{{ vs(f('乙')) }}{% endif %}{% endcall %}"
        "，共{{ f('共') }}{% if same %}，{{ same }}{% else %}{{ vs(f('共')) }}{% endif %}。\n",
    )
    assert printed in text(package, templates=invented.templates(tmp_path / "kinds")).splitlines()


@pytest.mark.parametrize(
    ("arguments", "status", "told"),
    [
        (["new", "{t}/新", "--from", "{t}/无", "--year", "2024"], 2, "没有这个数据包"),
        (["new", "{t}/旧", "--from", "{t}/旧", "--year", "2024"], 1, "已经有这个文件夹"),
        (["new", "{t}/新", "--from", "{t}/旧", "--year", "2023"], 2, "2023年不在2023年之后"),
        (["new", "{t}/新.xlsx", "--from", "{t}/旧", "--year", "2024"], 2, "要写成文件夹"),
        (["new", "{t}/新", "--year", "2024"], 2, "--kind 和 --from 要写一个"),
    ],
)
def test_a_wrong_call(tmp_path: Path, arguments: list[str], status: int, told: str) -> None:
    invented.package(tmp_path / "旧", indicators_csv=None)
    result = CliRunner().invoke(main, [part.replace("{t}", str(tmp_path)) for part in arguments])
    lines = result.stderr.splitlines()
    assert (result.exit_code, len(lines)) == (status, 1) and told in lines[0]


ROWS = two_kinds.content(two_kinds.SCORES, "indicators_of_project.csv").splitlines()
# what records.yaml says of the file, what the first row is in the new year, what there is to do
CARRIED = [
    ("", None, "indicators_of_project.csv"),
    (
        "沿用: true",
        "人次,产出指标,数量指标,培训人次,≥200,180,20,,报名不足",
        "indicators_of_project.csv 照抄上年",
    ),
    (
        "沿用: [一级, 二级, 三级, 指标值, 分值]",
        "人次,产出指标,数量指标,培训人次,≥200,,20,,",
        "indicators_of_project.csv的一级、二级、三级、指标值、分值 照抄上年",
    ),
    ("沿用: [三级]", "人次,,,培训人次,,,,,", "indicators_of_project.csv的三级 照抄上年"),
]


@pytest.mark.parametrize(("said", "row", "todo"), CARRIED, ids=[case[0] or "-" for case in CARRIED])
def test_a_kind_says_by_column_what_comes_along(
    tmp_path: Path, said: str, row: str | None, todo: str
) -> None:
    kinds = two_kinds.kinds(tmp_path / "templates")
    records = kinds / two_kinds.SCORES / "records.yaml"
    text = records.read_text(encoding="utf-8")
    if said:
        text = text.replace("  名称: 绩效指标\n", f"  名称: 绩效指标\n  {said}\n")
    records.write_text(text, encoding="utf-8")
    made = new(tmp_path / "2024", two_kinds.scores(tmp_path / "2023"), 2024)
    rows = made.files["indicators_of_project.csv"].decode("utf-8-sig").splitlines()
    assert rows[0] == ROWS[0]
    assert rows[1:2] == ([row] if row else [])
    assert len(rows) == (len(ROWS) if row else 1)
    assert any(todo in step for step in made.todo) == bool(row)
