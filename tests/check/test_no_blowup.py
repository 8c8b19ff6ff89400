"""No pattern of the check takes a time that grows with the power of a run of its own words."""

from __future__ import annotations

import gc
import re
import signal
from collections.abc import Iterator
from itertools import islice, product

import pytest

import generator.check  # noqa: F401 (its patterns are made when it is imported)

_LONGEST_WORDS, _PAIRS, _TIMES = 12, 80, 26
_NESTED = re.compile(r"\)[+*]|\)\{\d*,\d*\}|[+*]\?*.{0,20}[+*{]")


def patterns() -> list[re.Pattern[str]]:
    """The patterns with words of their own in which one repetition may stand in another."""
    there = {
        one
        for one in gc.get_objects()
        if isinstance(one, re.Pattern) and isinstance(one.pattern, str)
    }
    chinese = [one for one in there if re.search("[\u4e00-\u9fff]", one.pattern)]
    return sorted(
        filter(lambda one: _NESTED.search(one.pattern), chinese), key=lambda one: one.pattern
    )


def runs(pattern: str) -> Iterator[str]:
    """A word of a pattern again and again, and two by turns."""
    words = list(dict.fromkeys(re.findall("[\u4e00-\u9fff]+|[、，；：0-9%]", pattern)))
    words = [*words[:_LONGEST_WORDS], "高", "、"]
    yield from (word * _TIMES for word in words)
    yield from ("，" + (a + b) * _TIMES for a, b in islice(product(words, words), _PAIRS))


def _out_of_time(*_: object) -> None:
    raise TimeoutError


@pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="no timer on this system")
def test_no_pattern_blows_up() -> None:
    before = signal.signal(signal.SIGALRM, _out_of_time)
    slow: set[str] = set()
    try:
        for pattern in patterns():
            for text in runs(pattern.pattern):
                signal.setitimer(signal.ITIMER_REAL, 5)
                try:
                    pattern.search(text)
                except TimeoutError:
                    slow.add(pattern.pattern)
                    break
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
    assert slow == set()
