"""Words that have better ones, common confusions, doubled words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from generator.check.finding import Finding
from generator.check.passages import Passage
from generator.check.rules.matches import in_prose
from generator.check.subject import Subject
from generator.model.kind import Term
from generator.model.regex import regex
from generator.model.severity import Severity

_TITLE = regex(r"《[^《》]*》")
_FUNCTION = regex(r"(?<![目标有存现所正实])([在的是将并被把])\1(?![建岗册读职外校家编实确])")
_WORD = regex(r"([\u4e00-\u9fff]{2,6})\1(?![\u4e00-\u9fff]?[不没])")
_SLIP = regex(
    r"([岗款率额费县镇局厅])\1(?=[位项到达度用])|([脱巩帮扶援捐])\2(?=[贫固助扶持赠款])|(在)\3(?=建设的)"
    r"|(?<=[成到展行施决现得升高加好起动进])(了)\4(?![之然])"
)
_SET_PHRASE = regex("[减退免]税缓税缓费|大学大学生|研究研究[院所生]")
"""Words in a row of which each repeats a part of the one before."""
_REDUPLICATED = regex(
    r"(.)\1|^年全$|[每一二三四五六七八九十]|[对把连比靠帮接顶联]$"
    r"|研究|讨论|学习|了解|考察|商量|沟通|调整"
)
_ACROSS = regex("(?<=[企农产就行工商林渔牧职事专毕作物创])业(?![务绩态主])")
"""Where two words meet (企业创业创新): what stands twice there is no word."""
_MOST_SIDES = 5
_MOST_WORDS = 3
_SHORT = 2
_AROUND = 12
_SENTENCE = 12
"""So many characters a cell has that is a sentence."""
_PAUSE = regex("[，。；]")
_BEYOND_CELL = regex(r"[.^$\s]|\\(?!d)")
"""What a pattern has that may ask for more than stands in one cell of a row."""
_AND = regex(
    r"(?:^|[，。；：])(?P<head>[^，。；：、\d（）]{6,})"
    r"和(?P<number>\d+)(?:人|名|户|人次)(?=[，。；（])"
)
_Hit = tuple[Passage, re.Match[str]]


def terms(subject: Subject) -> Iterator[Finding]:
    """A word of the list of words (terms.csv) stands in the text; reported once a word.

    查：用语表里的不规范用语，每个词提示一次，列出前五处。
    不查：书名号里的、登记过的名称里的；表格里不成句的（多是名称）；报告年份还没到停用年份的词。
    例：东西协作工作有序推进。 -> “东西协作”应写“东西部协作”（规范名称）。
    依据：用语表（terms.csv）逐条写明：语言文字规范（异形词整理表、简化字总表），《咬文嚼字》公布的100个别字，现代汉语词典的词条，
        法定计量单位的命令，政策文件的用语，算术；用户可以增补，“启用”写“否”就不再查。
    """
    passages: list[Passage] = []
    each: dict[str, None] = {}
    for passage in subject.passages:
        sentences = _sentences(passage)
        each.update(dict.fromkeys(sentences))
        passages += [passage] if sentences else []
    said = _Said("\n".join(it.text for it in passages), "\n".join(each))
    for term in subject.terms:
        stands = said.holds(term.wrong) and not _still_right(term, subject.year)
        hits = _hits(term, passages, subject.names) if stands else []
        if hits:
            yield _wrong_word(term, hits)


def _sentences(passage: Passage) -> Sequence[str]:
    """The text of a passage; of a row of a table the cells that say something."""
    if len(passage.cells) <= 1:
        return (passage.text,)
    return [cell for cell in passage.cells if _is_sentence(cell)]


def _is_sentence(cell: str) -> bool:
    """Whether a cell says something: a name has no comma."""
    return len(cell) >= _SENTENCE and bool(_PAUSE.search(cell))


def _cell_around(passage: Passage, start: int) -> str:
    """The cell of a row in which a character stands; the whole passage where it is no row."""
    if len(passage.cells) <= 1:
        return passage.text
    return passage.cells[passage.text.count("\t", 0, start)]


class _Said(Struct, frozen=True):
    """What passages say: their text, and each of their sentences once, which many rows share."""

    whole: str
    each: str

    def holds(self, wrong: str) -> bool:
        """Whether a word of the list may stand in a passage; most are no patterns, but words
        themselves."""
        if wrong.isalnum():
            return wrong in self.each
        text = self.whole if _BEYOND_CELL.search(wrong) else self.each
        return re.search(wrong, text) is not None


def _still_right(term: Term, year: int | None) -> bool:
    """Whether the report is of a year before the one in which the word became outdated."""
    return bool(year and term.since and year < term.since)


def _wrong_word(term: Term, hits: Sequence[_Hit]) -> Finding:
    words = list(dict.fromkeys(match[0] for _, match in hits))
    listed = "”“".join(words[:_MOST_WORDS])
    said = "，".join(filter(None, (term.note, term.authority)))
    note = f"（{said}）" if said else ""
    example = f"，如“{_around(*hits[0])}”" if len(words[0]) <= _SHORT else ""
    count = f"，共{len(hits)}处" if len(hits) > 1 else ""
    sides = tuple(passage.side(*match.span(), 10) for passage, match in hits[:_MOST_SIDES])
    message = f"“{listed}”应写“{term.right}”{note}{example}{count}。"
    return Finding(term.severity, message, sides, term.right, words[0])


def _around(passage: Passage, match: re.Match[str]) -> str:
    """The word with four characters on each side."""
    return passage.text[max(0, match.start() - 4) : match.end() + 4].strip("，。；、")


def _hits(term: Term, passages: Sequence[Passage], names: Sequence[str]) -> list[_Hit]:
    """Where a word stands, titles and names aside."""
    return [hit for passage in passages for hit in _in_passage(term, passage, names)]


def _in_passage(term: Term, passage: Passage, names: Sequence[str]) -> Iterator[_Hit]:
    for match in re.finditer(term.wrong, passage.text):
        if len(passage.cells) > 1 and not _is_sentence(_cell_around(passage, match.start())):
            continue
        around = passage.text[max(0, match.start() - _AROUND) : match.end() + _AROUND]
        excused = term.unless and re.search(term.unless, around)
        if not excused and not _named(match, passage.text, names):
            yield passage, match


def _named(match: re.Match[str], text: str, names: Sequence[str]) -> bool:
    """Whether the word stands inside 《》 or a registered name."""
    spans = [title.span() for title in _TITLE.finditer(text)]
    there = [re.escape(name) for name in names if name in text]
    spans += [found.span() for name in there for found in re.finditer(name, text)]
    return any(start <= match.start() < end for start, end in spans)


def doubled(subject: Subject) -> Iterator[Finding]:
    """A function word, or a word of two to six characters, stands twice in a row.

    查：“在”“的”“是”等字连写两遍，两到六个字的词连写两遍，词里的一个字连写两遍（管护岗岗位、脱脱贫）。
    不查：有意的重叠（研究研究、户户）、固定的说法（退税缓税缓费）、名称里的重字（东湖区区委）、单字的重叠，表格里的字。
    例：实施产业项目项目5个。 -> “项目”连写了两遍。
    依据：录入差错。
    """
    for passage in subject.passages:
        if passage.role not in ("body", "note", "heading", "title"):
            continue
        for match in _FUNCTION.finditer(passage.text):
            yield _twice(passage, match)
        for match in _SLIP.finditer(passage.text):
            yield _twice(passage, match)
        set_phrases = [match.span() for match in _SET_PHRASE.finditer(passage.text)]
        for match in _WORD.finditer(passage.text):
            across = _ACROSS.match(passage.text, match.start())
            is_set = across or any(start <= match.start() < end for start, end in set_phrases)
            if not is_set and not _REDUPLICATED.search(match[1]):
                yield _twice(passage, match)


def _twice(passage: Passage, match: re.Match[str]) -> Finding:
    side = passage.side(*match.span(), 10)
    once = next(group for group in match.groups() if group)
    message = f"“{once}”连写了两遍。"
    return Finding(Severity.WARNING, message, (side,), once, match[0])


def dangling_and(subject: Subject) -> Iterator[Finding]:
    """和 joins two things: before it something is counted or listed.

    查：“和”后面是人数、户数，而同一分句里“和”前面没有数也没有并列的词。
    不查：“和”前面有数（教师12人和医生9人）或有顿号的（企业、合作社和15人）。
    例：脱贫劳动力到东部稳定就业和72人，省内就业80人。 -> “稳定就业和72人”里的“和”多余，或前面漏了数。
    依据：录入差错。
    """
    for passage, match in in_prose(subject, _AND):
        around = passage.text[match.end("head") - 4 : match.end()]
        message = f"“{around}”里的“和”多余，或前面漏了数。"
        side = passage.side(match.start("head"), match.end())
        yield Finding(Severity.WARNING, message, (side,), "", "和")
