"""The coach's advice: measured, small, honest about what it is expected to bring."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from gradsim.engine.cancellation import Cancelled
from gradsim.engine.network import Layer, Network
from gradsim.engine.options import Choice
from gradsim.engine.remedies import Residual
from gradsim.engine.verdict.records import Quantity, Verdict, VerdictKind
from gradsim.engine.verdict.rules import level_log10
from gradsim.project import edits
from gradsim.project.coaching.advising import WORK, Advice, advise, at_the_minimum, plan
from gradsim.project.coaching.candidates import candidates
from gradsim.project.coaching.changes import Change
from gradsim.project.coaching.draws import Question, Yardstick, draw, draw_of, seeds_of
from gradsim.project.model import DataSource, Project, with_ids
from gradsim.project.presets import preset
from gradsim.viewmodels.simulation import simulate

BATCH = Question(None, "weight_gradient", None)


def stack(
    depth: int,
    activation: str,
    weights: Choice,
    *,
    units: int = 8,
    bias: Choice | None = None,
    cost: str = "half_squared_error",
) -> Project:
    """`depth` layers of `units` on 16 Gaussian samples, the last one identity."""
    zeros = Choice.of("zeros") if bias is None else bias
    layers = [Layer(units, Choice.of(activation), weights, zeros) for _ in range(depth - 1)]
    layers.append(Layer(2, Choice.of("identity"), Choice.of("glorot_normal"), Choice.of("zeros")))
    network = Network(units, with_ids(layers), cost)
    return Project("", 3, network, (), DataSource.of("gaussian", samples=16))


def verdict_on(project: Project, asked: Question = BATCH) -> Verdict:
    return simulate(project, asked.sample).verdict(asked.quantity, asked.statistic)


def advice_on(project: Project, asked: Question = BATCH) -> Advice:
    return advise(project, verdict_on(project, asked), asked)


def came_to(project: Project, asked: Question, yardstick: Yardstick) -> float:
    """The number that the window shows of a project."""
    result = simulate(project, asked.sample)
    verdict, made = result.verdict(asked.quantity, asked.statistic), result.materials
    level = level_log10(
        result.measurement, made.network, made.parameters, asked.quantity, verdict.statistic
    )
    return draw_of(verdict, level, project.seed).value(yardstick)


@pytest.mark.parametrize("sample", [None, 1])
@pytest.mark.parametrize("quantity", ["weight_gradient", "delta"])
@pytest.mark.parametrize(
    "name",
    [
        "first_look",
        "ten_sigmoid_layers",
        "zero_initialization",
        "constant_initialization",
        "exploding_tanh",
    ],
)
def test_what_comes_lies_within_what_was_expected(
    name: str, quantity: Quantity, sample: int | None
) -> None:
    asked = Question(sample, quantity, None)
    project = preset(name)
    advice = advice_on(project, asked)
    assert advice.change is not None
    assert advice.changed is not None
    assert advice.expected is not None
    assert advice.change.applied(project) == advice.changed
    values = advice.expected.values(advice.yardstick)
    assert len(advice.expected.each) == 8
    came = came_to(advice.changed, asked, advice.yardstick)
    assert values[0] <= came <= values[-1]
    healed = verdict_on(advice.changed, asked)
    assert healed.kind is VerdictKind.HEALTHY


def test_the_first_draw_is_the_projects_own_to_the_last_bit() -> None:
    project = preset("ten_sigmoid_layers")
    own = draw(project, project.seed, BATCH)
    assert own.trend == verdict_on(project).decades
    assert seeds_of(project, 3) == (project.seed, project.seed + 1, project.seed + 2)
    other = draw(project, project.seed + 1, BATCH)
    assert other == draw(edits.set_seed(project, project.seed + 1), project.seed + 1, BATCH)
    assert other.trend != own.trend


def test_a_healthy_network_is_told_so_and_nothing_is_measured() -> None:
    advice = advice_on(preset("ten_relu_he_layers"))
    assert advice.verdict.kind is VerdictKind.HEALTHY
    assert advice.change is None
    assert advice.tried == 0


def test_a_cost_at_its_minimum_calls_for_no_change() -> None:
    project = stack(3, "identity", Choice.of("zeros"))
    zeros = [[0.0] * 8] * 2, [[0.0] * 2] * 2
    project = edits.set_data(project, DataSource.inline(*zeros))
    advice = advice_on(project)
    assert advice.verdict.kind is VerdictKind.ZERO
    assert at_the_minimum(advice.verdict)
    assert advice.change is None
    assert advice.tried == 0


def test_exploding_weights_are_made_smaller_by_their_gain_alone() -> None:
    project = preset("exploding_tanh")
    advice = advice_on(project)
    assert advice.change is not None
    (remedy,) = advice.change.remedies
    assert remedy.setting == "weights"
    assert remedy.choice.name == "lecun_normal"
    assert dict(remedy.choice.options).get("gain", 1.0) < 2.0
    assert remedy.layers == tuple(range(1, 20))


def test_overflow_is_answered_by_smaller_weights_or_activations_that_hold() -> None:
    project = stack(80, "elu", Choice.of("normal", std=1e6), units=16)
    advice = advice_on(project)
    assert advice.verdict.kind is VerdictKind.OVERFLOW
    assert advice.change is not None
    assert advice.changed is not None
    assert verdict_on(advice.changed).kind is not VerdictKind.OVERFLOW
    assert advice.expected is not None
    assert advice.expected.each[0].trend == came_to(advice.changed, BATCH, Yardstick.trend)


def test_dead_units_are_brought_back_by_the_bias_that_killed_them() -> None:
    project = stack(4, "relu", Choice.of("he_normal"), bias=Choice.of("constant", value=-20.0))
    advice = advice_on(project)
    assert advice.verdict.kind is VerdictKind.DEAD
    assert advice.change is not None
    assert [remedy.setting for remedy in advice.change.remedies] == ["bias"]
    assert advice.changed is not None
    assert verdict_on(advice.changed).kind is VerdictKind.HEALTHY


def test_equal_weights_are_made_to_differ() -> None:
    advice = advice_on(preset("constant_initialization"))
    assert advice.verdict.kind is VerdictKind.SYMMETRIC
    assert advice.change is not None
    assert {remedy.setting for remedy in advice.change.remedies} == {"weights"}
    assert advice.changed is not None
    assert verdict_on(advice.changed).kind is VerdictKind.HEALTHY


def test_vanishing_everywhere_is_measured_against_what_the_cost_sent() -> None:
    project = stack(12, "relu", Choice.of("normal", std=0.05))
    advice = advice_on(project)
    assert advice.verdict.everywhere
    assert advice.yardstick is Yardstick.level
    assert advice.changed is not None
    assert verdict_on(advice.changed).kind is VerdictKind.HEALTHY


def typed(project: Project) -> Project:
    """Every hidden layer's numbers typed as they are drawn."""
    for layer in project.layers[:-1]:
        weights, biases = edits.current_numbers(project, layer.id)
        project = edits.set_numbers(project, {layer.id: (weights, biases)})
    return project


