"""What was made of what, in words: the page 汇总说明.md of the package above, and the lines that are
printed."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.dataset import Dataset
from generator.model.rollup import RollUp
from generator.package.bring.proposal import Offer, RecordOffer, Standing
from generator.package.rollup.rolling import RolledUp, RolledValue

_MOST = 12


def summary_text(dataset: Dataset, rolled: RolledUp) -> str:
    """The page, written anew by every run."""
    settings = dataset.settings
    title = f"# {settings.place.get('name', '')}{settings.year}年数据的汇总说明"
    lines = [title, "", "这一页由 nigao rollup 写，每次重写。", "", "## 由哪些数据包汇总", ""]
    lines += [f"- {line}" for line in county_lines(rolled)]
    for heading, told in _parts(rolled):
        if told:
            lines += ["", f"## {heading}", "", *(f"- {line}" for line in told)]
    return "\n".join(lines) + "\n"


def county_lines(rolled: RolledUp) -> Iterator[str]:
    """The packages, one a line, then the places that are left out."""
    for county in rolled.counties:
        only = "（Word 文件，只读了统计表）" if county.form_only else ""
        yield f"{county.place}：{county.shown}{only}"
    for place in rolled.without:
        yield f"{place}：上回有，这回写明不算"


def _parts(rolled: RolledUp) -> Iterator[tuple[str, list[str]]]:
    """The parts of the page by heading."""
    yield "请定（没有写，定了用 --take 序号）", list(offer_lines(rolled, Standing.DOUBT))
    yield "冲突（已经填的没有改）", list(offer_lines(rolled, Standing.CONFLICT))
    yield "缺数的地方", list(lacking_lines(rolled))
    yield "换算和没有读准的", list(note_lines(rolled))
    yield "没有汇总，请填", list(left_lines(rolled))


def offer_lines(rolled: RolledUp, standing: Standing) -> Iterator[str]:
    """The offers that stand so, both sides of each."""
    return (offer_line(offer) for offer in rolled.offers if offer.standing is standing)


def offer_line(offer: Offer | RecordOffer) -> str:
    """The number of an offer, and what is to be decided of it."""
    return f"{offer.number}  {_offer(offer)}"


def _offer(offer: Offer | RecordOffer) -> str:
    reasons = "；".join(offer.reasons)
    if isinstance(offer, RecordOffer):
        return f"{offer.file} 的一行“{offer.key}”：{reasons}"
    target = offer.target
    if not offer.value:
        return f"{target}：{reasons}"
    return f"{target}：{reasons}；汇总是{offer.value}{target.unit}（{offer.written}）"


def lacking_lines(rolled: RolledUp) -> Iterator[str]:
    """Who lacks a value or the rows of a file: those that lack the same on one line."""
    lacking: dict[tuple[str, ...], list[str]] = {}
    for places, what in _lacking(rolled):
        lacking.setdefault(places, []).append(what)
    lacking.pop((), None)
    for places, several in lacking.items():
        yield f"缺{'、'.join(places)}：{'、'.join(several)}"


def _lacking(rolled: RolledUp) -> Iterator[tuple[tuple[str, ...], str]]:
    """Who lacks each value that somebody has, and the rows of each file."""
    for value in rolled.values:
        if value.known and value.way in _OF_ALL:
            yield value.lacking, str(value.target)
    for file in rolled.records:
        yield file.lacking, f"{file.spec.file}（{file.spec.name}）"


_OF_ALL = (RollUp.LISTED, RollUp.SUM, RollUp.LISTED_SUM)
"""The ways in which a value is made of those of all places."""


def note_lines(rolled: RolledUp) -> Iterator[str]:
    """Where the counties end the year on several days, what was converted, what was not read
    surely, what was not copied."""
    yield from _cutoffs(rolled)
    for value in rolled.values:
        for note in value.notes:
            yield f"{value.target}：{note}"
    for file in rolled.records:
        yield from file.remarks


def _cutoffs(rolled: RolledUp) -> Iterator[str]:
    """That the data of the counties go until several days."""
    places: dict[str, list[str]] = {}
    for county in rolled.counties:
        day = county.dataset.settings.cutoff
        said = f"到{day.month}月{day.day}日" if day else "没有写"
        places.setdefault(said, []).append(county.place)
    if len(places) > 1:
        told = "；".join(f"{'、'.join(names)}{said}" for said, names in places.items())
        yield f"截止日期（report.yaml 的 cutoff）不一样，合计的不是同一段时间的数：{told}"


def left_lines(rolled: RolledUp) -> Iterator[str]:
    """What is left to fill, though places have it, by what the kind says of it."""
    own = [str(value.target) for value in rolled.values if _is_left(value, RollUp.OWN)]
    unsaid = [str(value.target) for value in rolled.values if _is_left(value, RollUp.UNSAID)]
    if own:
        yield f"种类写明由本级自己填：{'、'.join(own)}"
    if unsaid:
        yield f"种类没有说怎么汇总：{'、'.join(unsaid)}"


def _is_left(value: RolledValue, way: RollUp) -> bool:
    return value.way is way and bool(value.known) and not value.target.written


def shortened(line: str) -> str:
    """A line as it is printed: of a long list the first."""
    head, _, rest = line.partition("：")
    items = rest.split("、")
    if len(items) <= _MOST:
        return line
    return f"{head}：{'、'.join(items[:_MOST])}……共{len(items)}项"
