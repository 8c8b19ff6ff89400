"""The files of a report kind: a slip in one of them is told in a line, and all lines at once."""

from __future__ import annotations

from pathlib import Path

import pytest
from support import invented

from generator.model.errors import NigaoError
from generator.model.kind import FieldSpec, FieldType, FormRelation
from generator.package.read.homes import home_at
from generator.package.read.kind import read_kind

KIND = invented.KIND

LEFT_BEHIND = [
    *("~$kind.yaml", "._kind.yaml", ".~macros.md.j2", "._macros.md.j2", "Thumbs.db"),
    *("tables/._年度统计表.yaml", "tables/desktop.ini", "catalogue/~$2023.csv", "rows/._a.csv"),
]


@pytest.mark.parametrize("name", LEFT_BEHIND)
def test_what_programs_leave_in_a_kind_is_passed_over(tmp_path: Path, name: str) -> None:
    kinds = invented.templates(tmp_path)
    (kinds / KIND / name).parent.mkdir(exist_ok=True)
    (kinds / KIND / name).write_bytes(b"\x00\x05\x16\x07")
    assert read_kind(home_at(kinds), KIND, 2023).name == KIND


# name, file, what stands there, what is written instead, what the line says
SLIPS = [
    (
        "item missing",
        "kind.yaml",
        "report_title:",
        "title_of_report:",
        f"{KIND}/kind.yaml 第1行“report_title”：缺少这一项",
    ),
    (
        "item unknown",
        "kind.yaml",
        "texts:",
        "prose:",
        f"{KIND}/kind.yaml 第18行“prose”：没有这一项",
    ),
    (
        "heading style unknown",
        "kind.yaml",
        "run_in: true",
        "runin: true",
        f"{KIND}/kind.yaml 第9行“headings.3.runin”：没有这一项，相近的是“run_in”",
    ),
    (
        "block that heads nothing",
        "kind.yaml",
        "block: 题_就业,",
        "block: 题_就业务,",
        f"{KIND}/kind.yaml 第42行“outline.4.block”：提纲里没有标题“题_就业务”，相近的是“题_就业”",
    ),
    (
        "block twice",
        "kind.yaml",
        "block: 题_成果,",
        "block: 题_结对,",
        f"{KIND}/kind.yaml 第41行“outline.3.block”：“题_结对”写了两次",
    ),
    (
        "main figure unknown",
        "kind.yaml",
        "main: [结对.合计]",
        "main: [结对.总计]",
        f"{KIND}/kind.yaml 第40行“outline.2.main.0”：没有键“结对.总计”，相近的是“结对.合计”",
    ),
    (
        "share no share",
        "kind.yaml",
        "block: 题_成果, share: 3",
        "block: 题_成果, share: -3",
        f"{KIND}/kind.yaml 第41行“outline.3.share”：写的是“-3”，份额是占全文的百分数",
    ),
    (
        "share not whole",
        "kind.yaml",
        "block: 题_成果, share: 3",
        "block: 题_成果, share: 3.5",
        f"{KIND}/kind.yaml 第41行“outline.3.share”：写的是“3.5”，应当是整数",
    ),
    (
        "shares above the whole",
        "kind.yaml",
        "block: 题_成果, share: 3",
        "block: 题_成果, share: 7",
        f"{KIND}/kind.yaml 第37行“outline”：各部分的份额加起来是 101，超过 100",
    ),
    (
        "figure of a shortfall unknown",
        "kind.yaml",
        "key: 项目.启动数",
        "key: 项目.开工数",
        f"{KIND}/kind.yaml 第62行“shortfalls.0.key”：没有键“项目.开工数”，相近的是“项目.开工率”",
    ),
    (
        "item of the outline unknown",
        "kind.yaml",
        "block: 题_成果, share: 3",
        "block: 题_成果, part: 3",
        f"{KIND}/kind.yaml 第41行“outline.3.part”：没有这一项",
    ),
    (
        "record file without a name",
        "records.yaml",
        "名称: 会议",
        "名字: 会议",
        f"{KIND}/records.yaml 第6行“meetings.名字”：没有这一项，相近的是“名称”",
    ),
    (
        "rolled up in no known way",
        "figures.csv",
        "次,合计(会议.次数键),,重算",
        "次,合计(会议.次数键),,平均",
        f"{KIND}/figures.csv 第2行“汇总”列：汇总“平均”不认识",
    ),
    (
        "computed above without a formula",
        "figures.csv",
        "招聘.公告,发布招聘公告,次,,,合计",
        "招聘.公告,发布招聘公告,次,,,重算",
        f"{KIND}/figures.csv 第12行“汇总”列：写了“重算”，却没有公式",
    ),
    (
        "words added up",
        "figures.csv",
        "示范村.确定年,确定示范村的年份,日期,,,不汇总",
        "示范村.确定年,确定示范村的年份,日期,,,合计",
        "写了“合计”，但这一行不是数",
    ),
    (
        "records rolled up as no records are",
        "records.yaml",
        "  名称: 会议\n  汇总: 不汇总",
        "  名称: 会议\n  汇总: 重算",
        f"{KIND}/records.yaml 第7行“meetings.汇总”：记录不能“重算”",
    ),
    (
        "values of counties without a column",
        "records.yaml",
        "    位次: 数\n",
        "",
        f"{KIND}/records.yaml 第264行“county_values.汇总”：缺少位次列",
    ),
    (
        "type unknown",
        "records.yaml",
        "次数键: 指标键*",
        "次数键: 指针*",
        "字段“次数键”的类型“指针”不认识",
    ),
    (
        "form's type unknown",
        "catalogue/2023.csv",
        "人,数,就业.合计",
        "人,数字,就业.合计",
        f"{KIND}/catalogue/2023.csv 第3行“类型”列：类型“数字”不认识",
    ),
    (
        "form's relation unknown",
        "catalogue/2023.csv",
        "1.1,合计,,",
        "1.1,总计,,",
        f"{KIND}/catalogue/2023.csv 第4行“关系”列：关系“总计”不认识",
    ),
    (
        "level unknown",
        "identities.csv",
        ",错误,",
        ",严重,",
        "“严重”不认识。只能是错误、提醒、供参考",
    ),
]


