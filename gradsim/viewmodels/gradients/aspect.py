"""One thing about a project in which others can differ."""

from __future__ import annotations

from collections.abc import Hashable

from msgspec import Struct

from gradsim.viewmodels.messages import Message


class Aspect(Struct, frozen=True):
    """One thing about a project: what it is compared by, and how it is said.

    A key of None is of a project in which the thing has no effect: it differs from no other.
    """

    key: Hashable
    message: Message

    def differs(self, other: Aspect) -> bool:
        """Whether the two say different things."""
        return None not in (self.key, other.key) and self.key != other.key
