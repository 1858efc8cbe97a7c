"""A nudge in networks with remedies: of one sample, or of a batch that passes as one."""

from __future__ import annotations

import numpy as np
import pytest

from gradsim.engine.nudge.lever import Lever, LeverKind
from gradsim.engine.options import Choice
from gradsim.engine.parameter_address import ParameterAddress
from gradsim.project import edits
from gradsim.project.model import Project
from gradsim.project.presets import preset
from gradsim.viewmodels import words
from gradsim.viewmodels.step.nudge.levers import kinds_of, towards
from gradsim.viewmodels.step.nudge.notes import formula_text, notes
from gradsim.viewmodels.step.nudge.nudge import Nudge
from gradsim.viewmodels.step.nudge.rows import ripple_rows
from tests.viewmodels.step.conftest import OpenDesk
from tests.viewmodels.step.remedied_projects import BATCH, LAYER, every_remedy
from tests.viewmodels.step.step_desk import StepDesk

PROJECTS = {
    "training": every_remedy(LAYER),
    "evaluation": every_remedy(LAYER, mode="evaluate"),
    "batch": every_remedy(BATCH),
    "batch, evaluated": every_remedy(BATCH, mode="evaluate"),
}
LEVERS = [
    Lever("w", 2, 2, 1),
    Lever("b", 3, 1),
    Lever("γ", 1, 2),
    Lever("β", 2, 3),
    Lever("x", 0, 2),
    Lever("y", 5, 1),
]


def held(desk: StepDesk) -> Nudge:
    made = Nudge(desk.stepper, desk.document, desk.stepper)
    made.set_watched(True)
    made.finish()
    return made


@pytest.mark.parametrize("name", PROJECTS)
@pytest.mark.parametrize("lever", LEVERS)
def test_it_is_moved_put_back_kept_and_undone_to_the_bit(
    open_desk: OpenDesk, name: str, lever: Lever
) -> None:
    desk = open_desk(PROJECTS[name])
    nudge, project, before = held(desk), desk.project, float(desk.result.forward.cost)
    nudge.choose(lever)
    start = nudge.start
    nudge.move_by(0.25)
    nudge.finish()
    assert nudge.preview is not None
    nudge.put_back()
    assert nudge.value == start
    nudge.move_by(0.25)
    nudge.finish()
    assert nudge.preview is not None
    promised, value = nudge.preview.cost, nudge.value
    assert nudge.keep()
    desk.compute()
    assert desk.document.undo_stack.count() == 1
    assert float(desk.result.forward.cost) == promised
    assert nudge.start == value
    desk.document.undo_stack.undo()
    desk.compute()
    assert desk.project is project
    assert float(desk.result.forward.cost) == before
    nudge.shut_down()


@pytest.mark.parametrize("name", ["residual_stack", "fifty_sigmoid_batch_norm"])
def test_deep_networks_with_remedies_are_followed_off_the_gui_thread(
    open_desk: OpenDesk, name: str
) -> None:
    desk = open_desk(preset(name))
    nudge = held(desk)
    nudge.move_by(0.25)
    nudge.finish()
    assert nudge.ripple is not None
    assert nudge.ripple.after == nudge.value
    assert nudge.preview is not None
    nudge.shut_down()


def test_the_lines_name_every_stage_of_a_layer(open_desk: OpenDesk) -> None:
    desk = open_desk(every_remedy())
    nudge = held(desk)
    nudge.choose(Lever("w", 2, 1, 1))
    nudge.move_by(0.1)
    nudge.finish()
    assert nudge.ripple is not None
    symbols = [row.symbol for row in ripple_rows(nudge.ripple)]
    # Layer 2 normalizes and activates before W: there only z and a move.
    assert symbols[:2] == ["ΔC", "Δz₁⁽²⁾"]
    assert "Δu₁⁽²⁾" not in symbols
    assert {"Δa₁⁽²⁾", "Δu₁⁽³⁾", "Δh₁⁽³⁾", "Δa₁⁽³⁾", "Δd₁⁽⁴⁾"} <= set(symbols)
    nudge.shut_down()


