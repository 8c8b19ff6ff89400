"""Counties of one city and a short form that says how each of its rows is rolled up."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from pathlib import Path

from generator.jobs.counties import counties_of
from generator.jobs.rollup import RollingUp, rollup
from generator.jobs.trial import loaded
from generator.model.dataset import Dataset
from generator.model.kind import Kind
from generator.package.rollup import County
from support import invented

CATALOGUE = """\
代码,层级,指标,单位,类型,键,上级,关系,等于,公式,汇总
1,0,一、就业和资金,,标题,,,,,,
1.1,2,1.帮助就业人数,人,数,就业.合计,1,,,{就业.赴东部}+{就业.省内},合计
1.1.1,3,其中：赴东部就业,人,数,就业.赴东部,1.1,合计,,,列出并合计
1.1.2,3,省内就业,人,数,就业.省内,1.1,合计,,,合计
1.2,2,2.是否出台政策,是/否,是否,政策.出台,1,,,,不汇总
1.3,2,3.到位资金,万元,数,资金.到位,1,,,,合计
1.4,2,4.已用资金,万元,数,资金.已用,1,,,,合计
1.5,2,5.资金使用率,%,数,资金.使用率,1,,,{资金.已用}/{资金.到位}*100,重算
1.6,2,6.领导调研情况,,文字,调研.领导,1,,,,列出
1.7,2,7.户均收入,元,数,收入.户均,1,,,,
"""
NAMES = ("青禾县", "白石县", "黑河县", "红岩县", "绿洲县", "紫云县")


def kinds(folder: Path) -> Path:
    """The report kinds with the short form."""
    invented.templates(folder)
    for year in (2022, 2023):
        path = folder / invented.KIND / "catalogue" / f"{year}.csv"
        path.write_text(CATALOGUE, encoding="utf-8")
    return folder


def county(
    folder: Path, name: str, form: Mapping[str, str], year: int = 2023, **files: str
) -> Path:
    """The package of a county: the cells of its form by code, further files as ``invented``."""
    report = invented.REPORT.replace("清河县", name).replace("year: 2023", f"year: {year}")
    rows = "".join(f"{code},{text}\n" for code, text in form.items())
    return invented.package(
        folder / f"{name}-{year}", report_yaml=report, indicators_csv=f"代码,数值\n{rows}", **files
    )


def city(folder: Path, name: str, form: Mapping[str, str], **files: str) -> Path:
    """The package of a city, as ``county``."""
    rows = "".join(f"{code},{text}\n" for code, text in form.items())
    return invented.package(
        folder / f"{name}-2023",
        report_yaml=_report_of_city(name),
        indicators_csv=f"代码,数值\n{rows}",
        **files,
    )


def _report_of_city(name: str) -> str:
    report = invented.REPORT.replace("清河县", name).replace(
        "city: 云山市", "city: 【待补：所在市】"
    )
    return report.replace("我县", "我市").replace("level: 县", "level: 市")


def above(
    folder: Path, templates: Path, form: Mapping[str, str] | None = None
) -> tuple[Dataset, Kind]:
    """The package of 云山市 as read."""
    rows = "".join(f"{code},{text}\n" for code, text in (form or {}).items())
    files = {
        "report.yaml": _report_of_city("云山市").encode(),
        "indicators.csv": f"代码,数值\n{rows}".encode(),
    }
    return loaded(files, folder / "云山市-2023", templates)


def read(paths: Sequence[Path], templates: Path) -> list[County]:
    """The counties as read."""
    return counties_of(paths, paths[0].parent / "云山市-2023", None, templates)


def contents(folder: Path) -> dict[str, bytes]:
    """The files of a folder by their name; none where there is no such folder."""
    return {path.name: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def cells(path: Path, key: str = "代码") -> dict[str, dict[str, str]]:
    """The rows of a CSV file by their key."""
    text = path.read_text(encoding="utf-8-sig")
    return {row[key]: row for row in csv.DictReader(io.StringIO(text))}


def rolled(
    folder: Path,
    kinds: Path,
    *forms: dict[str, str],
    take: set[int] | None = frozenset(),  # type: ignore[assignment]
) -> RollingUp:
    """云山市 made, or made again, of counties with these forms."""
    paths = [county(folder, name, form) for name, form in zip(NAMES, forms, strict=False)]
    return rollup(folder / "云山市-2023", paths, templates=kinds, take=take)


def form_of(folder: Path) -> dict[str, dict[str, str]]:
    """The form of that city, by code."""
    return cells(folder / "云山市-2023" / "indicators.csv")
