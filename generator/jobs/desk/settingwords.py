"""What a person sees of an item of report.yaml, and what is written for it."""

from __future__ import annotations

import re
from collections.abc import Mapping

from msgspec import Struct

from generator.jobs.desk.codes import Codes
from generator.model.regex import regex
from generator.package.read.settings import day_of, is_day
from generator.package.settings_text import BOOLEAN, NULL, SettingItem
from generator.package.workbook.settings_sheet import CHOICES, label

_FLAGS = {"true": "是", "false": "否"}
_YES = ("true", "yes", "on")
_WORDS: Mapping[str, Mapping[str, str]] = {
    "form": {"formal": "公文（有红头）", "plain": "报告（没有红头）"},
    "signature.after": {"letter": "呈报语之后", "report": "报告之后"},
    "page_number": {"standard": "外侧（国家标准）", "center": "居中", "none": "不编页码"},
}
_RUN_IN = regex(r"headings\.\d+\.run_in")
_RUNS_IN = {"true": "接着写正文", "false": "另起一行", "sentence": "标题是一句话时接着写"}
CODES: Mapping[str, str] = {code: said for words in _WORDS.values() for code, said in words.items()}
"""What the values of report.yaml that are code are called on screens."""
_FOR_AUTHORS = regex(
    r"(previous|names|origin|compare|headings|fonts|layout|reference|checks|annexes)(\.|$)"
    r"|appendices\.\d+\.(columns|heads|parts\.\d+\.text)(\.|$)"
)
"""Items that hold paths, names of files, styles and rules."""
_IS_TEMPLATE = regex(r"\{[{%]")
_ENGLISH = regex("[A-Za-z]")
Fault = tuple[str, str]
"""What is wrong, and what to do."""
_EMPTY = {"[]": "", "{}": ""}


def is_for_authors(path: str) -> bool:
    """Whether an item is for who knows the program: also one that has no Chinese name."""
    return bool(_FOR_AUTHORS.match(path) or _ENGLISH.search(label(path)))


def is_template(item: SettingItem) -> bool:
    """Whether the program makes the words of an item from others."""
    return bool(_IS_TEMPLATE.search(item.text))


class SettingWords(Struct, frozen=True):
    """What items show: ``printed`` are words of templates by path, ``tables`` the tables that an
    appendix may be."""

    printed: Mapping[str, str]
    tables: tuple[str, ...]

    def shown(self, item: SettingItem) -> str:
        """The words of an item; of a template those that print, with …… where only the data say
        them."""
        if is_template(item):
            return self.printed.get(item.path) or re.sub(r"\{[{%].*?[}%]\}", "……", item.text)
        if item.tag == NULL:
            return ""
        return self._codes(item).shown(item.text)

    def choices(self, item: SettingItem) -> tuple[str, ...]:
        """The words that an item may be, () where anything may be written."""
        if re.fullmatch(r"appendices\.\d+\.table", item.path):
            return self.tables
        named = self._codes(item).names if item.text not in _EMPTY else {}
        return tuple(dict.fromkeys(named.values())) or CHOICES.get(item.path, ())

    def unfit(self, item: SettingItem, words: str) -> Fault | None:
        """Why an item cannot be these words, and what to do; None where it can."""
        typed = words.strip()
        if not typed or words == self.shown(item):
            return None
        choices = self.choices(item)
        if choices and typed not in choices:
            return "不是能选的", f"请从 {'、'.join(choices)} 里选"
        if is_day(item.path) and day_of(typed) is None:
            return "不是哪一天", "请写成 2024-12-20，还不知道就留空"
        return None

    def written(self, item: SettingItem, words: str) -> str:
        """What report.yaml says for these words; what it says now where they are what it shows."""
        if words == self.shown(item):
            return item.text
        if is_day(item.path):
            day = day_of(words)
            return day.isoformat() if day else words
        return self._codes(item).written(words.strip(), item.text)

    def _codes(self, item: SettingItem) -> Codes:
        if item.path in _WORDS:
            return Codes(_WORDS[item.path])
        if _RUN_IN.fullmatch(item.path):
            return Codes(_RUNS_IN)
        if item.tag == BOOLEAN or CHOICES.get(item.path) == tuple(_FLAGS):
            said = {item.text: "是" if item.text.lower() in _YES else "否"}
            return Codes(_FLAGS | said if item.tag == BOOLEAN else _FLAGS)
        return Codes(_EMPTY if item.text in _EMPTY else {})
