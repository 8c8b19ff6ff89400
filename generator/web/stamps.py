"""Whether anything of a package changed since a window read it."""

from __future__ import annotations

from nicegui import run

from generator.jobs.desk import package_stamp
from generator.model.errors import NigaoError
from generator.web.session import Session


async def stamp_now(session: Session) -> str:
    """The stamp of the package that is open; "" where it cannot be read now, or the server ends."""
    return await run.io_bound(_stamp, session) or ""


def _stamp(session: Session) -> str:
    try:
        return package_stamp(session.package, templates=session.templates)
    except NigaoError:
        return ""
