"""Who holds a post, in the form, in the records and in the text."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from msgspec import Struct

from generator.check.finding import Finding, Side, cell_side
from generator.check.passages import prose
from generator.check.rules.names import SURNAMES
from generator.check.subject import Subject
from generator.figures import Draft
from generator.model.dataset import Record
from generator.model.regex import regex
from generator.model.severity import Severity

_POSTS = "书记|县长|区长|市长|州长|镇长|乡长|主任|局长|部长|省长|旗长"
_POST_NAME = regex(
    r"(?P<place>[\u4e00-\u9fff]{2,4}?[县区市州旗])(?P<organ>委|政府|人民政府)?"
    rf"(?P<post>(?:[\u4e00-\u9fff]{{0,4}}?)(?:副?(?:{_POSTS}))(?:、副?(?:{_POSTS}))*)"
    r"(?P<name>[\u4e00-\u9fff]{2,3}?)"
    r"(?=率|带队|带领|一行|等|到|赴|来|与|和|同|出席|主持|走访|看望|慰问|听取|部署|调研|督导|检查|作报告|讲话|强调|指出"
    r"|参加|及|，|。|、|座谈|代表团|考察|再次|率|陪同|汇报|介绍|作|说|分别|先后|代表)"
)
_PLACE = regex(r"[\u4e00-\u9fff]{2,4}?[县区市州旗]")
_PLACE_LEVEL = regex("[县区市州旗]")
_PLACE_AND_MORE = regex("[县区市州旗].")
_BARE_POST = regex(rf"(?:常务)?副?(?:{_POSTS})")
"""A post of which there is one in each office."""
_IS_POST = regex(f"(?:{_POSTS})$")
_POST_PIECE = regex(rf"^(?P<post>.*(?:{_POSTS}))(?P<name>[\u4e00-\u9fff]{{2,3}})?$")
_FORMER = regex("时任|原|前")
_DATE = regex(r"^[\d.\-—~～月日 ]+")


class _Holder(Struct, frozen=True):
    """A person in a post, and where it says so."""

    post: str
    name: str
    side: Side


def posts(subject: Subject) -> Iterator[Finding]:
    """One post is held by one person.

    查：统计表“时间、姓名、职务”栏、记录的“职务”“姓名”、正文的“某县县长某某某”里，同一职务有两个姓名。
    不查：姓名、职务前面有“时任”“原”“前”的；记录里填了“时任”的；只写“副局长”、没有写单位或地方的。
    例：清河县县长王一鸣带队考察。／清河县县长李二牛出席会议。 -> “清河县县长”有两个人：王一鸣、李二牛。
    依据：一个职务一个人。
    """
    by_post: dict[str, list[_Holder]] = defaultdict(list)
    for holder in (*_in_form(subject), *_in_records(subject.draft), *_in_text(subject)):
        by_post[holder.post].append(holder)
    for post, holders in by_post.items():
        first = holders[0]
        other = next((holder for holder in holders if holder.name != first.name), None)
        if other:
            message = f"“{post}”有两个人：{first.name}、{other.name}。"
            sides = first.side, other.side
            yield Finding(Severity.WARNING, message, sides, first.name, other.name)


def _in_form(subject: Subject) -> Iterator[_Holder]:
    for post, name, side in persons_in_form(subject):
        yield _Holder(post, name, side)


def persons_in_form(subject: Subject) -> Iterator[tuple[str, str, Side]]:
    """Post, name and cell of the persons in the form's cells 时间、姓名、职务."""
    for row in subject.filled:
        if "姓名" in row.form.unit and row.raw:
            for post, name in read_person(row.raw):
                yield post, name, row.side


def read_person(text: str) -> Iterator[tuple[str, str]]:
    """Post and name in 10.12-13、某某某、某区区长 or 4.29，某县县长某某某."""
    pieces = re.findall(r"[^、，,\s]+", _DATE.sub("", text.strip()))
    alone = next(filter(_is_name, pieces), "")
    for piece in pieces:
        match = _POST_PIECE.match(piece)
        if match and _PLACE_LEVEL.search(match["post"]) and (match["name"] or alone):
            yield _normal(match["post"]), match["name"] or alone


def _is_name(piece: str) -> bool:
    """Whether the words are the name of a person alone."""
    return piece[0] in SURNAMES and 2 <= len(piece) <= 3 and not _POST_PIECE.match(piece)


def _normal(post: str) -> str:
    """The post without 人民政府; 区委副书记 stays as it is."""
    return re.sub("人民政府|政府", "", post)


def _in_records(draft: Draft | None) -> Iterator[_Holder]:
    for records in draft.dataset.records.values() if draft else ():
        for record in records:
            yield from _in_record(record)


def _in_record(record: Record) -> Iterator[_Holder]:
    """The posts that a record with 职务 and 姓名 names, each with its place."""
    post, name = _raw(record, "职务"), _raw(record, "姓名")
    if not post or not name or _raw(record, "时任"):
        return
    side = cell_side(record.cells["姓名"].source, f"{post}{name}")
    office = "" if _PLACE_LEVEL.search(post) else _raw(record, "任职单位")
    for title in _with_place(post.split("、"), post):
        if _BARE_POST.fullmatch(title):
            title = office and f"{office}{title}"
        if _IS_POST.search(title):
            yield _Holder(_normal(title), name, side)


def _raw(record: Record, column: str) -> str:
    return record.cells[column].raw if column in record.cells else ""


def _with_place(titles: Sequence[str], post: str) -> Iterator[str]:
    """The titles with the place that the post begins with: 清河县委书记、县长 are two of 清河县."""
    match = _PLACE.match(post)
    place = match[0] if match else ""
    for title in titles:
        has_place = title.startswith(place) and _PLACE_AND_MORE.search(title)
        yield title if has_place else place + title


def _in_text(subject: Subject) -> Iterator[_Holder]:
    for passage in prose(subject.passages):
        for match in _POST_NAME.finditer(passage.text):
            before = passage.text[max(0, match.start() - 2) : match.start()]
            if match["name"][0] not in SURNAMES or _FORMER.search(before):
                continue
            side = passage.side(*match.span())
            for title in match["post"].split("、"):
                yield _Holder(_post(match, title), match["name"], side)


def _post(match: re.Match[str], title: str) -> str:
    """The post with its place, and with 委 for a secretary of the party committee."""
    committee = "委" if match["organ"] == "委" and "书记" in title else ""
    return _normal(match["place"] + committee + title)
