"""A formula reads as people write it in a line; its numbers are none of those beside it."""

from __future__ import annotations

import pytest
from support.wordfiles import W, change, package, paragraph, run

from generator.model.view import OBJECT
from generator.word.reader import read
from generator.word.revise.resolver import resolve
from generator.word.wordml import parse, to_bytes

M = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'


def letters(text: str) -> str:
    """A run of a formula."""
    return f"<m:r><m:t>{text}</m:t></m:r>"


def drawn(tag: str, properties: str = "", **parts: str) -> str:
    """A structure of a formula."""
    inner = "".join(f"<m:{name}>{part}</m:{name}>" for name, part in parts.items())
    return f"<m:{tag}><m:{tag}Pr>{properties}</m:{tag}Pr>{inner}</m:{tag}>"


def gone(text: str) -> str:
    """A run of a formula that is deleted as a tracked change."""
    return change("del", letters(text), 9)


def come(content: str) -> str:
    """Something of a formula that is inserted as a tracked change."""
    return change("ins", content, 8)


def half(properties: str = "", num: str = "1") -> str:
    """A fraction."""
    return drawn("f", properties, num=letters(num), den=letters("2"))


SUM = drawn("nary", '<m:chr m:val="∑"/>', sub=letters("1"), sup=letters("10"), e=letters("5"))
HIDDEN = "<m:r><w:rPr><w:vanish/></w:rPr><m:t>9</m:t></m:r>"
CASES: dict[str, tuple[str, str]] = {
    "fraction": (half(), "1/2"),
    "fraction behind a number": (letters("3") + half(), f"3{OBJECT}1/2"),
    "fraction before a number": (half() + letters("3"), f"1/2{OBJECT}3"),
    "fraction of a sum": (half(num="a+b"), "(a+b)/2"),
    "fraction of a fraction": (drawn("f", num=half(), den=letters("3")), "(1/2)/3"),
    "fraction in a slant": (half('<m:type m:val="lin"/>'), "1/2"),
    "two numbers without a bar": (half('<m:type m:val="noBar"/>'), "1 2"),
    "brackets": (letters("2×") + drawn("d", e=letters("3+4")), "2×(3+4)"),
    "brackets of another kind": (
        drawn("d", '<m:begChr m:val="["/><m:endChr m:val=""/>', e=letters("3")),
        "[3",
    ),
    "power": (drawn("sSup", e=letters("10"), sup=letters("4")), "10⁴"),
    "power behind a word": (
        letters("约") + drawn("sSup", e=letters("x"), sup=letters("n")),
        "约x^n",
    ),
    "power of a sum": (drawn("sSup", e=letters("2"), sup=letters("n+1")), "2^(n+1)"),
    "no power": (drawn("sSup", e=letters("10"), sup=""), "10"),
    "index": (drawn("sSub", e=letters("x"), sub=letters("1")) + letters("2"), f"x1{OBJECT}2"),
    "index and power": (
        drawn("sSubSup", e=letters("10"), sub=letters("1"), sup=letters("4")),
        "10₁⁴",
    ),
    "before": (drawn("sPre", sub=letters("1"), sup=letters("4"), e=letters("5")), "1⁴5"),
    "root": (drawn("rad", deg="", e=letters("16")) + letters("9"), f"√16{OBJECT}9"),
    "third root of a sum": (drawn("rad", deg=letters("3"), e=letters("1+7")), "³√(1+7)"),
    "sum": (SUM, "∑1¹⁰ 5"),
    "matrix": (
        f"<m:m><m:mr><m:e>{letters('1')}</m:e><m:e>{letters('2')}</m:e></m:mr>"
        f"<m:mr><m:e>{letters('3')}</m:e></m:mr></m:m>",
        "1 2\n3",
    ),
    "lines": (
        f"<m:eqArr><m:e>{letters('1')}</m:e><m:e>{letters('2')}</m:e></m:eqArr>",
        "1\n2",
    ),
    "power before": (drawn("sPre", sub=letters("1"), sup="", e=letters("5")), f"1{OBJECT}5"),
    "limit below": (
        letters("2") + drawn("limLow", e=letters("3"), lim=letters("5")) + letters("4"),
        f"2{OBJECT}3{OBJECT}5{OBJECT}4",
    ),
    "limit above": (drawn("limUpp", e=letters("3"), lim=letters("5")), f"3{OBJECT}5"),
    "line above": (letters("2") + drawn("bar", e=letters("3")), "23"),
    "accent": (drawn("acc", e=letters("3")) + letters("2"), "32"),
    "brace": (letters("2") + drawn("groupChr", e=letters("3")), "23"),
    "phantom that is drawn": (letters("3") + drawn("phant", e=letters("5")), "35"),
    "room of what is not drawn": (
        letters("2") + drawn("phant", '<m:show m:val="0"/>', e=letters("9")) + letters("3"),
        f"2{OBJECT}3",
    ),
    "hidden run": (letters("2") + HIDDEN + letters("3"), "23"),
    "hidden digit above": (drawn("sSup", e=letters("10"), sup=letters("4") + HIDDEN), "10⁴"),
    "a function": (drawn("func", fName=letters("ln"), e=letters("3")), "ln3"),
}