@pytest.mark.parametrize(
    ("file", "right", "wrong", "line"), [slip[1:] for slip in SLIPS], ids=[s[0] for s in SLIPS]
)
def test_a_slip_is_told_in_a_line(
    tmp_path: Path, file: str, right: str, wrong: str, line: str
) -> None:
    path = invented.templates(tmp_path) / KIND / file
    text = path.read_text(encoding="utf-8")
    assert right in text
    path.write_text(text.replace(right, wrong), encoding="utf-8")
    with pytest.raises(NigaoError) as caught:
        read_kind(home_at(tmp_path), KIND, 2023)
    lines = [str(problem) for problem in caught.value.problems]
    assert any(line in there for there in lines), lines


def test_the_slips_of_several_files_are_told_at_once(tmp_path: Path) -> None:
    folder = invented.templates(tmp_path) / KIND
    for file, right, wrong in (
        ("catalogue/2023.csv", "人,数,就业.合计", "人,数字,就业.合计"),
        ("identities.csv", ",错误,", ",严重,"),
    ):
        path = folder / file
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace(right, wrong), encoding="utf-8")
    with pytest.raises(NigaoError) as caught:
        read_kind(home_at(tmp_path), KIND, 2023)
    files = {problem.file for problem in caught.value.problems}
    assert files == {f"{KIND}/catalogue/2023.csv", f"{KIND}/identities.csv"}


def test_what_the_catalogue_and_the_schema_say(tmp_path: Path) -> None:
    kind = read_kind(home_at(invented.templates(tmp_path)), KIND, 2023)
    heading, whole, part = (kind.catalogue[code] for code in ("1", "1.1", "1.1.1"))
    assert (heading.is_heading, heading.type) == (True, None)
    assert (whole.is_heading, whole.type) == (False, FieldType.NUMBER)
    assert (whole.relation, part.relation) == (FormRelation.NONE, FormRelation.TOTAL)
    meetings = next(spec for spec in kind.records if spec.file == "meetings.csv")
    assert meetings.key_field == FieldSpec("键", FieldType.KEY, required=True)
    assert meetings.fields[-1] == FieldSpec("次数键", FieldType.FIGURE_KEY, required=True)
