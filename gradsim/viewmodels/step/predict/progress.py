"""What a learner has answered so far, per kind of question, and how that is kept between runs."""

from __future__ import annotations

import json
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from msgspec import Struct, field
from msgspec.structs import replace

VERSION = 1
BOXES = 5
"""Kinds wander from box 1 (missed) to box 5 (known well); see :mod:`schedule`."""
_MOST_KINDS = 64
_LONGEST_TEXT = 20_000
_LONGEST_KIND = 60
_MOST = 10**9


class KindRecord(Struct, frozen=True):
    """One kind of question: how often asked and right, its box, and the round when it is due."""

    asked: int = 0
    right: int = 0
    box: int = 1
    due: int = 0


def wait_of(box: int) -> int:
    """After how many rounds a kind in `box` is due again: 2, 4, 8, 16, 32."""
    return int(2**box)


class Progress(Struct, frozen=True):
    """Every kind met so far.

    `round` counts the answers that were recorded, `draws` the questions of practice, so that each
    has fresh numbers.
    """

    kinds: Mapping[str, KindRecord] = field(default_factory=lambda: MappingProxyType({}))
    round: int = 0
    draws: int = 0

    @property
    def asked(self) -> int:
        """How many answers were recorded, over all kinds."""
        return sum(each.asked for each in self.kinds.values())

    @property
    def right(self) -> int:
        """How many of them were right."""
        return sum(each.right for each in self.kinds.values())

    def answered(self, kind: str, *, right: bool, helped: bool = False) -> Progress:
        """With one more answer: a missed kind goes back to box 1, a right one up by one.

        A right answer that needed both hints (`helped`) stays in its box.
        """
        known = self.kinds.get(kind, KindRecord())
        box = 1 if not right else known.box if helped else min(known.box + 1, BOXES)
        now = min(self.round + 1, _MOST)
        record = KindRecord(
            min(known.asked + 1, _MOST), min(known.right + right, _MOST), box, now + wait_of(box)
        )
        kinds = {**self.kinds, kind: record}
        if len(kinds) > _MOST_KINDS:
            # The kind known best makes room.
            best = max((each for each in kinds if each != kind), key=lambda each: kinds[each].box)
            del kinds[best]
        return replace(self, kinds=MappingProxyType(kinds), round=now)

    def drawn(self) -> Progress:
        """With one more question of practice."""
        return replace(self, draws=min(self.draws + 1, _MOST))

    def to_text(self) -> str:
        """As JSON, to be remembered."""
        kinds = {
            name: [each.asked, each.right, each.box, each.due] for name, each in self.kinds.items()
        }
        return json.dumps(
            {"version": VERSION, "round": self.round, "draws": self.draws, "kinds": kinds}
        )

    @classmethod
    def from_text(cls, text: str) -> Progress:
        """Read back; whatever is damaged, too long or of another version counts as nothing."""
        if not text or len(text) > _LONGEST_TEXT:
            return cls()
        try:
            read = json.loads(text)
        except (ValueError, RecursionError):
            return cls()
        if not isinstance(read, dict) or read.get("version") != VERSION:
            return cls()
        kinds: Any = read.get("kinds")
        rounds: Any = read.get("round")
        draws: Any = read.get("draws")
        if not isinstance(kinds, dict) or len(kinds) > _MOST_KINDS:
            return cls()
        if not (_is_count(rounds) and _is_count(draws)):
            return cls()
        found = {name: _record(entry) for name, entry in kinds.items()}
        whole = {name: each for name, each in found.items() if each is not None}
        if len(whole) != len(found) or any(len(name) > _LONGEST_KIND for name in whole):
            return cls()
        return cls(MappingProxyType(whole), rounds, draws)


def _record(entry: Any) -> KindRecord | None:
    if not isinstance(entry, list) or len(entry) != 4 or not all(map(_is_count, entry)):
        return None
    asked, right, box, due = entry
    if right > asked or not 1 <= box <= BOXES:
        return None
    return KindRecord(asked, right, box, due)


def _is_count(value: Any) -> bool:
    return type(value) is int and 0 <= value <= 2 * _MOST
