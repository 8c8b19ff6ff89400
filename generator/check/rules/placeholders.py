"""Places that nobody filled: gaps of the data, signs that stand for a word, residue of a
conversion."""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.finding import Finding
from generator.check.passages import Passage
from generator.check.rules.matches import matches
from generator.check.rules.word_cells import WAITING, waiting_cells, without_words
from generator.check.subject import Subject
from generator.model.regex import regex
from generator.model.severity import Severity

_HAN = r"[\u4e00-\u9fff]"
_UNIT = (
    r"(?:[万亿千百]*[元吨亩户人个名项次家期场批件株头只斤套台座所处]|[万亿]|公里|平方米|千瓦|人次"
    r"|[年月日号村县市镇乡局条对位岁]|[%％])"
)
_ALONE = r"(?<![A-Za-z0-9_.@/-])(?<![A-Za-z0-9][ ])", r"(?![ ]?[A-Za-z0-9_.@/-])"
"""What does not stand before and behind a Latin word: more of it, an address, an English
sentence."""
_LETTERS = r"(?:XX+|xx+|ＸＸ+|ｘｘ+)"
_ZEROS = r"(?:○○+|〇〇+|◯◯+)"
_ONES = "一二三四五六七八九零○〇◯0-9"
_DIGIT = f"{_ONES}十百千万亿"
"""二〇〇九, 一〇〇 and 二○○九 are numbers."""
_WAITS = r"待(?:定|补|填写?|核实|核对|确认|完善|更新|补充)"
_SLOT = (
    r"(?:数字|数值|数额|数量|金额|日期|时间|单位|名称|姓名|地名|县名|人数|年份|月份|比例|百分比"
    r"|单位名称|项目名称|标题|内容|电话)"
)
_GAPS = (
    r"【待补[^】]*】|TODO|待补充|××+|(?<![0-9A-Za-z-])XXX+|xxx+|＿＿+|___+|\?\?\?+|？？？+",
    r"\{\{|\}\}|\[bookmark|Error! |错误[!！]未",
    # XX, ○○: beside a Chinese word or a unit; not in a Latin word, a model, a number
    rf"(?<={_HAN}){_LETTERS}(?![A-Za-z0-9_.@/-])",
    rf"(?<![A-Za-z0-9_.@/-]){_LETTERS}(?={_HAN}|{_UNIT})",
    r"(?<![A-Za-z0-9])20(?:XX|xx|ＸＸ)(?=[年〕])",
    rf"(?<={_HAN})(?<![{_DIGIT}]){_ZEROS}(?![{_ONES}后])",
    rf"(?<![{_DIGIT}\w]){_ZEROS}(?={_HAN}|{_UNIT})(?![{_ONES}后])",
    rf"(?<![A-Za-z0-9*])\*\*+(?={_UNIT})",
    # brackets in which nothing stands, or that a word waits
    rf"【\s*】|【(?:{_WAITS}|此处|请填|请补|插入)[^】]{{0,20}}】",
    rf"[（(\[［]\s*(?:{_WAITS}|请填写?[^）)\]］]{{0,12}})\s*[）)\]］]",
    rf"(?:（\s*）|\(\s*\))(?={_UNIT})",
    rf"\[{_SLOT}\]|［{_SLOT}］",
    r"\{\s*\}|\{[\w.· ]{0,40}[\u4e00-\u9fff][\w.· ]{0,40}\}",
    # what programs leave where a value is missing
    r"#(?:N/A|REF!|DIV/0!|VALUE!|NAME\?|NUM!|NULL!)",
    rf"{_ALONE[0]}(?:nan|NaN|None|null|undefined){_ALONE[1]}",
    r"此处(?:插入|填写|添加|待补|待填|缺(?:少|数|图|照片|文字|材料|内容|资料|金额))"
    r"[^，。；、（）【】\t]{0,8}",
    rf"(?<=[:：])(?:{_WAITS}|[?？]{{2,}})(?=[\s，。；]|$)",
)
_GAP = regex("|".join(_GAPS))
_SIGN = regex(r"[【T待×XxＸｘ＿_?？{}\[E错○〇◯*请［#nNu此]")
"""Each of the gaps holds one of these, or is a bracket in which nothing stands."""
_NOTHING = regex(r"[（(]\s*[）)]")
_HIDES_NAMES = regex("[\u4e00-\u9fff]某(?![些个种年月日天项类人事物时一])")
_BY_HAND = regex("签[字名章收]|盖章|（章）|[_＿]年[ _＿]*月[ _＿]*日")
"""A line that is filled by hand when it is printed."""
_IS_MEANT = regex("“[×XxＸｘ○〇◯_＿*]+”(?:表示|代表|标注|标记|代替|为|是|标)")
_STANDS_FOR = regex("[×XxＸｘ○〇◯]+")
_WIDE = regex("｛｛?[^｛｝]{0,80}｝｝?")
_CELL = regex(rf"(?:^|(?<=\t))\s*(?P<words>{WAITING})\s*(?=\t|$)")
"""A cell of a row that holds a mark alone."""


