"""What the audit reads where a figure belongs, though people typed words and numbers around it."""

from __future__ import annotations

import pytest

from generator.regenerate.match.spelling import spelled_alike
from generator.regenerate.prove.look import look

BEFORE, FIGURE, AFTER = "全年引进企业", "27家", "，吸纳就业310人。"
LINES = {
    # the line of the file: what it says for the figure; where that differs, the first number
    "全年引进企业27家，吸纳就业310人。": ("ok", "27家"),
    "全年引进企业；4.2021年以来27家，吸纳就业310人。": ("ok", "27家"),
    "全年引进企业2021年27家，吸纳就业310人。": ("ok", "27家"),
    "全年引进企业（4）27家，吸纳就业310人。": ("ok", "27家"),
    "全年引进企业在10万亩园区里又新增27家，吸纳就业310人。": ("ok", "27家"),
    "全年引进企业２７家，吸纳就业310人。": ("ok", "27家"),
    "全年引进企业127家，吸纳就业310人。": ("differs", "127家"),
    "全年引进企业4.27家，吸纳就业310人。": ("differs", "4.27家"),
    "全年引进企业2021年30家，吸纳就业27家，吸纳就业310人。": ("differs", "2021"),
    "全年引进企业30家，吸纳就业310人，退出27家。": ("differs", "30家"),
    "全年引进企业30家，吸纳就业310人，退出27家，吸纳就业5人。": ("differs", "30家"),
}


@pytest.mark.parametrize("line", LINES)
def test_a_figure_between_its_words(line: str) -> None:
    text = BEFORE + FIGURE + AFTER
    _, spelled = spelled_alike(text, line, [(len(BEFORE), len(BEFORE + FIGURE))])
    seen = look(BEFORE, FIGURE, AFTER, spelled, 0)
    assert (seen.state, seen.text) == LINES[line]


ENDS = {
    # a figure at the end of its line
    "合计；2.2021年5亩。": ("ok", "5亩"),
    "合计2021年1.5亩。": ("differs", "2021"),
    "合计；2.2021年6亩。": ("differs", "；2.2021"),
}


@pytest.mark.parametrize("line", ENDS)
def test_a_figure_at_the_end(line: str) -> None:
    seen = look("合计", "5亩", "。", line, 0)
    assert (seen.state, seen.text) == ENDS[line]
