"""Writes the pages of docs/ that list what the code knows: ``python -m generator.docs [--check]``.

In: the docstrings of rules, of template words and of the Python API. Out: Markdown, the same for
the same code. Must not know: packages, Word files.
"""

from __future__ import annotations

import ast
import importlib
import inspect
import re
import sys
import textwrap
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import FunctionType, ModuleType

from generator import jobs
from generator.check.rules.table import FAMILIES
from generator.check.subject import Rule
from generator.figures.formulas import FORMULA_FUNCTIONS
from generator.report.compose.words import VALUES, WORDS, Word

FOLDER = Path(__file__).parents[1] / "docs"
_LABELLED = re.compile(r"(?P<label>[\u4e00-\u9fff]{1,3})：(?P<text>.*)")
_ARROW = " -> "
_NOTE = "<!-- Made of docstrings by “python -m generator.docs”: change those, not this file. -->"
_WIDTH = 100
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


@dataclass(frozen=True)
class Usage:
    """A line of a template, and what it prints."""

    written: str
    printed: str


@dataclass(frozen=True)
class WordPage:
    """What the page of words says of one word: its name as templates write it, how it is called."""

    name: str
    call: str
    about: str
    usages: tuple[Usage, ...]


WORDS_AND_FUNCTIONS: Mapping[str, Word] = {**WORDS, **FORMULA_FUNCTIONS}
"""Template words, then the functions of formulas, by name (a filter with | before it)."""
_GIVEN_BY_THE_REPORT = ("Printer", "TemplateScope", "LookUp")
"""Parameters that no template writes, by their type."""


def word_page(name: str, word: Word) -> WordPage:
    """What the docstring of a word says. Raises DocumentationError where a part is missing."""
    texts: dict[str, list[str]] = {"说明": [], "用法": [], "印出": []}
    for label, text in entries(word, list(texts)):
        texts[label].append(text)
    written, printed = texts["用法"], texts["印出"]
    if len(texts["说明"]) != 1 or not written or len(written) != len(printed):
        raise DocumentationError(
            f"word {name}: its docstring needs “说明：…”, “用法：…”, “印出：…”"
        )
    usages = tuple(map(Usage, written, printed))
    return WordPage(name, _call(name, word), texts["说明"][0], usages)


def _call(name: str, word: Word) -> str:
    """How templates call a word: jn(items, sep='、'); figure|unit(word); year."""
    if name in VALUES:
        return name
    parameters = [
        str(parameter.replace(annotation=parameter.empty))
        for parameter in inspect.signature(word).parameters.values()
        if parameter.annotation not in _GIVEN_BY_THE_REPORT and parameter.name != "caller"
    ]
    if not name.startswith("|"):
        return f"{name}({', '.join(parameters)})"
    value, *further = parameters
    return f"{value}{name}({', '.join(further)})" if further else f"{value}{name}"


_WORDS = """\
# 模板里的词

提纲（report.md.j2、letter.md.j2、macros.md.j2）、本地写法（sections/*.md.j2）、人写的文字（text/*.md）和 report.yaml
里的标题用下面的词。函数写成 `{{ 词(…) }}`；过滤器写在要印的数后面，`{{ 数|词 }}`；值直接写 `{{ 词 }}`。此外都是
Jinja2 自己的写法（for、if、set、macro、import）。报告的标题排好以后，公文标题、公文和报告里用 `report_title` 引它。

记录按中文名称用：`政策文件` 是全部记录，`政策文件['键']` 是一条，`政策文件['键'].标题` 是一格，`政策文件.标题` 是一列。
公式（figures.csv 的“公式”列、统计表）里只用最后一节的函数，`{键}` 是一个数，如 `{资金.到位}/{资金.计划}*100`。

印出来的数都记着来源。数不知道时，句子里印【待补：名称】，`clause` 和并列里略去；拿不知道的数作条件（`if`、比大小、
`==`），成立不成立都不知道，也印【待补：名称】。直接写 `{% if 数 %}` 的，不知道和 0 都不成立。可以先问 `known`，如
`{% if known('得分') and f('得分') >= 60 %}`。text/*.md 里 `{键}` 也是一个数。

提纲的每段各占一个 block，各地在 sections/report.md.j2 里改写同名的 block。没有数据的段落和下面没有内容的标题自动消失；
上级要求必须有的，写 `{% block 名称 required %}`：没有内容时印【待补：名称】，各地改写了也不消失。

例子用的是一个编的县：清河县 2023 年的数据包，上年的数据包在它旁边。
"""


