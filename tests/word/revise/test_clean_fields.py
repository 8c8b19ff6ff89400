"""Fields in a copy to issue: what they show stays as it is read, and nothing else comes to light."""

from __future__ import annotations

import pytest
from support.crowded import box, field
from support.wordfiles import DATE, package, paragraph, run

from generator.model.bookmarks import bookmark
from generator.model.errors import DataError
from generator.model.view import OBJECT
from generator.regenerate.finalize import finalize
from generator.word.reader import read, view_of
from generator.word.revise.pen import Ids, Pen
from generator.word.revise.tracked import NewText, Replacement, apply_edits
from generator.word.wordml import to_bytes

LIMIT = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
BEGIN, MIDDLE, END = map(LIMIT.format, ("begin", "separate", "end"))


def told(instruction: str) -> str:
    """A field without a result."""
    return f"{BEGIN}<w:r><w:instrText>{instruction}</w:instrText></w:r>{END}"


def asked(*inside: str, result: str = "见") -> str:
    """An IF with something in its instruction."""
    words = '<w:r><w:instrText> "机密" </w:instrText></w:r>'
    return f"{BEGIN}{words}{words.join(inside)}{words}{MIDDLE}{run(result)}{END}"


def marked(number: int, name: str, content: str) -> str:
    """A bookmark."""
    return (
        f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>{content}'
        f'<w:bookmarkEnd w:id="{number}"/>'
    )


DROP_DOWN = (
    '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:ddList><w:result w:val="1"/>'
    '<w:listEntry w:val="机密"/><w:listEntry w:val="优秀"/></w:ddList></w:ffData></w:fldChar></w:r>'
    f"<w:r><w:instrText> FORMDROPDOWN </w:instrText></w:r>{MIDDLE}{END}"
)
FORM_TEXT = (
    f'{BEGIN}<w:bookmarkStart w:id="5" w:name="文"/><w:r><w:instrText> FORMTEXT </w:instrText></w:r>'
    f'{MIDDLE}{run("见")}{END}<w:bookmarkEnd w:id="5"/>'
)

OURS = bookmark("0123abcd", "b0123456789")
LEFT: dict[str, tuple[str, list[str], bool]] = {
    "IF with a formula": (paragraph(asked(field(" = 60+40 ", run("机密")))), ["见"], False),
    "IF with a variable": (paragraph(asked(field(" DOCVARIABLE x ", run("机密")))), ["见"], False),
    "IF with words": (paragraph(asked(run("机密"), "<w:r><w:tab/></w:r>")), ["见"], False),
    "IF with a box": (paragraph(asked(box(paragraph(run("机密"))))), ["见"], False),
    "IF with a button": (paragraph(asked(told("MACROBUTTON x 机密"))), ["见"], False),
    "IF with a simple field": (
        paragraph(asked(f'<w:fldSimple w:instr="AUTHOR">{run("机密")}</w:fldSimple>')),
        ["见"],
        False,
    ),
    "IF over paragraphs": (
        paragraph(run("甲") + BEGIN)
        + paragraph(run("机密"))
        + paragraph(run("机密") + MIDDLE + run("见") + END + run("乙")),
        ["甲", "见乙"],
        False,
    ),
    "formula with a variable": (
        paragraph(
            f"{BEGIN}<w:r><w:instrText> = </w:instrText></w:r>"
            f"{field(' DOCVARIABLE x ', run('机密'))}{MIDDLE}{run('见')}{END}"
        ),
        ["见"],
        False,
    ),
    "SET": (paragraph(run("甲") + field(" SET x ", run("机密")) + run("乙")), ["甲乙"], False),
    "ASK": (paragraph(field(" ASK x 机密 ", run("机密"))), [""], False),
    "simple SET": (
        paragraph(f'<w:fldSimple w:instr=" SET x 1 ">{run("机密")}</w:fldSimple>{run("甲")}'),
        ["甲"],
        False,
    ),
    "REF to what was SET": (
        paragraph(field(" SET 甲 ", marked(1, "甲", run("机密"))) + field(" REF 甲 ", run("见"))),
        ["见"],
        False,
    ),
    "simple REF to what was SET": (
        paragraph(
            field(" SET 甲 ", marked(1, "甲", run("机密")))
            + f'<w:fldSimple w:instr=" REF 甲 ">{run("见")}</w:fldSimple>'
        ),
        ["见"],
        False,
    ),
    "REF": (
        paragraph(marked(1, "甲", run("一")) + field(" REF 甲 ", run("一"))),
        ["一一"],
        True,
    ),
    "REF in quotes": (
        paragraph(marked(1, "甲", run("一")) + field(' REF "甲"\\h ', run("一"))),
        ["一一"],
        True,
    ),
    "REF to a bookmark of ours": (
        paragraph(marked(1, OURS, run("一")) + field(f" REF {OURS} \\h ", run("一"))),
        ["一一"],
        False,
    ),
    "REF that says the name otherwise": (
        paragraph(marked(1, "Total", run("一")) + field(" REF total ", run("一"))),
        ["一一"],
        False,
    ),
    "simple REF to nothing": (
        paragraph(f'<w:fldSimple w:instr=" REF 甲 ">{run("一")}</w:fldSimple>'),
        ["一"],
        False,
    ),
    "NOTEREF to nothing": (paragraph(field(" NOTEREF 甲 ", run("1"))), ["1"], False),
    "sum of bookmarks": (
        paragraph(marked(1, "甲", run("1")) + field(" = SUM(甲,2) ", run("3"))),
        ["13"],
        False,
    ),
    "sum of a bookmark that another field keeps": (
        paragraph(
            marked(1, "甲", run("1"))
            + f'<w:fldSimple w:instr=" = 甲*2 ">{run("2")}</w:fldSimple>'
            + field(" = 甲*3 \\# 0.0 ", run("3"))
        ),
        ["123"],
        False,
    ),
    "sum of cells": (
        paragraph(field(' = SUM(A1:B2)+ROUND(R1C2,1) \\# "#,##0" ', run("3"))),
        ["3"],
        True,
    ),
    "sum of what is above": (paragraph(field(" = SUM(ABOVE) ", run("3"))), ["3"], True),
    "SEQ": (paragraph(field(" SEQ 图 \\* ARABIC ", run("3"))), ["3"], True),
    "SEQ of a bookmark": (
        paragraph(marked(1, "甲", run("图1")) + field(" SEQ 图 甲 ", run("1"))),
        ["图11"],
        False,
    ),
    "TOC of a bookmark": (
        paragraph(marked(1, "甲", run("一")) + field(' TOC \\o "1-3" \\b 甲 ', run("二"))),
        ["一二"],
        True,
    ),
    "REF to a form": (paragraph(FORM_TEXT + field(" REF 文 ", run("见"))), ["见见"], True),
    "button": (paragraph(run("甲") + told("MACROBUTTON x [填]") + run("乙")), ["甲[填]乙"], False),
    "button in one run": (
        paragraph(
            '<w:r><w:fldChar w:fldCharType="begin"/><w:instrText>MACROBUTTON x [填]</w:instrText>'
            '<w:fldChar w:fldCharType="end"/><w:t>乙</w:t></w:r>'
        ),
        ["[填]乙"],
        False,
    ),
    "simple button": (paragraph('<w:fldSimple w:instr="MACROBUTTON x 填"/>'), ["填"], False),
    "hidden button": (
        paragraph(
            told("MACROBUTTON x 机密").replace("<w:r>", "<w:r><w:rPr><w:vanish/></w:rPr>")
            + run("甲")
        ),
        ["甲"],
        False,
    ),
    "button that is not hidden": (
        paragraph(
            told("MACROBUTTON x 填").replace("<w:r>", '<w:r><w:rPr><w:vanish w:val="0"/></w:rPr>')
        ),
        ["填"],
        False,
    ),
    "REF in small letters": (
        paragraph(marked(1, "甲", run("一")) + field(" ref 甲 ", run("一"))),
        ["一一"],
        True,
    ),
    "drop-down": (paragraph(run("等次") + DROP_DOWN), ["等次优秀"], False),
    "equation": (paragraph(told(r"eq\o\ac(○,优)")), ["○优"], True),
    "never ends": (
        paragraph(f"{run('甲')}{BEGIN}<w:r><w:instrText>机密</w:instrText></w:r>{run('乙')}"),
        ["甲乙"],
        False,
    ),
}


