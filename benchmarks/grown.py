"""The plan of many projects: data/mentougou-2021 grown, and what a process takes.

``grow`` gives every project a name of its own; in many groups the regions grow with them, in few
they stay the thirteen that they are. Subtotals that were filed are left blank where they would no
longer be true.
"""

from __future__ import annotations

import csv
import resource
import shutil
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

DATA = Path(__file__).parents[1] / "data"
PLAN = DATA / "mentougou-2021"
_SIGNS = "甲乙丙丁戊己庚辛壬癸"
_OF_GROUP = ("键", "地区", "类别")

Rows = list[dict[str, str]]


@dataclass(frozen=True)
class Cost:
    """What a process took: CPU and wall seconds, peak memory in MiB."""

    cpu: float
    wall: float
    mib: float


def cost(*words: str | Path) -> Cost:
    """Run a command in a process of its own. Raises SystemExit where it fails; 1 (a person must
    act) is no failure."""
    probe = (
        "import resource, subprocess, sys\n"
        "done = subprocess.run(sys.argv[1:], capture_output=True, text=True)\n"
        "used = resource.getrusage(resource.RUSAGE_CHILDREN)\n"
        "print(done.returncode, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)\n"
        "sys.stderr.write(done.stderr[-300:])"
    )
    begun = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-c", probe, *map(str, words)], capture_output=True, text=True, check=True
    )
    wall = time.perf_counter() - begun
    code, cpu, mib = done.stdout.split()
    if code not in ("0", "1"):
        raise SystemExit(f"{words}: {done.stderr}")
    return Cost(float(cpu), wall, float(mib))


def peak() -> float:
    """The peak memory of this process so far, in MiB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def grow(count: int, target: Path, *, many: bool = False) -> Path:
    """A copy of the plan with ``count`` projects."""
    shutil.copytree(PLAN, target, ignore=shutil.ignore_patterns(".nigao"))
    head, rows = _read(PLAN / "projects.csv")
    group_head, groups = _read(PLAN / "project_groups.csv")
    copies = range(-(-count // len(rows)))
    grown = [_copied(row, n, many) for n in copies for row in rows][:count]
    _write(target / "projects.csv", head, grown)
    there = {(row["地区"], row["类别"]) for row in grown} | {(row["地区"], "") for row in grown}
    of_all = [_group(group, n) for n in (copies if many else (0,)) for group in groups]
    kept = [group for group in of_all if (group["地区"], group["类别"]) in there]
    _write(target / "project_groups.csv", group_head, kept if count != len(rows) else groups)
    return target


def change_cells(package: Path) -> None:
    """Another sum in ten rows of a grown plan."""
    head, rows = _read(package / "projects.csv")
    for row in rows[:: max(1, len(rows) // 10)]:
        row["帮扶资金"] = "12.34"
    _write(package / "projects.csv", head, rows)


def _copied(row: dict[str, str], n: int, many: bool) -> dict[str, str]:
    if not n:
        return row
    changed = {"键": f"{row['键']}-{n}", "项目名称": f"{row['项目名称']}（{_suffix(n)}期）"}
    return {**row, **changed, **({"地区": row["地区"] + _suffix(n)} if many else {})}


def _group(group: dict[str, str], n: int) -> dict[str, str]:
    """The row of a group without its numbers."""
    bare = {name: value if name in _OF_GROUP else "" for name, value in group.items()}
    if n:
        bare |= {"键": f"{group['键']}-{n}", "地区": group["地区"] + _suffix(n)}
    return bare


def _suffix(n: int) -> str:
    return "".join(_SIGNS[int(digit)] for digit in str(n))


def _read(path: Path) -> tuple[list[str], Rows]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    return list(rows[0]), rows


def _write(path: Path, head: Sequence[str], rows: Rows) -> None:
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        out = csv.DictWriter(file, head)
        out.writeheader()
        out.writerows(rows)
