"""Many packages at once: every one is an entry, whatever happens to it."""

from __future__ import annotations

import csv
import datetime as dt
import gc
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from support import invented
from support.commands import run
from support.packages import ROOT
from support.province import names, province

from generator.cli.commands import batch as command
from generator.jobs import batch as job
from generator.jobs.batch import Outcome, Part, batch
from generator.jobs.batches import workers
from generator.jobs.batches.entry import BatchEntry
from generator.jobs.batches.manifest import NAME, add_to_manifest, begin_manifest, read_manifest
from generator.jobs.batches.task import Task, make
from generator.model.errors import NigaoError

DATE = dt.datetime(2023, 11, 27)


@pytest.fixture
def kinds(tmp_path: Path) -> Path:
    return invented.templates(tmp_path / "kinds")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("清河", "云山市/白河", "云山市/黑河"):
        invented.package(tmp_path / "全部" / name)
    return tmp_path / "全部"


def made(folder: Path, kinds: Path, part: Part = Part.DRAFT) -> dict[str, BatchEntry]:
    """Makes the packages of a folder in this process, one after the other, as ``run`` does in others."""
    planned = batch(folder, folder.parent / "成品", date=DATE, part=part, templates=kinds)
    begin_manifest(planned.output, planned.known)
    entries = {task.name: make(task) for task in planned.tasks}
    for entry in entries.values():
        add_to_manifest(planned.output, entry)
    return entries


def outcomes(entries: dict[str, BatchEntry]) -> dict[str, Outcome]:
    return {name: entry.outcome for name, entry in entries.items()}


def test_each_package_goes_where_it_lies(folder: Path, kinds: Path) -> None:
    assert outcomes(made(folder, kinds)) == dict.fromkeys(
        ("云山市/白河", "云山市/黑河", "清河"), Outcome.WRITTEN
    )
    written = {
        path.relative_to(folder.parent / "成品").as_posix()
        for path in (folder.parent / "成品").rglob("*.docx")
    }
    assert written == {"云山市/白河.docx", "云山市/黑河.docx", "清河.docx"}


@pytest.mark.parametrize("inside", ["清河", "清河/成品", "云山市/白河/text"])
def test_nothing_is_written_into_a_package(folder: Path, kinds: Path, inside: str) -> None:
    output = folder / inside
    before = sorted(folder.rglob("*"))
    with pytest.raises(NigaoError) as refused:
        batch(folder, output, date=DATE, templates=kinds)
    assert str(refused.value) == (
        f"{output}：这是一个数据包，成品不能写到里面。请用 -o 另给一个文件夹。"
    )
    assert sorted(folder.rglob("*")) == before
    assert batch(folder, folder / "成品", date=DATE, templates=kinds).tasks


@pytest.mark.parametrize(
    ("part", "ending"), [(Part.CHECK, ".检查.html"), (Part.TABLES, "-附表.docx")]
)
def test_other_parts(folder: Path, kinds: Path, part: Part, ending: str) -> None:
    entries = made(folder, kinds, part)
    assert {entry.outcome for entry in entries.values()} == {Outcome.WRITTEN}
    assert (folder.parent / "成品" / f"清河{ending}").stat().st_size > 0


# What is done between two runs, and what becomes of 清河 in the second one.
CHANGES = {
    "nothing": (lambda folder: None, Outcome.SAME),
    "a cell": (
        lambda folder: (folder / "清河/indicators.csv").write_text(
            invented.INDICATORS.replace("120", "121"), encoding="utf-8"
        ),
        Outcome.WRITTEN,
    ),
    "the file is gone": (
        lambda folder: (folder.parent / "成品/清河.docx").unlink(),
        Outcome.WRITTEN,
    ),
    "a fault": (
        lambda folder: (folder / "清河/indicators.csv").write_text(
            "代码,数值\n9.9,1\n", encoding="utf-8"
        ),
        Outcome.FAILED,
    ),
}


@pytest.mark.parametrize("change", CHANGES)
def test_the_second_run_makes_what_changed(folder: Path, kinds: Path, change: str) -> None:
    made(folder, kinds)
    act, expected = CHANGES[change]
    act(folder)
    again = outcomes(made(folder, kinds))
    assert again == {"云山市/白河": Outcome.SAME, "云山市/黑河": Outcome.SAME, "清河": expected}


