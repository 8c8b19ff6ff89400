"""What people see of fields: no result that Word never shows, and what stands there without one."""

from __future__ import annotations

import pytest
from support.crowded import cell, control, field, note, notes, row, table
from support.wordfiles import change, package, paragraph, run

from generator.word.reader import OBJECT, read
from generator.word.reader.equations import equation_text

LIMIT = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
BEGIN, MIDDLE, END = map(LIMIT.format, ("begin", "separate", "end"))
CONTENTS = '<w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj>'
DELETED_ROW = change("del", "", 9)


def told(instruction: str) -> str:
    """A field without a result."""
    return f"{BEGIN}<w:r><w:instrText>{instruction}</w:instrText></w:r>{END}"


FRACTION = "\\f(3,4)"


def deleted(instruction: str) -> str:
    """A piece of an instruction that is deleted as a tracked change, written as it was before."""
    return change("del", f"<w:r><w:instrText>{instruction}</w:instrText></w:r>", 8)


def reworded(old: str, new: str) -> str:
    """A field with a result whose instruction was changed with tracked changes."""
    inside = deleted(old) + change("ins", f"<w:r><w:instrText>{new}</w:instrText></w:r>", 7)
    return f"{BEGIN}{inside}{MIDDLE}{run('880')}{END}"


def form(sort: str, data: str) -> str:
    """A field of a form, with what a person chose."""
    begin = f'<w:r><w:fldChar w:fldCharType="begin"><w:ffData>{data}</w:ffData></w:fldChar></w:r>'
    return f"{begin}<w:r><w:instrText> {sort} </w:instrText></w:r>{MIDDLE}{END}"


def choices(chosen: str) -> str:
    """A drop-down of 一般 and 优秀."""
    entries = '<w:listEntry w:val="一般"/><w:listEntry w:val="优秀"/>'
    return form("FORMDROPDOWN", f"<w:ddList>{chosen}{entries}</w:ddList>")


def symbol(font: str, char: str) -> str:
    """A w:sym."""
    return f'<w:r><w:sym w:font="{font}" w:char="{char}"/></w:r>'


INSIDE: dict[str, tuple[str, str]] = {
    "SET": (field(' SET x "880" ', run("880")), ""),
    "ASK": (field(' ASK x "问" ', run("880")), ""),
    "XE without a blank": (field('XE"词"', run("词")), ""),
    "SET in a result": (field(" QUOTE ", run("1") + field(" SET x 2 ", run("2")) + run("3")), "13"),
    "simple SET": ('<w:fldSimple w:instr=" SET x 1 "><w:r><w:t>1</w:t></w:r></w:fldSimple>', ""),
    "SET that became REF": (reworded(" SET x 1 ", " REF x "), "880"),
    "REF that became SET": (reworded(" REF x ", " SET x 1 "), ""),
    "a word deleted in an instruction": (
        told(f" EQ </w:instrText></w:r>{deleted(FRACTION)}<w:r><w:instrText>\\o\\ac(○,优)"),
        "○优",
    ),
    "REF": (field(" REF x ", run("880")), "880"),
    "button": (told(" MACROBUTTON NoMacro [填写120万元] "), "[填写120万元]"),
    "button with a quoted name": (told(' GOTOBUTTON "甲 乙" 见后 '), "见后"),
    "button without words": (told(" MACROBUTTON NoMacro "), ""),
    "button with a field": (
        told(
            f" MACROBUTTON NoMacro 第</w:instrText></w:r>{field('PAGE', run('3'))}<w:r><w:instrText>页"
        ),
        "第3页",
    ),
    "simple button": ('<w:fldSimple w:instr="MACROBUTTON NoMacro 填写"/>', "填写"),
    "hidden button": (
        told(" MACROBUTTON NoMacro 填写 ").replace("<w:r>", "<w:r><w:rPr><w:vanish/></w:rPr>"),
        "",
    ),
    "button in an instruction": (field(f"IF {told('MACROBUTTON x 隐')}", run("见")), "见"),
    "chosen": (choices('<w:result w:val="1"/>'), "优秀"),
    "chosen by default": (choices('<w:default w:val="1"/>'), "优秀"),
    "nothing chosen": (choices(""), "一般"),
    "chosen beyond the entries": (choices('<w:result w:val="7"/>'), ""),
    "chosen by no number": (choices('<w:result w:val="x"/>'), "一般"),
    "ticked": (form("FORMCHECKBOX", "<w:checkBox><w:checked/></w:checkBox>"), "☒"),
    "ticked by default": (
        form("FORMCHECKBOX", '<w:checkBox><w:default w:val="1"/></w:checkBox>'),
        "☒",
    ),
    "not ticked": (
        form(
            "FORMCHECKBOX", '<w:checkBox><w:default w:val="1"/><w:checked w:val="0"/></w:checkBox>'
        ),
        "☐",
    ),
    "equation": (told(r" eq \o\ac(○,优)"), "○优"),
    "equation with a result": (field(r" EQ \f(1,2)", run("½")), "½"),
    "equation with digits": (told(r" EQ \f(1,2) "), f"{OBJECT}1/2{OBJECT}"),
    "simple equation": (r'<w:fldSimple w:instr=" EQ \f(1,2) "/>', f"{OBJECT}1/2{OBJECT}"),
    "equation before a digit": (told(r" EQ \o\ac(○,5) "), f"○5{OBJECT}"),
    "equation without a drawing": (told(" EQ 12 "), "12"),
    **{
        f"{name} without a result": (told(f" {name} "), OBJECT)
        for name in ("AUTONUM", "AUTONUMLGL", "AUTONUMOUT", "LISTNUM", "PAGE", "numpages")
    },
    "PAGE with an empty result": (field(" PAGE ", ""), OBJECT),
    "simple PAGE": ('<w:fldSimple w:instr="PAGE"/>', OBJECT),
    "PAGE in an instruction": (field(f"IF {told(' PAGE ')}", run("1")), "1"),
    "SYMBOL": (told(r' SYMBOL 46 \f "Times New Roman" '), "."),
    "SYMBOL in hexadecimals": (told(r" SYMBOL 0x2103 \u "), "℃"),
    "SYMBOL of Symbol": (told(r" SYMBOL 177 \f Symbol \s 12 "), "±"),
    "SYMBOL that is not known": (told(r' SYMBOL 65 \f "Wingdings 2" '), OBJECT),
    "SYMBOL with a result": (field(" SYMBOL 46 ", run("．")), "．"),
    "SYMBOL with a symbol as its result": (
        field(r" SYMBOL 53 \f Symbol ", symbol("Symbol", "F035")),
        "5",
    ),
    "simple SYMBOL with a symbol as its result": (
        rf'<w:fldSimple w:instr="SYMBOL 53 \f Symbol">{symbol("Symbol", "F035")}</w:fldSimple>',
        "5",
    ),
    "SYMBOL without a number": (told(" SYMBOL "), OBJECT),
    "SYMBOL beyond Unicode": (told(r" SYMBOL 0xFFFFF \u "), OBJECT),
    "sign of Symbol": (symbol("Symbol", "F0B1"), "±"),
    "sign of Symbol that is plain": (symbol("Symbol", "F032"), "2"),
    "sign of Wingdings": (symbol("Wingdings", "F0FE"), "☑"),
    "sign of Unicode": (symbol("宋体", "2103"), "℃"),
    "sign of an unknown font": (symbol("甲", "F041"), "\ufffc"),
    "sign that is none": (symbol("甲", "x") + symbol("甲", "D800"), "\ufffc"),
}


