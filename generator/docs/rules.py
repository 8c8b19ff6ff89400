"""docs/rules.zh-CN.md: the rules of ``nigao check``, made of their docstrings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from generator.check.rules.table import FAMILIES
from generator.check.subject import Rule
from generator.docs.docstrings import DocumentationError, entries, escaped, page

_ARROW = " -> "


class Example(Struct, frozen=True):
    """Words of a report, and the message of the finding in them."""

    report: str
    message: str


class RulePage(Struct, frozen=True):
    """What the page of rules says of one rule; nothing of it is empty."""

    name: str
    finds: str
    leaves: str
    examples: tuple[Example, ...]
    source: str


def rule_page(name: str, rule: Rule) -> RulePage:
    """What the docstring of a rule says. Raises DocumentationError where a part is missing."""
    labelled = entries(rule, ("查", "不查", "例", "依据"))
    examples = [text for label, text in labelled if label == "例"]
    texts = {label: _only(name, label, labelled) for label in ("查", "不查", "依据")}
    if not examples:
        raise DocumentationError(f"rule {name}: its docstring needs “例：…”")
    parsed = tuple(_example(name, text) for text in examples)
    return RulePage(name, texts["查"], texts["不查"], parsed, texts["依据"])


def _only(name: str, label: str, labelled: Sequence[tuple[str, str]]) -> str:
    """The one text with a label. Raises DocumentationError where there is none, or another."""
    texts = [text for other, text in labelled if other == label and text]
    if len(texts) != 1:
        raise DocumentationError(f"rule {name}: its docstring needs one “{label}：…”")
    return texts[0]


def _example(name: str, text: str) -> Example:
    report, arrow, message = text.partition(_ARROW)
    if not arrow:
        raise DocumentationError(f"rule {name}: “例：{text}” needs “{_ARROW}”")
    return Example(report.strip(), message.strip())


_RULES = """\
# 检查规则

`nigao check` 用下面{count}条规则检查数据包和成文的报告，也检查任何 Word 文件。规则只提示，不改任何东西。
能肯定的是“错误”，要人看的是“提醒”，只供了解的是“供参考”。不想要的提示可以在 report.yaml 的 checks 里接受、放宽或者整条不查，写明理由。

公文的标点、数字用法执行 GB/T 15834—2011《标点符号用法》、GB/T 15835—2011《出版物上数字用法》
（GB/T 9704—2012《党政机关公文格式》第9章，规定）。“依据”里括号内是力度：规定、一般、推荐、可以，“实务”是通行做法，标准没有要求。

例子都是编的，箭头后面是提示的话。“／”分段；【题】是题目，【标】是单独成行的标题，【附】是附件说明，【签】是署名和成文日期，【注】是注，
【附件1】是附件开头的标记，“|”分开表格的格子。
"""


def rules() -> str:
    """docs/rules.zh-CN.md: every rule of the table, family by family."""
    lines = _RULES.format(count=sum(map(len, FAMILIES.values()))).splitlines()
    for family, members in FAMILIES.items():
        lines += ["", f"## {family}"]
        for name, rule in members.items():
            lines += _rule_lines(rule_page(name, rule))
    return page(lines)


def _rule_lines(rule: RulePage) -> Iterator[str]:
    yield from ("", f"### {rule.name}", "")
    yield f"- **查**：{escaped(rule.finds)}"
    yield f"- **不查**：{escaped(rule.leaves)}"
    for example in rule.examples:
        yield f"- **例**：{escaped(example.report)}"
        yield f"  → {escaped(example.message)}"
    yield f"- **依据**：{escaped(rule.source)}"
