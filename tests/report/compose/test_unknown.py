"""What a report says of figures that are unknown, blank or 0: no verdict, no sum of nothing, no 0 in a clause."""

from __future__ import annotations

from pathlib import Path

import pytest
from support import invented

from generator.jobs.compose import compose
from generator.jobs.text import text
from generator.model.cell import Cell
from generator.model.errors import DataError

FIGURES = """\
键,名称,数值,单位,公式
得分.一,第一项得分,90,分,
得分.二,第二项得分,,分,
得分,总得分,,分,{得分.一}+{得分.二}
等次,考核等次,,文字,
满分,满分,100,分,
事故,事故起数,0,起,
"""
FORM = "代码,数值\n1.1,=\n1.1.1,120\n1.1.2,80\n1.2,\n"
GAP = "【待补：总得分】"
LIST = "{% for k in ['得分.一', '得分.二'] if f(k) > 0 %}{{ f(k) }}；{% endfor %}"


@pytest.fixture(scope="module")
def kinds(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return invented.templates(tmp_path_factory.mktemp("kinds"))


def said(folder: Path, kinds: Path, source: str, **files: str) -> str:
    """What a text that begins with 首 says."""
    package = invented.package(
        folder,
        **{"figures_csv": FIGURES, "indicators_csv": FORM, "text__lead_md": f"首{source}"} | files,
    )
    lines = text(package, templates=kinds).splitlines()
    return next(line[1:] for line in lines if line.startswith("首"))


@pytest.mark.slow
@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("{% if f('得分') >= 90 %}优{% elif f('得分') >= 60 %}中{% else %}差{% endif %}", GAP),
        ("{{ '优' if f('得分') >= 90 else '差' }}", GAP),
        ("{{ ('优' if f('得分') >= 90 else '差') ~ '等' }}", f"{GAP}等"),
        ("{{ f('得分') >= 90 and '优' or '差' }}", GAP),
        ("{{ '优' if f('得分.一') + f('得分.二') >= 90 else '差' }}", "【待补：第二项得分】"),
        ("{% set 好 = f('得分') >= 90 %}{% if 好 %}优{% else %}差{% endif %}", GAP),
        ("{% if not f('得分') >= 90 %}差{% endif %}", GAP),
        ("{% if f('得分') is ge 90 %}优{% else %}差{% endif %}", GAP),
        ("{% if f('得分') == f('满分') %}满{% else %}不满{% endif %}", GAP),
        ("{% if 60 <= f('得分') < 90 %}中{% else %}不中{% endif %}", GAP),
        ("{% if f('得分') > 9 and f('满分') == 100 %}优{% else %}差{% endif %}", GAP),
        ("{% if f('得分') > 9 and f('满分') == 99 %}优{% else %}差{% endif %}", "差"),
        ("{% if f('得分') > 9 or f('满分') == 99 %}优{% else %}差{% endif %}", GAP),
        ("{% if f('得分') > 9 or f('满分') == 100 %}优{% else %}差{% endif %}", "优"),
        ("{% if f('等次') == '优秀' %}优秀{% else %}一般{% endif %}", "【待补：考核等次】"),
        ("{% if f('等次') in ['优秀'] %}优秀{% else %}一般{% endif %}", "【待补：考核等次】"),
        ("{% if f('等次') == none %}没有评{% else %}评了{% endif %}", "没有评"),
        ("{% if f('政策.出台') %}出台了{% else %}没有出台{% endif %}", "【待补：是否出台政策】"),
        ("{% if known('得分') and f('得分') > 9 %}优{% else %}没有得分{% endif %}", "没有得分"),
        ("{% if f('满分') > 99 %}满{% else %}不满{% endif %}", "满"),
        ("就业{% call clause() %}，得{% if f('得分') > 3 %}优{% endif %}{% endcall %}", "就业"),
        (LIST, "90分；"),
    ],
)
def test_a_comparison_with_an_unknown_figure_is_a_gap(
    tmp_path: Path, kinds: Path, source: str, expected: str
) -> None:
    assert said(tmp_path, kinds, source) == expected


