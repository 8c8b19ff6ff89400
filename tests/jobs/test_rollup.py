"""Counties to a city: every sum against plain Python, what stands stays, what cannot be is one line
each."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
from docx import Document
from support import counties_below as below
from support import six_counties as six
from support.commands import run
from support.packages import ROOT

from generator.jobs.compose import compose
from generator.jobs.new import new
from generator.jobs.rollup import Parties, rollup
from generator.jobs.text import text
from generator.package.read import load_package


@pytest.fixture
def kinds(tmp_path: Path) -> Path:
    return below.kinds(tmp_path / "kinds")


CATALOGUE = ROOT / "templates" / six.KIND / "catalogue" / "2021.csv"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The six counties and, beside them, the city made of them."""
    folder = tmp_path_factory.mktemp("six")
    sent = six.six_counties(folder)
    rollup(folder / "云岭市-2023", sent, table=folder / "对照.xlsx")
    return folder


@pytest.mark.slow
def test_every_sum_of_six_counties_is_that_of_plain_python(built: Path) -> None:
    ways = below.cells(CATALOGUE)
    city = below.cells(built / "云岭市-2023" / "indicators.csv")
    sums = lacking = 0
    for code, numbers in six.filed(built).items():
        way, formula = ways[code]["汇总"], ways[code]["公式"]
        if way not in ("合计", "列出并合计") or formula or not any(numbers.values()):
            continue
        known = [number for number in numbers.values() if number is not None]
        if len(known) == 6:
            sums += 1
            assert Decimal(city[code]["数值"]) == sum(known), code
        else:
            lacking += 1
            who = "、".join(name for name, number in numbers.items() if number is None)
            assert city[code]["数值"] == "" and f"缺{who}" in city[code]["备注"], code
            assert f"{sum(known)}" in city[code]["备注"]
    assert sums > 80 and lacking == len(six.BLANK_CODES) + 1


@pytest.mark.slow
def test_every_value_names_the_cells_that_hold_what_it_is_made_of(built: Path) -> None:
    """Each source is opened: the folder's line, the workbook's row, the table of the Word file."""
    dataset, _ = load_package(built / "云岭市-2023", earlier=False)
    numbers = six.filed(built)
    row = next(row for row in dataset.indicators if row.form.code == "2.1.2.1")
    assert [source.file.split("/")[0] for source in row.cell.rolled_from] == [
        *six.NAMES[:4],
        "绿洲县.xlsx",
        "紫云县.docx“表1”C46",
    ]
    of_word = Document(str(built / "紫云县.docx")).tables[0].rows[45].cells[2].text
    assert Decimal(of_word) == numbers["2.1.2.1"]["紫云县"]
    first = row.cell.rolled_from[0]
    lines = (built / first.file).read_text(encoding="utf-8-sig").splitlines()
    assert f",{numbers['2.1.2.1']['青禾县']}," in lines[first.row - 1]
    book = openpyxl.load_workbook(built / "绿洲县.xlsx")
    of_sheet = row.cell.rolled_from[4]
    values = [cell.value for cell in book[of_sheet.file.split("/")[1]][of_sheet.row]]
    assert numbers["2.1.2.1"]["绿洲县"] in [
        Decimal(str(value)) for value in values if isinstance(value, int | float)
    ]
    status, _, told = run("trace", built / "云岭市-2023", "就业.赴东部")
    assert status == 0 and told.count("来源") == 7


@pytest.mark.slow
def test_rates_come_of_the_sums(built: Path) -> None:
    numbers = six.filed(built)
    used, given = (sum(filter(None, numbers[code].values())) for code in ("4.2.1.1", "4.2.1"))
    rate = compose(built / "云岭市-2023").book.get("资金.财政.使用率").number
    assert rate is not None and abs(rate - Decimal(used) / Decimal(given) * 100) < Decimal("1e-9")


@pytest.mark.slow
def test_doubts_conversions_and_who_lacks_what_are_named(built: Path) -> None:
    page = (built / "云岭市-2023" / "汇总说明.md").read_text(encoding="utf-8")
    assert "紫云县：紫云县.docx（Word 文件，只读了统计表）" in page
    assert "红岩县：按“元”换算成万元" in page
    assert "缺黑河县：2.1.1 1.举办劳务协作培训班" in page
    assert "写的是“2.共建产业园区数 二三个”，没有读准" in page
    assert "funds.csv（资金）" in next(
        line for line in page.splitlines() if line.startswith("- 缺紫云县：")
    )


