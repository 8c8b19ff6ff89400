"""What a document of this kind must have, and must not say; placeholders; length."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from generator.check.finding import Finding, Severity, Side
from generator.check.subject import Subject

_FILE = "report.yaml"
_BLOCK = re.compile(
    r"(填报单位|填表人|联系方式|联系电话|审核人)[:：]\s*(?=$|填报|填表|联系|审核|\t)"
)
_REQUEST = re.compile(
    r"请(?:予)?批示|请批复|恳请[^。]{0,20}(?:批准|解决|支持)|妥否|请予(?:批准|审批|解决)"
)
_GAP = re.compile(
    r"【待补[^】]*】|TODO|待补充|×{2,}|X{3,}|x{3,}|＿{2,}|_{3,}|\?{3,}|？{3,}|\{\{|\}\}|\[bookmark|Error! |错误[!！]未"
)
_LONGEST = 5000


def required(subject: Subject) -> Iterator[Finding]:
    """A formal report has its 文号, 签发人 (it goes upward), signature and date. Source: GB/T 9704-2012, 7.2.5, 7.2.6, 7.3.5."""
    draft = subject.draft
    if not draft or draft.dataset.settings.form != "formal":
        return
    settings = draft.dataset.settings
    if settings.organs:
        if not settings.number:
            yield _missing("发文字号", "number", Severity.WARNING)
        if not settings.signers:
            yield _missing("签发人（报告是上行文，版头应标注签发人）", "signers", Severity.INFO)
    if not settings.signature:
        yield _missing("发文机关署名和成文日期", "signature", Severity.WARNING)


def _missing(what: str, column: str, severity: Severity) -> Finding:
    return Finding(severity, f"缺{what}。", (Side("", _FILE, None, None, column),), what, "空")


def blank_block(subject: Subject) -> Iterator[Finding]:
    """The block above the form (填报单位, 填表人, 联系方式) is filled. Told once. Source: the form's notes."""
    blanks = [
        (found[1], passage)
        for passage in subject.passages
        for found in _BLOCK.finditer(passage.text)
    ]
    if not blanks:
        return
    names = list(dict.fromkeys(name for name, _ in blanks))
    notes = [
        other.side()
        for other in subject.passages
        if "填写" in other.text
        and any(name in other.text for name in names)
        and all(other is not passage for _, passage in blanks)
    ]
    yield Finding(
        Severity.WARNING,
        f"{'、'.join(names)}没有填写。",
        (blanks[0][1].side(), *notes[:1]),
        "应填写",
        "空",
    )


def requests(subject: Subject) -> Iterator[Finding]:
    """A 报告 carries no 请示 matter. Source: 党政机关公文处理工作条例 第十五条 (四)."""
    if any(
        "请示" in passage.text for passage in subject.passages if passage.role == "title"
    ) or not any("报告" in passage.text for passage in subject.passages if passage.role == "title"):
        return
    for passage in subject.passages:
        if passage.prose and (match := _REQUEST.search(passage.text)):
            yield Finding(
                Severity.WARNING,
                f"报告里不得夹带请示事项：“{match[0]}”。",
                (passage.side(match.start(), match.end(), 14),),
                "",
                match[0],
            )


def length(subject: Subject) -> Iterator[Finding]:
    """The main text is not longer than 5000 characters, or than report.yaml allows (字数).

    For information where the limit is the general one, a warning where the package sets its own.
    Source: 关于解决形式主义突出问题为基层减负的若干规定 (2024).
    """
    limit = subject.tolerance("篇幅", _LONGEST)
    text = [passage for passage in subject.passages if not passage.part and passage.prose]
    count = sum(len(re.sub(r"\s", "", passage.text)) for passage in text)
    if text and Decimal(count) > limit:
        own = "篇幅" in subject.tolerances
        yield Finding(
            Severity.WARNING if own else Severity.INFO,
            f"正文约{count}字，超过{limit}字。",
            (text[0].side(0, 20),),
            f"不超过{limit}",
            str(count),
        )


def placeholders(subject: Subject) -> Iterator[Finding]:
    """No placeholder is left (【待补：…】, TODO, ××, residue of a conversion). A gap of the data is an error.

    Silent about 【】 that say something else. Source: practice of editing.
    """
    for passage in subject.passages:
        for match in _GAP.finditer(passage.text):
            yield Finding(
                Severity.ERROR,
                f"还有没有填的地方：{match[0]}。",
                (passage.side(match.start(), match.end(), 12),),
                "",
                match[0],
            )


def empty_headings(subject: Subject) -> Iterator[Finding]:
    """A heading has text under it: not directly followed by one of its own or a higher level.

    Silent about a heading followed by headings of a lower level. Source: practice of editing.
    """
    passages = [
        passage
        for passage in subject.passages
        if passage.role in ("heading", "body", "row", "label", "title")
    ]
    for passage, after in zip(passages, passages[1:], strict=False):
        if (
            passage.role == "heading"
            and passage.level
            and after.role == "heading"
            and 0 < after.level <= passage.level
            and passage.part == after.part
        ):
            yield Finding(
                Severity.WARNING,
                f"标题“{passage.text.strip()}”下面没有内容。",
                (passage.side(), after.side()),
            )
