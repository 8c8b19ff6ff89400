"""What a document of this kind must have, and must not say; length."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from generator.check.finding import Finding, Side
from generator.check.passages import Passage, prose
from generator.check.rules.matches import matches
from generator.check.subject import Subject
from generator.model import files
from generator.model.regex import regex
from generator.model.settings import Settings
from generator.model.severity import Severity

_BLOCK = regex(r"(填报单位|填表人|联系方式|联系电话|审核人)[:：]\s*(?=$|填报|填表|联系|审核|\t)")
_REQUEST = regex(
    r"请(?:予)?批示|请批复|请(?:予)?审[示批](?![准下])|请核准|恳请[^。]{0,20}(?:批准|解决|支持)|妥否|请予(?:批准|审批|解决)"
)
_TEXT_UNDER_HEADINGS = ("heading", "body", "row", "label", "title")
_UPWARD = ("报告", "请示")
"""What the title of a document that goes upward ends with."""
_LENGTH = "篇幅"
_LONGEST = 5000
_FEWEST_ITEMS = 3


def required(subject: Subject) -> Iterator[Finding]:
    """A formal report has its document number, signer (it goes upward), signature and date.

    查：report.yaml 的 form 是 formal 时，缺发文字号、签发人（供参考）、发文机关署名和成文日期。
    不查：form 是 plain 的；没有写发文机关（organs）时的发文字号和签发人；标题不是“报告”“请示”的，不查签发人；
    单独的 Word 文件。
    例：form 是 formal，写了发文机关，没有写签发人 -> 缺签发人（报告是上行文，版头应标注签发人）。
    依据：GB/T 9704—2012 第7.2.5条、第7.2.6条、第7.3.5条（规定）。
    """
    draft = subject.draft
    if draft and draft.dataset.settings.form == "formal":
        title = draft.document.properties.title
        yield from _missing_elements(draft.dataset.settings, title.endswith(_UPWARD))


def _missing_elements(settings: Settings, upward: bool) -> Iterator[Finding]:
    if settings.organs and not settings.number:
        yield _missing("发文字号", "number", Severity.WARNING)
    if settings.organs and upward and not settings.signers:
        yield _missing("签发人（报告是上行文，版头应标注签发人）", "signers", Severity.INFO)
    if not settings.signature:
        yield _missing("发文机关署名和成文日期", "signature", Severity.WARNING)


def _missing(element: str, item: str, severity: Severity) -> Finding:
    side = Side("", files.REPORT, column=item)
    return Finding(severity, f"缺{element}。", (side,), element, "空")


def blank_block(subject: Subject) -> Iterator[Finding]:
    """The block above the form (填报单位, 填表人, 联系方式) is filled.

    查：“填报单位”“填表人”“审核人”“联系方式”“联系电话”后面是空的；全文报一次，并指出要求填写的说明。
    不查：已经填的；没有这些栏的；表下面签名的一行（留着手写）。
    例：填报单位：清河县　填表人：　联系方式： -> 填表人、联系方式没有填写。
    依据：统计表填表说明。
    """
    above = (passage for passage in subject.passages if passage.role != "signature")
    blanks = list(matches(above, _BLOCK))
    if blanks:
        names = list(dict.fromkeys(match[1] for _, match in blanks))
        blank = [passage for passage, _ in blanks]
        message = f"{'、'.join(names)}没有填写。"
        sides = (blank[0].side(), *_instructions(subject, names, blank)[:1])
        yield Finding(Severity.WARNING, message, sides, "应填写", "空")


def _instructions(subject: Subject, names: list[str], blank: list[Passage]) -> list[Side]:
    """The passages that ask for these items to be filled, the blank ones aside."""
    return [
        passage.side()
        for passage in subject.passages
        if "填写" in passage.text
        and any(name in passage.text for name in names)
        and all(passage is not other for other in blank)
    ]


def requests(subject: Subject) -> Iterator[Finding]:
    """A 报告 carries no matter of a 请示.

    查：标题是“报告”的文件里有“请批示”“请批复”“恳请…批准”“妥否”等话；每段报一处。
    不查：标题里有“请示”的；标题里没有“报告”的。
    例：【题】关于报送自评报告的报告／恳请省局批准追加资金。
        -> 报告里不得夹带请示事项：“恳请省局批准”。
    依据：《党政机关公文处理工作条例》第十五条（四）（规定）。
    """
    for passage in prose(subject.passages) if _is_report(subject) else ():
        if match := _REQUEST.search(passage.text):
            message = f"报告里不得夹带请示事项：“{match[0]}”。"
            side = passage.side(match.start(), match.end(), 14)
            yield Finding(Severity.WARNING, message, (side,), "", match[0])


def _is_report(subject: Subject) -> bool:
    """Whether the title says 报告 and not 请示."""
    titles = [passage.text for passage in subject.passages if passage.role == "title"]
    return any("报告" in title for title in titles) and not any("请示" in title for title in titles)


def length(subject: Subject) -> Iterator[Finding]:
    """The main text is not longer than 5000 characters, or than report.yaml allows.

    查：正文超过5000字，供参考；report.yaml 的 checks.tolerances 写了“篇幅”的，超过它就提醒。
    不查：附件、标题和表格不计字数。
    例：正文6200字 -> 正文约6200字，超过5000字。
    依据：《整治形式主义为基层减负若干规定》（2024年）：地方和部门文件一般不超过5000字。
    """
    limit = subject.tolerance(_LENGTH, _LONGEST)
    text = [passage for passage in prose(subject.passages) if not passage.part]
    count = len(re.sub(r"\s", "", "".join(passage.text for passage in text)))
    if text and count > limit:
        severity = Severity.WARNING if _LENGTH in subject.tolerances else Severity.INFO
        message = f"正文约{count}字，超过{limit}字。"
        yield Finding(severity, message, (text[0].side(0, 20),), f"不超过{limit}", str(count))


def wrapped_lines(subject: Subject) -> Iterator[Finding]:
    """The lines of a file are paragraphs of their own: it was pasted from a PDF.

    查：Word 文件里一行一段（像是从 PDF 粘贴的）。只提示一次，其余各项按接好的段落检查。
    不查：数据包；段落长短不一、句子没有被切断的。
    例：（一行一段的 Word 文件） -> 文件像是从PDF粘贴的，一行一段：有12行接到了上一段再检查，请先在Word里接好。
    依据：一句话不分段（实务）。
    """
    for passage in subject.passages[:1]:
        if passage.joined:
            message = (
                f"文件像是从PDF粘贴的，一行一段：有{passage.joined}行接到了上一段再检查，"
                "请先在Word里接好。"
            )
            yield Finding(Severity.WARNING, message, (passage.side(),))


def empty_headings(subject: Subject) -> Iterator[Finding]:
    """A heading has text under it: no heading of its own or a higher level follows at once.

    查：标题下面没有文字，接着就是同级或更高一级的标题。
    不查：接着是下一级标题的；后面是附件的；一连三条以上下面都没有文字的（是分条，不是标题）；没有正文的附件里的。
    例：【标】二、主要问题／【标】三、下步打算 -> 标题“二、主要问题”下面没有内容。
    依据：标题统领下文（实务）。
    """
    passages = [passage for passage in subject.passages if passage.role in _TEXT_UNDER_HEADINGS]
    with_text = {passage.part for passage in passages if passage.role in ("body", "row")}
    items = _items_of_lists(passages)
    for heading, after in zip(passages, passages[1:], strict=False):
        is_empty = heading.role == after.role == "heading" and _ends_at(heading, after)
        is_item = id(heading) in items or (heading.part and heading.part not in with_text)
        if is_empty and not is_item:
            message = f"标题“{heading.text.strip()}”下面没有内容。"
            yield Finding(Severity.WARNING, message, (heading.side(), after.side()))


def _items_of_lists(passages: Sequence[Passage]) -> set[int]:
    """The headings, by identity, that stand three or more in a row with nothing under the last one
    either: the items of a list. Those of the highest level are none."""
    items: set[int] = set()
    run: list[Passage] = []
    for passage in (*passages, None):
        if run and (
            passage is None or passage.level != run[-1].level or passage.part != run[-1].part
        ):
            is_closed = (
                passage is None or passage.part != run[-1].part or _ends_at(run[-1], passage)
            )
            if is_closed and len(run) >= _FEWEST_ITEMS:
                items |= set(map(id, run))
            run = []
        if passage is not None and passage.role == "heading" and passage.level > 1:
            run.append(passage)
    return items


def _ends_at(heading: Passage, after: Passage) -> bool:
    """Whether the section of a heading ends at the one after it, in the same part."""
    return heading.part == after.part and 0 < after.level <= heading.level
