"""What breaks when an edit or the data are of an unusual kind: accept(regenerate(edit(old))) = edit(new), or a remark.

Each case is tried on an invented package and on a real one, read by a resolver that shares nothing with the program.
"""

from __future__ import annotations

import io
import itertools
import re
import zipfile
from collections.abc import Callable
from dataclasses import dataclass

import pytest
from lxml import etree
from support import plainword, rounds
from support.rounds import Desk, Rows, forget_bookmarks, right, row_with, say, sort_rows
from support.small import Person, draft, regenerated
from support.wordfiles import W, package, paragraph, run

from generator.jobs.audit import audit
from generator.model.errors import InputError
from generator.regenerate.base import Base

pytestmark = pytest.mark.slow

Edit = Callable[[etree._Element], None]
PACKAGES = {"invented": rounds.invented, "real": rounds.real}


@dataclass(frozen=True)
class Names:
    """What a package calls things: three rows of one group with serial numbers, two of another."""

    first: str
    second: str
    third: str
    other: str
    value: str
    merged: tuple[str, str]


NAMES = {
    "invented": Names(
        "河东乡蔬菜大棚项目",
        "南川镇养殖项目",
        "北塬乡加工车间项目",
        "大沟镇果园项目",
        "86",
        ("研究部署", "调研对接"),
    ),
    "real": Names(
        "武川县乡村振兴加工车间援建项目",
        "武川县哈乐镇根根渠村玫瑰补植养护项目",
        "西乌兰不浪镇红山子村养殖产业扶持项目",
        "堆龙德庆区乌骨羊扩大养殖项目",
        "",
        ("研究部署", "调研对接"),
    ),
}


@pytest.fixture
def names(kind: str) -> Names:
    """What it calls things."""
    return NAMES[kind]


def swap(rows: Rows) -> None:
    """The first two records change places."""
    rows[0], rows[1] = rows[1], rows[0]


def another_value(rows: Rows) -> None:
    """The second record has another number."""
    rows[1][6] = "88.8"


def removed(index: int) -> Callable[[Rows], None]:
    """A record goes."""

    def work(rows: Rows) -> None:
        del rows[index]

    return work


def added(rows: Rows) -> None:
    """A record comes, behind the second."""
    rows.insert(2, ["新键", *rows[1][1:3], "新庄乡蜂场项目", *rows[1][4:]])


def renamed(rows: Rows) -> None:
    """The key of a record is another one."""
    rows[1][0] = "另一个键"


# --- 1: records change places ---------------------------------------------------------------------


def test_rows_follow_the_records(desk: Desk) -> None:
    before = plainword.accepted(desk.data)
    desk.change("projects.csv", swap)
    desk.regenerate()
    assert plainword.accepted(desk.data) == right(desk)
    assert plainword.rejected(desk.data) == before


def test_a_row_that_moves_keeps_what_people_wrote(desk: Desk, names: Names) -> None:
    def work(root: etree._Element) -> None:
        say(root, names.second, f"{names.second}（一期）")

    desk.edit(work)
    desk.change("projects.csv", swap)
    desk.regenerate()
    assert plainword.accepted(desk.data) == right(desk, work)


def test_an_order_of_people_wins(desk: Desk, names: Names) -> None:
    """The leader put the third row first; then the data swap two: one remark, numbers run upward."""

    def work(root: etree._Element) -> None:
        sort_rows(root, [names.third, names.first, names.second])

    desk.edit(work)
    desk.change("projects.csv", swap)
    result = desk.regenerate()
    rows = [row for row in plainword.accepted(desk.data).rows if len(row) > 10]
    order = [row[1] for row in rows if row[1] in (names.first, names.second, names.third)]
    assert order == [names.third, names.first, names.second]
    assert sum("次序" in matter.text for _, matter in result.summary.notices) <= 2
    assert result.summary.notices
    assert _run_upward(rows)


def _run_upward(rows: list[plainword.Row]) -> bool:
    numbers = [int(row[0]) for row in rows if row[0].isdigit()]
    return all(
        after > before or after == 1 for before, after in zip(numbers, numbers[1:], strict=False)
    )


