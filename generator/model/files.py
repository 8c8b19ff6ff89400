"""The files of a data package by their names in it: what sources, messages and templates call
them."""

REPORT = "report.yaml"
INDICATORS = "indicators.csv"
FIGURES = "figures.csv"
NAMES = "names.csv"
MAPPING = "mapping.yaml"
README = "README.md"
TABLE_ENDING = ".csv"
TEXTS, TEXT_ENDING = "text/", ".md"
SECTIONS, TEMPLATE_ENDING = "sections/", ".md.j2"


def record_file(stem: str) -> str:
    """The record file of that stem: documents → documents.csv."""
    return stem + TABLE_ENDING


def text_file(name: str) -> str:
    """The text that people write under that name: lead → text/lead.md."""
    return TEXTS + name + TEXT_ENDING


def section_file(name: str) -> str:
    """The place's own wording of a template of the kind: report → sections/report.md.j2."""
    return SECTIONS + name + TEMPLATE_ENDING
