"""Counties to a city: every sum against plain Python, what stands stays, what cannot be is one line
each."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
import yaml
from docx import Document
from support import counties_below as below
from support import invented
from support import six_counties as six
from support.commands import run
from support.packages import ROOT

from generator.jobs.compose import compose
from generator.jobs.new import new
from generator.jobs.rollup import Parties, RollingUp, as_text, rollup
from generator.jobs.text import text
from generator.model.errors import DataError, InputError, OutputError
from generator.package.bring.proposal import Offer, RecordOffer, Standing
from generator.package.read import load_package

CATALOGUE = ROOT / "templates" / six.KIND / "catalogue" / "2021.csv"


@pytest.fixture
def kinds(tmp_path: Path) -> Path:
    return below.kinds(tmp_path / "kinds")


def city(
    folder: Path,
    kinds: Path,
    *forms: dict[str, str],
    take: set[int] | None = frozenset(),  # type: ignore[assignment]
) -> RollingUp:
    """云山市 made, or made again, of counties with these forms."""
    paths = [
        below.county(folder, name, form) for name, form in zip(below.NAMES, forms, strict=False)
    ]
    return rollup(folder / "云山市-2023", paths, templates=kinds, take=take)


def form_of(folder: Path) -> dict[str, dict[str, str]]:
    return below.cells(folder / "云山市-2023" / "indicators.csv")


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
def test_a_second_run_changes_nothing(tmp_path: Path, kinds: Path) -> None:
    forms = {"1.1.1": "3", "1.3": "10"}, {"1.1.1": "4"}
    assert "report.yaml" in city(tmp_path, kinds, *forms).written
    again = city(tmp_path, kinds, *forms)
    assert again.written == () and again.rolled.count(Standing.SAME) == 1


@pytest.mark.slow
def test_what_a_person_typed_stays_until_it_is_given_up(tmp_path: Path, kinds: Path) -> None:
    forms = {"1.1.1": "3", "1.1.2": "1"}, {"1.1.1": "4", "1.1.2": "1"}
    city(tmp_path, kinds, *forms)
    path = tmp_path / "云山市-2023" / "indicators.csv"
    typed = path.read_text(encoding="utf-8-sig").replace("赴东部就业,7,", "赴东部就业,8,")
    path.write_text(typed, encoding="utf-8")
    again = city(tmp_path, kinds, *forms)
    [conflict] = [o for o in again.rolled.offers if o.standing is Standing.CONFLICT]
    assert conflict.reasons == ("已经填了8人，没有改",)
    assert form_of(tmp_path)["1.1.1"]["数值"] == "8" and again.needs_person
    _, _, told = run("check", tmp_path / "云山市-2023", "--templates", kinds)
    assert "“其中：赴东部就业”（1.帮助就业人数）是8人，应等于2个地方合计（7人），相差1人" in told
    taken = city(tmp_path, kinds, *forms, take={conflict.number})
    assert form_of(tmp_path)["1.1.1"]["数值"] == "7" and "indicators.csv.2.bak" in taken.kept


@pytest.mark.slow
def test_a_number_that_every_county_withdrew_is_taken_out_by_decision(
    tmp_path: Path, kinds: Path
) -> None:
    city(tmp_path, kinds, {"1.1.1": "3", "1.1.2": "1"}, {"1.1.1": "4", "1.1.2": "1"})
    forms = {"1.1.2": "1"}, {"1.1.2": "1"}
    again = city(tmp_path, kinds, *forms)
    [conflict] = [o for o in again.rolled.offers if o.standing is Standing.CONFLICT]
    reason = "已经填了7人，来源写的是汇总，各地现在合不出这个数，没有改；取它就清空"
    assert conflict.reasons == (reason,) and again.needs_person
    row = form_of(tmp_path)["1.1.1"]
    assert (row["数值"], row["备注"]) == ("7", f"汇总：{reason}")
    assert f"：{reason}\n" in as_text(again)
    city(tmp_path, kinds, *forms, take={conflict.number})
    row = form_of(tmp_path)["1.1.1"]
    assert (row["数值"], row["来源"]) == ("", "")
    assert not city(tmp_path, kinds, *forms).needs_person


@pytest.mark.slow
def test_a_sum_of_fewer_counties_is_taken_by_decision_and_says_so(
    tmp_path: Path, kinds: Path
) -> None:
    forms = {"1.1.1": "3"}, {}
    first = city(tmp_path, kinds, *forms)
    row = form_of(tmp_path)["1.1.1"]
    assert row["数值"] == "" and row["备注"].startswith("汇总：3人（青禾县3）没有写")
    [asked] = first.rolled.offers[:1]
    city(tmp_path, kinds, *forms, take={asked.number})
    row = form_of(tmp_path)["1.1.1"]
    assert (row["数值"], row["备注"]) == ("3", "汇总：缺白石县")
    assert row["来源"].endswith("“数值”；缺白石县")
    _, _, told = run("check", tmp_path / "云山市-2023", "--templates", kinds)
    assert "是3人，只是1个地方合计，缺白石县。" in told


@pytest.mark.slow
def test_a_row_that_a_county_changed_is_a_conflict(tmp_path: Path, kinds: Path) -> None:
    funds = "键,名称,金额,用途,方向,列示\n大棚,蔬菜大棚,{},产业,产业开发,逐项\n"
    county = below.county(tmp_path, "青禾县", {}, funds_csv=funds.format(12))
    target = tmp_path / "云山市-2023"
    rollup(target, [county], templates=kinds)
    (county / "funds.csv").write_text(funds.format(15), encoding="utf-8")
    again = rollup(target, [county], templates=kinds)
    [conflict] = again.rolled.offers
    assert conflict.reasons == ("金额：已经填了“12”，没有改，汇总是“15”",)
    assert below.cells(target / "funds.csv", "键")["青禾县-大棚"]["金额"] == "12"
    rollup(target, [county], templates=kinds, take=None)
    rows = below.cells(target / "funds.csv", "键")
    assert list(rows) == ["青禾县-大棚"] and rows["青禾县-大棚"]["金额"] == "15"


FUNDS = "键,名称,金额,用途,方向,列示\n"
GREENHOUSE = "大棚,蔬菜大棚,12,产业,产业开发,逐项\n"
JOBS = "稳岗,稳岗补助,5,就业,劳务协作,概述\n"


@pytest.mark.slow
@pytest.mark.parametrize(
    ("later", "gone", "added"),
    [
        (GREENHOUSE, ["青禾县-稳岗"], []),
        (GREENHOUSE + JOBS.replace("稳岗,", "岗位,", 1), [], []),
        ("", ["青禾县-大棚", "青禾县-稳岗"], []),
        (JOBS + GREENHOUSE, [], []),
    ],
    ids=["deleted", "renamed", "all deleted", "in another order"],
)
def test_a_row_that_no_county_has_any_more_is_taken_out_by_decision(
    tmp_path: Path, kinds: Path, later: str, gone: list[str], added: list[str]
) -> None:
    county = below.county(tmp_path, "青禾县", {}, funds_csv=FUNDS + GREENHOUSE + JOBS)
    other = below.county(tmp_path, "白石县", {}, funds_csv=FUNDS + JOBS)
    target = tmp_path / "云山市-2023"
    rollup(target, [county, other], templates=kinds)
    with (target / "funds.csv").open("a", encoding="utf-8") as file:
        file.write("市级,市级培训,3,培训,其他,概述,,市财政局\n")
    own = list(below.cells(target / "funds.csv", "键"))
    (county / "funds.csv").write_text(FUNDS + later, encoding="utf-8")
    again = rollup(target, [county, other], templates=kinds)
    asked = [offer for offer in again.rolled.offers if offer.standing is Standing.CONFLICT]
    assert [offer.key for offer in asked if isinstance(offer, RecordOffer)] == gone
    assert again.needs_person == bool(gone)
    assert list(below.cells(target / "funds.csv", "键")) == [*own, *added]
    rollup(target, [county, other], templates=kinds, take={offer.number for offer in asked})
    left = [key for key in own if key not in gone]
    assert list(below.cells(target / "funds.csv", "键")) == [*left, *added]
    assert not rollup(target, [county, other], templates=kinds).needs_person


@pytest.mark.slow
def test_a_sum_that_stays_names_who_it_is_made_of_now(tmp_path: Path, kinds: Path) -> None:
    city(tmp_path, kinds, {"1.1.1": "3"}, {"1.1.1": "0"})
    assert "白石县" in form_of(tmp_path)["1.1.1"]["来源"]
    city(tmp_path, kinds, {"1.1.1": "3"}, {})
    assert form_of(tmp_path)["1.1.1"]["来源"].endswith("；缺白石县")
    city(tmp_path, kinds, {"1.1.1": "3"}, {"1.1.1": "0"})
    row = form_of(tmp_path)["1.1.1"]
    assert (row["数值"], row["备注"]) == ("3", "") and "缺" not in row["来源"]


PAIRED = "键,组别,名称,数量键\n"


def paired(key: str, count: int) -> dict[str, str]:
    """The files of a county with one pairing, under that key."""
    figures = f"键,名称,数值,单位\n结对.学校,学校,{count},对\n"
    pairings = f"{PAIRED}{key},部门和社会,学校,结对.学校\n"
    return {"figures_csv": figures, "pairings_csv": pairings}


@pytest.mark.slow
def test_rows_made_one_stay_one_in_whatever_order_the_counties_are_given(
    tmp_path: Path, kinds: Path
) -> None:
    first = below.county(tmp_path, "青禾县", {}, **paired("学校", 3))
    other = below.county(tmp_path, "白石县", {}, **paired("结对学校", 4))
    target = tmp_path / "云山市-2023"
    rollup(target, [first, other], templates=kinds)
    there = below.cells(target / "pairings.csv", "键")
    assert list(there) == ["学校"]
    again = rollup(target, [other, first], templates=kinds)
    assert below.cells(target / "pairings.csv", "键") == there and not again.needs_person
    rollup(target, [other], templates=kinds, without=["青禾县"])
    assert list(below.cells(target / "pairings.csv", "键")) == ["学校"]


@pytest.mark.slow
def test_a_row_that_may_be_one_of_before_is_not_written_beside_it(
    tmp_path: Path, kinds: Path
) -> None:
    county = below.county(tmp_path, "青禾县", {}, funds_csv=FUNDS + GREENHOUSE)
    target = tmp_path / "云山市-2023"
    rollup(target, [county], templates=kinds)
    renamed = "棚区,设施农业园区,14,产业,产业开发,逐项\n"
    (county / "funds.csv").write_text(FUNDS + renamed, encoding="utf-8")
    again = rollup(target, [county], templates=kinds)
    assert list(below.cells(target / "funds.csv", "键")) == ["青禾县-大棚"]
    [new, _] = [offer for offer in again.rolled.offers if isinstance(offer, RecordOffer)]
    assert new.standing is Standing.DOUBT and "可能就是“青禾县-大棚”换了写法" in new.reasons[0]
    rollup(target, [county], templates=kinds, take=None)
    assert list(below.cells(target / "funds.csv", "键")) == ["青禾县-棚区"]


@pytest.mark.slow
def test_a_row_whose_source_the_city_wrote_is_the_citys(tmp_path: Path, kinds: Path) -> None:
    county = below.county(tmp_path, "青禾县", {}, funds_csv=FUNDS + GREENHOUSE)
    target = tmp_path / "云山市-2023"
    rollup(target, [county], templates=kinds)
    funds = target / "funds.csv"
    rolled = below.cells(funds, "键")["青禾县-大棚"]["来源"]
    text = funds.read_text(encoding="utf-8-sig").replace(rolled, "市财政局")
    funds.write_text(text, encoding="utf-8")
    (county / "funds.csv").write_text(FUNDS, encoding="utf-8")
    assert not rollup(target, [county], templates=kinds, take=None).needs_person
    assert funds.read_text(encoding="utf-8") == text


@pytest.mark.slow
def test_what_is_to_be_taken_out_is_shown_with_what_stands_in_it(
    tmp_path: Path, kinds: Path
) -> None:
    county = below.county(tmp_path, "青禾县", {}, funds_csv=FUNDS + JOBS)
    target = tmp_path / "云山市-2023"
    rollup(target, [county], templates=kinds)
    (county / "funds.csv").write_text(FUNDS, encoding="utf-8")
    status, _, told = run("rollup", target, county, "--templates", kinds)
    said = (
        "funds.csv 的一行“青禾县-稳岗”：汇总来的，各地已经没有这一行（名称“稳岗补助”、金额“5”、"
        "用途“就业”、方向“劳务协作”、列示“概述”），没有删；取它就删去，要留就改它的“来源”"
    )
    assert status == 1 and said in told and "缺青禾县" not in told
    assert said in (target / "汇总说明.md").read_text(encoding="utf-8")


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
    assert not any("对照表" in line for line in city(tmp_path, kinds, {"1.1.1": "3"}).todo)
    own = below.city(tmp_path / "前", "云山市", {})
    [todo] = rollup(own, [county], templates=kinds).todo
    assert todo.endswith("要印请加一项 table: 各地情况表")


@pytest.mark.slow
def test_a_remark_of_a_person_stays(tmp_path: Path, kinds: Path) -> None:
    city(tmp_path, kinds, {"1.1.1": "3"}, {})
    path = tmp_path / "云山市-2023" / "indicators.csv"
    old = form_of(tmp_path)["1.1.1"]["备注"]
    path.write_text(path.read_text(encoding="utf-8-sig").replace(old, "等白石县"), encoding="utf-8")
    city(tmp_path, kinds, {"1.1.1": "3"}, {})
    assert form_of(tmp_path)["1.1.1"]["备注"] == "等白石县"


@pytest.mark.slow
def test_what_does_not_belong_together_is_a_line_each_and_nothing_is_written(
    tmp_path: Path, kinds: Path
) -> None:
    good = [below.county(tmp_path, name, {"1.1.1": "3"}) for name in below.NAMES[:3]]
    older = below.county(tmp_path, "红岩县", {"1.1.1": "3"}, year=2022)
    other = below.county(tmp_path, "紫云县", {})
    report = (other / "report.yaml").read_text(encoding="utf-8")
    (other / "report.yaml").write_text(
        report.replace("kind: 东西部协作自评", "kind: 支援合作要点"), encoding="utf-8"
    )
    twice = below.county(tmp_path / "又一份", "白石县", {})
    broken = below.county(tmp_path, "绿洲县", {"1.1.1": "三五个"})
    (tmp_path / "坏.docx").write_bytes(b"PK nothing")
    words = [*good, older, twice]
    status, lines, _ = run("rollup", tmp_path / "市", *words, "--templates", kinds)
    assert status == 2 and not (tmp_path / "市").exists()
    assert lines == [
        f"错误：{older.name}：是2022年的数据包，别的是2023年。汇总的要是同一年，请换成那一年的。",
        f"错误：{twice.name}：是白石县的，白石县-2023 也是白石县的。一个地方只能有一份，请去掉一份。",
    ]
    words = [*good, broken, tmp_path / "没有", tmp_path / "坏.docx"]
    status, lines, _ = run("rollup", tmp_path / "市", *words, "--templates", kinds)
    assert status == 2 and not (tmp_path / "市").exists()
    said = [line.removeprefix(f"错误：{tmp_path}/") for line in lines]
    assert [line.partition("：")[0] for line in said] == ["绿洲县-2023", "没有", "坏.docx"]
    assert "读不了：indicators.csv 第2行“数值”列：应当是数字" in said[0]


def test_another_kind_is_a_line(tmp_path: Path) -> None:
    for name, kind in ("甲县", six.KIND), ("乙县", six.KIND), ("丙县", "支援合作要点"):
        args = ["--organ", "丙县办"] if kind != six.KIND else ["--partner", "东湖区"]
        made = run("new", tmp_path / name, "--kind", kind, "--year", 2023, "--place", name, *args)
        assert made[0] == 0, made
    sent = [tmp_path / name for name in ("甲县", "乙县", "丙县")]
    with pytest.raises(InputError, match="丙县：报告种类是“支援合作要点”，别的是“东西部协作自评”"):
        rollup(tmp_path / "市", sent, parties=Parties("大市", "小市"))


@pytest.mark.slow
def test_who_the_city_is_must_be_known(tmp_path: Path, kinds: Path) -> None:
    paths = [below.county(tmp_path, name, {}) for name in below.NAMES[:2]]
    report = (paths[1] / "report.yaml").read_text(encoding="utf-8")
    (paths[1] / "report.yaml").write_text(report.replace("云山市", "白云市"), encoding="utf-8")
    with pytest.raises(InputError, match="各数据包写的市不同：云山市、白云市。请用 --place"):
        rollup(tmp_path / "市", paths, templates=kinds)
    with pytest.raises(InputError, match="白石县写的是属白云市，不是云山市。请换成云山市的"):
        rollup(tmp_path / "市", paths, parties=Parties("云山市"), templates=kinds)
    rollup(tmp_path / "市", paths[:1], parties=Parties("云山市"), templates=kinds)
    assert "name: 云山市" in (tmp_path / "市" / "report.yaml").read_text(encoding="utf-8")


def test_the_package_above_is_none_of_those_below(tmp_path: Path, kinds: Path) -> None:
    first = below.county(tmp_path, "青禾县", {"1.1.1": "3"})
    with pytest.raises(InputError, match="就是要写进去的数据包"):
        rollup(first, [first], templates=kinds)
    (tmp_path / "别的").mkdir()
    (tmp_path / "别的" / "稿.txt").write_text("有人写的", encoding="utf-8")
    with pytest.raises(OutputError, match="已经有这个文件夹，没有覆盖它"):
        rollup(tmp_path / "别的", [first], templates=kinds)
    with pytest.raises(OutputError, match="已经有这个文件夹，没有覆盖它"):
        rollup(tmp_path / "别的" / "稿.txt", [first], templates=kinds)
    with pytest.raises(InputError, match="不是工作簿"):
        rollup(tmp_path / "市.xlsx", [first], templates=kinds)


def test_a_word_file_alone_does_not_say_the_kind(tmp_path: Path) -> None:
    (tmp_path / "青禾县.docx").write_bytes(b"")
    with pytest.raises(InputError, match="看不出报告种类和年度"):
        rollup(tmp_path / "市", [tmp_path / "青禾县.docx"])


def test_a_faulty_package_above_is_left_alone(tmp_path: Path, kinds: Path) -> None:
    city(tmp_path, kinds, {"1.1.1": "3"})
    path = tmp_path / "云山市-2023" / "indicators.csv"
    faulty = path.read_text(encoding="utf-8-sig").replace("赴东部就业,3,", "赴东部就业,三五个,")
    path.write_text(faulty, encoding="utf-8")
    with pytest.raises(DataError, match="应当是数字"):
        city(tmp_path, kinds, {"1.1.1": "3"})
    assert path.read_text(encoding="utf-8") == faulty


@pytest.mark.parametrize("said", ["三", "3,x"])
def test_what_is_taken_is_a_number(tmp_path: Path, kinds: Path, said: str) -> None:
    county = below.county(tmp_path, "青禾县", {})
    status, lines, _ = run("rollup", tmp_path / "市", county, "--take", said, "--templates", kinds)
    assert status == 2 and "请写序号，如 --take 3,5" in lines[0]


def test_everything_is_taken(tmp_path: Path, kinds: Path) -> None:
    paths = [below.county(tmp_path, "青禾县", {"1.1.1": "3"}), below.county(tmp_path, "白石县", {})]
    words = ("rollup", tmp_path / "市", *paths, "--templates", kinds, "--take", "全部")
    assert run(*words)[0] == 0


@pytest.mark.parametrize(("there", "most"), [(True, 3), (False, 2)])
def test_a_number_that_no_value_has_is_a_line_and_nothing_is_written(
    tmp_path: Path, kinds: Path, there: bool, most: int
) -> None:
    """In a package that was there the formula of the rate is one more."""
    county = below.county(tmp_path, "青禾县", {"1.1.1": "3", "1.1.2": "2"})
    target = tmp_path / "云山市-2023"
    if there:
        below.city(tmp_path, "云山市", {"1.1.2": "1"})
    before = below.contents(target)
    words = ("rollup", target, county, "--templates", kinds, "--take", "0,999")
    status, lines, _ = run(*words)
    assert status == 2 and below.contents(target) == before
    todo = f"请照 nigao rollup 印出的序号写，现有1至{most}项"
    assert lines == [f"错误：“--take”：没有第{number}项。{todo}。" for number in (0, 999)]


def test_a_number_that_means_another_value_than_before_is_a_line(
    tmp_path: Path, kinds: Path
) -> None:
    """A county that fills in one value more once moved the numbers of all behind it."""
    forms = {"1.1.2": "1", "1.3": "10"}, {"1.1.2": "1"}
    first = city(tmp_path, kinds, *forms)
    [asked] = [o for o in first.rolled.offers if o.standing is Standing.DOUBT]
    before = below.contents(tmp_path / "云山市-2023")
    later = {**forms[0], "1.1.1": "2"}, forms[1]
    for number in (asked.number, asked.number + 1):
        with pytest.raises(InputError, match=f"第{number}项不在上回印出的要定的里，或者后来变了"):
            city(tmp_path, kinds, *later, take={number})
    assert below.contents(tmp_path / "云山市-2023") == before
    again = city(tmp_path, kinds, *later)
    numbers = [o.number for o in again.rolled.offers if o.standing is Standing.DOUBT]
    city(tmp_path, kinds, *later, take={numbers[-1]})
    assert form_of(tmp_path)["1.3"]["数值"] == "10"


@pytest.mark.slow
def test_what_is_asked_may_stand_on_two_lines(tmp_path: Path, kinds: Path) -> None:
    visits = (
        '键,方向,开始,结束,职务,姓名,事项,成果\n一,东到西,2023-05-01,2023-05-02,市长,甲,考察,"{}"\n'
    )
    county = below.county(tmp_path, "青禾县", {}, visits_csv=visits.format("草签\n协议"))
    target = tmp_path / "云山市-2023"
    rollup(target, [county], templates=kinds)
    (county / "visits.csv").write_text(visits.format("签了\n协议"), encoding="utf-8")
    asked = rollup(target, [county], templates=kinds)
    [conflict] = [o for o in asked.rolled.offers if o.standing is Standing.CONFLICT]
    rollup(target, [county], templates=kinds, take={conflict.number})
    assert "签了" in (target / "visits.csv").read_text(encoding="utf-8")


def test_counties_into_a_county_or_beside_their_city_are_a_line_each(
    tmp_path: Path, kinds: Path
) -> None:
    """Where the package above is there, and where it would be new."""
    first = below.county(tmp_path, "青禾县", {"1.1.1": ""})
    other = below.county(tmp_path, "白石县", {"1.1.1": "3"})
    city = below.city(tmp_path, "云山市", {"1.1.1": "9"})
    before = below.contents(tmp_path)
    for target, sent, said in (
        (first, [other], "白石县-2023：白石县和青禾县同级，不是它的下一级。"),
        (tmp_path / "新", [other, city], "云山市-2023：是云山市自己的数据包。"),
        (tmp_path / "新", [city, "--place", "大云市"], "云山市-2023：云山市和大云市同级，"),
        (tmp_path / "新", [other, "--place", "红岩县"], "白石县-2023：白石县和红岩县同级，"),
        (
            tmp_path / "新",
            [other, "--place", "大云市"],
            "白石县-2023：白石县写的是属云山市，不是大云市。",
        ),
        (tmp_path / "新", [city, other, "--place", "北原省"], "白石县-2023：白石县属云山市，"),
    ):
        status, lines, _ = run("rollup", target, *sent, "--templates", kinds)
        assert (status, len(lines)) == (2, 1) and lines[0].startswith(f"错误：{said}")
        assert below.contents(tmp_path) == before and not (tmp_path / "新").exists()


@pytest.mark.slow
def test_a_province_is_made_of_its_cities(tmp_path: Path, kinds: Path) -> None:
    cities = [
        below.city(tmp_path, name, {"1.1.1": number})
        for name, number in (("云山市", "3"), ("大云州", "4"))
    ]
    for _ in range(2):
        rollup(tmp_path / "北原省", cities, parties=Parties("北原省"), templates=kinds)
    assert below.cells(tmp_path / "北原省" / "indicators.csv")["1.1.1"]["数值"] == "7"


@pytest.mark.slow
@pytest.mark.parametrize(
    ("sent", "without", "said"),
    [
        (
            [1],
            "",
            "{target}：上回汇总有青禾县、黑河县，这回没有给。请把它们的数据包一起给，没有再报的用上回那一份；"
            "撤并、划走了的用 --without 青禾县 写明。",
        ),
        (
            [1],
            "青禾县",
            "{target}：上回汇总有黑河县，这回没有给。请把它们的数据包一起给，没有再报的用上回那一份；"
            "撤并、划走了的用 --without 黑河县 写明。",
        ),
        ([0, 1, 2], "青禾县", "“--without”：写了青禾县，又给了它的数据包。请去掉一个。"),
    ],
)
def test_a_county_that_was_there_before_is_not_left_out_without_a_word(
    tmp_path: Path, kinds: Path, sent: list[int], without: str, said: str
) -> None:
    forms = {"1.1.1": "3", "1.1.2": "1"}, {"1.1.1": "4", "1.1.2": "1"}, {"1.1.1": "5"}
    target = city(tmp_path, kinds, *forms).target
    before = below.contents(target)
    paths = [tmp_path / f"{below.NAMES[at]}-2023" for at in sent]
    options = ("--without", without) if without else ()
    status, lines, _ = run("rollup", target, *paths, *options, "--templates", kinds)
    assert (status, lines) == (2, [f"错误：{said.format(target=target)}"])
    assert below.contents(target) == before


@pytest.mark.slow
def test_a_county_that_is_no_more_is_left_out_by_name(tmp_path: Path, kinds: Path) -> None:
    """What stands is held against the counties that are left, what it held back is theirs, and
    its rows are asked about."""
    first = below.county(
        tmp_path, "青禾县", {"1.1.1": "3", "1.1.2": "1"}, funds_csv=FUNDS + GREENHOUSE
    )
    other = below.county(tmp_path, "白石县", {"1.1.1": "4"}, funds_csv=FUNDS + JOBS)
    target = tmp_path / "云山市-2023"
    rollup(target, [first, other], templates=kinds)
    below.county(tmp_path, "青禾县", {"1.1.1": "3", "1.1.2": "2"}, funds_csv=FUNDS + GREENHOUSE)
    status, _, told = run("rollup", target, first, "--without", "白石县", "--templates", kinds)
    assert status == 1 and "  白石县：上回有，这回写明不算\n" in told
    assert "已经填了7人，没有改；汇总是3人（青禾县3）" in told
    assert "funds.csv 的一行“白石县-稳岗”：汇总来的，各地已经没有这一行" in told
    form = form_of(tmp_path)
    assert (form["1.1.1"]["数值"], form["1.1.2"]["数值"]) == ("7", "2")
    assert "白石县：上回有，这回写明不算" in (target / "汇总说明.md").read_text(encoding="utf-8")
    values = below.cells(target / "county_values.csv", "键")
    assert {row["地方"] for row in values.values()} == {"青禾县"}
    again = ("rollup", target, first, "--without", "白石县", "--take", "1", "--templates", kinds)
    assert run(*again)[0] != 2
    rollup(target, [first], templates=kinds)


@pytest.mark.slow
def test_a_county_that_comes_later_is_added(tmp_path: Path, kinds: Path) -> None:
    city(tmp_path, kinds, {"1.1.2": "3"})
    again = city(tmp_path, kinds, {"1.1.2": "3"}, {"1.1.2": "4"})
    [conflict] = [o for o in again.rolled.offers if o.standing is Standing.CONFLICT]
    assert isinstance(conflict, Offer) and conflict.value == "7"


HUGE = "999999999999999999"


@pytest.mark.parametrize(
    ("numbers", "said"),
    [
        (("1", HUGE), f"合计1{'0' * 18}万元，白石县的是{HUGE}万元"),
        ((f"{HUGE}亿元",), "青禾县的是9999999999999999990000万元"),
        (("1234567890.12345678", "0.1234567890123"), "青禾县的是1234567890.12345678万元"),
    ],
)
def test_a_sum_that_no_cell_holds_names_the_place_of_the_largest_number(
    tmp_path: Path, kinds: Path, numbers: tuple[str, ...], said: str
) -> None:
    with pytest.raises(DataError) as caught:
        city(tmp_path, kinds, *({"1.3": number} for number in numbers))
    (problem,) = caught.value.problems
    assert said in str(problem) and "数最多18位" in str(problem)
    assert str(problem).startswith(f"{said.partition('县')[0][-2:]}县-2023/indicators.csv 第2行")
    assert not (tmp_path / "云山市-2023").exists()


def test_a_row_whose_sum_no_cell_holds_is_told_with_its_places(tmp_path: Path) -> None:
    folder = below.kinds(tmp_path / "kinds")
    path = folder / invented.KIND / "records.yaml"
    records = yaml.safe_load(path.read_text(encoding="utf-8"))
    records["funds"]["汇总"] = "合计"
    path.write_text(yaml.safe_dump(records, allow_unicode=True, sort_keys=False), encoding="utf-8")
    head = "键,名称,金额,用途,方向,列示,项目数\n"
    sent = [
        below.county(
            tmp_path, name, {"1.3": "1"}, funds_csv=f"{head}甲,大棚,{number},产业,产业开发,逐项,2\n"
        )
        for name, number in zip(below.NAMES, (HUGE, "1"), strict=False)
    ]
    with pytest.raises(DataError) as caught:
        rollup(tmp_path / "云山市-2023", sent, templates=folder)
    (problem,) = caught.value.problems
    assert "“甲”的金额合计1000000000000000000，数最多18位" in str(problem)
    assert "青禾县" in str(problem) and "白石县" in str(problem)


def test_where_the_table_cannot_be_written_nothing_is(tmp_path: Path, kinds: Path) -> None:
    (tmp_path / "对照.xlsx").mkdir()
    sent = [below.county(tmp_path, name, {"1.1.1": "3"}) for name in below.NAMES[:2]]
    with pytest.raises(OutputError, match="写不进去"):
        rollup(tmp_path / "云山市-2023", sent, templates=kinds, table=tmp_path / "对照.xlsx")
    assert not (tmp_path / "云山市-2023").exists()