# --- 2: rows are known by their names --------------------------------------------------------------


@pytest.mark.parametrize("marks", [True, False], ids=["marks", "no marks"])
@pytest.mark.parametrize("order", [(2, 0, 1), (1, 0, 2), (0, 1, 2)])
def test_a_sorted_table_gets_every_new_value(
    desk: Desk, names: Names, marks: bool, order: tuple[int, ...]
) -> None:
    rows = (names.first, names.second, names.third)

    def work(root: etree._Element) -> None:
        sort_rows(root, [rows[place] for place in order])
        if not marks:
            forget_bookmarks(root)

    desk.edit(work)
    desk.change("projects.csv", another_value)
    desk.regenerate()
    got = plainword.accepted(desk.data).rows
    wanted = right(desk, work).rows
    assert [row[1:] for row in got] == [row[1:] for row in wanted]


def test_a_row_that_is_not_recognized_is_told_so(desk: Desk, names: Names) -> None:
    """Its name became another one, the table was sorted, no bookmark is left."""

    def work(root: etree._Element) -> None:
        row = row_with(root, names.second)
        for node in list(row.iter(f"{rounds.W}t"))[1:]:
            node.text = "甲"
        sort_rows(root, [names.third, names.first])
        forget_bookmarks(root)

    desk.edit(work)
    desk.change("projects.csv", another_value)
    result = desk.regenerate()
    told = [matter.text for _, matter in (*result.summary.conflicts, *result.summary.notices)]
    assert any("没有认出" in text for text in told), told
    assert not any("删去的" in text for text in told), told


def _in_two_parts(words: str) -> Callable[[etree._Element], None]:
    """The table goes on as another one from the row with some words on."""

    def work(root: etree._Element) -> None:
        first = row_with(root, words)
        table = first.getparent()
        second = etree.fromstring(etree.tostring(table))
        rows = list(table.iter(f"{rounds.W}tr"))
        at = rows.index(first)
        copies = list(second.iter(f"{rounds.W}tr"))
        for row in rows[at:]:
            table.remove(row)
        for row in copies[:at]:
            second.remove(row)
        gap = etree.fromstring(f'<w:p xmlns:w="{rounds.W[1:-1]}"/>')
        table.addnext(gap)
        gap.addnext(second)

    return work


def test_a_table_in_two_parts(desk: Desk, names: Names) -> None:
    work = _in_two_parts(names.other)
    desk.edit(work)
    desk.change("projects.csv", lambda rows: _set(rows, names.other, 6, "151.5"))
    desk.regenerate()
    assert plainword.accepted(desk.data) == right(desk, work)


def test_rows_that_cannot_move_say_why(desk: Desk, names: Names) -> None:
    """A table in two parts is no change and no comment of others in a row."""
    desk.edit(_in_two_parts(names.other))
    desk.change("projects.csv", swap)
    told = [matter.text for _, matter in desk.regenerate().summary.conflicts]
    stuck = [text for text in told if "没有动" in text]
    assert stuck
    assert all("由人分成了几张" in text and "别人" not in text for text in stuck)


def _set(rows: Rows, name: str, column: int, value: str) -> None:
    next(row for row in rows if name in row)[column] = value


# --- 6: merged cells ------------------------------------------------------------------------------


@pytest.mark.parametrize("index", [0, 1, 2], ids=["first of the group", "middle", "last but one"])
def test_a_row_of_a_merged_group_goes(desk: Desk, index: int) -> None:
    desk.change("tasks.csv", removed(index))
    result = desk.regenerate()
    assert plainword.accepted(desk.data) == right(desk)
    assert plainword.merges_are_whole(desk.data)
    assert not result.summary.conflicts


def test_a_row_comes_into_a_merged_group(desk: Desk) -> None:
    def work(rows: Rows) -> None:
        rows.insert(1, ["新键", rows[0][1], "队伍建设", "办好两期培训班。", *rows[0][4:]])

    desk.change("tasks.csv", work)
    result = desk.regenerate()
    assert plainword.accepted(desk.data) == right(desk)
    assert plainword.merges_are_whole(desk.data)
    assert not result.summary.conflicts