def test_what_failed_is_tried_again(folder: Path, kinds: Path) -> None:
    (folder / "清河/indicators.csv").write_text("代码,数值\n9.9,1\n", encoding="utf-8")
    first = made(folder, kinds)["清河"]
    assert first.failed and "indicators.csv 第2行" in first.message
    (folder / "清河/indicators.csv").write_text(invented.INDICATORS, encoding="utf-8")
    assert made(folder, kinds)["清河"].outcome is Outcome.WRITTEN


def test_a_workbook_that_is_no_package_is_no_failure(folder: Path, kinds: Path) -> None:
    from openpyxl import Workbook

    Workbook().save(folder / "人社局.xlsx")
    (folder / "坏.xlsx").write_bytes(b"no zip")
    (folder / "~$坏.xlsx").write_bytes(b"")
    for name in ("老.xls", "老.ET"):
        (folder / name).write_bytes(b"old")
    entries = made(folder, kinds)
    for name in ("老.xls", "老.ET"):
        assert entries[name].outcome is Outcome.FOREIGN
        assert "是旧格式的工作簿，读不了。请在 Excel 或 WPS 里打开，另存为" in entries[name].message
    assert {name: entries[name].outcome for name in ("人社局.xlsx", "坏.xlsx")} == dict.fromkeys(
        ("人社局.xlsx", "坏.xlsx"), Outcome.FOREIGN
    )
    assert "没有“设置”工作表，不是数据包工作簿" in entries["人社局.xlsx"].message
    assert "不是能读的 .xlsx 工作簿，或者已经损坏" in entries["坏.xlsx"].message
    assert "~$坏.xlsx" not in entries


def test_packages_of_one_year(folder: Path, kinds: Path) -> None:
    report = folder / "清河/report.yaml"
    report.write_text(
        report.read_text(encoding="utf-8").replace("year: 2023", "year: 2022"), encoding="utf-8"
    )
    planned = batch(folder, folder.parent / "成品", date=DATE, year=2023, templates=kinds)
    assert [task.name for task in planned.tasks] == ["云山市/白河", "云山市/黑河"]


@pytest.mark.parametrize(
    ("where", "message"),
    [("没有", "没有这个文件夹"), ("全部/清河", "这是一个数据包"), ("kinds", "里面没有数据包")],
)
def test_a_wrong_folder(folder: Path, kinds: Path, where: str, message: str) -> None:
    with pytest.raises(NigaoError, match=message):
        batch(folder.parent / where, folder.parent / "成品", date=DATE, templates=kinds)


@pytest.mark.parametrize("output", ["已有.xlsx", "已有.xlsx/成品"])
def test_a_file_where_the_output_should_go(folder: Path, kinds: Path, output: str) -> None:
    (folder.parent / "已有.xlsx").write_bytes(b"a person's")
    words = ("batch", folder, "-o", folder.parent / output, "--templates", kinds)
    status, lines, _ = run(*words)
    named = folder.parent / "已有.xlsx"
    assert status == 1
    assert lines == [f"错误：{named}：已有这个名字的文件，不是文件夹。请用 -o 换一个名字。"]
    assert named.read_bytes() == b"a person's"


@pytest.mark.parametrize(
    ("outcomes", "said"),
    [
        ([Outcome.WRITTEN] * 2, "2 个数据包：已写出 2。检查"),
        (
            [Outcome.WRITTEN, Outcome.FAILED, Outcome.FOREIGN, Outcome.FOREIGN],
            "2 个数据包：已写出 1，没有做成 1。另有 2 个工作簿不是数据包。检查",
        ),
        ([Outcome.FOREIGN], "0 个数据包。另有 1 个工作簿不是数据包。检查"),
    ],
)
def test_what_is_no_package_is_not_counted_as_one(
    capsys: pytest.CaptureFixture[str], outcomes: list[Outcome], said: str
) -> None:
    entries = [BatchEntry(f"第{at}个", outcome) for at, outcome in enumerate(outcomes)]
    command._print(entries, Path("清单.csv"))
    assert capsys.readouterr().out.startswith(said)


