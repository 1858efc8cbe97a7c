"""Progress is kept, bounded and mended; missed kinds come back sooner, with fresh numbers."""

from __future__ import annotations

import json

import pytest

from gradsim.viewmodels.step.predict.practice import exercise
from gradsim.viewmodels.step.predict.progress import BOXES, KindRecord, Progress, wait_of
from gradsim.viewmodels.step.predict.schedule import FIRST_KINDS, due_count, next_kind
from gradsim.viewmodels.step.predict.topics import Form


def test_progress_is_read_back_as_it_was_written() -> None:
    progress = Progress().answered("weights", right=True).answered("bias", right=False).drawn()
    again = Progress.from_text(progress.to_text())
    assert again == progress
    assert (again.asked, again.right, again.round, again.draws) == (2, 1, 2, 1)


GOOD = {"version": 1, "round": 3, "draws": 2, "kinds": {"bias": [2, 1, 1, 4]}}


@pytest.mark.parametrize(
    "damage",
    [
        "",
        "no json",
        "[]",
        "null",
        '"text"',
        "[" * 5000,
        json.dumps(GOOD)[:-5],
        json.dumps(GOOD | {"version": 2}),
        json.dumps(GOOD | {"round": -1}),
        json.dumps(GOOD | {"round": True}),
        json.dumps(GOOD | {"draws": "2"}),
        json.dumps(GOOD | {"kinds": []}),
        json.dumps(GOOD | {"kinds": {"bias": [1, 2, 1, 4]}}),
        json.dumps(GOOD | {"kinds": {"bias": [2, 1, 9, 4]}}),
        json.dumps(GOOD | {"kinds": {"bias": [2, 1, 1]}}),
        json.dumps(GOOD | {"kinds": {"bias": [2, 1, 1, 1e9]}}),
        json.dumps(GOOD | {"kinds": {"bias": "2111"}}),
        json.dumps(GOOD | {"kinds": {"b" * 100: [2, 1, 1, 4]}}),
        json.dumps(GOOD | {"kinds": {f"k{n}": [2, 1, 1, 4] for n in range(100)}}),
        json.dumps(GOOD) + " " * 30_000,
        json.dumps(GOOD | {"round": float("nan")}),
    ],
)
def test_damaged_progress_counts_as_none(damage: str) -> None:
    assert Progress.from_text(json.dumps(GOOD)).asked == 2
    assert Progress.from_text(damage) == Progress()


def test_progress_never_outgrows_its_bounds() -> None:
    progress = Progress()
    for number in range(200):
        progress = progress.answered(f"kind{number}", right=number % 2 == 0)
    assert len(progress.kinds) <= 64
    assert "kind199" in progress.kinds
    assert Progress.from_text(progress.to_text()) == progress


def test_a_right_answer_lifts_a_kind_and_a_wrong_one_drops_it_to_the_first_box() -> None:
    progress = Progress()
    for box in (2, 3, 4, 5, 5):
        progress = progress.answered("bias", right=True)
        assert progress.kinds["bias"].box == box
    assert progress.answered("bias", right=False).kinds["bias"].box == 1
    helped = progress.answered("weights", right=True, helped=True)
    assert helped.kinds["weights"].box == 1


def test_boxes_wait_ever_longer() -> None:
    waits = [wait_of(box) for box in range(1, BOXES + 1)]
    assert waits == [2, 4, 8, 16, 32]


def test_a_missed_kind_comes_back_before_one_that_was_right() -> None:
    progress = Progress().answered("weights", right=True).answered("bias", right=False)
    asked = []
    for _ in range(12):
        kind = next_kind(progress, 0)
        asked.append(kind)
        progress = progress.answered(kind, right=True)
    assert asked.index("bias") < asked.index("weights")
    assert asked.index("bias") <= 3


def test_new_kinds_come_in_the_order_of_the_list() -> None:
    progress, asked = Progress(), []
    for _ in range(4):
        kind = next_kind(progress, 0)
        asked.append(kind)
        # Known so well that none is due again among the first ones.
        record = KindRecord(5, 5, BOXES, progress.round + 99)
        progress = Progress({**progress.kinds, kind: record}, progress.round + 1)
    assert tuple(asked) == FIRST_KINDS[:4]


def test_no_kind_is_asked_twice_in_a_row_while_there_are_others() -> None:
    progress = Progress().answered("bias", right=False)
    progress = Progress(progress.kinds, progress.round + 5)
    assert next_kind(progress, 0) == "bias"
    assert next_kind(progress, 0, skip="bias") != "bias"


def test_where_nothing_is_due_or_new_the_soonest_is_asked() -> None:
    kinds = {kind: KindRecord(1, 1, 3, 50 + n) for n, kind in enumerate(FIRST_KINDS)}
    progress = Progress(kinds, 10)
    assert due_count(progress) == 0
    assert next_kind(progress, 0) == FIRST_KINDS[0]


def test_the_schedule_is_the_same_under_the_same_seed() -> None:
    kinds = {kind: KindRecord(1, 0, 1, 1) for kind in FIRST_KINDS}
    drawn = {seed: [next_kind(Progress(kinds, n), seed) for n in range(1, 9)] for seed in range(4)}
    again = {seed: [next_kind(Progress(kinds, n), seed) for n in range(1, 9)] for seed in range(4)}
    assert drawn == again
    assert len({tuple(each) for each in drawn.values()}) > 1


@pytest.mark.parametrize("kind", FIRST_KINDS)
def test_each_draw_has_fresh_numbers_and_the_same_seed_the_same(kind: str) -> None:
    drawn = [exercise(kind, Form.VALUE, seed) for seed in (1, 1, 2, 3)]
    shown = []
    for each in drawn:
        assert each is not None
        assert each.question.kind == kind
        shown.append(tuple(quantity.text for quantity in each.question.visible))
    assert shown[0] == shown[1]
    assert len(set(shown)) == 3


def test_a_kind_that_no_longer_exists_cannot_be_practised() -> None:
    assert exercise("juggling", Form.VALUE, 1) is None
    assert exercise("activation:nonsense", Form.VALUE, 1) is None
    assert exercise("cost:nonsense", Form.VALUE, 1) is None
