"""The words that templates know: what each prints, and what it leaves out."""

from __future__ import annotations

from pathlib import Path

import pytest
from support import invented

from generator.figures import Draft
from generator.figures.plaintext import plain_text
from generator.jobs.compose import compose
from generator.model.errors import DataError
from generator.report.trace import occurrences

FIGURES = """键,名称,数值,单位,修饰,公式,小数位
会次,会议次数,2,次,,,
企业,企业数,12,家,,,
金额,资金,6504,万元,,,
去年,去年资金,3800,万元,,,
大额,大额资金,11800,万元,,,
亩,种植面积,2,万亩,余,,
不详,培训人数,,人,,,
培训,培训总数,345,人,,,
脱贫,脱贫人数,284,人,,,
零,零,0,人,,,
率,使用率,,%,,{金额}/{大额}*100,1
开,开始,2023-04-30,日期,,,
"""
DOCUMENTS = """键,日期,发文机关,方式,标题,文号,内容,领域
甲,3月5日,县政府,出台,方案甲,清政发〔2023〕3号,,综合
乙,2022-12-01,县委,印发,办法乙,,,综合
"""
VISITS = """键,方向,开始,结束,时任,职务,姓名,事项,成果
一,东到西,4月30日,5月1日,,区长,张三,来访,
二,东到西,10月12日,10月13日,,区长,张三,来访,
三,西到东,6月8日,,,县长,李四,回访,
"""


def told(folder: Path, source: str) -> Draft:
    package = invented.package(
        folder,
        indicators_csv="代码,数值\n1.1.1,3\n",
        figures_csv=FIGURES,
        documents_csv=DOCUMENTS,
        visits_csv=VISITS,
        text__lead_md=source,
    )
    return compose(package)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("source", "printed"),
    [
        ("{{ f('企业') }}", "12家"),
        ("{{ f('企业')|num }}", "12"),
        ("{{ f('企业')|unit('户') }}", "12户"),
        ("{{ f('会次')|cn }}", "两次"),
        ("{{ f('企业')|cn }}", "十二家"),
        ("{{ f('亩') }}", "2万余亩"),
        ("{{ f('金额')|money }}", "6504万元"),
        ("{{ f('大额')|money }}", "1.18亿元"),
        ("{{ f('大额')|in_unit('亿元') }}", "1.18亿元"),
        ("{{ f('率') }}", "55.1%"),
        ("{{ f('率')|places(2) }}", "55.12%"),
        ("{{ pct(f('脱贫'), f('培训')) }}", "82.32%"),
        ("{{ growth(f('金额'), f('去年')) }}", "增长71.16%"),
        ("{{ growth(f('去年'), f('金额')) }}", "下降41.57%"),
        ("{{ growth(f('金额'), f('零')) }}", ""),
        ("{{ growth(f('不详'), f('去年')) }}", ""),
        ("{{ growth(f('金额'), f('去年'), label='同比') }}", "同比增长71.16%"),
        ("{{ f('开')|day }}", "4月30日"),
        ("{{ f('开')|month }}", "4月"),
        ("{{ f('开')|ym }}", "2023年4月"),
        ("{{ f('开')|full_day }}", "2023年4月30日"),
        ("{{ year }}", "2023年"),
        ("{{ next_year|num }}", "2024"),
        ("{{ last_year }}", "2022年"),
        ("{{ 政策文件['乙'].日期 }}", "2022年12月1日"),
        ("{{ drange(互访['一'].开始, 互访['一'].结束) }}", "4月30日—5月1日"),
        ("{{ drange(互访['二'].开始, 互访['二'].结束, '-短') }}", "10月12-13日"),
        ("{{ drange(互访['三'].开始, 互访['三'].结束) }}", "6月8日"),
        ("{{ jn(政策文件.标题) }}", "方案甲、办法乙"),
        (
            "{{ jn([政策文件['甲'].标题|title, 政策文件['乙'].标题|title]) }}",
            "《方案甲》《办法乙》",
        ),
        ("{{ jn(['甲', '', '乙', '丙'], last='和') }}", "甲、乙和丙"),
        ("{{ jn([]) }}", ""),
        ("{{ jn([f('不详'), f('企业')]) }}", "12家"),
        ("{{ enum(['甲', '', '乙']) }}", "一是甲。二是乙。"),
        ("{{ enum(['甲']) }}", "甲。"),
        ("{{ of_which(f('培训'), [('脱贫人口', f('脱贫'))]) }}", "345人，其中脱贫人口284人"),
        (
            "{{ of_which(f('培训'), [('脱贫人口', f('脱贫'))], '（）') }}",
            "345人（其中脱贫人口284人）",
        ),
        ("{{ of_which(f('培训'), [('脱贫人口', f('不详'))]) }}", "345人"),
        (
            "{{ of_which(f('培训'), [('脱贫人口(含监测)', f('脱贫'))]) }}",
            "345人，其中脱贫人口(含监测)284人",
        ),
        ("{{ breakdown([('甲', [f('企业'), f('会次')]), ('乙', [])]) }}", "甲（12家、2次）；乙"),
        ("{{ claim('13家', '企业') }}", "13家"),
        ("{{ place.name }}{{ place.short }}", "清河县我县"),
        ("{{ 计数(政策文件)|unit('件') }}", "2件"),
        ("{{ 计数(互访, 方向='东到西')|unit('次')|cn }}", "两次"),
        ("{% if known('不详') %}甲{% else %}乙{% endif %}", "乙"),
        ("{% if f('零') == 0 %}无{% endif %}", "无"),
        ("{% if 政策文件['乙'].文号 %}甲{% else %}乙{% endif %}", "乙"),
        ("{{ none }}", ""),
        ("{{ 0.1 + 0.2 }}", "0.3"),
        ("{{ 0.07 * 100 }}", "7"),
        ("{{ 1.1 * 3 }}和{{ 1.1 * 3 ~ '倍' }}", "3.3和3.3倍"),
        ("{{ 7.0 }}、{{ 0.65 }}、{{ 12345.678 }}", "7、0.65、12345.678"),
        ("{{ 0.0001 / 1000 }}、{{ 1.5 * 10**20 }}", "0.0000001、150000000000000000000"),
        ("{{ 2 / 3 }}", "0.666666666667"),
        ("{{ 0.0 * -1 }}", "0"),
        ("{{ 'a*b' }}", "a*b"),
        ("甲{% call clause() %}，其中{{ f('脱贫') }}{% endcall %}。", "甲，其中284人。"),
        ("甲{% call clause() %}，其中{{ f('不详') }}{% endcall %}。", "甲。"),
        (
            "{% call clause() %}甲{{ f('企业') }}{% call clause() %}，{{ f('不详') }}{% endcall %}。{% endcall %}",
            "甲12家。",
        ),
        ("甲{{ f('不详') }}。", "甲【待补：培训人数】。"),
    ],
)
def test_what_a_template_says(tmp_path: Path, source: str, printed: str) -> None:
    lines = plain_text(told(tmp_path, f"始{source}终").document).splitlines()
    assert f"始{printed}终" in lines


