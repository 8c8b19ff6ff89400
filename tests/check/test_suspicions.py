"""Sentences whose words say nothing of how their numbers are related: what their places suggest is
told for information where one slip would put it right, and only there. All places and numbers are
invented."""

from __future__ import annotations

import pytest
from support.broken import both_sides, messages

from generator.check import check_passages
from generator.check.passages import Passage
from generator.check.relations import NumberRelation, phrases, relations_of, verdict
from generator.check.suspicions import by_position
from generator.model.severity import Severity

SUSPECTED = [
    # shares: the rate behind two amounts of one unit
    "馆藏古籍{1240|1736}册，经数字化扫描868册，电子化占70.0%。",
    "馆藏古籍1240册，经数字化扫描{868|608}册，电子化占70.0%。",
    # the whole behind its part, or first and far off; the part behind its rate, or too large
    "走读生{640|896}人，住校生960人，在校生共1600人，走读率40.0%。",
    "种薯{1820|1300}公斤：红皮760公斤，白皮520公斤，黄皮310公斤，黑皮230公斤；用于留种819公斤，占45.0%。",
    "接到求助{420|588}次，救助成功率85.0%（救助成功357次）。",
    # the rate just behind a part of what is known
    "查看古窑3217座，已有3168座封好，停火率{98.5%|78.8%}，其余49座留用。",
    "上台演员731人，其中唱青衣的58人，旦角率{7.9%|5.9%}。",
    # changes: what something changed by behind the two states
    "溺亡事故由9起降为{4|6}起，少死5起。",
    "溺亡事故由{9|14}起降为4起，少死5起。",
    # changes: beside what it was before, behind a mean, by name, behind a rate
    "借阅4126人次，比上年多{254|356}人次，上年为3872人次。",
    "出栏率58.3%，升{2.3|3.3}个百分点，上年56.0%。",
    "发放工钱2268万元，人均10800元；较上年多{108|151}万元，增长5.0%。",
    "船工人均收入41376元，渔户人均收入18900元；渔户增收{900|1260}元，增长5.0%。",
    "需木料{171|239}方；已运到114方，进度66.7%，尚差57方。",
    "迁入187户，迁出{439|615}户，净迁出252户。",
    "出苗率{91.7%|71.7%}，高出邻村平均水平（88.9%）2.8个百分点。",
    # columns: what holds of the one must hold of the other
    "学徒年初46户85人，新来18户21人，离开9户13人，年末55户{93|131}人。",
    # products: a price, a count, a total
    "雇工每天{180|252}元，46天，开支8280元。",
    "雇工每天180元，{46|64}天，开支8280元。",
    # means: the only total and count of the sentence, or a count in the bracket behind
    "接待香客{38.4|53.8}万人次，增长6.1%；门票收入1843.2万元，增长8.3%；人均花费48元。",
    "支渠总长1274.6公里，渠网密度每百平方公里86.4公里（灌区面积{1475|1745}平方公里）。",
    # products: by days or months too, of the nearest count, of a total a clause group before
    "看护员36名；每人每月240元，12个月共发{10.368|14.515}万元。",
    "旧窑12座、新窑18座，每座每天烧{600|840}块，新窑18座日烧10800块。",
    "赶集{48.6|68.0}万人次，增长11.7%；集市成交9720万元，增长3.2%；人均花200元。",
    "付出工钱{45972|64361}元，月均付出3831元，工匠19名。",
    "茶园{1132|1585}亩，分给9个组；成交价款5660万元，亩均5万元。",
    "酒钱1260元，罚酒钱的5倍罚款{6300|8820}元。",
    # lists: a number with those behind it
    "剧团演出{126|176}场，折子戏71场，全本戏55场。",
    "志愿者46名，做饭的18名，送饭的{17|27}名，洗碗的11名。",
    "木桥12座，走人的{7|9}座，走车的5座。",
    # lists: a total behind counts in units of their own
    "修复木桥4座、石桥{7|10}座、涵洞19处，合计30处。",
    # lists: beside what is known of their whole or of a part
    "合唱团{96|134}人，女声52人（其中独唱4人），男声44人。",
    "收到来信168封，投稿{131|183}封，问询37封；登报152封，退回16封。",
    # lists: what stands in a bracket
    "采种{412|576}公斤（芥菜、萝卜、豇豆依次为186、142、84公斤）。",
    "诗社{26|36}个，校园诗社14个、厂区诗社7个、村里诗社5个。",
    "老船工18名、新船工136名、外来船工{27|39}名，各类船工计181名。",
    # structures
    "问卷中，很满意的占{61.3%|85.8%}，一般的占27.2%，不满意的占11.5%。",
]

