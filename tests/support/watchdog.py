"""Ends what takes too long, and keeps what never changes between the runs of a fuzzer."""

from __future__ import annotations

import contextlib
import functools
import signal
from collections.abc import Iterator
from types import FrameType
from unittest import mock

from generator.package.read import kind, load, workbookfile

SECONDS = 20
"""What a run may take of the processor; six times as many may pass on the clock."""


class HangError(BaseException):
    """A run that took too long."""


def _late(signum: int, frame: FrameType | None) -> None:
    raise HangError


@contextlib.contextmanager
def limited() -> Iterator[None]:
    """Raise HangError after SECONDS of work: other processes of the machine do not count."""
    signal.signal(signal.SIGPROF, _late)
    signal.signal(signal.SIGALRM, _late)
    signal.setitimer(signal.ITIMER_PROF, SECONDS)
    signal.alarm(6 * SECONDS)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.alarm(0)


@contextlib.contextmanager
def kinds_read_once() -> Iterator[None]:
    """Read each report kind once: a fuzzer changes packages and files, seldom the kinds."""
    once = functools.lru_cache(16)(kind.read_kind)
    patches = [mock.patch.object(module, "read_kind", once) for module in (load, workbookfile)]
    with patches[0], patches[1]:
        yield
