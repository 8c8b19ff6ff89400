"""Only what stands right below the place above is added up there."""

from __future__ import annotations

import pytest
from support import counties_below as below

from generator.model.dataset import Dataset
from generator.model.kind import Kind
from generator.model.settings import Settings
from generator.package.rollup import County, level_faults

Place = tuple[str, ...]
"""The name, the level and, where it is said, the city of a place."""
CITY: Place = ("云山市", "市", "【待补：所在市】")
COUNTY: Place = ("青禾县", "县", "云山市")
OTHER: Place = ("白石县", "县", "云山市")
COUNTY_CITY: Place = ("黑河市", "市", "云山市")
PROVINCE: Place = ("北原省", "省")
TOWN: Place = ("河口镇", "镇", "云山市")


@pytest.fixture(scope="module")
def kind(tmp_path_factory: pytest.TempPathFactory) -> Kind:
    folder = tmp_path_factory.mktemp("kinds")
    return below.above(folder, below.kinds(folder / "kinds"))[1]


def told(above: Place, places: tuple[Place, ...], kind: Kind, *, word: bool = False) -> list[str]:
    counties = []
    for place in places:
        settings = Settings(kind=kind.name, year=2023, place=_settings(place))
        dataset = Dataset("", settings, (), (), {})
        counties.append(County(f"{place[0]}-2023", dataset, kind, form_only=word))
    return list(map(str, level_faults(counties, _settings(above))))


def _settings(place: Place) -> dict[str, str]:
    return dict(zip(("name", "level", "city"), place, strict=False))


@pytest.mark.parametrize(
    ("above", "places"),
    [
        (CITY, (COUNTY, OTHER, ("江南区", "区", "云山市"), ("草原旗", "旗"))),
        (CITY, (COUNTY, COUNTY_CITY)),
        (("大云州", "州"), (("青禾县", "县", "大云州"), ("黑河市", "市", "大云州"))),
        (("大云州", "州"), (("青禾县", "县", "北原省大云山地族自治州"), ("白石县", "县", "大云"))),
        (("大云州", "州"), (("青禾县", "县", "【待补：所在市】"), ("白石县", "县", ""))),
        (("兴安盟", ""), (("草原旗", ""), ("山城县", ""))),
        (PROVINCE, (CITY, ("大云州", "州"), ("兴安盟", "盟"), ("林海地区", "地区"))),
        (("南疆自治区", "自治区"), (CITY, ("林海地区", "地区"))),
        (PROVINCE, (CITY, ("直管县", "县"), ("直管市", "市", ""))),
        (COUNTY, (TOWN, ("城关街道", "街道"), ("山前乡", "乡"))),
        (COUNTY_CITY, (TOWN,)),
        (CITY, (TOWN, ("城关街道", "街道", "云山市"))),
        (("某地", ""), (CITY, COUNTY)),
        (CITY, (("某团场", ""),)),
    ],
)
def test_what_stands_right_below_is_right(
    above: Place, places: tuple[Place, ...], kind: Kind
) -> None:
    assert told(above, places, kind) == []


ORDER = "第一个要写上一级的数据包，后面写下一级的；级别在 report.yaml 的 level。"
ITS_CITY = "汇总的要是下一级的；县级市请在它的 report.yaml 里写明 city（所在市）。"


@pytest.mark.parametrize(
    ("above", "places", "faults"),
    [
        (COUNTY, (OTHER,), [f"白石县-2023：白石县和青禾县同级，不是它的下一级。{ORDER}"]),
        (COUNTY_CITY, (OTHER,), [f"白石县-2023：白石县和黑河市同级，不是它的下一级。{ORDER}"]),
        (COUNTY, (CITY,), [f"云山市-2023：云山市比青禾县级别高，不是它的下一级。{ORDER}"]),
        (
            ("大云市", "市"),
            (("青禾县", "县", "大云市"), CITY),
            [f"云山市-2023：云山市和大云市同级，不是它的下一级。{ITS_CITY}"],
        ),
        (CITY, (COUNTY, CITY), ["云山市-2023：是云山市自己的数据包。汇总的要是下一级的，请核对。"]),
        (
            PROVINCE,
            (CITY, COUNTY, COUNTY_CITY),
            [
                "青禾县-2023：青禾县属云山市，不是北原省的下一级。请先汇总到云山市，再用云山市的数据包。",
                "黑河市-2023：黑河市属云山市，不是北原省的下一级。请先汇总到云山市，再用云山市的数据包。",
            ],
        ),
        (
            CITY,
            (COUNTY, TOWN),
            ["河口镇-2023：河口镇是乡镇一级，别的是县一级。请先汇总到县，再用县的数据包。"],
        ),
        (
            ("大云市", "市"),
            (("青禾县", "县", "大云市"), OTHER),
            [
                "白石县-2023：白石县写的是属云山市，不是大云市。"
                "请换成大云市的，或改正它的 report.yaml 里的 city。"
            ],
        ),
        (
            ("大云州", ""),
            (("兴安盟", ""),),
            [f"兴安盟-2023：兴安盟和大云州同级，不是它的下一级。{ORDER}"],
        ),
    ],
)
def test_what_does_not_is_a_line(
    above: Place, places: tuple[Place, ...], faults: list[str], kind: Kind
) -> None:
    assert told(above, places, kind) == faults


def test_a_word_file_does_not_say_whose_a_city_is(kind: Kind) -> None:
    assert told(CITY, (("黑河市", "市"),), kind, word=True) == []
    assert len(told(COUNTY, (("白石县", "县"),), kind, word=True)) == 1
