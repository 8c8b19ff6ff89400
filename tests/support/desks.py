"""An invented package to be filled in on the workbench, and what stands in its files."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from generator.jobs.desk import SheetGrid, TextItem, TextPiece, grid, texts
from support import invented

FUNDS = "键,名称,金额,用途,方向,列示,项目数\n大棚,蔬菜大棚,12,产业,产业开发,逐项,2\n培训,技能培训,5,就业,劳务协作,逐项,1\n"
FIGURES = "键,名称,数值,单位\n培训.期数,培训班,3,期\n开班.日期,开班日期,2023-05-06,日期\n"
DOCUMENTS = "键,日期,标题,领域\n方案,2023-03-05,协作工作方案,综合\n"
DEPARTMENTS = "部门,联系人,电话,期限,负责\n县就业局,李四,1234,2023-11-10,培训 1.1.1\n"
MEASURES = "键,节,类型,文字,依据\n招聘,就业,做法,组织培训班{培训.期数},\n"
LAST_YEAR = "键,名称,数值,单位\n培训.期数,培训班,2,期\n"


def package(folder: Path, **files: str | bytes | None) -> Path:
    """清河-2023 with last year's beside it; ``files`` as ``invented.package`` takes them."""
    invented.package(
        folder / "清河-2022",
        report_yaml=invented.REPORT.replace("year: 2023", "year: 2022"),
        indicators_csv="代码,数值\n1.1.1,1\n",
        figures_csv=LAST_YEAR,
    )
    written: dict[str, str | bytes | None] = {
        "report_yaml": invented.REPORT + "previous: ../清河-2022\n",
        "indicators_csv": "代码,数值\n1.1.1,2\n",
        "figures_csv": FIGURES,
        "funds_csv": FUNDS,
        "documents_csv": DOCUMENTS,
        "text__lead_md": "清河县举办培训班{培训.期数}。\n",
    }
    return invented.package(folder / "清河-2023", **(written | files))


def cell(shown: SheetGrid, row: int, column: str) -> str:
    """What stands in a cell of a grid, by the number of its row and the name of its column."""
    at = [item.name for item in shown.columns].index(column)
    return next(item.cells[at] for item in shown.rows if item.row == row)


def settings_row(package: Path, row: int) -> tuple[str, ...]:
    """The cells of a row of the settings."""
    shown = grid(package, "report.yaml")
    return next(item.cells for item in shown.rows if item.row == row)


def contents(path: Path) -> dict[str, bytes]:
    """The files of a package but those that nigao keeps for itself."""
    files = (file for file in path.rglob("*") if file.is_file() and ".nigao" not in file.parts)
    return {file.relative_to(path).as_posix(): file.read_bytes() for file in sorted(files)}


def text_item(package: Path, name: str) -> TextItem:
    """The text of that name, as the workbench has it."""
    return next(found for found in texts(package) if found.item == name)


def shown_pieces(pieces: Sequence[TextPiece]) -> list[str]:
    """What a screen shows of pieces: words, chips as ［名称 值］."""
    return [f"［{piece.name} {piece.value}］" if piece.key else piece.text for piece in pieces]
