"""Next year's package where last year's lies elsewhere."""

from __future__ import annotations

from pathlib import Path

from support import invented

from generator.jobs.new import new


def test_a_new_year_elsewhere_names_what_must_be_put_beside_it(tmp_path: Path) -> None:
    named = invented.REPORT + "names: ../名册.csv\n"
    (tmp_path / "名册.csv").write_text("名称,类别\n王一鸣,人员\n", encoding="utf-8")
    source, target = (
        invented.package(tmp_path / "清河", report_yaml=named),
        tmp_path / "明年" / "清河",
    )
    package = new(target, source, 2024, templates=invented.templates(tmp_path / "templates"))
    settings = (target / "report.yaml").read_text(encoding="utf-8")
    assert "names: ../名册.csv" in settings
    assert "previous: ../清河" in settings
    assert package.todo[:2] == (
        "上年数据包不在旁边，请复制到 ../清河，否则不写增长情况",
        "共用名册不在旁边，请复制到 ../名册.csv",
    )
