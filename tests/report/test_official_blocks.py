"""What report.yaml says of an official document in each format, as blocks."""

from __future__ import annotations

import datetime as dt

import pytest
from support.sample import text

from generator.figures.plaintext import plain_text
from generator.model.document import Paragraph
from generator.model.replacing import replace
from generator.model.settings import (
    ChopSettings,
    ImprintSettings,
    Settings,
    SignatureSettings,
)
from generator.report.assemble import Parts, assemble

DAY = dt.date(2023, 5, 8)
GENERAL = Settings(
    kind="测试",
    year=2023,
    organs=("清河县人民政府", "东湖区人民政府"),
    number="清政发〔2023〕6号",
    addressee="东湖市人民政府",
    letter=False,
    signature=SignatureSettings(("清河县人民政府",), DAY),
    imprint=ImprintSettings("清河县人民政府办公室", DAY, ("县财政局",)),
)
PARTS = Parts((), (), (text("关于某事的请示"),), (), (Paragraph("p", text("正文。")),), ())
LETTER = replace(GENERAL, format="信函", imprint=ImprintSettings(copy_to=("县财政局",)))
ORDER = replace(
    GENERAL,
    format="命令",
    organs=("清河县人民政府",),
    number="第1号",
    addressee="",
    signature=SignatureSettings(date=DAY, chops=(ChopSettings("县长", "张三"),)),
)
MINUTES = replace(
    GENERAL,
    format="纪要",
    organs=("清河县人民政府常务会议",),
    number="",
    addressee="",
    signature=None,
    attendance={"列席": "郑一", "出席": ("张三", "李四")},
)


def lines(settings: Settings) -> list[str]:
    return plain_text(assemble(PARTS, settings)).splitlines()


@pytest.mark.parametrize(
    ("settings", "printed"),
    [
        (
            replace(LETTER, note="联系人：王小明"),
            "清河县人民政府／清政发〔2023〕6号／关于某事的请示／东湖市人民政府：／正文。／清河县人民政府／"
            "2023年5月8日／（联系人：王小明）／抄送：县财政局。",
        ),
        (
            ORDER,
            "清河县人民政府令／第1号／正文。／县长 张三／2023年5月8日／抄送：县财政局。／"
            "清河县人民政府办公室 2023年5月8日印发",
        ),
        (
            MINUTES,
            "清河县人民政府常务会议纪要／关于某事的请示／正文。／出席：张三、李四／列席：郑一／抄送：县财政局。／"
            "清河县人民政府办公室 2023年5月8日印发",
        ),
    ],
    ids=["信函", "命令", "纪要"],
)
def test_a_format_has_its_own_parts(settings: Settings, printed: str) -> None:
    assert "／".join(lines(settings)) == printed


@pytest.mark.parametrize("written", ["联系人：王小明", "（联系人：王小明）"])
def test_a_note_has_one_pair_of_brackets_and_stands_below_the_date(written: str) -> None:
    printed = lines(replace(GENERAL, note=written))
    assert printed[printed.index("2023年5月8日") + 1] == "（联系人：王小明）"


def test_what_an_order_cannot_do_without_is_a_gap() -> None:
    printed = lines(replace(ORDER, number="", signature=replace(ORDER.signature, date=None)))
    assert [line for line in printed if "待补" in line] == ["【待补：令号】", "【待补：成文日期】"]


def test_a_letter_without_copies_has_no_imprint() -> None:
    assert lines(replace(LETTER, imprint=ImprintSettings()))[-1] == "2023年5月8日"


def test_a_row_to_sign_stands_below_the_text() -> None:
    printed = lines(replace(GENERAL, sign_line=("负责人：", "填表人：")))
    row = printed[printed.index("正文。") + 1]
    assert row.split("　")[0] == "负责人："
    assert row.endswith("填表人：")
