"""What sets two projects apart is found and said, and nothing else is."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from gradsim.engine.options import Choice
from gradsim.engine.remedies import Residual
from gradsim.project import edits
from gradsim.project.model import DataSource, Project
from gradsim.project.presets import preset
from gradsim.viewmodels import words
from gradsim.viewmodels.gradients.differences import differing_aspects, main_aspects
from tests.viewmodels.gradients.desk import deep


def said(project: Project, *others: Project) -> list[str]:
    return [words.text(message) for message in differing_aspects(project, others)]


def ids(project: Project) -> tuple[int, ...]:
    return project.layer_ids


NOW = deep(5, 4, "sigmoid")


def test_the_same_project_differs_in_nothing() -> None:
    assert said(NOW, NOW, deep(5, 4, "sigmoid")) == []


@pytest.mark.parametrize(
    ("other", "mine", "theirs"),
    [
        (edits.set_activation(NOW, ids(NOW), Choice.of("relu")), "Sigmoid", "ReLU"),
        (
            edits.set_weights(NOW, ids(NOW), Choice.of("he_normal")),
            "Glorot normal (Xavier)",
            "He normal (Kaiming)",
        ),
        (edits.set_gain(NOW, ids(NOW), 1.5), "gain 1.00", "gain 1.50"),
        (deep(7, 4, "sigmoid"), "5 layers", "7 layers"),
        (deep(5, 6, "sigmoid"), "4–4–4 units", "6–6–6 units"),
        (edits.set_seed(NOW, 9), "seed 7", "seed 9"),
        (
            edits.set_normalization(NOW, ids(NOW), Choice.of("batch_norm", epsilon=0.01)),
            "no normalization",
            "Batch normalization, ε 0.01",
        ),
        (
            edits.set_residual(NOW, ids(NOW)[:-1], Residual(0.5, "pre")),
            "no residual connections",
            "residual connections past Wf(a), α 0.5",
        ),
        (edits.set_dropout(NOW, ids(NOW)[:-1], 0.25), "no dropout", "dropout 0.25"),
        (
            edits.set_normalization(NOW, ids(NOW)[:2], Choice.of("rms_norm")),
            "no normalization",
            "mixed normalizations",
        ),
        (
            edits.set_data(NOW, DataSource.of("gaussian", samples=8)),
            "Gaussian, 6 samples",
            "Gaussian, 8 samples",
        ),
    ],
)
def test_each_difference_is_said_from_both_sides(other: Project, mine: str, theirs: str) -> None:
    assert mine in said(NOW, other)
    assert theirs in said(other, NOW)
    assert len(said(NOW, other)) <= 2


def test_the_mode_is_a_difference_only_where_a_layer_heeds_it() -> None:
    assert said(edits.set_mode(NOW, "evaluate"), NOW) == []
    silent = edits.set_dropout(NOW, ids(NOW)[:-1], 0.25)
    assert said(edits.set_mode(silent, "evaluate"), silent) == ["in evaluation"]


def test_a_run_is_called_by_its_remedies_too() -> None:
    mended = edits.set_normalization(NOW, ids(NOW)[:-1], Choice.of("layer_norm"))
    mended = edits.set_dropout(mended, ids(NOW)[:-1], 0.25)
    called = [words.text(message) for message in main_aspects(mended)]
    assert called == ["Sigmoid", "Glorot normal (Xavier)", "Layer normalization", "dropout 0.25"]


def test_layers_of_several_kinds_are_called_mixed() -> None:
    mixed = edits.set_activation(NOW, ids(NOW)[:2], Choice.of("relu"))
    assert said(mixed, NOW) == ["mixed activations"]
    mixed = edits.set_gain(NOW, ids(NOW)[:2], 2.0)
    assert said(mixed, NOW) == ["mixed gains"]


def test_typed_weights_are_a_difference() -> None:
    typed = edits.set_weight(NOW, ids(NOW)[0], 1, 1, 0.5)
    assert said(typed, NOW) == ["typed weights (1)"]
    assert said(NOW, typed) == ["no typed weights"]
    other = edits.set_weight(NOW, ids(NOW)[0], 1, 1, 0.75)
    assert said(typed, other) == ["typed weights (1)"]


def test_batches_of_different_size_say_their_n() -> None:
    messages = differing_aspects(NOW, [NOW], 64, [128])
    assert [words.text(message) for message in messages] == ["N = 64"]
    assert differing_aspects(NOW, [NOW], 64, [64]) == ()


def test_options_of_an_activation_are_part_of_its_name() -> None:
    leaky = edits.set_activation(NOW, ids(NOW)[:-1], Choice.of("leaky_relu", slope=0.2))
    assert any("slope 0.2" in each for each in said(leaky, NOW))


def test_a_title_is_no_difference() -> None:
    assert said(replace(NOW, title="Another"), NOW) == []


def test_a_run_is_called_by_activation_and_initializer() -> None:
    assert [words.text(message) for message in main_aspects(NOW)] == [
        "Sigmoid",
        "Glorot normal (Xavier)",
    ]
    assert len(main_aspects(deep(1))) == 2


def test_a_run_whose_weights_are_typed_is_not_called_by_an_initializer() -> None:
    mazur = preset("mazur")
    assert [words.text(message) for message in main_aspects(mazur)] == ["Sigmoid", "typed weights"]
    drawn = edits.redraw_layers(mazur, mazur.layer_ids)
    assert said(mazur, drawn) == ["typed weights"]
    assert "Glorot normal (Xavier)" in said(drawn, mazur)


def test_what_typed_weights_leave_no_effect_is_no_difference() -> None:
    mazur = preset("mazur")
    other = Choice.of("constant", value=3.0)
    layers = tuple(replace(layer, weights=other, bias=other) for layer in mazur.layers)
    assert said(mazur, replace(mazur, network=replace(mazur.network, layers=layers))) == []


def test_a_run_with_some_typed_layers_says_how_many() -> None:
    project = edits.set_weight(NOW, NOW.layer_ids[0], 1, 1, 0.5)
    said_of = [words.text(message) for message in main_aspects(project)]
    assert said_of == ["Sigmoid", "Glorot normal (Xavier)", "typed weights (1)"]
