"""Words that a report may well say twice: formulas, reasons, amounts with their names, names."""

from __future__ import annotations

from collections.abc import Sequence

from generator.model.regex import regex

FORMULA = regex(
    r"贯彻|精神|重要讲话|重要论述|指示|决策部署|新时代|责任单位[：:]|核心的党中央|(?:坚强|正确|集中统一)领导"
)
"""What makes a clause a standing formula."""
_REASON = regex(
    "(?:[^，。；]{0,14}的)?(?:主要|变动|增减)?原因[是为系：:]|主要[是系](?:由于|因)|是?(?:由于|因为)"
)
_OF_ITEM_BEFORE = regex(
    r"[与比较][^，。；]{2,14}(?:持平|相同|一致|增|减|无)|(?:[^，。；]{0,14}的)?(?:主要)?原因"
)
"""与上年持平，主要原因是厉行节约: said of what stands before, whatever mark parts them."""
_AMOUNT_WITH_NAME = regex(r"[^\d]{2,}[\d.,]+ ?[^\d\s，。；]{1,4}")
_MANY_NAMES, _NAME = 4, 12


def may_recur(clauses: Sequence[str], *, leads: bool, ends: bool) -> bool:
    """Whether clauses are a reason of the item before them, or an amount of which more is told.

    ``leads`` and ``ends`` say whether the first clause begins and ends its sentence.
    """
    stated = len(clauses) == 1 and not ends and bool(_AMOUNT_WITH_NAME.fullmatch(clauses[0]))
    of_before = not leads or bool(_OF_ITEM_BEFORE.match(clauses[0]))
    return stated or (of_before and any(map(_REASON.match, clauses)))


def only_lists(text: str) -> bool:
    """Whether a text is a row of many short names."""
    names = text.count("、") + 1
    return names > _MANY_NAMES and "，" not in text and len(text) / names < _NAME
