"""Columns become inputs and targets, and what cannot is named by line and column."""

from __future__ import annotations

import numpy as np
import pytest

from gradsim.engine.problems import Problem
from gradsim.project.evaluation import materialize, scoped_forward
from gradsim.project.own_data import Grid, own_project, own_samples
from gradsim.project.presets import preset

GRID = Grid(
    (
        ("height", "weight", "kind"),
        ("1.0", "10", "cat"),
        ("2.0", "20", "dog"),
        ("3.0", "30", "cat"),
        ("4.0", "40", "ant"),
    )
)


def test_classes_become_one_output_each_in_the_order_of_their_names() -> None:
    own = own_samples(GRID, [2], header=True, standardize=False, classes=True)
    assert own.classes == ("ant", "cat", "dog")
    assert own.names == ("height", "weight")
    np.testing.assert_array_equal(own.inputs, [[1, 10], [2, 20], [3, 30], [4, 40]])
    np.testing.assert_array_equal(own.targets.argmax(axis=1), [1, 2, 1, 0])
    np.testing.assert_array_equal(own.targets.sum(axis=1), 1)


def test_classes_that_are_numbers_stand_by_size() -> None:
    grid = Grid((("1", "10"), ("2", "9"), ("3", "10")))
    own = own_samples(grid, [1], header=False, standardize=False, classes=True)
    assert own.classes == ("9", "10")


def test_standardized_inputs_have_mean_0_and_spread_1() -> None:
    grid = Grid((("1", "5", "0"), ("2", "5", "1"), ("4", "5", "0")))
    made = own_samples(grid, [2], header=False, standardize=True, classes=False)
    np.testing.assert_allclose(made.inputs[:, 0].mean(), 0, atol=1e-15)
    np.testing.assert_allclose(made.inputs[:, 0].std(), 1, rtol=1e-14)
    np.testing.assert_array_equal(made.inputs[:, 1], 0)
    np.testing.assert_array_equal(made.targets[:, 0], [0, 1, 0])


def test_standardizing_survives_numbers_near_the_limit_and_constants() -> None:
    grid = Grid((("1e308", "0.1", "0"), ("-1e308", "0.1", "1"), ("1e308", "0.1", "0")))
    made = own_samples(grid, [2], header=False, standardize=True, classes=False)
    np.testing.assert_allclose(made.inputs[:, 0], [2**-0.5, -(2**0.5), 2**-0.5], rtol=1e-14)
    np.testing.assert_array_equal(made.inputs[:, 1], 0)


@pytest.mark.parametrize(
    ("cell", "words"),
    [
        ("", "Line 3, column “weight”: the cell is empty."),
        ("NA", "Line 3, column “weight”: “NA” is no finite number."),
        (
            "1e-400",
            "Line 3, column “weight”: “1e-400” is too small for a 64-bit number, which would be 0.",
        ),
        ("inf", "Line 3, column “weight”: “inf” is no finite number."),
        (
            "12,5",
            "Line 3, column “weight”: “12,5” has a comma. Write a decimal point, and nothing "
            "between thousands.",
        ),
    ],
)
def test_a_missing_cell_is_refused_with_its_place(cell: str, words: str) -> None:
    rows = [list(row) for row in GRID.cells]
    rows[2][1] = cell
    with pytest.raises(Problem) as refused:
        own_samples(Grid(tuple(map(tuple, rows))), [2], header=True, standardize=True, classes=True)
    assert str(refused.value) == words


@pytest.mark.parametrize(
    ("targets", "classes", "words"),
    [
        ((), False, "Choose at least one column as target"),
        ((0, 1, 2), False, "must stay an input"),
        ((0, 2), True, "Classes stand in one column"),
        ((2,), False, "“cat” is no finite number"),
    ],
)
def test_choices_that_cannot_be_are_refused(
    targets: tuple[int, ...], classes: bool, words: str
) -> None:
    with pytest.raises(Problem) as refused:
        own_samples(GRID, targets, header=True, standardize=False, classes=classes)
    assert words in str(refused.value)


def test_one_class_alone_is_none() -> None:
    grid = Grid((("1", "a"), ("2", "a")))
    with pytest.raises(Problem, match="1 different classes"):
        own_samples(grid, [1], header=False, standardize=False, classes=True)


def test_a_header_alone_has_no_samples() -> None:
    with pytest.raises(Problem, match="no row of samples"):
        own_samples(Grid((("a", "b"),)), [1], header=True, standardize=False, classes=False)


@pytest.mark.parametrize("name", ["first_look", "digits_classifier", "mazur"])
def test_a_project_takes_classes_with_softmax_and_cross_entropy(name: str) -> None:
    own = own_samples(GRID, [2], header=True, standardize=True, classes=True)
    made = own_project(preset(name), own)
    assert made.network.inputs == 2
    assert made.output.units == 3
    assert made.output.activation.name == "softmax"
    assert made.network.cost == "cross_entropy"
    assert np.isfinite(scoped_forward(materialize(made), None).cost)


def test_a_classifier_takes_numbers_with_a_cost_for_numbers() -> None:
    own = own_samples(
        Grid((("1", "2", "3.5"), ("4", "5", "-6"))), [2], header=False, standardize=False,
        classes=False,
    )  # fmt: skip
    made = own_project(preset("digits_classifier"), own)
    assert made.network.cost == "half_squared_error"
    assert made.output.activation.name == "identity"
    np.testing.assert_array_equal(materialize(made).targets, [[3.5], [-6.0]])


@pytest.mark.parametrize("cell", ["nan", "NA", "?", "null"])
def test_a_missing_class_is_refused_with_its_place(cell: str) -> None:
    grid = Grid((("a", "kind"), ("1", "cat"), ("2", cell), ("3", "dog")))
    with pytest.raises(Problem) as caught:
        own_samples(grid, [1], header=True, standardize=False, classes=True)
    assert "missing class" in str(caught.value)
    assert caught.value.arguments["line"] == 3


def test_none_may_be_a_class() -> None:
    grid = Grid((("a", "kind"), ("1", "cat"), ("2", "none")))
    own = own_samples(grid, [1], header=True, standardize=False, classes=True)
    assert own.classes == ("cat", "none")


@pytest.mark.parametrize(
    ("targets", "activation"),
    [(("0", "1"), "sigmoid"), (("-1", "1"), "identity"), (("0.5", "7"), "identity")],
)
def test_an_output_that_does_not_reach_the_targets_becomes_the_identity(
    targets: tuple[str, str], activation: str
) -> None:
    grid = Grid(tuple((str(row), target) for row, target in enumerate(targets)))
    own = own_samples(grid, [1], header=False, standardize=False, classes=False)
    made = own_project(preset("first_look"), own)
    assert made.network.layers[-1].activation.name == activation
