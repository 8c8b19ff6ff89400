"""Chinese numerals against a table, and against cn2an over the whole range."""

from __future__ import annotations

import subprocess
import sys
from decimal import Decimal

import cn2an  # type: ignore[import-untyped]
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from generator.standard.wording.chinese import Num2WordZh
from generator.standard.wording.numerals import cardinal, count_word

WHOLE = (
    st.integers(0, 10**16 - 1)
    | st.integers(0, 15).map(lambda power: 10**power)
    | st.integers(0, 110000)
)


@pytest.mark.parametrize(
    ("n", "words"),
    [
        (0, "零"),
        (2, "二"),
        (10, "十"),
        (11, "十一"),
        (20, "二十"),
        (101, "一百零一"),
        (110, "一百一十"),
        (1001, "一千零一"),
        (1010, "一千零一十"),
        (10010, "一万零一十"),
        (100010, "十万零一十"),
        (205000, "二十万五千"),
        (100000001, "一亿零一"),
        (1000000000, "十亿"),
        (120034005678, "一千二百亿三千四百万五千六百七十八"),
        (10**12, "一万亿"),
        (-11, "负十一"),
        (Decimal(14), "十四"),
        (Decimal("1.4E+2"), "一百四十"),
        (None, ""),
    ],
)
def test_cardinal(n: int | Decimal | None, words: str) -> None:
    assert cardinal(n) == words


@given(WHOLE)
@example(10**16 - 1)
@example(10**12 + 10**8)
@example(1010101010101010)
def test_cardinal_as_cn2an(n: int) -> None:
    assert cardinal(n) == cn2an.an2cn(n, "low")
    assert cn2an.cn2an(cardinal(n), "strict") == n


@pytest.mark.parametrize("n", [Decimal("2.5"), 10**16, -(10**16)])
def test_no_cardinal(n: int | Decimal) -> None:
    with pytest.raises(ValueError, match=f"^“{n}”.*不能写成汉字数"):
        cardinal(n)


@pytest.mark.parametrize(
    ("n", "classifier", "words"),
    [
        (2, "个", "两个"),
        (Decimal(2), "名", "两名"),
        (3, "次", "三次"),
        (5, "大", "五大"),
        (10, "个", "十个"),
        (12, "个", "十二个"),
        (20, "家", "二十家"),
        (0, "次", "零次"),
        (None, "个", ""),
    ],
)
def test_count_word(n: int | Decimal | None, classifier: str, words: str) -> None:
    assert count_word(n, classifier) == words


@pytest.mark.parametrize("n", range(-3, 120))
def test_what_is_counted_reads_as_num2words_reads_it(n: int) -> None:
    assert cardinal(n) == cardinal(Decimal(n)) == Num2WordZh().to_cardinal(n)


def test_num2words_is_imported_late() -> None:
    """Its 56 languages are not loaded by those who write no Chinese numeral, or none from a hundred on."""
    code = (
        "import sys, generator.standard.wording.lists, generator.standard.wording.change\n"
        "from generator.standard.wording.numerals import cardinal\n"
        "assert cardinal(99) == '九十九' and 'num2words' not in sys.modules\n"
        "assert cardinal(100) == '一百' and 'num2words' in sys.modules"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
