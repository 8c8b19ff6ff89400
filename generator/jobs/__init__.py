"""One module a command, and in it a function of that name; those of the workbench in ``desk``: the
public Python API (docs/api.md).

In: paths of packages and Word files, a date where one is written. Out: files, and frozen values
that say what was done. Must not know the command line or the clock; chains the stages, and decides
what may be written over what (``output``).
"""

MODULES = (
    "compose",
    "draft",
    "regenerate",
    "text",
    "trace",
    "status",
    "statuses.known_status",
    "statuses.status_tables",
    "statuses.status_json",
    "check",
    "tables",
    "audit",
    "diff",
    "finalize",
    "workbook",
    "new",
    "handout",
    "collect",
    "bring",
    "rollup",
    "view",
    "batch",
    "kind",
    "frames",
    "desk.sheets",
    "desk.changing",
    "desk.texts",
    "desk.writing_texts",
    "desk.pieces",
    "desk.remarks_to_mend",
    "desk.accepted_findings",
    "desk.locating",
    "desk.homepage",
    "desk.brought",
    "desk.departments",
    "desk.collected",
    "desk.edited",
    "desk.issuing",
    "desk.previewing",
    "desk.values",
    "output",
)
"""The modules of the public API; the others serve them."""