UNSUSPECTED = [
    # what other numbers give needs no explanation
    "站房旧欠煤38吨，拉来120吨，烧掉96吨，现存62吨。",
    "蓄水池年初剩38方，注入120方，浇地96方，年末62方。",
    # a price that gives a total is of no other one
    "出让用地3宗186亩，平均每亩18.5万元，成交价款3441万元，已入库2900万元。",
    # the rate is of something else by its name
    "受理案件800件，审结750件，民间借贷案件结案率99.1%。",
    "木材蓄积8620方，采伐6480方，出材率62.0%，检疫合格率98.6%。",
    "全市预算收入完成47.5亿元，为预算的105.9%，其中税收33.3亿元，为预算的102.5%。",
    "登记来访380次，其中投诉260次，占投诉的72.0%；建议120次，占建议的45.0%。",
    "牛羊猪出圈42.82万头，其中牛、羊、猪分别出圈14.42万头、25.68万头、2.72万头，出圈率27%、36.1%、69.3%。",
    "接活168件，自做137件，转包31件；回头率97.7%。",
    "窑工913人，其中拉坯833人，绘画80人；拉坯的窑工中师傅167人、学徒602人，外乡人263人。",
    # a rate of both, of all or of others
    "录取168人，未录取72人，未录取率30.0%。",
    "补助252万元，自筹378万元，涉及126户，户均5万元。",
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
    "书法班62人，28人参展，占45.2%，获奖12人。",
    "购销玉米682吨，其中购进426吨、售出256吨，库存186吨，轮换62吨。",
    "绿化总面积32.4亩，内有花圃12.1亩，草坪8.6亩。",
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
    # a price of something else than a speed, that was asked, or that changed
    "环湖路大修23.6公里，设计时速60公里，概算投资1.78亿元，省级每公里补助180万元。",
    "出让土地126亩，公示地价38万元/亩，成交价款5292万元。",
    "补助由每村10万元提高到12万元，全县186个村共补助2046万元。",
    "赶集1260人次，花费186.48万元，人均1480元，外乡客986人次花去148万元。",
    "窑工152人每人5000元、木工136人每人2500元，瓦工148人则共发21.4万元。",
    "结余12.4万元，月均支出1.2万元。",
    "甲坡84亩，收210担，亩均2.5担；全县亩均2.8担。",
    "补贴每月1200元，慰问福利机构6家，物资价值11.4万元。",
    # changes of something else
    "覆盖率由82.6%提高到94.2%，年均提高2.9个百分点。",
    "出苗率92.4%，成活率98.6%，高出3.1个百分点。",
    "石料占比提高到55.7%、提高4.7个百分点，木料占比34%、提高1.3个百分点。",
    # what is left of other numbers, or of other years
    "粮仓余额536吨，增加34吨；油库余额149吨，增加10吨；盐库余额448吨，增加77吨。",
    "种地净收入8528元，放贷净收入595元，转让净收入5389元。",
    "租金收入2.36万元、支出2.29万元，当期结余700元，累计结余1.84万元。",
    "粮油比1.90∶1，比上年缩小0.05，上年为1.95∶1。",
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


PLACED = [
    # a true sentence whose words say nothing, and the numbers that their places relate
    (
        "中、东、西三村分别收4125、1870、355公斤，合起来6350公斤。",
        {"4125", "1870", "355公斤", "6350公斤"},
    ),
    ("公鸡318、母鸡94，二者相加412只。", {"318", "94", "412只"}),
    (
        "春秋两季共剪羊毛1126.4万公斤，春季583.9万、秋季542.5万。",
        {"1126.4万公斤", "583.9万", "542.5万"},
    ),
    ("霉变率2.47%，较上年回落0.35个百分点，即上年为2.82%。", {"2.47%", "0.35个百分点", "2.82%"}),
]
UNPLACED = [
    # so few digits fit by chance
    "来了7人，说书的4人，听书的1人，卖票的2人。",
    "收到1147封，答1121封，破损率97.0%。",
    # nothing is a part of nothing
    "出苗率0%，升0个百分点，上年0%。",
    "库存0件，年初0件，少了0件，少0%。",
]


@pytest.mark.parametrize(("text", "numbers"), PLACED)
def test_numbers_that_fit_where_they_stand_are_judged(text: str, numbers: set[str]) -> None:
    assert numbers in [{one.text for one in relation.numbers} for relation in _holding(text)]
    assert messages(text) == []


@pytest.mark.parametrize("text", UNPLACED)
def test_what_fits_by_chance_or_not_is_not_judged(text: str) -> None:
    assert _placed(text) == []


def _placed(text: str) -> list[NumberRelation]:
    read = phrases(text)
    return [one for one in by_position(read, relations_of(read)) if not one.hint]


def _holding(text: str) -> list[NumberRelation]:
    """What is read of a text by words, by digits or by places, and holds."""
    judged = (*relations_of(phrases(text)), *_placed(text))
    return [one for one in judged if verdict(one).holds]


@pytest.mark.parametrize("text", UNSUSPECTED)
def test_nothing_is_suspected(text: str) -> None:
    assert messages(text) == []


def test_no_number_is_suspected_twice() -> None:
    told = messages("剧团演出176场，折子戏71场，全本戏55场，全年合计71场。")
    assert len(told) <= 1


PLACED_OTHERWISE = [
    # one column holds, though one number of the other has a part of its own
    "渔户{947|1180}户3119人，包括东湾412户1386人、西湾377户1204人、北湾158户529人，迁走603户，占63.7%。",
    # 较年初的…增加到…, and a change that has parts of its own
    "存酒较年初的{420|588}坛增加到565坛，新增145坛。",
    "书社股本由20万元增至35万元，本次增资{15|21}万元，其中银钱6万元，以屋作价9万元。",
    # named by the beginning of its part, or by a whole that is not its part
    "琴社一级弦资净值28.94亿元，弦资总值246.5亿元，一级弦资充足率{11.74%|16.44%}。",
    "今年采药限额18.6万斤，各山采出{13.27|18.57}万斤，占限额的71.3%，其中西山9.85万斤。",
    "受检31245人，男14873人，占47.6%，女16372人，占52.4%，检出异常者23841人，检出率高达{76.3%|106.8%}。",
    # a total behind names that hold 等
    "高等书院6.82万人，中等书院3.45万人，初等书院11.28万人，合计{21.55|30.17}万人。",
    # what was there named behind, what is left first
    "祠堂公谷全年收进49.72担，支出36.15担，支出率72.7%；年末结存{171.87|240.62}担，年初为158.30担。",
    "山寨欠谷余额为412386斤，系在年初余额{388150|543410}斤的基础上，当年新增41200斤、偿还16964斤后形成。",
    "本社现行社规64件，上年底为{66|92}件，本年制发7件、废止9件。",
]
NOT_PLACED = [
    "概算3.26亿元，已到位2.18亿元，资金到位率66.9%，尚有应付款0.42亿元未支付。",
    "全湾风车24.0万架，其中高架16.2万架、矮架7.8万架，占全部风车的35.1%。",
    "项目985万元（年初结转项目50万元），调整后预算861.46万元，年中增加8个项目，实际到位334.67万元。",
]


@pytest.mark.parametrize("case", PLACED_OTHERWISE)
def test_one_slip_is_told_wherever_the_others_stand(case: str) -> None:
    true, wrong, _ = both_sides(case)
    assert messages(true) == []
    assert messages(wrong)


@pytest.mark.parametrize("text", NOT_PLACED)
def test_nothing_is_told_of_what_stands_alike(text: str) -> None:
    assert messages(text) == []
