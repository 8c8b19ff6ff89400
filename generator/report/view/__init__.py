"""The page that answers: one HTML file in which each figure tells where it comes from.

In: a ``Document`` or the view of a Word file, and what is known of its figures and findings. Out:
the text of the page, which needs nothing beside it. Must not know packages, findings, or how
anything was found out: ``jobs.view`` says it.
"""

from generator.report.view.content import (
    FigureCard,
    Opening,
    PageBlock,
    PageContent,
    PageRemark,
    PageSpan,
    PageTask,
    RemarkSide,
    SourceCell,
    TaskGroup,
)
from generator.report.view.file_blocks import blocks_of_file
from generator.report.view.html import as_page
from generator.report.view.report_blocks import blocks_of_report
from generator.report.view.stale import EarlierPage, earlier_page

__all__ = [
    "EarlierPage",
    "FigureCard",
    "Opening",
    "PageBlock",
    "PageContent",
    "PageRemark",
    "PageSpan",
    "PageTask",
    "RemarkSide",
    "SourceCell",
    "TaskGroup",
    "as_page",
    "blocks_of_file",
    "blocks_of_report",
    "earlier_page",
]
