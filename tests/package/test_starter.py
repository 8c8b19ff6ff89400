"""A package that begins with nothing: complete, true to the kind, and of no other place."""

from __future__ import annotations

import csv
import re
import shutil
from pathlib import Path

import openpyxl
import pytest
import yaml
from click.testing import CliRunner
from support import invented, two_kinds
from support.packages import BROKEN, ROOT
from support.wordsofclerks import code_in

from generator.cli.main import main
from generator.jobs.check import check
from generator.jobs.compose import compose, gaps
from generator.jobs.new import Parties, new, start
from generator.jobs.text import text
from generator.jobs.workbook import workbook
from generator.model.errors import DataError, InputError
from generator.model.files import templates_root
from generator.model.kind import Kind
from generator.package.read.homes import home_at
from generator.package.read.kind import read_kind
from generator.report.trace import printed_sources, unplaced

KIND, PLAN = "东西部协作自评", "支援合作要点"
PARTIES = Parties("青禾县", "南湖区", city="青源市", province="北原省", partner_city="东港市")


@pytest.fixture
def empty(tmp_path: Path) -> Path:
    """The empty package of 青禾县."""
    start(tmp_path / "青禾-2023", KIND, 2023, PARTIES)
    return tmp_path / "青禾-2023"


def kind(name: str = KIND) -> Kind:
    return read_kind(home_at(templates_root()), name, 2023, "县")


def rows(path: Path) -> list[list[str]]:
    return list(csv.reader(path.read_text("utf-8-sig").splitlines()))


def settings(package: Path) -> dict[str, object]:
    content = yaml.safe_load((package / "report.yaml").read_text("utf-8"))
    assert isinstance(content, dict)
    return content


@pytest.mark.parametrize("name", [KIND, PLAN])
def test_every_file_that_the_kind_asks_for_is_there(tmp_path: Path, name: str) -> None:
    parties = Parties("青禾县", "南湖区") if name == KIND else Parties("青禾县")
    start(tmp_path / "新", name, 2023, parties)
    there = {path.relative_to(tmp_path / "新").as_posix() for path in tmp_path.glob("新/**/*.*")}
    asked = {"report.yaml", "figures.csv", "names.csv", "departments.csv", "README.md"}
    asked |= {spec.file for spec in kind(name).filled_records}
    asked |= {f"text/{text}.md" for text in kind(name).texts}
    asked |= {"indicators.csv"} if kind(name).catalogue else set()
    assert there == asked


def test_titles_addressee_and_organs_are_derived(empty: Path) -> None:
    given = settings(empty)
    organ = "中共青禾县委农村工作领导小组"
    assert (given["kind"], given["year"]) == (KIND, 2023)
    assert given["place"] == {
        "name": "青禾县",
        "short": "我县",
        "level": "县",
        "city": "青源市",
        "province": "北原省",
    }
    assert given["partner"] == {"name": "南湖区", "short": "南湖区", "city": "东港市"}
    assert given["organs"] == [organ]
    assert given["addressee"] == "中共青源市委农村工作领导小组"
    assert given["title"] == [organ, "关于报送《{{ report_title }}》的报告"]
    assert given["signature"] == {"organs": [organ], "date": None, "seal": True, "after": "letter"}
    assert given["imprint"] == {"issuer": f"{organ}办公室", "date": None}
    assert "previous" not in given and "origin" not in given


@pytest.mark.parametrize(
    ("place", "level"),
    [
        ("青禾县", "县"),
        ("青禾回族自治县", "县"),
        ("青源市", "市"),
        ("南湖区", "区"),
        ("白草旗", "旗"),
        ("青原自治州", "州"),
        ("青原地区", "地区"),
    ],
)
def test_the_level_of_a_place_is_that_of_its_name(tmp_path: Path, place: str, level: str) -> None:
    start(tmp_path / "新", KIND, 2023, Parties(place, "东港区"))
    there = settings(tmp_path / "新")["place"]
    assert isinstance(there, dict) and (there["level"], there["short"]) == (level, f"我{level}")


def test_an_organ_that_is_given_stands_everywhere(tmp_path: Path) -> None:
    organ = "中共青禾县委农村工作领导小组办公室"
    start(tmp_path / "新", KIND, 2023, Parties("青禾县", "南湖区", organ))
    given = settings(tmp_path / "新")
    assert given["organs"] == [organ]
    assert given["imprint"] == {"issuer": organ, "date": None}


