"""Whether a department vouches for a number as what its row asks for: the words beside it, and
those in and around the heading of its column."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.model.errors import excerpt
from generator.model.regex import regex
from generator.model.settings import Settings
from generator.package.bring.sheet_columns import is_of_others
from generator.package.bring.sheet_faults import parts_of_year
from generator.package.bring.targets import CellTarget
from generator.package.handout.answers import AnsweredCell
from generator.package.intake.numbers import split_scale

_UNSURE = regex(
    "拿不准|没把握|不确定|说不准|大概|大约|估计|估算|暂估|待核|待定|待查|没核|未核|再报"
    "|预估|测算数|初步(?:数|统计|核)|快报|暂[定填]|待确认|请核[实准]"
)
"""What a department writes beside a number that it does not vouch for."""
_UNIT = (
    "([十百千万亿]*(?:元|人次|人|次|个|户|家|所|期|场|亩|吨|公斤|斤|对|名|公里))(?![\u4e00-\u9fff])"
)
_NAMED_UNITS = (
    regex(rf"单位(?:是|为|[:：])\s*{_UNIT}"),
    regex(rf"(?<![\u4e00-\u9fff])单位\s*{_UNIT}"),
    regex(f"^{_UNIT}"),
    regex(rf"[按以]\s*{_UNIT.partition('(?!')[0]}(?:为单位|上?报|填|计|统计)"),
)
"""Where it says what it counted in; 填报单位：县教育局 says something else."""
_BEFORE = regex("^(?:这|此|本)?(?:项|个数|数)?(?:[是为系按填]|填的是)?")
_UNTIL = regex("截[至止](?:到|于)?(?:本年|今年|(?:19|20)[0-9]{2}年)?(1[0-2]|0?[1-9])月")
"""Until when a number was counted."""
_OF_NUMBERS = regex("(?:的|完成)?(?:数|数据|情况)?$")
_LAST_MONTH = 12


def is_vouched_for(note: str) -> bool:
    """Whether a remark on a number does not say that it may be another."""
    return not _UNSURE.search(note)


def doubts_of_note(cell: AnsweredCell, target: CellTarget, settings: Settings) -> Iterator[str]:
    """Why a number may not be what its row asks for: another unit stands there now or in what is
    said of it, it is of a plan or another time, or the department does not vouch for it."""
    if cell.unit is not None and cell.unit != target.unit:
        yield f"“单位”里写的是“{cell.unit}”，这一项是“{target.unit}”，没有写；请核对是多少"
    named = next(filter(None, (unit.search(cell.note) for unit in _NAMED_UNITS)), None)
    if named and target.unit and named[1] != target.unit:
        said = excerpt(named[0])
        yield f"“说明”里写着“{said}”，这一项是“{target.unit}”，没有写；请核对是多少"
    if not is_vouched_for(cell.note) or _is_of_other_time(cell.note, settings):
        yield f"“说明”里写着“{excerpt(cell.note)}”，没有写；核准后去掉这句话再报"


def doubts_of_heading(
    words: Sequence[str], target: CellTarget, settings: Settings
) -> Iterator[str]:
    """Why what a department wrote in or around the heading of its numbers may make a number another
    one: 元 where the row counts in 万元, 1-9月, 计划数."""
    for word in words:
        if _is_other_unit(word, target.unit):
            yield f"表头写着“{word}”，这一项是“{target.unit}”，没有写；请核对是多少"
        elif _is_of_other_time(word, settings):
            yield f"表头写着“{excerpt(word)}”，不知道是不是要的数，没有写；请核对"


def _is_other_unit(word: str, unit: str) -> bool:
    """Whether a word is another unit of the same sort."""
    return word != unit and split_scale(word)[1] == split_scale(unit)[1] != ""


def _is_of_other_time(words: str, settings: Settings) -> bool:
    """Whether words name numbers of a plan, of another year, or of a part of this one."""
    last = settings.cutoff.month if settings.cutoff is not None else _LAST_MONTH
    plain = _BEFORE.sub("", words.strip().rstrip("。.；;"))
    until = _UNTIL.search(words)
    if (until and int(until[1]) != last) or is_of_others(plain, settings.year):
        return True
    core = _OF_NUMBERS.sub("", plain)
    parts = parts_of_year(core)
    return any(said == core and (first, end) != (1, last) for said, first, end in parts)