SIGN_GONE = f"<m:ctrlPr>{change('del', '', 7)}</m:ctrlPr>"
SIGN_MOVED = f"<m:ctrlPr>{change('moveFrom', '', 7)}</m:ctrlPr>"
SIGN_COME_AND_GONE = f"<m:ctrlPr>{change('ins', change('del', '', 7), 6)}</m:ctrlPr>"
HALF_GONE = drawn("f", SIGN_GONE, num=gone("1"), den=gone("2"))
CHANGED: dict[str, tuple[str, str]] = {
    "fraction": (letters("3") + HALF_GONE + letters("5"), "35"),
    "fraction moved away": (
        letters("3") + drawn("f", SIGN_MOVED, num=gone("1"), den=gone("2")) + letters("5"),
        "35",
    ),
    "fraction inserted and deleted": (
        letters("3") + drawn("f", SIGN_COME_AND_GONE, num=gone("1"), den="") + letters("5"),
        "35",
    ),
    "brackets": (letters("12") + drawn("d", SIGN_GONE, e=gone("5")) + letters("34"), "1234"),
    "root": (letters("12") + drawn("rad", SIGN_GONE, deg="", e=gone("5")) + letters("34"), "1234"),
    "sum": (letters("12") + drawn("nary", SIGN_GONE, e=gone("5")) + letters("34"), "1234"),
    "power": (
        letters("12") + drawn("sSup", SIGN_GONE, e=gone("5"), sup=gone("2")) + letters("34"),
        "1234",
    ),
    "brackets whose content stays": (drawn("d", SIGN_GONE, e=letters("3+4")), "3+4"),
    "fraction in a fraction": (drawn("f", num=HALF_GONE + letters("1"), den=letters("3")), "1/3"),
    "inserted fraction in a fraction": (
        drawn("f", num=come(half()), den=letters("3")),
        "(1/2)/3",
    ),
    "letter of a power": (
        drawn("sSup", e=letters("10"), sup=gone("n") + come(letters("4"))),
        "10⁴",
    ),
    "sum in a fraction": (drawn("f", num=letters("1") + gone("+9"), den=letters("2")), "1/2"),
}


@pytest.mark.parametrize("name", CHANGED)
def test_a_changed_formula_reads_as_its_accepted_copy(name: str) -> None:
    content, expected = CHANGED[name]
    body = paragraph(run("占") + f"<m:oMath {M}>{content}</m:oMath>" + run("个"))
    assert read(package(body)).view.seen_texts == (f"占{expected}个",)
    root = parse(body.replace("<w:p>", f"<w:p {W}>").encode())
    again = to_bytes(resolve(root, accept=True)).decode().partition("?>")[2]
    assert read(package(again)).view.seen_texts == (f"占{expected}个",)


@pytest.mark.parametrize("name", CASES)
def test_text(name: str) -> None:
    content, expected = CASES[name]
    body = paragraph(run("占") + f"<m:oMath {M}>{content}</m:oMath>" + run("个"))
    view = read(package(body)).view
    assert view.seen_texts == (f"占{expected}个",)
    assert view.paras[0].text == f"占{OBJECT}个"


def test_a_formula_in_an_instruction_is_not_seen() -> None:
    begin, separate, end = (
        f'<w:r><w:fldChar w:fldCharType="{limit}"/></w:r>' for limit in ("begin", "separate", "end")
    )
    content = f"{begin}<m:oMath {M}>{half()}</m:oMath>{separate}{run('3')}{end}"
    assert read(package(paragraph(content))).view.seen_texts == ("3",)
