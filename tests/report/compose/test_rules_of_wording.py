"""The rules of wording, each with its table: what an invented county files, and the sentence of its draft."""

from __future__ import annotations

from pathlib import Path

import pytest
from support import invented

from generator.jobs.text import text

pytestmark = pytest.mark.slow
HEAD = "键,名称,数值,单位,任务数\n"
Figures = dict[str, str]
"""Keys and what stands behind them in figures.csv: 数值,单位[,任务数]."""


def csv(figures: Figures) -> str:
    rows = (f"{key},{key},{cells}" for key, cells in figures.items())
    return HEAD + "".join(row + "," * (4 - row.count(",")) + "\n" for row in rows)


def section(
    folder: Path, title: str, figures: Figures, last: Figures | None = None, **files: str
) -> str:
    """What stands under a heading of the third level; "" where it is not there."""
    report = "\n".join(line for line in invented.REPORT.splitlines() if "appendices" not in line)
    report = "\n".join(line for line in report.splitlines() if "name: '{{" not in line) + "\n"
    if last is not None:
        year = report.replace("year: 2023", "year: 2022")
        invented.package(
            folder / "去年", report_yaml=year, indicators_csv=None, figures_csv=csv(last)
        )
        report += "previous: ../去年\n"
    package = invented.package(
        folder / "今年",
        report_yaml=report,
        indicators_csv=None,
        figures_csv=csv(figures),
        **files,
    )
    told = text(package).splitlines()
    start = next((n for n, line in enumerate(told) if f"{title}。" in line[:40]), None)
    if start is None:
        return ""
    body = [told[start].split("。", 1)[1]]
    for line in told[start + 1 :]:
        if line[:2] in ("1.", "2.", "3.", "4.", "5.") or line.startswith(("（", "二、", "三、")):
            break
        body.append(line)
    return "".join(body)


PEOPLE = {"就业.赴东部": "30,人", "就业.省内": "50,人", "就业.其他": "20,人"}
WORK = "组织农村劳动力就业情况"


@pytest.mark.parametrize(
    ("now", "last", "expected"),
    [
        (PEOPLE, None, "帮助实现就业100人。按去向分，"),
        (PEOPLE, {**PEOPLE, "就业.其他": "10,人"}, "就业100人（较上年增长11.11%）。"),
        (PEOPLE, PEOPLE, "帮助实现就业100人。"),  # 持平
        (PEOPLE, {**PEOPLE, "就业.其他": "40,人"}, "帮助实现就业100人。"),  # a fall
        ({**PEOPLE, "就业.其他": ",人"}, PEOPLE, ""),  # unknown
    ],
)
def test_one_comparison_of_the_main_figure_and_no_fall(
    tmp_path: Path, now: Figures, last: Figures | None, expected: str
) -> None:
    told = section(tmp_path, WORK, now, last)
    assert expected in told and told.count("较上年") <= 1


def test_rises_that_are_all_alike_are_one(tmp_path: Path) -> None:
    last = {"就业.赴东部": "20,人", "就业.省内": "40,人", "就业.其他": "10,人"}
    told = section(tmp_path, WORK, PEOPLE, last)
    assert "到其他地区就业20人，均超过去年全年。" in told and "较上年" not in told


def test_a_fall_with_its_reason(tmp_path: Path) -> None:
    last = {**PEOPLE, "就业.其他": "70,人"}
    why = "节,类型,文字,依据\n就业,原因,外地企业停产,就业.合计\n"
    told = section(tmp_path, WORK, PEOPLE, last, measures_csv=why)
    assert "就业100人（较上年下降33.33%，主要是外地企业停产）" in told


@pytest.mark.parametrize(
    ("part", "expected"),
    [
        ("", "赴东部就业30人。"),
        ("0,人", "赴东部就业30人。"),
        ("12,人", "30人（其中脱贫劳动力12人）"),
        ("30,人", "30人（均为脱贫劳动力）"),
        ("31,人", "到东部结对省份就业30人，"),
    ],
)
def test_a_part_is_smaller_than_its_whole(tmp_path: Path, part: str, expected: str) -> None:
    figures = {**PEOPLE, **({"就业.赴东部.脱贫": part} if part else {})}
    told = section(tmp_path, WORK, figures)
    assert expected.replace("赴东部就业30人。", "到东部结对省份就业30人，") in told


def test_parts_that_do_not_add_up_are_not_told(tmp_path: Path) -> None:
    told = section(tmp_path, WORK, {**PEOPLE, "就业.合计": "120,人"})
    assert "就业120人。" in told and "按去向分" not in told


