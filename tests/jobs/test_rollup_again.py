"""A city made again of counties that changed: what stands, what is asked, what goes by decision alone."""

from __future__ import annotations

from pathlib import Path

import pytest
from support import counties_below as below
from support.commands import run

from generator.jobs.rollup import as_text, rollup
from generator.package.bring.proposal import Offer, RecordOffer, Standing


@pytest.fixture
def kinds(tmp_path: Path) -> Path:
    return below.kinds(tmp_path / "kinds")


@pytest.mark.slow
def test_a_second_run_changes_nothing(tmp_path: Path, kinds: Path) -> None:
    forms = {"1.1.1": "3", "1.3": "10"}, {"1.1.1": "4"}
    assert "report.yaml" in below.rolled(tmp_path, kinds, *forms).written
    again = below.rolled(tmp_path, kinds, *forms)
    assert again.written == () and again.rolled.count(Standing.SAME) == 1


@pytest.mark.slow
def test_what_a_person_typed_stays_until_it_is_given_up(tmp_path: Path, kinds: Path) -> None:
    forms = {"1.1.1": "3", "1.1.2": "1"}, {"1.1.1": "4", "1.1.2": "1"}
    below.rolled(tmp_path, kinds, *forms)
    path = tmp_path / "云山市-2023" / "indicators.csv"
    typed = path.read_text(encoding="utf-8-sig").replace("赴东部就业,7,", "赴东部就业,8,")
    path.write_text(typed, encoding="utf-8")
    again = below.rolled(tmp_path, kinds, *forms)
    [conflict] = [o for o in again.rolled.offers if o.standing is Standing.CONFLICT]
    assert conflict.reasons == ("已经填了8人，没有改",)
    assert below.form_of(tmp_path)["1.1.1"]["数值"] == "8" and again.needs_person
    _, _, told = run("check", tmp_path / "云山市-2023", "--templates", kinds)
    assert "“其中：赴东部就业”（1.帮助就业人数）是8人，应等于2个地方合计（7人），相差1人" in told
    taken = below.rolled(tmp_path, kinds, *forms, take={conflict.number})
    assert below.form_of(tmp_path)["1.1.1"]["数值"] == "7" and "indicators.csv.2.bak" in taken.kept


@pytest.mark.slow
def test_a_number_that_every_county_withdrew_is_taken_out_by_decision(
    tmp_path: Path, kinds: Path
) -> None:
    below.rolled(tmp_path, kinds, {"1.1.1": "3", "1.1.2": "1"}, {"1.1.1": "4", "1.1.2": "1"})
    forms = {"1.1.2": "1"}, {"1.1.2": "1"}
    again = below.rolled(tmp_path, kinds, *forms)
    [conflict] = [o for o in again.rolled.offers if o.standing is Standing.CONFLICT]
    reason = "已经填了7人，来源写的是汇总，各地现在合不出这个数，没有改；取它就清空"
    assert conflict.reasons == (reason,) and again.needs_person
    row = below.form_of(tmp_path)["1.1.1"]
    assert (row["数值"], row["备注"]) == ("7", f"汇总：{reason}")
    assert f"：{reason}\n" in as_text(again)
    below.rolled(tmp_path, kinds, *forms, take={conflict.number})
    row = below.form_of(tmp_path)["1.1.1"]
    assert (row["数值"], row["来源"]) == ("", "")
    assert not below.rolled(tmp_path, kinds, *forms).needs_person


@pytest.mark.slow
def test_a_sum_of_fewer_counties_is_taken_by_decision_and_says_so(
    tmp_path: Path, kinds: Path
) -> None:
    forms = {"1.1.1": "3"}, {}
    first = below.rolled(tmp_path, kinds, *forms)
    row = below.form_of(tmp_path)["1.1.1"]
    assert row["数值"] == "" and row["备注"].startswith("汇总：3人（青禾县3）没有写")
    [asked] = first.rolled.offers[:1]
    below.rolled(tmp_path, kinds, *forms, take={asked.number})
    row = below.form_of(tmp_path)["1.1.1"]
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
    below.rolled(tmp_path, kinds, {"1.1.1": "3"}, {"1.1.1": "0"})
    assert "白石县" in below.form_of(tmp_path)["1.1.1"]["来源"]
    below.rolled(tmp_path, kinds, {"1.1.1": "3"}, {})
    assert below.form_of(tmp_path)["1.1.1"]["来源"].endswith("；缺白石县")
    below.rolled(tmp_path, kinds, {"1.1.1": "3"}, {"1.1.1": "0"})
    row = below.form_of(tmp_path)["1.1.1"]
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
def test_a_remark_of_a_person_stays(tmp_path: Path, kinds: Path) -> None:
    below.rolled(tmp_path, kinds, {"1.1.1": "3"}, {})
    path = tmp_path / "云山市-2023" / "indicators.csv"
    old = below.form_of(tmp_path)["1.1.1"]["备注"]
    path.write_text(path.read_text(encoding="utf-8-sig").replace(old, "等白石县"), encoding="utf-8")
    below.rolled(tmp_path, kinds, {"1.1.1": "3"}, {})
    assert below.form_of(tmp_path)["1.1.1"]["备注"] == "等白石县"


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
    target = below.rolled(tmp_path, kinds, *forms).target
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
    form = below.form_of(tmp_path)
    assert (form["1.1.1"]["数值"], form["1.1.2"]["数值"]) == ("7", "2")
    assert "白石县：上回有，这回写明不算" in (target / "汇总说明.md").read_text(encoding="utf-8")
    values = below.cells(target / "county_values.csv", "键")
    assert {row["地方"] for row in values.values()} == {"青禾县"}
    again = ("rollup", target, first, "--without", "白石县", "--take", "1", "--templates", kinds)
    assert run(*again)[0] != 2
    rollup(target, [first], templates=kinds)


@pytest.mark.slow
def test_a_county_that_comes_later_is_added(tmp_path: Path, kinds: Path) -> None:
    below.rolled(tmp_path, kinds, {"1.1.2": "3"})
    again = below.rolled(tmp_path, kinds, {"1.1.2": "3"}, {"1.1.2": "4"})
    [conflict] = [o for o in again.rolled.offers if o.standing is Standing.CONFLICT]
    assert isinstance(conflict, Offer) and conflict.value == "7"
