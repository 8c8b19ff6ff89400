"""Names: one spelling for a document, a company, a village; one person in a post; the issuer fits the number."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.check.filled import filled
from generator.check.finding import Finding, Severity, Side, cell_side
from generator.check.passages import Passage
from generator.check.subject import Subject

_TITLE = re.compile(r"《([^《》]{6,80})》?")
_COMPANY = re.compile(
    r"[\u4e00-\u9fff（）()“”]{2,24}?(?:有限责任公司|有限公司|股份公司|合作社|集团公司)"
)
_TOWN_VILLAGE = re.compile(
    r"(?P<town>[\u4e00-\u9fff]{2,4}?[镇乡])(?P<village>[\u4e00-\u9fff]{2,4}?村)(?!镇|级|委|民|庄|社)"
)
_VILLAGE = re.compile(
    r"(?:^|[、，。；：和与在为及（(“—-])(?P<village>[\u4e00-\u9fff]{2,4}村)(?!镇|级|委|民|庄|社|企|集)"
)
_GENERIC = re.compile(
    r"示范|行政|贫困|乡村|农村|自然|西部|帮扶|全县|各|每|个|该|本|脱贫|重点|结对|数|强村|山村|下村|进村|到村|驻村|一村|联村|受益"
)
_ISSUED = re.compile(
    r"(?P<issuer>[\u4e00-\u9fff（）、]{4,40}?)(?:联合)?(?:制定)?(?P<verb>出台|印发|制定|通过|起草|起草制定|制定印发|下发)了?(?P<title>《[^《》]+》)"
    r"(?:（(?P<number>[\u4e00-\u9fff]{2,10})〔\d{4}〕\d+号）)?"
)
_POSTS = "书记|县长|区长|市长|州长|镇长|乡长|主任|局长|部长|省长|旗长"
_POST_NAME = re.compile(
    rf"(?P<place>[\u4e00-\u9fff]{{2,4}}?[县区市州旗])(?P<organ>委|政府|人民政府)?(?P<post>(?:[\u4e00-\u9fff]{{0,4}}?)(?:副?(?:{_POSTS}))(?:、副?(?:{_POSTS}))*)"
    r"(?P<name>[\u4e00-\u9fff]{2,3}?)(?=率|带队|带领|一行|等|到|赴|来|与|和|同|出席|主持|及|，|。|、|座谈|代表团)"
)
_SURNAMES = (
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾"
    "侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文樊兰殷施陶洪翟安颜倪严牛温芦季俞章鲁葛伍韦申尤毕聂丛焦向柳邢路岳齐梅庄辛管祝左涂谷祁时舒耿牟卜詹关苗凌费纪靳盛童欧甄项曲成游阳裴席卫查屈鲍位覃霍翁隋植甘景薄单包司柏宁柯阮桂闵解强柴华车冉房边才郗"
)
_OFFICE = re.compile(r"办公室|办$")


@dataclass(frozen=True)
class _Places:
    """Where a name stands first, and the paragraphs that hold it: two names in one paragraph are two things."""

    first: Side
    paragraphs: set[tuple[str, str, int]]


def documents(subject: Subject) -> Iterator[Finding]:
    """One document has one title: of two cited titles of 10 or more characters, one lacks a word of the other.

    Speaks where the shorter is the longer without one run of at most 4 characters inside it (no year, no （试行）).
    Silent where characters differ (工作制度, 学习制度), and where one paragraph cites both. Source: cited titles agree.
    """
    found = _first_places(
        (match[1], passage, match.start(1), match.end(1))
        for passage in subject.passages
        for match in _TITLE.finditer(passage.text)
        if "》" in match[0]
    )
    yield from _near(found, 10, "同一文件的名称前后不一")


def companies(subject: Subject) -> Iterator[Finding]:
    """One company has one name: one name lacks 1 to 3 characters of another of at least 8, in the middle.

    Source: one spelling for each name.
    """
    found = _first_places(
        (_trim(match[0]), passage, match.end() - len(_trim(match[0])), match.end())
        for passage in subject.passages
        if passage.prose
        for match in _COMPANY.finditer(passage.text)
    )
    yield from _near(found, 8, "同一单位的名称前后不一")


def _trim(name: str) -> str:
    """The name without the words before it that the pattern caught."""
    cut = max(
        (
            found.end()
            for found in re.finditer(
                r"引进|依托|支持|动员|捐赠|联系|成立|注册|由|和|与|及|为|向|在|过|将|是|对|年",
                name[:-4],
            )
        ),
        default=0,
    )
    return (
        name[cut:].strip("“”（）()")
        if name[cut:].count("（") == name[cut:].count("）")
        else name[cut:]
    )


def _first_places(items: Iterable[tuple[str, Passage, int, int]]) -> dict[str, _Places]:
    """Where each name stands first, and all its paragraphs."""
    found: dict[str, _Places] = {}
    for text, passage, start, end in items:
        there = found.setdefault(
            re.sub(r"\s", "", text), _Places(passage.side(start, end, 4), set())
        )
        there.paragraphs.add((passage.part, passage.section, passage.paragraph))
    return found


def _near(found: Mapping[str, _Places], least: int, message: str) -> Iterator[Finding]:
    names = sorted(found, key=len)
    for place, short in enumerate(names):
        for long in names[place + 1 :]:
            apart = not found[short].paragraphs & found[long].paragraphs
            if len(short) >= least and apart and (missing := omitted(short, long)):
                yield Finding(
                    Severity.WARNING,
                    f"{message}：“{short}”比“{long}”少“{missing}”。",
                    (found[long].first, found[short].first),
                    long,
                    short,
                )


def omitted(short: str, long: str) -> str:
    """What ``short`` lacks of ``long``: one run of 1 to 4 characters in the middle; "" where it is anything else."""
    gap = len(long) - len(short)
    if not 1 <= gap <= 4:
        return ""
    head = next(
        (at for at, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short)
    )
    if not 1 < head < len(short) or short[head:] != long[head + gap :]:
        return ""
    missing = long[head : head + gap]
    return (
        ""
        if re.search(
            r"\d|[（）()副第一二三四五六七八九十东西南北]|试行|办公室|县|市|区|省", missing
        )
        else missing
    )


def villages(subject: Subject) -> Iterator[Finding]:
    """One village has one name: under one township, or anywhere where names of 3 or more characters differ by one
    character left out (甲乙村, 甲家乙村).

    Silent about generic words (示范村, 行政村), and about names that stand in one paragraph: those are two villages. Source: one spelling for each name.
    """
    told = (
        (name, passage, match.start("village"), match.end("village"))
        for passage in subject.passages
        if passage.prose
        for match in (*_TOWN_VILLAGE.finditer(passage.text), *_VILLAGE.finditer(passage.text))
        if not _GENERIC.search(name := re.sub("^[和与在为及向到赴对由]", "", match["village"]))
    )
    found = _first_places(told)
    names = sorted(found, key=len)
    for place, short in enumerate(names):
        for long in names[place + 1 :]:
            apart = not found[short].paragraphs & found[long].paragraphs
            if len(long) == len(short) + 1 and len(short) >= 3 and apart and left_out(short, long):
                yield Finding(
                    Severity.WARNING,
                    f"村名写法不一，疑为同一村：“{short}”“{long}”。",
                    (found[long].first, found[short].first),
                    long,
                    short,
                )


def left_out(short: str, long: str) -> bool:
    """Whether ``short`` is ``long`` without one character that is neither its first nor 村."""
    return any(long[:at] + long[at + 1 :] == short for at in range(1, len(long) - 1))


def issuers(subject: Subject) -> Iterator[Finding]:
    """The issuer fits the letters of the document number: an office issues with 办, its organ without.

    Also tells, for information, where one document is said to come from two organs. Silent where no number is given.
    Source: 发文机关代字.
    """
    by_title: dict[str, list[tuple[str, Passage, int, int]]] = defaultdict(list)
    for passage in subject.passages:
        for match in _ISSUED.finditer(passage.text):
            issuer = re.split("[，。；：]", match["issuer"])[-1]
            start = match.start("title")
            by_title[match["title"]].append(
                (issuer, passage, match.start("issuer"), start + len(match["title"]))
            )
            letters = match["number"] or ""
            office = bool(_OFFICE.search(issuer))
            if (
                letters
                and "、" not in issuer
                and letters.endswith(("办发", "办字", "办函")) != office
                and (office or letters.endswith("办发"))
            ):
                told = "是办公室的代字" if not office else "不是办公室的代字"
                yield Finding(
                    Severity.WARNING,
                    f"发文机关写“{issuer}”，文号“{letters}”{told}。",
                    (
                        passage.side(match.start("issuer"), match.start("verb")),
                        passage.side(match.end("title"), match.end()),
                    ),
                    issuer,
                    letters,
                )
    for title, cited in by_title.items():
        organs = list(dict.fromkeys(_organ(item[0]) for item in cited))
        if len(organs) > 1 and not any(a in b or b in a for a in organs for b in organs if a != b):
            first = cited[0]
            other = next(item for item in cited if _organ(item[0]) != _organ(first[0]))
            yield Finding(
                Severity.INFO,
                f"{title}的制发机关前后不一：{'、'.join(organs)}。",
                (first[1].side(first[2], first[3]), other[1].side(other[2], other[3])),
                organs[0],
                organs[1],
            )


def _organ(text: str) -> str:
    return re.sub(r"^(中共|中国共产党)|联合$|\d+月\d+日，?", "", text).strip("，、 ")


@dataclass(frozen=True)
class _Held:
    post: str
    name: str
    side: Side


def posts(subject: Subject) -> Iterator[Finding]:
    """One post is held by one person: two names in one post are told, unless 时任 or 原 stands before one of them.

    Reads the form's cells 时间、姓名、职务, the records with 职务 and 姓名, and 县长某某 in the text. Source: one post, one person.
    """
    by_post: dict[str, list[_Held]] = defaultdict(list)
    for held in (*_in_form(subject), *_in_records(subject), *_in_text(subject)):
        by_post[held.post].append(held)
    for post, all_held in by_post.items():
        first = all_held[0]
        other = next((held for held in all_held if held.name != first.name), None)
        if other:
            yield Finding(
                Severity.WARNING,
                f"“{post}”有两个人：{first.name}、{other.name}。",
                (first.side, other.side),
                first.name,
                other.name,
            )


def _in_form(subject: Subject) -> Iterator[_Held]:
    for row in filled(subject):
        if "姓名" in row.form.unit and row.raw:
            for post, name in read_person(row.raw):
                yield _Held(post, name, row.side)


def read_person(text: str) -> Iterator[tuple[str, str]]:
    """Post and name in 10.12-13、某某某、某区区长 or 4.29，某县县长某某某."""
    pieces = [
        piece
        for piece in re.split(r"[、，,\s]+", re.sub(r"^[\d.\-—~～月日 ]+", "", text.strip()))
        if piece
    ]
    title = re.compile(rf"^(?P<post>.*(?:{_POSTS}))(?P<name>[\u4e00-\u9fff]{{2,3}})?$")
    name = next(
        (
            piece
            for piece in pieces
            if not title.match(piece) and piece[0] in _SURNAMES and 2 <= len(piece) <= 3
        ),
        "",
    )
    for piece in pieces:
        match = title.match(piece)
        if match and (match["name"] or name) and re.search("[县区市州旗]", match["post"]):
            yield _normal(match["post"]), match["name"] or name


def _normal(post: str) -> str:
    """东湖区委副书记 as it is; the place kept, 人民政府 left out."""
    return re.sub("人民政府|政府", "", post)


def _in_records(subject: Subject) -> Iterator[_Held]:
    draft = subject.draft
    for records in draft.dataset.records.values() if draft else ():
        for record in records:
            post, name, then = (record.cells.get(column) for column in ("职务", "姓名", "时任"))
            if post and name and post.raw and name.raw and not (then and then.raw):
                place = re.match(r"[\u4e00-\u9fff]{2,4}?[县区市州旗]", post.raw)
                for title in re.split("、", post.raw):
                    full = (
                        title
                        if re.search("[县区市州旗].", title)
                        and title.startswith(place[0] if place else "\0")
                        else (place[0] if place else "") + title
                    )
                    if re.search(f"({_POSTS})$", full):
                        yield _Held(
                            _normal(full), name.raw, cell_side(name.source, f"{post.raw}{name.raw}")
                        )


def _in_text(subject: Subject) -> Iterator[_Held]:
    for passage in subject.passages:
        if not passage.prose:
            continue
        for match in _POST_NAME.finditer(passage.text):
            before = passage.text[max(0, match.start() - 2) : match.start()]
            if match["name"][0] not in _SURNAMES or re.search("时任|原|前", before):
                continue
            for title in match["post"].split("、"):
                organ = match["organ"] or ""
                post = match["place"] + (organ if organ == "委" and "书记" in title else "") + title
                yield _Held(_normal(post), match["name"], passage.side(match.start(), match.end()))


def people(subject: Subject) -> Iterator[Finding]:
    """One person has one spelling: behind the same words, two names share surname and length and differ in one
    character. Looks at the annex note against the appendix titles and at names behind 教师, 医生, 同志. Source: one spelling."""
    pattern = re.compile(
        r"(?P<before>[\u4e00-\u9fff]{2,8}?(?:教师|医生|同志|干部|书记|院长|校长))(?P<name>[\u4e00-\u9fff]{2,3})(?=[）)，。、；\s]|$)"
    )
    found: dict[str, tuple[str, Side]] = {}
    for passage in subject.passages:
        if passage.role == "row":
            continue
        for match in pattern.finditer(passage.text):
            if match["name"][0] in _SURNAMES:
                found.setdefault(
                    match["name"], (match["before"], passage.side(match.start(), match.end()))
                )
    names = sorted(found)
    for place, one in enumerate(names):
        for other in names[place + 1 :]:
            same = found[one][0][-4:] == found[other][0][-4:]
            if (
                same
                and len(one) == len(other)
                and one[0] == other[0]
                and different(one, other) == 1
            ):
                yield Finding(
                    Severity.WARNING,
                    f"同一人的姓名写法不一：{one}、{other}。",
                    (found[one][1], found[other][1]),
                    one,
                    other,
                )


def different(a: Sequence[str], b: Sequence[str]) -> int:
    """In how many places two names of one length differ."""
    return sum(x != y for x, y in zip(a, b, strict=True))
