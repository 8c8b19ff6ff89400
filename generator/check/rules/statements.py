"""One fact, one value: statements of the same words with two values, anywhere in a text."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from msgspec import Struct, field

from generator.check.finding import Finding
from generator.check.passages import Passage
from generator.check.reader import GOES_ON
from generator.check.relations import Amount, Phrase, moved_amount, phrases
from generator.check.rules.one_scope import Scopes
from generator.check.subject import NumberedText, Subject
from generator.model.regex import regex
from generator.model.severity import Severity

_ALL_OF = regex("全[国省州市县区旗镇乡村]")
_MASK = "■"
_WHOLE = regex(f"全[年县区市镇乡村州旗省]|总[计共数额量]|^{_MASK}*总|[合共累]计|共[^同和]|累计")
_SAYS_WHOLE = regex(r"全[国省州市县区旗镇乡村年]|今年|本年|年内|20\d\d年")
_THIS_YEAR = regex("^(?:全年|今年|本年度?|年内|本年度内)[，,]?")
_FILLERS = regex(
    "(?:全年|今年|本年度?|年内|全[县区市镇乡村州旗])|[合共累]计|总共|一?共(?=[^同和青产享])"
    "|已经?(?=[^脱])|现(?=有)|实际|[了约近达超]|为(?=$)|达?到?$"
)
_TELLS_APART = regex(
    r"\d|[镇乡村县区市州旗省街社校院厂]|公司|部门|其中|包括|用于|上年|去年|同期|季度|月|半年|年末|年初|期末|期初"
    "|计划|预计|目标|任务|[：:]|分别|前|第|次年|下年|五年|三年|历年|时期|截|今后|将|力争|拟"
)
_YEAR = regex(r"(?:19|20)\d{2}年(?:度|全年)?")
_NUMBER = regex(r"\d[\d,]*(?:\.\d+)?[\u4e00-\u9fff]{0,3}")
_DIGIT = regex(r"\d")
_LABEL = regex("[\u4e00-\u9fff]")
_ORDINAL = regex(r"^(?:\d+(?:\.\d+)*[.．、]?|[（(][一二三四五六七八九十\d]+[)）]|[①-⑳])\s*")
_LEAST = 4
_MOST = 3
"""A label that more statements have is that of a list."""


class _WholeStatement(Struct, frozen=True):
    """A number with what is said of it; ``in_cells`` where that stands in a cell beside it,
    ``follows`` where it is printed from the data, ``place`` how it names the whole (全市),
    ``years`` those that the words before it name, ``about`` what its sentence begins with where
    that is another clause."""

    passage: Passage
    amount: Amount
    words: str
    in_cells: bool = False
    follows: bool = False
    place: str = ""
    years: tuple[str, ...] = ()
    about: str = ""

    @property
    def bounds(self) -> tuple[Decimal, Decimal]:
        """The least and the most that it may be."""
        return self.amount.bounds()


def one_value(subject: Subject) -> Iterator[Finding]:
    """The same words about the whole place and year have one value.

    查：不同段落里，句首说全年、全县、共、累计、总数的同一句话（去掉“共”“已”“约”等字完全相同）、同一单位，
        数不同；表格单元格里的句子也查；表格一行里名称、单位、数分在几格的，和正文里的同一句话比。
    不查：前面有时间、地点、单位、“其中”“计划”等限定的；自己没有主语、接着上文说的；不在段首而没有写全年、全县的；同一段里的；
        三处以上用同一说法的；整句开头说的不是一件事的（政府性基金预算收入…，收入总量…）；四舍五入、约数能解释的；标题里写着不同地方的，一处说全市、一处说全区的；
        两个都由键填写的（另有“文表一致”）。
    例：全年共落实帮扶资金4300万元，实施项目21个。／全年落实帮扶资金4200万元。
        -> “落实帮扶资金”一处是4300万元，另一处是4200万元，请核对是不是同一件事。
    依据：一件事只有一个数。
    """
    scopes = Scopes(subject.passages)
    for group in _by_words(subject).values():
        if len(group) > _MOST or len({item.passage.paragraph for item in group}) < len(group):
            continue
        first, *others = group
        if first.in_cells and all(item.in_cells for item in others):
            continue
        other = next((item for item in others if _contradict(first, item)), None)
        if other is not None and scopes.are_one(first.passage, other.passage):
            yield _finding(first, other)


def _by_words(subject: Subject) -> dict[tuple[str, str, str], list[_WholeStatement]]:
    """The statements of the whole by their words, unit and year; of rows those whose words the text
    says too: rows among themselves are not compared."""
    groups: dict[tuple[str, str, str], list[_WholeStatement]] = defaultdict(list)
    for text in subject.texts:
        for phrase in text.phrases:
            for statement in _statements(text, phrase):
                year = _other_years(subject, statement.years)
                groups[statement.words, statement.amount.base, year].append(statement)
    said = {words for words, _, _ in groups}
    rows = (_of_row(passage, said) for passage in subject.passages)
    for statement in filter(None, rows):
        groups[statement.words, statement.amount.base, ""].append(statement)
    return groups


def _of_row(passage: Passage, said: Collection[str]) -> _WholeStatement | None:
    """What a row says whose label, unit and number stand in cells of their own, with one of the
    wordings ``said``; None for others.

    A part (其中) is none, and a row with several numbers.
    """
    parted = _parted_row([cell.strip() for cell in passage.cells])
    if parted is None:
        return None
    label, number, at = parted
    words = _bare(_ORDINAL.sub("", label))
    if words not in said or len(words) < _LEAST or _TELLS_APART.search(words):
        return None
    if (amount := _alone(number)) is None:
        return None
    found = moved_amount(amount, len("\t".join(passage.cells[:at])) + 1)
    if _origin(passage, found) in ("bound", "claimed"):
        return None
    return _WholeStatement(passage, found, words, True)


def _parted_row(cells: Sequence[str]) -> tuple[str, str, int] | None:
    """The label of a row, its number with the unit, and the cell of the number; None where there
    are several of one of them."""
    numbers = [at for at, cell in enumerate(cells) if at and _NUMBER.fullmatch(cell)]
    labels = [cell for at, cell in enumerate(cells) if at not in numbers and _LABEL.search(cell)]
    if len(numbers) != 1 or len(labels) not in (1, 2):
        return None
    return labels[0], cells[numbers[0]] + "".join(labels[1:]), numbers[0]


def _alone(text: str) -> Amount | None:
    """The one number with a unit that a text is; None for any other text."""
    amounts = [amount for phrase in phrases(text) for amount in phrase.plain]
    if len(amounts) != 1 or not amounts[0].quantity.unit or amounts[0].text != text:
        return None
    return amounts[0]


def _other_years(subject: Subject, years: Sequence[str]) -> str:
    """The years that the words before a number name, but for that of the report."""
    this = f"{subject.year}年" if subject.year else ""
    return "、".join(year for year in years if year != this)


def _statements(text: NumberedText, phrase: Phrase) -> Iterator[_WholeStatement]:
    """The plain numbers of a sentence that its first words are about, and those that follow."""
    for led in _led(phrase) if phrase.outer is None else ():
        lead = _bare(led.label)
        found = moved_amount(led.amount, text.start)
        origin = _origin(text.passage, found)
        if len(lead) >= _LEAST and origin != "claimed" and _says_its_whole(text, phrase, led):
            follows, place = origin == "bound", "".join(led.places)
            yield _WholeStatement(
                text.passage,
                found,
                lead,
                follows=follows,
                place=place,
                years=led.years,
                about=led.about,
            )


def _says_its_whole(text: NumberedText, phrase: Phrase, led: _Led) -> bool:
    """Whether a statement says the whole that it is of, or begins its paragraph: one further on
    (支出总计140.8亿元) may be of what the sentences before it are about."""
    start = text.start + phrase.start
    said = phrase.text[: led.amount.start - phrase.start]
    begins = not text.passage.text[max(text.start, text.passage.lead) : start].strip()
    return begins or bool(_SAYS_WHOLE.search(said))


class _Led(NamedTuple):
    """A number that speaks of the whole: the words before it in its clause, and the years and the
    names of the whole in all words before it, each once; ``about`` is what the first clause of its
    sentence is about where that is another one."""

    amount: Amount
    label: str
    years: tuple[str, ...]
    places: tuple[str, ...]
    about: str


class _NamesOfTheWhole(Struct):
    """The years and the names of the whole in the words read so far, each once."""

    years: dict[str, None] = field(default_factory=dict)
    places: dict[str, None] = field(default_factory=dict)

    def read(self, words: str) -> None:
        """Read on."""
        self.years |= dict.fromkeys(re.sub("度|全年", "", year) for year in _YEAR.findall(words))
        self.places |= dict.fromkeys(_ALL_OF.findall(words))


def _led(phrase: Phrase) -> Iterator[_Led]:
    """The plain numbers with a unit before which a sentence speaks of the whole place and year, and
    of nothing else: such a number is the first of its clause. Each clause is read once."""
    text = phrase.text
    masked = _YEAR.sub(lambda year: _MASK * len(year[0]), text)
    whole = _WHOLE.search(masked)
    if whole is None or GOES_ON.match(masked.lstrip(_MASK)):
        return
    plain = {amount.start - phrase.start: amount for amount in phrase.plain}
    named = _NamesOfTheWhole()
    about = ""
    for start, end in _clauses(text):
        digit = _DIGIT.search(masked, start, end)
        at = digit.start() if digit else end
        label, amount = text[start:at], plain.get(at)
        named.read(label)
        if amount and amount.quantity.unit and whole.end() <= at and _tells_nothing_apart(label):
            yield _Led(amount, label, tuple(named.years), tuple(named.places), about)
        if _TELLS_APART.search(_bare_scope(text[start:end])):
            return
        named.read(text[at:end])
        about = about or _bare(label)


def _clauses(text: str) -> Iterator[tuple[int, int]]:
    """Where the clauses of a sentence stand."""
    start = 0
    for clause in text.split("，"):
        yield start, start + len(clause)
        start += len(clause) + 1


def _tells_nothing_apart(label: str) -> bool:
    """Whether the words of a clause before its number have a subject and no scope of their own."""
    return not (GOES_ON.match(label) or _TELLS_APART.search(_bare(label)))


def _bare_scope(clause: str) -> str:
    """A clause without numbers, years and the place as a whole."""
    return re.sub(r"\d[\d.,]*", "", _bare(clause))


def _bare(words: str) -> str:
    """Words without years and what does not change what they say."""
    text = _THIS_YEAR.sub("", _YEAR.sub("", words).strip("，, "))
    return _FILLERS.sub("", text).replace("扶贫", "帮扶").strip("，, ")


def _origin(passage: Passage, amount: Amount) -> str:
    """Who vouches for a number; "" where it is plain wording."""
    mark = passage.mark_at(amount.start)
    return mark.origin if mark is not None else ""


def _contradict(one: _WholeStatement, other: _WholeStatement) -> bool:
    """Whether two statements of one place differ, one of which at least a person wrote."""
    if one.place and other.place and one.place != other.place:
        return False
    if one.about and other.about and one.about != other.about:
        return False
    return not (one.follows and other.follows) and _differ(one, other)


def _differ(one: _WholeStatement, other: _WholeStatement) -> bool:
    """Whether no rounding explains two values, and they are plain in the same way."""
    low, high = one.bounds
    least, most = other.bounds
    return one.amount.value != other.amount.value and (high <= least or most <= low)


def _finding(one: _WholeStatement, other: _WholeStatement) -> Finding:
    first, second = _digits(one.amount), _digits(other.amount)
    message = f"“{one.words}”一处是{first}，另一处是{second}，请核对是不是同一件事。"
    sides: Sequence[_WholeStatement] = (one, other)
    return Finding(
        Severity.WARNING,
        message,
        tuple(
            item.passage.side(item.amount.start - len(item.amount.label), item.amount.end)
            for item in sides
        ),
        first,
        second,
    )


def _digits(amount: Amount) -> str:
    """The number with its unit, without the words before it that the reader takes with it."""
    return re.sub(r"^\D+", "", amount.text)