@pytest.mark.parametrize(
    ("task", "expected"),
    [
        ("80", "就业120人，完成年度任务的150%。"),
        ("120", "就业120人，完成年度任务。"),
        ("240", "就业120人，完成年度任务的50%。"),
        ("", "就业120人。"),
        ("0", "就业120人。"),
    ],
)
def test_the_task_of_the_year(tmp_path: Path, task: str, expected: str) -> None:
    assert expected in section(tmp_path, WORK, {"就业.合计": f"120,人,{task}"})


PARK = "产业园区共建情况"


@pytest.mark.parametrize(
    ("figures", "expected"),
    [
        ({"园区.数": "1,个", "园区.数.农业": "1,个"}, "共建农业产业园1个。"),
        ({"园区.数": "3,个", "园区.数.农业": "1,个"}, "共建产业园区3个，其中农业产业园1个。"),
        ({"园区.数": "3,个", "园区.数.农业": "0,个"}, "共建产业园区3个。"),
        ({"园区.数": "2,个", "园区.数.农业": "3,个"}, "共建产业园区2个。"),
        ({"园区.数": "0,个", "园区.数.农业": "0,个"}, ""),
    ],
)
def test_a_whole_of_one_kind_names_it(tmp_path: Path, figures: Figures, expected: str) -> None:
    assert section(tmp_path, PARK, figures) == expected


FIRMS = "引导引进东部企业落地情况"


@pytest.mark.parametrize(
    ("entered", "expected"),
    [
        ("4,家", "新增引导落地投产企业4家，均入驻共建园区，实际到位投资500万元。"),
        ("2,家", "新增引导落地投产企业4家，实际到位投资500万元。"),
        ("", "新增引导落地投产企业4家，实际到位投资500万元。"),
    ],
)
def test_what_two_sections_share_is_told_once(tmp_path: Path, entered: str, expected: str) -> None:
    figures = {"企业.落地数": "4,家", "企业.到位投资": "0.05,亿元"}
    if entered:
        figures |= {"园区.入驻企业": entered, "园区.到位投资": "0.05,亿元"}
    assert section(tmp_path, FIRMS, figures) == expected


MONEY = "帮扶项目对接和资金管理情况"


@pytest.mark.parametrize(
    ("begun", "done", "expected"),
    [
        ("12", "7", "项目已全部开工，已完工7个，其余5个正在实施。"),
        ("12", "12", "项目已全部开工，全部完工。"),
        ("12", "0", "项目已全部开工。"),
        ("9", "4", "已启动实施项目9个，已完工4个，其余5个正在实施。"),
        ("9", "", "已启动实施项目9个。"),
        ("", "4", "已完工4个。"),
        ("9", "10", "已启动实施项目9个。"),
        ("0", "0", ""),
    ],
)
def test_progress(tmp_path: Path, begun: str, done: str, expected: str) -> None:
    figures = {"项目.计划数": "12,个", "项目.启动数": f"{begun},个", "项目.完工数": f"{done},个"}
    assert section(tmp_path, MONEY, figures) == expected


@pytest.mark.parametrize(
    ("kinds", "expected"),
    [
        (
            "一,2023-09-01,县政府,出台,办法乙,,规范使用,资金管理\n"
            "二,2023-05-01,县委,印发,方案甲,,,资金管理\n",
            "5月1日，县委印发《方案甲》；9月1日，县政府出台《办法乙》，规范使用。",
        ),
        ("一,,,执行,省办法,,,资金管理\n", "落实《省办法》。"),
        ("一,,,执行,市细则（征求意见稿）,,,资金管理\n", "参照《市细则（征求意见稿）》。"),
        ("一,,,制定,县细则,,,资金管理\n", "制定《县细则》。"),
    ],
)
def test_documents_by_date_and_nothing_that_they_do_not_say(
    tmp_path: Path, kinds: str, expected: str
) -> None:
    head = "键,日期,发文机关,方式,标题,文号,内容,领域\n"
    assert section(tmp_path, MONEY, {}, documents_csv=head + kinds) == expected


DONORS = "键,捐赠方,形式,内容,金额\n" + "".join(
    f"{name},{name}公司,资金,,{amount}\n"
    for name, amount in zip("甲乙丙丁", (3, 9, 5, 1), strict=True)
)


def test_the_three_largest_donors(tmp_path: Path) -> None:
    told = section(tmp_path, MONEY, {"社会帮扶.合计": "18,万元"}, donations_csv=DONORS)
    assert told.endswith("其中，乙公司捐赠资金9万元；丙公司捐赠资金5万元；甲公司捐赠资金3万元。")


