"""A package on a desk: its data change, people edit its Word file, it is regenerated, round after round."""

from __future__ import annotations

import csv
import datetime as dt
import io
import re
import shutil
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

from generator.jobs.compose import compose
from generator.jobs.draft import write
from generator.jobs.regenerate import Regenerated, regenerate
from support import plainword
from support.packages import ROOT

DATE = dt.datetime(2023, 11, 27, 9)
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
Rows = list[list[str]]
_REPORT = """\
kind: 支援合作要点
year: 2023
place: {name: 清河县, short: 我县, level: 县, city: 云山市}
title: ['清河县关于转发《{{ report_title }}》的通知']
addressee: 各成员单位
signature: {organs: [清河县协作办公室], date: 2023-06-18, seal: false}
appendices:
- {name: 任务清单, table: 任务清单}
- {name: 项目计划表, table: 项目计划表}
"""
_TASKS = """\
键,工作事项,任务类别,任务内容,责任部门,完成时限
t1,组织领导,研究部署,每半年召开一次会议研究部署。,县委办公室,10月底前
t2,组织领导,调研对接,到协作地区调研对接至少一次。,县政府办公室,8月底前
t3,组织领导,结对帮扶,签订并落实各级结对协议。,协作办公室,10月底前
t4,产业协作,园区共建,引导三家企业入园。,县工信局,9月底前
t5,产业协作,消费帮扶,开设两处展销中心。,县商务局,6月底前
"""
_PROJECTS = """\
键,地区,类别,项目名称,建设性质,建设内容,总投资,帮扶资金,资金用途,受益脱贫村,受益脱贫人口,吸纳脱贫人口,实施单位,负责人,开工竣工时间,项目效益,牵头单位
p1,东湖区,产业合作类,河东乡蔬菜大棚项目,新建,建大棚十座,120.5,100,建设,3,210,15,县农业局,王一鸣,3月至9月,增收,县发改局
p2,东湖区,产业合作类,南川镇养殖项目,新建,建圈舍二十间,86,80,建设,2,95,8,县畜牧局,李春生,4月至10月,增收,县发改局
p3,东湖区,产业合作类,北塬乡加工车间项目,续建,扩建车间一处,64,60,设备,1,48,22,县工信局,赵青山,5月至8月,就业,县发改局
p4,东湖区,社会事业类,城关镇卫生院提升项目,新建,改造门诊楼,45,45,改造,5,1200,0,县卫健局,孙立,3月至7月,就医,县发改局
p5,西岭区,产业合作类,大沟镇果园项目,新建,建果园百亩,150,120,种苗,4,330,30,县林业局,周大川,3月至11月,增收,县财政局
p6,西岭区,产业合作类,甘沟镇茶园项目,续建,改造茶园八十亩,72,70,种苗,2,160,12,县林业局,吴小梅,4月至9月,增收,县财政局
"""


_FIGURES = """\
键,名称,数值,单位,修饰,公式,小数位,来源,说明
就业.脱贫,脱贫人口就业,1420,人,,,,县人社局,
企业.引进,引进企业,127,家,,,,县商务局,
资金.到位,到位资金,6504,万元,,,,县财政局,
培训.人次,培训人次,15735,人,,,,县人社局,
"""
_OVERVIEW = """\
全县脱贫人口就业{就业.脱贫}，引进企业{企业.引进}，各项工作有序推进。

到位帮扶资金{资金.到位}，全年培训{培训.人次}，群众满意。
"""


def invented(folder: Path) -> Path:
    """A package with two tables: one with groups and serial numbers, one with merged cells."""
    folder.mkdir(parents=True)
    files = {"report.yaml": _REPORT, "tasks.csv": _TASKS, "projects.csv": _PROJECTS}
    files |= {"figures.csv": _FIGURES, "text/overview.md": _OVERVIEW}
    (folder / "text").mkdir()
    for name, content in files.items():
        (folder / name).write_text(content, encoding="utf-8")
    return folder


def real(folder: Path) -> Path:
    """A copy of a package of the project with the same two tables."""
    ignored = shutil.ignore_patterns(".nigao")
    return Path(shutil.copytree(ROOT / "data" / "mentougou-2021", folder, ignore=ignored))


