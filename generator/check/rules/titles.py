"""Titles and headings: annex note and appendices, years in titles, one style, numbers in order."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence, Set
from difflib import SequenceMatcher
from itertools import pairwise

from generator.check.finding import Finding, Side
from generator.check.passages import Passage, Role
from generator.check.reader import chinese_value
from generator.check.subject import Subject
from generator.model.digits import whole_number
from generator.model.regex import regex
from generator.model.severity import Severity

_LIST = regex(r"^(?:附件\s*\d*[:：]\s*)?(?:\d+[.．、]\s*)?")
_TAIL = regex(r"[（(][^（）()]*[)）]$|[一二三四五六七八九十]$")
_SHORT_TAIL = 4
_CHINESE = "[一二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九]"
_NUMBERS = (
    regex(r"^([一二三四五六七八九十]+)、"),
    regex(r"^[（(]([一二三四五六七八九十]+|\d+)[)）]"),
    regex(r"^(\d+)[.．、]"),
)
_POINTS = regex(r"(?:(?<=^)|(?<=[。；：，\s]))([一二三四五六七八九十]{1,2})是")
_PART = regex(r"第[一二三四五六七八九十\d]{1,3}(?:部分|[章节篇编])")
_ANEW = regex("一[是要]")
_ITEM = regex(r"(?:^|(?<=[。；;\s]))(\d{1,2})[.．、](?=\s*[\u4e00-\u9fff])")
_BRACKETED = regex(r"[（(](\d{1,2})[)）](?=\s*[\u4e00-\u9fff])")
_GAP = _SECOND = 2
_YEAR = regex(r"(?<![\d-])((?:19|20)\d{2})年")
_OTHER_YEARS = regex("思路|打算|计划|以来|-|—|至")
_NEAR_YEARS = 2
_FORM_NUMBER = regex(r"^[（(]?[一二三四五六七八九十]+[)）]?、?")
_HEADING_NUMBER = regex(r"^[（(]?[一二三四五六七八九十\d]+[)）]?[、.]?")
_LEAST = 6
_MOST_MISSING = 4
_MOST_SIDES = 4


def annexes(subject: Subject) -> Iterator[Finding]:
    """The 附件说明 names every appendix as its own title does, and there are as many.

    查：附件说明里的名称、副题与附件的标题、副题不一致；列出的个数与实有的附件个数不同。
    不查：附件说明里名称末尾的括号，标题末尾的“一”“二”；分成几行的标题连起来比。
    例：【附】附件：1.甲表／【附】2.乙表／【附件1】／【题】甲表
        -> 附件说明列了2个附件，实有1个。
    依据：GB/T 9704—2012 第7.3.4条、第7.3.7条（规定）：附件标题应与附件说明的表述一致。
    """
    named = _of_role(subject, "annex_note")
    labels = _of_role(subject, "label")
    if named and labels and len(named) != len(labels):
        message = f"附件说明列了{len(named)}个附件，实有{len(labels)}个。"
        sides = named[0].side(), labels[-1].side()
        yield Finding(Severity.WARNING, message, sides, str(len(labels)), str(len(named)))
    for name, label in zip(named, labels, strict=False):
        lines = _title_lines(subject.passages, label)
        called = label.text.rstrip("：:")
        yield from _other_subtitle(name, called, lines)
        yield from _other_title(name, called, lines)


def _of_role(subject: Subject, role: Role) -> list[Passage]:
    return [passage for passage in subject.passages if passage.role == role]


def _title_lines(passages: Sequence[Passage], label: Passage) -> list[Passage]:
    """The title lines right after a label."""
    lines: list[Passage] = []
    for passage in passages[passages.index(label) + 1 :]:
        if passage.role != "title":
            break
        lines.append(passage)
    return lines


def _annex_name(note: Passage) -> str:
    """The name without 附件：1."""
    return _without_spaces(_LIST.sub("", note.text))


def _without_spaces(text: str) -> str:
    return re.sub(r"\s", "", text)


def _other_subtitle(note: Passage, called: str, lines: Sequence[Passage]) -> Iterator[Finding]:
    """The bracket at the end of a name against the line of the title that begins with —."""
    bracket = _TAIL.search(_annex_name(note))
    below = next((line for line in lines if line.text.startswith("—")), None)
    if bracket and below and _differ(bracket[0], below.text):
        noted, subtitle = bracket[0], below.text.strip()
        message = f"附件说明里的副题写“{noted}”，{called}的副题是“{subtitle}”。"
        yield Finding(Severity.WARNING, message, (note.side(), below.side()), noted, subtitle)


def _differ(bracket: str, line: str) -> bool:
    """Whether a bracket that is long enough for a subtitle is another than the line."""
    same = bracket.strip("（）()—") == _without_spaces(line).strip("—")
    return len(bracket) > _SHORT_TAIL and not same


def _other_title(note: Passage, called: str, lines: Sequence[Passage]) -> Iterator[Finding]:
    """A name that is the title of its appendix in no way of joining the lines of the title."""
    name, titles = _annex_name(note), _joined(lines)
    if titles and not any(_same(name, title) for title in titles):
        title = max(titles, key=lambda title: _likeness(name, title))
        message = f"附件说明写“{name}”，{called}的标题是“{title}”。"
        yield Finding(Severity.WARNING, message, (note.side(), lines[0].side()), name, title)


def _joined(lines: Sequence[Passage]) -> list[str]:
    """The first line, the first two, … as one title."""
    texts = [_without_spaces(line.text) for line in lines]
    return ["".join(texts[:count]) for count in range(1, len(texts) + 1)]


def _same(name: str, title: str) -> bool:
    return name == title or _TAIL.sub("", name) == _TAIL.sub("", title)


def _likeness(name: str, title: str) -> float:
    return SequenceMatcher(None, name, title, autojunk=False).ratio()


def heading_style(subject: Subject) -> Iterator[Finding]:
    """Headings of one level under one heading are set alike: all with 方面 at the end, or none.

    查：同一标题下的三个以上同级标题，有的以“方面”结尾，有的不是；一组提示一次，指出少数的一个。
    不查：不足三个的；不同级、不同上级标题下的。
    例：【标】（一）组织领导／【标】（二）资金方面。／【标】（三）就业
        -> 同级标题有的带“方面”，有的不带：“（二）资金方面”“（一）组织领导”。
    依据：同级标题体例一致（实务）。
    """
    for siblings in _siblings(subject.passages):
        titles = [re.sub(r"[。：]$", "", _heading(passage)) for passage in siblings]
        endings = [title.endswith("方面") for title in titles]
        if len(siblings) > 2 and len(set(endings)) > 1:
            odd = endings.index(sum(endings) <= len(endings) / 2)
            other = endings.index(not endings[odd])
            message = f"同级标题有的带“方面”，有的不带：“{titles[odd]}”“{titles[other]}”。"
            sides = _heading_side(siblings[odd]), _heading_side(siblings[other])
            yield Finding(Severity.WARNING, message, sides, titles[other], titles[odd])


def _heading(passage: Passage) -> str:
    """The heading: what runs into the paragraph, or the whole passage."""
    return passage.text[: passage.lead] if passage.lead else passage.text


def _heading_side(passage: Passage) -> Side:
    return passage.side(0, passage.lead or None)


def _siblings(passages: Sequence[Passage]) -> list[list[Passage]]:
    """The headings of one level under the same headings, group by group.

    A title, a new part and a line like 第二部分 begin a text of their own.
    """
    groups: dict[tuple[object, ...], list[Passage]] = defaultdict(list)
    above: dict[int, int] = {}
    part, scope = "", 0
    for index, passage in enumerate(passages):
        if passage.part != part or passage.role == "title" or _PART.match(passage.text):
            above, part, scope = {}, passage.part, scope + 1
        if passage.level:
            above = {level: at for level, at in above.items() if level < passage.level}
            groups[scope, passage.level, tuple(above.values())].append(passage)
            above[passage.level] = index
    return list(groups.values())


def numbering(subject: Subject) -> Iterator[Finding]:
    """The numbers of headings run on without gap or repetition, in one form at one level.

    查：同级标题的编号重复、跳号，有的用汉字、有的用阿拉伯数字；“一是…三是”缺了前面的；单元格里“1.…3.…”缺了中间的。
    不查：上一级标题换了，或者另起“第二部分”，从一重新编的；一段里重新从“一是”说起的。
    例：一是加强领导。三是抓好落实。 -> “三是”前面没有对应的序号。
    依据：GB/T 9704—2012 第7.3.3条（可以）：结构层次序数依次用“一、”“（一）”“1.”“（1）”。
    """
    for siblings in _siblings(subject.passages):
        yield from _sequence(subject.passages, siblings)
        yield from _mixed_numerals(siblings)
    for passage in subject.passages:
        if passage.role == "body":
            yield from _points(passage)
        for form in (_ITEM, _BRACKETED) if passage.role == "row" else ():
            if len(form.findall(passage.text)) > 1:
                for cell in passage.cells:
                    yield from _in_cell(passage, cell, form)


def _sequence(passages: Sequence[Passage], siblings: Sequence[Passage]) -> Iterator[Finding]:
    """A number of a group that does not follow on the one before it, nor on lines between them."""
    for (before, one), (after, two) in pairwise(_numbered(siblings)):
        missing = set(range(before + 1, after))
        if after == before + 1 or (missing and missing <= _said_between(passages, one, two)):
            continue
        fault = "重复" if after == before else "不连续"
        message = f"标题编号{fault}：{one.number.strip()}之后是{two.number.strip()}。"
        sides = _heading_side(two), _heading_side(one)
        yield Finding(Severity.WARNING, message, sides, str(before + 1), str(after))


def _said_between(passages: Sequence[Passage], one: Passage, two: Passage) -> set[int]:
    """The numbers, in the form of two headings, that lines between them begin with: 三、产业情况：
    is no heading to Word, and is one to a reader; 2.5万元 is none."""
    between = passages[passages.index(one) + 1 : passages.index(two)]
    form = next(form for form in _NUMBERS if form.match(two.number.strip()))
    texts = [passage.text.strip() for passage in between]
    found = [match for text in texts if (match := form.match(text))]
    numbers = [_number(match[1]) for match in found if not _goes_on_in_digits(match)]
    return {number for number in numbers if number is not None}


def _goes_on_in_digits(match: re.Match[str]) -> bool:
    return match.string[match.end() : match.end() + 1].isdigit()


def _mixed_numerals(siblings: Sequence[Passage]) -> Iterator[Finding]:
    """Numbers in Chinese and in Arabic numerals in one group."""
    numbered = [passage for _, passage in _numbered(siblings)]
    if len({bool(re.search(r"\d", passage.number)) for passage in numbered}) > 1:
        message = "同级标题的编号有的用汉字、有的用阿拉伯数字。"
        sides = tuple(_heading_side(passage) for passage in numbered[:_MOST_SIDES])
        yield Finding(Severity.WARNING, message, sides)


def _numbered(siblings: Sequence[Passage]) -> list[tuple[int, Passage]]:
    """The headings that have a number, each with it."""
    numbers = ((_value(passage), passage) for passage in siblings)
    return [(value, passage) for value, passage in numbers if value is not None]


def _value(passage: Passage) -> int | None:
    """The number of a heading; None where it has none that can be read."""
    for pattern in _NUMBERS:
        if match := pattern.match(passage.number.strip()):
            return _number(match[1])
    return None


def _number(digits: str) -> int | None:
    return whole_number(digits) if digits.isdecimal() else _chinese(digits)


def _chinese(digits: str) -> int | None:
    """一 to 九十九; None for characters that make no number (一一)."""
    return chinese_value(digits) if re.fullmatch(_CHINESE, digits) else None


def _in_cell(passage: Passage, cell: str, form: re.Pattern[str]) -> Iterator[Finding]:
    """The numbers of 1.…2.…, or of （1）…（2）…, in a cell that go on from 1 with a gap."""
    last = 0
    for match in form.finditer(cell):
        value = int(match[1])
        if last and value == last + _GAP:
            message = f"单元格里的编号不连续：{last}之后是{value}。"
            start = passage.text.index(cell) + match.start()
            side = passage.side(start, min(len(passage.text), start + 12))
            yield Finding(Severity.WARNING, message, (side,), str(last + 1), str(value))
        last = value if value == 1 or last else 0


def _points(passage: Passage) -> Iterator[Finding]:
    """The numbers of 一是…二是 in a paragraph; a list may begin anew in a clause (坚持一是…，二是…)."""
    last, since = 0, 0
    for match in _POINTS.finditer(passage.text):
        value = _chinese(match[1])
        if value is None:
            continue
        begun_anew = value == _SECOND and _ANEW.search(passage.text, since, match.start())
        if value not in (1, last + 1) and last and not begun_anew:
            message = f"“{match[0]}”前面没有对应的序号。"
            side = passage.side(match.start(), min(len(passage.text), match.end() + 12))
            yield Finding(Severity.WARNING, message, (side,), str(last + 1), str(value))
        last, since = value, match.end()


def years_in_titles(subject: Subject) -> Iterator[Finding]:
    """A title, or the name of an appendix, bears the report's year and no other.

    查：标题、附件标题、附件说明里的年份与报告的年份不同，相差一两年。
    不查：“思路”“打算”“计划”；起止年份（2018—2023年）；相差三年以上的。
    例：【题】清河县2022年东西部协作自评报告 -> 标题里是2022年，报告是2023年的。
    依据：沿用上年文稿常见的差错。
    """
    for passage in subject.passages:
        if subject.year is None or passage.role not in ("title", "annex_note"):
            continue
        for match in _YEAR.finditer(passage.text):
            gap = abs(int(match[1]) - subject.year)
            if 0 < gap <= _NEAR_YEARS and not _OTHER_YEARS.search(passage.text):
                message = f"标题里是{match[1]}年，报告是{subject.year}年的。"
                sides = (passage.side(),)
                yield Finding(Severity.WARNING, message, sides, str(subject.year), match[1])


def heading_and_form(subject: Subject) -> Iterator[Finding]:
    """A heading has all words of the form's own heading.

    查：正文标题比统计表里对应的标题少几个字（四个以内），供参考。
    不查：附件里的标题；不到六个字的；末尾的“方面”“情况”；统计表标题括号里的字，如“促进（推进）乡村振兴”；
    统计表的标题已经是正文另一个标题的。
    例：统计表是“二、助力巩固拓展脱贫攻坚成果”，正文是“（二）助力巩固脱贫攻坚成果”
        -> 标题“助力巩固脱贫攻坚成果”与统计表“助力巩固拓展脱贫攻坚成果”用语不同。
    依据：统计表的标题用语。
    """
    headings = [passage for passage in subject.passages if passage.level and not passage.part]
    words = [_HEADING_NUMBER.sub("", _heading(passage)) for passage in headings]
    told = list(map(_telling, words))
    unsaid = [(label, _telling(label)) for label in _labels_unsaid(subject, set(told))]
    for passage, heading, tells in zip(headings, words, told, strict=True):
        for label, asked in unsaid:
            if _lacks_words(tells, asked):
                message = f"标题“{heading.strip('。')}”与统计表“{label}”用语不同。"
                yield Finding(Severity.INFO, message, (_heading_side(passage),), label, heading)


def _labels_unsaid(subject: Subject, said: Set[str]) -> list[str]:
    """The form's headings that no heading of the report says wholly."""
    rows = [row for row in subject.form if row.is_heading]
    labels = dict.fromkeys(_FORM_NUMBER.sub("", row.label) for row in rows)
    return [label for label in labels if _telling(label) not in said]


def _telling(heading: str) -> str:
    """A heading without what says nothing of its own; what the form has in brackets may be said or
    not."""
    return re.sub("方面|情况|。|[（(][^（）()]*[）)]", "", heading)


def _lacks_words(short: str, long: str) -> bool:
    """Whether a heading is the form's without up to four characters."""
    missing = len(long) - len(short)
    return len(short) >= _LEAST and 0 < missing <= _MOST_MISSING and _inside(short, long)


def _inside(short: str, long: str) -> bool:
    letters = iter(long)
    return all(char in letters for char in short)
