"""Texts as words and chips: what a clerk sees and writes, and what stands in the file then."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support import desks, invented
from support.packages import ROOT

from generator.jobs.desk import (
    EditRefusedError,
    TextItem,
    TextPiece,
    findings,
    state,
    texts,
    undo,
    undo_text,
    write_text,
)
from generator.jobs.desk.figure_choices import figures_to_insert
from generator.jobs.desk.pieces import pieces_of, source_of
from generator.model.errors import DataError, InputError, StaleError

MEASURES = "键,节,类型,文字,依据\n招聘,就业,做法,组织培训班{培训.期数},\n"


def item(package: Path, name: str) -> TextItem:
    return next(found for found in texts(package) if found.item == name)


def shown(pieces: Sequence[TextPiece]) -> list[str]:
    """What a screen shows of pieces: words, chips as ［名称 值］."""
    return [f"［{piece.name} {piece.value}］" if piece.key else piece.text for piece in pieces]


def test_the_texts_of_the_kind_are_there_written_or_not(tmp_path: Path) -> None:
    found = {text.item: text for text in texts(desks.package(tmp_path))}
    assert (found["lead"].title, found["lead"].written) == ("导语", True)
    assert (found["problems"].title, found["problems"].written) == ("当前存在问题", False)
    assert found["problems"].stamp == "" and found["problems"].guidance


def test_what_the_program_writes_is_said_in_words_where_it_is_known() -> None:
    source = (
        "{{ year }}{{ next_year }}{{ d.受益村 }}{{ 合计(资金.金额)|unit('万元')|cn }}"
        "{{ 政策文件['方案'].标题|title }}{% endif %}{{ m.said(d) }}"
    )
    pieces = list(pieces_of(source, None, 2023))
    assert [(piece.name, piece.value) for piece in pieces] == [
        ("年份", "2023"),
        ("年份", "2024"),
        ("受益村", ""),
        ("资金金额合计", ""),
        ("政策文件“方案”的标题", ""),
        ("", ""),
        ("", ""),
    ]
    assert source_of(pieces) == source


def test_a_figure_is_a_chip(tmp_path: Path) -> None:
    lead = item(desks.package(tmp_path), "lead")
    assert shown(lead.pieces) == ["清河县举办培训班", "［培训班 3期］", "。"]


@pytest.mark.parametrize(
    ("source", "sorts"),
    [
        ("甲{就业.合计}乙", ["words", "figure", "words"]),
        ("{{ f('就业.合计') }}", ["figure"]),
        ('{{f("就业.合计")}}', ["figure"]),
        ("{{ f('日期')|ym }}", ["figure"]),
        ("{{ f('企业.数')|unit('家')|cn }}", ["figure"]),
        ("{{ f('日期') + 1 }}", ["code"]),
        ("{% if 1 %}甲{% endif %}", ["code", "words", "code"]),
        ("{# 写一段 #}", ["note"]),
        ("", []),
    ],
)
def test_the_sorts_of_pieces(source: str, sorts: list[str]) -> None:
    pieces = list(pieces_of(source, None))
    assert [piece.sort for piece in pieces] == sorts
    assert source_of(pieces) == source


@given(st.text(alphabet="甲{}%#'f() .|\n就业"))
def test_no_text_is_lost_in_pieces(source: str) -> None:
    assert source_of(pieces_of(source, None)) == source


def test_what_prints_around_a_text(tmp_path: Path) -> None:
    """A part of which nothing is known (问题整改) has no number."""
    package = desks.package(tmp_path, text__problems_md="企业不多。\n")
    problems = item(package, "problems")
    assert (problems.section, problems.before) == ("三、当前存在问题", "三、当前存在问题")
    assert problems.after == "四、下一步工作打算"


APPENDED = invented.REPORT.replace(
    "appendices:\n", "appendices:\n- {name: 案例, parts: [{text: case_1}]}\n"
)


@pytest.mark.parametrize(
    ("name", "files", "heading"),
    [
        ("problems", {}, "##"),  # not there yet
        ("problems", {"text__problems_md": "## 短板\n\n企业不多。\n"}, "##"),
        ("problems", {"funds_csv": desks.FUNDS.replace(",5,", ",五块,")}, "##"),  # no report
        ("case_1", {"report_yaml": APPENDED, "text__case_1_md": "# 做法\n\n好。\n"}, "#"),
        ("case_1", {"report_yaml": APPENDED, "funds_csv": "键\n"}, "#"),
        ("lead", {}, ""),  # above all headings
        ("measures.csv#2", {"measures_csv": MEASURES}, ""),
    ],
)
def test_the_mark_of_a_heading_is_that_of_the_level_below(
    tmp_path: Path, name: str, files: dict[str, str], heading: str
) -> None:
    assert item(desks.package(tmp_path, **files), name).heading == heading


@pytest.mark.parametrize(
    ("package", "name", "heading"),
    [
        ("chengyuan-2023-performance", "decision", "###"),
        ("mentougou-2021", "study", "####"),  # below a heading that runs into the text
        ("mentougou-2021", "overview", ""),
    ],
)
def test_headings_are_as_deep_as_the_outline_has_it(package: str, name: str, heading: str) -> None:
    assert item(ROOT / "data" / package, name).heading == heading


def test_a_heading_of_the_outline_in_a_text_is_counted_and_leads_to_the_text(
    tmp_path: Path,
) -> None:
    package = desks.package(tmp_path)
    before = state(package).warnings
    write_text(package, "problems", "", [TextPiece("words", "# 短板\n\n企业不多。")])
    assert state(package).warnings == before + 1
    [found] = [found for found in findings(package) if found.rule == "提纲标题"]
    assert (found.severity, found.text) == ("提醒", "problems")


def test_a_text_is_written_with_a_chip(tmp_path: Path) -> None:
    package = desks.package(tmp_path)
    [choice] = figures_to_insert(package, "培训 3")
    problems = item(package, "problems")
    said = [TextPiece("words", "培训班只有"), choice.piece, TextPiece("words", "。")]
    taken = write_text(package, "problems", problems.stamp, said)
    file = package / "text" / "problems.md"
    assert file.read_text(encoding="utf-8") == "培训班只有{培训.期数}。\n"
    assert shown(item(package, "problems").pieces) == ["培训班只有", "［培训班 3期］", "。"]
    undo_text(package, taken)
    assert not file.exists()


@pytest.mark.slow
@pytest.mark.parametrize(
    "before",
    ["清河县。\r\n又一段。\r\n".encode("gb18030"), b"\xef\xbb\xbf" + "清河县。".encode()],
    ids=["GBK and CRLF", "BOM, no line end"],
)
def test_the_file_keeps_its_encoding_and_is_the_same_after_undo(
    tmp_path: Path, before: bytes
) -> None:
    package = desks.package(tmp_path, text__lead_md=before)
    lead = item(package, "lead")
    same = write_text(package, "lead", lead.stamp, lead.pieces)
    assert (package / "text" / "lead.md").read_bytes() == before == same.before
    more = [*lead.pieces, TextPiece("words", "甲")]
    taken = write_text(package, "lead", lead.stamp, more)
    back = undo_text(package, taken)
    assert (package / "text" / "lead.md").read_bytes() == before
    undo_text(package, back)
    assert (package / "text" / "lead.md").read_bytes() != before


@pytest.mark.parametrize(
    ("words", "said"),
    [("就业{合计}", "花括号"), ("{{ f('没有') }}", "花括号"), ("<b>甲</b>", "网页标签")],
)
def test_words_that_are_no_text_are_refused(tmp_path: Path, words: str, said: str) -> None:
    package = desks.package(tmp_path)
    before = desks.contents(package)
    with pytest.raises(EditRefusedError) as refused:
        write_text(package, "lead", item(package, "lead").stamp, [TextPiece("words", words)])
    assert said in refused.value.messages[0].text
    assert desks.contents(package) == before


def test_a_brace_is_told_with_the_few_words_around_it(tmp_path: Path) -> None:
    package = desks.package(tmp_path)
    words = f"{'全年深入推进协作。' * 9}就业{{合计}}人，{'持续巩固成果。' * 9}"
    with pytest.raises(EditRefusedError) as refused:
        write_text(package, "lead", item(package, "lead").stamp, [TextPiece("words", words)])
    [said] = refused.value.messages
    quoted = said.text.partition("“")[2].partition("”")[0]
    assert "就业{合计}人" in quoted and len(quoted) <= 22


def test_a_figure_that_nobody_holds_is_refused(tmp_path: Path) -> None:
    package = desks.package(tmp_path)
    said = [TextPiece("figure", "", "没有.这个")]
    with pytest.raises(EditRefusedError, match=r"没有\.这个"):
        write_text(package, "lead", item(package, "lead").stamp, said)


def test_a_fault_of_a_text_is_not_swapped_for_another(tmp_path: Path) -> None:
    package = desks.package(tmp_path, text__lead_md="<b>清河县</b>\n")
    said = [TextPiece("words", "<i>清河县</i>")]
    with pytest.raises(EditRefusedError, match="网页标签"):
        write_text(package, "lead", item(package, "lead").stamp, said)
    write_text(package, "lead", item(package, "lead").stamp, [TextPiece("words", "清河县。")])


def test_what_is_wrong_elsewhere_does_not_keep_a_text_from_being_written(tmp_path: Path) -> None:
    package = desks.package(tmp_path, funds_csv=desks.FUNDS.replace(",5,", ",五块,"))
    lead = item(package, "lead")
    assert shown(lead.pieces)[1] == "［培训期数 ］"
    write_text(package, "lead", lead.stamp, [TextPiece("words", "清河县。")])
    assert (package / "text" / "lead.md").read_text(encoding="utf-8") == "清河县。\n"


def test_a_text_that_was_changed_meanwhile_stays(tmp_path: Path) -> None:
    package = desks.package(tmp_path)
    stamp = item(package, "lead").stamp
    (package / "text" / "lead.md").write_text("别人写的。\n", encoding="utf-8")
    with pytest.raises(StaleError):
        write_text(package, "lead", stamp, [TextPiece("words", "甲。")])
    assert (package / "text" / "lead.md").read_text(encoding="utf-8") == "别人写的。\n"


@pytest.mark.parametrize("name", ["没有", "../清河-2022/text/lead", ""])
def test_no_such_text(tmp_path: Path, name: str) -> None:
    with pytest.raises(InputError, match="没有这段文字"):
        write_text(desks.package(tmp_path), name, "", [TextPiece("words", "甲")])


@pytest.mark.parametrize(
    ("keys", "lasting"),
    [
        (("甲", "乙"), ["measures.csv 甲", "measures.csv 乙"]),
        (("甲", ""), ["measures.csv 甲", "measures.csv#3"]),
        (("甲", "甲"), ["measures.csv#2", "measures.csv#3"]),
        (("", ""), ["measures.csv#2", "measures.csv#3"]),
    ],
)
def test_a_measure_is_called_by_its_own_key(
    tmp_path: Path, keys: Sequence[str], lasting: list[str]
) -> None:
    rows = "".join(f"{key},就业,做法,开展培训,\n" for key in keys)
    package = desks.package(tmp_path, measures_csv=f"键,节,类型,文字,依据\n{rows}")
    measures = [text for text in texts(package) if text.item.startswith("measures.csv")]
    assert [text.lasting for text in measures] == lasting


def test_the_words_of_a_measure_are_a_text(tmp_path: Path) -> None:
    package = desks.package(tmp_path, measures_csv=MEASURES)
    measure = item(package, "measures.csv#2")
    assert measure.title == "就业·做法"
    assert shown(measure.pieces) == ["组织培训班", "［培训班 3期］"]
    said = [TextPiece("words", "开办"), *measure.pieces[1:]]
    taken = write_text(package, measure.item, measure.stamp, said)
    assert "开办{培训.期数}" in (package / "measures.csv").read_text(encoding="utf-8")
    undo(package, taken)
    assert (package / "measures.csv").read_text(encoding="utf-8") == MEASURES


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("培训班", ["培训班"]),
        ("培训 3期", ["培训班"]),
        ("开班", ["开班日期"]),
        ("没有这样的", []),
        ("培班", ["培训班"]),
        ("班培", []),
        ("班", ["培训班", "开班日期"]),
        ("开日", ["开班日期"]),
    ],
)
def test_figures_are_searched_by_name_and_number(
    tmp_path: Path, words: str, found: list[str]
) -> None:
    assert [choice.name for choice in figures_to_insert(desks.package(tmp_path), words)] == found


def test_faulty_data_have_no_figures_to_insert(tmp_path: Path) -> None:
    with pytest.raises(DataError):
        figures_to_insert(desks.package(tmp_path, figures_csv="键,名称\n"), "培训")