def short(folder: Path) -> Path:
    """A copy of the shortest package of the project."""
    shutil.copy(ROOT / "data" / "names.csv", folder.parent)
    ignored = shutil.ignore_patterns(".nigao")
    return Path(shutil.copytree(ROOT / "data" / "zhouqu-2022", folder, ignore=ignored))


@dataclass
class Desk:
    """A package and the file that people have of it."""

    package: Path
    file: Path
    last: Regenerated | None = None

    @classmethod
    def of(cls, package: Path) -> Desk:
        """The package with its first draft."""
        file = package.parent / "稿.docx"
        write(compose(package), file)
        return cls(package, file)

    @property
    def data(self) -> bytes:
        """The file as it is now."""
        return self.file.read_bytes()

    def change(self, table: str, work: Callable[[Rows], None]) -> None:
        """Change the rows of a CSV file below its head."""
        path = self.package / table
        rows = list(csv.reader(io.StringIO(path.read_text(encoding="utf-8-sig"))))
        body = rows[1:]
        work(body)
        stream = io.StringIO()
        csv.writer(stream, lineterminator="\n").writerows([rows[0], *body])
        path.write_text(stream.getvalue(), encoding="utf-8")

    def figure(self, key: str, value: str) -> None:
        """Give a figure another value."""

        def work(rows: Rows) -> None:
            next(row for row in rows if row[0] == key)[2] = value

        self.change("figures.csv", work)

    def edit(self, work: Callable[[etree._Element], None]) -> None:
        """Work on the text as XML."""
        self.parts({"word/document.xml": lambda data: _worked(data, work)})

    def parts(self, works: dict[str, Callable[[bytes], bytes]]) -> None:
        """Change some parts of the file."""
        stream = io.BytesIO()
        with zipfile.ZipFile(self.file) as source, zipfile.ZipFile(stream, "w") as target:
            for name in source.namelist():
                content = source.read(name)
                target.writestr(name, works[name](content) if name in works else content)
        self.file.write_bytes(stream.getvalue())

    def regenerate(self) -> Regenerated:
        """Bring the file up to date in place."""
        self.last = regenerate(compose(self.package), self.file, self.file, DATE)
        return self.last


def _worked(data: bytes, work: Callable[[etree._Element], None]) -> bytes:
    root = etree.fromstring(data)
    work(root)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def right(desk: Desk, *edits: Callable[[etree._Element], None]) -> plainword.Reading:
    """The new draft with the same edits: what accepting everything must give."""
    other = Desk(desk.package, desk.package.parent / "新.docx")
    write(compose(desk.package), other.file)
    for work in edits:
        other.edit(work)
    return plainword.accepted(other.data)


# --- what people do -------------------------------------------------------------------------------


def forget_bookmarks(root: etree._Element) -> None:
    """All bookmarks are lost."""
    for item in [*root.iter(f"{W}bookmarkStart", f"{W}bookmarkEnd")]:
        item.getparent().remove(item)


def rows_of(root: etree._Element, table: int) -> list[etree._Element]:
    """The rows of a table."""
    return list(list(root.iter(f"{W}tbl"))[table].iter(f"{W}tr"))


def text_of(item: etree._Element) -> str:
    """The words in an element."""
    return "".join(node.text or "" for node in item.iter(f"{W}t"))


def row_with(root: etree._Element, words: str) -> etree._Element:
    """The first row that holds some words."""
    return next(row for row in root.iter(f"{W}tr") if words in text_of(row))


def say(root: etree._Element, old: str, new: str) -> None:
    """Replace some words that stand in one run, once."""
    node = next(node for node in root.iter(f"{W}t") if old in (node.text or ""))
    node.text = (node.text or "").replace(old, new, 1)


def sort_rows(root: etree._Element, words: list[str]) -> None:
    """The rows with some words change places so that they stand in the order of the words."""
    rows = [row_with(root, word) for word in words]
    spots = sorted(rows, key=lambda row: row.getparent().index(row))
    table = rows[0].getparent()
    places = [table.index(row) for row in spots]
    for row in rows:
        table.remove(row)
    for place, row in zip(places, rows, strict=True):
        table.insert(place, row)


def digits(text: str) -> str:
    """The digits of a text."""
    return "".join(re.findall(r"\d", text))
