"""How a draft from data alone reads beside the report that was filed, in two figures.

    python benchmarks/wording.py [PACKAGE …]

Each package under data/ is drafted as it is (its words as filed) and without sections/ and text/
(data alone). Of both, up to the first annex: numbers per 100 characters, and words of purpose and
effect per 1,000 characters; a report is denser in the second, a table in the first.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

from generator.figures.plaintext import lines
from generator.jobs.compose import compose, recompose
from generator.model.document import Document, plain
from generator.model.replacing import replace

DATA = Path(__file__).parents[1] / "data"
PACKAGES = ("huining-2021", "jingyuan-2021", "huining-2022", "zhouqu-2022")
NUMBER = re.compile(r"\d+(?:\.\d+)?")
PURPOSE = re.compile(
    r"为(?=[^，。；]{4,}，)|推动|促进|提升|提高|助力|巩固|完善|健全|加强|强化|深化|确保|拓展|拓宽|"
    r"积极|引导|支持|保障|带动|形成|有效|充分|落实"
)


def text_of(document: Document) -> str:
    """The text of the report up to its annexes, without tables."""
    told = []
    for line in lines(document):
        if line.section.startswith("附件") or line.cells:
            continue
        told.append(plain(line.text))
    return "".join(told)


def measured(text: str) -> tuple[int, float, float]:
    """Characters, numbers per 100, words of purpose and effect per 1,000."""
    length = len(text) or 1
    return (
        length,
        100 * len(NUMBER.findall(text)) / length,
        1000 * len(PURPOSE.findall(text)) / length,
    )


def main(packages: list[str]) -> None:
    """Print a row for each package and kind of draft."""
    print(f"{'数据包':14}{'稿':8}{'字数':>6}{'数/百字':>8}{'目的成效词/千字':>12}")
    for name in packages or PACKAGES:
        filed = compose(DATA / name)
        bare = recompose(filed, replace(filed.dataset, texts={}, sections={}))
        for label, draft in (("原文", filed), ("只有数据", bare)):
            length, numbers, purpose = measured(text_of(draft.document))
            print(f"{name:14}{label:8}{length:6}{numbers:10.2f}{purpose:14.2f}")


if __name__ == "__main__":
    main(sys.argv[1:])
