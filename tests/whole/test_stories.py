"""First reports of three invented counties, from the starter to the copy to issue, by the commands of the README."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from support.counties import DOUBLED
from support.packages import BROKEN
from support.stories import (
    Clerk,
    a_third,
    everything,
    of_departments,
    rest_of_a_third,
    rest_of_departments,
    strike_out,
)

pytestmark = pytest.mark.slow
NOTHING = re.compile(r"(?<![\d.])0(?:人|次|个|家|万元|期|户|所)")


@pytest.fixture
def clerk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Clerk:
    monkeypatch.chdir(tmp_path)
    return Clerk()


def body(clerk: Clerk, package: str) -> str:
    """The text of the draft up to its last annex, the form; nothing in it may look broken."""
    lines = clerk.nigao(f"text {package}")
    text = "\n".join(
        lines[: lines.index("指标	单位	" + lines[-1].split("县委")[0][2:] + "县")]
    )
    for broken in (BROKEN, DOUBLED, NOTHING):
        assert not broken.search(text), broken.search(text)
    return text


def gaps(text: str) -> set[str]:
    return set(re.findall("【待补：[^】]*】", text))


def test_a_county_with_everything(clerk: Clerk) -> None:
    everything(clerk)
    clerk.nigao("draft 枫溪-2023")
    text = body(clerk, "枫溪-2023")
    assert not gaps(text)
    for words in (
        "县委常委会4次",
        "财政资金4680万元（较上年增长14.15%）",
        "推送岗位5230余个",
        "发布招聘公告26次",
        "9家企业与东部15家企业",
        "等9家企业开展“枫味进望海”展销活动",
        "到枫溪县帮扶（“组团式”帮扶10人，任学校、医院班子成员2人），其中，支教教师12人",
        "乡村建设1540万元（学校改造，示范村建设700万元）",
        "获得社会帮扶资金423万元",
    ):
        assert words in text, words
    assert "奖补政策" not in text
    clerk.nigao("status 枫溪-2023")
    told = clerk.nigao("finalize output/枫溪-2023.docx 枫溪-2023 -o 定稿.docx", status=1)
    assert "核对还有 1 处“错误”，先不要定稿" in told[-1]
    assert Path("定稿.docx").exists()


def test_a_county_with_a_third_of_the_data(clerk: Clerk) -> None:
    a_third(clerk)
    clerk.nigao("draft 石坪-2024")
    text = body(clerk, "石坪-2024")
    assert "较上年" not in text and "云岭" not in text
    assert "到石坪县挂职，其中科级及以下2人；选派专业技术人才" in text
    refused = clerk.nigao("finalize output/石坪-2024.docx 石坪-2024 -o 定稿.docx", status=1)
    assert {gap for line in refused for gap in gaps(line)} == gaps(text) | {"【待补：印发日期】"}
    rest_of_a_third(Path("石坪-2024"))
    clerk.nigao("draft 石坪-2024")
    assert gaps(body(clerk, "石坪-2024")) == {"【待补：东部实际向西部选派专业技术人才】"}
    unknown = "；选派专业技术人才【待补：东部实际向西部选派专业技术人才】到石坪县帮扶"
    strike_out(Path("output/石坪-2024.docx"), unknown, Path("改稿.docx"))
    told = clerk.nigao("finalize 改稿.docx 石坪-2024 -o 定稿.docx", status=1)
    assert "核对还有 1 处“错误”，先不要定稿" in told[-1]
    assert Path("定稿.docx").exists()


def test_a_county_whose_departments_send_sheets(clerk: Clerk) -> None:
    sheets = of_departments(clerk)
    package = Path("竹川-2023")
    before = {path: path.read_bytes() for path in package.rglob("*") if path.is_file()}
    clerk.nigao(f"bring 竹川-2023 {sheets}", status=1)
    assert before == {path: path.read_bytes() for path in package.rglob("*") if path.is_file()}
    settled = "--confirm 2 --confirm 3 --confirm 4 --confirm 5 --confirm 7 --confirm 17=3.3.1 --confirm 18=3.3.1.1"
    clerk.nigao(f"bring 竹川-2023 {sheets} --take {settled}", status=1)
    again = clerk.nigao(f"bring 竹川-2023 {sheets}", status=1)
    assert [line[6:8] for line in again if "→" in line].count("请定") == 3
    departments = clerk.nigao("status 竹川-2023")
    assert any(line.startswith("县人社局	") for line in departments)
    assert not any(line.startswith("县人社局.xlsx") for line in departments)
    rest_of_departments(package)
    clerk.nigao("draft 竹川-2023")
    text = body(clerk, "竹川-2023")
    assert not gaps(text)
    for words in (
        "用于产业帮扶2150万元；用于就业帮扶160万元",
        "销售额3860.5万元",
        "帮助实现就业1340人",
        "援建帮扶车间3个，吸纳农村劳动力就业59人，其中脱贫劳动力29人",
        "5月10日至12日，江湾区区长沈立率团到竹川县考察。",
    ):
        assert words in text, words
    clerk.nigao("finalize output/竹川-2023.docx 竹川-2023 -o 定稿.docx")
    assert Path("定稿.docx").exists()
