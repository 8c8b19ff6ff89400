"""The checks that were not done, and why."""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.subject import Subject
from generator.figures import Draft

NEED_A_PACKAGE = (
    "文表一致",
    "前后一致",
    "同词两义",
    "同键两值",
    "记录与统计表",
    "正文算法",
    "小计",
    "与上年比",
    "共用名册",
    "外地名称",
    "外来年份",
    "照抄来源",
    "必备要素",
    "重复登记",
    "百分数",
)
"""The rules that compare with the data of a package."""
_NEED_A_FORM = (
    "表内合计",
    "部分不大于整体",
    "分项重叠",
    "表内相等",
    "表内算式",
    "填报格式",
    "表式",
)


def undone(subject: Subject) -> tuple[str, ...]:
    """A line for each group of rules that had nothing to compare with, and why."""
    lines = [*_without_package(subject), *_without_date(subject)]
    if subject.draft is not None:
        lines = [*_without_others(subject.draft), *_without_date(subject)]
    return tuple(lines)


def _without_package(subject: Subject) -> Iterator[str]:
    yield f"没有数据包，没有查：{'、'.join(NEED_A_PACKAGE)}"
    if not subject.form:
        yield f"没有认出统计表，没有查：{'、'.join(_NEED_A_FORM)}"
    if subject.year is None:
        yield "标题里没有年份，没有查标题、附件的年份，没写年份的日期按成文日期的年份算"


def _without_others(draft: Draft) -> Iterator[str]:
    """What a package has nothing to be compared with."""
    if draft.dataset.previous is None:
        yield "没有上年数据包（report.yaml 的 previous），没有查：与上年比"
    if not draft.dataset.settings.names:
        yield "没有共用名册（report.yaml 的 names），没有查：共用名册"


def _without_date(subject: Subject) -> Iterator[str]:
    if not any(passage.role in ("signature", "imprint") for passage in subject.passages):
        yield "没有成文日期，没有查：成文日期、文号年份"
