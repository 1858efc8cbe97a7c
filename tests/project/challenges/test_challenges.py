"""Each challenge fails as it begins and is solved by what its hints say; the rules compare."""

from __future__ import annotations

import math

import numpy as np
import pytest
from msgspec.structs import replace

from gradsim.engine import Choice
from gradsim.engine.activations import ACTIVATIONS
from gradsim.engine.training import Plan
from gradsim.project import edits
from gradsim.project.challenges import CHALLENGES, Reading, RunSeen, measured
from gradsim.project.model import Project
from gradsim.project.training import Run
from tests.project.challenges.solutions import (
    SOLUTIONS,
    Solution,
    evidence_of,
    graded,
    hidden,
    run_seen,
    typed_as_drawn,
)

STAGES = [(name, place) for name, each in CHALLENGES.items() for place in range(len(each.stages))]


def test_there_are_ten_each_with_hints_and_a_reason() -> None:
    assert len(CHALLENGES) == 10
    assert list(SOLUTIONS) == list(CHALLENGES)
    for name, challenge in CHALLENGES.items():
        assert challenge.name == name
        assert challenge.reason
        for stage in challenge.stages:
            assert len(stage.hints) >= 2
            assert stage.rules
            assert (stage.steps > 0) == (stage.means == "training")


@pytest.mark.parametrize(("name", "place"), STAGES)
def test_a_part_is_not_reached_where_it_begins(name: str, place: int) -> None:
    found = graded(CHALLENGES[name], place, None)
    assert not found.broken
    assert not found.reached
    assert all(not math.isnan(each.value) for each in found.readings), "everything is measured"


@pytest.mark.parametrize(("name", "place"), STAGES)
def test_a_part_is_reached_by_its_solution(name: str, place: int) -> None:
    found = graded(CHALLENGES[name], place, SOLUTIONS[name][place])
    assert [each.name for each in found.broken] == []
    assert [each for each in found.readings if not each.met] == []
    assert found.reached


@pytest.mark.parametrize(("name", "place"), STAGES)
def test_nothing_is_reached_before_anything_is_measured(name: str, place: int) -> None:
    evidence = replace(evidence_of(CHALLENGES[name], place, None), measured=None, run=None)
    found = CHALLENGES[name].stages[place].grade(evidence)
    assert not found.reached
    assert all(math.isnan(each.value) for each in found.readings)


def test_the_reasons_speak_of_what_is_measured() -> None:
    def first_and_lost(name: str) -> tuple[float, float]:
        measurement = measured(CHALLENGES[name].start()).measurement
        delta = measurement.columns.log10("delta", "l2")
        first = measurement.columns.log10("weight_gradient", "l2")[0]
        return float(first), float(delta.max() - delta.min())

    assert round(first_and_lost("fifty_learn")[0]) == -34
    assert "10⁻³⁴" in CHALLENGES["fifty_learn"].reason
    lost = first_and_lost("level_by_initialization")[1]
    assert lost == pytest.approx(49 * math.log10(math.sqrt(3)), abs=0.2)
    assert round(lost) == 12
    assert "10⁻¹²" in CHALLENGES["level_by_initialization"].reason


@pytest.mark.parametrize("rate", [2.0, 5.0, 10.0])
def test_the_last_hint_on_clipping_holds_for_other_rates(rate: float) -> None:
    clipped = Plan(rate=rate, clip="norm", clip_at=0.1 / rate)
    seen = run_seen(CHALLENGES["clipping"].start(), clipped, 200)
    assert not seen.diverged
    assert seen.last_cost < 0.5


def broken(name: str, place: int, solution: Solution) -> list[str]:
    return [each.name for each in graded(CHALLENGES[name], place, solution).broken]


def test_a_gradient_of_zero_is_not_small_but_cut_off() -> None:
    zeros = Solution(lambda each: edits.set_weights(each, each.layer_ids[-1:], Choice("zeros")))
    faded = graded(CHALLENGES["vanish"], 0, zeros)
    assert faded.readings[0].value == -math.inf
    assert not faded.readings[0].met


def test_small_weights_under_tanh_take_the_last_layer_with_them() -> None:
    tiny = Solution(lambda each: edits.set_gain(each, hidden(each), 0.01))
    first, last = graded(CHALLENGES["vanish"], 0, tiny).readings
    assert first.met
    assert not last.met


