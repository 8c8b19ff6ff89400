"""docs/words.zh-CN.md: the words of templates and the functions of formulas, made of their
docstrings."""

from __future__ import annotations

import importlib
import inspect
from collections.abc import Iterator, Mapping
from types import ModuleType

from msgspec import Struct

from generator.docs.docstrings import DocumentationError, entries, escaped, page
from generator.figures.formulas import FORMULA_FUNCTIONS
from generator.report.compose.words import VALUES, WORDS, Word


class Usage(Struct, frozen=True):
    """A line of a template, and what it prints."""

    written: str
    printed: str


class WordPage(Struct, frozen=True):
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
    return page(lines)


def _category(module: ModuleType) -> str:
    """What the page calls the words of a module."""
    categories = entries(module, ["类别"])
    if len(categories) != 1:
        raise DocumentationError(f"{module.__name__}: its docstring needs “类别：…”")
    return categories[0][1]


def _word_lines(word: WordPage) -> Iterator[str]:
    yield from ("", f"### {escaped(word.name)}", "", f"`{word.call}`", "", escaped(word.about))
    for usage in word.usages:
        yield from ("", "```jinja", usage.written, "```", "", f"→ {escaped(usage.printed)}")
