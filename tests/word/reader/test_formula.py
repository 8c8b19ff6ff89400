"""A formula reads as people write it in a line; its numbers are none of those beside it."""

from __future__ import annotations

import pytest
from support.wordfiles import package, paragraph, run

from generator.model.view import OBJECT
from generator.word.reader import read

M = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'


def letters(text: str) -> str:
    """A run of a formula."""
    return f"<m:r><m:t>{text}</m:t></m:r>"


def drawn(tag: str, properties: str = "", **parts: str) -> str:
    """A structure of a formula."""
    inner = "".join(f"<m:{name}>{part}</m:{name}>" for name, part in parts.items())
    return f"<m:{tag}><m:{tag}Pr>{properties}</m:{tag}Pr>{inner}</m:{tag}>"


def half(properties: str = "", num: str = "1") -> str:
    """A fraction."""
    return drawn("f", properties, num=letters(num), den=letters("2"))


SUM = drawn("nary", '<m:chr m:val="∑"/>', sub=letters("1"), sup=letters("10"), e=letters("5"))
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
    "a function": (drawn("func", fName=letters("ln"), e=letters("3")), "ln3"),
}


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