def test_a_coupled_batch_shows_one_of_its_samples_and_the_cost_of_all(
    open_desk: OpenDesk,
) -> None:
    desk = open_desk(every_remedy(BATCH))
    nudge = held(desk)
    assert not nudge.needs_sample
    assert (nudge.sample, nudge.samples) == (1, 6)
    nudge.choose(Lever("w", 1, 2, 1))
    nudge.move_by(0.5)
    nudge.look_at(4)
    nudge.finish()
    assert nudge.live
    assert nudge.sample == 4
    ripple = nudge.ripple
    assert ripple is not None
    expected = ripple.moved.layers[0].activation[3] - ripple.base.layers[0].activation[3]
    np.testing.assert_array_equal(ripple.layers[0].activation.actual.plain, expected)
    assert ripple.cost.actual.value == float(ripple.moved.cost - ripple.base.cost)
    told = " ".join(map(words.text, notes(nudge)))
    assert "6 samples" in told
    assert "sample 4" in told
    assert nudge.preview is not None
    means = ripple.moved.layers[0].activation.mean(axis=0)
    np.testing.assert_array_equal(nudge.preview.values(1), means)
    change = (ripple.moved.layers[0].activation - ripple.base.layers[0].activation).mean(axis=0)
    np.testing.assert_allclose(nudge.preview.changes(1), change, rtol=1e-12)
    nudge.shut_down()


def test_an_input_of_a_coupled_batch_is_of_the_sample_that_is_looked_at(
    open_desk: OpenDesk,
) -> None:
    desk = open_desk(every_remedy(BATCH))
    nudge = held(desk)
    nudge.look_at(3)
    nudge.choose(Lever("x", 0, 1))
    assert nudge.start == desk.result.materials.inputs[2, 0]
    nudge.move_by(0.5)
    nudge.look_at(5)
    assert not nudge.live
    nudge.move_by(0.5)
    nudge.finish()
    before = np.array(desk.result.materials.inputs)
    assert nudge.keep()
    desk.compute()
    changed = np.argwhere(desk.result.materials.inputs != before)
    assert changed.tolist() == [[4, 0]]
    assert nudge.sample == 5
    nudge.shut_down()


def test_a_bias_that_a_normalization_takes_away_is_told(open_desk: OpenDesk) -> None:
    desk = open_desk(every_remedy(BATCH))
    nudge = held(desk)
    nudge.choose(Lever("b", 1, 1))
    nudge.move_by(0.5)
    nudge.finish()
    assert "takes the mean away" in " ".join(map(words.text, notes(nudge)))
    assert ", |ΔC| < " in formula_text(nudge)
    assert nudge.ripple is not None
    cost, own, beyond = (row.told.predicted for row in ripple_rows(nudge.ripple)[:3])
    assert (cost[0], own, beyond[0]) == ("<", "0.5000", "<")
    nudge.choose(Lever("b", 2, 1))
    assert "takes the mean away" not in " ".join(map(words.text, notes(nudge)))
    nudge.shut_down()


def test_masks_are_told_in_training_alone(open_desk: OpenDesk) -> None:
    for mode, told in (("train", True), ("evaluate", False)):
        desk = open_desk(every_remedy(mode=mode))
        nudge = held(desk)
        assert ("Dropout" in " ".join(map(words.text, notes(nudge)))) is told
        nudge.shut_down()


def test_a_sample_that_stands_for_itself_is_still_asked_for(open_desk: OpenDesk) -> None:
    desk = open_desk(every_remedy())
    nudge = held(desk)
    desk.look_at(None)
    assert nudge.needs_sample
    assert nudge.lever is None
    desk.look_at(2)
    assert nudge.lever is not None
    assert nudge.sample == 2
    nudge.shut_down()


