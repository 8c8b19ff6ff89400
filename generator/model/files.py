"""The files of a data package by their names in it: what sources, messages and templates call
them."""

from pathlib import Path

from generator.model.regex import regex
from generator.model.rollup import ROLLED

REPORT = "report.yaml"
INDICATORS = "indicators.csv"
FIGURES = "figures.csv"
NAMES = "names.csv"
DEPARTMENTS = "departments.csv"
MAPPING = "mapping.yaml"
README = "README.md"
ROLLED_UP = "汇总说明.md"
TABLE_ENDING = ".csv"
TEXTS, TEXT_ENDING = "text/", ".md"
SECTIONS, TEMPLATE_ENDING = "sections/", ".md.j2"
TEMPLATES = "templates"
COMPILED = "compiled"
"""The folder in it that holds no kind: templates as they come compiled in a wheel."""
_CELL_OF_SHEET = regex(r"(.+)\.(?:xlsx|xlsm|csv|txt|tsv|docx|docm)(?:“.*”| ).*")


def templates_root() -> Path:
    """The folder of the report kinds: installed beside this package, or ``templates/`` of the
    checkout."""
    installed = Path(__file__).parents[1] / "templates"
    return installed if installed.is_dir() else Path(__file__).parents[2] / "templates"


def in_templates(name: str) -> bool:
    """Whether a file of a package belongs to a report kind that the package holds."""
    return name.startswith(f"{TEMPLATES}/")


def record_file(stem: str) -> str:
    """The record file of that stem: documents → documents.csv."""
    return stem + TABLE_ENDING


def text_file(name: str) -> str:
    """The text that people write under that name: lead → text/lead.md."""
    return TEXTS + name + TEXT_ENDING


def section_file(name: str) -> str:
    """The place's own wording of a template of the kind: report → sections/report.md.j2."""
    return SECTIONS + name + TEMPLATE_ENDING


def department_in(source: str) -> str:
    """The department that a cell 来源 names: what stands there, or of a cell of a sheet that was
    brought in the name of its file: 县人社局.xlsx“Sheet1”D4 → 县人社局. A value made of those below
    (汇总：…) names none."""
    if source.startswith(ROLLED):
        return ""
    match = _CELL_OF_SHEET.fullmatch(source)
    return match[1] if match else source


def is_cell_of_sheet(source: str) -> bool:
    """Whether a cell 来源 names a cell of a sheet that was brought in."""
    return _CELL_OF_SHEET.fullmatch(source) is not None
