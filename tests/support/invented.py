"""An invented county and a five-row form: packages written from text, for tests of one thing at a time."""

from __future__ import annotations

import shutil
from pathlib import Path

import yaml

from support.packages import ROOT

KIND = "东西部协作自评"

REPORT = """\
kind: 东西部协作自评
year: 2023
place: {name: 清河县, short: 我县, level: 县, province: 北原省, city: 云山市}
partner: {name: 东湖区, short: 东湖区, city: 海门市}
organs: [中共清河县委农村工作领导小组]
number: 清农领发〔2023〕12号
addressee: 中共云山市委农村工作领导小组
signature: {organs: [中共清河县委农村工作领导小组], date: 2023-11-20}
appendices:
- {name: '{{ place.name }}{{ year }}东西部协作年度统计表', table: 年度统计表}
imprint: {issuer: 中共清河县委农村工作领导小组办公室, date: 2023-11-20}
"""

CATALOGUE = """\
代码,层级,指标,单位,类型,键,上级,关系,等于,公式
1,0,一、就业和企业,,标题,,,,,
1.1,2,1.帮助就业人数,人,数,就业.合计,1,,,{就业.赴东部}+{就业.省内}
1.1.1,3,其中：赴东部就业,人,数,就业.赴东部,1.1,合计,,
1.1.2,3,省内就业,人,数,就业.省内,1.1,合计,,
1.2,2,2.是否出台政策,是/否,是否,政策.出台,1,,,
"""

INDICATORS = """\
代码,数值
1.1,=
1.1.1,120
1.1.2,80
1.2,是
"""

OF_OUTLINE = ("outline", "shortfalls", "outside")
"""What kind.yaml says of the outline."""

EXAMPLE_FIGURES = """\
键,名称,数值,单位,公式,小数位,任务数
就业.脱贫,脱贫人口就业,142,人,,,
培训.人数,培训人数,,人,,,
企业.引进,引进企业,12,家,,,10
会议.领导小组,领导小组会议,2,次,,,
资金.到位,到位资金,6504,万元,,,
资金.计划,计划资金,5000,万元,,,
资金.每村,每村补助,3,万元,,,
资金.使用率,资金使用率,,%,{资金.到位}/{消费帮扶.销售}*100,1,
消费帮扶.销售,销售额,11800,万元,,,
干部.东派,东派干部,2,名,,,
专技.教师,教师,5,名,,,
事故.起数,发生事故,0,起,,,
招聘会.场次,招聘会,12,场,,,
"""
EXAMPLE_LAST_YEAR = """\
键,名称,数值,单位
会议.领导小组,领导小组会议,1,次
资金.到位,到位资金,3800,万元
干部.东派,东派干部,2,名
专技.教师,教师,5,名
"""
EXAMPLE_RECORDS = {
    "documents_csv": """\
键,日期,发文机关,方式,标题,文号,内容,领域
方案,2023-03-05,县政府,印发,协作工作方案,,,综合
意见,2023-04-06,县政府,出台,协作意见,,,综合
""",
    "visits_csv": """\
键,方向,开始,结束,时任,职务,姓名,事项,成果
来访,东到西,2023-10-12,2023-10-13,,区长,张三,来访,
回访,西到东,2023-06-08,,,县长,李四,回访,
""",
    "measures_csv": """\
键,节,类型,文字,依据
招聘,就业,做法,组织招聘会{招聘会.场次},
培训,就业,做法,开展技能培训,
稳岗,就业,成效,稳岗率提高,
""",
    "funds_csv": """\
键,名称,金额,用途,方向,列示,项目数
大棚,蔬菜大棚,1286,产业,产业开发,逐项,2
培训,技能培训,200.5,就业,劳务协作,逐项,1
""",
}
"""The package that the examples of template words are written for: 清河县 of 2023 and the year before."""


def templates(folder: Path) -> Path:
    """The report kinds of the project, with the form of one kind swapped for five invented rows.

    The form as it is stands as that of a year which no package is of: the outline names its keys.
    """
    shutil.copytree(ROOT / "templates" / KIND, folder / KIND, dirs_exist_ok=True)
    (folder / KIND / "catalogue" / "2021.csv").rename(folder / KIND / "catalogue" / "2999.csv")
    for year in (2022, 2023):
        (folder / KIND / "catalogue" / f"{year}.csv").write_text(CATALOGUE, encoding="utf-8")
    return folder


def outline(kinds: Path, text: str) -> None:
    """Another outline for the kind in that folder: what kind.yaml says of the old one goes."""
    (kinds / KIND / "report.md.j2").write_text(text, encoding="utf-8")
    settings = kinds / KIND / "kind.yaml"
    content = yaml.safe_load(settings.read_text(encoding="utf-8"))
    kept = {item: value for item, value in content.items() if item not in OF_OUTLINE}
    settings.write_text(yaml.safe_dump(kept, allow_unicode=True, sort_keys=False), encoding="utf-8")


def kinds_with(folder: Path, words: str, figures: str) -> Path:
    """The folder of kinds with an outline of its own and further lines of figures.csv."""
    templates(folder)
    outline(folder, words)
    with (folder / KIND / "figures.csv").open("a", encoding="utf-8") as file:
        file.write(figures)
    return folder


def package(folder: Path, **files: str | bytes | None) -> Path:
    """A package of 清河县; ``files`` replaces or adds files (``__`` for ``/``, ``_`` before the ending), None removes."""
    written: dict[str, str | bytes | None] = {"report.yaml": REPORT, "indicators.csv": INDICATORS}
    written |= {
        name.replace("__", "/")
        .replace("_csv", ".csv")
        .replace("_yaml", ".yaml")
        .replace("_md", ".md")
        .replace("_j2", ".j2"): content
        for name, content in files.items()
    }
    for name, content in written.items():
        if content is None:
            continue
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return folder


def example(folder: Path, text: str) -> Path:
    """The package of the examples, with ``text`` as its lead and with last year's beside it."""
    package(
        folder / "清河县-2022",
        report_yaml=REPORT.replace("year: 2023", "year: 2022"),
        figures_csv=EXAMPLE_LAST_YEAR,
    )
    return package(
        folder / "清河县-2023",
        report_yaml=REPORT + "previous: ../清河县-2022\ncutoff: 2023-10-31\n",
        figures_csv=EXAMPLE_FIGURES,
        text__lead_md=text,
        **EXAMPLE_RECORDS,
    )
