"""Lists that by their names leave some out: what statistics and budgets divide has more sorts than
a report names, and 其他 is not among them."""

from __future__ import annotations

from decimal import Decimal

from generator.check.relations.algebra.relation import Arithmetic, NumberRelation
from generator.check.relations.numbers.amounts import Amount
from generator.model.regex import regex

_REST = regex("其[他它余]|余下|剩余|非(?!金融|遗)")
_SORTS = tuple(
    (regex(whole), regex(parts))
    for whole, parts in (
        ("卫生(?:技术)?人员|卫技人员|卫生专业技术", "医[师生]|护[士理]"),
        ("床位", "医院|卫生院|卫生服务"),
        ("基站", "[2345]G"),
        ("开发投资|房地产|完成投资", "住宅|办公楼|商业"),
        ("[存贷]款", "住户|企业|个人|政府|机关|财政性|[短长]期|[存贷]款|票据|消费|经营"),
        (
            "播种|种植|粮食|谷物|农作物|农产品",
            "麦|(?<![早中晚])稻|玉米|豆|薯|稞|谷子|高粱|油料|油菜|花生|菜|瓜|果|茶|药材|棉|烟|糖",
        ),
        (
            "税",
            "增值税|所得税|城建税|城市维护建设税|契税|房产税|资源税|消费税|印花税|土地|车[船辆]",
        ),
        ("肉类", "[猪牛羊禽兔]肉"),
        ("社会保险基金|社保基金", "保险费|财政补[贴助]|利息|转移收入"),
        (
            "预算支出|财政支出|民生|^支出|支出合计|总支出",
            "教育|科学?技|文[化旅]|社会?保|就业|卫生|医疗|环保|城乡社区|农林水|交通|住房|公共安全|公共服务|应急",
        ),
    )
)
"""What names a whole, and the sorts of it that a report names."""
_OWNERS = regex("股份制|股份有限|国有控股|外商|港澳台")
_OWNED = regex("企业|经济|投资|增加值|产值")
_WEIGHT, _SCORE = regex("权重|分值|满分|标准分"), regex("得分|评分|自评")


def leaves_some_out(relation: NumberRelation) -> bool:
    """Whether the parts of a sum by their names are some of their whole, or hold one another, and
    none is what is left: 税收19亿元，其中增值税9亿元、所得税2亿元; 股份制企业5亿元，外商企业2亿元. The weights of
    a score are no parts of it."""
    whole, parts = relation.result, relation.terms
    if relation.sort not in (Arithmetic.SUM, Arithmetic.PART) or whole is None:
        return False
    if len(parts) <= 1 or any(_REST.search(part.label) for part in parts):
        return False
    weights = all(_WEIGHT.search(part.label) for part in parts)
    weighed = _SCORE.search(whole.label) and not _WEIGHT.search(whole.label)
    if _are_owners(parts) or (weights and weighed):
        return True
    short = sum((part.value for part in parts), Decimal(0)) < whole.value
    return short and any(
        of.search(whole.label) and all(sort.search(part.label) for part in parts)
        for of, sort in _SORTS
    )


def _are_owners(parts: tuple[Amount, ...]) -> bool:
    """Whether parts are firms by who owns them, of which one may be of two: 国有控股, 股份制."""
    named = sum(bool(_OWNERS.search(part.label)) for part in parts)
    return named > 1 and all(_OWNED.search(part.label) for part in parts)
