"""Make what a version of nigao leaves behind: ``python tests/kept/make.py NIGAO tests/kept/VERSION``.

NIGAO is the command of that version. It drafts an invented package; then this script edits the Word file as a person
would. The folder afterwards holds ``package/`` with its store ``.nigao/`` and ``edited.docx``. Made once for each
version and never again: ``test_kept.py`` regenerates it with the program of today.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

REPORT = """\
kind: 东西部协作自评
year: 2021
place: {name: 清河县, short: 我县, level: 县, province: 北原省, city: 云山市}
partner: {name: 东湖区, short: 东湖区, city: 海门市}
organs: [中共清河县委农村工作领导小组]
number: 清农领发〔2021〕12号
addressee: 中共云山市委农村工作领导小组
signature: {organs: [中共清河县委农村工作领导小组], date: 2021-11-20}
appendices:
- {name: '{{ place.name }}{{ year }}东西部协作年度统计表', table: 年度统计表}
imprint: {issuer: 中共清河县委农村工作领导小组办公室, date: 2021-11-20}
"""

INDICATORS = """\
代码,数值
1.1.1,6
1.1.2,4
1.2.1,86
1.2.2,45
2.1.1,12
2.1.2,=
2.1.2.1,120
2.1.2.1.1,95
2.1.2.2,540
2.1.2.2.1,310
2.1.2.3,1230
"""

FIGURES = """\
键,名称,数值,单位,修饰
招聘.公告,招聘公告,26,期,
消费帮扶.销售额,消费帮扶金额,1232,万元,
直播.场次,直播带货,18,场,
直播.金额,直播带货金额,86.5,万元,余
问题.缺口,用工缺口,300,人,
"""

DOCUMENTS = """\
键,日期,发文机关,方式,标题,文号,内容,领域
方案,2021-03-05,县政府,印发,清河县东西部协作工作方案,,,综合
办法,2021-04-06,县政府,制定,清河县东西部协作资金管理办法,,,资金管理
"""

TEXTS = {
    "lead": "今年以来，清河县与东湖区协作不断深化，各项任务有序推进。\n",
    "innovations": (
        "## 直播带货\n\n"
        "全年组织直播带货{{ f('直播.场次') }}，销售农特产品{{ f('直播.金额') }}。\n\n"
        "直播间设在县电商中心，由两地干部轮流值守。\n"
    ),
    "problems": "企业用工缺口{{ f('问题.缺口') }}，季节性矛盾突出。\n\n产业链条偏短，附加值不高。\n",
    "next_steps": "继续深化产业协作，延长产业链条。\n",
}


def write_package(folder: Path) -> None:
    """The package of 清河县 in short."""
    (folder / "text").mkdir(parents=True)
    for name, content in (
        ("report.yaml", REPORT),
        ("indicators.csv", INDICATORS),
        ("figures.csv", FIGURES),
        ("documents.csv", DOCUMENTS),
        *((f"text/{name}.md", text) for name, text in TEXTS.items()),
    ):
        (folder / name).write_text(content, encoding="utf-8")


def edit(xml: str) -> str:
    """What a person does to the draft: words of one's own, a figure typed over, a sentence and a paragraph struck."""
    for old, new in (
        ("各项任务有序推进。", "各项任务有序推进，群众满意度明显提升。"),
        (">18场<", ">20场<"),
        ("由两地干部轮流值守", "由驻村干部轮流值守"),
        ("，季节性矛盾突出", ""),
    ):
        assert xml.count(old) == 1, (old, xml.count(old))
        xml = xml.replace(old, new)
    paragraph = _paragraph_with(xml, "产业链条偏短，附加值不高。")
    xml = xml.replace(paragraph, "")
    own = "<w:p><w:r><w:t>此段为县乡村振兴局补写。</w:t></w:r></w:p>"
    last = _paragraph_with(xml, "继续深化产业协作")
    return xml.replace(last, last + own)


def _paragraph_with(xml: str, words: str) -> str:
    (paragraph,) = (p for p in re.findall(r"<w:p>.*?</w:p>", xml) if words in p)
    return paragraph


def edit_file(source: Path, target: Path) -> None:
    """Write the edited copy of a Word file, compressed."""
    with (
        zipfile.ZipFile(source) as old,
        zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for item in old.infolist():
            content = old.read(item)
            if item.filename == "word/document.xml":
                content = edit(content.decode()).encode()
            new.writestr(item, content, zipfile.ZIP_DEFLATED)


def main(nigao: str, target: Path) -> None:
    """Draft with ``nigao`` and edit."""
    shutil.rmtree(target, ignore_errors=True)
    write_package(target / "package")
    drafted = target / "draft.docx"
    subprocess.run([nigao, "draft", target / "package", "-o", drafted], check=True)
    edit_file(drafted, target / "edited.docx")
    drafted.unlink()


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
