"""Words that say how figures changed: against a base that is named, or against last year.

类别：写增减
"""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from generator.figures import Figure
from generator.figures.figure import merged
from generator.model.document import Mark
from generator.model.marks import escape, mark
from generator.report.compose.block_marks import comparison
from generator.report.compose.printing import in_own_words
from generator.report.compose.words.amounts import number_in_unit_of, number_of
from generator.report.compose.words.measures import reason
from generator.report.compose.words.scope import TemplateScope
from generator.standard.wording import change

NOTHING = Markup("")


def growth(
    now: Figure, base: Figure, kind: change.Measure = "rate", label: str = "", digits: int = 2
) -> Markup:
    """The change from a base as one segment; nothing where it cannot be told (no base, zero base,
    change of sign).

    说明：前一个数比后一个数的增减。第三个参数是口径：rate 百分数，points 百分点，abs 绝对数；label 写在
    前面，digits 是小数位数。数不知道、基数为零或正负相反时什么也不印。
    用法：{{ growth(f('资金.到位'), f('资金.计划'), label='比计划') }}
    印出：比计划增长30.08%
    用法：{{ growth(f('资金.到位'), f('资金.计划'), 'abs', label='比计划') }}
    印出：比计划增加1504万元
    """
    if not now.known or not base.known:
        return NOTHING
    told = change.growth(
        number_of(now), number_of(base), measure=kind, places=digits, unit=now.unit
    )
    if not told:
        return NOTHING
    return Markup(escape(label)) + _difference(told, now, base, f"{now.key}较{base.key}")


def vs(scope: TemplateScope, figure: Figure, style: str = "（）") -> Markup:
    """How a figure changed against last year, in brackets or after ``style``; nothing where it
    cannot be told, in the outline also where it did not change or fell for no reason given.

    说明：较上年的增减，写在括号里；第二个参数写别的，就接在它后面（“，”或什么也不加）。小的个数写增减数，
    其他写百分数，百分数写百分点。上年没有这个数、有“余、约”等修饰或不是数的，什么也不印。
    写在提纲里的，只比主要指标（kind.yaml 的 outline，或 report.yaml 的 compare），一节只印最先的一处，同一个数全文只
    比一次，只印增长；持平不印；下降的，measures.csv 里有它的“原因”才连原因一起印，没有的由
    nigao status 提示。写在数据包自己的文字和 sections/ 里的，照印。
    用法：到位资金{{ f('资金.到位') }}{{ vs(f('资金.到位')) }}
    印出：到位资金6504万元（较上年增长71.16%）
    用法：到位资金{{ f('资金.到位') }}{{ vs(f('资金.到位'), '，') }}
    印出：到位资金6504万元，较上年增长71.16%
    """
    base = scope.last_year(figure)
    own = in_own_words()
    told = _against(figure, base) if own else _volunteered(scope, figure, base)
    if not told:
        return told
    before, after = ("（", "）") if style == "（）" else (escape(style), "")
    words = f"{before}{told}{after}"
    return Markup(words if own else comparison(figure.key, words))


def with_vs(scope: TemplateScope, figure: Figure) -> Markup:
    """A figure, and in brackets how it changed against last year.

    说明：印数，再在括号里写较上年的增减（同函数 vs）。
    用法：召开会议{{ f('会议.领导小组')|vs }}
    印出：召开会议2次（较上年增加1次）
    """
    return scope.printer(figure) + vs(scope, figure)


def unchanged(scope: TemplateScope, figures: Sequence[Figure]) -> Markup:
    """均与上年持平 for several figures that are all as last year, as one segment; else nothing.

    说明：几个数都能同上年比、又都没有变化时，合写一句；否则什么也不印，各写各的。写在提纲里的，什么也不印。
    用法：选派干部{{ f('干部.东派') }}、教师{{ f('专技.教师') }}，{{ unchanged([f('干部.东派'), f('专技.教师')]) }}
    印出：选派干部2名、教师5名，均与上年持平
    """
    if not in_own_words():
        return NOTHING
    bases = [scope.last_year(figure) for figure in figures]
    if len(figures) < 2 or not all(map(_same, figures, bases)):
        return NOTHING
    pairs = zip(figures, bases, strict=True)
    sources = merged(*(side.sources for pair in pairs for side in pair))
    return Markup(mark("均与上年持平", Mark("bound", f"{figures[-1].key}较上年", sources)))


def beat(
    scope: TemplateScope,
    items: Sequence[tuple[str, Figure]],
    said: str,
    better: change.Better = "gt",
) -> Markup:
    """What is claimed of several figures against last year, said only where it is true.

    说明：几个数（名称和数成对）同上年比，说法成立才印；个别不成立的写“除某某外”，不知道的不印。
    第三个参数是比法：gt 大于，ge 不小于，lt 小于，le 不大于。
    用法：{{ beat([('到位资金', f('资金.到位')), ('会议', f('会议.领导小组'))], '超过上年') }}
    印出：均超过上年
    """
    sides = [
        (label, now.number_or_none, scope.last_year(now).number_or_none) for label, now in items
    ]
    return Markup(escape(change.compare_all(sides, claim=said, better=better)))


def _against(now: Figure, base: Figure) -> Markup:
    """较上年增长30.14% as one marked segment; nothing where it cannot be told."""
    if not _comparable(now) or not _comparable(base) or now.unit == "年":
        return NOTHING
    here, there = number_of(now), number_in_unit_of(now, base)
    kind = change.measure_of_change(here, there, now.unit)
    digits = None if kind == "abs" else 2
    told = change.growth(here, there, measure=kind, places=digits, unit=now.unit, label="较上年")
    return _difference(told, now, base, f"{now.key}较上年") if told else NOTHING


def _comparable(figure: Figure) -> bool:
    """Whether it is a number, and not only about right."""
    return figure.number_or_none is not None and not figure.qualifier


def _volunteered(scope: TemplateScope, now: Figure, base: Figure) -> Markup:
    """What the outline says of a change by itself: that a main figure rose, or fell and why."""
    if not (scope.compares(now.key) and _comparable(now) and _comparable(base)):
        return NOTHING
    change_in_size = number_of(now) - number_in_unit_of(now, base)
    if change_in_size > 0:
        return _against(now, base)
    return _explained(_against(now, base), reason(scope, now)) if change_in_size else NOTHING


def _explained(fall: Markup, why: Markup) -> Markup:
    """A fall and its reason; nothing where one of them is not there."""
    return fall + "，主要是" + why if fall and why else NOTHING


def _same(now: Figure, base: Figure) -> bool:
    return bool(_against(now, base)) and number_of(now) == number_in_unit_of(now, base)


def _difference(told: str, now: Figure, base: Figure, key: str) -> Markup:
    """The words of a change as one segment that follows both figures."""
    sources = merged(now.sources, base.sources)
    formula = f"({{{now.key}}}-{{{base.key}}})"
    return Markup(mark(escape(told), Mark("bound", key, sources, formula)))
