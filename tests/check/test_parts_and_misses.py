"""By how much a plan was missed is no part of it; parts that words put into the number before; ratios
that are a structure; changes that a verb tells: silent where they hold, told where not."""

from __future__ import annotations

import pytest
from support.broken import both_sides, broken, ways

CASES = [
    # what was missed or passed is not what was done
    "收入预算为264000万元，因土地市场低迷，全年仅实现151873万元，短收112127万元，完成预算的{57.5|77.5}%。",
    "土地出让金年初预算8.6亿元，实际入库6.02亿元，与预算相差2.58亿元，仅完成年初预算的{70|60}%。",
    "全县计划造林4.2万亩，实际完成3.15万亩，欠账1.05万亩，完成计划的{75|85}%。",
    "招商引资目标42亿元，到位资金50.4亿元，超出8.4亿元，完成目标任务的{120|130}%。",
    "专项债券计划支出3.6亿元，截至9月底支出2.7亿元，缺口0.9亿元，完成计划的{75|85}%。",
    "公积金年度归集计划16000万元，实际归集14400万元，少归集1600万元，完成计划的{90|94}%。",
    # a ratio with the colon of a keyboard, or of three things
    "税收收入与非税收入之比由上年的{58|81}:42调整为63:37。 -> 123",
    "上级补助、地方自筹、社会捐赠三者之比为62.5:{30.0|42.0}:7.5。 -> 112.0",
    "省内、省外、境外客源之比为{66.8|86.8}∶32.9∶0.3。 -> 120.0",
    # a verb that says how much more or less
    "电信网络诈骗发案从486起降至351起，少发{135|189}起。",
    "死亡由23人降为17人，少亡{6|8}人。",
    "图书馆接待读者由12.6万人次升至15.4万人次，多接待{2.8|3.8}万人次。",
    "重复信访由上年的64件减到47件，少收{17|27}件。",
    "实验中学寄宿生达1530人，一年多了170人，增幅{12.5|17.5}%。",
    "全镇规上企业48户，两年来多了8户，增长{20|30}%。",
]
PARTS = [
    "查出违规资金{3217|217}万元，涉及挤占挪用840万元、虚报冒领127万元等。",
    "至年底应收未收租金{218.6|28.6}万元，当中账龄三年以上的达87.3万元。",
    "全县取水许可证在册{318|18}本，地下水取水证占了77本。",
    "不可移动文物{417|41}处，国保6处、省保38处都算在内。",
    "新建公厕{46|6}座，配备母婴设施的12座也统计在内。",
]
TRUE = [
    "办理法律援助案件521件，农民工讨薪案388件、妇女儿童维权案205件包括在内。",
    "全年支出预算16.2亿元，节约1.2亿元，占预算的7.4%。",
    "氮、磷、钾之比为15:15:15。",
    "开馆时间为8:30，闭馆时间为17:30。",
    "补助标准由600元提高到720元，多领12.4万元。",
    "考核指标12项，涉及部门36个、乡镇18个等。",
    "投保农户由4.2万户增加到4.6万户，多缴保费120万元。",
    "完成投资12.6亿元，超出3.1亿元，为计划的132.6%。",
    "收入86万元，涉及支出教育92万元、卫生14万元。",
]


@pytest.mark.parametrize("case", CASES)
def test_is_silent_where_it_holds_and_told_where_not(case: str) -> None:
    text, _, expected = case.partition(" -> ")
    true, wrong, right = both_sides(text)
    assert broken(true) == []
    found = ways(wrong)
    assert any(expected in one for one in found) if expected else any(right in o for o in found)


@pytest.mark.parametrize("case", PARTS)
def test_parts_are_at_most_their_whole(case: str) -> None:
    true, wrong, _ = both_sides(case)
    assert broken(true) == []
    assert broken(wrong) != []


@pytest.mark.parametrize("text", TRUE)
def test_is_silent(text: str) -> None:
    assert broken(text) == []
