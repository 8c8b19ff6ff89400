"""Two small kinds written with YAML, CSV and templates alone, and a package of each, all invented: a score sheet of a project
(stacked blocks, computed scores) and a yearly report with its tables in the text."""

from __future__ import annotations

from pathlib import Path

SCORES, OPENNESS = "绩效自评", "公开年报"

_SCORE_KIND = {
    "kind.yaml": """\
name: 绩效自评
report_title: '{{ year }}{{ place.name }}项目支出绩效自评报告'
title: '关于报送《{{ report_title }}》的报告'
headings:
  1: {format: '一、'}
""",
    "records.yaml": """\
project:
  名称: 项目
  字段:
    键: 键
    项目名称: 文字*
    主管部门: 文字
    实施单位: 文字
    预期目标: 文字
    完成情况: 文字
funds:
  名称: 资金
  沿用: true
  字段:
    键: 键
    项: 文字*
    预算数: 数 万元
    执行数: 数 万元
    分值: 数 分
    执行率: 数 %
    得分: 数 分
indicators_of_project:
  名称: 绩效指标
  字段:
    键: 键
    一级: 文字*
    二级: 文字*
    三级: 文字*
    指标值: 文字或数
    完成值: 文字或数
    分值: 数 分
    得分: 数 分
    说明文字: 文字
""",
    "figures.csv": """\
键,名称,单位,公式,小数位
自评.指标得分,指标得分,分,合计(绩效指标.得分),2
自评.总分,总分,分,{自评.指标得分}+资金['总额'].得分,2
""",
    "report.md.j2": """\
{% block 题_基本 %}
# 项目基本情况
{% endblock %}
{% block 基本 %}
项目综合得分{{ f('自评.总分') }}。
{% endblock %}
""",
    "letter.md.j2": "{% block 信 %}现报送。{% endblock %}\n",
    "tables/概况.yaml": """\
rows:
  - [{text: 项目名称, head: true, span: 3}, {text: "{{ 项目['p'].项目名称 }}", span: 13}]
  - [{text: 主管部门, head: true, span: 3}, {text: "{{ 项目['p'].主管部门 }}", span: 5},
     {text: 实施单位, head: true, span: 3}, {text: "{{ 项目['p'].实施单位 }}", span: 5}]
""",
    "tables/资金.yaml": """\
records: 资金
columns:
  - {heading: '', field: 项, span: 4}
  - {heading: 全年预算数, field: 预算数, align: decimal, span: 3, places: 2}
  - {heading: 全年执行数, field: 执行数, align: decimal, span: 3, places: 2}
  - {heading: 分值, field: 分值, align: decimal, blank: —}
  - {heading: 执行率, field: 执行率, align: decimal, span: 2, places: 2,
     formula: 执行数 ÷ 预算数 × 100}
  - {heading: 得分, field: 得分, align: decimal, places: 2, blank: —,
     formula: 'min(分值, 分值 × 执行数 ÷ 预算数)'}
checks:
  - {each_column: '{总额} = {财政} + {结转} + {其他}', columns: [预算数, 执行数]}
  - {each_row: 得分 <= 分值}
""",
    "tables/目标.yaml": """\
rows:
  - [{text: 预期目标, head: true, span: 7}, {text: 实际完成情况, head: true, span: 7}]
  - [{text: "{{ 项目['p'].预期目标 }}", span: 7}, {text: "{{ 项目['p'].完成情况 }}", span: 7}]
""",
    "tables/指标.yaml": """\
records: 绩效指标
columns:
  - {heading: 一级指标, field: 一级, align: center, merge: true, span: 2}
  - {heading: 二级指标, field: 二级, align: center, merge: true, span: 2}
  - {heading: 三级指标, field: 三级, span: 3}
  - {heading: 年度指标值, field: 指标值, align: center, span: 2}
  - {heading: 实际完成值, field: 完成值, align: center, span: 2}
  - {heading: 分值, field: 分值, align: decimal}
  - {heading: 得分, field: 得分, align: decimal, places: 2,
     formula: 'min(分值, 分值 × 达成度(指标值, 完成值))'}
  - {heading: 偏差原因, field: 说明文字, span: 1}
summaries: {分值: 合计, 得分: 合计}
total: 合计
checks:
  - {each_row: 得分 <= 分值}
""",
    "tables/自评表.yaml": """\
unit_line: （单位：万元）
notes: ['注：得分最多是分值。']
blocks:
  - 概况
  - {table: 资金, label: 项目资金, span: 2}
  - {table: 目标, label: 年度总体目标, span: 2}
  - {table: 指标, label: 绩效指标, span: 2}
""",
}
_SCORE_PACKAGE = {
    "report.yaml": """\
kind: 绩效自评
year: 2023
form: plain
place: {name: 清河县, short: 我县, level: 县, province: 北原省, city: 云山市}
appendices:
- {name: 项目支出绩效自评表, table: 自评表}
""",
    "project.csv": """\
键,项目名称,主管部门,实施单位,预期目标,完成情况
p,劳动力培训,清河县人社局,清河县就业中心,培训劳动力200人次以上。,培训180人次。
""",
    "funds.csv": """\
键,项,预算数,执行数,分值,执行率,得分
总额,年度资金总额,120,114,10,,
财政,其中：当年财政拨款,100,96,,,
结转,上年结转资金,15,15,,,
其他,其他资金,5,3,,,
""",
    "indicators_of_project.csv": """\
键,一级,二级,三级,指标值,完成值,分值,得分,说明文字
人次,产出指标,数量指标,培训人次,≥200,180,20,,报名不足
班次,产出指标,数量指标,培训班次,=12,12,10,,
合格,产出指标,质量指标,合格率,≥95%,96.5%,20,,
成本,成本指标,经济成本,每人成本,≤3,4,10,,物价上涨
增收,效益指标,社会效益,就业能力,有所提升,基本达成,20,16,
满意,满意度指标,服务对象,学员满意度,≥90%,93%,10,,
""",
}