@pytest.mark.parametrize("name", INSIDE)
def test_what_is_seen_inside_a_line(name: str) -> None:
    """What regenerates sees one object, as ever."""
    content, expected = INSIDE[name]
    view = read(package(paragraph(run("甲3") + content + run("2乙")))).view
    assert view.seen_texts == (f"甲3{expected}2乙",)
    assert set(view.paras[0].text.strip("甲乙23")) == {OBJECT}


def test_a_field_in_a_note() -> None:
    part = notes("footnote", _2=run("注") + field(" SET x 1 ", run("1")) + told("MACROBUTTON x 填"))
    data = package(paragraph(run("甲") + note("footnote", 2)), footnotes=part)
    assert read(data).view.seen_texts == ("甲", "注填")


GOES_ON: dict[str, tuple[str, tuple[str, ...]]] = {
    "ends in a deleted row": (
        paragraph(BEGIN)
        + table(
            row(cell(paragraph(MIDDLE + run("乙") + END)), properties=DELETED_ROW),
            row(cell(paragraph(run("丙")))),
        )
        + paragraph(run("丁")),
        ("", "丙", "丁"),
    ),
    "begins in a deleted row": (
        table(
            row(cell(paragraph(BEGIN)), properties=DELETED_ROW),
            row(cell(paragraph(run("丙") + MIDDLE + run("戊")))),
        )
        + paragraph(END + run("丁")),
        ("戊", "丁"),
    ),
    "ends in 目录": (
        paragraph(BEGIN)
        + control(paragraph(MIDDLE + run("目录") + END), CONTENTS)
        + paragraph(run("丁")),
        ("", "丁"),
    ),
    "begins in 目录": (
        control(paragraph(BEGIN + MIDDLE + run("目录")), CONTENTS)
        + paragraph(END)
        + paragraph(run("丁")),
        ("", "丁"),
    ),
}


@pytest.mark.parametrize("name", GOES_ON)
def test_the_text_behind_a_field_is_read(name: str) -> None:
    body, expected = GOES_ON[name]
    view = read(package(body)).view
    assert view.seen_texts == expected
    assert view.paras[-1].text == expected[-1]


@pytest.mark.parametrize(
    ("instruction", "expected"),
    [
        (r"EQ \o\ac(○,优)", "○优"),
        (r"eq \f(1,2)", "1/2"),
        (r"EQ \f(1,2) \* MERGEFORMAT", "1/2"),
        (r'EQ \* jc2 \* "Font:宋体" \* hps10 \o\ad(\s\up 9(hui),会)', "会"),
        (r"eq \o(\s\up 5(国务),\s\do 2(院办))", "国务院办"),
        (r"eq \b\bc\{(3+4)", "(3+4)"),
        (r"eq \f(\r(3,8);2)", "3√8/2"),
        (r"eq \r(2)", "√2"),
        (r"eq 2×\b(3+4)", "2×(3+4)"),
        (r"eq \b(\f(1,2))", "(1/2)"),
        (r"eq 10\s\up8(4)亩", "10⁴亩"),
        (r"eq x\s\do4(1)", "x₁"),
        (r"eq \a\al(1,2)", "1 2"),
        (r"eq 甲\d\fo10()乙", "甲乙"),
        (r"eq \x(1\,200)", "1,200"),
        (r"eq \x(甲", "(甲"),
        (f"eq {'x' * 3000}", ""),
        ("eq", ""),
    ],
)
def test_equations(instruction: str, expected: str) -> None:
    assert equation_text(instruction) == expected


def test_a_result_that_nobody_sees_stands_between_no_digits() -> None:
    below = '<w:r><w:rPr><w:vertAlign w:val="subscript"/></w:rPr><w:t>2</w:t></w:r>'
    content = run("3") + field(" QUOTE x ", run("\u200b")) + below
    assert read(package(paragraph(content))).view.seen_texts == ("3₂",)