def test_two_packages_for_one_file(folder: Path, kinds: Path) -> None:
    (folder / "清河.xlsx").write_bytes(b"")
    with pytest.raises(NigaoError, match=r"清河.xlsx：和“清河”都要写到 清河.docx"):
        batch(folder, folder.parent / "成品", date=DATE, templates=kinds)


# --- the manifest ---------------------------------------------------------------------------------------------------

ONE = BatchEntry(
    "甲", Outcome.WRITTEN, "甲.docx", errors=1, seconds=0.5, made_of="aa", content="bb"
)
TWO = BatchEntry("乙", Outcome.FAILED, message="第一行\n第二行，“引号”")


def test_the_manifest_holds_the_last_entry_of_each(tmp_path: Path) -> None:
    begin_manifest(tmp_path, [])
    for entry in (ONE, TWO, BatchEntry("甲", Outcome.SAME, "甲.docx")):
        add_to_manifest(tmp_path, entry)
    known = read_manifest(tmp_path)
    assert known["甲"].outcome is Outcome.SAME
    assert known["乙"].message == "第一行 第二行，“引号”"


def test_a_line_that_was_not_finished_counts_as_not_there(tmp_path: Path) -> None:
    begin_manifest(tmp_path, [ONE])
    with (tmp_path / NAME).open("ab") as file:
        file.write("乙,已写出,乙.docx,0,0".encode())
    assert list(read_manifest(tmp_path)) == ["甲"]
    (tmp_path / NAME).write_text("随便写的\n什么,都有\n", encoding="utf-8")
    assert read_manifest(tmp_path) == {}


SPOILT = {
    "a cell longer than csv takes by itself": "乙," + "长" * 200_000,
    "a quote that never ends": '乙,"' + "长" * 200_000,
    "a count of thousands of digits": "乙,已写出,乙.docx," + "1" * 5_000 + ",0,0,0,0,1,a,b,",
    "characters that no file has": "乙\0\r,\x1e,",
    "a line that is too short": "乙,已写出,乙.docx,0,0,0,0,0,1",
}


@pytest.mark.parametrize("line", SPOILT.values(), ids=SPOILT)
def test_a_line_that_a_person_spoilt_counts_as_not_there(tmp_path: Path, line: str) -> None:
    begin_manifest(tmp_path, [ONE])
    with (tmp_path / NAME).open("ab") as file:
        file.write(f"{line}\n".encode())
    assert list(read_manifest(tmp_path)) == ["甲"]


# --- processes ------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def counties(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Eight full counties, and a package that cannot be read."""
    folder = tmp_path_factory.mktemp("省") / "省"
    province(folder, 8)
    (folder / "坏-2023").mkdir()
    (folder / "坏-2023" / "report.yaml").write_text("kind: 没有\n", encoding="utf-8")
    return folder


WORDS = ("--year", "2023", "--workers", "2")


def rows(output: Path) -> dict[str, str]:
    with (output / NAME).open(encoding="utf-8-sig", newline="") as file:
        return {row["数据包"]: row["状态"] for row in csv.DictReader(file)}


@pytest.mark.slow
def test_the_command(counties: Path, tmp_path: Path) -> None:
    code, errors, output = run("batch", counties, "-o", tmp_path, *WORDS)
    assert code == 1
    assert errors == ["没有做成 坏-2023：report.yaml“year”：缺少这一项。请补上。"]
    assert output.startswith("9 个数据包：已写出 8，没有做成 1。")
    assert rows(tmp_path) == {f"{name}-2023": "已写出" for name in names(8)} | {
        "坏-2023": "没有做成"
    }


def assert_all_written(states: dict[str, str]) -> None:
    """A package whose process died behind its writing is found as it should be (没有变化)."""
    assert states.pop("坏-2023") == "没有做成"
    assert len(states) == 8 and set(states.values()) <= {"已写出", "没有变化"}


def started(*words: object) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "generator", "batch", *map(str, words)]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def wait_for_lines(output: Path, count: int) -> None:
    """Waits until so many packages are done. Raises AssertionError after two minutes."""
    for _ in range(1200):
        if (output / NAME).exists() and len(read_manifest(output)) >= count:
            return
        time.sleep(0.1)
    raise AssertionError("no progress")