def words() -> str:
    """docs/words.zh-CN.md: every word of templates and function of formulas, module by module."""
    lines = _WORDS.splitlines()
    modules = dict.fromkeys(word.__module__ for word in WORDS_AND_FUNCTIONS.values())
    for module in modules:
        lines += ["", f"## {_category(importlib.import_module(module))}"]
        for name, word in WORDS_AND_FUNCTIONS.items():
            if word.__module__ == module:
                lines += _word_lines(word_page(name, word))
    return _page(lines)


def _category(module: ModuleType) -> str:
    """What the page calls the words of a module."""
    categories = entries(module, ["类别"])
    if len(categories) != 1:
        raise DocumentationError(f"{module.__name__}: its docstring needs “类别：…”")
    return categories[0][1]


def _word_lines(page: WordPage) -> Iterator[str]:
    yield from ("", f"### {_escaped(page.name)}", "", f"`{page.call}`", "", _escaped(page.about))
    for usage in page.usages:
        yield from ("", "```jinja", usage.written, "```", "", f"→ {_escaped(usage.printed)}")


_API = """\
# The Python API

`generator.jobs` is what the command line calls: one module a command, and in it a function of that
name. Paths in, files and frozen values out. Nothing is printed and no clock is read; what a person
must mend is a `generator.model.errors.NigaoError`, with every problem at once.

The examples run in a folder that holds 清河-2023, a small package of an invented county (made by
`tests/jobs/test_api.py`, which runs them), after the import of their module and these:

```python
import datetime as dt
import json
from dataclasses import replace
from pathlib import Path
from generator.jobs.compose import compose
from generator.jobs.draft import write
```
"""
_EXAMPLE = "\n\n例：\n"


def api() -> str:
    """docs/api.md: every public function and result of the jobs, command by command."""
    lines = _API.splitlines()
    for module_name in jobs.MODULES:
        module = importlib.import_module(f"generator.jobs.{module_name}")
        public = members(module)
        lines += ["", f"## {module.__name__}", "", _documented(module), ""]
        lines += ["```python", f"from {module.__name__} import {', '.join(public)}", "```"]
        for name, member in public.items():
            lines += _member_lines(name, member)
    return _page(lines)


def members(module: ModuleType) -> dict[str, FunctionType | type]:
    """The public functions and classes that a module defines, by name."""
    named = {name: getattr(module, name) for name in module.__all__}
    return {
        name: member
        for name, member in named.items()
        if isinstance(member, FunctionType | type) and member.__module__ == module.__name__
    }


def _member_lines(name: str, member: FunctionType | type) -> Iterator[str]:
    prose, _, example = _documented(member).partition(_EXAMPLE)
    if isinstance(member, FunctionType) and not example:
        raise DocumentationError(f"{member.__module__}.{name}: its docstring needs “例：”")
    yield from ("", f"### {name}", "", "```python", _head(member), "```", "", prose)
    if example:
        yield from ("", "```python", textwrap.dedent(example), "```")


def _documented(documented: object) -> str:
    docstring = inspect.getdoc(documented)
    if not docstring:
        raise DocumentationError(f"{documented} has no docstring")
    return docstring


def _head(member: FunctionType | type) -> str:
    """A function without its body; a class with its fields and its methods without theirs."""
    (node,) = ast.parse(textwrap.dedent(inspect.getsource(member))).body
    if isinstance(node, ast.FunctionDef):
        return _signature(node)
    assert isinstance(node, ast.ClassDef)
    parts = [f"class {node.name}:"]
    for part in node.body:
        if isinstance(part, ast.AnnAssign):
            parts.append(f"    {ast.unparse(part)}")
        elif isinstance(part, ast.FunctionDef):
            parts.append(textwrap.indent(_signature(part), "    "))
    return "\n".join(parts)


def _signature(node: ast.FunctionDef) -> str:
    """The first line of a function, its decorators above; a parameter a line where it is long."""
    returns = f" -> {ast.unparse(node.returns)}" if node.returns else ""
    line = f"def {node.name}({ast.unparse(node.args)}){returns}"
    if len(line) > _WIDTH:
        parameters = ast.unparse(node.args).replace(", ", ",\n    ")
        line = f"def {node.name}(\n    {parameters},\n){returns}"
    return "\n".join([*(f"@{ast.unparse(item)}" for item in node.decorator_list), line])


def _page(lines: Sequence[str]) -> str:
    return "\n".join([_NOTE, "", *lines]) + "\n"


PAGES: Mapping[str, Callable[[], str]] = {
    "rules.zh-CN.md": rules,
    "words.zh-CN.md": words,
    "api.md": api,
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
