"""What a comment says: one line a matter, in Chinese, with what was, what is and what to decide."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from generator.regenerate.base import NUMBERING, Block
from generator.regenerate.decide.rebase import Remark
from generator.regenerate.decide.script import Change

CONFLICT, NOTICE = "【请定】", "【请核对】"
"""How the line begins: a person must decide, or should look."""
_SHORT = 30

MatterKind = Literal[
    "edited", "older", "gone", "wording", "dropped", "deleted", "check", "stale", "many", "row"
]
DECISIONS = frozenset({"edited", "older", "gone", "wording", "dropped", "deleted", "many", "row"})


@dataclass(frozen=True)
class Matter:
    """A line of a comment at a paragraph of the file. ``key`` is the figure's, "" where it is about wording."""

    para: int
    kind: MatterKind
    text: str
    key: str = ""

    @property
    def decision(self) -> bool:
        """Whether a person must decide."""
        return self.kind in DECISIONS

    @property
    def line(self) -> str:
        """The line in the comment."""
        return (CONFLICT if self.decision else NOTICE) + self.text


def short(text: str) -> str:
    """A text in so few characters that it fits a line."""
    text = " ".join(text.split())
    return text if len(text) <= _SHORT else f"{text[: _SHORT - 8]}…{text[-7:]}"


def of_remark(remark: Remark, para: int, older: bool) -> Matter:
    """The line for a change that could not be put in, or that was put in on a guess."""
    new, old, seen = short(remark.change.text), short(remark.old), short(remark.seen)
    key = remark.change.key or ""
    told = f"（{key}）" if key and key != NUMBERING else ""
    match remark.kind:
        case "edited" if older:
            return Matter(
                para,
                "older",
                f"这里是“{seen}”，是更早一稿的数（旧数据，或被拒绝过的更新）；上一稿是“{old}”，"
                f"现在的数据是“{new}”{told}。文中未改",
                key,
            )
        case "edited":
            return Matter(
                para,
                "edited",
                f"这里由人改成了“{seen}”；上一稿是“{old}”，现在的数据是“{new}”{told}。文中未改",
                key,
            )
        case "gone":
            return Matter(
                para,
                "gone",
                f"上一稿此处有“{old}”，现在的数据是“{new}”{told}；文中已删去或改写，没有补上",
                key,
            )
        case "check":
            return Matter(
                para,
                "check",
                f"“{old}”改成了“{new}”{told}，是按前后文认出的，请看是不是这个数",
                key,
            )
    if not remark.old:
        return Matter(para, "wording", f"新稿在此处增加“{new}”；文中前后已改写，没有加上")
    if not remark.change.segments:
        return Matter(para, "wording", f"新稿删去了“{old}”；文中此处已改写，没有删")
    return Matter(para, "wording", f"新稿把“{old}”改为“{new}”；文中此处已改写，没有改")


def news(block: Block, found: Sequence[Change]) -> str:
    """What the new draft has instead, figure by figure, wording by wording."""
    told = []
    for change in found:
        old, new = short(block.text[change.start : change.end]), short(change.text)
        if change.key:
            told.append(f"“{old}”现为“{new}”（{change.key}）")
        elif not old:
            told.append(f"增加“{new}”")
        else:
            told.append(f"“{old}”改为“{new}”" if new else f"删去“{old}”")
    return "；".join(told)