def test_a_growth_is_one_segment_that_traces_to_both_figures(tmp_path: Path) -> None:
    made = told(tmp_path, "共{{ f('金额') }}，{{ growth(f('金额'), f('去年')) }}。")
    found = [
        item
        for item in occurrences(made.document)
        if item.line.block.startswith("report/text/lead")
    ]
    assert [
        (item.text, [(source.file, source.row) for source in item.mark.sources]) for item in found
    ] == [
        ("6504万元", [("figures.csv", 4)]),
        ("增长71.16%", [("figures.csv", 4), ("figures.csv", 5)]),
    ]


def test_a_claim_keeps_the_digits_and_names_the_key(tmp_path: Path) -> None:
    made = told(tmp_path, "共{{ claim('13家', '企业') }}。")
    found = next(item for item in occurrences(made.document) if item.mark.origin == "claimed")
    assert (found.text, found.mark.key, found.mark.sources[0].file) == (
        "13家",
        "企业",
        "figures.csv",
    )


def test_a_block_that_sections_override_keeps_its_name(tmp_path: Path) -> None:
    package = invented.package(
        tmp_path,
        indicators_csv="代码,数值\n",
        documents_csv=DOCUMENTS,
        sections__report_md_j2="{% extends 'report.md.j2' %}\n{% block 政策文件 %}\n文件见附件。\n{% endblock %}\n",
    )
    lines = {
        block.id: block
        for section in compose(package).document.sections
        for block in section.blocks
    }
    assert "report/政策文件" in lines


def test_faults_of_several_templates_are_told_together(tmp_path: Path) -> None:
    package = invented.package(
        tmp_path,
        indicators_csv="代码,数值\n",
        text__lead_md="{{ 甲 }}\n",
        sections__letter_md_j2="{{ 乙 }}\n",
        figures_csv="键,名称,数值,单位,公式\n丙,丙,,人,{丁}\n",
    )
    with pytest.raises(DataError) as caught:
        compose(package)
    assert [problem.file for problem in caught.value.problems] == [
        "figures.csv",
        "sections/letter.md.j2",
        "text/lead.md",
    ]
