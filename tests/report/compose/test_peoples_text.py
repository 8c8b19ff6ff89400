"""Texts that people write: where paragraphs begin, figures in braces, Markdown that is not supported."""

from __future__ import annotations

from pathlib import Path

import pytest
from support import invented

from generator.jobs.compose import compose
from generator.jobs.text import text
from generator.model.document import Paragraph, plain
from generator.model.errors import DataError, PassedOver
from generator.package.textfiles import text_of
from generator.report.trace import numbers


@pytest.fixture(scope="module")
def kinds(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return invented.templates(tmp_path_factory.mktemp("kinds"))


def printed(folder: Path, kinds: Path, source: str) -> list[str]:
    """The paragraphs that a text prints."""
    draft = compose(invented.package(folder, text__problems_md=source), templates=kinds)
    blocks = [block for section in draft.document.sections for block in section.blocks]
    return [
        plain(block.text)
        for block in blocks
        if isinstance(block, Paragraph) and block.id.startswith("report/text/problems")
    ]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("甲句。\n乙句！\n丙句？\n丁。", ["甲句。", "乙句！", "丙句？", "丁。"]),
        ("甲项；\n乙项：\n丙", ["甲项；", "乙项：", "丙"]),
        ("甲说：“乙。”\n（丙。）\n丁", ["甲说：“乙。”", "（丙。）", "丁"]),
        ("一是甲\n二是乙\n三是丙。", ["一是甲", "二是乙", "三是丙。"]),
        ("　　甲段\n　　乙段", ["甲段", "乙段"]),
        ("1.甲项\n2．乙项\n3、丙项", ["1.甲项", "2．乙项", "3、丙项"]),
        ("（一）甲\n（2）乙\n②丙\n第四，丁", ["（一）甲", "（2）乙", "②丙", "第四，丁"]),
        ("- 甲\n- 乙", ["- 甲", "- 乙"]),
        ("写到一半，\n接着写完。", ["写到一半，接着写完。"]),
        ("增长\n1.5%。", ["增长1.5%。"]),
        ("2023年\n全县", ["2023年全县"]),
        ("甲\n\n\n乙", ["甲", "乙"]),
        ("甲。\n乙。\n", ["甲。", "乙。"]),
        ("{% for i in [1, 2] %}\n甲。\n{% endfor %}", ["甲。甲。"]),  # as it is written
        ("{% set 甲 %}\n乙。\n丙。\n{% endset %}\n{{ 甲 }}", ["乙。丙。"]),
    ],
)
def test_where_a_line_begins_a_paragraph(
    tmp_path: Path, kinds: Path, source: str, expected: list[str]
) -> None:
    assert printed(tmp_path, kinds, source) == expected


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_unicode_without_its_mark_is_read_where_one_reading_makes_a_text(encoding: str) -> None:
    text = "# 甲\n全县一是落实。\n"
    assert text_of(text.encode(encoding)) == (text, encoding)
    assert text_of(b"\0\x01\x02\x03" * 8) is None
    assert text_of(b"a\0" + b"b" * 40) == ("a\0" + "b" * 40, "utf-8-sig")  # told with its line


def test_characters_that_nobody_sees_are_left_out_and_told(tmp_path: Path, kinds: Path) -> None:
    source = "甲。\n就\u200b业\ufeff{就业\u200b.合计}。\u2028乙。\n"
    with pytest.warns(PassedOver) as told:
        paragraphs = printed(tmp_path, kinds, source)
    assert paragraphs == ["甲。", "就业200人。", "乙。"]
    assert [str(remark.message) for remark in told] == [
        "text/problems.md 第2行：这一行有看不见的字符 U+200B、U+FEFF，已经去掉。"
    ]


