"""Places that nobody filled: gaps of the data, signs that stand for a word, residue of a conversion."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.check.finding import Finding
from generator.check.rules.matches import matches
from generator.check.subject import Subject
from generator.model.severity import Severity

_GAP = re.compile(
    r"【待补[^】]*】|TODO|待补充|××+|XXX+|xxx+|＿＿+|___+|\?\?\?+|？？？+"
    r"|\{\{|\}\}|\[bookmark|Error! |错误[!！]未"
)


def unfilled(subject: Subject) -> Iterator[Finding]:
    """No placeholder is left: no gap of the data, no TODO, no residue of a conversion.

    查：没有填的地方和转换留下的字样：【待补：…】、待补充、TODO、××、____、？？？、“错误！未”。
    不查：写别的内容的【】。
    例：举办培训【待补：培训期数】期。 -> 还有没有填的地方：【待补：培训期数】。
    依据：定稿不留空（实务）。
    """
    for passage, match in matches(subject.passages, _GAP):
        message = f"还有没有填的地方：{match[0]}。"
        side = passage.side(match.start(), match.end(), 12)
        yield Finding(Severity.ERROR, message, (side,), "", match[0])
