"""Writes the pages of docs/ that list what the code knows: ``python -m generator.docs [--check]``.

In: the docstrings of rules. Out: Markdown, the same for the same code. Must not know: packages,
Word files.
"""

from __future__ import annotations

import inspect
import re
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.check.rules.table import FAMILIES
from generator.check.subject import Rule

FOLDER = Path(__file__).parents[1] / "docs"
_LABELLED = re.compile(r"(?P<label>[\u4e00-\u9fff]{1,3})：(?P<text>.*)")
_ARROW = " -> "
_NOTE = "<!-- Made of docstrings by “python -m generator.docs”: change those, not this file. -->"
_MARKDOWN = re.compile(r"[\\`*_<>|\[\]#]")


class DocumentationError(Exception):
    """Something has no documentation, or not in the shape that its page needs."""


@dataclass(frozen=True)
class Example:
    """Words of a report, and the message of the finding in them."""

    report: str
    message: str


@dataclass(frozen=True)
class RulePage:
    """What the page of rules says of one rule; nothing of it is empty."""

    name: str
    finds: str
    leaves: str
    examples: tuple[Example, ...]
    source: str


def entries(documented: object, labels: Sequence[str]) -> list[tuple[str, str]]:
    """The labelled lines of a docstring (查：…), in order: label and text.

    A line without one of the ``labels`` goes on with the text above it; what stands above the first
    label is left out. Raises DocumentationError where there is no docstring.
    """
    docstring = inspect.getdoc(documented)
    if not docstring:
        raise DocumentationError(f"{documented} has no docstring")
    found: list[tuple[str, str]] = []
    for line in docstring.splitlines():
        match = _LABELLED.fullmatch(line.strip())
        if match and match["label"] in labels:
            found.append((match["label"], match["text"]))
        elif found and line.strip():
            label, text = found[-1]
            found[-1] = label, _joined(text, line.strip())
    return found


def _joined(text: str, more: str) -> str:
    """Two lines of one text: a blank between them only beside letters and signs of ASCII."""
    blank = " " if text[-1:].isascii() or more[:1].isascii() else ""
    return f"{text}{blank}{more}"


def rule_page(name: str, rule: Rule) -> RulePage:
    """What the docstring of a rule says. Raises DocumentationError where a part is missing."""
    texts: dict[str, list[str]] = {"查": [], "不查": [], "例": [], "依据": []}
    for label, text in entries(rule, list(texts)):
        texts[label].append(text)
    for label, parts in texts.items():
        if not any(parts) or (label != "例" and len(parts) > 1):
            raise DocumentationError(f"rule {name}: its docstring needs “{label}：…”")
    examples = tuple(_example(name, text) for text in texts["例"])
    return RulePage(name, texts["查"][0], texts["不查"][0], examples, texts["依据"][0])


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
    return _page(lines)


def _rule_lines(page: RulePage) -> Iterator[str]:
    yield from ("", f"### {page.name}", "")
    yield f"- **查**：{_escaped(page.finds)}"
    yield f"- **不查**：{_escaped(page.leaves)}"
    for example in page.examples:
        yield f"- **例**：{_escaped(example.report)}"
        yield f"  → {_escaped(example.message)}"
    yield f"- **依据**：{_escaped(page.source)}"


def _escaped(text: str) -> str:
    """The text as Markdown that prints it as it stands."""
    return _MARKDOWN.sub(lambda sign: f"\\{sign[0]}", text)


def _page(lines: Sequence[str]) -> str:
    return "\n".join([_NOTE, "", *lines]) + "\n"


PAGES: Mapping[str, Callable[[], str]] = {
    "rules.zh-CN.md": rules,
}
"""The pages by file name in docs/, each with the function that gives its text."""


def stale(folder: Path = FOLDER) -> list[str]:
    """The pages that are not in the folder as the code gives them."""
    return [name for name, page in PAGES.items() if _text_of(folder / name) != page()]


def _text_of(path: Path) -> str | None:
    return path.read_text(encoding="utf-8") if path.is_file() else None


def main(words: Sequence[str], folder: Path = FOLDER) -> int:
    """Write the pages; with --check name those that are stale, and return 1 where there are any.

    Raises DocumentationError where the code lacks documentation; then no page was written.
    """
    if words not in ([], ["--check"]):
        print("usage: python -m generator.docs [--check]", file=sys.stderr)
        return 2
    if words:
        names = stale(folder)
        for name in names:
            print(f"docs/{name} is stale: run python -m generator.docs")
        return 1 if names else 0
    texts = {name: page() for name, page in PAGES.items()}
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
