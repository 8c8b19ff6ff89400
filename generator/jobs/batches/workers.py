"""Many tasks at once: in processes of this machine, or on a Dask cluster that is there."""

from __future__ import annotations

import gc
import multiprocessing
import os
from collections import Counter, deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, wait
from concurrent.futures.process import BrokenProcessPool
from typing import TYPE_CHECKING

from generator.jobs.batches.entry import BatchEntry, Outcome
from generator.jobs.batches.task import Task
from generator.model.errors import InputError, Problem
from generator.model.limits import BATCH_SECONDS

if TYPE_CHECKING:
    from distributed import Client
    from pebble import ProcessPool

Work = Callable[[Task], BatchEntry]
_TASKS_A_PROCESS = 500
"""After so many a process makes room for a new one, so that its memory does not grow with the
number of packages: by 500 it has grown by 20 MiB. A new one takes as long as six packages."""
_NEW_OBJECTS = 100_000
"""After so many a process looks for what only holds itself: a package makes a few hundred thousand,
nearly all of which go as they came, and to look 700 by 700, as Python does, takes 5 % of the
time."""
_TRIES = 3
"""How often a package is begun: a process may have died of something else, or taken the pool with
it."""
_AHEAD = 4
"""So many tasks a process are given to the pool at once."""
_LOOK = 1.0
"""So many seconds pass at most before the pool is asked whether it still stands."""
_DIED = "进程几次中断（也许内存不够）；请单独运行这一个"
_NO_PROCESS = "进程起不来（也许内存不够，或者程序正在更新）；请过一会儿再运行一次"
_NOT_BEGUN = ""
_PATIENCE = "15s"
"""How long a scheduler may take to answer."""


def on_this_machine(tasks: Sequence[Task], work: Work, workers: int) -> Iterator[BatchEntry]:
    """Work at the tasks in ``workers`` processes and give each entry as it is done, in any order.

    A process that dies, or that takes longer than BATCH_SECONDS, costs its own package alone, and
    that only the third time; where no process comes up three times, all that are left. When the
    caller stops asking, the processes end.
    """
    waiting, died, in_vain = list(tasks), Counter[str](), 0
    while waiting and in_vain < _TRIES:
        left: list[Task] = []
        in_vain += 1
        for task, result in _one_round(waiting, work, workers):
            if isinstance(result, BatchEntry):
                in_vain = 0
                yield result
                continue
            died[task.name] += result != _NOT_BEGUN
            if died[task.name] < _TRIES:
                left.append(task)
            else:
                yield _failed(task, result)
        waiting = left
    yield from (_failed(task, _NO_PROCESS) for task in waiting)


def _failed(task: Task, message: str) -> BatchEntry:
    return BatchEntry(task.name, Outcome.FAILED, message=message)


def _one_round(
    tasks: Sequence[Task], work: Work, workers: int
) -> Iterator[tuple[Task, BatchEntry | str]]:
    """Each task with its entry, or with why its process gave none: one pool, as long as it holds.

    A pool whose process dies before it has taken a task up breaks: it gives nothing any more, nor
    says so.
    """
    from pebble import ProcessPool

    if not tasks:
        return
    context = multiprocessing.get_context("spawn")
    workers = min(workers, len(tasks))
    pool = ProcessPool(workers, _TASKS_A_PROCESS, context=context)
    rest, begun = deque(tasks), dict[Future[BatchEntry], Task]()
    try:
        while pool.active and (rest or begun):
            while rest and len(begun) < workers * _AHEAD:
                future = _given_to(pool, work, rest[0])
                if future is None:
                    break
                begun[future] = rest.popleft()
            done, _ = wait(begun, timeout=_LOOK, return_when=FIRST_COMPLETED)
            for future in done:
                yield begun.pop(future), _result_of(future)
    finally:
        pool.stop()
        pool.join()
    yield from ((task, _DIED) for task in begun.values())
    yield from ((task, _NOT_BEGUN) for task in rest)


def _prepared(work: Work, task: Task) -> BatchEntry:
    """Work at a task in a process that is there for such work, of this machine or of a cluster."""
    gc.set_threshold(_NEW_OBJECTS)
    return work(task)


def _given_to(pool: ProcessPool, work: Work, task: Task) -> Future[BatchEntry] | None:
    """What a task will give; None where the pool has broken."""
    try:
        return pool.schedule(_prepared, args=[work, task], timeout=BATCH_SECONDS)
    except RuntimeError:
        return None


def _result_of(future: Future[BatchEntry]) -> BatchEntry | str:
    """What a process gave, or why it gave nothing."""
    from pebble import ProcessExpired

    try:
        return future.result()
    except (ProcessExpired, BrokenProcessPool):
        return _DIED
    except TimeoutError:
        return f"{BATCH_SECONDS}秒还没有做完；请单独运行这一个"


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
        begun = {
            client.submit(_prepared, work, task, pure=False, key=_key(task)): task for task in tasks
        }
        for future in as_done(begun):
            error = future.exception()
            if error is None:
                yield future.result()
            else:
                message = f"做这一个的机器都中断了（{type(error).__name__}）；请单独运行这一个"
                yield _failed(begun[future], message)
            future.release()
    finally:
        client.close()


def _key(task: Task) -> tuple[str, str]:
    """What the pages of the scheduler call a task. All tasks of a part are of one sort, as its
    first item says: of each sort a worker keeps a profile of its own for hours."""
    return task.part.value, task.name


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
