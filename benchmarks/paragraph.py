"""How the rules of the check grow with the characters of one paragraph.

    python benchmarks/paragraph.py [CHARACTERS …]

One paragraph of so many characters (default 40000 160000) of each of several makes is checked by
every rule. Prints, for each make, the CPU seconds of all rules and the rule whose exponent is the
highest among those that take more than 0.03 s. The garbage collector rests meanwhile: what it adds
depends on all that the process holds and not on the rule.
"""

from __future__ import annotations

import gc
import math
import sys
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from generator.check.passages import Passage
from generator.check.rules.table import RULES
from generator.check.subject import Subject

_SEEN = 0.03


def _repeated(words: str) -> Callable[[int], str]:
    return lambda count: (words * (count // len(words) + 1))[:count]


def _numbered(words: str) -> Callable[[int], str]:
    def made(count: int) -> str:
        return "".join(words.replace("#", str(n)) for n in range(count // len(words)))[:count]

    return made


MAKES = {
    "sums": _numbered("投入资金#00万元，其中用于产业#0万元、就业#万元，比上年增长1#%。"),
    "one sentence": _numbered("投入资金#万元，比上年增长#.5%，"),
    "the same sentence": _repeated("全县投入资金500万元，比上年增长12.5%，带动300户脱贫户增收。"),
    "sentences alike": _numbered("全县投入资金#万元，带动脱贫户增收。"),
    "dates": _repeated("3月5日召开会议；"),
    "titles": _repeated("《甲办法》"),
    "digits": _repeated("1234567890"),
    "items": _numbered("#.东村；（#）西村；"),
    "own units": _numbered("产出#分，效益3#分，"),
    "parts in brackets": _numbered("投资#万元（其中甲1#万元、乙2万元），"),
    "brackets": lambda count: "（" * (count // 2) + "）" * (count // 2),
}


def seconds(text: str) -> dict[str, float]:
    """The CPU seconds of each rule."""
    subject = Subject((Passage(text, "body"),), year=2023)
    taken = {}
    for name, rule in RULES.items():
        begun = time.process_time()
        list(rule(subject))
        taken[name] = time.process_time() - begun
    return taken


def main() -> None:
    """Measure each make at both sizes."""
    gc.disable()
    sizes = [int(word) for word in sys.argv[1:]] or [40_000, 160_000]
    step = math.log(sizes[-1] / sizes[0])
    print(f"{'paragraph':<18} {'CPU s':>7} {'then':>7}  highest exponent")
    for name, make in MAKES.items():
        first, last = seconds(make(sizes[0])), seconds(make(sizes[-1]))
        grown = {
            rule: math.log(last[rule] / max(first[rule], 1e-4)) / step
            for rule in RULES
            if last[rule] > _SEEN
        }
        worst = max(grown, key=lambda rule: grown[rule], default="")
        shown = f"{grown[worst]:.2f} {worst}" if worst else ""
        print(f"{name:<18} {sum(first.values()):>7.2f} {sum(last.values()):>7.2f}  {shown}")


if __name__ == "__main__":
    main()
