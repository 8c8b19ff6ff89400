"""What a YAML file holds beside the type that it is read as: what people write is read, and every fault is told."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from enum import Enum
from types import NoneType
from typing import Annotated, Any, Literal, get_args, get_origin

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import Meta

from generator.model.appendix_table import FixedCell, TableColumn
from generator.model.rollup import RollUp
from generator.model.settings import (
    AppendixSettings,
    Attendance,
    CheckSettings,
    HeadingSettings,
    OriginSettings,
    Settings,
    SignatureSettings,
)
from generator.package.read.schema.shape_faults import (
    ShapeError,
    ShapeFault,
    Wrong,
    loosened,
    shaped,
)
from generator.package.read.schema.yaml_files import YAML_FILES, KindFile, RecordFile, TableFile
from generator.package.read.schema.yaml_types import Arm, arms_of, fields_of, is_mapping, item_of

DAY = dt.date(2023, 11, 20)
CHINA = dt.timezone(dt.timedelta(hours=8))
Share = Annotated[int, Meta(ge=0, le=4)]
Tolerance = Annotated[float, Meta(ge=0)]
RunIn = bool | Literal["sentence"] | None
Lines = str | tuple[str, ...]

READ: list[tuple[object, object, object]] = [
    *((whole, Share, 2) for whole in (2, 2.0, "2", " 2 ", "+2", "02", "2.0")),
    *(
        (0, Share, 0),
        ("-0", Share, 0),
        (True, Share, 1),
        ("1_000", int, 1000),
        (None, int | None, None),
    ),
    *((number, Tolerance, 2.0) for number in (2, 2.0, "2", " 2 ", "+2", "02", "2.0", "2.")),
    *(
        (".5", Tolerance, 0.5),
        ("1e3", Tolerance, 1000.0),
        ("1_0", Tolerance, 10.0),
        (True, Tolerance, 1.0),
    ),
    *((yes, bool, True) for yes in (True, 1, 1.0, "1", "true", "True", "yes", "Y", "on", "t")),
    *((no, bool, False) for no in (False, 0, 0.0, "0", "false", "FALSE", "no", "n", "off", "F")),
    *((day, dt.date | None, DAY) for day in (DAY, "2023-11-20", dt.datetime(2023, 11, 20))),
    *((f"2023-11-20{time}", dt.date, DAY) for time in (" 00:00", "T00:00:00", "T00:00:00Z")),
    *((dt.datetime(2023, 11, 20, tzinfo=CHINA), dt.date, DAY), (None, dt.date | None, None)),
    *(
        ("sentence", RunIn, "sentence"),
        ("yes", RunIn, True),
        (0, RunIn, False),
        (None, RunIn, None),
    ),
    *(
        ("甲", Lines, "甲"),
        (["甲"], Lines, ("甲",)),
        ([], Lines, ()),
        ("yes", bool | tuple[str, ...], True),
    ),
    *(("合计", RollUp, RollUp.SUM), ("", RollUp, RollUp.UNSAID)),
    *(({key: "甲"}, dict[Share, str], {1: "甲"}) for key in (1, "1", "01", 1.0, True)),
]
"""What stands there, the type, and what it is read as: as pydantic read it in its lax mode."""

REFUSED: list[tuple[object, object, list[Wrong]]] = [
    *((text, str, [Wrong.NO_TEXT]) for text in (2023, 2.0, True, None, DAY, [], {})),
    *((whole, int, [Wrong.NOT_WHOLE]) for whole in (2.5, "2.5", "1e3", "2.", "２", "", "甲", None, DAY, [2])),
    *((whole, int, [Wrong.NOT_WHOLE]) for whole in ("1__0", "_1", "1" * 5_000, float("inf"), "nan")),
    *((number, float, [Wrong.NO_NUMBER]) for number in ("", "5%", "２", "甲", None, DAY, [2.0], {})),
    *((number, float, [Wrong.NO_NUMBER]) for number in ("nan", "inf", "-Infinity", "1e400", "1" * 400)),
    *((flag, bool, [Wrong.NO_FLAG]) for flag in (2, 0.5, "", " true ", "1.0", "是", None, DAY, [])),
    *((day, dt.date, [Wrong.NO_DAY]) for day in ("", "2023-11", "2023-02-30", "2023-11-20T10:00", "甲", None)),
    *((day, dt.date, [Wrong.NO_DAY]) for day in (dt.datetime(2023, 11, 20, 10), True, [], {}, "2023-W47-1")),
    *((day, dt.date, [Wrong.NO_DAY]) for day in (0, 86_400, 1_700_438_400, "1700438400", 20231120)),
    *((-1, Share, [Wrong.TOO_LOW]), ("5", Share, [Wrong.TOO_HIGH]), (True, Annotated[int, Meta(ge=1990)], [Wrong.TOO_LOW])),
    *((-0.5, Tolerance, [Wrong.TOO_LOW]), ("0", Annotated[float, Meta(gt=0)] | None, [Wrong.NOT_ABOVE])),
    *(("", Annotated[str, Meta(min_length=1)], [Wrong.EMPTY]), ({}, Annotated[dict[str, str], Meta(min_length=1)], [Wrong.EMPTY])),
    *((word, Literal["list", "each"], [Wrong.NO_CHOICE]) for word in ("List", "", None, 1, [], {})),
    *((word, RollUp, [Wrong.NO_CHOICE]) for word in ("合计 ", None, 1, ["合计"])),
    *((word, RunIn, [Wrong.NO_FLAG, Wrong.NO_CHOICE]) for word in ("Sentence", 2, [])),
    *((word, Lines, [Wrong.NO_TEXT, Wrong.NO_LIST]) for word in (5, None, {})),
    *(([5], Lines, [Wrong.NO_TEXT]), ("甲", tuple[str, ...], [Wrong.NO_LIST]), ({}, tuple[str, ...], [Wrong.NO_LIST])),
    *((items, dict[str, str], [Wrong.NO_ITEMS]) for items in ("甲", [], None, 1)),
    *(({key: "甲"}, dict[str, str], [Wrong.NO_TEXT]) for key in (1, 1.5, True, None, DAY)),
    *(({"x": "甲"}, dict[Share, str], [Wrong.NOT_WHOLE]), ({9: 5}, dict[Share, str], [Wrong.TOO_HIGH, Wrong.NO_TEXT])),
]  # fmt: skip
"""What stands there, the type, and what is wrong with it. pydantic took a number for a day, by its seconds since 1970."""


@pytest.mark.parametrize(("written", "shape", "value"), READ, ids=repr)
def test_what_people_write_is_read(written: object, shape: Any, value: object) -> None:
    read = shaped(written, shape)
    assert (read, type(read)) == (value, type(value))


@pytest.mark.parametrize(("written", "shape", "wrong"), REFUSED, ids=lambda one: repr(one)[:60])
def test_what_is_wrong(written: object, shape: Any, wrong: list[Wrong]) -> None:
    with pytest.raises(ShapeError) as caught:
        shaped(written, shape)
    assert [fault.wrong for fault in caught.value.faults] == wrong


def test_every_fault_is_told_with_its_path_and_what_stands_there() -> None:
    content = {
        "columns": [{"headin": "甲", "width": 0, "align": "middle", "span": "2", "places": "七"}],
        "rows": [["甲", {"text": 1}, 2]],
        "only": {None: "甲", True: 5},
        "lines": "甲",
        1: "乙",
    }
    with pytest.raises(ShapeError) as caught:
        shaped(content, TableFile)
    aligns = ("left", "center", "right", "decimal")
    assert caught.value.faults == [
        ShapeFault(("columns", 0, "heading"), Wrong.MISSING),
        ShapeFault(("columns", 0, "align"), Wrong.NO_CHOICE, "middle", aligns),
        ShapeFault(("columns", 0, "width"), Wrong.NOT_ABOVE, 0),
        ShapeFault(("columns", 0, "places"), Wrong.NOT_WHOLE, "七"),
        ShapeFault(("columns", 0, "headin"), Wrong.UNKNOWN, "甲"),
        ShapeFault(("rows", 0, 1, "text"), Wrong.NO_TEXT, 1),
        ShapeFault(("rows", 0, 2), Wrong.NO_ITEMS, 2),
        ShapeFault(("rows", 0, 2), Wrong.NO_TEXT, 2),
        ShapeFault(("only", "null"), Wrong.NO_TEXT, None),
        ShapeFault(("only", "true"), Wrong.NO_TEXT, True),
        ShapeFault(("only", "true"), Wrong.NO_TEXT, 5),
        ShapeFault(("lines",), Wrong.NO_LIST, "甲"),
        ShapeFault((1,), Wrong.NO_NAME, 1),
    ]


def test_a_key_is_called_as_in_the_file() -> None:
    with pytest.raises(ShapeError) as caught:
        shaped({"名称": "", "fields": {}}, RecordFile)
    assert [(fault.path, fault.wrong) for fault in caught.value.faults] == [
        (("名称",), Wrong.EMPTY),
        (("字段",), Wrong.MISSING),
        (("fields",), Wrong.UNKNOWN),
    ]


SCALARS = st.one_of(
    st.none() | st.booleans() | st.integers(-3, 7) | st.floats(allow_nan=False, allow_infinity=False),
    st.sampled_from(["", "2", "2.5", "yes", "off", "sentence", "合计", "list", "portrait", "甲", "nan"]),
    st.sampled_from(["2023-11-20", "2023-11-20 00:00", "2023-02-30", "0000-01-01", "20231120"]),
    st.dates(min_value=dt.date(1, 1, 1)) | st.just(dt.datetime(2023, 11, 20)) | st.integers(1980, 2110),
)  # fmt: skip
JUNK = st.recursive(
    SCALARS,
    lambda inside: st.lists(inside, max_size=2) | st.dictionaries(SCALARS, inside, max_size=2),
    max_leaves=4,
)
FITTING: Mapping[object, st.SearchStrategy[object]] = {
    str: st.sampled_from(["甲", "1"]),
    int: st.sampled_from([1, 2, 3, "2", 2.0]),
    float: st.floats(0.5, 100) | st.integers(1, 2) | st.just("0.5"),
    bool: st.booleans() | st.sampled_from(["yes", 0, "f"]),
    dt.date: st.dates() | st.sampled_from(["2023-11-20", dt.datetime(2023, 11, 20)]),
    NoneType: st.none(),
}
YEARS = st.integers(1990, 2100) | st.sampled_from(["2000", 2000.0])


def near(shape: object) -> st.SearchStrategy[object]:
    """Contents that are of a type, now and then with a fault."""
    fitting = st.one_of([_fitting(arm) for arm in arms_of(shape)])
    return st.integers(0, 60).flatmap(lambda number: fitting if number else JUNK)


def _fitting(arm: Arm) -> st.SearchStrategy[object]:
    if arm.type in FITTING:
        return YEARS if arm.bounds.ge == 1990 else FITTING[arm.type]
    if get_origin(arm.type) is Literal:
        return st.sampled_from(get_args(arm.type))
    if isinstance(arm.type, type) and issubclass(arm.type, Enum):
        return st.sampled_from([choice.value for choice in arm.type])
    if fields_of(arm.type):
        return _struct(arm.type)
    item, least = near(item_of(arm.type)), arm.bounds.min_length or 0
    if is_mapping(arm.type):
        of_keys = get_args(arm.type)[0]
        keys = near(of_keys).filter(_is_key)
        items = st.dictionaries(keys, item, min_size=least, max_size=2)
        return items.filter(
            lambda drawn: len({loosened(key, of_keys, (), []) for key in drawn}) == len(drawn)
        )
    return st.lists(item, max_size=2)


def _is_key(value: object) -> bool:
    return not isinstance(value, list | dict)


def _struct(arm: object) -> st.SearchStrategy[object]:
    fields = fields_of(arm)
    all_ = {name: near(field.type) for name, field in fields.items()}
    required = {name: all_[name] for name, field in fields.items() if field.required}
    optional = {name: all_[name] for name in all_ if name not in required}
    sound = st.fixed_dictionaries(required, optional=optional)
    unsound = st.fixed_dictionaries({}, optional=all_ | {"多余": JUNK, 1: JUNK})
    return st.integers(0, 30).flatmap(lambda number: sound if number else unsound)


PARTS = [
    *(CheckSettings, SignatureSettings, AppendixSettings, YAML_FILES["records.yaml"]),
    *(tuple[TableColumn, ...], tuple[FixedCell | str, ...], dict[Share, HeadingSettings]),
    *(
        OriginSettings,
        Mapping[Attendance, Lines],
        RunIn,
        Tolerance,
        Annotated[str, Meta(min_length=1)],
    ),
]
WHOLE = [pytest.param(whole, marks=pytest.mark.slow) for whole in (Settings, KindFile, TableFile)]


@pytest.mark.parametrize("shape", [*PARTS, *WHOLE])
@settings(deadline=None)
@given(data=st.data())
def test_there_is_a_fault_where_msgspec_refuses_and_nowhere_else(shape: Any, data: Any) -> None:
    content = data.draw(near(shape))
    faults: list[ShapeFault] = []
    plain = loosened(content, shape, (), faults)
    assert _is_accepted(plain, shape) == (faults == [])
    if _is_accepted(content, shape):
        assert faults == []
        assert msgspec.convert(plain, shape) == msgspec.convert(content, shape)


def _is_accepted(content: object, shape: Any) -> bool:
    try:
        msgspec.convert(content, shape)
    except msgspec.ValidationError:
        return False
    return True
