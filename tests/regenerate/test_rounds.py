"""Ten rounds in a row: records come, go, change places and values while people sort, type and accept.

After each round every record stands in the table once with its value, or a remark says why not.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from lxml import etree
from support import plainword, rounds
from support.rounds import Desk, Rows, W, forget_bookmarks, row_with, rows_of, sort_rows, text_of

from generator.word.author import AUTHOR_NAME
from generator.word.revise.resolver import resolve

pytestmark = pytest.mark.slow
VALUE, NAME = 4, 1
_GROUP = ("东湖区", "产业合作类")


@dataclass
class Story:
    """A desk, what the data say of each record, and what people typed by hand."""

    desk: Desk
    rng: random.Random
    values: dict[str, str] = field(default_factory=dict)
    by_hand: dict[str, str] = field(default_factory=dict)
    count: int = 0

    def __post_init__(self) -> None:
        self.desk.change("projects.csv", self._read)

    def _read(self, rows: Rows) -> None:
        self.values = {row[3]: row[6] for row in rows}

    def data(self) -> None:
        """The data change."""
        works = (self._swap, self._value, self._add, self._remove, self._rename)
        for _ in range(self.rng.randint(1, 3)):
            self.desk.change("projects.csv", self.rng.choice(works))
        self.desk.change("projects.csv", self._read)

    def _own(self, rows: Rows) -> list[int]:
        return [at for at, row in enumerate(rows) if tuple(row[1:3]) == _GROUP]

    def _swap(self, rows: Rows) -> None:
        one, other = self.rng.sample(self._own(rows), 2)
        rows[one], rows[other] = rows[other], rows[one]

    def _value(self, rows: Rows) -> None:
        rows[self.rng.choice(self._own(rows))][6] = str(self.rng.randint(100, 9999))

    def _add(self, rows: Rows) -> None:
        self.count += 1
        at = self.rng.choice(self._own(rows))
        own = [*rows[at]]
        own[0], own[3] = (
            f"n{self.count}",
            f"新村{'甲乙丙丁戊己庚辛壬癸'[self.count % 10]}{self.count}号蜂场项目",
        )
        own[6] = str(self.rng.randint(100, 9999))
        rows.insert(at + 1, own)

    def _remove(self, rows: Rows) -> None:
        own = self._own(rows)
        if len(own) > 3:
            del rows[self.rng.choice(own)]

    def _rename(self, rows: Rows) -> None:
        self.count += 1
        rows[self.rng.choice(self._own(rows))][0] = f"k{self.count}"

    def people(self) -> None:
        """People work on the file."""
        works: tuple[Callable[[etree._Element], None], ...] = (
            self._accept,
            self._accept,
            self._sort,
            self._type,
            self._forget,
            self._leave,
        )
        self.desk.edit(self.rng.choice(works))

    def _leave(self, root: etree._Element) -> None:
        pass

    def _accept(self, root: etree._Element) -> None:
        resolve(root, accept=True, copy=False)

    def _forget(self, root: etree._Element) -> None:
        resolve(root, accept=True, copy=False)
        forget_bookmarks(root)

    def _sort(self, root: etree._Element) -> None:
        resolve(root, accept=True, copy=False)
        own = [name for name in self.values if any(name in text_of(r) for r in rows_of(root, 1))]
        own = [
            name for name in own if name.endswith(("大棚项目", "养殖项目", "车间项目", "蜂场项目"))
        ]
        self.rng.shuffle(own)
        sort_rows(root, own)

    def _type(self, root: etree._Element) -> None:
        resolve(root, accept=True, copy=False)
        names = [name for name in self.values if any(name in text_of(r) for r in rows_of(root, 1))]
        name = self.rng.choice(names)
        cell = row_with(root, name).findall(f"{W}tc")[VALUE]
        nodes = list(cell.iter(f"{W}t"))
        self.by_hand[name] = str(self.rng.randint(10_000, 99_999))
        for node in nodes:
            node.text = ""
        nodes[0].text = self.by_hand[name]

    def check(self) -> None:
        """Every record stands once, with its value or a hand's that is remarked; numbers run up."""
        rows = [row for row in plainword.accepted(self.desk.data).rows if len(row) > 10]
        said = "\n".join(
            note.text for note in plainword.notes(self.desk.data) if note.author == AUTHOR_NAME
        )
        for name, value in self.values.items():
            own = [row for row in rows if row[NAME] == name]
            if not own:
                assert name in said, (name, said)
                continue
            assert len(own) == 1, own
            hand = self.by_hand.get(name)
            told = hand is not None and own[0][VALUE] == hand and hand in said
            assert own[0][VALUE] == value or told, (name, value, own[0], said)
        numbers = [int(row[0]) for row in rows if row[0].isdigit()]
        upward = all(b > a or b == 1 for a, b in zip(numbers, numbers[1:], strict=False))
        assert upward or "序号" in said, numbers


@pytest.mark.parametrize("seed", range(6))
def test_ten_rounds(tmp_path: Path, seed: int) -> None:
    story = Story(Desk.of(rounds.invented(tmp_path / "包")), random.Random(seed))
    for _ in range(10):
        story.people()
        story.data()
        story.desk.regenerate()
        story.check()