def test_paragraphs_of_one_line_each_keep_identities_of_their_own(
    tmp_path: Path, kinds: Path
) -> None:
    first = invented.package(tmp_path / "甲", text__problems_md="甲。\n乙。\n丙。")
    second = invented.package(tmp_path / "乙", text__problems_md="甲。\n丙。")

    def idents(package: Path) -> dict[str, str]:
        document = compose(package, templates=kinds).document
        blocks = [block for section in document.sections for block in section.blocks]
        return {plain(b.text): b.id for b in blocks if isinstance(b, Paragraph)}

    before, after = idents(first), idents(second)
    assert (
        before["丙。"] == after["丙。"]
        and len({before[key] for key in ("甲。", "乙。", "丙。")}) == 3
    )


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("就业{就业.合计}。", "就业200人。"),
        ("就业{ 就业.赴东部 }，{就业.省内}。", "就业120人，80人。"),
        ("{{ f('就业.合计') }}和{就业.合计}。", "200人和200人。"),
        ("{% if {'甲': 1} %}有{% endif %}。", "有。"),
        ("集合{}空着。", "集合{}空着。"),
    ],
)
def test_a_key_in_braces_is_a_figure(
    tmp_path: Path, kinds: Path, source: str, expected: str
) -> None:
    assert printed(tmp_path, kinds, source) == [expected]


def test_a_figure_in_braces_follows_the_data(tmp_path: Path, kinds: Path) -> None:
    package = invented.package(tmp_path, text__problems_md="就业{就业.合计}。")
    draft = compose(package, templates=kinds)
    found = [number for number in numbers(draft.document, ()) if number.text == "200"]
    assert [number.voucher for number in found] == ["bound"] * len(found) != []


def test_a_fault_names_the_line_as_it_was_written(tmp_path: Path, kinds: Path) -> None:
    package = invented.package(tmp_path, text__problems_md="甲。\n乙。\n丙{没有的键}。\n")
    with pytest.raises(DataError, match=r"text/problems\.md 第3行：.*没有键“没有的键”"):
        text(package, templates=kinds)


@pytest.mark.parametrize(
    ("source", "row", "name"),
    [
        ("甲\n| a | b |\n", 2, "表格"),
        ("甲\n\n见[网站](http://a.cn)。", 3, "链接"),
        ("见[附表](附表.xlsx)。", 1, "链接"),
        ("注[^1]。", 1, "脚注"),
        ("甲。\n\n[甲]: http://a.cn", 3, "链接的定义"),
        ("换<br>行", 1, "网页标签"),
        ("<img src='a.png'/>", 1, "网页标签"),
        ("```\n甲\n```", 1, "代码标记"),
        ("> 引用", 1, "引用标记"),
        ("满意度*高*。", 1, "斜体"),
        ("这是~~删去~~的", 1, "删除线"),
        ("甲\n\n---\n\n乙", 3, "分隔线"),
        ("- [ ] 待办", 1, "待办标记"),
        ("甲\n\n##### 五级标题\n", 3, "四级以下的标题"),
        ("看图![图](a.png)在此", 1, "图和文字写在同一行"),
    ],
)
def test_markdown_that_is_not_supported_is_an_error_with_its_line(
    tmp_path: Path, kinds: Path, source: str, row: int, name: str
) -> None:
    with pytest.raises(DataError) as caught:
        text(invented.package(tmp_path, text__problems_md=source), templates=kinds)
    first = caught.value.problems[0]
    assert (first.file, first.row) == ("text/problems.md", row) and name in first.message


@pytest.mark.parametrize(
    "source",
    [
        "A<B，且C>D。",
        "5*3*2厘米。",
        "[甲]项和（乙）项。",
        "2021—2023年。",
        "甲|乙两项。",
        "邮箱a_b_c@d.cn。",
        "共3~5个，4~6次。",
        "**重点**工作。",
        "《甲》[2021]12号（见附件）。",
        "一、甲--乙。",
    ],
)
def test_what_only_looks_like_markdown_prints(tmp_path: Path, kinds: Path, source: str) -> None:
    assert printed(tmp_path, kinds, source) == [source.replace("**", "")]
