"""The bookmarks that fields and links of a copy to issue lead to."""

from __future__ import annotations

import pytest
from support.wordfiles import W

from generator.word.revise.clean_targets import clean_targets
from generator.word.wordml import BOOKMARK_START, parse, qn


@pytest.mark.parametrize(
    ("instruction", "expected"),
    [
        (" REF 甲 \\h ", " REF _Ref000000002 \\h "),
        (" ref 甲 ", " ref _Ref000000002 "),
        (' REF "甲"\\h', ' REF "_Ref000000002"\\h'),
        (
            ' HYPERLINK \\l "乙" \\o "看 乙"',
            ' HYPERLINK \\l "_Ref000000001" \\o "看 _Ref000000001"',
        ),
        (" REF 甲乙 ", " REF 甲乙 "),
        (" REF 丙", " REF 丙"),
    ],
)
def test_fields_and_links_follow_their_bookmarks(instruction: str, expected: str) -> None:
    """甲 and 乙 are led to by the links, too; nothing leads to 丁, and 丙 is no bookmark."""
    marks = "".join(
        f'<w:bookmarkStart w:id="{n}" w:name="{name}"/><w:bookmarkEnd w:id="{n}"/>'
        for n, name in enumerate("甲乙丁")
    )
    links = '<w:hyperlink w:anchor="甲"/><w:hyperlink w:anchor="乙"/>'
    root = parse(f"<w:p {W}>{marks}{links}<w:instrText/><w:fldSimple/></w:p>".encode())
    said, simple = root.find(qn("instrText")), root.find(qn("fldSimple"))
    assert said is not None and simple is not None
    said.text = instruction
    simple.set(qn("instr"), instruction)
    clean_targets(root, lambda _: False)
    assert (said.text, simple.get(qn("instr"))) == (expected, expected)
    names = [item.get(qn("name")) for item in root.iter(BOOKMARK_START)]
    anchors = [item.get(qn("anchor")) for item in root.iter(qn("hyperlink"))]
    assert names == anchors == ["_Ref000000002", "_Ref000000001"]
