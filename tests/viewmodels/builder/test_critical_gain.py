"""The critical gain of the selected layers, for every initializer, or why there is none."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication

from gradsim.engine.options import Choice
from gradsim.project import edits
from gradsim.viewmodels import words
from gradsim.viewmodels.builder import critical_gain
from gradsim.viewmodels.builder.critical_gain import CriticalGain, CriticalGains
from tests.viewmodels.builder.conftest import Builder
from tests.viewmodels.gradients.desk import wait_until


@pytest.fixture
def gains(
    qapp: QApplication, builder: Builder, monkeypatch: pytest.MonkeyPatch
) -> Iterator[CriticalGains]:
    del qapp
    monkeypatch.setattr(critical_gain, "_known", {})
    monkeypatch.setattr(critical_gain, "QUIET_MS", 0)
    made = CriticalGains(builder.inspector)
    yield made
    made.shut_down()


def answered(gains: CriticalGains) -> CriticalGain:
    gains.ask()
    wait_until(lambda: gains.answer() is not None)
    found = gains.answer()
    assert found is not None
    return found


def give(builder: Builder, activation: str, weights: str, bias: Choice | None = None) -> None:
    project, ids = builder.project, builder.project.layer_ids
    project = edits.set_activation(project, ids[:-1], Choice(activation))
    project = edits.set_weights(project, ids, Choice(weights))
    if bias is not None:
        project = edits.set_bias(project, ids, bias)
    builder.document.load(project)


@pytest.mark.parametrize(
    ("activation", "weights", "gain"),
    [
        ("relu", "he_normal", 1.0),
        ("relu", "lecun_normal", 2**0.5),
        ("relu", "lecun_uniform", 2**0.5),
        ("identity", "orthogonal", 1.0),
        ("tanh", "glorot_normal", 1.0),
    ],
)
def test_known_edges_are_found_for_every_way_to_draw(
    builder: Builder, gains: CriticalGains, activation: str, weights: str, gain: float
) -> None:
    give(builder, activation, weights)
    builder.select(2)  # three units into three
    assert answered(gains).shared == pytest.approx(gain, rel=1e-6)


def test_a_bias_moves_the_edge(builder: Builder, gains: CriticalGains) -> None:
    give(builder, "tanh", "lecun_normal", Choice.of("normal", std=0.2))
    builder.select(2)
    # σ_w² = 1.7008 at σ_b² = 0.04: χ = 1 on the line of fixed points.
    assert answered(gains).shared == pytest.approx(1.70079637**0.5, rel=1e-6)


def test_layers_of_unequal_fans_have_one_gain_each_and_one_undo_step(
    builder: Builder, gains: CriticalGains
) -> None:
    give(builder, "relu", "glorot_normal")
    builder.select(1, 2)
    found = answered(gains)
    assert found.shared is None
    assert len(found.gains) == 2
    assert not gains.is_set()
    gains.use()
    assert builder.undo_all() == 1
    builder.document.undo_stack.redo()
    set_to = [layer.weights.as_mapping()["gain"] for layer in builder.project.layers[:2]]
    # Glorot's variance is 2/(fan_in + fan_out); He's 2/fan_in is ReLU's edge.
    assert set_to == pytest.approx([(5 / 2) ** 0.5, 2**0.5])
    assert gains.is_set()


def test_large_biases_that_are_not_normal_have_no_critical_gain(
    builder: Builder, gains: CriticalGains
) -> None:
    # The edge of normal biases of variance 3 is at 2.211; of these, by quadrature, at 2.284.
    give(builder, "tanh", "lecun_normal", Choice.of("uniform", limit=3.0))
    builder.select(2)
    found = answered(gains)
    assert found.gains == ()
    assert found.reason is not None
    assert "biases are not normal" in words.text(found.reason)


def test_small_biases_of_any_shape_leave_the_critical_gain(
    builder: Builder, gains: CriticalGains
) -> None:
    give(builder, "tanh", "lecun_normal", Choice.of("uniform", limit=0.02))
    builder.select(2)
    small = answered(gains).shared
    give(builder, "tanh", "lecun_normal", Choice.of("normal", std=0.02 / 3**0.5))
    assert small == pytest.approx(answered(gains).shared)


@pytest.mark.parametrize(
    ("activation", "weights", "said"),
    [
        ("gelu", "he_normal", "no gain leads every signal"),
        ("tanh", "lsuv", "drawn independently"),
        ("tanh", "constant", "drawn independently"),
    ],
)
def test_where_there_is_none_the_reason_is_said(
    builder: Builder, gains: CriticalGains, activation: str, weights: str, said: str
) -> None:
    give(builder, activation, weights)
    builder.select(2)
    found = answered(gains)
    assert found.gains == ()
    assert found.reason is not None
    assert said in words.text(found.reason)
    gains.use()
    assert builder.undo_all() == 0


def test_softmax_is_named(builder: Builder, gains: CriticalGains) -> None:
    project = edits.set_cost(
        edits.set_units(builder.project, [builder.project.output.id], 3), "probe"
    )
    builder.document.load(edits.set_activation(project, project.output.id, Choice("softmax")))
    builder.select(5)
    reason = answered(gains).reason
    assert reason is not None
    assert "softmax mixes" in words.text(reason)


def test_before_somebody_asks_nothing_is_computed(builder: Builder, gains: CriticalGains) -> None:
    builder.select(2)
    QCoreApplication.processEvents()
    assert gains.answer() is None
    assert not gains._quiet.isActive()
    assert not gains._jobs.busy


def test_an_edge_is_computed_once(
    builder: Builder, gains: CriticalGains, monkeypatch: pytest.MonkeyPatch
) -> None:
    give(builder, "relu", "he_normal")
    builder.select(2)
    answered(gains)

    def never(*_arguments: object) -> None:
        raise AssertionError("computed again")

    monkeypatch.setattr(critical_gain, "_edges", never)
    builder.select(3)
    found = gains.answer()
    assert found is not None
    assert found.shared == pytest.approx(1.0)
    assert not gains._quiet.isActive()


def test_layers_without_a_gain_have_no_answer(builder: Builder, gains: CriticalGains) -> None:
    give(builder, "relu", "zeros")
    builder.select(2)
    gains.ask()
    assert gains.answer() is None
    assert not gains._quiet.isActive()