def test_another_depth_width_seed_cost_or_data_breaks_the_rules() -> None:
    assert broken("vanish", 0, Solution(edits.add_layer)) == ["sizes"]
    widened = Solution(lambda each: edits.set_units(each, hidden(each), 9))
    assert broken("vanish", 0, widened) == ["sizes"]
    assert broken("vanish", 0, Solution(edits.new_draw)) == ["problem"]
    other = Solution(lambda each: edits.set_cost(each, "half_squared_error"))
    assert broken("vanish", 0, other) == ["problem"]
    fewer = Solution(lambda each: edits.set_data_option(each, "samples", 32))
    assert broken("vanish", 0, fewer) == ["problem"]


def test_a_layer_put_in_for_another_is_another_draw() -> None:
    def replaced(project: Project) -> Project:
        first = project.layer_ids[0]
        return edits.delete_layers(edits.duplicate_layers(project, (first,)), (first,))

    def swapped(project: Project) -> Project:
        return edits.move_layers(project, project.layer_ids[1:2], 3)

    start, now = CHALLENGES["xor"].start(), replaced(CHALLENGES["xor"].start())
    assert now.network.widths == start.network.widths
    assert not np.array_equal(
        measured(now).parameters.weights[0], measured(start).parameters.weights[0]
    )
    assert "sizes" in broken("xor", 0, Solution(replaced, steps=1))
    assert "sizes" in broken("vanish", 0, Solution(swapped))


def test_tanh_does_not_explode_by_the_last_layer_alone() -> None:
    far_off = Choice.of("constant", value=1e6)
    for edit in (
        lambda each: edits.set_gain(each, each.layer_ids[-1:], 1000.0),
        lambda each: edits.set_bias(each, each.layer_ids[-1:], far_off),
    ):
        found = graded(CHALLENGES["explode"], 0, Solution(edit))
        assert found.readings[0].met
        assert [each.name for each in found.broken] == ["output"]


def test_numbers_typed_in_break_the_rule_even_where_they_change_nothing() -> None:
    assert broken("explode", 0, Solution(lambda each: typed_as_drawn(each, 0))) == ["typed"]


def test_the_activation_is_kept_where_the_task_says_so() -> None:
    other = Solution(lambda each: edits.set_activation(each, hidden(each), Choice("identity")))
    assert broken("explode", 0, other) == ["activations"]
    assert broken("level_by_activation", 0, other) == ["no_identity"]


@pytest.mark.parametrize(
    "straight",
    [
        Choice("identity"),
        Choice.of("leaky_relu", slope=1.0),
        Choice.of("leaky_relu", slope=0.97),
        Choice.of("leaky_relu", slope=1.05),
        Choice.of("celu", alpha=100.0),
        Choice("hardsigmoid"),
    ],
)
def test_an_identity_is_known_by_its_function_not_by_its_name(straight: Choice) -> None:
    def all_straight(project: Project) -> Project:
        return edits.set_activation(project, hidden(project), straight)

    def one_straight(project: Project) -> Project:
        selu = SOLUTIONS["level_by_activation"][0].edit(project)
        return edits.set_activation(selu, selu.layer_ids[20:21], straight)

    assert broken("level_by_activation", 0, Solution(all_straight)) == ["no_identity"]
    assert broken("level_by_activation", 0, Solution(one_straight)) == ["no_identity"]


@pytest.mark.parametrize(
    "bent",
    [Choice(name) for name in ACTIVATIONS if name not in ("identity", "hardsigmoid", "softmax")]
    + [Choice.of("leaky_relu", slope=0.5), Choice.of("leaky_relu", slope=2.0)],
)
def test_an_activation_that_bends_is_no_identity(bent: Choice) -> None:
    other = Solution(lambda each: edits.set_activation(each, hidden(each), bent))
    assert broken("level_by_activation", 0, other) == []


def test_selu_is_not_the_only_activation_that_holds_fifty_layers_level() -> None:
    others = Solution(
        lambda each: edits.set_activation(each, hidden(each), Choice.of("elu", alpha=1.6))
    )
    assert graded(CHALLENGES["level_by_activation"], 0, others).reached


def test_two_layers_may_not_be_changed_where_one_is_asked_for() -> None:
    both = Solution(lambda each: edits.set_weights(each, each.layer_ids[-2:], Choice("zeros")))
    assert broken("cut_off", 0, both) == ["one_layer"]


def test_a_layer_with_numbers_typed_in_is_changed() -> None:
    def zeros_and_one_number(project: Project) -> Project:
        cut = edits.set_weights(project, project.layer_ids[-1:], Choice("zeros"))
        return edits.set_weight(cut, project.layer_ids[0], 1, 1, 5.0)

    def zeros_typed(project: Project) -> Project:
        return edits.set_weights_matrix(project, project.layer_ids[-1], np.zeros((1, 6)))

    assert broken("cut_off", 0, Solution(zeros_and_one_number)) == ["one_layer"]
    assert broken("cut_off", 0, Solution(lambda each: typed_as_drawn(each, 0))) == []
    assert graded(CHALLENGES["cut_off"], 0, Solution(zeros_typed)).reached