def test_typed_numbers_are_left_alone() -> None:
    project = typed(preset("ten_sigmoid_layers"))
    tried = candidates(project, verdict_on(project))
    assert tried
    for change, made in tried:
        assert made.parameters == project.parameters
        for remedy in change.remedies:
            assert remedy.setting not in ("weights", "bias") or remedy.layers == (10,)


def test_a_way_past_helps_where_typed_numbers_are_far_too_small() -> None:
    project = typed(stack(6, "tanh", Choice.of("normal", std=1e-4)))
    advice = advice_on(project, Question(None, "delta", None))
    assert advice.change is not None
    (remedy,) = advice.change.remedies
    assert (remedy.setting, remedy.choice.name) == ("residual", "pre")
    assert advice.changed is not None
    assert advice.changed.parameters == project.parameters
    assert all(layer.residual == Residual(form="pre") for layer in advice.changed.layers[:-1])
    assert verdict_on(advice.changed, Question(None, "delta", None)).kind is VerdictKind.HEALTHY


def test_normalizations_and_ways_past_are_tried_where_there_are_none() -> None:
    project = stack(4, "sigmoid", Choice.of("glorot_normal"))
    project = edits.set_normalization(project, project.layer_ids[:1], Choice.of("rms_norm"))
    project = edits.set_units(project, project.layer_ids[1:2], 5)
    found = {
        (remedy.setting, remedy.choice.name): remedy.layers
        for change, _ in candidates(project, verdict_on(project))
        for remedy in change.remedies
        if remedy.setting in ("normalization", "residual")
    }
    assert found == {
        ("normalization", "batch_norm"): (2, 3),
        ("normalization", "layer_norm"): (2, 3),
        ("residual", "pre"): (1,),
        ("residual", "post"): (1,),
    }, "a layer that has one keeps it, and the way past joins layers of one width"