def test_gamma_goes_with_its_layer_and_becomes_a_bias_where_it_is_gone(
    open_desk: OpenDesk,
) -> None:
    desk = open_desk(every_remedy())
    nudge = held(desk)
    nudge.choose(Lever("γ", 3, 2))
    first = desk.project.layer_ids[0]
    desk.edit(edits.delete_layers(desk.project, (first,)))
    assert nudge.lever == Lever("γ", 2, 2)
    project = edits.set_normalization(desk.project, desk.project.layer_ids, None)
    desk.edit(project)
    assert nudge.lever is not None
    assert nudge.lever.kind == "b"
    nudge.shut_down()


def test_it_follows_the_gamma_that_the_walk_turns_to(open_desk: OpenDesk) -> None:
    desk = open_desk(every_remedy())
    nudge = held(desk)
    for text in ("γ:2:3", "β:2:1", "w:1:1:1", "γ:3:1"):
        desk.stepper.choose_parameter(ParameterAddress.parse(text))
        assert nudge.lever == Lever.of(ParameterAddress.parse(text))
    desk.edit(edits.insert_layer(desk.project, 0))
    assert nudge.lever == Lever("γ", 4, 1)
    nudge.shut_down()


def test_kinds_and_layers_are_those_of_the_network() -> None:
    network = every_remedy().network
    assert kinds_of(network) == ("w", "b", "γ", "β", "x")
    assert kinds_of(preset("first_look").network) == ("w", "b", "x")
    # Layers 2 and 3 have γ, layer 2 alone has β: RMS normalization shifts nothing.
    assert towards(Lever("γ", 4, 1), network, 3).layer == 3
    assert towards(Lever("γ", 1, 1), network, 2).layer == 2
    assert towards(Lever("γ", 3, 1), network, 2).layer == 3
    assert towards(Lever("β", 3, 1), network, 2).layer == 2


@pytest.mark.parametrize("kind", ["w", "γ"])
def test_lsuv_layers_stay_when_a_number_is_kept(open_desk: OpenDesk, kind: LeverKind) -> None:
    project: Project = every_remedy(LAYER)
    for layer_id in project.layer_ids:
        project = edits.set_weights(project, layer_id, Choice("lsuv"))
    desk = open_desk(project)
    nudge = held(desk)
    nudge.choose(Lever(kind, 1, 1, 1 if kind == "w" else 0))
    nudge.move_by(0.7)
    nudge.finish()
    assert nudge.preview is not None
    promised = nudge.preview.cost
    assert nudge.keep()
    desk.compute()
    assert float(desk.result.forward.cost) == promised
    nudge.shut_down()


def test_random_nudges_agree_with_the_gradient(open_desk: OpenDesk) -> None:
    random = np.random.default_rng(5)
    for name in PROJECTS:
        desk = open_desk(PROJECTS[name])
        nudge = held(desk)
        for _ in range(30):
            kind = str(random.choice(["w", "b", "γ", "β"]))
            place = (int(random.integers(1, 6)), int(random.integers(1, 4)))
            nudge.choose(Lever(kind, *place, int(random.integers(1, 4))))  # type: ignore[arg-type]
            nudge.move_by(float(random.normal()) * 10.0 ** float(random.integers(-6, 1)))
            nudge.finish()
            lever, ripple = nudge.lever, nudge.ripple
            assert lever is not None
            assert ripple is not None
            wanted = {
                "w": "weights", "b": "bias", "γ": "normalization_scale", "β": "normalization_shift",
            }[lever.kind]  # fmt: skip
            factor = next(
                each
                for each in desk.result.factors
                if str(each.kind) == wanted and each.layer == lever.layer
            )
            at = (lever.unit - 1, lever.source - 1)
            slope = float(factor.product[at[: factor.product.ndim]])
            predicted = ripple.cost.predicted.value
            assert predicted == pytest.approx(slope * ripple.amount, rel=1e-9, abs=1e-16)
        nudge.shut_down()