def test_a_row_comes_first_in_a_merged_group(desk: Desk) -> None:
    def work(rows: Rows) -> None:
        rows.insert(0, ["新键", rows[0][1], "队伍建设", "办好两期培训班。", *rows[0][4:]])

    desk.change("tasks.csv", work)
    result = desk.regenerate()
    assert plainword.accepted(desk.data) == right(desk)
    assert plainword.merges_are_whole(desk.data)
    assert not result.summary.conflicts


@pytest.mark.parametrize("table", ["tasks.csv", "projects.csv"])
def test_a_record_under_another_key_is_the_same(desk: Desk, table: str) -> None:
    desk.change(table, renamed)
    result = desk.regenerate()
    assert plainword.accepted(desk.data) == right(desk)
    assert result.summary.added == result.summary.removed == 0


def test_records_swap_in_a_merged_group(desk: Desk) -> None:
    desk.change("tasks.csv", swap)
    desk.regenerate()
    assert plainword.accepted(desk.data) == right(desk)
    assert plainword.merges_are_whole(desk.data)


# --- 8: two with one number -----------------------------------------------------------------------


def test_a_row_of_the_leader_and_one_of_the_data(desk: Desk, names: Names) -> None:
    """Both would be number 3: one moves on, and it is told."""

    def work(root: etree._Element) -> None:
        row = row_with(root, names.second)
        own = etree.fromstring(etree.tostring(row))
        for item in [*own.iter(f"{rounds.W}bookmarkStart", f"{rounds.W}bookmarkEnd")]:
            item.getparent().remove(item)
        nodes = list(own.iter(f"{rounds.W}t"))
        nodes[0].text, nodes[1].text = "3", "领导加的一项"
        row.addnext(own)

    desk.edit(work)
    desk.change("projects.csv", added)
    result = desk.regenerate()
    rows = [row for row in plainword.accepted(desk.data).rows if len(row) > 10]
    assert {"领导加的一项", "新庄乡蜂场项目"} <= {row[1] for row in rows}
    assert _run_upward(rows)
    assert any("序号" in matter.text for _, matter in result.summary.notices)


# --- 12: old values beside the text ---------------------------------------------------------------

NOTE = '<w:r><w:footnoteReference w:id="2"/></w:r>'
BOX = "<w:r><w:pict><v:shape><v:textbox><w:txbxContent>{}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
FOOTNOTES = '<w:footnotes {}><w:footnote w:id="2">{}</w:footnote></w:footnotes>'
FOOTER = "<w:ftr {}>{}</w:ftr>"


@pytest.mark.parametrize("where", ["脚注", "文本框", "页脚"])
def test_an_old_value_beside_the_text_is_told_once(where: str) -> None:
    base, new = listed("1111", "甲乙"), listed("2222", "甲乙", 甲数="15座")
    own = paragraph(run("其中新建12座大棚。"))
    text = [block.text for block in base.blocks]
    anchored = {"脚注": NOTE, "文本框": BOX.format(own), "页脚": ""}[where]
    parts = {
        "脚注": {"footnotes": FOOTNOTES.format(W, own)},
        "文本框": {},
        "页脚": {"footer": FOOTER.format(W, own)},
    }[where]
    body = "".join(
        paragraph(run(line) + (anchored if at == 1 else "")) for at, line in enumerate(text)
    )
    outcome = regenerated(base, new, package(body.replace("<w:pict>", f"<w:pict {VML}>"), **parts))
    told = [matter.text for matter in outcome.plan.matters if matter.reason == "stale"]
    assert len(told) == 1 and where in told[0] and "15座" in told[0]


# --- 1: paragraphs --------------------------------------------------------------------------------

VML = 'xmlns:v="urn:schemas-microsoft-com:vml"'
ITEMS = {
    "甲": "河东乡建成蔬菜大棚{甲数:12座}，带动农户增收。",
    "乙": "南川镇办起养殖场{乙数:3处}，存栏稳步增加。",
    "丙": "北塬乡扩建加工车间{丙数:2间}，吸纳就业。",
    "丁": "城关镇改造卫生院{丁数:1所}，群众就医方便。",
}


