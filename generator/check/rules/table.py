"""The table of all rules by family: the name that a clerk sees, and the function."""

from __future__ import annotations

from collections.abc import Mapping

from generator.check.rules import (
    brackets,
    copies,
    counts,
    cross_checks,
    dates,
    elements,
    entries,
    facts,
    foreign,
    foreign_years,
    form,
    issuers,
    labels,
    names,
    origin,
    posts,
    punctuation,
    rates,
    registry,
    repeats,
    subtotals,
    sums,
    titles,
    units,
    wording,
    years,
)
from generator.check.subject import Rule

OWN = "本地本年"
"""The family that a Word file to be issued is held against, too."""
FAMILIES: Mapping[str, Mapping[str, Rule]] = {
    OWN: {
        "外地名称": foreign.names,
        "外来年份": foreign_years.years,
        "照抄来源": origin.sentences,
    },
    "一件事一个数": {
        "文表一致": facts.text_and_form,
        "前后一致": facts.claims,
        "文表对照": labels.text_and_table,
        "同词两义": facts.same_verb,
        "记录与统计表": cross_checks.cross_checks,
        "同句异数": repeats.stale_copies,
    },
    "统计表和附表": {
        "表内合计": form.parent_is_sum,
        "正文算法": form.text_formula_in_form,
        "部分不大于整体": form.part_not_larger,
        "分项重叠": form.overlapping_parts,
        "表内相等": form.equal_rows,
        "表内算式": form.recomputed,
        "小计": subtotals.filed,
        "填报格式": form.cell_format,
        "表式": form.labels,
        "疑似复制": copies.same_pairs,
        "重复登记": entries.same_rows,
        "百分数": entries.percentages,
    },
    "句子里的数": {
        "分项合计": sums.parts_and_wholes,
        "比率": rates.rates,
        "增幅": rates.growth,
        "百分点": rates.points,
        "单价": rates.unit_prices,
        "列举与个数": counts.listed,
    },
    "日期和年份": {
        "日期有误": dates.exist,
        "起止日期": dates.spans,
        "日期顺序": dates.in_order,
        "成文日期": dates.issue_date,
        "日期写法": dates.range_style,
        "年份": titles.years_in_titles,
        "与上年比": years.against_last_year,
    },
    "名称和标题": {
        "文件名称": names.documents,
        "单位名称": names.companies,
        "村名": names.villages,
        "机关与文号": issuers.issuers,
        "职务与姓名": posts.posts,
        "人名": names.people,
        "共用名册": registry.shared,
        "附件名称": titles.annexes,
        "标题体例": titles.heading_style,
        "标题用语": titles.heading_and_form,
        "编号": titles.numbering,
    },
    "公文要素": {
        "必备要素": elements.required,
        "填报信息": elements.blank_block,
        "报告夹带请示": elements.requests,
        "篇幅": elements.length,
        "待补": elements.placeholders,
        "空标题": elements.empty_headings,
    },
    "用语、标点和单位": {
        "用语": wording.terms,
        "字词重复": wording.doubled,
        "多余的字": wording.dangling_and,
        "整句重复": repeats.twice,
        "括号配对": brackets.balanced,
        "半角括号": brackets.half_width,
        "发文字号": brackets.document_numbers,
        "段末标点": punctuation.paragraph_ends,
        "标题标点": punctuation.heading_ends,
        "标点重叠": punctuation.doubled_marks,
        "半角标点": punctuation.half_width,
        "顿号": punctuation.between_marks,
        "列举中断": punctuation.stopped_list,
        "金额单位": units.money_without_unit,
        "单位重复": units.unit_twice,
        "数值范围": units.ranges,
        "数字写法": units.digits,
        "概数重复": units.two_qualifiers,
        "单位缺失": units.persons,
    },
}
RULES: Mapping[str, Rule] = {
    name: rule for family in FAMILIES.values() for name, rule in family.items()
}