def test_a_blank_cell_of_a_record_is_no_gap_unless_a_number_is_asked_for(
    tmp_path: Path, kinds: Path
) -> None:
    parks = "键,名称,主导产业,总投资\n甲,甲园,,\n"
    source = (
        "{% for p in 产业园区 %}{% if p.主导产业 == '芦笋' %}是{% else %}非{% endif %}"
        "{% if p.总投资 > 100 %}大{% else %}小{% endif %}{% endfor %}"
    )
    expected = "非【待补：产业园区“甲”的总投资】"
    assert said(tmp_path, kinds, source, parks_csv=parks) == expected


def test_a_formula_that_chooses_by_an_unknown_figure_is_unknown(
    tmp_path: Path, kinds: Path
) -> None:
    figures = FIGURES + "奖,奖金,,万元,3 if {得分} > 90 else 1 * {满分}\n"
    assert said(tmp_path, kinds, "{{ f('奖') }}", figures_csv=figures) == "【待补：奖金】"


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("{% call clause() %}，发生事故{{ f('事故') }}{% endcall %}", ""),
        ("{% call clause(zero=true) %}，发生事故{{ f('事故') }}{% endcall %}", "，发生事故0起"),
        ("{% call clause() %}，共{% call clause(zero=true) %}{{ f('事故') }}{% endcall %}{% endcall %}", "，共0起"),
        ("发生事故{{ f('事故') }}", "发生事故0起"),
        ("{{ of_which(f('满分'), [('事故', f('事故')), ('一', f('得分.一'))]) }}", "100分，其中一90分"),
        ("{{ jn([f('事故'), f('满分')]) }}", "100分"),
        ("{% if not zero('事故') %}有{% endif %}{% if zero('得分') %}无{% endif %}", ""),
    ],
)  # fmt: skip
def test_a_zero_is_told_where_the_sentence_asks_for_it(
    tmp_path: Path, kinds: Path, source: str, expected: str
) -> None:
    assert said(tmp_path, kinds, source) == expected


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("就业.赴东部,赴东部,,人,", "120人"),  # the form knows
        ("就业.赴东部,赴东部,,人,合计(资金.金额)", "120人"),  # there are no funds
        ("就业.赴东部,赴东部,7,人,", "7人"),
        ("就业.赴东部,赴东部,0,人,", "0人"),  # 0 is no blank
        ("就业.合计,就业,,人,", "200人"),  # the kind computes it
        ("培训,培训,,人,", "【待补：培训】"),
    ],
)
def test_a_blank_hides_no_value(tmp_path: Path, kinds: Path, row: str, expected: str) -> None:
    key = row.partition(",")[0]
    figures = f"键,名称,数值,单位,公式\n{row}\n"
    source = f"{{{{ f('{key}') }}}}"
    assert said(tmp_path, kinds, source, figures_csv=figures) == expected


def test_a_row_without_a_value_renames_nothing(tmp_path: Path, kinds: Path) -> None:
    figures = "键,名称,数值,单位\n就业.省内,市内就业,,人\n"
    source = "{{ f('就业.省内').name }}"
    assert said(tmp_path, kinds, source, figures_csv=figures) == "省内就业"


FUNDS = "键,名称,金额,用途,方向,列示\n棚,大棚,1286,产业,产业开发,逐项\n"


@pytest.mark.parametrize(
    ("formula", "expected"),
    [
        ("合计(资金.金额, 用途='产业')", "1286万元"),
        ("合计(资金.金额, 用途='残疾人')", "【待补：款】"),
        ("合计(资金.金额, 用途='产业')+合计(资金.金额, 用途='残疾人')", "【待补：款】"),
    ],
)
def test_an_empty_sum_is_unknown(tmp_path: Path, kinds: Path, formula: str, expected: str) -> None:
    figures = f'键,名称,数值,单位,公式\n款,款,,万元,"{formula}"\n'
    source = "{{ f('款') }}"
    assert said(tmp_path, kinds, source, figures_csv=figures, funds_csv=FUNDS) == expected


