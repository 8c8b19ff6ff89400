"""A small report as its first draft, as people see it, and with other values: what the tests of regeneration edit."""

from __future__ import annotations

from generator.regenerate.base import Base
from support.small import draft

HEAD = ("题", "{号:一、}就业情况")
JOBS = ("就业", "全年实现就业{就业:1286人}，其中脱贫人口{脱贫:305人}，各项工作有序推进。")
FUNDS = ("资金", "到位帮扶资金{资金:5600万元}，同比{增幅:增长12.4%}，资金使用规范。")
SCHOOLS = ("学校", "完成学校结对{学校:35对}、医院结对{医院:12对}，结对关系稳定。")
TABLE = [
    ("表/甲/0", "就业人数"),
    ("表/甲/1", "{就业:1286}"),
    ("表/乙/0", "资金（万元）"),
    ("表/乙/1", "{资金:5600}"),
    ("表/丙/0", "学校"),
    ("表/丙/1", "{学校:35}"),
]
BASE = (HEAD, JOBS, FUNDS, SCHOOLS, *TABLE)


def changed(**values: str) -> Base:
    """The base with other values, by key."""
    lines = []
    for name, text in BASE:
        for key, value in values.items():
            start = text.find(f"{{{key}:")
            if start >= 0:
                text = f"{text[:start]}{{{key}:{value}}}{text[text.index('}', start) + 1 :]}"
        lines.append((name, text))
    return draft("2222", *lines)


def without(*names: str) -> Base:
    """The base without some blocks."""
    return draft("2222", *(line for line in BASE if not line[0].startswith(names)))


PLAIN = [
    "一、就业情况",
    "全年实现就业1286人，其中脱贫人口305人，各项工作有序推进。",
    "到位帮扶资金5600万元，同比增长12.4%，资金使用规范。",
    "完成学校结对35对、医院结对12对，结对关系稳定。",
    "就业人数",
    "1286",
    "资金（万元）",
    "5600",
    "学校",
    "35",
]


def texts(**at: str) -> list[str]:
    """The texts of the base with some lines changed: p1=…; "" leaves the line out."""
    lines = [at.get(f"p{place}", text) for place, text in enumerate(PLAIN)]
    return [line for line in lines if line]


NEW_JOBS = changed(就业="1301人")
JOBS_1301 = texts(p1="全年实现就业1301人，其中脱贫人口305人，各项工作有序推进。", p5="1301人")
ALL_NEW = changed(
    就业="1301人", 脱贫="333人", 资金="6000万元", 增幅="下降3.1%", 学校="40对", 医院="15对"
)