def test_the_form_has_its_labels_and_no_value(empty: Path) -> None:
    head, *cells = rows(empty / "indicators.csv")
    forms = [form for form in kind().catalogue.values() if not form.is_heading]
    assert head[:3] == ["代码", "指标", "数值"]
    assert [row[:2] for row in cells] == [[form.code, form.label_of(2023)] for form in forms]
    assert {row[2] for row in cells if row[2]} == {"="}
    assert "{" not in "".join(row[1] for row in cells)


def test_a_row_of_the_form_says_its_unit_and_its_key(empty: Path) -> None:
    head, *cells = rows(empty / "indicators.csv")
    notes = {row[0]: row[head.index("说明")] for row in cells}
    assert notes["2.1.2.1"] == "单位：人，键：就业.赴东部"


def test_the_readme_says_what_may_stand_in_the_columns(empty: Path) -> None:
    told = (empty / "README.md").read_text("utf-8")
    assert "`villages.csv`：键*、名称、类型、特色、规划单位" in told
    assert "领域*（招商引资/社会帮扶）、企业*" in told


def test_the_way_for_a_clerk_in_the_readme_works(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Step 1 of README.zh-CN.md, as it stands there."""
    monkeypatch.chdir(tmp_path)
    told = (ROOT / "README.zh-CN.md").read_text("utf-8")
    command = re.search(r"nigao (new \S+ --kind .*)", told)
    assert command and "会宁" not in told[told.index("## 写自己的报告") : told.index("## 命令")]
    result = CliRunner().invoke(main, command[1].split())
    assert result.exit_code == 0
    assert "中共云山市委农村工作领导小组：" in text(tmp_path / "清河-2023").splitlines()


def test_record_files_hold_their_head_only(empty: Path) -> None:
    for spec in kind().filled_records:
        assert rows(empty / spec.file) == [[field.name for field in spec.fields]]


def test_figures_are_those_that_only_people_know(empty: Path) -> None:
    """Every key that the outline asks for is in the form, is computed, or is to be filled in."""
    head, *cells = rows(empty / "figures.csv")
    keys = [row[0] for row in cells]
    in_form = {form.key for form in kind().catalogue.values()}
    computed = {figure.key for figure in kind().derived.values() if figure.formula}
    assert head[:4] == ["键", "名称", "数值", "单位"] and {row[2] for row in cells} == {""}
    assert "招聘.公告" in keys and not {*keys} & (in_form | computed)


@pytest.mark.parametrize("name", [KIND, PLAN])
def test_the_kind_names_every_figure_that_its_outline_asks_for(name: str) -> None:
    the_kind = kind(name)
    known = {form.key for form in the_kind.catalogue.values()} | the_kind.derived.keys()
    asked = {
        key
        for file in Path(the_kind.path).glob("*.j2")
        for key in re.findall(r"\b(?:f|known|prev)\('([^']+)'\)", file.read_text("utf-8"))
    }
    assert asked and asked <= known


def test_guidance_never_prints_and_counts_as_not_written(empty: Path) -> None:
    told = text(empty)
    for name, label in kind().texts.items():
        guidance = (empty / "text" / f"{name}.md").read_text("utf-8")
        assert guidance.count("\n") == 1 and guidance.startswith("{# 提示：")
        assert f"【待补：{label}】" in told
    assert "提示" not in told and "{#" not in told


@pytest.mark.parametrize("home", sorted(templates_root().glob("*/kind.yaml")), ids=str)
def test_guidance_says_no_code(home: Path) -> None:
    """The screens show it as it stands."""
    guidance = yaml.safe_load(home.read_text("utf-8")).get("guidance", {})
    assert [
        said for said in guidance.values() if "appendices" in said or [*code_in(said, ())]
    ] == []


def test_guidance_that_was_left_above_a_text_does_not_print(empty: Path) -> None:
    lead = empty / "text" / "lead.md"
    lead.write_text(lead.read_text("utf-8") + "\n全县协作工作有序推进。\n", encoding="utf-8")
    assert "全县协作工作有序推进。" in text(empty).splitlines()
    assert "【待补：导语】" not in text(empty) and "提示" not in text(empty)


def test_what_nobody_said_is_a_gap(tmp_path: Path) -> None:
    start(tmp_path / "新", KIND, 2023, Parties("青禾县", "南湖区"))
    told = text(tmp_path / "新")
    assert "中共【待补：所在市】委农村工作领导小组：" in told.splitlines()
    named = {line.partition("  ")[0] for line in gaps(compose(tmp_path / "新"))}
    assert {
        "【待补：发文字号】",
        "【待补：成文日期】",
        "【待补：印发日期】",
        "【待补：所在市】",
    } <= named


def test_the_empty_package_drafts_and_says_nothing_that_is_not_given(empty: Path) -> None:
    told = text(empty)
    assert BROKEN.findall(told) == []
    body = told.split("附件3")[0]
    assert "现将《青禾县2023年东西部协作工作自评报告》随文上报，请审阅。" in body
    for claim in ("较上年", "持平", "0人", "0万元", "已完成", "规划", "成效"):
        assert claim not in body


def test_nothing_of_the_empty_package_counts_as_filled(empty: Path) -> None:
    draft = compose(empty)
    assert unplaced(draft.dataset, draft.kind, printed_sources(draft.document)) == []


@pytest.mark.slow
def test_the_empty_package_goes_into_a_workbook_and_back(empty: Path, tmp_path: Path) -> None:
    workbook(empty, tmp_path / "book.xlsx")
    workbook(tmp_path / "book.xlsx", tmp_path / "back")
    for file in empty.rglob("*.*"):
        if ".nigao" not in file.parts:
            assert (tmp_path / "back" / file.relative_to(empty)).read_bytes() == file.read_bytes()
    assert text(tmp_path / "book.xlsx") == text(empty)


@pytest.mark.slow
def test_next_year_of_the_empty_package(empty: Path, tmp_path: Path) -> None:
    new(tmp_path / "青禾-2024", empty, 2024)
    given = settings(tmp_path / "青禾-2024")
    assert (given["year"], given["previous"]) == (2024, "../青禾-2023")
    assert given["origin"] == {"package": "../青禾-2023", "place": "青禾县", "year": 2023}
    assert "青禾县2024年东西部协作工作自评报告" in text(tmp_path / "青禾-2024")


def test_a_later_year_is_compared_with_nothing(empty: Path, tmp_path: Path) -> None:
    package = new(tmp_path / "青禾-2025", empty, 2025)
    given = settings(tmp_path / "青禾-2025")
    assert "previous" not in given
    assert given["origin"] == {"package": "../青禾-2023", "place": "青禾县", "year": 2023}
    assert "没有2024年的数据包，不写增长情况" in package.todo


@pytest.mark.slow
@pytest.mark.parametrize("name", ["zhouqu-2022", "jingyuan-2021"])
@pytest.mark.parametrize("as_workbook", [False, pytest.param(True, marks=pytest.mark.slow)])
def test_of_another_place_only_structure_comes_along(
    tmp_path: Path, name: str, as_workbook: bool
) -> None:
    """Whatever the package of the other place holds, the new one is the kind's empty one; it looks
    like the other, and says where it came from."""
    source = tmp_path / name
    shutil.copytree(ROOT / "data" / name, source)
    if as_workbook:
        workbook(source, tmp_path / "book.xlsx")
        source = tmp_path / "book.xlsx"
    new(tmp_path / "新", source, 2023, parties=PARTIES)
    start(tmp_path / "空", KIND, 2023, PARTIES)
    for file in (tmp_path / "空").rglob("*.*"):
        other = tmp_path / "新" / file.relative_to(tmp_path / "空")
        if file.name != "report.yaml":
            assert other.read_bytes() == file.read_bytes()
    there = {path.name for path in (tmp_path / "新").rglob("*")}
    assert there == {path.name for path in (tmp_path / "空").rglob("*")}
    given, bare = settings(tmp_path / "新"), settings(tmp_path / "空")
    old = yaml.safe_load((ROOT / "data" / name / "report.yaml").read_text("utf-8"))
    origin = {"package": f"../{source.name}", "place": old["place"]["name"], "year": old["year"]}
    assert given.pop("origin") == origin
    look = ("form", "letter", "headings", "annexes")
    assert {item: given.get(item) for item in look} == {
        item: old.get(item, bare.get(item)) for item in look
    }
    assert {item: value for item, value in given.items() if item not in look} == {
        item: value for item, value in bare.items() if item not in look
    }
    assert text(tmp_path / "新")


WRONG: list[tuple[str, str, str]] = [
    (f"--kind {KIND}", "要写明地方", "--place"),
    (f"--kind {KIND} --place 青禾县", "要写明结对方", "--partner"),
    (f"--kind {KIND} --place 青禾 --partner 南湖区", "“青禾”，看不出是县、市还是区", "青禾县"),
    (f"--kind {KIND} --place 南湖区 --partner 南湖区", "都写的是“南湖区”", "改正一个"),
    (f"--kind {KIND} --place 县 --partner 南湖区", "“县”，看不出", "青禾县"),
    (f"--kind {PLAN} --place 青禾县 --partner 南湖区", f"“{PLAN}”没有结对方", "去掉 --partner"),
    (f"--kind {PLAN} --place 青禾县 --partner-city 东港市", "没有结对方", "去掉 --partner-city"),
    (f"--kind {PLAN} --place {{青禾}}县", "不能用的字符", "全称"),
    (f"--kind {PLAN} --place 青禾县 --organ 12", "不能用的字符", "--organ"),
    ("--kind 没有这种 --place 青禾县", "没有“没有这种”这种报告", f"{KIND}、{PLAN}"),
    ("--place 青禾县", "--kind 和 --from 要写一个", "new --help"),
    (f"--kind {PLAN} --from {{t}}/旧", "--kind 和 --from 要写一个", "new --help"),
    ("--from {t}/旧 --partner 南湖区", "同一个地方的下一年", "report.yaml"),
    ("--from {t}/旧 --place 青禾县", "要写明结对方", "--partner"),
]


@pytest.mark.parametrize(("options", "message", "todo"), WRONG, ids=[case[0] for case in WRONG])
def test_a_wrong_call_is_one_line_and_writes_nothing(
    tmp_path: Path, options: str, message: str, todo: str
) -> None:
    invented.package(tmp_path / "旧", indicators_csv=None)
    given = options.replace("{t}", str(tmp_path)).split()
    result = CliRunner().invoke(main, ["new", str(tmp_path / "新"), "--year", "2024", *given])
    lines = [line for line in result.stderr.splitlines() if message in line]
    assert (result.exit_code, len(lines)) == (2, 1) and todo in lines[0]
    assert not (tmp_path / "新").exists()


@pytest.mark.parametrize("year", [0, 202, 20233, -2023])
def test_a_year_that_is_none_is_refused(tmp_path: Path, year: int) -> None:
    with pytest.raises(InputError, match=f"写的是“{year}”，年份应在 1990 至 2100 之间"):
        start(tmp_path / "新", KIND, year, PARTIES)
    assert not (tmp_path / "新").exists()


def own_kind(folder: Path, **files: str) -> Path:
    """A kind of an office, in the folder of kinds ``folder``: files by name without ``_yaml``."""
    place = folder / "年度总结"
    place.mkdir(parents=True)
    given = {
        "kind.yaml": "name: 年度总结\nreport_title: '{{ year }}工作总结'\ntitle: 关于工作总结的报告\n"
        "headings: {1: {format: 一、}}\ntexts: {all: 全文}\nparties: [单位]\n",
        "records.yaml": "notes:\n  名称: 事项\n  字段: {键: 键}\n",
        "figures.csv": "键,名称,单位,公式,小数位\n",
        "report.md.j2": "{{ text('all') }}\n",
        "letter.md.j2": "现将总结报上。\n",
        **{name.replace("_yaml", ".yaml"): content for name, content in files.items()},
    }
    for name, content in given.items():
        (place / name).write_text(content, encoding="utf-8")
    return folder


STARTER = "kind: {报告种类}\nyear: {年度}\norgans: [{发文机关}]\nsuffix: 文件\n"


def test_a_kind_of_an_office_asks_for_the_office_only(tmp_path: Path) -> None:
    kinds = own_kind(tmp_path / "kinds", starter_yaml=STARTER)
    with pytest.raises(InputError, match=r"“年度总结”要写明单位。请加上 --organ"):
        start(tmp_path / "新", "年度总结", 2023, Parties(), templates=kinds)
    with pytest.raises(InputError, match="“年度总结”没有地方。请去掉 --place"):
        start(tmp_path / "新", "年度总结", 2023, PARTIES, templates=kinds)
    parties = Parties(organ="青禾县农业农村局")
    start(tmp_path / "新", "年度总结", 2023, parties, templates=kinds)
    assert settings(tmp_path / "新") == {
        "kind": "年度总结",
        "year": 2023,
        "organs": ["青禾县农业农村局"],
        "suffix": "文件",
    }
    told = text(tmp_path / "新", templates=kinds)
    assert "2023年工作总结" in told and "【待补：全文】" in told


def test_a_slot_that_nobody_knows_is_named(tmp_path: Path) -> None:
    kinds = own_kind(tmp_path / "kinds", starter_yaml=STARTER + "addressee: {上级}\n")
    with pytest.raises(DataError, match=r"starter\.yaml 第5行：不认识“\{上级\}”"):
        start(tmp_path / "新", "年度总结", 2023, Parties(organ="某局"), templates=kinds)


@pytest.mark.parametrize(
    ("missing", "item"),
    [("place: {level: 县}", "place.name"), ("partner: {city: 东港市}", "partner.name")],
)
def test_a_package_says_whom_its_kind_speaks_of(tmp_path: Path, missing: str, item: str) -> None:
    name = missing.partition(":")[0]
    report = "".join(
        f"{missing}\n" if line.startswith(f"{name}:") else line
        for line in invented.REPORT.splitlines(keepends=True)
    )
    with pytest.raises(DataError, match=f"report.yaml“{item}”：缺少这一项"):
        check(invented.package(tmp_path, report_yaml=report, indicators_csv=None))


@pytest.mark.slow
def test_notes_of_the_form_survive_a_workbook_in_which_a_value_was_filled(
    empty: Path, tmp_path: Path
) -> None:
    workbook(empty, tmp_path / "book.xlsx")
    book = openpyxl.load_workbook(tmp_path / "book.xlsx")
    sheet = book["年度统计表"]
    codes = {sheet.cell(row, 1).value: row for row in range(1, sheet.max_row + 1)}
    sheet.cell(codes["1.1.1"], 4).value = 3
    book.save(tmp_path / "book.xlsx")
    workbook(tmp_path / "book.xlsx", tmp_path / "back")
    before, after = rows(empty / "indicators.csv"), rows(tmp_path / "back" / "indicators.csv")
    before[1][2] = "3"
    assert after == before


@pytest.mark.slow
def test_next_year_of_a_workbook_is_that_of_its_folder(empty: Path, tmp_path: Path) -> None:
    workbook(empty, tmp_path / "青禾.xlsx")
    new(tmp_path / "一", tmp_path / "青禾.xlsx", 2024)
    new(tmp_path / "二", empty, 2024)
    for file in (tmp_path / "二").rglob("*.csv"):
        assert (tmp_path / "一" / file.name).read_bytes() == file.read_bytes()
    given = settings(tmp_path / "一")
    assert given["previous"] == "../青禾.xlsx"
    assert given["origin"] == {"package": "../青禾.xlsx", "place": "青禾县", "year": 2023}
    assert text(tmp_path / "一") == text(tmp_path / "二")


@pytest.mark.slow
def test_guidance_is_no_sentence_of_last_year(empty: Path, tmp_path: Path) -> None:
    new(tmp_path / "青禾-2024", empty, 2024)
    rules = {finding.rule for finding in check(tmp_path / "青禾-2024").findings}
    assert "照抄来源" not in rules


def test_rows_that_the_form_fixes_are_there_with_nothing_filled_in(tmp_path: Path) -> None:
    kinds = two_kinds.kinds(tmp_path / "kinds")
    folder = kinds / two_kinds.OPENNESS / "rows"
    folder.mkdir()
    (folder / "requests.csv").write_text(
        "键,类,项\n一,一、新收,\n三.1,三、办理结果,（一）予以公开\n", encoding="utf-8"
    )
    start(
        tmp_path / "清河",
        two_kinds.OPENNESS,
        2023,
        Parties("清河县", organ="清河县水务局"),
        templates=kinds,
    )
    assert rows(tmp_path / "清河" / "requests.csv") == [
        ["键", "类", "项", "目", "自然人", "企业", "科研", "其他", "总计"],
        ["一", "一、新收", *[""] * 7],
        ["三.1", "三、办理结果", "（一）予以公开", *[""] * 6],
    ]
    told = (tmp_path / "清河" / "README.md").read_text("utf-8")
    assert "requests.csv：行由表式规定，已经列好，只填数" in told and "其余的 .csv" not in told
