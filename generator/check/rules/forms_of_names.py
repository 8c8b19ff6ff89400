"""Names that stand in two forms: meetings, organs, people with a dot in their names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations, takewhile

from msgspec import Struct

from generator.check.finding import Finding, Side
from generator.check.passages import Passage, prose
from generator.check.rules.matches import matches
from generator.check.subject import Subject
from generator.model.regex import regex
from generator.model.severity import Severity

_MEETING = regex(
    r"(?P<name>[\u4e00-\u9fff]{2,14}(?:工作|推进|联席|座谈|现场|部署|动员|调度|专题|总结))会(?P<full>议)?"
    r"(?![议商谈员场展客])"
)
_BEFORE_MEETING = regex(
    "^.*(?:召开|举行|参加|出席|组织|全面|贯彻|落实|传达|学习|部署|审议|筹备|承办|做好|按照|根据|后|了|的|次|在|月|日|午|天)"
)
_TWINS = (("督查组", "督察组"), ("督查室", "督察室"), ("联席会", "联席会议"))
_BODY = (
    "(?:中央|国家|国务院|全国|[省市县区州](?:委|政府)?|第[一二三四五六七八九十]|生态|环境|环保|保护|土地"
    "|教育|安全|专项|工作)*"
)
_ORGAN = regex(
    r"(?P<at>[县市区省])(?P<name>[\u4e00-\u9fff]{2,12}?)(?P<kind>局|委员会|办公室)(?![部势面限])"
)
_SHORTEST, _LONGER, _LEFT_OUT = 2, 3, 2
_NO_NAME = regex("[和与及等由的对将为是在各向到]|[县市区省乡镇]")
_FOREIGN = regex(r"(?P<first>[\u4e00-\u9fff]{2,6})·(?P<last>[\u4e00-\u9fff]{2,6})")
_MOST_OTHER = 2
_PERSON_HEAD = regex("^姓\\s*名$")
_BODY_HEAD = regex("^(?:工作)?(?:单位|部门|机关|单位名称|所在单位|工作单位)$")


class _Form(Struct, frozen=True):
    """A name as it stands in the text."""

    name: str
    side: Side


def two_forms(subject: Subject) -> Iterator[Finding]:
    """A meeting, a group or an organ is called by one name.

    查：同一会议有的写“会”、有的写“会议”；督查组、督察组并用；同一机关既写全称又写简称，没有写明“以下简称”
        （县科学技术和信息化局、县科信局）；带间隔号的姓名，“·”后面相同、前面只差一两个字的。都供参考。
    不查：全称后面写明简称的；一个字的简称；书名号里的。
    例：召开全国衔接工作会。／全国衔接工作会议召开后，县里作了部署。
        -> 同一名称有两种写法：“全国衔接工作会”“全国衔接工作会议”，请核对。
    依据：同一事物名称前后一致（实务）。
    """
    yield from _meetings(subject.passages)
    yield from _twins(subject.passages)
    yield from _organs(subject.passages)
    yield from _dotted(subject.passages)


def _meetings(passages: Sequence[Passage]) -> Iterator[Finding]:
    """A meeting that is called 会 here and 会议 there."""
    short: dict[str, _Form] = {}
    full: dict[str, _Form] = {}
    for passage, match in matches(prose(passages), _MEETING):
        name = _BEFORE_MEETING.sub("", match["name"])
        if len(name) > _LONGER:
            named = _Form(f"{name}会{match['full'] or ''}", passage.side(*match.span()))
            (full if match["full"] else short).setdefault(name, named)
    for name in short.keys() & full.keys():
        yield _finding(short[name], full[name])


def _twins(passages: Sequence[Passage]) -> Iterator[Finding]:
    """Two words for one group."""
    for one, other in _TWINS:
        first, second = _of_bodies(passages, one, "(?!议)"), _of_bodies(passages, other)
        for body in first.keys() & second.keys():
            yield _finding(first[body], second[body])


def _of_bodies(passages: Sequence[Passage], word: str, behind: str = "") -> dict[str, _Form]:
    """Where a word stands first behind the name of each body (县委督查组), "" for none."""
    holding = [passage for passage in prose(passages) if word in passage.text]
    found: dict[str, _Form] = {}
    # In most reports it stands nowhere: nothing to compile.
    pattern = regex(rf"(?<!《)(?P<body>{_BODY}){word}{behind}") if holding else None
    for passage, match in matches(holding, pattern) if pattern else ():
        found.setdefault(match["body"], _Form(match[0], passage.side(*match.span())))
    return found


def _organs(passages: Sequence[Passage]) -> Iterator[Finding]:
    """An organ in full and in short, where nothing says that the one stands for the other."""
    if any("以下简称" in passage.text for passage in passages):
        return
    known: dict[tuple[str, str, str], _Form] = {}
    for passage, match in matches(prose(passages), _ORGAN):
        if not _NO_NAME.search(match["name"].replace("和", "").replace("城乡", "")):
            key = match["at"], match["kind"], match["name"]
            known.setdefault(key, _Form(match[0], passage.side(*match.span())))
    for one, other in combinations(known, 2):
        short, long = sorted((one, other), key=lambda key: len(key[2]))
        if one[:2] == other[:2] and _is_short_for(short[2], long[2]):
            yield _finding(known[long], known[short])


def _is_short_for(short: str, long: str) -> bool:
    """Whether a name takes its characters out of a longer one, in order, from the first on."""
    rest = iter(long)
    in_order = all(character in rest for character in short)
    alike = short[0] == long[0] and short not in long
    return in_order and alike and len(short) > 1 and len(long) >= len(short) + _LEFT_OUT


def _dotted(passages: Sequence[Passage]) -> Iterator[Finding]:
    """Two people with a dot in their names that differ in a character or two before it."""
    people: dict[tuple[str, str], _Form] = {}
    for passage, match in matches(passages, _FOREIGN):
        key = match["first"], match["last"]
        people.setdefault(key, _Form(match[0], passage.side(*match.span())))
    for one, other in combinations(people, 2):
        last = _in_common(one[1], other[1])
        if len(last) >= _SHORTEST and _sound_alike(one[0], other[0]):
            yield _finding(
                _Form(f"{one[0]}·{last}", people[one].side),
                _Form(f"{other[0]}·{last}", people[other].side),
            )


def _in_common(one: str, other: str) -> str:
    """The characters with which two words begin."""
    pairs = takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False))
    return "".join(character for character, _ in pairs)


def _sound_alike(one: str, other: str) -> bool:
    """Whether the ends of two names, as long as the shorter, differ in one or two characters."""
    size = min(len(one), len(other))
    differ = sum(a != b for a, b in zip(one[-size:], other[-size:], strict=True))
    return size > _SHORTEST and 0 < differ <= _MOST_OTHER and size - differ >= _SHORTEST


def _finding(one: _Form, other: _Form) -> Finding:
    message = f"同一名称有两种写法：“{one.name}”“{other.name}”，请核对。"
    return Finding(Severity.INFO, message, (one.side, other.side), one.name, other.name)


def one_person_two_bodies(subject: Subject) -> Iterator[Finding]:
    """A person stands in the rows of a table under one body.

    查：有“姓名”“单位”两栏的表里，同一姓名出现在两个单位下，供参考。
    不查：没有这两栏的表；单位相同的；两个字的姓名。
    例：单位|姓名／县水务局|王一鸣／县林业局|王一鸣
        -> “王一鸣”列在“县水务局”和“县林业局”两个单位下，请核对是不是同一个人。
    依据：同一人只在一个单位（逻辑）。
    """
    head: dict[str, int] = {}
    rows: dict[str, tuple[str, Side]] = {}
    for passage in subject.passages:
        if passage.role != "row":
            head, rows = {}, {}
            continue
        named = _columns(passage.cells)
        if named:
            head, rows = named, {}
        elif head and len(passage.cells) > max(head.values()):
            yield from _again(passage, head, rows)


def _columns(cells: Sequence[str]) -> dict[str, int]:
    """The columns of names and of bodies, by the head of a table; {} where it has not both."""
    names = [at for at, cell in enumerate(cells) if _PERSON_HEAD.match(cell.strip())]
    if len(names) != 1:
        return {}
    bodies = [at for at, cell in enumerate(cells) if _BODY_HEAD.match(cell.strip())]
    return {"name": names[0], "body": bodies[0]} if len(bodies) == 1 else {}


def _again(
    passage: Passage, head: dict[str, int], rows: dict[str, tuple[str, Side]]
) -> Iterator[Finding]:
    """A name that an earlier row has under another body; adds the row to ``rows``."""
    name = re.sub(r"\s", "", passage.cells[head["name"]])
    body = passage.cells[head["body"]].strip()
    if not re.fullmatch(r"[\u4e00-\u9fff·]{3,8}", name) or not body:
        return
    before = rows.setdefault(name, (body, passage.side()))
    if before[0] != body:
        message = f"“{name}”列在“{before[0]}”和“{body}”两个单位下，请核对是不是同一个人。"
        yield Finding(Severity.INFO, message, (passage.side(), before[1]), before[0], body)
