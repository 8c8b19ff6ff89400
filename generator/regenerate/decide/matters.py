"""What a comment says: one line a matter, in Chinese: what was, what is and what to decide."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal

from generator.model.regex import regex
from generator.model.view import objects_in_words
from generator.regenerate.base import Block
from generator.regenerate.decide.edits import Remark
from generator.regenerate.decide.magnitudes import suggestion
from generator.regenerate.decide.script import BlockChange
from generator.regenerate.match.tokens import same

CONFLICT, NOTICE = "【请定】", "【请核对】"
"""How the line begins: a person must decide, or should look."""
_IN_BRACKETS = regex(r"（([^（）]+)）")
_SHORT, _TAIL = 30, 7
"""So many characters fit a line; so many of them are the end of a longer text."""

MatterReason = Literal[
    "edited",
    "older",
    "gone",
    "wording",
    "dropped",
    "deleted",
    "check",
    "stale",
    "many",
    "row",
    "audit",
]
_TO_LOOK_AT = frozenset({"check", "stale"})
"""For the other reasons a person must decide something."""


@dataclass(frozen=True)
class Left:
    """A change of a block of the base (its id) that was not made; None: nothing in it was."""

    block: str
    change: BlockChange | None = None


@dataclass(frozen=True)
class Matter:
    """A line of a comment at a paragraph. ``key`` is the figure's, "" where it is about wording.

    ``left`` is what was not made because of it, ``missing`` the blocks of the new draft (ids) that
    were not put in. ``about`` are the blocks of the base (ids) that it is about, ``old`` is a value
    that stands in people's own words.
    """

    para: int
    reason: MatterReason
    text: str
    key: str = ""
    left: tuple[Left, ...] = field(default=(), compare=False)
    missing: tuple[str, ...] = field(default=(), compare=False)
    about: tuple[str, ...] = field(default=(), compare=False)
    old: str = field(default="", compare=False)

    @property
    def decision(self) -> bool:
        """Whether a person must decide."""
        return self.reason not in _TO_LOOK_AT

    @property
    def line(self) -> str:
        """The line in the comment."""
        return (CONFLICT if self.decision else NOTICE) + self.text


def worded(text: str, names: Mapping[str, str]) -> str:
    """What a comment says with the names of figures where their keys stand in brackets."""
    return _IN_BRACKETS.sub(lambda found: f"（{names.get(found[1], found[1])}）", text)


def short(text: str) -> str:
    """A text in so few characters that it fits a line; words stand for what is no text."""
    text = objects_in_words(" ".join(text.split()))
    return text if len(text) <= _SHORT else f"{text[: _SHORT - _TAIL - 1]}…{text[-_TAIL:]}"


def of_remark(remark: Remark, para: int, left: Left | None, *, older: bool) -> Matter:
    """The line for a change that could not be put in, or that was put in on a guess.

    ``left`` is the change in its block; ``older``: what stands there is a figure of an earlier
    draft.
    """
    about = (left.block,) if left else ()
    if remark.reason == "wording":
        own = (left,) if left else ()
        return Matter(para, "wording", _about_wording(remark), left=own, about=about)
    reason: MatterReason = "older" if older and remark.reason == "edited" else remark.reason
    text, key = _about_figure(remark, reason), remark.change.key or ""
    own = (left,) if left and reason != "check" else ()
    return Matter(para, reason, text, key, left=own, about=about)


def _about_figure(remark: Remark, reason: MatterReason) -> str:
    new, old, seen = short(remark.change.text), short(remark.old), short(remark.seen)
    key = "" if remark.change.numbering or not remark.change.key else f"（{remark.change.key}）"
    match reason:
        case "older":
            return (
                f"这里是“{seen}”，是更早一稿的数（旧数据，或被拒绝过的更新）；上一稿是“{old}”，"
                f"现在的数据是“{new}”{key}。文中未改"
            )
        case "edited" if same(remark.seen, remark.old):
            return f"“{old}”由人分在了两段；现在的数据是“{new}”{key}。文中未改"
        case "edited":
            told = suggestion(remark.old, remark.change.text, remark.seen)
            told = f"，折合“{told}”" if told else ""
            return (
                f"这里由人改成了“{seen}”；上一稿是“{old}”，现在的数据是“{new}”{told}{key}。文中未改"
            )
        case "gone":
            return f"上一稿此处有“{old}”，现在的数据是“{new}”{key}；文中已删去或改写，没有补上"
        case "check" if "\n" in remark.seen:
            return f"“{old}”改成了“{new}”{key}；原来数的中间有换行，也去掉了，请看要不要换行"
    return f"“{old}”改成了“{new}”{key}，是按前后文认出的，请看是不是这个数"


def _about_wording(remark: Remark) -> str:
    new, old = short(remark.change.text), short(remark.old)
    if not remark.old:
        return f"新稿在此处增加“{new}”；文中前后已改写，没有加上"
    if not remark.change.segments:
        return f"新稿删去了“{old}”；文中此处已改写，没有删"
    return f"新稿把“{old}”改为“{new}”；文中此处已改写，没有改"


def news(block: Block, changes: Iterable[BlockChange]) -> str:
    """What the new draft has instead, figure by figure, wording by wording."""
    return "；".join(_news(block.text[change.start : change.end], change) for change in changes)


def _news(old: str, change: BlockChange) -> str:
    old, new = short(old), short(change.text)
    if change.key:
        return f"“{old}”现为“{new}”（{change.key}）"
    if not old:
        return f"增加“{new}”"
    return f"“{old}”改为“{new}”" if new else f"删去“{old}”"
