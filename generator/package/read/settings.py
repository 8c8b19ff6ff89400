"""report.yaml: what the letter, the report and the file need to know besides figures."""

from __future__ import annotations

import datetime as dt
from collections.abc import Hashable, Iterator
from dataclasses import fields
from pathlib import Path
from typing import Any, Literal

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator

from generator.model.errors import DataError, Problem
from generator.package.read.tablefile import decode, forbidden_line
from generator.standard.gbt9704 import Fonts

FILE = "report.yaml"


class Strict(BaseModel):
    """A model without items that it does not name."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Signature(Strict):
    """署名 and 成文日期. ``after`` says whether they stand after the letter or after the report."""

    organs: tuple[str, ...] = Field(min_length=1)
    date: dt.date
    seal: bool = True
    after: Literal["letter", "report"] = "letter"


class AppendixPartSettings(Strict):
    """A text of an appendix: the lines of its own title (templates), and the name of text/NAME.md."""

    text: str
    title: tuple[str, ...] = ()


class AppendixSettings(Strict):
    """An appendix: its name in the 附件说明, the title above it (None: the name), and its texts or a table of the kind.

    Name, title and subtitle (——记…) are templates; an empty list of title lines sets none (the parts have their own). What the place
    prints otherwise than the kind's table: ``columns`` are optional columns that it shows, ``heads`` heads by field,
    ``lines`` and ``notes`` what stands above and below (None: as the kind has it); all are templates.
    """

    name: str
    title: str | tuple[str, ...] | None = None
    subtitle: str = ""
    parts: tuple[AppendixPartSettings, ...] = ()
    table: str = ""
    columns: tuple[str, ...] = ()
    heads: dict[str, str] = Field(default_factory=dict)
    lines: tuple[str, ...] | None = None
    notes: tuple[str, ...] | None = None


class AnnexStyle(Strict):
    """How appendices are labelled: ``label`` with {n} for the number, and the 附件说明 as one ``list`` (the
    standard's form) or with a label for ``each``."""

    label: str = "附件{n}"
    note: Literal["list", "each"] = "list"


class ImprintSettings(Strict):
    """版记; ``before_annexes`` puts it on the page where the report ends (the standard: on the last page of all)."""

    issuer: str
    date: dt.date
    copy_to: tuple[str, ...] = ()
    before_annexes: bool = False


class HeadingSettings(Strict):
    """How headings of a level are set (see ``dataset.HeadingStyle``); what is left out stays as the kind has it."""

    format: str | None = None
    run_in: bool | Literal["sentence"] | None = None
    suffix: str | None = None
    strong: bool | None = None
    whole: bool | None = None
    continuous: bool | None = None


class RuleOff(Strict):
    """A rule of ``nigao check`` that is not run, and why."""

    rule: str
    reason: str = Field(min_length=1)


class Accepted(Strict):
    """Findings that somebody looked at and accepts: of a rule, about a key or holding these words; and why."""

    rule: str
    reason: str = Field(min_length=1)
    key: str = ""
    quote: str = ""


class CheckSettings(Strict):
    """What ``nigao check`` leaves out, with reasons, and what it tolerates by rule (numbers)."""

    skip: tuple[RuleOff, ...] = ()
    accept: tuple[Accepted, ...] = ()
    tolerances: dict[str, float] = Field(default_factory=dict)


class Settings(Strict):
    """The settings of a package. Titles are templates of one line; everything else prints as it stands.

    A title given as a list is set line by line (organ, title), and its last line is the name that 《》 cites.
    """

    kind: str
    year: int = Field(ge=1990, le=2100)
    cutoff: dt.date | None = None
    form: Literal["formal", "plain"] = "formal"
    place: dict[str, str]
    partner: dict[str, str] = Field(default_factory=dict)
    previous: str = ""
    names: str = ""
    organs: tuple[str, ...] = ()
    suffix: str = "文件"
    number: str = ""
    signers: tuple[str, ...] = ()
    copy_number: str = ""
    secrecy: str = ""
    urgency: str = ""
    title: str | tuple[str, ...] = ""
    addressee: str = ""
    letter: bool = True
    signature: Signature | None = None
    report_title: str | tuple[str, ...] = ""
    report_subtitle: str = ""
    appendices: tuple[AppendixSettings, ...] = ()
    annexes: AnnexStyle = AnnexStyle()
    imprint: ImprintSettings | None = None
    headings: dict[int, HeadingSettings] = Field(default_factory=dict)
    fonts: dict[str, str] = Field(default_factory=dict)
    layout: Literal["gb9704", "gb33476"] = "gb9704"
    page_number: Literal["standard", "center", "none"] = "standard"
    checks: CheckSettings = Field(default_factory=CheckSettings)

    @field_validator("fonts")
    @classmethod
    def _known_roles(cls, fonts: dict[str, str]) -> dict[str, str]:
        roles = [field.name for field in fields(Fonts)]
        if unknown := [role for role in fonts if role not in roles]:
            raise ValueError(f"没有“{'、'.join(unknown)}”这种用途的字体，可用：{'、'.join(roles)}")
        return fonts


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
    try:
        return Settings.model_validate(content)
    except ValidationError as error:
        raise DataError(list(validation_problems(error, FILE))) from None


_TOLD = {
    "missing": ("缺少这一项", "请补上"),
    "extra_forbidden": ("没有这一项", "请删去或核对写法"),
    "int_parsing": ("应当是整数", "请写成 2021 这样"),
    "int_type": ("应当是整数", "请写成 2021 这样"),
    "int_from_float": ("应当是整数", "请写成 2021 这样"),
    "string_type": ("应当是文字", "请写成一行文字，含冒号时加引号"),
    "bool_type": ("应当是 true 或 false", "请改正"),
    "bool_parsing": ("应当是 true 或 false", "请改正"),
    "tuple_type": ("应当是清单", "每项一行，以“- ”开头"),
    "dict_type": ("应当是“项: 值”的清单", "请照样例写"),
    "model_type": ("应当是“项: 值”的清单", "请照样例写"),
    "too_short": ("不能是空的", "至少写一项"),
}


def validation_problems(error: ValidationError, file: str) -> Iterator[Problem]:
    """What is wrong with the content of a YAML file, a problem for each item."""
    for item in error.errors():
        place = ".".join(str(part) for part in item["loc"])
        found = item.get("input")
        shown = (
            ""
            if isinstance(found, dict | list) or item["type"] == "missing"
            else f"写的是“{found}”，"
        )
        if item["type"].startswith(("date_", "datetime_")):
            told, todo = "应当是日期", "请写成 2021-11-27"
        elif item["type"] == "literal_error":
            told, todo = (
                f"只能是 {item['ctx']['expected'].replace(' or ', ' 或 ')}",
                "请改为其中一项",
            )
        elif item["type"] == "value_error":
            shown, told, todo = "", str(item["ctx"]["error"]), "请改正"
        elif item["type"] in ("greater_than_equal", "less_than_equal"):
            told, todo = "年份应在 1990 至 2100 之间", "请核对"
        else:
            told, todo = _TOLD.get(item["type"], ("写法不对", "请照样例改正"))
        yield Problem(shown + told, todo, file, column=place)
