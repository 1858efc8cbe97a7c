"""Which kind of question practice asks next: missed ones soon, known ones ever later.

The boxes are Leitner's: a right answer lifts a kind into the next box, a wrong one drops it into
the first; box n is due again after 2ⁿ rounds. Source: S. Leitner, So lernt man lernen (1972).
"""

from __future__ import annotations

import random

from gradsim.viewmodels.step.predict.progress import Progress

FIRST_KINDS: tuple[str, ...] = (
    "cost:squared_error",
    "activation:sigmoid",
    "previous_activation",
    "weights",
    "product",
    "bias",
    "total",
    "activation:tanh",
    "weighted_sum",
    "delta:sigmoid",
    "passed_back",
    "activation:relu",
    "weight_gradient",
    "cost:half_squared_error",
)
"""What practice begins with, in this order."""


def next_kind(progress: Progress, seed: int, skip: str = "") -> str:
    """The kind to ask: due ones first, the lowest box before the others; then new ones.

    Where nothing is due or new, the one that is due soonest. `skip` is not asked twice in a row
    as long as there is another one to ask. Ties fall by `seed` and the round.
    """
    chance = random.Random(f"{seed}:{progress.round}")
    due = [
        (record.box, record.due, chance.random(), kind)
        for kind, record in progress.kinds.items()
        if record.due <= progress.round and kind != skip
    ]
    if due:
        return min(due)[-1]
    new = next((kind for kind in FIRST_KINDS if kind not in progress.kinds and kind != skip), None)
    if new is not None:
        return new
    waiting = [
        (record.due, record.box, kind) for kind, record in progress.kinds.items() if kind != skip
    ]
    return min(waiting)[-1] if waiting else FIRST_KINDS[0]


def due_count(progress: Progress) -> int:
    """How many kinds that were met are due by now."""
    return sum(record.due <= progress.round for record in progress.kinds.values())