_OPEN_KIND = {
    "kind.yaml": """\
name: 公开年报
report_title: '{{ year }}{{ place.name }}信息公开工作年度报告'
title: '{{ report_title }}'
headings:
  1: {format: '一、'}
""",
    "records.yaml": """\
requests:
  名称: 申请
  沿用: true
  字段:
    键: 键
    类: 文字*
    项: 文字
    目: 文字
    自然人: 数 件
    企业: 数 件
    科研: 数 件
    其他: 数 件
    总计: 数 件
""",
    "figures.csv": """\
键,名称,单位,公式,小数位
申请.新收,新收申请,件,申请['一'].总计,
""",
    "report.md.j2": """\
{% block 题_申请 %}
# 收到和处理申请情况
{% endblock %}
{% block 申请 %}
本年新收申请{{ f('申请.新收') }}，详见下表。{{ table('申请情况', '申请办理情况', numbered=true) }}各项均已办结。
{% endblock %}
{% block 题_其他 %}
# 其他需要报告的事项
{% endblock %}
{% block 其他 %}
没有收取费用。
{% endblock %}
""",
    "letter.md.j2": "",
    "tables/申请情况.yaml": """\
records: 申请
unit_line: （单位：件）
columns:
  - {heading: '（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）', field: 类, merge: true}
  - {heading: '', field: 项, merge: true, join_left: true}
  - {heading: '', field: 目, join_left: true}
  - {heading: 申请人情况|自然人, field: 自然人, align: center}
  - {heading: 申请人情况|法人或其他组织|商业企业, field: 企业, align: center}
  - {heading: 申请人情况|法人或其他组织|科研机构, field: 科研, align: center}
  - {heading: 申请人情况|法人或其他组织|其他, field: 其他, align: center}
  - {heading: 申请人情况|总计, field: 总计, align: center, formula: 自然人 + 企业 + 科研 + 其他}
checks:
  - {each_column: '{一} + {二} = {三.7} + {四}'}
  - {each_column: '{三.7} = {三.1} + {三.2} + {三.3.1} + {三.3.2}'}
""",
}
_OPEN_PACKAGE = {
    "report.yaml": """\
kind: 公开年报
year: 2023
form: plain
place: {name: 清河县, short: 我县, level: 县, province: 北原省, city: 云山市}
""",
    "requests.csv": """\
键,类,项,目,自然人,企业,科研,其他,总计
一,一、本年新收政府信息公开申请数量,,,12,3,0,1,
二,二、上年结转政府信息公开申请数量,,,1,0,0,0,
三.1,三、本年度办理结果,（一）予以公开,,6,1,0,1,
三.2,三、本年度办理结果,（二）部分公开,,2,1,0,0,
三.3.1,三、本年度办理结果,（三）不予公开,1.属于国家秘密,1,0,0,0,
三.3.2,三、本年度办理结果,（三）不予公开,2.其他法律法规禁止公开,3,1,0,0,
三.7,三、本年度办理结果,（七）总计,,12,3,0,1,
四,四、结转下年度继续办理,,,1,0,0,0,
""",
}


def kinds(folder: Path) -> Path:
    """A folder of report kinds that holds both."""
    _write(folder / SCORES, _SCORE_KIND)
    _write(folder / OPENNESS, _OPEN_KIND)
    return folder


def scores(folder: Path, **files: str) -> Path:
    """The package of a project; ``files`` replaces or adds files (``__`` for ``/``, ``_`` before the ending)."""
    return _package(folder, _SCORE_PACKAGE, files)


def openness(folder: Path, **files: str) -> Path:
    """The package of a year's openness."""
    return _package(folder, _OPEN_PACKAGE, files)


def content(kind: str, file: str) -> str:
    """What a file of a kind or of its package says."""
    of_kind, of_package = {
        SCORES: (_SCORE_KIND, _SCORE_PACKAGE),
        OPENNESS: (_OPEN_KIND, _OPEN_PACKAGE),
    }[kind]
    return of_package.get(file) or of_kind[file]


def _package(folder: Path, base: dict[str, str], files: dict[str, str]) -> Path:
    changed = {
        name.replace("__", "/")
        .replace("_csv", ".csv")
        .replace("_yaml", ".yaml")
        .replace("_md", ".md")
        .replace("_j2", ".j2"): text
        for name, text in files.items()
    }
    _write(folder, {**base, **changed})
    return folder


def _write(folder: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
