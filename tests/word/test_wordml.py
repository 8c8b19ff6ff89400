from __future__ import annotations

from collections.abc import Callable

import pytest

from generator.word.building import fragment, paragraph, run, run_xml, set_property, w
from generator.word.wordml import (
    Element,
    deleted_row,
    is_break,
    local_name,
    packed,
    properties_in,
    qn,
    runs_on,
    to_bytes,
    unpacked,
)


def test_properties_of_a_paragraph_stand_in_the_order_of_the_schema() -> None:
    element = paragraph("Normal", (), w("jc", val="left"), w("keepNext"), w("ind", left=1))
    assert [local_name(child) for child in element[0]] == ["pStyle", "keepNext", "ind", "jc"]


def test_a_property_takes_the_place_of_its_namesake() -> None:
    element = paragraph("Normal", (), w("jc", val="left"), w("ind", left=1))
    set_property(element, w("jc", val="right"))
    assert [item.get(qn("val")) for item in element.iter(qn("jc"))] == ["right"]


def test_attributes_and_children_that_are_none_are_left_out() -> None:
    element = w("pPr", None, w("jc", val=None))
    assert len(element) == 1 and not element[0].attrib


def shown(element: Element) -> str:
    """The characters of a run, tabs and line ends among them."""
    signs = {qn("tab"): "\t", qn("br"): "\n", qn("rPr"): ""}
    return "".join(signs.get(str(node.tag), node.text or "") for node in element)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("甲", "甲"),
        ("甲\t乙\n丙", "甲\t乙\n丙"),
        (" 甲 ", " 甲 "),
        ("R&D <1> 2", "R&D <1> 2"),
        ("甲\x0e乙\r丙", "甲乙丙"),
        ("\n", "\n"),
    ],
)
def test_a_run_shows_its_text_as_element_and_as_string(text: str, expected: str) -> None:
    (made,) = fragment(run_xml(text))
    assert shown(run(text)) == shown(made) == expected


def test_the_blanks_at_the_ends_of_a_text_are_kept() -> None:
    space = "{http://www.w3.org/XML/1998/namespace}space"
    (made,) = fragment(run_xml(" 甲"))
    assert [node.get(space) for node in (*run(" 甲")[1:], *made[1:])] == ["preserve", "preserve"]
    assert run("甲 乙")[1].get(space) is None


@pytest.mark.parametrize(
    ("xml", "expected"),
    [
        ("<w:br/>", True),
        ("<w:cr/>", True),
        ('<w:br w:type="textWrapping"/>', True),
        ('<w:br w:type="page"/>', False),
        ('<w:br w:type="column"/>', False),
        ("<w:tab/>", False),
    ],
)
def test_only_the_end_of_a_line_is_a_break(xml: str, expected: bool) -> None:
    assert is_break(fragment(xml)[0]) is expected


@pytest.mark.parametrize(
    ("mark", "expected"),
    [("del", True), ("moveFrom", True), ("ins", False), ("b", False)],
)
def test_a_paragraph_whose_mark_is_deleted(mark: str, expected: bool) -> None:
    assert runs_on(w("pPr", w("rPr", w(mark)))) is expected


def test_a_paragraph_without_properties_keeps_its_mark() -> None:
    assert not runs_on(())


@pytest.mark.parametrize(("mark", "expected"), [("del", True), ("ins", False)])
def test_a_row_that_is_deleted(mark: str, expected: bool) -> None:
    assert deleted_row(w("tr", w("trPr", w(mark)))) is expected
    assert not deleted_row(w("tr"))


def test_elements_of_one_tag_have_nothing_in_common() -> None:
    one = w("r", w("b"), id=1)
    assert len(w("r")) == 0 and not w("r").attrib
    assert [child.tag for child in one] == [qn("b")] and one.get(qn("id")) == "1"


@pytest.mark.parametrize(
    ("children", "expected"),
    [
        ([w("pPr", w("jc")), w("r")], ["jc"]),
        ([w("r"), w("pPr", w("ind"), w("jc"))], ["ind", "jc"]),
        ([w("r", w("rPr", w("b")))], []),
        ([], []),
    ],
)
def test_the_properties_among_the_children_of_a_paragraph(
    children: list[Element], expected: list[str]
) -> None:
    assert [local_name(item) for item in properties_in(children, qn("pPr"))] == expected


@pytest.mark.parametrize("store", [packed, to_bytes])
def test_a_part_that_waits_is_the_same_packed_or_not(store: Callable[[Element], bytes]) -> None:
    part = w("p", run("就业"))
    assert unpacked(store(part)) == to_bytes(part)
