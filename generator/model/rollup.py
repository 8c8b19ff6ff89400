"""How values of the level below make those of the level above, and how a value says what it was
made of."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import Enum
from typing import NamedTuple

from generator.model.cell import Source
from generator.model.regex import regex


class RollUp(Enum):
    """How a number, a text or a record file of the level above is made; the value is what the kind
    calls it (汇总).

    SUM adds up (of a record file: rows that say the same become one); LISTED puts one after the
    other; LISTED_SUM adds up and shows each place in the appendix; COMPUTED is the formula of the
    kind (rates, growth); OWN is not made of those below; VALUES is the record file that keeps the
    values of the places; UNSAID: the kind does not say, so it is left to fill.
    """

    UNSAID = ""
    SUM = "合计"
    LISTED = "列出"
    LISTED_SUM = "列出并合计"
    COMPUTED = "重算"
    OWN = "不汇总"
    VALUES = "各地数据"

    @property
    def adds_up(self) -> bool:
        """Whether the value is the sum of those below."""
        return self in (RollUp.SUM, RollUp.LISTED_SUM)


OF_VALUES = (RollUp.SUM, RollUp.LISTED, RollUp.LISTED_SUM, RollUp.COMPUTED, RollUp.OWN)
"""What the kind may say of a number or a text."""
OF_RECORDS = (RollUp.SUM, RollUp.LISTED, RollUp.OWN, RollUp.VALUES)
"""What the kind may say of a record file."""

ITEM, NAME, UNIT, COUNTY, VALUE, ADDED, SHOWN, RANK, NOTE = (
    *("指标", "名称", "单位", "地方", "数值", "相加", "附表", "位次", "提示"),
)
VALUE_COLUMNS = (ITEM, NAME, UNIT, COUNTY, VALUE, ADDED, SHOWN, RANK, NOTE)
"""The columns of the record file that keeps the values of the places, beside its key."""

ROLLED = "汇总："
"""How the cell 来源 of a value begins that was made of those below."""
_BETWEEN, _LACKING, _AND = "；", "缺", "、"
_SOURCE = regex(r"(?P<file>.+?)(?: 第(?P<row>[0-9]+)行)?(?:“(?P<column>[^“”]*)”)?")


class RolledFrom(NamedTuple):
    """What a value was made of: cells of the packages below, and the places that had none."""

    sources: tuple[Source, ...] = ()
    lacking: tuple[str, ...] = ()


def rolled_text(sources: Iterable[Source], lacking: Sequence[str] = ()) -> str:
    """What the cell 来源 says of a value made of these cells."""
    parts = [str(source) for source in sources]
    if lacking:
        parts.append(_LACKING + _AND.join(lacking))
    return ROLLED + _BETWEEN.join(parts)


def rolled_from(text: str) -> RolledFrom:
    """What a cell 来源 says that its value was made of; nothing where it says something else."""
    if not text.startswith(ROLLED):
        return RolledFrom()
    parts = [part.removeprefix(ROLLED) for part in text.split(_BETWEEN) if part]
    lacking = [part for part in parts if part.startswith(_LACKING)]
    sources = [_source(part) for part in parts if part not in lacking]
    places = [place for part in lacking for place in part.removeprefix(_LACKING).split(_AND)]
    return RolledFrom(tuple(sources), tuple(places))


def _source(text: str) -> Source:
    found = _SOURCE.fullmatch(text)
    if found is None:
        return Source(text)
    return Source(found["file"], int(found["row"] or 0), found["column"] or "")
