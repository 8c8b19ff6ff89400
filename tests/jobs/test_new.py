"""Next year's package where last year's lies elsewhere."""

from __future__ import annotations

from pathlib import Path

from support import invented

from generator.jobs.new import new


def test_a_new_year_elsewhere_still_finds_the_registry(tmp_path: Path) -> None:
    named = invented.REPORT + "names: ../名册.csv\n"
    (tmp_path / "名册.csv").write_text("名称,类别\n王一鸣,人员\n", encoding="utf-8")
    source, target = (
        invented.package(tmp_path / "清河", report_yaml=named),
        tmp_path / "明年" / "清河",
    )
    new(target, source, 2024, templates=invented.templates(tmp_path / "templates"))
    assert "names: ../../名册.csv" in (target / "report.yaml").read_text(encoding="utf-8")
