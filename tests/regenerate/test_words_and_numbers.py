"""Numbers that are spelt otherwise, stand beside the text or behind a number of the outline, in an invented package and
in a real one: accept(regenerate(edit(old))) = edit(new), or a remark; read by a resolver of its own."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from lxml import etree
from support import plainword, rounds
from support.rounds import Desk, W, forget_bookmarks, right, say, text_of

from generator.jobs.audit import audit
from generator.jobs.compose import compose
from generator.jobs.draft import write
from generator.model.errors import InputError

pytestmark = pytest.mark.slow

PACKAGES = {"invented": rounds.invented, "real": rounds.short}


@dataclass(frozen=True)
class Figure:
    """A figure of the text: key, value, unit; the words before it, and the file whose text they are in."""

    key: str
    old: str
    unit: str
    before: str


FIGURES = {
    "invented": Figure("就业.脱贫", "1420", "人", "脱贫人口就业"),
    "real": Figure("防返贫保险.户数", "8161", "户", "今年共为全县"),
}
NEW = "9275"


@pytest.fixture
def figure(kind: str) -> Figure:
    return FIGURES[kind]


def wide(text: str) -> str:
    """With digits of full width."""
    return text.translate({ord("0") + n: ord("０") + n for n in range(10)})


SPELT: dict[str, Callable[[str], str]] = {
    "wide digits": wide,
    "commas": lambda value: f"{value[0]},{value[1:]}",
}
"""What a person makes of a value; in the new draft the same of the new one."""


@pytest.mark.parametrize("marks", [True, False], ids=["marks", "no marks"])
@pytest.mark.parametrize("name", SPELT)
def test_a_value_spelt_otherwise_follows_the_data(
    desk: Desk, figure: Figure, name: str, marks: bool
) -> None:
    def edit(value: str) -> Callable[[etree._Element], None]:
        return lambda root: say(root, value, SPELT[name](value))

    desk.edit(edit(figure.old))
    if not marks:
        desk.edit(forget_bookmarks)
    desk.figure(figure.key, NEW)
    before = plainword.accepted(desk.data)
    result = desk.regenerate()
    assert plainword.rejected(desk.data) == before
    assert plainword.accepted(desk.data) == right(desk, edit(NEW))
    told = [matter.text for _, matter in result.summary.conflicts]
    assert not any(figure.key in text for text in told), told


ITEMS = {
    "invented": ("overview", "主要做法。1.{企业.引进}入园；2.{就业.脱贫}上岗，就近就业。"),
    "real": (
        "lead",
        "主要做法。1.{{ f('防返贫保险.人数') }}受益；2.{{ f('防返贫保险.户数') }}参保，应保尽保。",
    ),
}
"""A text of the package, and a paragraph in which figures stand behind numbers of the outline."""
REWORDED = {"invented": ("就近就业", "就近务工"), "real": ("应保尽保", "不漏一户")}


@pytest.mark.parametrize("marks", [True, False], ids=["marks", "no marks"])
def test_the_number_of_an_item_joins_no_figure(kind: str, tmp_path: Path, marks: bool) -> None:
    """Item 2 and its figure are no decimal: the figure follows, and nobody is asked."""
    package, figure = PACKAGES[kind](tmp_path / "包"), FIGURES[kind]
    text = package / "text" / f"{ITEMS[kind][0]}.md"
    text.write_text(f"{text.read_text('utf-8').rstrip()}\n\n{ITEMS[kind][1]}\n", encoding="utf-8")
    desk = Desk.of(package)

    def work(root: etree._Element) -> None:
        say(root, *REWORDED[kind])

    desk.edit(work)
    if not marks:
        desk.edit(forget_bookmarks)
    desk.figure(figure.key, NEW)
    result = desk.regenerate()
    assert any(f"2.{NEW}" in text for text in plainword.accepted(desk.data).texts)
    assert plainword.accepted(desk.data) == right(desk, work)
    assert not [text for _, text in result.summary.conflicts if figure.key in text.text]


@pytest.mark.parametrize("marks", [True, False], ids=["marks", "no marks"])
@pytest.mark.parametrize("typed", ["；4.2021年以来", "；4.2021年以来，全县累计", "（4）"])
def test_words_with_numbers_typed_before_a_figure(
    desk: Desk, figure: Figure, typed: str, marks: bool
) -> None:
    """The figure follows; neither the merge nor the audit takes a typed number for it."""

    def work(root: etree._Element) -> None:
        say(root, figure.before, figure.before + typed)

    desk.edit(work)
    if not marks:
        desk.edit(forget_bookmarks)
    desk.figure(figure.key, NEW)
    result = desk.regenerate()
    assert plainword.accepted(desk.data) == right(desk, work)
    assert not [text for _, text in result.summary.conflicts if figure.key in text.text]
    assert not desk.regenerate().summary.conflicts


def test_a_value_turned_into_tens_of_thousands_gets_a_suggestion(
    desk: Desk, figure: Figure
) -> None:
    desk.edit(lambda root: say(root, figure.old, f"{int(figure.old) / 10_000:.2f}万"))
    desk.figure(figure.key, NEW)
    result = desk.regenerate()
    told = [matter.text for _, matter in result.summary.conflicts]
    assert any("0.93万" in text for text in told), told


def box(root: etree._Element, words: str) -> None:
    """A text box at the first paragraph of the body that has words."""
    paragraph = next(p for p in root.iter(f"{W}p") if text_of(p))
    paragraph.append(
        etree.fromstring(
            f'<w:r xmlns:w="{W[1:-1]}" xmlns:v="urn:schemas-microsoft-com:vml"><w:pict><v:shape><v:textbox>'
            f"<w:txbxContent><w:p><w:r><w:t>{words}</w:t></w:r></w:p></w:txbxContent></v:textbox>"
            "</v:shape></w:pict></w:r>"
        )
    )


def footer(root: etree._Element, words: str) -> None:
    """A paragraph more in a footer."""
    run = etree.SubElement(etree.SubElement(root, f"{W}p"), f"{W}r")
    etree.SubElement(run, f"{W}t").text = words


BESIDE = {"文本框": ("word/document.xml", box), "页脚": ("word/footer1.xml", footer)}


@pytest.mark.parametrize("where", BESIDE)
def test_an_old_value_beside_the_text_is_told_once(desk: Desk, figure: Figure, where: str) -> None:
    part, work = BESIDE[where]
    words = f"其中涉及{figure.old}{figure.unit}。"

    def change(data: bytes) -> bytes:
        root = etree.fromstring(data)
        work(root, words)
        return etree.tostring(root)

    desk.parts({part: change})
    desk.figure(figure.key, NEW)
    result = desk.regenerate()
    told = [
        matter.text
        for _, matter in (*result.summary.conflicts, *result.summary.notices)
        if where in matter.text and figure.old in matter.text
    ]
    assert len(told) == 1 and NEW in told[0]


def test_an_old_value_in_a_sentence_of_the_leader_is_told(desk: Desk, figure: Figure) -> None:
    def work(root: etree._Element) -> None:
        first = next(p for p in root.iter(f"{W}p") if figure.before in text_of(p))
        own = etree.fromstring(
            f'<w:p xmlns:w="{W[1:-1]}"><w:r><w:t>领导要求，{figure.before}{figure.old}{figure.unit}的做法要推广。'
            "</w:t></w:r></w:p>"
        )
        first.addnext(own)

    desk.edit(work)
    desk.figure(figure.key, NEW)
    result = desk.regenerate()
    told = [matter.text for _, matter in (*result.summary.conflicts, *result.summary.notices)]
    assert sum(figure.old in text and NEW in text for text in told) == 1, told
    assert any(f"{figure.old}{figure.unit}的做法" in t for t in plainword.accepted(desk.data).texts)


LEADS = {
    "invented": ("overview", "各项工作有序推进", "各项工作扎实推进"),
    "real": ("lead", "鲜明导向", "正确导向"),
}
"""A text of the package, words of it, and what the leader makes of them."""


@pytest.mark.parametrize("marks", [True, False], ids=["marks", "no marks"])
@pytest.mark.parametrize(
    "lead", ["今年以来，全县上下认真贯彻落实上级部署，各项协作工作取得明显成效。", "一句。"]
)
def test_a_sentence_before_an_edited_paragraph(
    desk: Desk, kind: str, lead: str, marks: bool
) -> None:
    name, *words = LEADS[kind]

    def work(root: etree._Element) -> None:
        say(root, words[0], words[1])

    desk.edit(work)
    if not marks:
        desk.edit(forget_bookmarks)
    text = desk.package / "text" / f"{name}.md"
    text.write_text(lead + text.read_text(encoding="utf-8"), encoding="utf-8")
    desk.regenerate()
    assert plainword.accepted(desk.data) == right(desk, work)


@pytest.mark.parametrize(
    ("name", "cut"),
    [("稿", 0), ("六个字的名稿", 0), ("七个字的名字稿", 1), ("八个字的名字的稿", 2)],
)
def test_a_file_that_is_open_in_word_is_refused(
    desk: Desk, figure: Figure, name: str, cut: int
) -> None:
    """Word cuts up to two characters off a name of more than six for that of its lock."""
    target = desk.file.with_name(f"{name}.docx")
    target.write_bytes(desk.data)
    lock = target.with_name(f"~${name[cut:]}.docx")
    lock.write_bytes(b"lock")
    desk.figure(figure.key, NEW)
    before = target.read_bytes()
    with pytest.raises(InputError, match="打开着"):
        write(compose(desk.package), target)
    with pytest.raises(InputError, match="打开着"):
        audit(target, desk.package)
    assert target.read_bytes() == before
