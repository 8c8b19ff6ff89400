"""Number formats as Excel and WPS write them: what people see is what is read, or it is asked."""

from __future__ import annotations

import pytest

from generator.model.kind import FieldSpec, FieldType
from generator.package.intake.celltext import UnclearCellError, cell_text
from generator.package.intake.grid import RawCell

MONEY = FieldSpec("金额", FieldType.NUMBER, "万元")
ACCOUNTING = r'_ "¥"* #,##0.00_ ;_ "¥"* \-#,##0.00_ ;_ "¥"* "-"??_ ;_ @_ '
PLAIN_ACCOUNTING = r'_ * #,##0.00_ ;_ * \-#,##0.00_ ;_ * "-"??_ ;_ @_ '
WPS = r'_ [$¥-804]* #,##0.00_ ;_ [$¥-804]* \-#,##0.00_ ;_ [$¥-804]* "-"??_ ;_ @_ '

# format, stored number, what is read
READ = [
    ("General", 3586, "3586"),
    ("G/通用格式", -3586, "-3586"),
    ("#,##0.00", 3586, "3586"),
    ("#,##0_ ", -3, "-3"),
    ('"¥"#,##0.00', 3586, "3586"),
    ('"￥"#,##0', 3586, "3586"),
    (r"\¥#,##0", 3586, "3586"),
    ('"¥"#,##0;"¥"-#,##0', -3, "-3"),
    (r'"¥"#,##0_);[Red]\("¥"#,##0\)', -3, "-3"),
    ("[$¥-804]#,##0.00", 3586, "3586"),
    ("[$￥-411]#,##0.00;[$￥-411]-#,##0.00", -3, "-3"),
    ("[$CNY] #,##0.00", 3586, "3586"),
    ("[$-409]#,##0.00", 3586, "3586"),
    (ACCOUNTING, 3586, "3586"),
    (ACCOUNTING, -3586, "-3586"),
    (ACCOUNTING, 0, "0"),
    (PLAIN_ACCOUNTING, -3586, "-3586"),
    (PLAIN_ACCOUNTING, 0, "0"),
    (WPS, -3586, "-3586"),
    ("#,##0_);(#,##0)", -3, "-3"),
    ("#,##0_);[Red](#,##0)", -3, "-3"),
    (r"0.00_);[红色]\(0.00\)", -3, "-3"),
    ("0.00;[Red]0.00", -3, "-3"),
    ("0.00_ ;[颜色3]0.00 ", -3, "-3"),
    (r"0_ ;[Red]\-0\ ", -3, "-3"),
    ("[Blue]0;[Red]-0;0", 3, "3"),
    ("[>=100]#,##0;0.0", 3586, "3586"),
    ("[<0](0);0", -3, "-3"),
    ("+0;-0;0", 3, "3"),
    ("+0;-0;0", -3, "-3"),
    ("0;▲0", -3, "-3"),
    ('"约"0', 3586, "约3586"),
    ('"不低于"#,##0', 3586, "不低于3586"),
    ('"¥"0.00"万元"', 3586, "3586万元"),
    ('0!.0,"万"', 12345678, "1234.6万"),
    ("0.0%;-0.0%", -0.05, "-5.0%"),
    ("0", -0.3, "-0.3"),
    ("0;0", -0.3, "-0.3"),
]


@pytest.mark.parametrize(("code", "stored", "text"), READ)
def test_what_says_no_more_than_the_number_is_read(code: str, stored: float, text: str) -> None:
    assert cell_text(RawCell(stored, format=code), MONEY, 2023) == text


# format, stored number, what people see, what it may mean
ASKED = [
    ('"美元"0', 3586, "美元3586", ["3586", None]),
    ('"US$"#,##0', 3586, "US$3586", ["3586", None]),
    ("$#,##0", 3586, "$3586", ["3586", None]),
    ("[$$-409]#,##0.00", 3586, "$3586.00", ["3586", None]),
    ("[$€-2] #,##0", 3586, "€3586", ["3586", None]),
    ('"减少"0', 3586, "减少3586", ["3586", None]),
    ('"增长"0;"下降"0', -3586, "下降3586", ["-3586", None]),
    ('"减少"0.0%', 0.05, "减少5.0%", ["5.0%", None]),
    ('"减少"0!.0,"万"', 12345678, "减少1234.6万", ["1234.6万", None]),
    ('"≥"0', 3586, "≥3586", ["3586", None]),
    ('"第"0"期"', 8, "第8期", ["8期", None]),
    ('"-"0', 3586, "-3586", ["3586", "-3586"]),
    ("-0", 3586, "-3586", ["3586", "-3586"]),
    ("(0)", 3586, "(3586)", ["3586", "-3586"]),
    ("0.00;0.00", -3586, "3586.00", ["-3586", "3586"]),
    ("0;0;0", -3586, "3586", ["-3586", "3586"]),
    ('"¥"0;"¥"0', -3586, "¥3586", ["-3586", "3586"]),
]


@pytest.mark.parametrize(("code", "stored", "seen", "texts"), ASKED)
def test_what_makes_it_another_number_is_asked(
    code: str, stored: float, seen: str, texts: list[str | None]
) -> None:
    with pytest.raises(UnclearCellError) as caught:
        cell_text(RawCell(stored, format=code), MONEY, 2023)
    assert caught.value.message.startswith(f"格子里看到的是“{seen}”，存的却是")
    assert [reading.text for reading in caught.value.readings] == texts


def test_a_column_of_words_holds_what_people_see() -> None:
    words = FieldSpec("目标", FieldType.WORD_OR_NUMBER)
    assert cell_text(RawCell(95, format='"≥"0'), words, 2023) == "≥95"
