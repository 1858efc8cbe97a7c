"""What the race says: who leads, whose layers move first, who is out."""

from __future__ import annotations

import numpy as np

from gradsim.engine import Problem
from gradsim.engine.training.divergence import Divergence
from gradsim.project.race import SHARES
from gradsim.viewmodels import words
from gradsim.viewmodels.notation import Notation, using
from gradsim.viewmodels.race.moment import RacerMoment
from gradsim.viewmodels.race.wording import (
    aside_message,
    movement_messages,
    score_message,
    standing,
    standing_messages,
)

NAN = float("nan")


def racer(
    number: int,
    cost: float = 1.0,
    right: float = NAN,
    firsts: tuple[int, ...] = (1, 1),
    *,
    kind: str = "squared_error",
    divergence: Divergence | None = None,
) -> RacerMoment:
    table = np.array([[0.0, 2.0, right, NAN, NAN], [10.0, cost, right, NAN, NAN]])
    steps = np.array([firsts] * len(SHARES))
    return RacerMoment(number, kind, 10, table, steps, divergence)


def told(racers: list[RacerMoment]) -> list[str]:
    return [words.text(each) for each in standing_messages(racers)]


def moved(racers: list[RacerMoment]) -> list[str]:
    return [words.text(each) for each in movement_messages(racers, 0.01)]


def test_the_lower_cost_leads_by_so_many_times() -> None:
    assert told([racer(1, 0.5), racer(2, 0.01)]) == [
        "Racer 2 leads: the cost is 0.01000, against 0.5000 for racer 1, which is 50.0 times as "
        "much."
    ]


def test_three_are_told_in_order() -> None:
    said = told([racer(1, 0.5), racer(2, 0.25), racer(3, 1.0)])
    assert said[1] == "In order of cost: racer 2 (0.2500), racer 1 (0.5000), racer 3 (1.000)."


def test_a_tie_a_zero_and_one_alone_are_told_as_such() -> None:
    assert told([racer(1, 0.5), racer(2, 0.5)]) == [
        "Nobody leads: the best cost, 0.5000, is that of racers 1, 2."
    ]
    assert "times" not in told([racer(1, 0.5), racer(2, 0.0)])[0]
    assert "times" not in told([racer(1, 0.5), racer(2, 0.51)])[0], "1.0 times says nothing"
    assert told([racer(3, 0.5)]) == ["Racer 3 has the cost 0.5000, at the start 2.000."]


def test_different_costs_are_ordered_by_right_answers_where_all_have_them() -> None:
    said = told([racer(1, 9.0, 0.9), racer(2, 0.1, 0.5, kind="binary_cross_entropy")])
    assert "different costs" in said[0]
    assert said[1] == (
        "Racer 1 leads: 90.0 % of the answers are right, against 50.0 % for racer 2."
    )
    said = told([racer(1, 9.0), racer(2, 0.1, 0.5, kind="binary_cross_entropy")])
    assert len(said) == 1
    assert "cannot be compared" in said[0]


def test_who_is_out_is_named_with_step_and_layer_and_never_leads() -> None:
    out = racer(1, 0.001, divergence=Divergence("forward", 12, 2, "z"))
    said = told([out, racer(2, 0.5)])
    assert said[0].startswith("Racer 2 has the cost")
    assert said[1] == "Racer 1 is out. Step 12: the forward pass overflowed at z of layer 2."
    lost = racer(1, divergence=Divergence("cost", 6, 5))
    assert told([lost])[1].startswith("Racer 1 is out at layer 5. Step 6: the cost")
    assert [each.number for each in standing([out, racer(2, 0.5)])] == [2, 1]
    assert told([out])[0] == "Nobody is left in the race."


def test_who_could_not_start_is_told_with_the_reason() -> None:
    empty = np.zeros((len(SHARES), 0), np.int64)
    aside = RacerMoment(2, "probe", 0, np.empty((0, 5)), empty, problem=Problem("It is too wide."))
    said = told([racer(1), aside])
    assert said[-1] == "Racer 2 could not start. It is too wide."
    assert len(said) == 2, "its cost is no reason not to order the others"


def test_the_numbers_of_a_racer_stand_beside_its_start() -> None:
    assert words.text(score_message(racer(1, 0.5))) == "cost 0.5000, at the start 2.000"
    assert words.text(score_message(racer(1, 0.5, 0.75))).endswith("; 75.0 % right")


def test_samples_kept_aside_are_told_where_there_are_some() -> None:
    assert aside_message(racer(1)) is None
    seen = racer(1)
    seen.table[-1, 3:] = 0.25, NAN
    told_of = aside_message(seen)
    assert told_of is not None
    assert words.text(told_of) == "kept aside: cost 0.2500"
    seen.table[-1, 4] = 0.5
    told_of = aside_message(seen)
    assert told_of is not None
    assert words.text(told_of) == "kept aside: cost 0.2500; 50.0 % right"


def test_layers_tell_who_was_first_and_who_is_still() -> None:
    said = moved([racer(1, firsts=(8, 2, 1)), racer(2, firsts=(0, 0, 1))])
    assert said == [
        "Layer 1 has moved by 1 % of its size: racer 1 at step 8, racer 2 not yet.",
        "First to move, layer by layer: 1–2: racer 1; 3: racers 1, 2.",
        "Racer 1: layer 3 moved first (step 1), layer 1 last (step 8).",
        "Racer 2: layers 1–2 have not moved so far.",
    ]


def test_racers_of_unlike_depth_are_compared_where_both_have_the_layer() -> None:
    said = moved([racer(1, firsts=(3,)), racer(2, firsts=(1, 5))])
    assert "Racer 2 was first at every layer that has moved." in said
    assert "Racer 1: every layer moved at step 3." in said


def test_nothing_moved_is_told_for_all_and_for_one_layer() -> None:
    assert moved([racer(1, firsts=(0, 0))])[-1] == "Racer 1: no layer has moved so far."
    assert moved([racer(1, firsts=(0, 4))])[-1] == "Racer 1: layer 1 has not moved so far."


def test_layers_are_called_as_the_notation_counts() -> None:
    with using(Notation(first_index=0)):
        said = moved([racer(1, firsts=(8, 0))])
    assert said[0].startswith("Layer 0 has moved")
    assert said[-1] == "Racer 1: layer 1 has not moved so far."
