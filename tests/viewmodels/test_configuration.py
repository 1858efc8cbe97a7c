"""A project in phrases: all that it takes to build it again, what is shared said once."""

from __future__ import annotations

import numpy as np
from PySide6.QtWidgets import QApplication

from gradsim.engine.options import Choice
from gradsim.project import edits
from gradsim.project.presets import preset
from gradsim.viewmodels.configuration import configuration, configuration_of
from tests.viewmodels.gradients.desk import deep, result_of


def test_what_all_layers_share_is_said_once(qapp: QApplication) -> None:
    assert configuration(preset("ten_sigmoid_layers")) == (
        "Ten sigmoid layers",
        "units 8–9×16–1",
        "Sigmoid",
        "Glorot normal (Xavier), gain 1",
        "bias Zeros",
        "cost Squared error Σ(a−y)²",
        "data Gaussian, 64 samples, seed 0",
        "seed 7",
    )


def test_what_differs_is_said_with_its_layers(qapp: QApplication) -> None:
    project = deep(5, 4, "tanh")
    ids = project.layer_ids
    project = edits.set_activation(project, ids[1], Choice.of("leaky_relu", slope=0.2))
    project = edits.set_gain(project, ids[2:4], 1.7)
    project = edits.set_bias(project, ids[0], Choice.of("constant", value=0.3))
    said = configuration(project)
    assert "Tanh in layers 1, 3–5" in said
    assert "Leaky ReLU, left slope 0.2 in layer 2" in said
    assert "Glorot normal (Xavier), gain 1.7 in layers 3–4" in said
    assert "Glorot normal (Xavier), gain 1 in layers 1–2, 5" in said
    assert "bias Constant, value 0.3 in layer 1" in said


def test_typed_layers_are_named_and_their_initializers_are_not(qapp: QApplication) -> None:
    project = deep(2, 3, "tanh", Choice.of("he_normal"))
    for layer in project.layers:
        project = edits.set_weights_matrix(project, layer.id, np.eye(3))
    said = configuration(project)
    assert "typed numbers in layers 1–2" in said
    assert not any("He" in phrase or "bias" in phrase for phrase in said)


def test_remedies_are_said_with_the_layers_that_have_them(qapp: QApplication) -> None:
    project = deep(4, 3, "tanh", Choice.of("he_normal"))
    project = edits.set_normalization(project, project.layer_ids, Choice.of("rms_norm"))
    assert "RMS normalization" in configuration(project)
    project = edits.set_dropout(project, project.layer_ids[:2], 0.5)
    project = edits.set_remedy_value(project, project.layer_ids[0], "scale", 1, 2.0)
    said = configuration(project)
    assert "dropout 0.5 in layers 1–2" in said
    assert "in training" in said
    assert any("He" in phrase for phrase in said)


def test_numbers_say_which_samples_they_are_of(qapp: QApplication) -> None:
    assert configuration_of(result_of(deep(3, 4), 2))[-1] == "sample 2"
    assert configuration_of(result_of(deep(3, 4), None))[-1] == "batch of 6"
    assert configuration_of(None) == ()
