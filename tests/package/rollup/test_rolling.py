"""What packages below make of the one above: each way, who lacks a value, units, what is there."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from support import counties_below as below

from generator.jobs.counties import counties_of
from generator.model.cell import Source
from generator.model.replacing import replace
from generator.model.rollup import rolled_from, rolled_text
from generator.package.bring.proposal import Standing
from generator.package.read import load_package
from generator.package.rollup import RolledUp, counties_before, roll_up
from generator.package.rollup.faults import county_faults
from generator.package.rollup.rolling import RolledValue
from generator.package.rollup.summary import note_lines


@pytest.fixture(scope="module")
def kinds(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return below.kinds(tmp_path_factory.mktemp("kinds"))


def rolled(
    folder: Path,
    kinds: Path,
    *forms: dict[str, str],
    there: dict[str, str] | None = None,
    taken: set[int] | None = frozenset(),  # type: ignore[assignment]
    figures: tuple[str, ...] = (),
    records: tuple[dict[str, str], ...] = (),
) -> RolledUp:
    """What the counties with these forms (figures, records) make of the city."""
    paths = []
    for number, form in enumerate(forms):
        more = dict(records[number]) if number < len(records) else {}
        if number < len(figures):
            more["figures_csv"] = "键,名称,数值,单位,修饰\n" + figures[number]
        paths.append(below.county(folder, below.NAMES[number], form, **more))
    dataset, kind = below.above(folder, kinds, there)
    return roll_up(below.read(paths, kinds), dataset, kind, taken)


def value(result: RolledUp, ident: str) -> RolledValue:
    return next(value for value in result.values if value.target.ident == ident)


def offer(result: RolledUp, ident: str) -> tuple[str, Standing]:
    made = value(result, ident).offer
    assert made is not None
    return made.value, made.standing


def test_numbers_are_added_up_and_name_their_cells(tmp_path: Path, kinds: Path) -> None:
    result = rolled(tmp_path, kinds, {"1.3": "12.5"}, {"1.3": "0"}, {"1.3": "7.55"})
    assert offer(result, "1.3") == ("20.05", Standing.SURE)
    made = value(result, "1.3").offer
    assert made is not None and made.source == (
        "汇总：青禾县-2023/indicators.csv 第2行“数值”；白石县-2023/indicators.csv 第2行“数值”；"
        "黑河县-2023/indicators.csv 第2行“数值”"
    )


def test_a_county_without_a_value_is_named_and_no_0(tmp_path: Path, kinds: Path) -> None:
    result = rolled(tmp_path, kinds, {"1.1.1": "5"}, {"1.1.1": ""}, {})
    assert offer(result, "1.1.1") == ("5", Standing.DOUBT)
    assert value(result, "1.1.1").lacking == ("白石县", "黑河县")
    made = value(result, "1.1.1").offer
    assert made is not None and made.reasons == ("只有1个地方有数，缺白石县、黑河县",)
    assert result.needs_person


def test_what_nobody_has_is_not_written(tmp_path: Path, kinds: Path) -> None:
    assert value(rolled(tmp_path, kinds, {}, {}), "1.1.1").offer is None


@pytest.mark.parametrize("ident", ["1.2", "1.7"])
def test_what_is_the_citys_own_or_unsaid_is_left_to_fill(
    tmp_path: Path, kinds: Path, ident: str
) -> None:
    form = {"1.2": "是", "1.7": "900"}
    assert value(rolled(tmp_path, kinds, form, form), ident).offer is None


def test_rates_are_computed_from_their_parts(tmp_path: Path, kinds: Path) -> None:
    """40 of 100 and 300 of 300 are 340 of 400, 85%, not the mean of 40% and 100%."""
    parts = {"1.3": "100", "1.4": "40", "1.5": "="}, {"1.3": "300", "1.4": "300", "1.5": "="}
    result = rolled(tmp_path, kinds, *parts)
    assert offer(result, "1.5") == ("=", Standing.SURE)
    assert [part.value for part in value(result, "1.5").parts] == [Decimal("40"), Decimal("100")]
    assert value(result, "1.5").way.value == "重算" and not value(result, "1.5").way.adds_up
    assert offer(result, "1.3")[0] == "400" and offer(result, "1.4")[0] == "340"


def test_texts_are_listed(tmp_path: Path, kinds: Path) -> None:
    result = rolled(tmp_path, kinds, {"1.6": "3月张三"}, {"1.6": "5月李四"})
    assert offer(result, "1.6") == ("青禾县：3月张三；白石县：5月李四", Standing.SURE)


def test_another_unit_is_converted_exactly(tmp_path: Path, kinds: Path) -> None:
    result = rolled(tmp_path, kinds, {"1.3": "1234567.89元"}, {"1.3": "0.01亿元"})
    assert offer(result, "1.3") == ("223.456789", Standing.SURE)
    assert value(result, "1.3").notes == (
        "青禾县：按“元”换算成万元",
        "白石县：按“亿元”换算成万元",
    )


@pytest.mark.parametrize(
    ("row", "expected", "doubt"),
    [
        ("招聘.公告,发布招聘公告,3,次,\n", ("5", Standing.SURE), ""),
        ("招聘.公告,发布招聘公告,3,,\n", ("2", Standing.DOUBT), "“3”没有写单位"),
        ("招聘.公告,发布招聘公告,3,家,\n", ("2", Standing.DOUBT), "填的单位是“家”，不能换算成“次”"),
        ("招聘.公告,发布招聘公告,3,次,余\n", ("5", Standing.DOUBT), ""),
    ],
)
def test_figures_outside_the_form(
    tmp_path: Path, kinds: Path, row: str, expected: tuple[str, Standing], doubt: str
) -> None:
    figures = (row, "招聘.公告,发布招聘公告,2,次,\n")
    result = rolled(tmp_path, kinds, {}, {}, figures=figures)
    assert offer(result, "招聘.公告") == expected
    assert value(result, "招聘.公告").parts[0].doubt == doubt


def test_a_figure_in_yuan_is_converted(tmp_path: Path, kinds: Path) -> None:
    figures = ("资金.教育帮扶,教育,905001,元,\n", "资金.教育帮扶,教育,9,万元,\n")
    result = rolled(tmp_path, kinds, {}, {}, figures=figures)
    assert offer(result, "资金.教育帮扶") == ("99.5001", Standing.SURE)


def test_a_unit_that_was_changed_in_the_form_is_refused(tmp_path: Path, kinds: Path) -> None:
    """The number may be in either unit: nobody can say which."""
    path = below.county(tmp_path, "青禾县", {})
    changed = "代码,数值,原指标,原单位\n1.3,500,3.到位资金,元\n"
    (path / "indicators.csv").write_text(changed, encoding="utf-8")
    dataset, kind = below.above(tmp_path, kinds)
    result = roll_up(below.read([path], kinds), dataset, kind)
    assert value(result, "1.3").offer is None
    assert "不清楚数是元还是万元" in value(result, "1.3").parts[0].doubt


@pytest.mark.parametrize(
    ("there", "standing"),
    [("", Standing.SURE), ("9", Standing.SAME), ("9.0", Standing.SAME), ("8", Standing.CONFLICT)],
)
def test_what_the_city_has_stays(
    tmp_path: Path, kinds: Path, there: str, standing: Standing
) -> None:
    forms = {"1.1.2": "4"}, {"1.1.2": "5"}
    assert offer(rolled(tmp_path, kinds, *forms, there={"1.1.2": there}), "1.1.2") == (
        "9",
        standing,
    )


def test_a_conflict_is_taken_by_its_number(tmp_path: Path, kinds: Path) -> None:
    forms = {"1.1.2": "4", "1.3": "1"}, {"1.1.2": "5", "1.3": "1"}
    there = {"1.1.2": "8", "1.3": "8"}
    first = rolled(tmp_path, kinds, *forms, there=there)
    number = value(first, "1.1.2").offer
    assert number is not None
    taken = rolled(tmp_path, kinds, *forms, there=there, taken={number.number})
    assert offer(taken, "1.1.2") == ("9", Standing.SURE)
    assert offer(taken, "1.3") == ("2", Standing.CONFLICT)
    everything = rolled(tmp_path, kinds, *forms, there=there, taken=None)
    assert not everything.needs_person


def test_a_sum_that_lacks_somebody_makes_no_sure_sum_above(tmp_path: Path, kinds: Path) -> None:
    """A city that took the sum of some counties says so to the province."""
    path = below.county(tmp_path, "青禾县", {})
    made = "代码,数值,来源\n1.1.2,7,汇总：甲乡/indicators.csv 第2行“数值”；缺乙乡\n"
    (path / "indicators.csv").write_text(made, encoding="utf-8")
    result = roll_up(below.read([path], kinds), *below.above(tmp_path, kinds))
    assert offer(result, "1.1.2") == ("7", Standing.DOUBT)
    given = value(result, "1.1.2").offer
    assert given is not None and given.reasons == ("青禾县的只是几个地方的合计，缺乙乡",)


FUNDS = "键,名称,金额,用途,方向,列示,项目数\n{}"


def test_rows_are_listed_under_the_name_of_their_county(tmp_path: Path, kinds: Path) -> None:
    row = "大棚,蔬菜大棚,12,产业,产业开发,逐项,2\n"
    records = ({"funds_csv": FUNDS.format(row)}, {"funds_csv": FUNDS.format(row)}, {})
    result = rolled(tmp_path, kinds, {}, {}, {}, records=records)
    [file] = [file for file in result.records if file.spec.stem == "funds"]
    assert [made.key for made in file.offers] == ["青禾县-大棚", "白石县-大棚"]
    assert file.offers[1].source == "汇总：白石县-2023/funds.csv 第2行"
    assert file.lacking == ("黑河县",)


@pytest.mark.parametrize(
    ("organiser", "named"),
    [
        ("县商务局", "青禾县商务局"),
        ("县长", "县长"),
        ("东湖区人社局", "东湖区人社局"),
        ("区商务局", "区商务局"),
    ],
)
def test_an_office_is_named_with_its_county(
    tmp_path: Path, kinds: Path, organiser: str, named: str
) -> None:
    text = f"键,领域,开始,主办,事项\n展销,消费帮扶,2023-05-01,{organiser},办展销\n"
    result = rolled(tmp_path, kinds, {}, records=({"activities_csv": text},))
    assert result.records[0].offers[0].cells["主办"] == named


TALENTS = "键,方向,类别,期限,人数\n"


def test_rows_that_say_the_same_become_one(tmp_path: Path, kinds: Path) -> None:
    one = TALENTS + "甲,东到西,支教教师,长期,8\n乙,东到西,医生,长期,2\n"
    other = TALENTS + "丙,东到西,支教教师,长期,5\n丁,东到西,医生,长期,\n"
    records = ({"talents_csv": one}, {"talents_csv": other})
    result = rolled(tmp_path, kinds, {}, {}, records=records)
    made = [(row.key, row.cells["人数"], row.standing) for row in result.records[0].offers]
    assert made == [("甲", "13", Standing.SURE), ("乙", "", Standing.DOUBT)]


def test_a_county_without_rows_leaves_a_sum_of_rows_in_doubt(tmp_path: Path, kinds: Path) -> None:
    records = ({"talents_csv": TALENTS + "甲,东到西,支教教师,长期,8\n"}, {})
    result = rolled(tmp_path, kinds, {}, {}, records=records)
    [row] = result.records[0].offers
    assert (row.standing, row.reasons) == (Standing.DOUBT, ("缺白石县的专技人才",))


def test_a_key_of_a_countys_figure_is_not_copied(tmp_path: Path, kinds: Path) -> None:
    text = "键,捐赠方,形式,金额键\n基金,某基金会,资金,社会帮扶.捐款\n"
    result = rolled(tmp_path, kinds, {}, records=({"donations_csv": text},))
    [file] = result.records
    assert "金额键" not in file.offers[0].cells
    assert file.remarks == (
        "青禾县-2023/donations.csv 第2行“金额键”：“社会帮扶.捐款”在这里是各地合计，这一格没有抄，请填数",
    )


GONE = {
    "funds": FUNDS.format("青禾县-大棚,大棚,12,产业,产业开发,逐项,2,汇总：青禾/funds.csv 第2行\n"),
    "talents": TALENTS + "甲,东到西,支教教师,长期,8,汇总：青禾/talents.csv 第2行\n",
}


@pytest.mark.parametrize(
    ("stem", "silent", "gone"),
    [
        ("funds", "", ["青禾县-大棚"]),
        ("funds", "白石县", ["青禾县-大棚"]),
        ("funds", "青禾县", []),
        ("talents", "", ["甲"]),
        ("talents", "白石县", []),
    ],
)
def test_rows_of_a_county_that_sent_its_form_alone_stay(
    tmp_path: Path, kinds: Path, stem: str, silent: str, gone: list[str]
) -> None:
    """A Word file says nothing of the rows: they may be there still."""
    text = GONE[stem].replace("\n", ",来源\n", 1)
    city = below.city(tmp_path, "云山市", {}, **{f"{stem}_csv": text})
    paths = [below.county(tmp_path, name, {}) for name in below.NAMES[:2]]
    counties = [replace(c, form_only=c.place == silent) for c in below.read(paths, kinds)]
    result = roll_up(counties, *load_package(city, kinds, earlier=False))
    assert [row.key for file in result.records for row in file.gone] == gone
    assert all(file.lacking == () and file.offers == () for file in result.records)


VALUES = "1.1.1-{0},1.1.1,就业,{0},5\n1.1.1-{1},1.1.1,就业,{1},\n"


@pytest.mark.parametrize(
    ("values", "funds", "before"),
    [
        ("", "", ()),
        ("", "青禾县-大棚,大棚,12,产业,产业开发,逐项,2,市财政局\n", ()),
        ("", "县里-大棚,大棚,12,产业,产业开发,逐项,2,汇总：青禾/funds.csv 第2行\n", ()),
        ("", "青禾县-大棚,大棚,12,产业,产业开发,逐项,2,汇总：青禾/funds.csv 第2行\n", ("青禾县",)),
        (
            VALUES.format("白石县", "黑河县"),
            "青禾县-大棚,大棚,12,产业,产业开发,逐项,2,汇总：青禾/funds.csv 第2行\n",
            ("白石县", "黑河县"),
        ),
    ],
    ids=["nothing", "the city's own row", "a key without a place", "a row", "values and a row"],
)
def test_the_counties_of_the_last_run_are_known(
    tmp_path: Path, kinds: Path, values: str, funds: str, before: tuple[str, ...]
) -> None:
    """Of a kind that keeps no values the rows tell."""
    files = {
        "funds_csv": FUNDS.format(funds).replace("\n", ",来源\n", 1),
        "county_values_csv": f"键,指标,名称,地方,数值\n{values}",
    }
    city = below.city(tmp_path, "云山市", {}, **files)
    assert counties_before(load_package(city, kinds, earlier=False)[0]) == before


@pytest.mark.parametrize(
    "source",
    [
        Source("青禾-2023/indicators.csv", 12, "数值"),
        Source("青禾-2023.xlsx/年度统计表", 15, "数值"),
        Source("青禾县.docx“表1”C12"),
        Source("青禾-2023/funds.csv", 2),
    ],
)
def test_what_a_value_is_made_of_is_read_back(source: Source) -> None:
    other = Source("白石-2023/indicators.csv", 3, "数值")
    read = rolled_from(rolled_text([source, other], ["黑河县", "红岩县"]))
    assert list(map(str, read.sources)) == [str(source), str(other)]
    assert read.lacking == ("黑河县", "红岩县")
    assert rolled_from("县财政局") == rolled_from("")


def renamed(county: Path, old: str, new: str) -> Path:
    """The package with other words in its report.yaml."""
    report = county / "report.yaml"
    report.write_text(report.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    return county


@pytest.mark.parametrize(
    ("name", "same"),
    [
        ("青禾", True),
        ("'青禾县 '", True),
        ("青 禾县", True),
        ("青禾县（修订）", True),
        ("青禾县2", True),
        ("青禾市", False),
        ("青禾镇", False),
        ("大青禾县", False),
    ],
)
def test_a_place_whose_name_is_written_in_two_ways_is_one(
    tmp_path: Path, kinds: Path, name: str, same: bool
) -> None:
    first, second = (below.county(tmp_path, place, {"1.1.1": "3"}) for place in below.NAMES[:2])
    renamed(second, "name: 白石县", f"name: {name}")
    faults = list(county_faults(below.read([first, second], kinds), None))
    assert [fault.message.endswith("青禾县-2023 也是青禾县的") for fault in faults] == [True] * same


def test_no_package_is_a_line() -> None:
    assert [fault.message for fault in county_faults([], None)] == ["没有给下一级的数据包"]


def test_counties_until_other_days_are_told(tmp_path: Path, kinds: Path) -> None:
    paths = [below.county(tmp_path, place, {"1.1.1": "3"}) for place in below.NAMES[:3]]
    renamed(paths[1], "year: 2023", "year: 2023\ncutoff: 2023-09-30")
    dataset, kind = below.above(tmp_path, kinds)
    told = list(note_lines(roll_up(below.read(paths, kinds), dataset, kind)))
    assert told == [
        "截止日期（report.yaml 的 cutoff）不一样，合计的不是同一段时间的数："
        "青禾县、黑河县没有写；白石县到9月30日"
    ]
    same = roll_up(below.read([paths[0], paths[2]], kinds), dataset, kind)
    assert not list(note_lines(same))


def test_a_row_that_is_another_one_in_the_kind_of_a_county_is_a_doubt(
    tmp_path: Path, kinds: Path
) -> None:
    paths = [below.county(tmp_path, place, {"1.3": "3"}) for place in below.NAMES[:2]]
    own = below.kinds(paths[1] / "templates")
    for path in own.glob("*/catalogue/*.csv"):
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace("3.到位资金", "3.计划资金"), encoding="utf-8")
    counties = [*below.read(paths[:1], kinds), *counties_of(paths[1:], tmp_path, None, own)]
    dataset, kind = below.above(tmp_path, kinds)
    result = roll_up(counties, dataset, kind)
    assert offer(result, "1.3") == ("3", Standing.DOUBT)
    assert value(result, "1.3").notes == (
        "白石县：它的报告种类里1.3是“3.计划资金”，这里是“3.到位资金”，不知道是不是一回事",
    )


@pytest.mark.parametrize(
    ("code", "number", "told"),
    [
        ("1.1.1", "1.5", ("青禾县的1.5人不是整数",)),
        ("1.3", "-5", ("青禾县的是负数",)),
        ("1.3", "1.5", ()),
        ("1.1.1", "0", ()),
    ],
)
def test_a_number_that_can_hardly_be_meant_is_a_doubt_of_its_sum(
    tmp_path: Path, kinds: Path, code: str, number: str, told: tuple[str, ...]
) -> None:
    made = value(rolled(tmp_path, kinds, {code: number}, {code: "7"}), code).offer
    assert made is not None and made.reasons == told
    assert (made.standing is Standing.DOUBT) == bool(told)
