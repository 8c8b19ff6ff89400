"""A YAML file: every fault of it a line of Chinese."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import yaml
from pydantic import ConfigDict, ValidationError
from pydantic_core import ErrorDetails

from generator.model import limits
from generator.model.errors import DataError, Problem, excerpt
from generator.package import yamltext
from generator.package.intake.characters import without_unseen
from generator.package.read.schema.slips import slips_of_keys, syntax_problem
from generator.package.read.tablefile import decode, forbidden_line
from generator.package.textfiles import with_unix_ends

STRICT = ConfigDict(extra="forbid", allow_inf_nan=False)
"""An item of a YAML file that no field is named after is a fault, and so is a number without end,
which a text in quotes can name ("nan", "1e400")."""
_QUOTED = 40
_NEEDS_MAPPING = ("应当是“项: 值”的清单", "请照样例写")
_NEEDS_WHOLE = ("应当是整数", "请只写数字")
_NEEDS_NUMBER = ("应当是一个数", "请只写数字，如 0.5")
_NEEDS_DATE = ("应当是日期", "请写成 2021-11-27")
_NEEDS_FLAG = ("应当是 true 或 false", "请改正")
_UNKNOWN = ("没有这一项", "请删去或核对写法")
_OTHERWISE = ("写法不对", "请照样例改正")
_WANT_ITEMS = ("mapping_type", "dict_type", "model_type", "dataclass_type")
_MESSAGES = {
    "missing": ("缺少这一项", "请补上"),
    "extra_forbidden": _UNKNOWN,
    "unexpected_keyword_argument": _UNKNOWN,
    "int_parsing": _NEEDS_WHOLE,
    "int_type": _NEEDS_WHOLE,
    "int_from_float": _NEEDS_WHOLE,
    "float_parsing": _NEEDS_NUMBER,
    "float_type": _NEEDS_NUMBER,
    "finite_number": _NEEDS_NUMBER,
    "string_type": ("应当是文字", "请写成一行文字，含冒号时加引号"),
    "bool_type": _NEEDS_FLAG,
    "bool_parsing": _NEEDS_FLAG,
    "tuple_type": ("应当是清单", "每项一行，以“- ”开头"),
    "mapping_type": _NEEDS_MAPPING,
    "dict_type": _NEEDS_MAPPING,
    "model_type": _NEEDS_MAPPING,
    "dataclass_type": _NEEDS_MAPPING,
    "invalid_key": ("项的名字应当是文字", "请加引号"),
    "too_short": ("不能是空的", "至少写一项"),
    "string_too_short": ("不能是空的", "请写上，或删去这一项"),
}
"""What is wrong and what to do, by the kind of fault that pydantic tells."""


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


def slips_behind(error: ValidationError, text: str, shown: str) -> list[Problem]:
    """The keys without the colon that YAML wants, where something is wrong because of it."""
    return list(slips_of_keys(text, shown)) if any(map(_is_slip, error.errors())) else []


def _is_slip(item: ErrorDetails) -> bool:
    """Whether words stand in place of items, or the name of an item has a colon in it."""
    if item["type"] in _WANT_ITEMS:
        return isinstance(item["input"], str)
    name = str(item["loc"][-1])
    return "：" in name or ":" in name


def validation_problems(error: ValidationError, file: str, depth: int = 0) -> Iterator[Problem]:
    """What is wrong with the content of a YAML file, a problem for each item; ``depth`` is how far
    inside the validated value the content lies."""
    for item in error.errors():
        path = ".".join(excerpt(str(part), _QUOTED) for part in item["loc"][depth:])
        message, todo = _message(item)
        yield Problem(_quoted(item) + message, todo, file, column=path)


def _message(item: ErrorDetails) -> tuple[str, str]:
    if item["type"].startswith(("date_", "datetime_")):
        return _NEEDS_DATE
    if item["type"] in ("literal_error", "enum"):
        expected = item["ctx"]["expected"].replace(" or ", " 或 ")
        return f"只能是 {expected}", "请改为其中一项"
    if item["type"] == "greater_than_equal":
        return f"不能小于 {item['ctx']['ge']:g}", "请核对"
    if item["type"] == "less_than_equal":
        return f"不能大于 {item['ctx']['le']:g}", "请核对"
    return _MESSAGES.get(item["type"], _OTHERWISE)


def _quoted(item: ErrorDetails) -> str:
    """What stands there now, where it is short enough to quote."""
    has_no_words = item["type"] == "missing" or isinstance(item["input"], dict | list)
    return "" if has_no_words else f"写的是“{excerpt(str(item['input']), _QUOTED)}”，"
