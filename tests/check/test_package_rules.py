"""The rules that need data: an invented county of five rows, silent cases first."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from support import invented

from generator.check import Result, check_draft
from generator.check.rules.table import RULES
from generator.docs.rules import rule_page
from generator.jobs.compose import compose
from generator.model.severity import Severity

FIGURES = "键,名称,数值,单位,修饰,公式,小数位,来源,说明\n"
CATALOGUE = """\
代码,层级,指标,单位,类型,键,上级,关系,等于,公式
1,0,一、就业和企业,,标题,,,,,
1.1,2,1.帮助就业人数,人,数,就业.合计,1,,,
1.1.1,3,其中：赴东部就业,人,数,就业.赴东部,1.1,其中,,
1.1.2,3,省内就业,人,数,就业.省内,1.1,其中,,
1.2,2,2.引进企业数,家,数,企业.落地数,1,,,
1.2.1,3,吸纳就业,人,数,企业.吸纳就业,1.2,,,
2,0,二、资金,,标题,,,,,
2.1,2,1.已拨付资金数,万元,数,资金.财政.总额,2,,,
2.1.1,3,使用资金数,万元,数,资金.财政.已使用,2.1,其中,,
2.1.2,3,资金使用比例,%,数,资金.财政.使用率,2.1,,,
2.3,2,3.已拨付专项资金数,万元,数,专项,2,,,
2.3.1,3,已使用专项资金数,万元,数,专项.已使用,2.3,其中,,
2.2,2,2.赴东部对接,人次,数,互访.西到东.人次,2,,,
"""
VALUES = {
    "1.1": "200",
    "1.1.1": "120",
    "1.1.2": "80",
    "1.2": "2",
    "1.2.1": "21",
    "2.1": "5000",
    "2.1.1": "4600.92",
    "2.1.2": "92.02",
    "2.3": "700",
    "2.3.1": "600",
    "2.2": "6",
}
ENTERPRISES = """\
键,东部企业,注册资金,新企业,项目,投产,位置,设施数,设施,就业,脱贫就业,联结对象,联结人数
甲,甲山公司,500,清河甲山公司,,,,,,6,2,,
乙,乙水公司,500,清河乙水公司,,,,,,15,9,,
"""
NAMED = invented.REPORT + "names: shared/names.csv\n"
REGISTRY = "名称,类别,职务\n王一鸣,人员,清河县县长\n清河甲山包装有限公司,企业,\n上河镇田家坪村,村,\n清河县协作资金使用管理实施细则,文件,\n"
VILLAGES = "键,名称,类型,规划单位\n"
DOCUMENTS = "键,日期,发文机关,方式,标题,文号,内容,领域\n甲,,县政府,出台,{},,,综合\n"
NAMES = "名称,类别,简称\n"
COUNTIES = "键,指标,名称,单位,地方,数值,相加,附表,位次,提示\n{}"
SHARES = COUNTIES.format("a,1.1.1,赴东部,人,青禾县,70,是,,,\nb,1.1.1,赴东部,人,白石县,{},是,,,\n")
UNADDED = COUNTIES.format("a,1.1.1,赴东部,人,青禾县,70,,,,\nb,1.1.1,赴东部,人,白石县,10,,,,\n")
ROWS = COUNTIES.format("a,funds,资金,条,青禾县,3,,,,\nb,funds,资金,条,白石县,{},,,,\n")
FUNDS = "键,名称,金额,用途,方向,列示,项目数\n大棚,蔬菜大棚,1286,产业,产业开发,逐项,2\n"
ACTIVITIES = "键,领域,名称,企业\n甲,消费帮扶,“展销会”,{}\n"
VISITS = "键,方向,开始,结束,时任,职务,姓名,事项,成果\n甲,西到东,2023-05-06,2023-05-07,,清河县县长,王一鸣,赴东湖区对接,\n"


@pytest.fixture(scope="module")
def kinds(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = invented.templates(tmp_path_factory.mktemp("templates"))
    for year in (2022, 2023):
        (folder / invented.KIND / "catalogue" / f"{year}.csv").write_text(CATALOGUE, "utf-8")
    return folder


def checked(
    folder: Path, kinds: Path, values: dict[str, str] | None = None, **files: str
) -> Result:
    rows = "".join(f"{code},{value}\n" for code, value in (VALUES | (values or {})).items())
    made = compose(
        invented.package(folder, indicators_csv=f"代码,数值\n{rows}", **files), templates=kinds
    )
    return check_draft(made)


def told(result: Result, rule: str) -> list[str]:
    return [finding.message for finding in result.findings if finding.rule == rule]


SILENT: list[tuple[str, dict[str, str], dict[str, str]]] = [
    ("文表一致", {}, {}),
    ("文表一致", {}, {"figures_csv": FIGURES + "资金.财政.已使用,已使用资金,4600.9,万元,,,,,\n"}),
    ("文表一致", {}, {"figures_csv": FIGURES + "资金.财政.总额,资金,0.5,亿元,,,,,\n"}),
    ("文表一致", {}, {"figures_csv": FIGURES + "就业.合计,就业,190,人,余,,,,\n"}),
    ("文表一致", {}, {"figures_csv": FIGURES + "资金.财政.使用率,使用率,92,%,,,,,\n"}),
    ("前后一致", {}, {"text__lead_md": "今年帮助{{ claim('200', '就业.合计') }}人就业。\n"}),
    (
        "前后一致",
        {"1.1": ""},
        {"text__lead_md": "今年帮助{{ claim('210', '就业.合计') }}人就业。\n"},
    ),
    ("前后一致", {}, {"text__lead_md": "到位资金{{ claim('0.5', '资金.财政.总额') }}亿元。\n"}),
    ("文表对照", {}, {"text__lead_md": "全年帮助就业200人，其中赴东部就业120人。\n"}),
    ("文表对照", {}, {"text__lead_md": "甲镇赴东部就业20人，赴东部就业约130人。\n"}),
    ("文表对照", {}, {"text__lead_md": "赴东部就业{{ claim('130人', '就业.赴东部') }}。\n"}),
    ("文表对照", {}, {"text__lead_md": "甲镇已使用专项资金30万元。\n"}),
    ("一数两值", {}, {"text__lead_md": "全年共拨付资金{专项}。\n\n全年拨付资金700万元。\n"}),
    (
        "一数两值",
        {},
        {"text__lead_md": "全年共拨付资金{专项}。\n\n全年拨付资金{资金.财政.总额}。\n"},
    ),
    ("同词两义", {}, {"text__lead_md": "已使用{{ f('专项.已使用') }}。\n"}),
    ("同词两义", {"2.3": "600"}, {"text__lead_md": "已拨付{{ f('专项.已使用') }}。\n"}),
    ("记录与统计表", {}, {"enterprises_csv": ENTERPRISES, "visits_csv": VISITS}),
    ("记录与统计表", {"1.2": "", "1.2.1": ""}, {"enterprises_csv": ENTERPRISES}),
    ("记录与统计表", {"2.2": ""}, {}),
    (
        "正文算法",
        {},
        {"figures_csv": FIGURES + "就业.合计,就业,,人,,{就业.赴东部}+{就业.省内},,,\n"},
    ),
    (
        "正文算法",
        {"1.1": "210"},
        {"figures_csv": FIGURES + "就业.合计,就业,,人,,{就业.赴东部}+{就业.省内}+10,,,\n"},
    ),
    ("必备要素", {}, {"report_yaml": invented.REPORT + "signers: [王一鸣]\n"}),
    ("必备要素", {}, {"report_yaml": invented.REPORT + "form: plain\n"}),
    ("必备要素", {}, {"report_yaml": invented.REPORT + "title: 关于协作工作的通知\n"}),
    ("与上年比", {}, {}),
    ("百分数", {}, {}),
    ("百分数", {"2.1.2": ""}, {}),
    ("百分数", {"2.1.2": "0.5%"}, {}),
    ("百分数", {}, {"figures_csv": FIGURES + "黄芪.含量,黄芪甲苷含量,0.13,%,,,,,\n"}),
    ("百分数", {}, {"figures_csv": FIGURES + "销售.增长率,销售额增长率,0.7,%,,,,,\n"}),
    ("百分数", {}, {"figures_csv": FIGURES + "任务.完成率,任务完成率,130,%,,,,,\n"}),
    ("重复登记", {}, {"funds_csv": FUNDS}),
    ("重复登记", {}, {"funds_csv": FUNDS + "育苗,蔬菜大棚,1287,产业,产业开发,逐项,2\n"}),
    (
        "重复登记",
        {},
        {
            "funds_csv": FUNDS
            + "大棚1,冷库,12,产业,产业开发,逐项,2\n大棚１,育苗,13,产业,产业开发,逐项,2\n"
        },
    ),
    (
        "重复登记",
        {},
        {
            "funds_csv": FUNDS
            + "大棚1,冷库,12,产业,产业开发,逐项,2\n大棚2,冷库,13,产业,产业开发,逐项,2\n"
        },
    ),
    ("重复登记", {}, {"villages_csv": VILLAGES + "甲,田坪村,,\n乙,田坪村,,\n"}),
    ("上下级汇总", {}, {}),
    ("上下级汇总", {}, {"county_values_csv": SHARES.format("50")}),
    ("上下级汇总", {"1.1.1": ""}, {"county_values_csv": SHARES.format("10")}),
    ("上下级汇总", {}, {"county_values_csv": SHARES.format("")}),
    ("上下级汇总", {}, {"county_values_csv": UNADDED}),
    ("上下级汇总", {}, {"county_values_csv": ROWS.format("1")}),
    ("共用名册", {}, {"visits_csv": VISITS}),
    *(
        ("共用名册", {}, {"report_yaml": NAMED, "shared__names_csv": REGISTRY, **files})
        for files in (
            {"visits_csv": VISITS},
            {"visits_csv": VISITS.replace("王一鸣", "王一山水")},
            {"visits_csv": VISITS.replace("王一鸣", "王鸣")},
            {"visits_csv": VISITS.replace("王一鸣", "李一鸣")},
            {"visits_csv": VISITS.replace("王一鸣", "王大山")},
            {
                "visits_csv": VISITS.replace("王一鸣", "王一明"),
                "shared__names_csv": REGISTRY + "王一明,人员,清河县教师\n",
            },
            {
                "names_csv": NAMES
                + "王一明,口号,\n清河甲水包装公司,企业,\n清河大山包装有限公司,企业,\n"
            },
            {"names_csv": NAMES + "清河乙山包装有限公司,企业,\n"},
            {"villages_csv": VILLAGES + "甲,下河镇田坪村,,\n乙,王家坪村,,\n丙,田家坪村,,\n"},
            {"documents_csv": DOCUMENTS.format("清河县协作资金使用管理实施细则（试行）")},
            {"documents_csv": DOCUMENTS.format("东湖区协作资金使用管理实施细则")},
        )
    ),
]
OF_PLACE = (
    "{% extends 'report.md.j2' %}\n{% block 存在问题 %}\n{{ text('problems') }}\n{% endblock %}\n"
)
WITH_CASE = invented.REPORT.replace(
    "appendices:\n", "appendices:\n- {name: 案例, parts: [{text: case}]}\n"
)
SILENT += [
    ("提纲标题", {}, {"text__problems_md": "## 产业链条短\n\n缺龙头。\n"}),
    ("提纲标题", {}, {"text__problems_md": "{# 产业链条短 #}\n#1 缺龙头。\n"}),
    ("提纲标题", {}, {"report_yaml": WITH_CASE, "text__case_md": "# 做法\n\n有龙头。\n"}),
    (
        "提纲标题",
        {},
        {"text__problems_md": "# 产业链条短\n\n缺。\n", "sections__report_md_j2": OF_PLACE},
    ),
]

SPEAKS: list[tuple[str, dict[str, str], dict[str, str], str]] = [
    (
        "提纲标题",
        {},
        {"text__problems_md": "{# 提示 #}\n缺龙头。\n\n# 产业链条短\n\n加工少。\n"},
        "一级标题“产业链条短”顶替了提纲的标题，或者另起了一部分",
    ),
    ("百分数", {"2.1.2": "0.935"}, {}, "0.935%，像是没有乘以100"),
    (
        "上下级汇总",
        {"1.1.1": "70"},
        {"county_values_csv": SHARES.format("")},
        "是70人，只是1个地方合计，缺白石县。",
    ),
    (
        "上下级汇总",
        {"1.1.1": "60"},
        {"county_values_csv": SHARES.format("")},
        "是60人，比已报的1个地方合计（70人）还小。",
    ),
    (
        "上下级汇总",
        {},
        {"county_values_csv": ROWS.format("")},
        "资金缺白石县的记录，照它们算的合计不全。",
    ),
    ("百分数", {"2.1.2": "935"}, {}, "935%，像是漏了小数点"),
    (
        "重复登记",
        {},
        {"funds_csv": FUNDS + "育苗,蔬菜大棚,1286.0,产业,产业开发,逐项,2\n"},
        "funds.csv 第2行、第3行除了键以外全都相同",
    ),
    (
        "重复登记",
        {},
        {
            "funds_csv": FUNDS
            + "冷库 1,冷库,12,产业,产业开发,逐项,2\n冷库１,冷库,13,产业,产业开发,逐项,2\n"
        },
        "funds.csv 第3行、第4行的键“冷库 1”“冷库１”只差全角半角或空格，名称也一样",
    ),
    (
        "重复登记",
        {},
        {"villages_csv": VILLAGES + "Ａ村,田坪村,,\nA村,田坪村,,\n"},
        "villages.csv 第2行、第3行的键“Ａ村”“A村”只差全角半角或空格",
    ),
    (
        "文表一致",
        {},
        {"figures_csv": FIGURES + "资金.财政.已使用,已使用资金,4600.4,万元,,,,,\n"},
        "0.52万元",
    ),
    ("文表一致", {}, {"figures_csv": FIGURES + "资金.财政.总额,资金,0.51,亿元,,,,,\n"}, "0.51亿元"),
    ("文表一致", {}, {"figures_csv": FIGURES + "就业.合计,就业,345,人次,,,,,\n"}, "单位也不同"),
    (
        "文表一致",
        {},
        {"figures_csv": FIGURES + "就业.合计,就业,345,人,,,,,\n"},
        "“就业”正文（figures.csv 第2行）是345人，统计表1.1“1.帮助就业人数”（indicators.csv 第2行）是",
    ),
    (  # the text does not print it: both values are cells of the package
        "文表一致",
        {},
        {"figures_csv": FIGURES + "专项,专项资金,710,万元,,,,,\n"},
        "“专项资金”在 figures.csv 第2行是710万元，统计表2.3“3.已拨付专项资金数”（indicators.csv 第10行）",
    ),
    (
        "文表一致",
        {},
        {"figures_csv": FIGURES + "专项,专项资金,,万元,,{资金.财政.总额}-{资金.财政.已使用},,,\n"},
        "“专项资金”在 figures.csv 第2行等3格是399.08万元，",
    ),
    ("文表一致", {"1.1": ""}, {"figures_csv": FIGURES + "就业.合计,就业,200,人,,,,,\n"}, "没有填"),
    ("前后一致", {}, {"text__lead_md": "今年帮助{{ claim('210', '就业.合计') }}人就业。\n"}, "210"),
    (
        "前后一致",
        {},
        {"text__lead_md": "到位资金{{ claim('0.52', '资金.财政.总额') }}亿元。\n"},
        "0.52",
    ),
    (
        "文表对照",
        {},
        {"text__lead_md": "其中赴东部就业130人。\n"},
        "正文“其中赴东部就业”是130人，表中“其中：赴东部就业”是120人。",
    ),
    ("文表对照", {}, {"text__lead_md": "全年帮助就业201人。\n"}, "表中“1.帮助就业人数”是200人"),
    (
        "一数两值",
        {},
        {"text__lead_md": "全年共拨付资金{专项}。\n\n全年拨付资金710万元。\n"},
        "“拨付资金”一处是700万元，另一处是710万元",
    ),
    ("同词两义", {}, {"text__lead_md": "已拨付{{ f('专项.已使用') }}。\n"}, "拨付"),
    ("记录与统计表", {"1.2": "3"}, {"enterprises_csv": ENTERPRISES}, "企业名录的家数"),
    ("记录与统计表", {"1.2.1": "20"}, {"enterprises_csv": ENTERPRISES}, "相差1人"),
    ("记录与统计表", {"2.2": ""}, {"visits_csv": VISITS}, "没有填"),
    (
        "正文算法",
        {"1.1": "210"},
        {"figures_csv": FIGURES + "就业.合计,就业,,人,,{就业.赴东部}+{就业.省内},,,\n"},
        "相差10",
    ),
    ("必备要素", {}, {}, "签发人"),
    *(
        (
            "待补",
            {},
            {"villages_csv": VILLAGES + f"甲,{name},,\n"},
            f"“名称”还没有填，写的是“{name}”",
        )
        for name in (
            "**",
            "##",
            "??",
            "？",
            "XX",
            "xxx",
            "××",
            "待填",
            "待定",
            "【】",
            "某某",
            "TBD",
        )
    ),
    *(
        ("待补", {}, {"villages_csv": VILLAGES + f"甲,{name},,\n"}, f"“名称”只写了“{name}”，没有字")
        for name in ("/", "--", "—", "——", "*", "…", "、")
    ),
    (
        "待补",
        {},
        {"activities_csv": ACTIVITIES.format("甲山公司、待定、乙水公司")},
        "“企业”还没有填，写的是“甲山公司、待定、乙水公司”",
    ),
    *(
        ("共用名册", {}, {"report_yaml": NAMED, "shared__names_csv": REGISTRY, **files}, words)
        for files, words in (
            (
                {"visits_csv": VISITS.replace("王一鸣", "王一明")},
                "“王一明”与共用名册里的“王一鸣”（清河县县长）",
            ),
            ({"names_csv": NAMES + "王二鸣,人员,\n"}, "王二鸣"),
            ({"names_csv": NAMES + "清河甲山有限公司,企业,\n"}, "同一企业"),
            (
                {"enterprises_csv": ENTERPRISES.replace("清河甲山公司", "清河甲杉包装有限公司")},
                "清河甲杉包装有限公司",
            ),
            ({"villages_csv": VILLAGES + "甲,田坪村,,\n"}, "同一个村"),
            ({"villages_csv": VILLAGES + "甲,上河镇田坪村,,\n"}, "同一个村"),
            ({"documents_csv": DOCUMENTS.format("清河县协作资金使用实施细则")}, "同一文件"),
        )
    ),
]


@pytest.mark.slow
@pytest.mark.parametrize(("rule", "values", "files"), SILENT)
def test_stays_silent(
    tmp_path: Path, kinds: Path, rule: str, values: dict[str, str], files: dict[str, str]
) -> None:
    assert told(checked(tmp_path, kinds, values, **files), rule) == []


@pytest.mark.parametrize(("rule", "values", "files", "words"), SPEAKS)
def test_speaks(
    tmp_path: Path,
    kinds: Path,
    rule: str,
    values: dict[str, str],
    files: dict[str, str],
    words: str,
) -> None:
    messages = told(checked(tmp_path, kinds, values, **files), rule)
    assert messages and any(words in message for message in messages)


@pytest.mark.parametrize(
    "name", ["C++村", "A#村", "“*”村", "上/下河村", "待渡村", "无", "何某某村", "XXL村", ""]
)
def test_a_name_that_holds_a_mark_is_a_name(tmp_path: Path, kinds: Path, name: str) -> None:
    result = checked(tmp_path, kinds, villages_csv=VILLAGES + f"甲,{name},,\n")
    assert not [message for message in told(result, "待补") if "“名称”" in message]


@pytest.mark.parametrize(
    ("column", "word", "severity"),
    [
        ("标题", "待定", Severity.ERROR),  # printed in a sentence
        ("标题", "/", Severity.WARNING),
        ("内容", "待定", Severity.WARNING),  # of a file of the level above: printed nowhere
        ("内容", "/", Severity.INFO),
    ],
)
def test_a_cell_without_words_is_told_as_gravely_as_it_prints(
    tmp_path: Path, kinds: Path, column: str, word: str, severity: Severity
) -> None:
    row = {"标题": "办法", "内容": ""} | {column: word}
    way = "执行" if column == "内容" else "出台"
    documents = (
        f"{DOCUMENTS.split(chr(10))[0]}\n甲,,省政府,{way},{row['标题']},,{row['内容']},综合\n"
    )
    result = checked(tmp_path, kinds, documents_csv=documents)
    (finding,) = [
        one for one in result.findings if one.rule == "待补" and f"“{column}”" in one.message
    ]
    (side,) = finding.sides
    assert (finding.severity, side.location) == (severity, f"documents.csv 第2行“{column}”")


@pytest.mark.parametrize(
    ("rule", "values", "files"),
    [
        ("文表一致", {}, {"figures_csv": FIGURES + "就业.合计,就业,345,人,,,,,\n"}),
        ("前后一致", {}, {"text__lead_md": "帮助{{ claim('210', '就业.合计') }}人就业。\n"}),
        ("同词两义", {}, {"text__lead_md": "已拨付{{ f('专项.已使用') }}。\n"}),
        ("记录与统计表", {"1.2": "3"}, {"enterprises_csv": ENTERPRISES}),
        ("上下级汇总", {}, {"county_values_csv": SHARES.format("40")}),
        (
            "正文算法",
            {"1.1": "210"},
            {"figures_csv": FIGURES + "就业.合计,就业,,人,,{就业.赴东部}+{就业.省内},,,\n"},
        ),
        ("必备要素", {}, {}),
        ("提纲标题", {}, {"text__problems_md": "# 产业链条短\n\n缺龙头。\n"}),
    ],
)
def test_the_example_of_a_rule_on_packages_gives_its_finding(
    tmp_path: Path, kinds: Path, rule: str, values: dict[str, str], files: dict[str, str]
) -> None:
    messages = told(checked(tmp_path, kinds, values, **files), rule)
    assert [example.message for example in rule_page(rule, RULES[rule]).examples] == messages


def test_a_name_is_read_in_the_form_and_told_with_both_places(tmp_path: Path, kinds: Path) -> None:
    catalogue = kinds / invented.KIND / "catalogue" / "2023.csv"
    there = catalogue.read_text(encoding="utf-8")
    catalogue.write_text(
        there + "2.4,2,4.对接情况,时间、姓名、职务,文字,对接,2,,,\n", encoding="utf-8"
    )
    try:
        made = checked(
            tmp_path,
            kinds,
            {"2.4": "5.6-7、王一明、清河县县长"},
            report_yaml=NAMED,
            shared__names_csv=REGISTRY,
        )
    finally:
        catalogue.write_text(there, encoding="utf-8")
    sides = next(finding.sides for finding in made.findings if finding.rule == "共用名册")
    assert [(side.file, side.row) for side in sides] == [
        ("indicators.csv", 2 + len(VALUES)),
        ("shared/names.csv", 2),
    ]


def test_a_registry_that_is_not_there_is_told_for_information(tmp_path: Path, kinds: Path) -> None:
    found = [
        finding
        for finding in checked(tmp_path, kinds, report_yaml=NAMED).findings
        if finding.rule == "共用名册"
    ]
    assert [finding.severity for finding in found] == ["info"] and "shared/names.csv" in found[
        0
    ].message


def test_a_place_that_files_no_form_is_not_told_to_fill_it(tmp_path: Path, kinds: Path) -> None:
    blank = dict.fromkeys(VALUES, "")
    result = checked(
        tmp_path,
        kinds,
        blank,
        figures_csv=FIGURES + "就业.合计,就业,200,人,,,,,\n",
        visits_csv=VISITS,
    )
    assert told(result, "文表一致") == told(result, "记录与统计表") == []


def test_both_sides_are_named(tmp_path: Path, kinds: Path) -> None:
    result = checked(
        tmp_path,
        kinds,
        {},
        figures_csv=FIGURES + "就业.合计,就业,345,人,,,,,\n",
        text__lead_md="今年帮助{{ f('就业.合计') }}就业。\n",
    )
    finding = next(finding for finding in result.findings if finding.rule == "文表一致")
    assert (finding.expected, finding.actual, finding.keys) == ("200人", "345人", ("就业.合计",))
    text, form = finding.sides
    assert (text.file, text.row, text.column, text.paragraph) == (
        "figures.csv",
        2,
        "数值",
        text.paragraph,
    ) and text.paragraph
    assert (form.file, form.row, form.column, form.section) == ("indicators.csv", 2, "数值", None)


def test_last_year(tmp_path: Path, kinds: Path) -> None:
    old = tmp_path / "old"
    invented.package(
        old,
        report_yaml=invented.REPORT.replace("year: 2023", "year: 2022"),
        indicators_csv="代码,数值\n1.1,150\n2.1,400\n",
        enterprises_csv=ENTERPRISES,
    )
    report = invented.REPORT + "previous: ../old\n"
    figures = FIGURES + "就业.合计.上年,上年就业,{},人,,,,,\n"
    result = checked(
        tmp_path / "new",
        kinds,
        report_yaml=report,
        enterprises_csv=ENTERPRISES.replace("甲山", "丙山"),
        figures_csv=figures.format(160),
    )
    messages = told(result, "与上年比")
    assert any("150人" in message for message in messages)
    assert any("乙水公司" in message for message in messages) and not any(
        "丙山" in message for message in messages
    )
    assert any("十倍" in message for message in messages)
    silent = checked(
        tmp_path / "same",
        kinds,
        {"2.1": "500", "2.1.1": "460", "2.1.2": "92"},
        report_yaml=report,
        figures_csv=figures.format(150),
    )
    assert told(silent, "与上年比") == []


@pytest.mark.parametrize(
    ("carried", "found"), [("150", []), ("160", ["“上年就业”写160人，2022年数据包是150人。"])]
)
def test_what_the_kind_computes_as_last_years_is_compared(
    tmp_path: Path, kinds: Path, carried: str, found: list[str]
) -> None:
    """Here the record of funds says how many went on from last year."""
    own = tmp_path / "kinds"
    shutil.copytree(kinds, own)
    with (own / invented.KIND / "figures.csv").open("a", encoding="utf-8") as file:
        file.write("就业.合计.上年,上年就业,人,资金['甲'].项目数,\n")
    last = invented.package(
        tmp_path / "last",
        report_yaml=invented.REPORT.replace("2023", "2022"),
        indicators_csv="代码,数值\n1.1,150\n",
    )
    result = checked(
        tmp_path / "now",
        own,
        report_yaml=invented.REPORT + f"previous: ../{last.name}\n",
        funds_csv=f"键,名称,金额,用途,方向,列示,项目数\n甲,甲,1,产业,产业,逐项,{carried}\n",
    )
    assert told(result, "与上年比") == found


def test_what_report_yaml_leaves_out_is_listed_with_its_reason(tmp_path: Path, kinds: Path) -> None:
    accept = """\