def listed(ident: str, order: str, **values: str) -> Base:
    """A draft of numbered items in an order, some with other values."""
    lines = [("题", "{号:一、}主要项目"), ("引", "全年实施下列项目。")]
    for number, name in enumerate(order, 1):
        text = re.sub(r"\{(.数):[^}]*\}", lambda found: _valued(found, values), ITEMS[name])
        lines.append((name, f"{{号:（{number}）}}{text}"))
    return draft(ident, *lines, ("尾", "以上项目均已完工。"))


def _valued(found: re.Match[str], values: dict[str, str]) -> str:
    return f"{{{found[1]}:{values[found[1]]}}}" if found[1] in values else found[0]


def plain(base: Base) -> list[str]:
    return [block.text for block in base.blocks]


def test_paragraphs_follow_the_records() -> None:
    base, new = listed("1111", "甲乙丙丁"), listed("2222", "甲丁乙丙", 乙数="5处")
    person = Person.with_file(base)
    person.replace(5, "群众就医方便", "群众看病方便")
    before = plainword.accepted(person.file())
    outcome = regenerated(base, new, person.file())
    wanted = [text.replace("群众就医方便", "群众看病方便") for text in plain(new)]
    assert list(plainword.accepted(outcome.data).texts) == wanted
    assert plainword.rejected(outcome.data) == before
    assert not outcome.plan.matters


_FORMULA = "http://schemas.openxmlformats.org/officeDocument/2006/math"
_WRAPPED = {
    "link": '<w:hyperlink w:anchor="x">{}</w:hyperlink>',
    "smart tag": '<w:smartTag w:uri="urn:x" w:element="date">{}</w:smartTag>',
    "XML": '<w:customXml w:uri="urn:x" w:element="x"><w:customXmlPr/>{}</w:customXml>',
    "direction": '<w:bdo w:val="ltr">{}</w:bdo>',
    "tag in a link": '<w:hyperlink w:anchor="x"><w:smartTag w:element="x">{}</w:smartTag>'
    "</w:hyperlink>",
    "mark in a link": '<w:hyperlink w:anchor="x"><w:bookmarkStart w:id="800" w:name="a"/>{}'
    '<w:bookmarkEnd w:id="800"/></w:hyperlink>',
}
_HANGING = {
    "field": '{}<w:fldSimple w:instr=" PAGE "><w:r><w:t>3</w:t></w:r></w:fldSimple>',
    "formula": f'{{}}<m:oMath xmlns:m="{_FORMULA}"><m:r><m:t>x+1</m:t></m:r></m:oMath>',
    "permission": '<w:permStart w:id="77" w:edGrp="everyone"/>{}<w:permEnd w:id="77"/>',
}


def _with_around(xml: str) -> Person:
    """Four items; something stands around the last words of the last one."""
    person = Person.with_file(listed("1111", "甲乙丙丁"))
    last = re.findall(r"<w:r>.*?</w:r>", person.paragraphs[5])[-1]
    person.replace(5, last, xml.format(last))
    return person


@pytest.mark.parametrize("name", _WRAPPED)
def test_what_stands_around_words_moves_with_them(name: str) -> None:
    data = _with_around(_WRAPPED[name]).file()
    new = listed("2222", "甲丁乙丙", 乙数="5处")
    outcome = regenerated(listed("1111", "甲乙丙丁"), new, data)
    assert list(plainword.accepted(outcome.data).texts) == plain(new)
    assert plainword.rejected(outcome.data) == plainword.accepted(data)
    assert not outcome.plan.matters


@pytest.mark.parametrize("name", _HANGING)
def test_what_cannot_be_struck_out_word_by_word_stays(name: str) -> None:
    data = _with_around(_HANGING[name]).file()
    outcome = regenerated(listed("1111", "甲乙丙丁"), listed("2222", "甲丁乙丙", 乙数="5处"), data)
    got = plainword.accepted(outcome.data).texts
    assert [text[3:6] for text in got[2:6]] == ["河东乡", "南川镇", "北塬乡", "城关镇"]
    assert "5处" in got[3]
    assert ["次序变了" in matter.text for matter in outcome.plan.matters] == [True]


