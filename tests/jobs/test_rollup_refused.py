"""What does not belong together, or cannot be written, is a line each, and nothing is written."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from support import counties_below as below
from support import invented
from support import six_counties as six
from support.commands import run

from generator.jobs.rollup import Parties, rollup
from generator.model.errors import DataError, InputError, OutputError
from generator.package.bring.proposal import Standing


@pytest.fixture
def kinds(tmp_path: Path) -> Path:
    return below.kinds(tmp_path / "kinds")


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
    below.rolled(tmp_path, kinds, {"1.1.1": "3"})
    path = tmp_path / "云山市-2023" / "indicators.csv"
    faulty = path.read_text(encoding="utf-8-sig").replace("赴东部就业,3,", "赴东部就业,三五个,")
    path.write_text(faulty, encoding="utf-8")
    with pytest.raises(DataError, match="应当是数字"):
        below.rolled(tmp_path, kinds, {"1.1.1": "3"})
    assert path.read_text(encoding="utf-8") == faulty


@pytest.mark.parametrize("said", ["三", "3,x"])
def test_what_is_taken_is_a_number(tmp_path: Path, kinds: Path, said: str) -> None:
    county = below.county(tmp_path, "青禾县", {})
    status, lines, _ = run("rollup", tmp_path / "市", county, "--take", said, "--templates", kinds)
    assert status == 2 and "请写序号，如 --take 3,5" in lines[0]


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
    first = below.rolled(tmp_path, kinds, *forms)
    [asked] = [o for o in first.rolled.offers if o.standing is Standing.DOUBT]
    before = below.contents(tmp_path / "云山市-2023")
    later = {**forms[0], "1.1.1": "2"}, forms[1]
    for number in (asked.number, asked.number + 1):
        with pytest.raises(InputError, match=f"第{number}项不在上回印出的要定的里，或者后来变了"):
            below.rolled(tmp_path, kinds, *later, take={number})
    assert below.contents(tmp_path / "云山市-2023") == before
    again = below.rolled(tmp_path, kinds, *later)
    numbers = [o.number for o in again.rolled.offers if o.standing is Standing.DOUBT]
    below.rolled(tmp_path, kinds, *later, take={numbers[-1]})
    assert below.form_of(tmp_path)["1.3"]["数值"] == "10"


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
        below.rolled(tmp_path, kinds, *({"1.3": number} for number in numbers))
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
