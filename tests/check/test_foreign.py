"""What a package brought along from another place or year, and what it names rightly."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path

import pytest
from support import invented

from generator.check import Finding, check_draft
from generator.jobs.check import check
from generator.jobs.compose import compose
from generator.jobs.draft import draft
from generator.model.severity import Severity

NOW = dt.datetime(2023, 11, 27)
VISIT = "键,方向,开始,结束,时任,职务,姓名,事项,成果\n"
OUT = VISIT + "赴寿光,西到东,2023-05-06,,,县长,李四,赴山东省寿光市考察设施农业,\n"
GUESTS = VISIT + "静宁来,东到西,2023-05-06,,,静宁县委书记,李四,率静宁县党政代表团来访,\n"
NAMES = "名称,类别,简称\n"


def findings(folder: Path, rule: str, **files: str | None) -> list[Finding]:
    """What a rule finds in the package of 清河县 (云山市) and 东湖区 (海门市) of 2023."""
    package = invented.package(folder / "清河县", **{"indicators_csv": None, **files})
    return [finding for finding in check_draft(compose(package)).findings if finding.rule == rule]


def foreign(folder: Path, lead: str, **files: str | None) -> list[str]:
    """The names that are reported of a text, each an error."""
    reported = findings(folder, "外地名称", text__lead_md=lead + "\n", **files)
    assert all(finding.severity is Severity.ERROR for finding in reported)
    return [finding.actual for finding in reported]


WRONG = {
    "a county": ("会宁县地处黄土高原。", ["会宁县"]),
    "its partner": ("加强与天津市和平区对接。", ["天津市", "和平区"]),
    "an organ": ("会宁县乡村振兴局印发方案。", ["会宁县"]),
    "a prefecture": ("参加甘南州春季招聘。", ["甘南州"]),
    "a visit that no record tells": ("县长赴寿光市考察设施农业。", ["寿光市"]),
    "the city of another province": ("向白银市汇报。", ["白银市"]),
    "a county's market": ("农产品销往会宁县。", ["会宁县"]),
    "its organs beside its institutions": (
        "静海区人社局到静海区职专调研。",
        ["静海区"],
    ),
    "two places": ("靖远县、会宁县一起推进。", ["靖远县", "会宁县"]),
}
RIGHT = {
    "its own": ("清河县与东湖区协作，云山市和海门市支持。", {}),
    "a title": ("转发《会宁县消费帮扶实施方案》。", {}),
    "a company": ("引进静宁县恒达有限责任公司，签约静宁县“红果”农业专业合作社。", {}),
    "an institution": ("选派医生到上海市松江区中心医院进修，静海区慈善协会捐款。", {}),
    "a market": ("农产品销往兰州市、西安市，西安市籍教师1名。", {}),
    "where people come from": ("来自山东省寿光市的技术员2名，输转到苏州市务工120人。", {}),
    "a fair": ("在兰州市举办农产品推介会，西安市设立专柜2个。", {}),
    "a park": ("与兰州市大数据产业园、河西区工商联签约。", {}),
    "a visit that a record tells": ("县长赴寿光市考察设施农业。", {"visits_csv": OUT}),
    "what was learned there": ("学习借鉴寿光市经验。", {"visits_csv": OUT}),
    "guests that a record tells": ("接待静宁县考察团一行。", {"visits_csv": GUESTS}),
    "a registered place": ("静宁县是近邻。", {"names_csv": NAMES + "静宁县,地名,\n"}),
    "a registered organ": (
        "静宁县乡村振兴局捐赠图书。",
        {"names_csv": NAMES + "静宁县乡村振兴局,机构,\n"},
    ),
    "words that name nobody": ("会同县直部门和县乡干部，建成县级平台，陇南山区、沿海城市。", {}),
}


@pytest.mark.parametrize(("lead", "names"), WRONG.values(), ids=WRONG)
def test_a_place_of_others_is_an_error(tmp_path: Path, lead: str, names: list[str]) -> None:
    assert foreign(tmp_path, lead) == names


@pytest.mark.slow
@pytest.mark.parametrize(("lead", "files"), RIGHT.values(), ids=RIGHT)
def test_what_is_named_rightly_is_not_reported(
    tmp_path: Path, lead: str, files: dict[str, str]
) -> None:
    assert foreign(tmp_path, lead, **files) == []


RECORDS = {
    "activities_csv": """\
键,领域,开始,主办,地点,事项,参加企业,名称
会,消费帮扶,2023-05-01,,山东省寿光市会展中心,,5,“清河优品”推介会
谈,劳务协作,2023-06-01,静海区人社局,,到我县召开劳务协作座谈会,,
赴,消费帮扶,2023-07-01,,,赴静宁县开展消费帮扶对接交流,,
""",
    "donations_csv": """\
