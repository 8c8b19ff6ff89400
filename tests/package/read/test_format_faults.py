"""What report.yaml may say in each format of GB/T 9704-2012, chapter 10."""

from __future__ import annotations

import pytest

from generator.model.settings import (
    ChopSettings,
    FormatName,
    ImprintSettings,
    Settings,
    SignatureSettings,
)
from generator.package.read.format_faults import format_faults

ORGAN = SignatureSettings(("清河县人民政府",))
CHOP = SignatureSettings(chops=(ChopSettings("县长", "张三"),))
ISSUED = ImprintSettings("清河县人民政府办公室")
COPIED = ImprintSettings(copy_to=("县财政局",))


def told(format_name: FormatName, **items: object) -> list[tuple[str | None, str]]:
    settings = Settings(kind="测试", year=2023, format=format_name, **items)  # type: ignore[arg-type]
    return [(fault.column, fault.message) for fault in format_faults(settings)]


@pytest.mark.parametrize(
    ("format_name", "items"),
    [
        ("公文", {}),
        ("公文", {"suffix": "", "signers": ("张三",), "signature": CHOP, "imprint": ISSUED}),
        ("信函", {"addressee": "东湖市人民政府", "signature": ORGAN, "imprint": COPIED}),
        ("信函", {"suffix": ""}),
        ("命令", {"suffix": "命令", "signature": CHOP, "imprint": ISSUED}),
        ("纪要", {"suffix": "工作会议纪要", "attendance": {"出席": ("张三",)}}),
        ("纪要", {"number": "〔2023〕5号", "imprint": ISSUED}),
    ],
)
def test_what_goes_with_a_format_is_silent(
    format_name: FormatName, items: dict[str, object]
) -> None:
    assert told(format_name, **items) == []


@pytest.mark.parametrize(
    ("format_name", "items", "item", "words"),
    [
        ("信函", {"suffix": "文件"}, "suffix", "只用机关名称"),
        ("信函", {"signers": ("张三",)}, "signers", "信函格式不标签发人"),
        ("信函", {"imprint": ISSUED}, "imprint", "不加印发机关和印发日期"),
        ("命令", {"suffix": "文件"}, "suffix", "以“令”、“命令”结尾"),
        ("命令", {"addressee": "各乡镇"}, "addressee", "没有主送机关"),
        ("命令", {"signature": ORGAN}, "signature", "盖签名章"),
        ("纪要", {"suffix": "文件"}, "suffix", "以“纪要”结尾"),
        ("公文", {"attendance": {"出席": ("张三",)}}, "attendance", "只有纪要格式"),
        ("公文", {"contents": 2, "letter": False}, "contents", "这里没有呈报语"),
        ("公文", {"imprint": COPIED}, "imprint.issuer", "缺少这一项"),
        ("公文", {"signature": SignatureSettings()}, "signature.organs", "缺少这一项"),
    ],
)
def test_what_does_not_go_with_it_is_one_line(
    format_name: FormatName, items: dict[str, object], item: str, words: str
) -> None:
    ((column, message),) = told(format_name, **items)
    assert column == item
    assert words in message
