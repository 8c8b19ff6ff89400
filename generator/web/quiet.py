"""What the libraries of the workbench log: a window that was closed is no fault, and what is one is
told in one line, by whoever started the server."""

from __future__ import annotations

import logging
from collections.abc import Callable

from starlette.requests import ClientDisconnect

_BROKEN_OFF = (ConnectionError, ClientDisconnect, TimeoutError)
"""What is raised where a browser goes while it is served."""
_GONE = "has been deleted"
"""What NiceGUI says of a window that is closed already."""


class FaultsAlone(logging.Handler):
    """Hands the errors that are faults of the program to ``tell``, each once; all other records are
    dropped: they are English, and about requests that nobody waits for any more."""

    def __init__(self, tell: Callable[[Exception], None]) -> None:
        super().__init__(logging.WARNING)
        self._tell, self._told = tell, set[str]()

    def emit(self, record: logging.LogRecord) -> None:
        """Tell what is a fault."""
        error = record.exc_info[1] if record.exc_info else None
        if not isinstance(error, Exception) or _is_broken_off(error):
            return
        said = f"{type(error).__qualname__} {error}"
        if said not in self._told:
            self._told.add(said)
            self._tell(error)


def _is_broken_off(error: Exception) -> bool:
    return isinstance(error, _BROKEN_OFF) or _GONE in str(error)