键,捐赠方,形式,内容,金额
书,天津市静海区民政局,物资,书籍,3
钱,寿光市慈善总会,资金,善款,5
""",
    "enterprises_csv": "键,东部企业,注册资金,新企业,项目\n菜,寿光市恒蔬农业,500,清河恒蔬公司,蔬菜\n",
    "villages_csv": "键,名称,类型,规划单位\n王,王庄村,产业型,西安市规划院\n",
    "signings_csv": "键,领域,企业,对方,协议\n园,招商引资,靖远县金鑫园区,清河县农投,合作协议\n",
}


def test_others_in_the_columns_for_others_are_named_rightly(tmp_path: Path) -> None:
    assert foreign(tmp_path, "概况。", **RECORDS) == []


def test_the_same_names_in_other_sentences_are_not(tmp_path: Path) -> None:
    lead = "静海区的工作扎实，靖远县的园区成型，寿光市的菜好。"
    assert foreign(tmp_path, lead, **RECORDS) == ["静海区", "靖远县", "寿光市"]


def test_a_visit_may_not_hide_another_county_in_other_sentences(tmp_path: Path) -> None:
    assert foreign(tmp_path, "寿光市地处渤海之滨。", visits_csv=OUT) == ["寿光市"]


def test_the_letterhead_may_not_name_others_though_they_are_registered(tmp_path: Path) -> None:
    organ = "中共会宁县委农村工作领导小组"
    report = invented.REPORT.replace("[中共清河县委农村工作领导小组]", f"[{organ}]")
    names = NAMES + f"{organ},机构,\n"
    assert foreign(tmp_path, "概况。", report_yaml=report, names_csv=names) == ["会宁县"]


def test_the_short_name_left_over_in_a_copy_is_no_name_of_its_own(tmp_path: Path) -> None:
    report = invented.REPORT.replace("short: 我县", "short: 舟曲县")
    assert foreign(tmp_path, "舟曲县推进协作。", report_yaml=report) == ["舟曲县"]


def real(place: str, partner: str) -> str:
    """report.yaml of a place and a partner that there are: a name, and the city where one is given."""
    report = invented.REPORT
    for item, given, short in (("place", place, "我县"), ("partner", partner, "东部")):
        name, _, city = given.partition("，")
        line = f"{item}: {{name: {name}, short: {short}, level: 县, city: '{city}'}}"
        report = re.sub(rf"^{item}:.*$", line, report, flags=re.M)
    return report


@pytest.mark.slow
@pytest.mark.parametrize(
    ("place", "partner", "lead", "names"),
    [
        (
            "会宁县，白银市",
            "和平区，天津市",
            "白银市、天津市、和平区、会宁县。",
            [],
        ),
        ("张家川县", "和平区", "张家川回族自治县属天水市。", []),
        ("白银市", "天津市", "会宁县、靖远县与南开区、和平区结对。", []),
        ("白银市", "和平区，天津市", "靖远县与南开区结对。", ["南开区"]),
        ("舟曲县，甘南州", "和平区", "甘南藏族自治州下达任务。", []),
        ("清河县，邢台市", "和平区", "省内的山海关区。", ["山海关区"]),
        ("南和平区", "和平区，沈阳市", "南和平区与沈阳市和平区。", []),
        ("会宁县", "天津市和平区", "和平区与会宁县，天津市支持。", []),
        ("会宁县", "天津市和平区", "南开区支持。", ["南开区"]),
        ("会宁县", "和平区、河西区，天津市", "河西区与和平区支持。", []),
        ("甘肃省", "天津市", "会宁县、甘南州、敦煌市与滨海新区结对。", []),
        ("甘南州", "天津市", "舟曲县、合作市。", []),
        ("舟曲县，甘南", "和平区，天津", "甘南州、甘南藏族自治州和天津市支持。", []),
        ("会同县，怀化市", "和平区", "会同县与怀化市会同县。", []),
    ],
)
def test_those_above_and_below_are_its_own(
    tmp_path: Path, place: str, partner: str, lead: str, names: list[str]
) -> None:
    report = real(place, partner).replace("清河县委", "县委").replace("云山市委", "市委")
    assert foreign(tmp_path, lead, report_yaml=report) == names


ORIGIN = "origin: {package: ../来源, place: 会宁县, year: 2022}\n"


def of_origin(folder: Path, **files: str) -> str:
    """A package beside it, of 会宁县 and 和平区 of 2022; report.yaml of one that was made from it."""
    report = real("会宁县，白银市", "和平区，天津市")
    invented.package(
        folder / "来源",
        report_yaml=report.replace("year: 2023", "year: 2022"),
        indicators_csv=None,
        **files,
    )
    return invented.REPORT + ORIGIN


def test_bare_names_of_the_origin_are_foreign_too(tmp_path: Path) -> None:
    report = of_origin(tmp_path)
    lead = "会宁的小米、和平的企业，白银的市场。"
    assert foreign(tmp_path, lead, report_yaml=report) == ["会宁", "和平", "白银"]
    assert foreign(tmp_path, lead) == []


SENTENCE = "依托高原夏菜基地，建成冷链仓储中心，带动周边群众稳定增收致富"


def copied(folder: Path, **files: str | None) -> list[tuple[Severity, str]]:
    return [
        (finding.severity, finding.message) for finding in findings(folder, "照抄来源", **files)
    ]


@pytest.mark.parametrize(
    ("there", "here", "count"),
    [
        (f"{SENTENCE}。", f"概况。{SENTENCE}。", 1),
        ("2022年" + SENTENCE + "。", "2023年" + SENTENCE + "。", 1),
        (f"有{{{{ f('数') }}}}，{SENTENCE}。", f"有35万元，{SENTENCE}。", 1),
        (f"{SENTENCE}。", f"{SENTENCE.replace('群众', '农户')}。", 0),
        ("坚持以人民为中心的发展思想。", "坚持以人民为中心的发展思想。", 0),
    ],
)
def test_sentences_of_another_places_package_are_errors(
    tmp_path: Path, there: str, here: str, count: int
) -> None:
    report = of_origin(tmp_path, text__lead_md=there, figures_csv="键,名称,数值,单位\n数,数,8,元\n")
    message = "有1句与来源（会宁县2022年）的一字不差，请改写。"
    told = copied(tmp_path, report_yaml=report, text__lead_md=here)
    assert told == [(Severity.ERROR, message)] * count


def test_a_cell_of_its_records_counts_as_a_sentence(tmp_path: Path) -> None:
    rows = VISIT + "{},西到东,{},,,县长,李四,{},\n"
    matter = "带队到东部开展对接交流活动并召开两地联席会议"
    report = of_origin(tmp_path, visits_csv=rows.format("甲", "2022-05-06", matter))
    told = copied(tmp_path, report_yaml=report, visits_csv=rows.format("乙", "2023-06-07", matter))
    assert [severity for severity, _ in told] == [Severity.ERROR]


def test_texts_kept_from_last_year_are_to_be_written_anew(tmp_path: Path) -> None:
    same_place = invented.REPORT + ORIGIN.replace("会宁县", "清河县")
    files = {
        "text__lead_md": f"{SENTENCE}。\n",
        "text__problems_md": f"{SENTENCE}。甲{SENTENCE}。乙{SENTENCE}。\n",
    }
    invented.package(
        tmp_path / "来源",
        report_yaml=invented.REPORT.replace("2023", "2022"),
        indicators_csv=None,
        **files,
    )
    files["text__problems_md"] = f"{SENTENCE}。丙{SENTENCE}。丁{SENTENCE}。\n"
    told = copied(tmp_path, report_yaml=same_place, **files)
    assert told == [(Severity.WARNING, "text/lead.md 有1句与来源（2022年）的一字不差，请改写。")]


def test_an_origin_that_is_gone_is_said(tmp_path: Path) -> None:
    told = copied(tmp_path, report_yaml=invented.REPORT + ORIGIN, text__lead_md=f"{SENTENCE}。")
    message = "找不到来源数据包“../来源”，没有核对有没有照抄的句子。"
    assert told == [(Severity.INFO, message)]


def test_a_package_made_otherwise_is_not_compared(tmp_path: Path) -> None:
    of_origin(tmp_path, text__lead_md=f"{SENTENCE}。")
    assert copied(tmp_path, text__lead_md=f"{SENTENCE}。") == []


def hand_copied(folder: Path, lead: str, **places: str) -> list[tuple[str, str, str]]:
    """What is told of a package whose folder was copied from 会宁县 of 2022, with its drafts, and
    then got another report.yaml; its texts but for the lead stay."""
    report = real("会宁县，白银市", "和平区，天津市").replace("year: 2023", "year: 2022")
    sections = (
        '{% extends "report.md.j2" %}{% block 会议 %}' + f"会商{SENTENCE[::-1]}。{{% endblock %}}"
    )
    files = {"text__lead_md": f"{{{{ place.name }}}}{SENTENCE}。\n", "text__problems_md": "少。\n"}
    package = invented.package(
        folder, report_yaml=report, indicators_csv=None, sections__report_md_j2=sections, **files
    )
    draft(package, folder.parent / "稿.docx", date=NOW)
    invented.package(folder, indicators_csv=None, text__lead_md=lead, **places)
    found = check(folder).findings
    return [
        (item.severity.value, item.message, item.actual)
        for item in found
        if item.rule == "照抄来源"
    ]


@pytest.mark.slow
def test_sentences_of_the_drafts_that_a_copied_folder_brings_along_are_errors(
    tmp_path: Path,
) -> None:
    message = "有1句与跟着数据包来的底稿（会宁县2022年）的一字不差，请改写。"
    copied_block = ("error", message, f"会商{SENTENCE[::-1]}")
    kept = hand_copied(tmp_path / "甲", f"清河县{SENTENCE}。\n")
    assert kept == [("error", message, SENTENCE), copied_block]
    assert hand_copied(tmp_path / "乙", "新写的。\n") == [copied_block]


def test_a_folder_copied_for_the_next_year_has_texts_to_be_written_anew(tmp_path: Path) -> None:
    report = real("会宁县，白银市", "和平区，天津市")
    message = "有2段与跟着数据包来的底稿（会宁县2022年）的一字不差，请改写。"
    told = hand_copied(tmp_path / "甲", f"会宁县{SENTENCE}。\n", report_yaml=report)
    assert told == [("warning", message, SENTENCE)]


def years(folder: Path, **files: str | None) -> list[tuple[Severity, str]]:
    return [
        (finding.severity, finding.message) for finding in findings(folder, "外来年份", **files)
    ]


def visits(*days: str) -> str:
    return VISIT + "".join(f"{n},西到东,{day},,,县长,李四,访问,\n" for n, day in enumerate(days))


E, W = Severity.ERROR, Severity.WARNING
NO_DATE = "数据里的2个日期没有一个在2023年，是2021年的；请填2023年的。"
ALL_VISITS = "互访的日期都不在2023年，是2021年的；请填2023年的。"
YEARS: dict[str, tuple[dict[str, str], list[tuple[Severity, str]]]] = {
    "of the year": ({"visits_csv": visits("2023-01-02", "2023-11-03")}, []),
    "the end of last year": ({"visits_csv": visits("2022-12-02", "2022-11-01")}, []),
    "a month without a year": ({"visits_csv": visits("5月2日", "6月3日")}, []),
    "all two years ago": (
        {"visits_csv": visits("2021-05-02", "2021-06-03")},
        [(E, NO_DATE), (E, ALL_VISITS)],
    ),
    "one left over": (
        {"visits_csv": visits("2021-05-02", "2023-06-03")},
        [(W, "互访的日期有1个不在2023年，是2021年的；请填2023年的。")],
    ),
    "a document of last year": (
        {
            "documents_csv": "键,日期,标题,领域\n甲,2022-03-01,甲办法,综合\n乙,2023-04-01,乙办法,综合\n"
        },
        [],
    ),
    "this year is another": (
        {"text__problems_md": "今年（2021年）缺口较大。今年2023年好转。2020年以来，缺口缩小。\n"},
        [(E, "“今年（2021年”，报告年度是2023年。")],
    ),
    "it begins with another year": (
        {"text__lead_md": "2021年，我县推进协作。\n"},
        [(E, "正文以“2021年，”开头，报告年度是2023年。")],
    ),
    "it begins with a time since": ({"text__lead_md": "2021年以来，我县推进协作。\n"}, []),
    "history": ({"text__problems_md": "2021年，我县脱贫。\n"}, []),
}


@pytest.mark.slow
@pytest.mark.parametrize(("files", "told"), YEARS.values(), ids=YEARS)
def test_facts_of_another_year(
    tmp_path: Path, files: dict[str, str], told: list[tuple[Severity, str]]
) -> None:
    assert years(tmp_path, **files) == told


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (
            "date: 2023-11-20}\nappendices",
            "date: 2021-11-20}\nappendices",
            "成文日期2021年11月20日早于",
        ),
        ("办公室, date: 2023-11-20", "办公室, date: 2022-11-20", "印发日期2022年11月20日早于"),
        ("〔2023〕", "〔2021〕", "发文字号“清农领发〔2021〕12号”早于"),
        ("date: 2023-11-20", "date: 2022-12-20", ""),
        ("date: 2023-11-20", "date: 2024-01-20", ""),
    ],
)
def test_the_letter_is_of_the_year(tmp_path: Path, old: str, new: str, message: str) -> None:
    assert old in invented.REPORT
    told = years(tmp_path, report_yaml=invented.REPORT.replace(old, new))
    assert told == ([(E, f"{message}报告年度2023年，请改。")] if message else [])
