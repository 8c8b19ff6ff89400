"""Tables of which there is one for each record: whose rows stand where, what the author is told."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from support import two_kinds

from generator.figures.plaintext import plain_text
from generator.figures.sides import sides_of
from generator.jobs.check import check as check_package
from generator.jobs.compose import compose
from generator.model.errors import NigaoError
from generator.model.record_sheets import said_of

RECORDS = """\
project:
  名称: 项目
  字段: {键: 键, 名: 文字*, 总分: 数 分}
marks:
  名称: 指标
  字段: {键: 键, 属于: 文字*, 名: 文字*, 分值: 数 分, 得分: 数 分}
"""
KIND = {
    "records.yaml": RECORDS,
    "figures.csv": "键,名称,单位,公式,小数位\n",
    "report.md.j2": "{% block 甲 %}\n共{{ 计数(项目)|unit('个') }}。\n{% endblock %}\n",
    "tables/张.yaml": "each: 项目\nnotes: [\"{{ 项目['本条'].名 }}的注\"]\nblocks: [头, 身]\n",
    "tables/头.yaml": (
        "rows:\n  - [{text: \"{{ 项目['本条'].名 }}\"}, {figure: '项目[本条].总分'}, {text: '', span: 2}]\n"
    ),
    "tables/身.yaml": (
        "records: 指标\nrows_of: 属于\ncolumns:\n  - {heading: 名, field: 名, span: 2}\n"
        "  - {heading: 分值, field: 分值}\n  - {heading: 得分, field: 得分}\n"
        "summaries: {得分: 合计}\ntotal: 合计\n"
        "checks:\n  - {each_column: '{本条.全} = {本条.甲} + {本条.乙}', columns: [分值], note: 分项是全部}\n"
    ),
    "tables/单.yaml": (
        "records: 项目\ncolumns:\n  - {heading: 名, field: 名}\n"
        "  - {heading: 总分, field: 总分, formula: '合计(指标.得分, 属于=键)'}\n"
        "  - {heading: 等, formula: \"'好' if 总分 >= 10 else '差'\"}\n"
    ),
}
PACKAGE = {
    "report.yaml": two_kinds.content(two_kinds.SCORES, "report.yaml").split("appendices:")[0]
    + "appendices:\n- {name: \"{{ 项目['本条'].名 }}的表\", table: 张}\n- {name: 单子, table: 单}\n",
    "project.csv": "键,名\na,河道\nb'[c],水渠\n",
    "marks.csv": (
        "键,属于,名,分值,得分\na.全,a,全部,9,4\na.甲,a,长,5,3\na.乙,a,宽,4,2\n"
        "b'[c].全,b'[c],全部,8,8\nb'[c].甲,b'[c],深,8,7\nb'[c].乙,b'[c],浅,0,0\n"
    ),
}


@pytest.fixture
def work(tmp_path: Path) -> tuple[Path, Path]:
    """A package, and the folder of its kind."""
    kinds = two_kinds.kinds(tmp_path / "kinds")
    folder = kinds / two_kinds.SCORES
    for old in folder.glob("tables/*"):
        old.unlink()
    for files, at in ((KIND, folder), (PACKAGE, tmp_path / "包")):
        for name, text in files.items():
            (at / name).parent.mkdir(parents=True, exist_ok=True)
            (at / name).write_text(text, encoding="utf-8")
    return tmp_path / "包", kinds


def test_each_record_has_its_table(work: tuple[Path, Path]) -> None:
    """The rows, totals and figures of a sheet are those of its record; a key may hold a quote."""
    package, kinds = work
    printed = plain_text(compose(package, templates=kinds).document).splitlines()
    first, second, last = (printed.index(label) for label in ("附件1", "附件2", "附件3"))
    assert printed[first:second] == [
        "附件1", "河道的表", "河道\t9\t", "名\t分值\t得分",
        "全部\t9\t4", "长\t5\t3", "宽\t4\t2", "合计\t9", "注：河道的注",
    ]  # fmt: skip
    assert printed[second:last] == [
        "附件2", "水渠的表", "水渠\t15\t", "名\t分值\t得分",
        "全部\t8\t8", "深\t8\t7", "浅\t0\t0", "合计\t15", "注：水渠的注",
    ]  # fmt: skip
    assert printed[last + 1 :] == ["单子", "名\t总分\t等", "河道\t9\t差", "水渠\t15\t好"]


def test_its_checks_are_about_each_record(work: tuple[Path, Path]) -> None:
    package, kinds = work
    assert check_package(package, templates=kinds).findings == ()
    data = package / "marks.csv"
    text = data.read_text(encoding="utf-8")
    data.write_text(text.replace("宽,4", "宽,3").replace("浅,0", "浅,2"), encoding="utf-8")
    told = [found.message for found in check_package(package, templates=kinds).findings]
    assert told == [
        "指标的分值列：a.全是9分，应等于8分，相差1分。分项是全部。",
        "指标的分值列：b'[c].全是8分，应等于10分，相差2分。分项是全部。",
    ]


@pytest.mark.parametrize(
    ("rows", "checks", "value"),
    [
        ("a.全,a,全部,,4\na.甲,a,长,5,3\na.乙,a,宽,4,2\n", ", fills: true", Decimal(9)),
        ("a.全,a,全部,8,4\na.甲,a,长,5,3\na.乙,a,宽,4,2\n", ", fills: true", Decimal(8)),
        ("a.全,a,全部,,4\na.甲,a,长,5,3\na.乙,a,宽,,2\n", ", fills: true", None),
        ("a.全,a,全部,,4\na.甲,a,长,5,3\na.乙,a,宽,4,2\n", "", None),
        ("a.全,a,全部,,4\na.甲,a,长,5,3\n", ", fills: true", None),
        (  # each is the total of the other
            "a.全,a,全部,,4\na.甲,a,长,,3\na.乙,a,宽,4,2\n",
            ", fills: true}\n  - {each_column: '{本条.甲} = {本条.全} - {本条.乙}', columns: [分值], fills: true",
            None,
        ),
    ],
)
def test_a_check_that_fills_gives_a_blank_total(
    work: tuple[Path, Path], rows: str, checks: str, value: Decimal | None
) -> None:
    package, kinds = work
    (package / "project.csv").write_text("键,名\na,河道\n", encoding="utf-8")
    (package / "marks.csv").write_text(f"键,属于,名,分值,得分\n{rows}", encoding="utf-8")
    path = kinds / two_kinds.SCORES / "tables" / "身.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace(", note: 分项是全部", checks), encoding="utf-8")
    book = compose(package, templates=kinds).book
    assert book.records["指标"]["a.全"].figure("分值").value == value
    assert book.records["指标"]["a.全"].figure("得分").value == Decimal(4)


FAULTS = [
    ("tables/身.yaml", "全} = {本条.甲} + {本条.乙}', ", "全} <= {本条.甲}', fills: true, ", "的左边却不是单独的一行"),
    ("tables/身.yaml", "{each_column: '{本条.全} = {本条.甲} + {本条.乙}', columns: [分值]", "{each_row: '得分 = 分值', fills: true", "的左边却不是单独的一行"),
    ("tables/张.yaml", "each: 项目", "each: 项木", "each 写的“项木”没有这种记录，相近的是“项目”"),
    ("tables/身.yaml", "rows_of: 属于", "rows_of: 属於", "rows_of 写的“属於”没有这一列，相近的是“属于”"),
    ("tables/头.yaml", "[本条].总分", "[本条].总份", "没有“项目[a].总份”这一格"),
    ("report.md.j2", "个') }}。", "个') }}{{ table('张') }}。", "“张”是一条记录一张的表，不能放在正文里"),
    ("tables/张.yaml", "].名", "].各", "tables/张.yaml"),
]  # fmt: skip


@pytest.mark.parametrize(("file", "old", "new", "told"), FAULTS)
def test_faults_are_told(work: tuple[Path, Path], file: str, old: str, new: str, told: str) -> None:
    package, kinds = work
    path = kinds / two_kinds.SCORES / file
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), encoding="utf-8")
    with pytest.raises(NigaoError) as error:
        compose(package, templates=kinds)
    assert told in str(error.value)


@pytest.mark.parametrize(
    ("template", "key", "said"),
    [
        ("{{ 项目['本条'].名 }}", "甲", "{{ 项目['甲'].名 }}"),
        ('{{ 项目["本条"].名 }}', "甲", "{{ 项目['甲'].名 }}"),
        ("本条的名称", "甲", "本条的名称"),
        ("{{ 项目['本条'].名 }}", "a'] + b\\", r"{{ 项目['a\'] + b\\'].名 }}"),
        ("{{ 项目['本条'].名 }}", "", "{{ 项目['本条'].名 }}"),
    ],
)
def test_a_template_about_a_record(template: str, key: str, said: str) -> None:
    assert said_of(template, key) == said


@pytest.mark.parametrize(
    ("formula", "sides"),
    [
        ("得分 <= 分值", ("得分", "≤", "分值")),
        ("{a=b} = {c}", ("{a=b}", "=", "{c}")),
        ("合计(甲.乙, 丙='丁') = 100", ("合计(甲.乙, 丙='丁')", "=", "100")),
        ("得分 >= (1 if 评 == '好' else 2)", ("得分", "≥", "(1 if 评 == '好' else 2)")),
        ("得分", None),
        ("甲 = 乙 = 丙", None),
        ("甲 < 乙", None),
        ("甲 =", None),
        ("{甲 = 乙", None),
    ],
)
def test_the_sides_of_a_check(formula: str, sides: tuple[str, str, str] | None) -> None:
    found = sides_of(formula)
    assert (found and (found.left, found.sign, found.right)) == sides
