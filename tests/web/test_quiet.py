"""What of the log of the server a person sees: faults of the program, each once, and nothing else."""

from __future__ import annotations

import logging

import pytest
from starlette.requests import ClientDisconnect

from generator.web.quiet import FaultsAlone


@pytest.fixture
def told() -> list[Exception]:
    return []


@pytest.fixture
def log(told: list[Exception]) -> logging.Logger:
    made = logging.Logger("a library")
    made.addHandler(FaultsAlone(told.append))
    return made


@pytest.mark.parametrize(
    "error",
    [
        ClientDisconnect(),
        ConnectionResetError("Connection reset by peer"),
        BrokenPipeError(),
        TimeoutError("no answer"),
        RuntimeError("The client this element belongs to has been deleted."),
    ],
)
def test_a_window_that_was_closed_is_no_fault(
    log: logging.Logger, told: list[Exception], error: Exception
) -> None:
    log.error("Task exception was never retrieved", exc_info=error)
    assert told == []


def test_what_libraries_warn_of_is_dropped(
    log: logging.Logger, told: list[Exception], capsys: pytest.CaptureFixture[str]
) -> None:
    log.warning("http://127.0.0.1/x not found")
    log.warning("Client has been deleted but is still being used.", stack_info=True)
    assert told == [] and capsys.readouterr() == ("", "")


def test_a_fault_of_the_program_is_told_once(log: logging.Logger, told: list[Exception]) -> None:
    for message in ("one", "one", "two"):
        log.error("a job failed", exc_info=KeyError(message))
    assert [str(error) for error in told] == ["'one'", "'two'"]