def test_sigmoids_mended_by_normalization_are_measured_as_the_window_shows_them() -> None:
    project = stack(20, "sigmoid", Choice.of("glorot_normal"))
    change, made = next(
        (change, made)
        for change, made in candidates(project, verdict_on(project))
        if change.remedies[0].choice.name == "batch_norm"
    )
    assert change.size(project) == 5.0
    assert change.applied(project) == made
    before = came_to(project, BATCH, Yardstick.trend)
    after = draw(made, project.seed, BATCH).trend
    assert after == came_to(made, BATCH, Yardstick.trend)
    assert before < -8.0
    assert abs(after) < 2.0


def test_a_single_sample_is_not_advised_a_normalization_over_the_batch() -> None:
    project = stack(6, "sigmoid", Choice.of("glorot_normal"))
    asked = Question(1, "delta", None)
    advice = advice_on(project, asked)
    whole = len(candidates(project, verdict_on(project, asked)))
    assert advice.tried == whole - 1, "one sample has no spread to normalize by"


def test_where_only_typed_numbers_could_help_it_says_that_nothing_does() -> None:
    project = stack(6, "tanh", Choice.of("normal", std=1e-12))
    # No two layers of one width, so that there is no way past that leaves a gradient as it is.
    for index, units in enumerate((7, 6, 5, 4, 3)):
        project = edits.set_units(project, project.layer_ids[index : index + 1], units)
    project = typed(project)
    advice = advice_on(project, Question(None, "delta", None))
    assert advice.verdict.kind is not VerdictKind.HEALTHY
    assert advice.change is None
    assert advice.changed is None
    assert advice.expected is not None
    assert advice.tried > 0


@pytest.mark.parametrize("name", ["first_look", "zero_initialization", "exploding_tanh"])
def test_no_candidate_touches_widths_cost_data_or_the_outputs_activation(name: str) -> None:
    project = preset(name)
    found = candidates(project, verdict_on(project))
    made = [each for _, each in found]
    assert len(made) > 20
    for each in made:
        assert each.network.widths == project.network.widths
        assert each.network.cost == project.network.cost
        assert each.data == project.data
        assert each.seed == project.seed
        assert each.output.activation == project.output.activation
        assert each != project
    assert len({(each.network, each.title) for each in made}) == len(made)


def test_a_gain_is_the_smallest_change_unless_it_is_many_times_larger() -> None:
    project = preset("ten_sigmoid_layers")
    hidden = tuple(range(1, 10))

    gains = [
        change
        for change, _ in candidates(project, verdict_on(project))
        if len(change.remedies) == 1 and change.remedies[0].choice.name == "glorot_normal"
    ]
    (critical,) = gains
    assert critical.remedies[0].layers == hidden
    assert dict(critical.remedies[0].choice.options)["gain"] == pytest.approx(103.0**0.5, rel=0.01)
    assert 2.0 < critical.size(project) < 3.0


def test_a_large_network_is_tried_less_and_only_when_asked() -> None:
    small, large = preset("first_look"), stack(60, "sigmoid", Choice.of("glorot_normal"), units=800)
    large = replace(large, data=DataSource.of("gaussian", samples=2000))
    few, many = plan(large, BATCH), plan(small, BATCH)
    assert not many.heavy
    assert many.draws == 8
    assert few.heavy
    assert few.draws < many.draws
    assert few.candidates < many.candidates
    assert few.work > WORK


def test_it_stops_when_told() -> None:
    asked_times = 0

    def cancelled() -> bool:
        nonlocal asked_times
        asked_times += 1
        return asked_times > 40

    project = preset("ten_sigmoid_layers")
    with pytest.raises(Cancelled):
        advise(project, verdict_on(project), BATCH, cancelled)
    assert asked_times == 41


def test_a_network_without_luck_is_drawn_once() -> None:
    project = typed(preset("ten_sigmoid_layers"))
    last = project.layers[-1].id
    project = edits.set_numbers(project, {last: edits.current_numbers(project, last)})
    assert seeds_of(project, 8) == (project.seed,)
    advice = advice_on(project)
    assert advice.now is not None
    assert len(advice.now.each) == 1


def test_a_change_says_how_large_it_is() -> None:
    project = preset("ten_sigmoid_layers")
    remedies = verdict_on(project).remedies
    assert [Change((each,)).size(project) for each in remedies] == [3.0, 2.0]
    assert Change(remedies).size(project) == 5.0
