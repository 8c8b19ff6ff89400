"""A YAML file: every fault of it a line of Chinese."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import yaml

from generator.model import limits
from generator.model.errors import DataError, Problem, excerpt
from generator.package import yamltext
from generator.package.intake.characters import without_unseen
from generator.package.read.schema.shape_faults import ShapeFault, Wrong
from generator.package.read.schema.slips import slips_of_keys, syntax_problem
from generator.package.read.tablefile import decode, forbidden_line
from generator.package.textfiles import with_unix_ends

_QUOTED = 40
_OTHERWISE = ("写法不对", "请照样例改正")
_MESSAGES = {
    Wrong.MISSING: ("缺少这一项", "请补上"),
    Wrong.UNKNOWN: ("没有这一项", "请删去或核对写法"),
    Wrong.NO_TEXT: ("应当是文字", "请写成一行文字，含冒号时加引号"),
    Wrong.NOT_WHOLE: ("应当是整数", "请只写数字"),
    Wrong.NO_NUMBER: ("应当是一个数", "请只写数字，如 0.5"),
    Wrong.NO_FLAG: ("应当是 true 或 false", "请改正"),
    Wrong.NO_DAY: ("应当是日期", "请写成 2021-11-27"),
    Wrong.NO_LIST: ("应当是清单", "每项一行，以“- ”开头"),
    Wrong.NO_ITEMS: ("应当是“项: 值”的清单", "请照样例写"),
    Wrong.NO_NAME: ("项的名字应当是文字", "请加引号"),
    Wrong.EMPTY: ("不能是空的", "请写上，或删去这一项"),
}
"""What is wrong and what to do."""


def read_yaml(path: Path, shown: str, load: Callable[[str], object] = yamltext.load) -> object:
    """The content of a YAML file; ``load`` reads its text.

    Raises InputError (missing, encoding) or DataError (syntax, what ``yamltext`` refuses).
    """
    return yaml_content(yaml_words(path, shown), shown, load)


def yaml_words(path: Path, shown: str) -> str:
    """The text of a YAML file, its lines as an editor counts them.

    Raises InputError, DataError where it has a character that no document may hold.
    """
    text = with_unix_ends(decode(path, shown, limits.YAML_BYTES))
    faults = list(forbidden_line(text, shown))
    if faults:
        raise DataError(faults)
    return without_unseen(text)


def yaml_content(text: str, shown: str, load: Callable[[str], object] = yamltext.load) -> object:
    """The content of the text of a YAML file. Raises DataError as ``read_yaml``."""
    try:
        return load(text)
    except yaml.YAMLError as error:
        raise DataError(syntax_problem(error, text, shown)) from None


def slips_behind(faults: Sequence[ShapeFault], text: str, shown: str) -> list[Problem]:
    """The keys without the colon that YAML wants, where something is wrong because of it."""
    return list(slips_of_keys(text, shown)) if any(map(_is_slip, faults)) else []


def _is_slip(fault: ShapeFault) -> bool:
    """Whether words stand in place of items, or the name of an item has a colon in it."""
    if fault.wrong is Wrong.NO_ITEMS:
        return isinstance(fault.value, str)
    name = str(fault.path[-1])
    return "：" in name or ":" in name


def problems_of_shape(faults: Sequence[ShapeFault], file: str) -> Iterator[Problem]:
    """What is wrong with the content of a YAML file, a problem for each fault."""
    for fault in faults:
        path = ".".join(excerpt(str(part), _QUOTED) for part in fault.path)
        message, todo = _message(fault)
        yield Problem(_quoted(fault) + message, todo, file, column=path)


def _message(fault: ShapeFault) -> tuple[str, str]:
    if fault.wrong is Wrong.NO_CHOICE:
        expected = " 或 ".join(", ".join(map(repr, fault.choices)).rsplit(", ", 1))
        return f"只能是 {expected}", "请改为其中一项"
    if fault.wrong is Wrong.TOO_LOW:
        return f"不能小于 {fault.bound:g}", "请核对"
    if fault.wrong is Wrong.TOO_HIGH:
        return f"不能大于 {fault.bound:g}", "请核对"
    return _MESSAGES.get(fault.wrong, _OTHERWISE)


def _quoted(fault: ShapeFault) -> str:
    """What stands there now, where it is short enough to quote."""
    has_no_words = fault.wrong is Wrong.MISSING or isinstance(fault.value, dict | list)
    shown = str(fault.value).lower() if isinstance(fault.value, bool) else str(fault.value)
    return "" if has_no_words else f"写的是“{excerpt(shown, _QUOTED)}”，"
