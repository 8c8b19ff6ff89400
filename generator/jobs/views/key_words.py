"""What people call what they only know the key of."""

from __future__ import annotations

from generator.model.regex import regex

_ONE_CELL = regex(r"(\w+)\[([^\[\]=]+)\]\.(.+)")
"""A cell: 互访[区长来会宁].开始."""
SUMMED = regex(r"(\w+)\((\w+)(?:\.(\w+))?((?:\[[^\[\]]*\])*)\)")
"""What is made of several: 合计(资金.金额[方向=产业开发])."""
_CHOSEN = regex(r"\[[^\[\]=]*=([^\[\]]*)\]")
_CODE = regex(r"[(){}\[\]*/=+]")


def words_of_key(key: str) -> str:
    """A key in words, for where nothing is called by a name of its own.

    例：
        >>> words_of_key("资金.财政.总额"), words_of_key("互访[区长来会宁].开始")
        ('资金财政总额', '互访“区长来会宁”的开始')
        >>> words_of_key("合计(资金.金额[方向=产业开发])")
        '资金金额合计（产业开发）'
        >>> words_of_key("合计(会议.次数键)")
        '会议次数合计'
        >>> words_of_key("计数(社会捐赠.村)*{社会捐赠.每村金额}")
        '算出来的数'
    """
    cell = _ONE_CELL.fullmatch(key)
    if cell:
        return f"{cell[1]}“{cell[2]}”的{cell[3].replace('.', '')}"
    made = SUMMED.fullmatch(key)
    if made:
        chosen = "、".join(dict.fromkeys(_CHOSEN.findall(made[4])))
        which = f"（{chosen}）" if chosen else ""
        column = (made[3] or "").removesuffix("键")
        return f"{made[2]}{column}{made[1]}{which}"
    return "算出来的数" if _CODE.search(key) else key.replace(".", "")