@pytest.mark.slow
def test_the_table_has_every_county_with_sums_and_ranks(built: Path) -> None:
    numbers, ranks = openpyxl.load_workbook(built / "对照.xlsx").worksheets
    head, *rows = [[cell.value for cell in row] for row in numbers]
    assert head[3:9] == list(six.NAMES) and head[9] == "合计"
    by_code = {row[0]: row for row in rows}
    plain = six.filed(built)["2.1.2.1"]
    assert [Decimal(value) for value in by_code["2.1.2.1"][3:9]] == list(plain.values())
    assert by_code["2.1.2.1"][9] == sum(filter(None, plain.values()))
    assert by_code["2.1.1"][9] is None and "缺黑河县，没有合计" in by_code["2.1.1"][-1]
    assert "离中位数" not in str(rows)
    placed = {row[0].value: [cell.value for cell in row[3:9]] for row in ranks}
    assert placed["2.1.2.1"] == [6, 5, 4, 3, 2, 1]


@pytest.mark.slow
def test_the_city_has_a_draft_of_its_own_level(built: Path) -> None:
    told = text(built / "云岭市-2023")
    assert "市委常委会会议" in told and "县委常委会会议" not in told
    assert "云岭市各县（市、区）主要指标情况表" in told
    number = six.filed(built)["2.1.2.1"]["青禾县"]
    assert f"帮助农村劳动力到东部结对省份就业数\t人\t青禾县\t{number}\t6" in told
    assert "【待补：导语】" in told
    status, _, output = run("draft", built / "云岭市-2023", "-o", built / "市.docx")
    assert status == 0 and "【待补：工作创新情况】" in output


@pytest.mark.slow
def test_nothing_of_the_counties_comes_into_the_next_year(tmp_path: Path, kinds: Path) -> None:
    figures = "键,名称,数值,单位\n招聘.公告,发布招聘公告,3,次\n"
    paths = [
        below.county(tmp_path, name, {"1.1.1": "3"}, figures_csv=figures)
        for name in below.NAMES[:2]
    ]
    rollup(tmp_path / "云山市-2023", paths, templates=kinds)
    next_year = tmp_path / "云山市-2024"
    new(next_year, tmp_path / "云山市-2023", 2024, templates=kinds)
    assert not (next_year / "county_values.csv").exists()
    assert not (next_year / "汇总说明.md").exists()
    written = "".join(path.read_text(encoding="utf-8") for path in next_year.glob("*.csv"))
    assert "招聘.公告" in written and "汇总：" not in written and "青禾县" not in written


@pytest.mark.slow
def test_a_package_that_was_there_before_is_told_of_the_appendix(
    tmp_path: Path, kinds: Path
) -> None:
    county = below.county(tmp_path, "青禾县", {"1.1.1": "3"})
    assert not any("对照表" in line for line in below.rolled(tmp_path, kinds, {"1.1.1": "3"}).todo)
    own = below.city(tmp_path / "前", "云山市", {})
    [todo] = rollup(own, [county], templates=kinds).todo
    assert todo.endswith("要印请加一项 table: 各地情况表")


def test_everything_is_taken(tmp_path: Path, kinds: Path) -> None:
    paths = [below.county(tmp_path, "青禾县", {"1.1.1": "3"}), below.county(tmp_path, "白石县", {})]
    words = ("rollup", tmp_path / "市", *paths, "--templates", kinds, "--take", "全部")
    assert run(*words)[0] == 0


@pytest.mark.slow
def test_a_province_is_made_of_its_cities(tmp_path: Path, kinds: Path) -> None:
    cities = [
        below.city(tmp_path, name, {"1.1.1": number})
        for name, number in (("云山市", "3"), ("大云州", "4"))
    ]
    for _ in range(2):
        rollup(tmp_path / "北原省", cities, parties=Parties("北原省"), templates=kinds)
    assert below.cells(tmp_path / "北原省" / "indicators.csv")["1.1.1"]["数值"] == "7"
