"""Titles and headings: the annex note and the appendices, years in titles, one style of heading, numbers in order."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import pairwise

from generator.check.finding import Finding, Severity
from generator.check.passages import Passage
from generator.check.reader import chinese_value
from generator.check.subject import Subject

_LIST = re.compile(r"^(?:附件\s*\d*[:：]\s*)?(?:\d+[.．、]\s*)?")
_TAIL = re.compile(r"[（(][^（）()]*[)）]$|[一二三四五六七八九十]$")
_LIKE = 0.5
_NUMBERS = {
    1: re.compile(r"^([一二三四五六七八九十]+)、"),
    2: re.compile(r"^[（(]([一二三四五六七八九十]+|\d+)[)）]"),
    3: re.compile(r"^(\d+)[.．、]"),
    4: re.compile(r"^[（(](\d+)[)）]"),
}
_POINTS = re.compile(r"(?:(?<=^)|(?<=[。；：，\s]))([一二三四五六七八九十]{1,2})是")


def annexes(subject: Subject) -> Iterator[Finding]:
    """The 附件说明 names every appendix as its own title does, and there are as many.

    A bracket at the end of the name and a running 一 at the end of the title are not compared. Titles broken over
    lines are joined. Source: GB/T 9704-2012, 7.3.4.
    """
    named = [passage for passage in subject.passages if passage.role == "annex_note"]
    labels = [passage for passage in subject.passages if passage.role == "label"]
    if not named or not labels:
        return
    if len(named) != len(labels):
        yield Finding(
            Severity.WARNING,
            f"附件说明列了{len(named)}个附件，实有{len(labels)}个。",
            (named[0].side(), labels[-1].side()),
            str(len(labels)),
            str(len(named)),
        )
    for name, label in zip(named, labels, strict=False):
        titles = _titles(subject.passages, label)
        wanted = re.sub(r"\s", "", _LIST.sub("", name.text))
        bracket, below = (
            _TAIL.search(wanted),
            next((line for line in titles if line.text.startswith("—")), None),
        )
        if (
            bracket
            and below
            and len(bracket[0]) > 4
            and bracket[0].strip("（）()—") != re.sub(r"\s", "", below.text).strip("—")
        ):
            yield Finding(
                Severity.WARNING,
                f"附件说明里的副题写“{bracket[0]}”，{label.text.rstrip('：:')}的副题是“{below.text.strip()}”。",
                (name.side(), below.side()),
                bracket[0],
                below.text.strip(),
            )
        if titles and not any(_same(wanted, title) for title in _joined(titles)):
            lines = max(
                _joined(titles),
                key=lambda title: SequenceMatcher(None, wanted, title, autojunk=False).ratio(),
            )
            yield Finding(
                Severity.WARNING,
                f"附件说明写“{wanted}”，{label.text.rstrip('：:')}的标题是“{lines}”。",
                (name.side(), titles[0].side()),
                wanted,
                lines,
            )


def _titles(passages: Sequence[Passage], label: Passage) -> list[Passage]:
    """The title lines right after a label."""
    at = passages.index(label) + 1
    found: list[Passage] = []
    for passage in passages[at:]:
        if passage.role != "title":
            break
        found.append(passage)
    return found


def _joined(titles: Sequence[Passage]) -> list[str]:
    """The first line, the first two, … as one title."""
    texts = [re.sub(r"\s", "", title.text) for title in titles]
    return ["".join(texts[:count]) for count in range(1, len(texts) + 1)]


def _same(name: str, title: str) -> bool:
    return name == title or (_TAIL.sub("", name) == _TAIL.sub("", title))


def heading_style(subject: Subject) -> Iterator[Finding]:
    """Headings of one level under one heading are set alike: all with 方面 at the end, or none.

    Told once a group, naming the odd one. Source: 同级标题体例一致.
    """
    for siblings in _siblings(subject).values():
        titles = [
            re.sub(r"[。：]$", "", passage.text[: passage.lead] if passage.lead else passage.text)
            for passage in siblings
        ]
        ending = [title.endswith("方面") for title in titles]
        if len(siblings) > 2 and any(ending) and not all(ending):
            odd = ending.index(sum(ending) <= len(ending) / 2)
            other = ending.index(not ending[odd])
            yield Finding(
                Severity.WARNING,
                f"同级标题有的带“方面”，有的不带：“{titles[odd]}”“{titles[other]}”。",
                (
                    siblings[odd].side(0, siblings[odd].lead or None),
                    siblings[other].side(0, siblings[other].lead or None),
                ),
                titles[other],
                titles[odd],
            )


def _siblings(subject: Subject) -> dict[tuple[object, ...], list[Passage]]:
    """Headings by level and by the headings above them."""
    found: dict[tuple[object, ...], list[Passage]] = defaultdict(list)
    above: dict[int, int] = {}
    part, scope = "", 0
    for place, passage in enumerate(subject.passages):
        if passage.part != part or passage.role == "title":
            above, part, scope = {}, passage.part, scope + 1
        if passage.level:
            above = {level: at for level, at in above.items() if level < passage.level}
            found[scope, passage.level, tuple(above.values())].append(passage)
            above[passage.level] = place
    return found


def numbering(subject: Subject) -> Iterator[Finding]:
    """The numbers of headings run on without gap or repetition, in one form at one level; 一是二是 too.

    A level that goes on counting through the whole document (1. to 19.) is left alone. Source: GB/T 9704-2012, 7.3.3.
    """
    for siblings in _siblings(subject).values():
        numbered = [
            (value, passage) for passage in siblings if (value := _value(passage)) is not None
        ]
        for (before, one), (after, two) in pairwise(numbered):
            if after != before + 1:
                told = "重复" if after == before else "不连续"
                yield Finding(
                    Severity.WARNING,
                    f"标题编号{told}：{one.number.strip()}之后是{two.number.strip()}。",
                    (two.side(0, two.lead or None), one.side(0, one.lead or None)),
                    str(before + 1),
                    str(after),
                )
        if len({bool(re.search(r"\d", passage.number)) for _, passage in numbered}) > 1:
            yield Finding(
                Severity.WARNING,
                "同级标题的编号有的用汉字、有的用阿拉伯数字。",
                tuple(passage.side(0, passage.lead or None) for _, passage in numbered[:4]),
            )
    for passage in subject.passages:
        if passage.role == "body":
            yield from _points(passage)


def _value(passage: Passage) -> int | None:
    for pattern in _NUMBERS.values():
        if match := pattern.match(passage.number.strip()):
            return (
                int(match[1])
                if match[1].isdigit()
                else chinese_value(match[1])
                if len(match[1]) < 4
                else None
            )
    return None


def _points(passage: Passage) -> Iterator[Finding]:
    last = 0
    for match in _POINTS.finditer(passage.text):
        value = chinese_value(match[1])
        if value not in (1, last + 1) and last:
            yield Finding(
                Severity.WARNING,
                f"“{match[0]}”前面没有对应的序号。",
                (passage.side(match.start(), min(len(passage.text), match.end() + 12)),),
                str(last + 1),
                str(value),
            )
        last = value


def years_in_titles(subject: Subject) -> Iterator[Finding]:
    """A title, an appendix title or the name of an appendix bears the report's year and no other.

    Plans of the next year (思路, 打算, 计划) and spans of years are passed over. Source: carrying last year's file over.
    """
    for passage in subject.passages:
        if subject.year is None or passage.role not in ("title", "annex_note"):
            continue
        for match in re.finditer(r"(?<![\d-])((?:19|20)\d{2})年", passage.text):
            year = int(match[1])
            if (
                year != subject.year
                and not re.search("思路|打算|计划|以来|-|—|至", passage.text)
                and abs(year - subject.year) <= 2
            ):
                yield Finding(
                    Severity.WARNING,
                    f"标题里是{year}年，报告是{subject.year}年的。",
                    (passage.side(),),
                    str(subject.year),
                    str(year),
                )


def heading_and_form(subject: Subject) -> Iterator[Finding]:
    """A heading that lacks words of the form's own heading. For information. Source: the form's headings."""
    official = {
        re.sub(r"^[（(]?[一二三四五六七八九十]+[)）]?、?", "", row.label): row
        for row in subject.form
        if row.is_heading
    }
    for passage in subject.passages:
        if not passage.level or passage.part:
            continue
        words = re.sub(
            r"^[（(]?[一二三四五六七八九十\d]+[)）]?[、.]?",
            "",
            passage.text[: passage.lead] if passage.lead else passage.text,
        )
        plain = re.sub("方面|情况|。", "", words)
        for label in official:
            bare = re.sub("方面|情况", "", label)
            if (
                plain != bare
                and len(plain) >= 6
                and 0 < len(bare) - len(plain) <= 4
                and _inside(plain, bare)
            ):
                yield Finding(
                    Severity.INFO,
                    f"标题“{words.strip('。')}”与统计表“{label}”用语不同。",
                    (passage.side(0, passage.lead or None),),
                    label,
                    words,
                )


def _inside(short: str, long: str) -> bool:
    letters = iter(long)
    return all(char in letters for char in short)