@pytest.mark.parametrize(
    ("figures", "expected"),
    [
        ({"结对.街道": "2,个", "结对.街道.西部乡镇": "3,个"}, "2个街道（乡镇）与3个乡镇。"),
        ({"结对.学校": "5,所", "结对.学校.西部": "5,所"}, "双方各5所学校。"),
        ({"结对.医院": "3,对", "结对.医院.西部": "2,家"}, "医院3对。"),
        ({"结对.企业": "4,家"}, "4家企业。"),
        ({"结对.企业": "0,家"}, ""),
    ],
)
def test_not_the_language_of_the_table(tmp_path: Path, figures: Figures, expected: str) -> None:
    told = section(tmp_path, "落实帮扶主体责任情况", figures)
    assert told == (expected and f"2023年东湖区与清河县建立结对关系：{expected}")


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ("车间,目的,为稳定就近就业,\n", "为稳定就近就业，援建帮扶车间6个。"),
        ("车间,做法,利用闲置校舍改建。\n", "利用闲置校舍改建。援建帮扶车间6个。"),
        (
            "车间,目的,为稳定就近就业,\n车间,做法,新建厂房,\n车间,做法,改建校舍,\n",
            "为稳定就近就业，新建厂房；改建校舍。援建帮扶车间6个。",
        ),
        ("车间,成效,农户增收,车间.数\n", "援建帮扶车间6个，农户增收。"),
        ("车间,成效,农户增收,\n", "援建帮扶车间6个。"),
        ("车间,成效,农户增收,车间.吸纳就业\n", "援建帮扶车间6个。"),
        ("车间,成效,农户增收,没有的键\n", "援建帮扶车间6个。"),
        ("车间,做法,改建校舍{车间.数},\n", "改建校舍6个。援建帮扶车间6个。"),
    ],
)
def test_purpose_measure_data_effect(tmp_path: Path, rows: str, expected: str) -> None:
    rows = rows.replace("车间,", "帮扶车间,").replace("。\n", "。,\n").replace("。,,", "。,")
    measures = "节,类型,文字,依据\n" + rows
    told = section(tmp_path, "援建帮扶车间情况", {"车间.数": "6,个"}, measures_csv=measures)
    assert told == expected


@pytest.mark.parametrize(
    ("cutoff", "expected"),
    [("", "截至目前，"), ("2023-11-30", "截至11月30日，"), ("2023-12-31", "全年，")],
)
def test_the_year_has_ended_or_not(tmp_path: Path, cutoff: str, expected: str) -> None:
    report = invented.REPORT + (f"cutoff: {cutoff}\n" if cutoff else "")
    package = invented.package(
        tmp_path, report_yaml=report, indicators_csv=None, figures_csv=csv({"就业.合计": "120,人"})
    )
    assert f"{expected}清河县通过东西部协作帮助实现就业120人" in text(package)


PROJECTS = """\
名称,领域,金额,内容,受益对象,人数,进度
甲桥,基础设施,30,长40米,,,已完工
乙棚,产业,90,,脱贫户,12,在建
丙渠,基础设施,,,,,
丁厂,产业,60,,,0,
"""


def test_the_three_largest_projects(tmp_path: Path) -> None:
    told = section(tmp_path, MONEY, {}, projects_csv=PROJECTS)
    assert (
        told
        == "重点实施乙棚90万元，受益脱贫户12人（在建）；丁厂60万元；甲桥30万元，长40米（已完工）。"
    )


POSTS = """\
方向,职级,任职单位,职务
东到西,县处级,,副县长
东到西,科级,县农业农村局,
东到西,科级,县商务局,
"""


@pytest.mark.parametrize(
    ("posts", "expected"),
    [
        (POSTS, "其中1名县处级干部任副县长，2名科级干部分别在县农业农村局、县商务局任职。"),
        ("", "其中县处级1人、科级及以下2人。"),
    ],
)
def test_posts_in_words(tmp_path: Path, posts: str, expected: str) -> None:
    figures = {
        "干部.东派党政": "3,人",
        "干部.东派党政.县处级": "1,人",
        "干部.东派党政.其他": "2,人",
        "专技.东派": "0,人",
    }
    files = {"cadres_csv": posts} if posts else {}
    told = section(tmp_path, "挂职干部、专技人才选派交流情况", figures, **files)
    assert told == f"东湖区选派党政干部3人到清河县挂职，{expected}"
