"""What people crossed out (删除线) is no text; digits above or below the line join no number."""

from __future__ import annotations

import pytest
from support.crowded import cell, field, row, table
from support.wordfiles import W, change, package, paragraph, run

from generator.model.view import OBJECT
from generator.word.reader import read

STYLES = f"""<w:styles {W}>
<w:style w:styleId="x"><w:rPr><w:strike/></w:rPr></w:style>
<w:style w:styleId="y"><w:basedOn w:val="x"/></w:style>
<w:style w:styleId="z"><w:basedOn w:val="x"/><w:rPr><w:strike w:val="0"/></w:rPr></w:style>
<w:style w:styleId="d"><w:rPr><w:dstrike/></w:rPr></w:style>
<w:style w:styleId="p"><w:rPr><w:position w:val="10"/></w:rPr></w:style>
<w:style w:styleId="u"><w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>
</w:styles>"""
STRIKE, DOUBLE = "<w:strike/>", "<w:dstrike/>"
BREAK, TAB = (
    f"<w:r><w:rPr>{STRIKE}</w:rPr><w:br/></w:r>",
    f"<w:r><w:rPr>{STRIKE}</w:rPr><w:tab/></w:r>",
)
CASES: dict[str, tuple[str, str]] = {
    "off by 0": (run("30", '<w:strike w:val="0"/>') + run("45"), "3045"),
    "off by false": (run("30", '<w:dstrike w:val="false"/>') + run("45"), "3045"),
    "off, was on before a tracked change": (
        run("30", f'<w:rPrChange w:id="1" w:author="张三"><w:rPr>{STRIKE}</w:rPr></w:rPrChange>'),
        "30",
    ),
    "another style": (run("30", '<w:rStyle w:val="w"/>') + run("45"), "3045"),
    "a style that undoes it": (run("30", '<w:rStyle w:val="z"/>') + run("45"), "3045"),
    "off on the run, on by its style": (
        run("30", '<w:rStyle w:val="x"/><w:strike w:val="0"/>') + run("45"),
        "3045",
    ),
    "struck": (run("30", STRIKE) + run("45"), "45"),
    "struck by on": (run("30", '<w:strike w:val="on"/>') + run("45"), "45"),
    "struck twice": (run("30", DOUBLE) + run("45"), "45"),
    "by a style": (run("30", '<w:rStyle w:val="x"/>') + run("45"), "45"),
    "by a style based on it": (run("30", '<w:rStyle w:val="y"/>') + run("45"), "45"),
    "twice by a style": (run("30", '<w:rStyle w:val="d"/>') + run("45"), "45"),
    "behind": (run("45") + run("30", STRIKE), "45"),
    "a part of a figure": (run("3") + run("5", STRIKE) + run("86万元"), "386万元"),
    "a whole sentence": (run("甲。") + run("投入30万元。", STRIKE) + run("乙。"), "甲。乙。"),
    "all": (run("投入30万元。", STRIKE), ""),
    "in an insertion": (change("ins", run("30", STRIKE) + run("45"), 1), "45"),
    "in a link": (f'<w:hyperlink w:anchor="x">{run("30", STRIKE)}</w:hyperlink>{run("45")}', "45"),
    "hidden as well": (run("30", f"{STRIKE}<w:vanish/>") + run("45"), "45"),
}


@pytest.mark.parametrize("name", CASES)
def test_text(name: str) -> None:
    content, expected = CASES[name]
    view = read(package(paragraph(content), styles=STYLES)).view
    assert view.seen_texts == (expected,)
    assert view.paras[0].text == expected


@pytest.mark.parametrize("name", CASES)
def test_a_cell_of_a_table(name: str) -> None:
    content, expected = CASES[name]
    body = table(row(cell(paragraph(run("招聘会"))), cell(paragraph(content))))
    assert read(package(body, styles=STYLES)).view.seen_texts == ("招聘会", expected)


