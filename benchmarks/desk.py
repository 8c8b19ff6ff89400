"""How long a grid of 2,000 rows takes to open, and a change of one cell and of 500 rows to be tried and
saved, in this process: CPU and wall seconds."""

from __future__ import annotations

import time
import warnings
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeVar

from generator.jobs.desk import CellEdit, change, grid
from generator.model.errors import PassedOver

ROWS, PASTED = 2_000, 500
NAMES = ("键", "名称", "金额", "用途", "方向", "列示", "项目数")
SETTINGS = """\
kind: 东西部协作自评
year: 2023
place: {name: 清河县, short: 我县, level: 县, province: 北原省, city: 云山市}
partner: {name: 东湖区, short: 东湖区, city: 海门市}
organs: [中共清河县委农村工作领导小组]
number: 清农领发〔2023〕12号
addressee: 中共云山市委农村工作领导小组
signature: {organs: [中共清河县委农村工作领导小组], date: 2023-11-20}
"""
T = TypeVar("T")


def timed(what: str, call: Callable[[], T]) -> T:
    """What the call gives, after its times are printed."""
    cpu, wall = time.process_time(), time.perf_counter()
    result = call()
    cpu, wall = time.process_time() - cpu, time.perf_counter() - wall
    print(f"{what}: {cpu:.2f} CPU s, {wall:.2f} s")
    return result


def main() -> None:
    """Print the times."""
    warnings.simplefilter("ignore", PassedOver)
    with TemporaryDirectory() as folder:
        package = Path(folder)
        (package / "report.yaml").write_text(SETTINGS, encoding="utf-8")
        lines = [f"项目{n},道路{n}段,{n},产业,产业开发,逐项,1" for n in range(ROWS)]
        text = "\n".join([",".join(NAMES), *lines, ""])
        (package / "funds.csv").write_text(text, encoding="utf-8")
        grid(package, "figures.csv")  # the imports
        shown = timed(f"grid of {ROWS} rows", lambda: grid(package, "funds.csv"))
        one = [CellEdit(5, "金额", "77")]
        taken = timed(
            "one cell", lambda: change(package, "funds.csv", shown.stamp, one, shown=shown)
        )
        block = [
            CellEdit(row, name, text)
            for row in range(1_000, 1_000 + PASTED)
            for name, text in zip(
                NAMES, (f"新{row}", f"路{row}", "3", "产业", "产业开发", "概述", "2"), strict=True
            )
        ]
        seen = taken.grid
        timed(
            f"{PASTED} rows",
            lambda: change(package, "funds.csv", seen.stamp, block, shown=seen),
        )


if __name__ == "__main__":
    main()
