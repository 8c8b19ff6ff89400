"""A text as it is written: what stands in its file then, what is refused, how it is taken back."""

from __future__ import annotations

from pathlib import Path

import pytest
from support import desks

from generator.jobs.desk import (
    EditRefusedError,
    TextPiece,
    undo,
    undo_text,
    write_text,
)
from generator.jobs.desk.figure_choices import figures_to_insert
from generator.model.errors import InputError, StaleError


def test_a_text_is_written_with_a_chip(tmp_path: Path) -> None:
    package = desks.package(tmp_path)
    [choice] = figures_to_insert(package, "培训 3")
    problems = desks.text_item(package, "problems")
    said = [TextPiece("words", "培训班只有"), choice.piece, TextPiece("words", "。")]
    taken = write_text(package, "problems", problems.stamp, said)
    file = package / "text" / "problems.md"
    assert file.read_text(encoding="utf-8") == "培训班只有{培训.期数}。\n"
    assert desks.shown_pieces(desks.text_item(package, "problems").pieces) == [
        "培训班只有",
        "［培训班 3期］",
        "。",
    ]
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
    lead = desks.text_item(package, "lead")
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
        write_text(
            package, "lead", desks.text_item(package, "lead").stamp, [TextPiece("words", words)]
        )
    assert said in refused.value.messages[0].text
    assert desks.contents(package) == before


def test_a_brace_is_told_with_the_few_words_around_it(tmp_path: Path) -> None:
    package = desks.package(tmp_path)
    words = f"{'全年深入推进协作。' * 9}就业{{合计}}人，{'持续巩固成果。' * 9}"
    with pytest.raises(EditRefusedError) as refused:
        write_text(
            package, "lead", desks.text_item(package, "lead").stamp, [TextPiece("words", words)]
        )
    [said] = refused.value.messages
    quoted = said.text.partition("“")[2].partition("”")[0]
    assert "就业{合计}人" in quoted and len(quoted) <= 22


def test_a_figure_that_nobody_holds_is_refused(tmp_path: Path) -> None:
    package = desks.package(tmp_path)
    said = [TextPiece("figure", "", "没有.这个")]
    with pytest.raises(EditRefusedError, match=r"没有\.这个"):
        write_text(package, "lead", desks.text_item(package, "lead").stamp, said)


def test_a_fault_of_a_text_is_not_swapped_for_another(tmp_path: Path) -> None:
    package = desks.package(tmp_path, text__lead_md="<b>清河县</b>\n")
    said = [TextPiece("words", "<i>清河县</i>")]
    with pytest.raises(EditRefusedError, match="网页标签"):
        write_text(package, "lead", desks.text_item(package, "lead").stamp, said)
    write_text(
        package, "lead", desks.text_item(package, "lead").stamp, [TextPiece("words", "清河县。")]
    )


def test_what_is_wrong_elsewhere_does_not_keep_a_text_from_being_written(tmp_path: Path) -> None:
    package = desks.package(tmp_path, funds_csv=desks.FUNDS.replace(",5,", ",五块,"))
    lead = desks.text_item(package, "lead")
    assert desks.shown_pieces(lead.pieces)[1] == "［培训期数 ］"
    write_text(package, "lead", lead.stamp, [TextPiece("words", "清河县。")])
    assert (package / "text" / "lead.md").read_text(encoding="utf-8") == "清河县。\n"


def test_a_text_that_was_changed_meanwhile_stays(tmp_path: Path) -> None:
    package = desks.package(tmp_path)
    stamp = desks.text_item(package, "lead").stamp
    (package / "text" / "lead.md").write_text("别人写的。\n", encoding="utf-8")
    with pytest.raises(StaleError):
        write_text(package, "lead", stamp, [TextPiece("words", "甲。")])
    assert (package / "text" / "lead.md").read_text(encoding="utf-8") == "别人写的。\n"


@pytest.mark.parametrize("name", ["没有", "../清河-2022/text/lead", ""])
def test_no_such_text(tmp_path: Path, name: str) -> None:
    with pytest.raises(InputError, match="没有这段文字"):
        write_text(desks.package(tmp_path), name, "", [TextPiece("words", "甲")])


def test_the_words_of_a_measure_are_a_text(tmp_path: Path) -> None:
    package = desks.package(tmp_path, measures_csv=desks.MEASURES)
    measure = desks.text_item(package, "measures.csv#2")
    assert measure.title == "就业·做法"
    assert desks.shown_pieces(measure.pieces) == ["组织培训班", "［培训班 3期］"]
    said = [TextPiece("words", "开办"), *measure.pieces[1:]]
    taken = write_text(package, measure.item, measure.stamp, said)
    assert "开办{培训.期数}" in (package / "measures.csv").read_text(encoding="utf-8")
    undo(package, taken)
    assert (package / "measures.csv").read_text(encoding="utf-8") == desks.MEASURES