def test_a_paragraph_that_people_moved_stays_where_it_is() -> None:
    base, new = listed("1111", "甲乙丙丁"), listed("2222", "甲丁乙丙")
    person = Person.with_file(base)
    person.paragraphs.insert(2, person.paragraphs.pop(5))
    outcome = regenerated(base, new, person.file())
    got = plainword.accepted(outcome.data).texts
    assert [text.partition("）")[2] for text in got[2:6]] == [
        text.partition("）")[2] for text in plain(listed("3333", "丁甲乙丙"))[2:6]
    ]
    assert any("次序" in matter.text for matter in outcome.plan.matters)


def _joined(person: Person) -> None:
    person.merge(2)


def _split(person: Person) -> None:
    person.split(5, "，群众就医方便")


_SHAPED = {
    "joined, the others move": (_joined, "甲乙丁丙", ["甲", "丁", "丙"], 0),
    "joined, one of them moves": (_joined, "甲丙丁乙", ["甲", "丙", "丁"], 1),
    "joined, all turn": (_joined, "丁丙乙甲", None, 1),
    "split, the others move": (_split, "乙甲丙丁", ["乙", "甲", "丙", "丁"], 0),
    "split, it moves": (_split, "丁甲乙丙", ["甲", "乙", "丙", "丁"], 1),
    "joined, nothing moves": (_joined, "甲乙丙丁", ["甲", "丙", "丁"], 0),
}


@pytest.mark.parametrize("name", _SHAPED)
def test_what_people_joined_or_split_stays_and_is_told(name: str) -> None:
    """The order of the file by the first words of its items; None: told is enough."""
    shape, order, wanted, told = _SHAPED[name]
    person = Person.with_file(listed("1111", "甲乙丙丁"))
    shape(person)
    data = person.file()
    outcome = regenerated(listed("1111", "甲乙丙丁"), listed("2222", order, 乙数="5处"), data)
    texts = plainword.accepted(outcome.data).texts
    firsts = {text.partition("{")[0][:3]: item for item, text in ITEMS.items()}
    found = [item for text in texts for item in [firsts.get(text[3:6])] if item]
    assert wanted is None or found == wanted
    assert "5处" in "".join(texts)
    assert plainword.rejected(outcome.data) == plainword.accepted(data)
    said = [matter.text for matter in outcome.plan.matters if "次序变了" in matter.text]
    assert len(said) == told
    assert all("并在一起" in text for text in said)


def test_an_item_of_the_leader_and_one_of_the_data() -> None:
    base, new = listed("1111", "甲乙丙"), listed("2222", "甲乙丙丁")
    person = Person.with_file(base)
    person.insert(5, "（4）领导加的一项。")
    outcome = regenerated(base, new, person.file())
    assert any("编号都是“4”" in matter.text for matter in outcome.plan.matters)


def test_four_paragraphs_in_any_order() -> None:
    """Every order of four items, from every other: the law holds."""
    for order in itertools.permutations("甲乙丙丁"):
        base, new = listed("1111", "乙甲丁丙"), listed("2222", "".join(order))
        data = Person.with_file(base).file()
        outcome = regenerated(base, new, data)
        assert list(plainword.accepted(outcome.data).texts) == plain(new)
        assert plainword.rejected(outcome.data) == plainword.accepted(data)


# --- files of other people ------------------------------------------------------------------------

