"""Ends of paragraphs, ends of headings, marks that stand where none belongs.

The clauses of GB/T 15834-2011 meant here (numbers not checked against the printed standard):
4.1 the full stop; 4.5.3.5 and appendix B.1.2 the mark 、; 4.6 the semicolon; 5.1 width;
appendix B.4 headings.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest

from generator.check.finding import Finding
from generator.check.passages import Passage, prose
from generator.check.rules.matches import in_prose
from generator.check.subject import Subject
from generator.model.regex import regex
from generator.model.severity import Severity

_ENDS = "。！？：；…”）)."
_LISTED = regex(r"^.{0,12}[:：]")
_LONG_TITLE = regex(
    "[^。；]{0,24}关于[^。；]+的?(?:通知|报告|意见|方案|办法|公告|通告|请示|函|决定|决议|通报|批复|说明|汇报|总结|规定|纪要)"
)
_INSIDE = regex("[，；。]")
_LEAST = 30
_DOUBLED = regex(r"[，、。；：]{2,}|[，、；：](?=[。！？])|。(?=[，、；])")
_HALF = regex(r"(?<=[\u4e00-\u9fff])[,;:?!](?=[\u4e00-\u9fff“《])")
_BETWEEN = regex(r"》、《|”、“")
_ETC = regex(r"、等(?=[\u4e00-\u9fff\d，。；）])(?!级|次)")
_NEEDLESS = (
    (_BETWEEN, "并列的书名号、引号之间不用顿号"),
    (_ETC, "“等”前不用顿号"),
)
_LIST_STOP = regex(r"其中，?用于[^。；]*?\d(?:\.\d+)?(?:万元|亿元|元)。用于")
_MOST_SIDES = 5


def paragraph_ends(subject: Subject) -> Iterator[Finding]:
    """A paragraph of prose ends with 。 or another closing mark.

    查：30字以上、有逗号或句号的正文段落，段末没有句号等标点。
    不查：标题、署名和题目（关于…的通知）；开头是“责任单位：”一类的名单；后面紧接表格的段落；不到30字的段落。
    例：坚持党的领导，压实各方责任，出台《清河县东西部协作产业合作专项奖补资金管理办法（试行）》
        -> 段末没有句号：…作专项奖补资金管理办法（试行）》。
    依据：GB/T 15834—2011（规定）：句末用句号。
    """
    passages = subject.passages
    for passage, following in zip_longest(passages, passages[1:]):
        above_table = following is not None and following.role == "row"
        if above_table or not _lacks_end(passage):
            continue
        text = passage.text.rstrip()
        side = passage.side(max(0, len(text) - _LEAST), len(text))
        message = f"段末没有句号：…{text[-16:]}。"
        yield Finding(Severity.WARNING, message, (side,), "。", text[-1])


def _lacks_end(passage: Passage) -> bool:
    """Whether the passage is a paragraph of sentences, the last of which does not end."""
    text = passage.text.rstrip()
    sentences = text[passage.lead :]
    if passage.role != "body" or len(sentences) < _LEAST or text[-1] in _ENDS:
        return False
    is_other = _LISTED.match(text) or _LONG_TITLE.fullmatch(text)
    return bool(_INSIDE.search(sentences)) and not is_other


def heading_ends(subject: Subject) -> Iterator[Finding]:
    """A heading on a line of its own ends without a mark.

    查：单独成行的标题末尾有句号或冒号。
    不查：与正文接排的标题（段首的“组织领导。”）；一句一条、下面没有文字的分条。
    例：【标】（二）助力巩固成果方面。 -> 单独成行的标题末尾不用标点：“（二）助力巩固成果方面。”。
    依据：GB/T 15834—2011（一般）：标题末尾不用标点。
    """
    for passage in subject.passages:
        heading = passage.text.strip()
        if passage.role == "heading" and heading.endswith(("。", "：")):
            message = f"单独成行的标题末尾不用标点：“{heading}”。"
            yield Finding(Severity.WARNING, message, (passage.side(),), heading[:-1], heading)


def doubled_marks(subject: Subject) -> Iterator[Finding]:
    """Two marks stand together that cannot.

    查：两个点号连在一起（，，或；。）。
    不查：句号、问号、叹号与引号连用；省略号；表格里的字。
    例：开展工作，，取得成效。 -> 标点“，，取”重叠或多余。
    依据：GB/T 15834—2011（规定）：点号不叠用。
    """
    for passage in subject.passages:
        if passage.role == "row":
            continue
        for match in _DOUBLED.finditer(passage.text):
            start, end = match.start(), match.end() + 1
            message = f"标点“{passage.text[start:end]}”重叠或多余。"
            side = passage.side(start, end, 12)
            yield Finding(Severity.WARNING, message, (side,), "", match[0])


def half_width(subject: Subject) -> Iterator[Finding]:
    """Marks between Chinese characters are full-width; reported once a document.

    查：两个汉字之间的半角逗号、分号、冒号、问号、叹号；全文只提示一次，供参考。
    不查：数字中间的（1:3，5,000元），外文旁边的。
    例：开展工作,取得成效。 -> 汉字中间用了半角标点，共1处，如“,”。
    依据：GB/T 15834—2011（规定）：标点占一个字的位置。
    """
    matches = list(in_prose(subject, _HALF))
    if matches:
        example = matches[0][1][0]
        message = f"汉字中间用了半角标点，共{len(matches)}处，如“{example}”。"
        sides = tuple(passage.side(*match.span(), 8) for passage, match in matches[:_MOST_SIDES])
        yield Finding(Severity.INFO, message, sides, "全角", example)


def between_marks(subject: Subject) -> Iterator[Finding]:
    """No 、 between 》《 and ”“, and none before 等; reported once a paragraph.

    查：并列的书名号、引号之间用了顿号，“等”前用了顿号；每段各提示一次，供参考。
    不查：“一等、二等”里表示等级、次序的“等”。
    例：印发《甲办法》、《乙方案》。 -> 并列的书名号、引号之间不用顿号。
    依据：GB/T 15834—2011（一般）：标有书名号、引号的并列成分之间通常不用顿号。
    """
    for passage in prose(subject.passages):
        for pattern, message in _NEEDLESS:
            if match := pattern.search(passage.text):
                side = passage.side(*match.span(), 12)
                yield Finding(Severity.INFO, f"{message}。", (side,), "", match[0])


def stopped_list(subject: Subject) -> Iterator[Finding]:
    """A list 其中，用于…，用于… is not cut by a full stop.

    查：“其中，用于…，用于…”列到一半用了句号，后面又接着“用于…”。
    不查：各项之间用逗号、分号的；句号后面不是“用于”的。
    例：其中，用于产业300万元，用于道路100万元。用于教育150万元。
        -> “其中，用于…”的并列项中途用了句号：…0万元，用于道路100万元。用于教育150万…。
    依据：GB/T 15834—2011（规定）：句内并列的各项之间用逗号或分号。
    """
    for passage in prose(subject.passages):
        if match := _LIST_STOP.search(passage.text):
            stop = match.end()
            around = passage.text[stop - 16 : stop + 6]
            message = f"“其中，用于…”的并列项中途用了句号：…{around}…。"
            side = passage.side(stop - 20, stop, 8)
            yield Finding(Severity.WARNING, message, (side,), "，或；", "。")