def test_the_standard_outline_tells_neither_an_empty_sum_nor_a_result_of_nothing(
    tmp_path: Path,
) -> None:
    rows = {
        "4.1.1.1": "=",
        "4.1.1.1.1": 0,
        "4.1.1.1.2": 0,
        "4.1.1.1.3": 0,
        "4.1.3": 0,
        "4.1.4.1": "=",
        "4.1.4.1.1": 0,
        "4.1.4.1.2": 5,
        "4.1.4.1.3": 0,
        "2.1.4": 0,
        "3.1": 0,
        "4.2.1": 0,
        "4.2.3": 0,
        "4.2.3.1": 0,
        "2.3.1": 0,
        "4.3.1": 0,
        "2.1.2.1": 0,
        "2.1.2.2": 0,
        "2.1.2.3": 0,
    }
    form = "代码,数值\n" + "".join(f"{code},{value}\n" for code, value in rows.items())
    problems = "键,反馈方,状态,问题数\n甲,省里,整改中,0\n"
    package = invented.package(tmp_path, indicators_csv=form, rectifications_csv=problems)
    draft = compose(package)
    report = text(package).partition("附件")[0]
    assert "东湖区选派专业技术人才5人到清河县帮扶。" in report
    for word in ("0人", "0次", "0万元", "0亿元", "0家", "0个", "0对", "党政干部"):
        assert word not in report, word
    filed = [row.cell for row in draft.dataset.indicators if row.form.code == "2.1.4"]
    assert [cell.raw for cell in filed if isinstance(cell, Cell)] == ["0"]
    assert "到东部就读职业学校农村学生数\t人\t0" in text(package)


def test_a_state_is_said_only_where_a_column_says_it(tmp_path: Path) -> None:
    parks = "键,名称,规划单位,进展\n甲,甲园,,已建成投产\n"
    report = text(invented.package(tmp_path, parks_csv=parks, indicators_csv="代码,数值\n"))
    assert "甲园。目前，已建成投产。" in report
    assert "规划" not in report.partition("附件")[0]


def test_a_year_in_a_label_is_filled_in_wherever_the_label_stands(tmp_path: Path) -> None:
    source = "首{{ f('项目.计划数') }}"
    package = invented.package(tmp_path, indicators_csv="代码,数值\n", text__lead_md=source)
    assert "首【待补：2023年计划实施帮扶项目数】" in text(package).splitlines()


def test_an_unknown_figure_without_a_text_is_still_a_fault_where_it_is_none_of_ours(
    tmp_path: Path, kinds: Path
) -> None:
    with pytest.raises(DataError, match="没有键“没有”"):
        said(tmp_path, kinds, "{% if f('没有') > 3 %}甲{% endif %}")


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("{% if f('事故') %}有{% else %}没有{% endif %}", "没有"),
        ("{% if f('满分') %}有{% else %}没有{% endif %}", "有"),
        ("{% if not f('事故') %}没有{% endif %}", "没有"),
        ("{% if f('事故') and f('满分') %}都有{% else %}不都有{% endif %}", "不都有"),
        ("{% if f('事故') or f('满分') %}有一样{% endif %}", "有一样"),
        ("{{ f('事故') or '不详' }}", "0起"),  # a 0 is no unknown
        ("{% if known('事故') %}知道{% endif %}", "知道"),
    ],
)
def test_a_zero_is_nothing_in_a_condition(
    tmp_path: Path, kinds: Path, source: str, expected: str
) -> None:
    assert said(tmp_path, kinds, source) == expected


def test_a_zero_in_a_record_is_not_told(tmp_path: Path) -> None:
    events = "键,领域,开始,名称,推荐企业,岗位\n甲,劳务协作,3月5日,“春风行动”,0,120\n"
    talents = "键,方向,类别,期限,人数\n甲,东到西,支教教师,,0\n乙,东到西,支医医生,长期,0\n丙,东到西,支医医生,短期,4\n"
    package = invented.package(
        tmp_path,
        indicators_csv="代码,数值\n4.1.4.1.1,4\n",
        activities_csv=events,
        talents_csv=talents,
        figures_csv="键,名称,数值,单位\n专技.东派,专技人才,4,人\n",
    )
    report = text(package).partition("\n附件")[0]
    assert "提供就业岗位120个。" in report and "推荐企业" not in report
    assert "其中，支医医生4人（短期4人）。" in report and "支教教师" not in report
