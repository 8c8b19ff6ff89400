"""Made-up counties with any plausible data, cells blank or 0 here and there, and what must hold of each draft."""

from __future__ import annotations

import os
import re
import tempfile
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from generator.figures import Draft
from generator.figures.plaintext import lines, plain_text
from generator.jobs.compose import compose, recompose
from generator.model.cell import Cell, PartialDate, Source
from generator.model.dataset import Dataset, IndicatorRow, Record, Records
from generator.model.document import plain
from generator.model.kind import FieldSpec, FieldType, RecordSpec
from generator.model.replacing import replace
from generator.report.trace import gaps, numbers
from support import invented
from support.packages import BROKEN

COUNTIES = int(os.environ.get("COUNTIES", "12"))
"""How many counties a slow test makes up; COUNTIES=200 for the full series."""
REQUIRED = (
    "年度任务完成情况",
    "组织领导",
    "助力巩固拓展脱贫攻坚成果",
    "加强区域协作",
    "促进乡村振兴",
)
NOTHING = re.compile(r"(?<![\d.])0(?:\.0+)?(?![\d.])")
"""A number that is 0."""
DOUBLED = re.compile(r"[，、；：。！？]{2,}|“”|（）|《》")

WORDS = st.sampled_from(
    [
        "天成农业公司",
        "地久食品公司",
        "东村",
        "西村",
        "南庄村",
        "育才学校",
        "百草园",
        "技能提升",
        "道路硬化",
        "牛羊养殖",
        "清河县农业农村局",
        "专题座谈",
        "签订框架协议",
        "高效推进",
    ]
)
COUNTS = st.one_of(st.just(0), st.integers(0, 20000)).map(Decimal)
AMOUNTS = st.one_of(st.just(0), st.integers(0, 9_000_000)).map(lambda cents: Decimal(cents) / 100)
DAYS = st.builds(
    lambda month, day: PartialDate(2023, month, day), st.integers(1, 10), st.integers(1, 28)
)


@cache
def county() -> Draft:
    """清河县 with an empty package, drafted once."""
    return compose(invented.package(Path(tempfile.mkdtemp()), indicators_csv="代码,数值\n"))


@cache
def number_keys() -> list[str]:
    return [
        row.form.key
        for row in county().dataset.indicators
        if row.form.type is FieldType.NUMBER and row.form.key
    ]


def values(field: FieldSpec, number: int) -> st.SearchStrategy[Any]:
    """A value of the field's type; the end of a span of days is after its beginning."""
    match field.type:
        case FieldType.KEY:
            return st.just(f"记录{number + 1}")
        case FieldType.NUMBER:
            return AMOUNTS if field.unit.startswith("万") else COUNTS
        case FieldType.DATE:
            return DAYS.map(
                lambda day: (
                    PartialDate(2023, day.month + 2, day.day)
                    if field.name == "结束"
                    else PartialDate(2023, 1 + day.month % 2, day.day)
                    if field.name == "开始"
                    else day
                )
            )
        case FieldType.FLAG:
            return st.booleans()
        case FieldType.CHOICE:
            return st.sampled_from(field.choices)
        case FieldType.LIST:
            return st.lists(WORDS, min_size=1, max_size=4, unique=True).map(tuple)
        case FieldType.FIGURE_KEY:
            return st.sampled_from(number_keys())
        case _:
            return TEXTS.get(field.name, lambda _: WORDS)(number)


def evidence(number: int) -> st.SearchStrategy[str]:
    """A key that may hold a number, a record that may be there, or nothing."""
    return st.sampled_from([*number_keys()[:20], f"记录{number + 5}", "没有这个键"])


TEXTS = {
    "节": lambda _: st.sampled_from(["就业", "结对", "产业园区", "示范村", "消费帮扶"]),
    "依据": evidence,
    "文字": lambda number: st.just(f"说法{'甲乙丙丁戊己庚辛'[number]}"),
}
"""Texts that are more than words, by their column: measures and what they rest on."""


@st.composite
def record_files(draw: st.DrawFn, spec: RecordSpec, most: int = 3) -> Records:
    rows = []
    for number in range(draw(st.integers(0, most))):
        cells = {}
        for field in spec.fields:
            blank = (
                not field.required
                and field.type is not FieldType.KEY
                and draw(st.integers(0, 5)) == 0
            )
            value = None if blank else draw(values(field, number))
            cells[field.name] = Cell(
                "" if value is None else str(value),
                value,
                Source(f"{spec.stem}.csv", number + 2, field.name),
                field.unit,
            )
        rows.append(Record(f"记录{number + 1}", Source(f"{spec.stem}.csv", number + 2), cells))
    return Records(spec, tuple(rows))


@st.composite
def filled(draw: st.DrawFn, row: IndicatorRow) -> IndicatorRow:
    if row.form.is_heading or draw(st.integers(0, 5)) == 0:
        return row
    value = draw(
        {FieldType.NUMBER: COUNTS, FieldType.FLAG: st.booleans()}.get(row.form.type, WORDS)
    )
    return replace(
        row,
        cell=replace(
            row.cell, raw=str(value), value=value, source=Source("indicators.csv", 2, row.form.code)
        ),
    )


@st.composite
def packages(draw: st.DrawFn) -> Dataset:
    empty = county().dataset
    records = {name: draw(record_files(records.spec)) for name, records in empty.records.items()}
    return replace(
        empty, indicators=tuple(draw(filled(row)) for row in empty.indicators), records=records
    )


@st.composite
def crowded_packages(draw: st.DrawFn) -> Dataset:
    """A county with up to eight rows in each file that lists, measures among them."""
    made = draw(packages())
    crowded = ("措施", "政策文件", "引进企业", "社会捐赠", "示范村", "签约", "资金", "项目类别")
    more = {name: draw(record_files(made.records[name].spec, most=8)) for name in crowded}
    return replace(made, records={**made.records, **more})


def check_county(dataset: Dataset) -> None:
    """The draft of a county holds whole sentences, no sum of nothing, no verdict on an unknown, and every required part."""
    draft = recompose(county(), dataset)
    text = plain_text(draft.document)
    assert BROKEN.findall(text) == []
    literal = [item for item in numbers(draft.document, dataset.names) if item.voucher == "literal"]
    assert literal == []
    assert all("待补" in item.text for item in gaps(draft.document))
    told = [plain(line.text) for line in lines(draft.document) if not line.cells]
    for line in told:
        assert DOUBLED.findall(line) == [], line
        assert NOTHING.findall(line) == [], line
    for title in REQUIRED:
        assert any(title in line for line in told), title
    check_verdicts(dataset, "".join(told))


def check_verdicts(dataset: Dataset, told: str) -> None:
    """What was found is said to be mended only of those who have no row that is not."""
    rows = list(dataset.records["问题整改"])
    for row in rows:
        by, state = row.cells["反馈方"].value, row.cells["状态"].value
        if state == "整改中" and row.cells["问题数"].value != 0:
            count = [r for r in rows if r.cells["反馈方"].value == by]
            sentence = re.search(rf"{re.escape(str(by))}反馈清河县问题[^。]*。", told)
            assert count and (sentence is None or "已全部完成整改" not in sentence[0])