@pytest.mark.parametrize("name", ["batch_norm", "layer_norm", "rms_norm"])
def test_the_wire_is_not_cut_by_a_normalization_that_still_learns(name: str) -> None:
    def silenced(project: Project) -> Project:
        last_hidden = project.layer_ids[2]
        normalized = edits.set_normalization(project, (last_hidden,), Choice(name))
        return edits.set_remedy_values(normalized, last_hidden, "scale", [0.0] * 6)

    assert broken("cut_off", 0, Solution(silenced)) == ["remedies"]


def test_relu_may_not_be_saved_by_taking_the_biases_back() -> None:
    back = Solution(lambda each: edits.set_bias(each, hidden(each), Choice("zeros")))
    assert broken("relu", 1, back) == ["biases"]


def test_one_number_does_not_break_the_symmetry_and_three_are_too_many() -> None:
    one = Solution(lambda each: edits.set_weight(each, each.layer_ids[1], 1, 1, 0.1))
    shared, changed = graded(CHALLENGES["symmetry"], 0, one).readings
    assert shared.value == 4.0
    assert changed.value == 1.0
    drawn = Solution(lambda each: edits.set_weights(each, each.layer_ids, Choice("glorot_normal")))
    shared, changed = graded(CHALLENGES["symmetry"], 0, drawn).readings
    assert shared.met
    assert not changed.met
    assert changed.value == 18.0


def test_two_equal_numbers_leave_two_copies_of_each_other() -> None:
    def same(project: object) -> object:
        second = project.layer_ids[1]  # type: ignore[attr-defined]
        return edits.set_weight(edits.set_weight(project, second, 1, 1, 0.1), second, 2, 2, 0.1)  # type: ignore[arg-type]

    shared, changed = graded(CHALLENGES["symmetry"], 0, Solution(same)).readings  # type: ignore[arg-type]
    assert changed.met
    assert shared.value == 4.0


def test_a_run_is_held_by_clipping_and_not_by_a_lower_rate() -> None:
    slower = Solution(plan=Plan(rate=0.1), steps=200)
    assert broken("clipping", 1, slower) == ["only_clipping"]
    warmed = Solution(plan=Plan(rate=2.0, warm_up=50), steps=200)
    assert broken("clipping", 1, warmed) == ["only_clipping"]


@pytest.mark.parametrize(
    ("name", "plan"),
    [
        ("xor", Plan(rate=1.0, validation=0.75)),
        ("fifty_learn", Plan(rate=0.1, validation=0.98)),
    ],
)
def test_samples_kept_aside_count_in_the_cost(name: str, plan: Plan) -> None:
    steps = CHALLENGES[name].stages[0].steps
    trained = Run(CHALLENGES[name].start(), plan)
    trained.advance(steps)
    assert trained.history.column("cost")[-1] < 0.05, "the few samples trained on are learnt"
    found = graded(CHALLENGES[name], 0, Solution(plan=plan, steps=steps))
    assert not found.reached
    assert found.readings[0].value > 0.5


def test_a_run_that_learns_may_keep_samples_aside() -> None:
    plan = Plan(Choice("adam"), 0.001, validation=0.25)
    kept = Solution(SOLUTIONS["fifty_learn"][0].edit, plan, 300)
    assert graded(CHALLENGES["fifty_learn"], 0, kept).reached


def test_steps_beyond_the_limit_do_not_count() -> None:
    seen = RunSeen(300, ((50, 0.4), (100, 0.2), (150, 0.01)), diverged=False)
    assert seen.lowest_cost(100) == (100, 0.2)
    assert seen.lowest_cost(300) == (150, 0.01)
    step, cost = seen.lowest_cost(10)
    assert step == 0
    assert math.isnan(cost)


@pytest.mark.parametrize(
    ("sense", "value", "met"),
    [
        ("below", 1.0, False), ("below", 0.9, True), ("at_most", 1.0, True),
        ("above", 1.0, False), ("above", 1.1, True), ("at_least", 1.0, True),
        ("below", -math.inf, False), ("above", math.inf, False), ("below", math.nan, False),
        ("zero", -math.inf, True), ("zero", math.nan, False), ("zero", -300.0, False),
        ("infinite", math.inf, True), ("infinite", 1e300, False), ("infinite", math.nan, False),
    ],
)  # fmt: skip
def test_a_reading_is_met_by_its_sense(sense: str, value: float, met: bool) -> None:
    assert Reading("", value, sense, 1.0).met == met  # type: ignore[arg-type]