@pytest.mark.parametrize("name", LEFT)
def test_what_is_seen_stays_and_nothing_else(name: str) -> None:
    body, expected, stays = LEFT[name]
    before, issued = read(package(body)), read(finalize(package(body)).data)
    assert list(filter(None, before.view.seen_texts)) == list(filter(None, expected))
    assert list(issued.view.seen_texts) == expected
    left = to_bytes(issued.root).decode()
    assert "机密" not in left and ("fldChar" in left) == stays


def test_a_gap_on_a_button_is_told() -> None:
    with pytest.raises(DataError, match="还没有填：【待补：数】"):
        finalize(package(paragraph(told("MACROBUTTON x 【待补：数】"))))


def test_an_equation_that_becomes_text_stays_apart_from_the_numbers_beside_it() -> None:
    inner = field(" MERGEFIELD x ", run("2"))
    equation = (
        f"{BEGIN}<w:r><w:instrText> EQ \\f(1,</w:instrText></w:r>{inner}"
        f"<w:r><w:instrText>) </w:instrText></w:r>{END}"
    )
    body = paragraph(run("投资2") + equation + run("3亿元"))
    assert read(package(body)).view.seen_texts == (f"投资2{OBJECT}1/2{OBJECT}3亿元",)
    assert read(finalize(package(body)).data).view.seen_texts == ("投资2 1/2 3亿元",)


@pytest.mark.parametrize("kept", [told("MACROBUTTON x [填120万元]"), DROP_DOWN])
def test_a_word_beside_such_a_field_is_edited_and_the_field_stays(kept: str) -> None:
    file = read(package(paragraph(run("共12人") + kept + run("，计30人"))))
    text = file.paragraphs[0].text
    edits = [
        Replacement(at, at + 2, (NewText(new),))
        for at, new in ((text.index("12"), "15"), (text.index("30"), "33"))
    ]
    apply_edits(file.paragraphs[0], edits, Pen(Ids(file.root), DATE))
    assert view_of(file.root).paras[0].text == "共15人\ufffc，计33人"
    assert kept in to_bytes(file.root).decode()