def unfilled(subject: Subject) -> Iterator[Finding]:
    """No placeholder is left: no gap of the data, no TODO, no residue of a conversion.

    查：没有填的地方和转换留下的字样：【待补：…】、【待定】、【】、待补充、TODO、××、XX、○○、____、？？？、**万元、
    （）万元、[数字]、{键}、全角的｛键｝、此处插入…、#N/A、nan、None、“错误！未”。记录表里填文字的格（名称、主管部门等）
    和 Word 文件表格的格，整格只写了 **、##、??、XX、待填、待定；记录表里整格只写了 /、--、— 的，印在句子里或必填时提醒，只印
    在表里的供参考。
    不查：写别的内容的【】；二〇〇九年、一〇〇等数；外文词和型号里的XX（XXL、XX-200型）；英文句子；“有待核实”等平常的话；
    名称里带这些符号的（C++入门班）；写“无”的格。留着手写的签字、盖章、年月日；说明符号的（“××”表示…）。同一段里另有“某”隐去名称的，××只供参考。
    例：举办培训【待补：培训期数】期。 -> 还有没有填的地方：【待补：培训期数】。
    依据：定稿不留空（实务）。
    """
    told = {cell.source for _, cell in waiting_cells(subject)}
    for passage, match in matches(filter(_may_hold_gap, subject.passages), _GAP):
        if _IS_MEANT.search(passage.text, max(0, match.start() - 1), match.end() + 4) or (
            _BY_HAND.search(passage.text) and match[0][0] in "_＿"
        ):
            continue
        mark = passage.mark_at(match.start())
        if mark and not told.isdisjoint(mark.sources):
            continue
        hides = _STANDS_FOR.fullmatch(match[0]) and _HIDES_NAMES.search(passage.text)
        message = f"还有没有填的地方：{match[0]}{'，隐去名称的不用改' if hides else ''}。"
        side = passage.side(match.start(), match.end(), 12)
        yield Finding(Severity.INFO if hides else Severity.ERROR, message, (side,), "", match[0])
    for passage, match in matches(subject.passages, _WIDE, "｛"):
        message = f"花括号是全角的，里面的键没有换成数：{match[0]}，请改成半角的 {{ }}。"
        side = passage.side(match.start(), match.end(), 12)
        yield Finding(Severity.ERROR, message, (side,), "{ }", match[0])
    yield from without_words(subject) if subject.draft else _waiting_rows(subject)


def _waiting_rows(subject: Subject) -> Iterator[Finding]:
    """The cells of the tables of a Word file in which a mark waits for words, those aside that are
    told anyway; a plan may say that something is still to be settled."""
    for passage, match in matches(subject.passages, _CELL, ""):
        if passage.role == "row" and not _GAP.search(match["words"]):
            message = f"表里有一格没有填：{match['words']}。"
            side = passage.side(*match.span("words"), 12)
            yield Finding(Severity.WARNING, message, (side,), "", match["words"])


def _may_hold_gap(passage: Passage) -> bool:
    """Whether a passage has a sign of a gap: most have none, which is soon seen."""
    return bool(_SIGN.search(passage.text) or _NOTHING.search(passage.text))
