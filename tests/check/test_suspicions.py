"""Sentences whose words say nothing of how their numbers are related: what their places suggest is
told for information where one slip would put it right, and only there. All places and numbers are
invented."""

from __future__ import annotations

import pytest
from support.broken import both_sides, messages

from generator.check import check_passages
from generator.check.passages import Passage
from generator.model.severity import Severity

SUSPECTED = [
    # shares: the rate behind two amounts of one unit
    "馆藏古籍{1240|1736}册，经数字化扫描868册，电子化占70.0%。",
    "馆藏古籍1240册，经数字化扫描{868|608}册，电子化占70.0%。",
    # changes: what something changed by behind the two states
    "溺亡事故由9起降为{4|6}起，少死5起。",
    "溺亡事故由{9|14}起降为4起，少死5起。",
    # products: a price, a count, a total
    "雇工每天{180|252}元，46天，开支8280元。",
    "雇工每天180元，{46|64}天，开支8280元。",
    # lists: a number with those behind it
    "剧团演出{126|176}场，折子戏71场，全本戏55场。",
    "志愿者46名，做饭的18名，送饭的{17|27}名，洗碗的11名。",
    "木桥12座，走人的{7|9}座，走车的5座。",
    # lists: a total behind counts in units of their own
    "修复木桥4座、石桥{7|10}座、涵洞19处，合计30处。",
    # structures
    "问卷中，很满意的占{61.3%|85.8%}，一般的占27.2%，不满意的占11.5%。",
]

UNSUSPECTED = [
    # what other numbers give needs no explanation
    "站房旧欠煤38吨，拉来120吨，烧掉96吨，现存62吨。",
    "蓄水池年初剩38方，注入120方，浇地96方，年末62方。",
    # the rate is of something else by its name
    "受理案件800件，审结750件，民间借贷案件结案率99.1%。",
    "木材蓄积8620方，采伐6480方，出材率62.0%，检疫合格率98.6%。",
    "全市预算收入完成47.5亿元，为预算的105.9%，其中税收33.3亿元，为预算的102.5%。",
    # a rate of both, of all or of others
    "甲队送检186份，合格179份；乙队送检214份，合格210份，全市合格率97.3%。",
    "种植小麦12.6万亩、油菜4.2万亩，占总播种面积的29.6%。",
    # what is named is planned, or one of a row
    "完成年度任务4000人的106.5%，再就业1286人，困难人员1132人。",
    "用于产业开发3178万元，用于劳务协作314万元，用于教育培训143万元，用于基础设施1326万元。",
    "修路投入200万元；打井投入34万元；植树投入90万元；亮化投入22万元。",
    # the list leaves some out, or counts some twice
    "教师186名，城区校64名，乡村校58名，其余为幼儿园教师。",
    "发生火灾146起，其中电气原因61起、用火不慎47起，其余为吸烟、自燃等。",
    "贷款21.4亿元，涉农9.9亿元，小微6.4亿元，两者有交叉。",
    "主要树种3860株，柏树1420株，侧柏960株。",
    # things beside one another, none of them the total of those behind it
    "建成26座陶窑、5座瓦窑和9座石灰窑、10座晾坯棚，作坊连片开工。",
    "预计有36台水车、29台风车、6台石磨开到渡口，够磨一季的面。",
    "戏台9个，露天影院9个，书场4个，茶社1个，棋社170个。",
    "染坊中，靛蓝坊9个，蜡染坊（组）20个，扎染坊10个，夹缬坊9个。",
    "有6个采桑点，28个养蚕点，11个缫丝点，5个晾茧点。",
    "全村竹林面积192.8亩，草坡面积202亩，水塘面积6.1亩，苇荡面积79.5亩。",
    # totals of things of their own
    "稻谷总产量27441吨，菜籽总产量达到5006吨，花生总产量达到565吨，瓜菜总产量达到25838吨，柿子总产1506吨。",
    "木作学堂共招生4907人，在校学生达到16034人；漆作学堂共招生17174人，在校学生达到49331人。",
    # another thing is counted
    "查处赌博案15起、斗殴案14起，共训诫处理37人。",
    # a number of the sentence before is added
    "戏班收入5431元，增长7.4%。加上结转收入586元、会首垫款13000元、乡绅捐款3000元，收入总量为22017元。",
    # levels, stages
    "指标共60项，一级指标12项，二级指标40项。",
    "申请126项，受理项目104项，通过项目86项。",
    "培育龙头企业46家，国家级1家、省级7家、市级21家。",
    "招聘特岗教师60名、事业教师35名，引进免费师范生8名。",
    "征集新兵168名，大学生137名，大学毕业生86名。",
    # of other numbers: several wholes, another part, workdays, no equity
    "辖区3个国控、2个省控断面水质达标，其中Ⅱ类4个、Ⅲ类1个。",
    "残疾人12864人，一级2136人、二级4018人、三级3427人、四级3283人，重度占47.8%。",
    "政务大厅全年办件21.4万件，日均856件。",
    "企业资产总额43.6亿元，资产负债率61.5%，负债26.8亿元，三年累计亏损4130万元。",
    "自然人申请76件，占总量83件的91.6%，其余7件占8.4%。",
    # what is far off is of something else
    "门票由60元调整为50元，淡季30元。",
    "会议费1.5万元，培训费4.6万元，差旅费12.4万元。",
    "床位300张，开放346张，床位使用率87.4%。",
    "救助大病146人、每人3000元至1万元，助学213人、每人2000元。",
    # a price that was asked, or that changed
    "出让土地126亩，公示地价38万元/亩，成交价款5292万元。",
    "补助由每村10万元提高到12万元，全县186个村共补助2046万元。",
    # changes of something else
    "覆盖率由82.6%提高到94.2%，年均提高2.9个百分点。",
    # shares that leave a rest
    "收入来源中，门票占62%，餐饮占18%，其余为停车费。",
    "恩格尔系数为31.2%，城镇为29.8%，农村为34.5%。",
]


@pytest.mark.parametrize("case", SUSPECTED)
def test_one_slip_is_told_for_information_with_the_right_value(case: str) -> None:
    true, wrong, right = both_sides(case)
    assert messages(true) == []
    checked = check_passages([Passage(wrong, "body", paragraph=1)], ())
    assert {one.severity for one in checked.findings} == {Severity.INFO}
    assert any(right in f"{one.message}{one.expected}" for one in checked.findings)


@pytest.mark.parametrize("text", UNSUSPECTED)
def test_nothing_is_suspected(text: str) -> None:
    assert messages(text) == []


def test_no_number_is_suspected_twice() -> None:
    told = messages("剧团演出176场，折子戏71场，全本戏55场，全年合计71场。")
    assert len(told) <= 1
