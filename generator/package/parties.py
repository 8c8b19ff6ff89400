"""Those whom a report speaks of or for, as the person who asks for a package names them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec import Struct

from generator.model.errors import Problem, excerpt
from generator.model.kind import Kind, Party
from generator.model.regex import regex

PROVINCE, CITY, COUNTY, TOWNSHIP = range(1, 5)
"""The tier of a level, the highest first."""
_LEVELS = {
    "自治区": PROVINCE,
    "地区": CITY,
    "街道": TOWNSHIP,
    "省": PROVINCE,
    "州": CITY,
    "盟": CITY,
    "市": CITY,
    "县": COUNTY,
    "区": COUNTY,
    "旗": COUNTY,
    "乡": TOWNSHIP,
    "镇": TOWNSHIP,
}
"""What the name of a place ends with: its level, as 县委、县政府 say it, and the tier of that."""
_GAP = "【"
"""How what is not filled in yet begins."""
_PLAIN = regex(r"(?=.*[\u4e00-\u9fff])[\w·（）]+")
"""What a name may be made of: nothing that report.yaml or a template would take for its own."""


class Parties(Struct, frozen=True):
    """Those whom a report speaks of or for, by name; "" for what was not said.

    ``city`` and ``province`` are those of the place, ``partner_city`` is the partner's.
    """

    place: str = ""
    partner: str = ""
    organ: str = ""
    city: str = ""
    province: str = ""
    partner_city: str = ""


_OPTIONS: dict[str, tuple[str, Party | None]] = {
    "organ": ("--organ", None),
    "place": ("--place", Party.PLACE),
    "city": ("--city", Party.PLACE),
    "province": ("--province", Party.PLACE),
    "partner": ("--partner", Party.PARTNER),
    "partner_city": ("--partner-city", Party.PARTNER),
}
"""The option of the command behind a field of ``Parties``, and whom it is about (None: every report
has it)."""


def party_faults(kind: Kind, parties: Parties) -> Iterator[Problem]:
    """What is missing, not asked for by the kind, or no name."""
    for field, (option, party) in _OPTIONS.items():
        name = getattr(parties, field)
        if name and party and party not in kind.parties:
            message = f"“{kind.name}”没有{party.value}"
            yield Problem(message, f"请去掉 {option}", column=option)
        elif name and not _PLAIN.fullmatch(name):
            message = f"写的是“{excerpt(name)}”，名称里有不能用的字符"
            yield Problem(message, "请写全称，不带空格和标点", column=option)
    yield from _missing(kind, parties)


def _missing(kind: Kind, parties: Parties) -> Iterator[Problem]:
    """The names that the kind asks for."""
    if Party.PLACE in kind.parties:
        yield from _faults_of_name("--place", Party.PLACE, parties.place, kind)
    if Party.PARTNER in kind.parties:
        yield from _faults_of_name("--partner", Party.PARTNER, parties.partner, kind)
    if parties.place and parties.place == parties.partner:
        message = f"地方和结对方都写的是“{excerpt(parties.place)}”"
        yield Problem(message, "请改正一个", column="--partner")
    if not parties.organ and (Party.UNIT in kind.parties or not kind.organ):
        yield Problem(f"“{kind.name}”要写明单位", "请加上 --organ 发文机关全称")


def _faults_of_name(option: str, party: Party, name: str, kind: Kind) -> Iterator[Problem]:
    """The name of a place that is not given, or not in full, with its level."""
    if not name:
        yield Problem(f"“{kind.name}”要写明{party.value}", f"请加上 {option} 全称")
    elif not level(name):
        message = f"写的是“{excerpt(name)}”，看不出是县、市还是区"
        yield Problem(message, "请写全称，如 青禾县", column=option)


def level(name: str) -> str:
    """The level that the name of a place ends with; "" where it is none, or nothing is left."""
    return next((word for word in _LEVELS if name.endswith(word) and name != word), "")


def tier(place: Mapping[str, str]) -> int | None:
    """The tier of a place by its level, else by its name; a 市 that names another city as its own
    has that of a county. None where neither is known."""
    name, city = place.get("name", ""), said(place.get("city", ""))
    text = place.get("level", "") or name
    word = next((word for word in _LEVELS if text.endswith(word)), "")
    if word == "市" and city not in ("", name):
        return COUNTY
    return _LEVELS.get(word)


def said(name: str) -> str:
    """A name that was filled in; "" for one that is not yet."""
    return "" if _GAP in name else name
