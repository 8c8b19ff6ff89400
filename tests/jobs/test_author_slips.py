"""Slips that authors of kinds make, each in an otherwise sound kind: one line with file, line, cause and the nearest
name; no silence, no traceback."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.jobs.kind import check_kind, new_kind
from generator.model.errors import NigaoError

K, R, F, C = "kind.yaml", "records.yaml", "figures.csv", "identities.csv"
M, T, S = "report.md.j2", "tables/事项表.yaml", "starter.yaml"
CATALOGUE = """\
代码,层级,指标,单位,类型,键,上级,关系,等于,公式
1,0,一、办理,,标题,,,,,
1.1,1,办理件数,件,数,办理.件数,1,,,
1.1.1,2,其中：网上办理,件,数,办理.网上,1.1,其中,,
"""


def written(name: str, content: str | bytes) -> Callable[[Path], None]:
    """A file with that content."""

    def write(folder: Path) -> None:
        path = folder / name
        path.parent.mkdir(exist_ok=True)
        data = content.encode("utf-8") if isinstance(content, str) else content
        path.write_bytes(data)

    return write


def added(name: str, line: str) -> Callable[[Path], None]:
    """A file with a line more."""

    def add(folder: Path) -> None:
        with (folder / name).open("a", encoding="utf-8") as file:
            file.write(line + "\n")

    return add


def removed(name: str) -> Callable[[Path], None]:
    return lambda folder: (folder / name).unlink()


def renamed(name: str, other: str) -> Callable[[Path], None]:
    def rename(folder: Path) -> None:
        (folder / name).rename(folder / other)

    return rename


def encoded(name: str, encoding: str) -> Callable[[Path], None]:
    """A file in another encoding, with a byte that is none of a text."""

    def write(folder: Path) -> None:
        text = (folder / name).read_text(encoding="utf-8")
        (folder / name).write_bytes(text.encode(encoding) + b"\xff\xff\x00\xfe")

    return write


def form(old: str, new: str) -> Callable[[Path], None]:
    """A form with one slip."""
    assert old in CATALOGUE
    return written("catalogue/2023.csv", CATALOGUE.replace(old, new, 1))


Slip = tuple[str, str, str] | Callable[[Path], None]
# what is changed (file, what stands there, what is written), the line (部分) that it gives, and its pieces
SLIPS: list[tuple[Slip, str]] = [
    # kind.yaml: names
    ((K, "report_title:", "report_titel:"), "kind.yaml 第3行“report_titel”：没有这一项，相近的是“report_title”"),
    ((K, "headings:", "Headings:"), "kind.yaml 第7行“Headings”：没有这一项，相近的是“headings”"),
    ((K, "parties: [地方]", "party: [地方]"), "kind.yaml 第12行“party”：没有这一项，相近的是“parties”"),
    ((K, "name: 小结", "name: 小节"), "kind.yaml 第2行“name”：写的是“小节”，文件夹叫“小结”"),
    ((K, "name: 小结\n", ""), "kind.yaml 第1行“name”：缺少这一项"),
    ((K, "{format: '（一）'}", "{fromat: '（一）'}"), "kind.yaml 第9行“headings.2.fromat”：没有这一项，相近的是“format”"),
    ((K, "[地方]", "[地点]"), "kind.yaml 第12行“parties.0”：写的是“地点”，应当是地方、单位、结对方，相近的是“地方”"),
    ((K, "  problems: 两三条", "  problem: 两三条"), "kind.yaml 第21行“guidance.problem”：texts 里没有“problem”，相近的是“problems”"),
    ((K, "事项.备注说明:", "事项.备注:"), "kind.yaml 第25行“outside.事项.备注”：没有“事项.备注”这个键、记录或列，相近的是“事项.备注说明”"),
    # kind.yaml: types
    ((K, "headings:\n  1: {format: '一、'}\n  2: {format: '（一）'}", "headings: 一、"), "kind.yaml 第7行“headings”：写的是“一、”，应当是“项: 值”的清单"),
    ((K, "parties: [地方]", "parties: 地方"), "kind.yaml 第12行“parties”：写的是“地方”，应当是清单"),
    ((K, "  2: {format: '（一）'}", "  5: {format: '（一）'}"), "kind.yaml 第9行“headings.5”：写的是“5”，应当是不大于 4 的数"),
    ((K, "{format: '（一）'}", "{format: '（一）', run_in: 是}"), "kind.yaml 第9行“headings.2.run_in”：写的是“是”，应当是true 或 false，或 sentence"),
    ((K, "title: '关于", "title: 2023 # '关于"), "kind.yaml 第4行“title”：写的是“2023”，应当是文字"),
    # kind.yaml: how it is written
    ((K, "name: 小结", "name：小结"), "kind.yaml 第2行：“name”后面的冒号是全角的“：”"),
    ((K, "organ: '", "organ:'"), "kind.yaml 第13行：“organ”的冒号后面没有空格"),
    ((K, "  1: {format", "\t1: {format"), "kind.yaml 第8行：行首用了制表符"),
    ((K, "  2: {format: '（一）'}", "   2: {format: '（一）'}"), "kind.yaml 第9行：缩进"),
    ((K, "organ: '{地方}人民政府办公室'", "organ: '{地方}人民政府办公室"), "kind.yaml 第13行：引号没有配对"),
    ((K, "[地方]", "[地方"), "kind.yaml 第12行：方括号或花括号没有配对"),
    ((K, "report_title: '{{ year }}{{ place.name }}重点工作完成情况报告'", "report_title: {{ year }}重点工作"), "kind.yaml 第3行：以 { 开头的值会读成清单"),
    ((K, "  lead: 导语\n", "  lead: 导语\n  lead: 前言\n"), "kind.yaml 第18行：“lead”写了两次"),
    ((K, "  lead: 导语", "  lead: 导语: 总述"), "kind.yaml 第17行：“lead: 导语: 总述”的值里有冒号"),
    (written(K, ""), "kind.yaml 第1行：是空的"),
    (encoded(K, "utf-8"), "kind.yaml：不是 UTF-8、UTF-16 或 GB18030 编码"),
    ((K, "title: '关于报送《{{ report_title }}》的报告'", "title: '关于报送《{{ report_title }》的报告'"), "kind.yaml 第4行：“{{”没有配对的“}}”"),
    ((K, "{{ place.name }}重点", "{{ plase.name }}重点"), "kind.yaml 第3行：不认识“plase”，相近的是“place”"),
    # records.yaml
    (removed(R), "records.yaml：没有这个文件"),
    (written(R, "# 还没有写\n"), "records.yaml 第1行：是空的"),
    ((R, "  名称: 事项", "  名: 事项"), "records.yaml 第4行“matters.名”：没有这一项，相近的是“名称”"),
    ((R, "序: 键", "序: 文字"), "records.yaml 第6行“matters.字段”：没有一列的类型是“键”"),
    ((R, "牵头单位: 文字", "牵头单位: 文本"), "records.yaml 第9行“matters.字段.牵头单位”：字段“牵头单位”的类型“文本”不认识，相近的是“文字”"),
    ((R, "牵头单位: 文字", "牵头单位: 选项"), "records.yaml 第9行“matters.字段.牵头单位”：“选项”后面没有写可选的词"),
    ((R, "完成数: 数 件", "完成数: 数 件 必填"), "records.yaml 第11行“matters.字段.完成数”：“数”后面的“必填”不认识"),
    ((R, "牵头单位, 计划数]", "牵头单位, 计划]"), "records.yaml 第5行“matters.沿用.3”：没有“计划”这一列，相近的是“计划数”"),
    ((R, "matters:", "figures:"), "records.yaml 第3行“figures”：figures.csv 是数据包里另有用处的文件"),
    ((R, "matters:", "重点事项.csv:"), "不能作文件名"),
    # figures.csv, identities.csv
    ((F, "合计(事项.完成数)", "合计(事项.完成)"), "figures.csv 第2行“公式”列：“事项”没有“完成”列，相近的是“完成数”"),
    ((F, "合计(事项.完成数)", "合计(事件.完成数)"), "figures.csv 第2行“公式”列：不认识“事件”，相近的是“事项”"),
    ((F, "合计(事项.完成数)", "总计(事项.完成数)"), "figures.csv 第2行“公式”列：不认识“总计”，相近的是“"),
    ((F, "合计(事项.完成数)", "合计(事项.完成数"), "figures.csv 第2行“公式”列：公式看不懂"),
    ((F, "{完成.合计}/{计划.合计}*100,1", "{完成.合计}/{计划.总计}*100,1"), "figures.csv 第4行“公式”列：没有键“计划.总计”，相近的是“计划.合计”"),
    ((F, "合计(事项.计划数)", "{完成.率}+1"), "figures.csv 第3行“公式”列：公式绕回了自己"),
    ((F, "*100,1", "*100,二"), "figures.csv 第4行“小数位”列：写的是“二”，应当是0 至 6 的整数"),
    ((F, "*100,1", "*100,9"), "figures.csv 第4行“小数位”列：写的是“9”，应当是0 至 6 的整数"),
    (added(F, "完成.合计,完成,件,,"), "figures.csv 第6行“键”列：键“完成.合计”出现了两次，第2行已经有了"),
    ((F, "键,名称,单位,公式,小数位", "键,名称,单位,算式,小数位"), "figures.csv 第1行：不认识的列“算式”，相近的是“公式”"),
    ((F, "投入.资金,投入资金", "投入.资金,"), "figures.csv 第5行“名称”列：不能空着"),
    ((C, "完成.合计,<=", "完成.总计,<="), "identities.csv 第2行“键”列：没有键“完成.总计”，相近的是“完成.合计”"),
    ((C, "<=", "≤="), "identities.csv 第2行“关系”列：关系“≤=”不认识"),
    ((C, "错误", "严重"), "identities.csv 第2行“级别”列：级别“严重”不认识"),
    # the form
    (form("1.1,1,", "1.1,一,"), "catalogue/2023.csv 第3行“层级”列：写的是“一”，应当是0 至 9 的整数"),
    (form("办理.网上,1.1,其中", "办理.网上,1.2,其中"), "catalogue/2023.csv 第4行“上级”列：没有代码“1.2”，相近的是“1.1”"),
    (form("件,数,办理.件数", "件,数字,办理.件数"), "catalogue/2023.csv 第3行“类型”列：类型“数字”不认识，相近的是“数”"),
    (form("办理.件数,1,,,", "办理.件数,1,,,{办理.网络}"), "catalogue/2023.csv 第3行“公式”列：没有键“办理.网络”，相近的是“办理.网上”"),
    (form("1.1.1,2", "1.1,2"), "catalogue/2023.csv 第4行“代码”列：代码“1.1”出现了两次，第3行已经有了"),
    (written("catalogue/去年.csv", CATALOGUE), "catalogue/去年.csv：文件名不是年份"),
    # tables
    ((T, "field: 牵头单位", "field: 牵头部门"), "tables/事项表.yaml 第7行：“牵头单位”列 field 写的“牵头部门”没有这一列，相近的是“牵头单位”"),
    ((T, "records: 事项", "records: 事件"), "tables/事项表.yaml 第2行：records 写的“事件”没有这种记录，相近的是“事项”"),
    ((T, "columns:", "colums:"), "tables/事项表.yaml 第4行“colums”：没有这一项，相近的是“columns”"),
    ((T, "field: 完成数, align: decimal", "field: 完成数, align: decimal, places: 9"), "tables/事项表.yaml 第9行“columns.4.places”：写的是“9”，应当是不大于 6 的数"),
    ((T, "align: center}\n  - {heading: 事项", "align: middle}\n  - {heading: 事项"), "tables/事项表.yaml 第5行“columns.0.align”：写的是“middle”，应当是left、center、right、decimal"),
    ((T, "each_row: 完成数 <= 计划数", "each_row: 完成数 <= 计划"), "tables/事项表.yaml 第14行：checks 里的“计划”没有这一列"),
    ((T, "计划数: 合计", "计划数: 平均"), "tables/事项表.yaml 第11行“summaries.计划数”：写的是“平均”，应当是合计、种数、填报"),
    ((T, "unit_line: （单位：件）", "unit_line: '（单位：{{ unit }件）'"), "tables/事项表.yaml 第3行：“{{”没有配对的“}}”"),
    (renamed("tables", "table"), "table：没有读这个文件夹。是不是 tables？"),
    (renamed(T, "tables/事项表.yml"), "tables/事项表.yml：没有读这个文件。这里的文件要以 .yaml 结尾"),
    # rows that the form fixes
    (written("rows/matter.csv", "序,事项名称\n路,修路\n"), "rows/matter.csv：records.yaml 里没有“matter”，相近的是“matters.csv”"),
    (written("rows/matters.csv", "序,事项\n路,修路\n"), "rows/matters.csv 第1行：不认识的列“事项”"),
    (written("rows/matters.csv", "序,事项名称\n路,修路\n路,修桥\n"), "rows/matters.csv 第3行“序”列：序“路”出现了两次，第2行已经有了"),
    (written("rows/matters.csv", "序,事项名称\n,修路\n"), "rows/matters.csv 第2行“序”列：不能空着"),
    (written("rows/事项.txt", "路\n"), "rows/事项.txt：没有读这个文件。这里的文件要以 .csv 结尾"),
    # the outline
    ((M, "{{ f('完成.合计') }}", "{{ f('完成.总计') }}"), "report.md.j2 第11行：没有键“完成.总计”，相近的是“完成.合计”"),
    ((M, "m.牵头单位 }}", "m.牵头部门 }}"), "report.md.j2 第17行：“事项”没有“牵头部门”列，相近的是“牵头单位”"),
    ((M, "for m in 事项", "for m in 事件"), "report.md.j2 第14行：不认识“事件”，相近的是“事项”"),
    ((M, "text('problems')", "text('problem')"), "report.md.j2 第27行：kind.yaml 的 texts 里没有“problem”，相近的是“problems”"),
    ((M, "f('完成.率')", "g('完成.率')"), "report.md.j2 第11行：不认识“g”"),
    ((M, "{{ f('计划.合计') }}", "{{ f('计划.合计')|nums }}"), "report.md.j2 第11行：没有过滤器“nums”，相近的是“num”"),
    ((M, "{% block 问题 %}", "{% block 题_问题 %}"), "report.md.j2 第26行：block“题_问题”写了2次，第22行已经有了"),
    ((M, "{% endblock %}\n\n{% block 总的情况 %}", "\n{% block 总的情况 %}"), "report.md.j2 第6行：{% block 题_完成情况 %} 没有写 {% endblock %}"),
    ((M, "{% endif %}", ""), "report.md.j2 第17行：{% if %} 没有写 {% endif %}"),
    ((M, "{% endfor %}\n", ""), "report.md.j2 第14行：{% for %} 没有写 {% endfor %}"),
    ((M, "{% block 导语 %}", "{% blok 导语 %}"), "report.md.j2 第2行：没有标签“blok”，相近的是“block”"),
    ((M, "{{ m.计划数 }}", "{{ m.计划数 }"), "report.md.j2 第17行：“{{”没有配对的“}}”"),
    ((M, "# 存在问题", "##### 存在问题"), "report.md.j2 第23行：这里是五级标题，kind.yaml 的 headings 写的是一、二级"),
    ((M, "{{ text('lead') }}", "{{ table('事项清单') }}"), "report.md.j2 第3行：这种报告没有“事项清单”表，相近的是“事项表”"),
    ((M, "{% block 导语 %}", "{% import 'macro.md.j2' as m %}\n{% block 导语 %}"), "report.md.j2 第2行：没有模板“macro.md.j2”"),
    (removed(M), "report.md.j2：没有这个文件"),
    (renamed(M, "reports.md.j2"), "report.md.j2：没有这个文件，相近的是“reports.md.j2”"),
    # starter.yaml
    ((S, "{级别}", "{等级}"), "starter.yaml 第9行：不认识“{等级}”，相近的是“级别”"),
    ((S, "table: 事项表", "table: 事项清单"), "starter.yaml“appendices.0.table”：这种报告没有“事项清单”表"),
    ((S, "addressee:", "adressee:"), "starter.yaml“adressee”：写的是"),
]  # fmt: skip
LINE = re.compile(r"小结/[^ ：“]+( 第\d+行)?(“[^”]+”列?)?：")


def test_the_list_is_long_enough_and_every_slip_stands_once() -> None:
    assert len(SLIPS) >= 52
    assert len({line for _, line in SLIPS}) == len(SLIPS)


@pytest.mark.parametrize(("slip", "line"), SLIPS, ids=[line[:40] for _, line in SLIPS])
def test_a_slip_is_one_line_with_its_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, slip: Slip, line: str
) -> None:
    monkeypatch.chdir(tmp_path)
    folder = new_kind("小结", tmp_path / "templates")
    if isinstance(slip, tuple):
        file, old, new = slip
        text = (folder / file).read_text(encoding="utf-8")
        assert old in text
        (folder / file).write_text(text.replace(old, new, 1), encoding="utf-8")
    else:
        slip(folder)
    try:
        told = [str(problem) for _, problem in check_kind("小结", tmp_path).faults]
    except NigaoError as error:
        told = [str(problem) for problem in error.problems]
    assert any(line in problem for problem in told), told
    assert all(LINE.match(problem) and "\n" not in problem for problem in told), told
    assert len(told) == 1, told