checks:
  skip: [{rule: 必备要素, reason: 本市不标注签发人}]
  accept: [{rule: 文表一致, key: 就业.合计, reason: 口径不同，已说明}]
  tolerances: {篇幅: 10}
"""
    figures = FIGURES + "就业.合计,就业,345,人,,,,,\n就业.省内,省内,81,人,,,,,\n"
    result = checked(tmp_path, kinds, {}, report_yaml=invented.REPORT + accept, figures_csv=figures)
    assert [message for message in told(result, "文表一致") if "345" in message] == [] and told(
        result, "必备要素"
    ) == []
    assert any("81" in message for message in told(result, "文表一致"))
    reasons = {(item.rule, item.reason) for item in result.suppressed}
    assert reasons == {("必备要素", "本市不标注签发人"), ("文表一致", "口径不同，已说明")}
    assert [finding.severity for finding in result.findings if finding.rule == "篇幅"] == [
        "warning"
    ]


@pytest.mark.parametrize(("tolerance", "told_of"), [("0.5", 1), ("0.52", 0), ("1", 0)])
def test_a_difference_within_the_tolerance_is_listed_with_its_reason(
    tmp_path: Path, kinds: Path, tolerance: str, told_of: int
) -> None:
    report = invented.REPORT + f"checks: {{tolerances: {{文表一致: {tolerance}}}}}\n"
    result = checked(
        tmp_path,
        kinds,
        {},
        report_yaml=report,
        figures_csv=FIGURES + "资金.财政.已使用,已使用资金,4600.4,万元,,,,,\n",
    )
    assert len(told(result, "文表一致")) == told_of
    assert [item.reason for item in result.suppressed] == (
        [] if told_of else [f"相差不超过允许的{float(tolerance)}"]
    )
