"""Words that say what numbers weigh: the main part of a whole, the largest, how much of a task.

类别：比轻重
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from markupsafe import Markup

from generator.figures import Figure
from generator.figures.figure import merged
from generator.figures.figure_book import task_key
from generator.model.document import Mark
from generator.model.marks import escape, mark
from generator.report.compose.printing import Printer
from generator.report.compose.words.amounts import number_in_unit_of, pct
from generator.report.compose.words.scope import TemplateScope
from generator.standard.wording import weight


def equal(one: Figure, other: Figure) -> bool:
    """Whether two figures are known and the same number, in whatever units.

    说明：两个数都知道、又一样多才成立，单位不同的先换算；用在条件里，不知道的不印【待补】。
    用法：{% if equal(f('干部.东派'), f('会议.领导小组')) %}一样{% else %}不一样{% endif %}
    印出：一样
    """
    size = _size(other, one)
    return size is not None and size == other.number_or_none


def exceeds(one: Figure, other: Figure) -> bool:
    """Whether two figures are known and the first is more.

    说明：两个数都知道、前一个又比后一个大才成立；用在条件里，不知道的不印【待补】。
    用法：{% if exceeds(f('就业.脱贫'), f('就业.合计')) %}超过{% else %}没有超过{% endif %}
    印出：没有超过
    """
    size, limit = _size(other, one), other.number_or_none
    return size is not None and limit is not None and size > limit


def adds_up(whole: Figure, parts: Sequence[Figure]) -> bool:
    """Whether parts may stand beside their whole: they are not more, and not less where all of
    them are known.

    说明：各部分相加等于总数才成立；有的部分不知道时，知道的相加不超过总数就成立，总数不知道也成立。用在条件里，
    加不拢的各部分不同总数写在一起。
    用法：{% if adds_up(f('就业.合计'), [f('就业.赴东部'), f('就业.省内')]) %}合得拢{% endif %}
    印出：合得拢
    """
    total = whole.number_or_none
    if total is None:
        return True
    sizes = [_size(whole, part) for part in parts]
    return weight.adds_up(total, sizes)


def mostly(
    printer: Printer, whole: Figure, parts: Sequence[tuple[object, Figure]], said: str
) -> Markup:
    """The part that is more than half of a whole, with its share; nothing where none is.

    说明：几部分（名称和数成对）里超过总数一半的那一部分，写在 said 后面，再写占多少。没有过半的、总数不知道的、
    各部分相加超过总数的，什么也不印；一部分就是全部的，也不印。
    用法：{{ mostly(f('资金.到位'), [('产业', f('资金.计划'))], '主要投向') }}
    印出：主要投向产业，占76.88%
    """
    sizes = [_size(whole, part) for _, part in parts]
    main = weight.main_part(whole.number_or_none, sizes)
    if main is None or sizes[main] == whole.number or whole.qualifier:
        return Markup("")
    label, part = parts[main]
    return Markup(escape(said)) + printer(label) + "，占" + pct(printer, part, whole)


def largest(pairs: Sequence[tuple[object, Figure]], most: int) -> list[object]:
    """What belongs to the largest figures, the largest first, ``most`` at most.

    说明：几项（内容和数成对）里数最大的几项的内容，从大到小；第二个参数是最多几项，数不知道的排在最后。
    用法：{{ jn(largest([('甲村', f('干部.东派')), ('乙村', f('专技.教师'))], 1)) }}
    印出：乙村
    """
    sizes = [size.number_or_none for _, size in pairs]
    return [pairs[index][0] for index in weight.largest(sizes, most)]


def task(scope: TemplateScope, figure: Figure, style: str = "，") -> Markup:
    """How much of the year's task is done, after ``style``; nothing where there is no task.

    说明：完成年度任务的百分之几。任务数写在 figures.csv 的“任务数”列；没有的，什么也不印。
    用法：引进企业{{ f('企业.引进') }}{{ task(f('企业.引进')) }}
    印出：引进企业12家，完成年度任务的120%
    """
    key = task_key(figure.key)
    wanted = scope.book.get(key) if key in scope.book else Figure(key, key, None)
    told = weight.share_of_task(figure.number_or_none, _size(figure, wanted))
    if not told:
        return Markup("")
    sources = merged(figure.sources, wanted.sources)
    formula = f"{{{figure.key}}}/{{{key}}}*100"
    return Markup(escape(style)) + Markup(
        mark(escape(told), Mark("bound", f"{figure.key}完成率", sources, formula))
    )


def _size(whole: Figure, part: Figure) -> Decimal | None:
    """The number of a part in the unit of the whole; None where one of them has none."""
    if whole.number_or_none is None or part.number_or_none is None:
        return None
    return number_in_unit_of(whole, part)
