"""Words that join several things in a sentence, and leave out what is unknown.

类别：并列、其中和分句
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from markupsafe import Markup

from generator.figures import Figure
from generator.report.compose.printing import Printer, worth_telling
from generator.report.compose.words.amounts import number_in_unit_of
from generator.standard.wording import lists, weight


def clause(printer: Printer, zero: bool = False, *, caller: Callable[[], Markup]) -> Markup:
    """An optional clause: it vanishes, its punctuation with it, where a figure in it is unknown or
    is 0.

    说明：可有可无的分句。里面有一个数不知道，或者是 0，整个分句连同它的标点都不印；0 也要说的，写
    clause(zero=true)。
    用法：就业{{ f('就业.合计') }}{% call clause() %}，其中脱贫{{ f('就业.脱贫') }}{% endcall %}。
    印出：就业200人，其中脱贫142人。
    用法：就业{{ f('就业.合计') }}{% call clause() %}，培训{{ f('培训.人数') }}{% endcall %}。
    印出：就业200人。
    用法：发生事故的{% call clause(zero=true) %}有{{ f('事故.起数') }}{% endcall %}。
    印出：发生事故的有0起。
    """
    return printer.clause(caller, zero=zero)


def jn(
    printer: Printer,
    items: Iterable[object],
    sep: str = "、",
    last: str | None = None,
    etc: bool = False,
    most: int | None = None,
    of: Figure | None = None,
) -> Markup:
    """A list; what is unknown, empty or 0 is left out.

    说明：并列的几项，用顿号隔开，书名号、引号之间不加；不知道的、空的和 0 略去。sep 换分隔号，last 是最后一项前面
    的词，etc=true 在两项以上的后面加“等”。most 是最多列几项，多出来的写“等”，of 是接在“等”后面的总数。
    用法：{{ jn(政策文件.标题, last='和') }}
    印出：协作工作方案和协作意见
    用法：{{ jn(['甲村', '乙村', '丙村'], etc=true) }}
    印出：甲村、乙村、丙村等
    用法：{{ jn(['甲村', '乙村', '丙村'], most=2, of=f('干部.东派')|unit('个村')) }}
    印出：甲村、乙村等2个村
    """
    known, total = printer.known_items(items), printer(of)
    return Markup(lists.join(known, sep=sep, last=last, etc=etc, most=most, of=total))


def enum(
    printer: Printer,
    items: Iterable[object],
    style: lists.PointStyle | None = None,
    sep: str = "。",
) -> Markup:
    """一是…。二是…。 of the items that are there; a single one has no 一是. ``style`` inline, para or plain
    (None: as the headings of the report allow).

    说明：一是……二是……，空的略去，只剩一项时不写“一是”。style：inline 写在一段里，para 各成一段，plain 不编号；
    不写时，标题本身用“一是”的报告不编号。sep 是各项之间的标点。
    用法：{{ enum(['强化组织领导', '', '健全工作机制']) }}
    印出：一是强化组织领导。二是健全工作机制。
    """
    points = printer.points if style is None else style
    return Markup(lists.enumerate_points(printer.known_items(items), style=points, sep=sep))


def of_which(
    printer: Printer,
    whole: Figure,
    parts: Iterable[tuple[str, Figure]],
    style: lists.OfWhich = "，其中",
    adding: bool = False,
    same: str = "",
    after: str = "",
) -> Markup:
    """A total and the parts of it that are known and not 0; 均为 where one part is all of it, the
    total alone where the parts contradict it.

    说明：总数和其中数（名称和数成对），不知道的和是 0 的其中数略去。其中数等于总数的写“均为”（总数是 1 的写“为”）；
    same 给出这时的另一种说法，接在总数后面；after 是总数后面的话（如较上年的增减），写在“其中”之前。其中数大于总数的，以及 adding=true 时各项相加不等于总数的，只印总数。
    style：“，其中”“（）”“。其中，”“其中：”。
    用法：就业{{ of_which(f('就业.合计'), [('脱贫人口', f('就业.脱贫'))]) }}
    印出：就业200人，其中脱贫人口142人
    用法：就业{{ of_which(f('就业.合计'), [('脱贫人口', f('就业.脱贫'))], '（）') }}
    印出：就业200人（其中脱贫人口142人）
    用法：引进企业{{ of_which(f('企业.引进'), [('农业企业', f('企业.引进'))]) }}
    印出：引进企业12家，均为农业企业
    """
    named = list(parts)
    there = [(label, part) for label, part in named if worth_telling(part)]
    told = printer(whole) + printer(after)
    match _standing(whole, [part for _, part in named], adding=adding):
        case weight.PartsAre.CONTRADICTORY:
            return told
        case weight.PartsAre.ALL if same:
            return told + printer(same)
        case weight.PartsAre.ALL:
            label = printer(there[0][0])
            return Markup(lists.all_of(told, label, style, one=whole.number == 1))
    listed = [printer(label) + printer(part) for label, part in there]
    return Markup(lists.of_which(told, listed, style=style))


def _standing(whole: Figure, parts: Sequence[Figure], *, adding: bool) -> weight.PartsAre:
    """How the parts stand to the whole; what is only about right is taken to be more."""
    total = whole.number_or_none
    if total is None or whole.qualifier:
        return weight.PartsAre.SMALLER
    sizes = [
        number_in_unit_of(whole, part) if part.number_or_none is not None else None
        for part in parts
    ]
    return weight.parts_of(total, sizes, adding=adding)


def breakdown(
    printer: Printer,
    items: Iterable[tuple[object, object | Sequence[object]]],
    outer: str = "；",
    inner: str = "、",
) -> Markup:
    """Items with what they consist of in brackets: a list, or one note.

    说明：几项和各项的构成（成对），构成写在括号里：可以是一列，也可以是一个数或一句话；空的没有
    括号。outer 是各项之间的标点，inner 是括号里的。
    用法：{{ breakdown([('产业', [f('资金.到位')]), ('教育', [])]) }}
    印出：产业（6504万元）；教育
    """
    told = [(printer(text), _inside(printer, children)) for text, children in items]
    return Markup(lists.breakdown(told, outer=outer, inner=inner))


def _inside(printer: Printer, children: object) -> Markup | list[Markup]:
    if isinstance(children, list | tuple):
        return printer.known_items(children)
    return printer(children)
