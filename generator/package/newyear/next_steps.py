"""What a person should do with the new package, and the README that says so."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.model.regex import regex
from generator.package.newyear.roll import Roll
from generator.package.newyear.rolled_texts import Stale

TODO = "## 要做的事"
"""Heads the list of what is left to do in the README of a new package."""
_ITEM = regex(r"(?:- |\d+\. )(.+)")


def steps(roll: Roll, stale: int) -> Iterator[str]:
    """What a person should do next; ``stale`` years were left in texts."""
    settings, carried = roll.dataset.settings, _carried_files(roll)
    as_filed = any(row.as_filed for row in roll.dataset.indicators)
    dated = [part.date for part in (settings.signature, settings.imprint) if part]
    written = any(text.written for text in roll.dataset.texts.values())
    possible = {
        f"上年数据包不在旁边，请复制到 {roll.previous}，否则不写增长情况": roll.apart
        and bool(roll.previous),
        f"共用名册不在旁边，请复制到 {settings.names}": roll.apart and bool(settings.names),
        f"没有{roll.year - 1}年的数据包，不写增长情况": not roll.previous,
        "report.yaml 的发文字号还缺号数": bool(settings.number),
        "report.yaml 的日期照上年推后，请核对": any(dated),
        f"各表的数和记录已清空，请填{roll.year}年的": True,
        f"{'、'.join(carried)} 照抄上年，请核对": bool(carried),
        "上年照原样印出的格子（原样=是）已恢复为统计表的规定": as_filed,
        "text/ 里的文字照抄上年，请逐篇改写": written,
        f"文字里还有{stale}处旧的年份，请核对": stale > 0,
    }
    return (step for step, is_due in possible.items() if is_due)


def _carried_files(roll: Roll) -> list[str]:
    """The record files whose rows were kept since they are part of the outline, with the columns
    that were kept where not all were."""
    records = roll.dataset.records
    carried = [spec for spec in roll.kind.records if spec.carried and records[spec.name].rows]
    return [spec.file + (f"的{'、'.join(spec.kept)}" if spec.kept else "") for spec in carried]


def readme(roll: Roll, todo: Sequence[str], stale: Sequence[Stale]) -> str:
    place = roll.dataset.settings.place.get("name", "")
    lines = [f"# {place}{roll.year}年数据包", "", f"由数据包 {roll.origin.package} 生成。", ""]
    lines += [TODO, "", *(f"- {step}" for step in todo)]
    if stale:
        lines += ["", "## 文字里旧的年份", "", *(f"- {year}" for year in stale)]
    return "\n".join(lines) + "\n"


def steps_in(text: str) -> tuple[str, ...]:
    """What the README of a new package says is left to do; () where it has no such list."""
    _, _, below = text.partition(f"{TODO}\n")
    items = map(_ITEM.fullmatch, below.partition("\n#")[0].splitlines())
    return tuple(item[1] for item in items if item)