@pytest.mark.slow
def test_a_killed_batch_goes_on(counties: Path, tmp_path: Path) -> None:
    process = started(counties, "-o", tmp_path, *WORDS)
    wait_for_lines(tmp_path, 2)
    process.kill()
    process.wait()
    before = {
        name: (tmp_path / f"{name}.docx").read_bytes()
        for name, state in rows(tmp_path).items()
        if state == "已写出"
    }
    assert run("batch", counties, "-o", tmp_path, *WORDS)[0] == 1
    assert set(rows(tmp_path)) == {f"{name}-2023" for name in names(8)} | {"坏-2023"}
    assert all((tmp_path / f"{name}.docx").read_bytes() == data for name, data in before.items())
    assert not list(tmp_path.glob(".nigao-*"))


@pytest.mark.slow
@pytest.mark.skipif(not hasattr(os, "fork"), reason="looks for the processes as a Unix shows them")
def test_a_process_that_dies_costs_nothing(counties: Path, tmp_path: Path) -> None:
    process = started(counties, "-o", tmp_path, *WORDS)
    wait_for_lines(tmp_path, 1)
    children = subprocess.run(
        ["pgrep", "-P", str(process.pid), "-f", "spawn_main"], capture_output=True, text=True
    ).stdout.split()
    os.kill(int(children[0]), signal.SIGKILL)
    assert process.wait() == 1
    assert_all_written(rows(tmp_path))


def test_a_process_looks_seldom_for_what_only_holds_itself(folder: Path, kinds: Path) -> None:
    """The same in a process of the pool and in a worker of a cluster."""
    planned = batch(folder, folder.parent / "成品", date=DATE, templates=kinds)
    before, during = gc.get_threshold(), []

    def work(task: Task) -> BatchEntry:
        during.append(gc.get_threshold()[0])
        return BatchEntry(task.name, Outcome.SAME)

    try:
        assert workers._prepared(work, planned.tasks[0]).outcome is Outcome.SAME
    finally:
        gc.set_threshold(*before)
    assert during == [workers._NEW_OBJECTS] and during[0] > before[0]


@pytest.fixture
def cluster(tmp_path: Path) -> Iterator[tuple[str, list[subprocess.Popen[bytes]]]]:
    """A scheduler and two workers, each a process of its own: the address, the workers."""
    address_file = tmp_path / "scheduler.json"
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    scheduler = subprocess.Popen(
        [
            sys.executable,
            "-m",
            "distributed.cli.dask_scheduler",
            "--port",
            "0",
            "--dashboard-address",
            ":0",
            "--scheduler-file",
            str(address_file),
        ],
        **quiet,
    )
    workers = [
        subprocess.Popen(
            [
                sys.executable,
                "-m",
                "distributed.cli.dask_worker",
                "--scheduler-file",
                str(address_file),
                "--nthreads",
                "1",
                "--no-nanny",
                "--no-dashboard",
                "--local-directory",
                str(tmp_path),
            ],
            **quiet,
        )
        for _ in range(2)
    ]
    for _ in range(600):
        if address_file.exists() and address_file.stat().st_size:
            break
        time.sleep(0.1)
    yield json.loads(address_file.read_text())["address"], workers
    for process in (*workers, scheduler):
        process.kill()
        process.wait()


@pytest.mark.slow
def test_on_a_cluster_a_worker_may_die(
    counties: Path, tmp_path: Path, cluster: tuple[str, list[subprocess.Popen[bytes]]]
) -> None:
    address, workers = cluster
    here, there = tmp_path / "here", tmp_path / "there"
    run("batch", counties, "-o", here, *WORDS)
    process = started(counties, "-o", there, "--year", "2023", "--scheduler", address)
    wait_for_lines(there, 1)
    workers[0].kill()
    assert process.wait() == 1
    assert_all_written(rows(there))
    for name in names(8):
        assert (there / f"{name}-2023.docx").read_bytes() == (
            here / f"{name}-2023.docx"
        ).read_bytes()


def test_a_scheduler_that_is_not_there(
    folder: Path, kinds: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("generator.jobs.batches.workers._PATIENCE", "0.2s")
    planned = batch(folder, folder.parent / "成品", date=DATE, templates=kinds)
    with pytest.raises(NigaoError, match="连不上调度器"):
        list(job.run(planned, scheduler="tcp://127.0.0.1:1"))
