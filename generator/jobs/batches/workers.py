"""Many tasks at once: in processes of this machine, or on a Dask cluster that is there."""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, as_completed
from concurrent.futures.process import BrokenProcessPool
from typing import TYPE_CHECKING

from generator.jobs.batches.entry import BatchEntry, Outcome
from generator.jobs.batches.task import Task
from generator.model.errors import InputError, Problem
from generator.model.limits import BATCH_SECONDS

if TYPE_CHECKING:
    from distributed import Client

Work = Callable[[Task], BatchEntry]
_TASKS_A_PROCESS = 100
"""After so many a process makes room for a new one, so that its memory does not grow with the
number of packages."""
_TRIES = 3
"""How often a package is begun: a process may have died of something else, or taken the pool with
it."""
_PATIENCE = "15s"
"""How long a scheduler may take to answer."""


def on_this_machine(tasks: Sequence[Task], work: Work, workers: int) -> Iterator[BatchEntry]:
    """Work at the tasks in ``workers`` processes and give each entry as it is done, in any order.

    A process that dies, or that takes longer than BATCH_SECONDS, costs its own package alone, and
    that only the third time. When the caller stops asking, the processes end.
    """
    waiting = list(tasks)
    for attempt in range(1, _TRIES + 1):
        died: list[Task] = []
        for task, result in _one_round(waiting, work, workers):
            if isinstance(result, BatchEntry):
                yield result
            elif attempt < _TRIES:
                died.append(task)
            else:
                yield BatchEntry(task.name, Outcome.FAILED, message=result)
        waiting = died


def _one_round(
    tasks: Sequence[Task], work: Work, workers: int
) -> Iterator[tuple[Task, BatchEntry | str]]:
    """Each task with its entry, or with why its process gave none."""
    from pebble import ProcessExpired, ProcessPool

    if not tasks:
        return
    context = multiprocessing.get_context("spawn")
    pool = ProcessPool(min(workers, len(tasks)), max_tasks=_TASKS_A_PROCESS, context=context)
    try:
        begun: dict[Future[BatchEntry], Task] = {
            pool.schedule(work, args=[task], timeout=BATCH_SECONDS): task for task in tasks
        }
        for future in as_completed(begun):
            try:
                yield begun[future], future.result()
            except (ProcessExpired, BrokenProcessPool):
                yield begun[future], "进程几次中断（也许内存不够）；请单独运行这一个"
            except TimeoutError:
                yield begun[future], f"{BATCH_SECONDS}秒还没有做完；请单独运行这一个"
    finally:
        pool.stop()
        pool.join()


def processors() -> int:
    """How many processes this machine takes."""
    return os.cpu_count() or 1


def on_cluster(tasks: Sequence[Task], work: Work, address: str) -> Iterator[BatchEntry]:
    """Work at the tasks on the Dask cluster whose scheduler has this address (tcp://HOST:8786).

    Its workers need nigao of the same version and the same paths. A worker that dies costs nothing:
    its packages go to others, three times each. Raises InputError where ``distributed`` is not
    installed or nobody answers there.
    """
    client = _client(address)
    from distributed import as_completed as as_done

    try:
        begun = {client.submit(work, task, pure=False, key=_key(task)): task for task in tasks}
        for future in as_done(begun):
            error = future.exception()
            if error is None:
                yield future.result()
            else:
                message = f"做这一个的机器都中断了（{type(error).__name__}）；请单独运行这一个"
                yield BatchEntry(begun[future].name, Outcome.FAILED, message=message)
            future.release()
    finally:
        client.close()


def _key(task: Task) -> str:
    """What the pages of the scheduler call a task."""
    return f"{task.part.value}-{task.name}"


def _client(address: str) -> Client:
    try:
        from distributed import Client
    except ImportError:
        todo = "请运行 pip install 'nigao[cluster]'"
        raise InputError(Problem("--scheduler 要用 distributed，没有装", todo)) from None
    try:
        return Client(address, timeout=_PATIENCE)
    except (OSError, ValueError) as error:
        message = f"连不上调度器（{type(error).__name__}）"
        todo = "请检查地址，例如 tcp://10.0.0.5:8786"
        raise InputError(Problem(message, todo, address)) from None
