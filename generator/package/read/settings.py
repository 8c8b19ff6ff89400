"""report.yaml: what the letter, the report and the file need to know besides figures."""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from dataclasses import fields
from pathlib import Path
from typing import Any

import yaml
from pydantic import BaseModel, ConfigDict, ValidationError

from generator.model.errors import DataError, Problem, raise_all
from generator.model.settings import Settings
from generator.package.read.tablefile import decode, forbidden_line
from generator.standard.gbt9704 import Fonts

FILE = "report.yaml"


STRICT = ConfigDict(extra="forbid")
"""An item of a YAML file that no field is named after is a fault."""


class _Report(BaseModel):
    """report.yaml, held against the fields of ``Settings`` and their types."""

    model_config = STRICT
    settings: Settings


class _UniqueKeys(yaml.SafeLoader):
    """YAML in which a key may stand only once in a mapping."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Hashable, Any]:
        seen: set[str] = set()
        for key, _ in node.value:
            if key.value in seen:
                raise yaml.MarkedYAMLError(
                    problem=f"“{key.value}”写了两次", problem_mark=key.start_mark
                )
            seen.add(key.value)
        return super().construct_mapping(node, deep)


def read_yaml(path: Path, shown: str) -> Any:
    """The content of a YAML file. Raises InputError (missing, encoding) or DataError (syntax, a key twice)."""
    text = decode(path, shown)
    if faults := list(forbidden_line(text, shown)):
        raise DataError(faults)
    try:
        return yaml.load(text, _UniqueKeys)
    except yaml.MarkedYAMLError as error:
        row = error.problem_mark.line + 1 if error.problem_mark else None
        told = error.problem if error.problem and "写了两次" in error.problem else "YAML 写法有误"
        raise DataError(
            Problem(told, "请检查缩进、冒号后的空格和引号，重复的项只留一个", shown, row)
        ) from None
    except ValueError as error:
        raise DataError(Problem(f"有无效的日期或数（{error}）", "请核对年月日", shown)) from None


def read_settings(folder: Path) -> Settings:
    """The settings of the package in ``folder``. Raises InputError or DataError, all faults at once."""
    content = read_yaml(folder / FILE, FILE)
    if not isinstance(content, dict):
        raise DataError(Problem("应当是“项: 值”的清单", "请照 data/ 里的样例写", FILE))
    problems = list(_font_problems(content.get("fonts")))
    try:
        report = _Report.model_validate({"settings": content})
    except ValidationError as error:
        raise DataError([*validation_problems(error, FILE, depth=1), *problems]) from None
    raise_all(problems)
    return report.settings


def _font_problems(fonts: object) -> Iterator[Problem]:
    roles = [field.name for field in fields(Fonts)]
    unknown = [str(role) for role in fonts if role not in roles] if isinstance(fonts, dict) else []
    if unknown:
        told = f"没有“{'、'.join(unknown)}”这种用途的字体，可用：{'、'.join(roles)}"
        yield Problem(told, "请改正", FILE, column="fonts")


_TOLD = {
    "missing": ("缺少这一项", "请补上"),
    "extra_forbidden": ("没有这一项", "请删去或核对写法"),
    "unexpected_keyword_argument": ("没有这一项", "请删去或核对写法"),
    "int_parsing": ("应当是整数", "请写成 2021 这样"),
    "int_type": ("应当是整数", "请写成 2021 这样"),
    "int_from_float": ("应当是整数", "请写成 2021 这样"),
    "string_type": ("应当是文字", "请写成一行文字，含冒号时加引号"),
    "bool_type": ("应当是 true 或 false", "请改正"),
    "bool_parsing": ("应当是 true 或 false", "请改正"),
    "tuple_type": ("应当是清单", "每项一行，以“- ”开头"),
    "mapping_type": ("应当是“项: 值”的清单", "请照样例写"),
    "dict_type": ("应当是“项: 值”的清单", "请照样例写"),
    "model_type": ("应当是“项: 值”的清单", "请照样例写"),
    "dataclass_type": ("应当是“项: 值”的清单", "请照样例写"),
    "too_short": ("不能是空的", "至少写一项"),
}


def validation_problems(error: ValidationError, file: str, depth: int = 0) -> Iterator[Problem]:
    """What is wrong with the content of a YAML file, a problem for each item; ``depth`` is how far
    inside the validated value the content lies."""
    for item in error.errors():
        place = ".".join(str(part) for part in item["loc"][depth:])
        found = item.get("input")
        shown = (
            ""
            if isinstance(found, dict | list) or item["type"] == "missing"
            else f"写的是“{found}”，"
        )
        if item["type"].startswith(("date_", "datetime_")):
            told, todo = "应当是日期", "请写成 2021-11-27"
        elif item["type"] in ("literal_error", "enum"):
            told, todo = (
                f"只能是 {item['ctx']['expected'].replace(' or ', ' 或 ')}",
                "请改为其中一项",
            )
        elif item["type"] in ("greater_than_equal", "less_than_equal"):
            told, todo = "年份应在 1990 至 2100 之间", "请核对"
        else:
            told, todo = _TOLD.get(item["type"], ("写法不对", "请照样例改正"))
        yield Problem(shown + told, todo, file, column=place)
