"""One spelling for a document, a company, a village and a person."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from msgspec import Struct

from generator.check.finding import Finding, Side
from generator.check.passages import Passage, prose
from generator.check.subject import Subject
from generator.model.regex import regex
from generator.model.replacing import replace
from generator.model.severity import Severity

SURNAMES = (
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜"
    "戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文樊兰殷施陶洪"
    "翟安颜倪严牛温芦季俞章鲁葛伍韦申尤毕聂丛焦向柳邢路岳齐梅庄辛管祝左涂谷祁时舒耿牟卜詹关苗凌费纪靳盛童欧甄项"
    "曲成游阳裴席卫查屈鲍位覃霍翁隋植甘景薄单包司柏宁柯阮桂闵解强柴华车冉房边才郗"
)
_TITLE = regex(r"《([^《》]{6,80})》")
_LEAST_TITLE, _LEAST_COMPANY, _LEAST_VILLAGE = 10, 8, 3
_COMPANY = regex(
    r"[\u4e00-\u9fff（）()“”]{2,24}?(?:有限责任公司|有限公司|股份公司|合作社|集团公司)"
)
_BEFORE_COMPANY = regex(
    r"引进|依托|支持|动员|捐赠|联系|成立|注册|由|和|与|及|为|向|在|过|将|是|对|年"
)
_COMPANY_ENDING = 4
_TOWN_VILLAGE = regex(
    r"(?P<town>[\u4e00-\u9fff]{2,4}?[镇乡])"
    r"(?P<village>[\u4e00-\u9fff]{2,4}?村)(?!镇|级|委|民|庄|社)"
)
_VILLAGE = regex(
    r"(?:^|[、，。；：和与在为及（(“—-])"
    r"(?P<village>[\u4e00-\u9fff]{2,4}村)(?!镇|级|委|民|庄|社|企|集)"
)
_BEFORE_VILLAGE = regex("^[和与在为及向到赴对由]")
_GENERIC = regex(
    r"示范|行政|贫困|乡村|农村|自然|西部|帮扶|全县|各|每|个|该|本|脱贫|重点|结对|数"
    r"|强村|山村|下村|进村|到村|驻村|一村|联村|受益"
)
_PERSON = regex(
    r"(?P<before>[\u4e00-\u9fff]{0,8}?(?:教师|医生|同志|干部|书记|院长|校长|[县区市州镇乡局]长|主任))"
    r"(?P<name>[\u4e00-\u9fff]{2,3})(?=[）)，。、；\s]|出席|主持|陪同|调研|考察|来|赴|率|作|介绍|汇报|讲话|强调|指出|参加|同志|分别"
    r"|到[县校村乡镇院岗东西]|获[得评奖]|被[评授聘]|坐诊|出诊|带[队领]|$)"
)
_ONE_IN_OFFICE = regex("(?<!副)(?:[县区市州]长|[县区市州]委书记)$")
"""The title of one person in a report; others (教师, 第一书记) many have, brothers too."""
_TITLE_END, _LONG_TITLE = 4, 7
_MOST_OMITTED = 4
_LIGHT = regex(
    "(?:进一步|全面|加快|专项|工作|管理|使用|有关|相关|实施|推进|深入|扎实|切实|积极|大力"
    "|和|的|与|暂行|若干|方面|活动|巩固|拓展|政府|公共|协作|以及|及|加强|做好)+"
)
"""What the title of one document is now written with, now without; other words may make it another
document."""
_TELLS_APART = regex(r"\d|[（）()副第一二三四五六七八九十东西南北]|试行|办公室|县|市|区|省")


class _Mention(Struct, frozen=True):
    """A name where it stands in the report."""

    name: str
    passage: Passage
    start: int
    end: int

    @property
    def paragraph(self) -> tuple[str, str, int]:
        """The paragraph that it stands in."""
        return self.passage.part, self.passage.section, self.passage.paragraph


class _Spelling(Struct, frozen=True):
    """A name, where it stands first, and its paragraphs: names in one paragraph are two things."""

    name: str
    first: Side
    paragraphs: frozenset[tuple[str, str, int]]


def documents(subject: Subject) -> Iterator[Finding]:
    """One document has one title.

    查：两个文件名称（10字以上），一个比另一个中间少一到四个字。
    不查：少的是年份、“（试行）”、地名级别、序数、方位词的；字数相同而用字不同的；同一段里都提到的。
        少的词说的可能是另一件事的（考核、处置、农村），供参考。
    例：印发《清河县资金使用管理实施细则》。／印发《清河县资金使用实施细则》。
        -> 同一文件的名称前后不一：“清河县资金使用实施细则”比“清河县资金使用管理实施细则”少“管理”。
    依据：同一文件的名称前后一致。
    """
    mentions = (
        _Mention(match[1], passage, *match.span(1))
        for passage in subject.passages
        for match in _TITLE.finditer(passage.text)
    )
    for finding, missing in _shortened(mentions, _LEAST_TITLE, "同一文件的名称前后不一"):
        is_light = _LIGHT.fullmatch(missing)
        yield finding if is_light else replace(finding, severity=Severity.INFO)


def companies(subject: Subject) -> Iterator[Finding]:
    """One company has one name.

    查：两个企业、合作社的名称（8字以上），一个比另一个中间少一到四个字。
    不查：少的是地名级别、序数、方位词的；同一段里都提到的。
    例：引进青山智慧农业技术有限公司。／依托青山智慧农业有限公司，带动就业。
        -> 同一单位的名称前后不一：“青山智慧农业有限公司”比“青山智慧农业技术有限公司”少“技术”。
    依据：同一单位的名称前后一致。
    """
    mentions = _company_mentions(subject.passages)
    for finding, _ in _shortened(mentions, _LEAST_COMPANY, "同一单位的名称前后不一"):
        yield finding


def _company_mentions(passages: tuple[Passage, ...]) -> Iterator[_Mention]:
    for passage in prose(passages):
        for match in _COMPANY.finditer(passage.text):
            name = _company(match[0])
            yield _Mention(name, passage, match.end() - len(name), match.end())


def _company(words: str) -> str:
    """The name without the words before it that the pattern caught."""
    leading = [match.end() for match in _BEFORE_COMPANY.finditer(words[:-_COMPANY_ENDING])]
    name = words[max(leading, default=0) :]
    return name.strip("“”（）()") if name.count("（") == name.count("）") else name


def _spellings(mentions: Iterable[_Mention]) -> list[_Spelling]:
    """The names mentioned, the shortest first."""
    by_name: dict[str, list[_Mention]] = defaultdict(list)
    for mention in mentions:
        by_name[re.sub(r"\s", "", mention.name)].append(mention)
    return [_spelling(name, by_name[name]) for name in sorted(by_name, key=len)]


def _spelling(name: str, mentions: Sequence[_Mention]) -> _Spelling:
    first = mentions[0]
    paragraphs = frozenset(mention.paragraph for mention in mentions)
    return _Spelling(name, first.passage.side(first.start, first.end, 4), paragraphs)


def _pairs(mentions: Iterable[_Mention]) -> Iterator[tuple[_Spelling, _Spelling]]:
    """Two names that stand in no paragraph together, the shorter first."""
    for short, long in combinations(_spellings(mentions), 2):
        if not short.paragraphs & long.paragraphs:
            yield short, long


def _shortened(
    mentions: Iterable[_Mention], least: int, message: str
) -> Iterator[tuple[Finding, str]]:
    """The pairs of names of which one omits some words of the other, as findings with these."""
    for short, long in _pairs(mentions):
        missing = omitted(short.name, long.name) if len(short.name) >= least else ""
        if missing:
            said = f"{message}：“{short.name}”比“{long.name}”少“{missing}”。"
            yield _finding(said, short, long), missing


def _finding(message: str, short: _Spelling, long: _Spelling) -> Finding:
    sides = long.first, short.first
    return Finding(Severity.WARNING, message, sides, long.name, short.name)


def omitted(short: str, long: str) -> str:
    """What ``short`` lacks of ``long``: one run of 1 to 4 characters in the middle.

    "" where they differ otherwise, and where what is missing tells two things apart.
    """
    gap = len(long) - len(short)
    head = _common(short, long)
    if not 1 <= gap <= _MOST_OMITTED or not 1 < head < len(short):
        return ""
    missing = long[head : head + gap]
    same_tail = short[head:] == long[head + gap :]
    return missing if same_tail and not _TELLS_APART.search(missing) else ""


def _common(one: str, other: str) -> int:
    """How many characters two names have in common at their beginning."""
    for length, (a, b) in enumerate(zip(one, other, strict=False)):
        if a != b:
            return length
    return min(len(one), len(other))


def villages(subject: Subject) -> Iterator[Finding]:
    """One village has one name.

    查：两个村名（3字以上），一个比另一个少一个字（甲家乙村、甲乙村）。
    不查：示范村、行政村等不是村名的；同一段里都提到的；字数相同的（东沟村、西沟村）。少的是“村”前面一个字、不是“家”的（石桥村、石桥头村），供参考。
    例：为白家坪村、石沟村捐款。／石沟村、白坪村已启动。
        -> 村名写法不一，疑为同一村：“白坪村”“白家坪村”。
    依据：同一个村的名称前后一致。
    """
    for short, long in _pairs(_village_mentions(subject.passages)):
        one_more = len(long.name) == len(short.name) + 1
        if one_more and len(short.name) >= _LEAST_VILLAGE and left_out(short.name, long.name):
            names = f"“{short.name}”“{long.name}”"
            found = _finding(f"村名写法不一，疑为同一村：{names}。", short, long)
            is_last = long.name[:-2] + long.name[-1] == short.name and long.name[-2] != "家"
            yield replace(found, severity=Severity.INFO) if is_last else found


def _village_mentions(passages: tuple[Passage, ...]) -> Iterator[_Mention]:
    for passage in prose(passages):
        for pattern in (_TOWN_VILLAGE, _VILLAGE):
            for match in pattern.finditer(passage.text):
                name = _BEFORE_VILLAGE.sub("", match["village"])
                if not _GENERIC.search(name):
                    yield _Mention(name, passage, *match.span("village"))


def left_out(short: str, long: str) -> bool:
    """Whether ``short`` is ``long`` without one character that is neither its first nor 村."""
    return any(long[:at] + long[at + 1 :] == short for at in range(1, len(long) - 1))


class _Person(Struct, frozen=True):
    """The words before the name of a person, and where it stands."""

    before: str
    side: Side


def people(subject: Subject) -> Iterator[Finding]:
    """One person has one spelling.

    查：“县长”“局长”“教师”“医生”“书记”等词后面的两个三字姓名，姓相同，只差一个字；不是县长、县委书记一类一个人的职务，
        称呼也不长的，供参考。称呼连同单位七个字以上都相同的，两个字的姓名也查。
    不查：前面的称呼不同的（县长、副县长）；差两个字的；两个字的姓名；表格里的。
    例：援派教师唐小兰，工作认真。／援派教师唐小岚，成绩突出。 -> 同一人的姓名写法不一：唐小兰、唐小岚。
    依据：同一人的姓名前后一致。
    """
    persons = _persons(subject.passages)
    for one, other in combinations(sorted(persons), 2):
        first, second = persons[one], persons[other]
        alike = one[0] == other[0] and differ_in_one(one, other)
        in_one_post = first.before == second.before and len(first.before) >= _LONG_TITLE
        same_title = len(one) > 2 and _same_title(first.before, second.before)
        if alike and (in_one_post or same_title):
            message = f"同一人的姓名写法不一：{one}、{other}。"
            is_sure = in_one_post or _ONE_IN_OFFICE.search(first.before)
            severity = Severity.WARNING if is_sure else Severity.INFO
            yield Finding(severity, message, (first.side, second.side), one, other)


def _same_title(one: str, other: str) -> bool:
    """Whether the ends of two titles are the same, and both or neither are those of a deputy."""
    first, second = one[-_TITLE_END:], other[-_TITLE_END:]
    is_end = first.endswith(second) or second.endswith(first)
    return is_end and ("副" in first) == ("副" in second)


def _persons(passages: Sequence[Passage]) -> Mapping[str, _Person]:
    """The persons behind a title in the text, by name, each where it stands first."""
    persons: dict[str, _Person] = {}
    for passage in passages:
        matches = _PERSON.finditer(passage.text) if passage.role != "row" else ()
        for match in matches:
            if match["name"][0] in SURNAMES:
                person = _Person(match["before"], passage.side(*match.span()))
                persons.setdefault(match["name"], person)
    return persons


def differ_in_one(one: str, other: str) -> bool:
    """Whether two names have one length and differ in one character."""
    return len(one) == len(other) and sum(a != b for a, b in zip(one, other, strict=True)) == 1
