"""An invented county and a five-row form: packages written from text, for tests of one thing at a time."""

from __future__ import annotations

import shutil
from pathlib import Path

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


def templates(folder: Path) -> Path:
    """The report kinds of the project, with the form of one kind swapped for five invented rows."""
    shutil.copytree(ROOT / "templates" / KIND, folder / KIND, dirs_exist_ok=True)
    for edition in (folder / KIND / "catalogue").glob("*.csv"):
        edition.unlink()
    (folder / KIND / "catalogue" / "2023.csv").write_text(CATALOGUE, encoding="utf-8")
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