_TYPE = b"wordprocessingml.document.main+xml"
_MACROS = b"application/vnd.ms-word.document.macroEnabled.main+xml"
_PLAIN = b"application/vnd.openxmlformats-officedocument." + _TYPE
_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
REFUSED = {
    "docm": ("[Content_Types].xml", _PLAIN, _MACROS, "带宏"),
    "dotx": ("[Content_Types].xml", _TYPE, b"wordprocessingml.template.main+xml", "模板"),
    "strict": ("word/document.xml", rounds.W[1:-1].encode(), _STRICT, "严格"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_a_file_of_another_type_is_refused(desk: Desk, name: str) -> None:
    part, old, new, words = REFUSED[name]
    desk.parts({part: lambda data: data.replace(old, new)})
    before = desk.data
    with pytest.raises(InputError, match=words):
        desk.regenerate()
    assert desk.data == before


def test_a_strict_file_is_audited(desk: Desk) -> None:
    part, old, new, _ = REFUSED["strict"]
    desk.parts({part: lambda data: data.replace(old, new)})
    assert not audit(desk.file, desk.package).of("differs")


def test_a_signed_file_is_warned_of(desk: Desk) -> None:
    with zipfile.ZipFile(desk.file, "a") as archive:
        archive.writestr("_xmlsignatures/sig1.xml", "<Signature/>")
    desk.change("projects.csv", another_value)
    assert any("签名" in note for note in desk.regenerate().summary.notes)


# --- 9: hundreds of lines nearly alike, without bookmarks --------------------------------------------


def groups(ident: str, values: list[tuple[int, int]]) -> Base:
    """A line a village group: the lines differ in their numbers alone."""
    return draft(
        ident,
        *(
            (
                f"组{at}",
                f"第{at + 1}村民小组完成改造{{户{at}:{done}户}}，其中脱贫{{脱{at}:{poor}户}}，验收合格。",
            )
            for at, (done, poor) in enumerate(values)
        ),
    )


@pytest.mark.parametrize("count", [60, 300])
def test_many_lines_nearly_alike_are_updated_and_few_are_asked(count: int) -> None:
    values = [(20 + 7 * at % 79, 2 + 3 * at % 17) for at in range(count)]
    base = groups("1111", values)
    new = groups("2222", [(a + (at % 3 == 0), b) for at, (a, b) in enumerate(values)])
    person = Person.with_file(base)
    person.paragraphs = [
        re.sub(r"<w:bookmark(?:Start|End)[^>]*/>", "", p) for p in person.paragraphs
    ]
    for at in range(0, count, 5):
        person.replace(at, "验收合格", "质量良好")
    outcome = regenerated(base, new, person.file())
    wanted = [
        text.replace("验收合格", "质量良好") if at % 5 == 0 else text
        for at, text in enumerate(plain(new))
    ]
    assert list(plainword.accepted(outcome.data).texts) == wanted
    assert len(outcome.plan.matters) <= 50


@pytest.mark.parametrize("count", [60, 300])
def test_lines_that_cannot_be_told_apart_are_asked_in_a_few_words(count: int) -> None:
    """Everything that told them apart is gone: at most a remark a line, above fifty a summary."""
    base = groups("1111", [(30, 5)] * count)
    new = groups("2222", [(31 + at, 5) for at in range(count)])
    person = Person.with_file(base)
    person.paragraphs = [
        re.sub(r"<w:bookmark(?:Start|End)[^>]*/>", "", p) for p in person.paragraphs
    ]
    for at in range(count):
        person.replace(at, f"第{at + 1}村民小组", "某村民小组")
    before = plainword.accepted(person.file())
    outcome = regenerated(base, new, person.file())
    assert plainword.rejected(outcome.data) == before
    comments = zipfile.ZipFile(io.BytesIO(outcome.data)).read("word/comments.xml")
    assert 1 <= comments.count(b"<w:comment ") <= count


# --- 10, 2: columns of a table without bookmarks -----------------------------------------------------


def test_columns_merged_in_a_table_without_bookmarks(desk: Desk, names: Names) -> None:
    """The last two cells of each row become one: every value arrives in its row, or is asked."""

    def work(root: etree._Element) -> None:
        forget_bookmarks(root)
        for row in rounds.rows_of(root, 1):
            cells = row.findall(f"{rounds.W}tc")
            if len(cells) > 3:
                for node in cells[-1].findall(f"{rounds.W}p"):
                    cells[-2].append(node)
                row.remove(cells[-1])
                span = cells[-2].find(f"{rounds.W}tcPr")
                if span is not None and span.find(f"{rounds.W}gridSpan") is None:
                    etree.SubElement(span, f"{rounds.W}gridSpan").set(f"{rounds.W}val", "2")

    desk.edit(work)
    before = plainword.accepted(desk.data)
    desk.change("projects.csv", another_value)
    result = desk.regenerate()
    assert plainword.rejected(desk.data) == before
    assert plainword.accepted(desk.data) == right(desk, work) or result.needs_person