OF_PARAGRAPH = {
    "crossed out": ('<w:pStyle w:val="y"/>', "", ""),
    "but this run": ('<w:pStyle w:val="y"/>', '<w:strike w:val="0"/>', "甲"),
    "a style of the run undoes it": ('<w:pStyle w:val="x"/>', '<w:rStyle w:val="x"/>', "甲"),
    "two lines are no switch": ('<w:pStyle w:val="d"/>', '<w:rStyle w:val="d"/>', ""),
}


@pytest.mark.parametrize("name", OF_PARAGRAPH)
def test_the_style_of_the_paragraph(name: str) -> None:
    of_paragraph, of_run, seen = OF_PARAGRAPH[name]
    view = read(package(paragraph(run("甲", of_run), of_paragraph), styles=STYLES)).view
    assert (view.seen_texts, view.paras[0].text) == ((seen,), seen)


@pytest.mark.parametrize("blank", [BREAK, TAB], ids=["break", "tab"])
def test_a_blank_that_is_crossed_out_parts_what_stands_around_it(blank: str) -> None:
    seen = read(package(paragraph(run("30") + blank + run("45")))).view.seen_texts[0]
    assert seen.split() == ["30", "45"]


def test_a_crossed_out_result_of_a_field() -> None:
    content = run("共") + field("REF x", run("30", STRIKE) + run("45")) + run("人")
    view = read(package(paragraph(content))).view
    assert (view.seen_texts, view.paras[0].text) == (("共45人",), f"共{OBJECT}人")


UP, DOWN = '<w:vertAlign w:val="superscript"/>', '<w:vertAlign w:val="subscript"/>'
HIGH, LOW = '<w:position w:val="12"/>', '<w:position w:val="-6"/>'
RAISED: dict[str, tuple[str, str]] = {
    "on the line": (run("35") + run("86", '<w:vertAlign w:val="baseline"/>'), "3586"),
    "below, within a name": (run("PM") + run("2.5", DOWN) + run("浓度"), "PM2.5浓度"),
    "below, behind a letter": (run("CO") + run("2", DOWN), "CO2"),
    "words above the line": (run("甲") + run("注", UP), "甲注"),
    "a note behind a number": (run("3586") + run("1", UP) + run("万元"), "3586¹万元"),
    "two notes": (run("3586") + run("12", UP) + run("万元"), "3586¹²万元"),
    "a note in a bracket": (run("3586") + run("[1]", UP), "3586[¹]"),
    "a note before a number": (run("投入") + run("1", UP) + run("3586万元"), "投入¹3586万元"),
    "by a style": (run("3586") + run("1", '<w:rStyle w:val="u"/>') + run("万元"), "3586¹万元"),
    "below, behind a number": (run("3586") + run("1", DOWN) + run("2", DOWN), "3586₁₂"),
    "shifted up": (run("3586") + run("1", HIGH) + run("万元"), "3586¹万元"),
    "shifted down": (run("3586") + run("1", LOW) + run("2", LOW), "3586₁₂"),
    "shifted by a style": (run("3586") + run("1", '<w:rStyle w:val="p"/>'), "3586¹"),
    "a unit shifted up": (run("50m") + run("2", HIGH), "50m²"),
    "shifted by a little": (run("35") + run("86", '<w:position w:val="3"/>'), "3586"),
    "shifted as a whole": (run("35", HIGH) + run("86", HIGH), "3586"),
    "shifted by no number": (run("35") + run("86", '<w:position w:val="6pt"/>'), "3586"),
    "a power": (run("10") + run("4", UP), "10⁴"),
    "a unit": (run("50m") + run("2", UP), "50m²"),
    "a reference to a note": (run("3586") + field("NOTEREF a", run("1", UP)), "3586¹"),
}


@pytest.mark.parametrize("name", RAISED)
def test_digits_above_and_below_the_line(name: str) -> None:
    content, expected = RAISED[name]
    assert read(package(paragraph(content), styles=STYLES)).view.seen_texts == (expected,)
