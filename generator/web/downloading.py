"""The first draft, handed over as the command line writes it."""

from __future__ import annotations

import datetime as dt

from generator.jobs.desk.issuing import fetch_draft
from generator.web.session import Session
from generator.web.work import hand_over, say, work


async def download(session: Session) -> None:
    """Hand over the Word file of the data and texts as they are."""
    made = await work(
        fetch_draft, session.package, date=dt.datetime.now(), templates=session.templates
    )
    if made is None:
        return
    hand_over(made.data, session.file_name(".初稿.docx"))
    for line in made.warnings:
        say(line)
