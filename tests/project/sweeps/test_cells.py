"""A cell sets the hidden layers of a project and leaves the rest as it is."""

from __future__ import annotations

import pytest

from gradsim.engine.options import Choice
from gradsim.engine.problems import Problem
from gradsim.project.presets import preset
from gradsim.project.sweeps import Cell, cell_project, grid_cells

BASE = preset("first_look")
DEEP = preset("ten_sigmoid_layers")


def test_an_empty_cell_is_the_project_itself() -> None:
    assert cell_project(BASE, Cell()) == BASE


def test_every_hidden_layer_takes_what_the_cell_sets_and_the_output_stays() -> None:
    made = cell_project(DEEP, Cell(Choice.of("selu"), Choice.of("orthogonal"), gain=0.9, width=7))
    for layer in made.layers[:-1]:
        assert layer.activation == Choice.of("selu")
        assert layer.weights == Choice.of("orthogonal", gain=0.9)
        assert layer.units == 7
    assert made.output == DEEP.output
    assert made.data == DEEP.data


@pytest.mark.parametrize("depth", [1, 2, 10, 30])
def test_a_deeper_network_begins_with_the_layers_of_the_shallower_one(depth: int) -> None:
    made = cell_project(DEEP, Cell(depth=depth))
    longer = cell_project(DEEP, Cell(depth=depth + 5))
    assert len(made.layers) == depth
    assert made.layers[:-1] == longer.layers[: depth - 1]
    assert made.output == DEEP.output
    assert len(set(longer.layer_ids)) == depth + 5


def test_a_network_without_hidden_layers_gets_them_after_its_output() -> None:
    made = cell_project(preset("single_neuron"), Cell(depth=3))
    assert [layer.activation.name for layer in made.layers] == ["sigmoid"] * 3


def test_typed_numbers_give_way_only_to_another_initializer() -> None:
    mazur = preset("mazur")
    assert cell_project(mazur, Cell(Choice.of("tanh"))).parameters == mazur.parameters
    drawn = cell_project(mazur, Cell(weights=Choice.of("he_normal")))
    assert drawn.parameters[0] is None
    assert drawn.parameters[-1] is mazur.parameters[-1]


def test_what_cannot_be_is_a_problem() -> None:
    with pytest.raises(Problem, match="at least one layer"):
        cell_project(BASE, Cell(depth=0))
    with pytest.raises(Problem, match="Softmax can only be the last layer"):
        cell_project(BASE, Cell(Choice.of("softmax")))


def test_a_grid_holds_every_combination_once() -> None:
    cells = grid_cells(
        (Choice.of("tanh"), Choice.of("relu")), (Choice.of("he_normal"),), depths=(2, 4, 8)
    )
    assert len(cells) == len(set(cells)) == 6
    assert [cell.depth for cell in cells[:3]] == [2, 4, 8]


def test_a_depth_that_no_network_has_is_refused_before_a_layer_is_made(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def made(*arguments: object, **changes: object) -> None:
        raise AssertionError("a layer was made")

    monkeypatch.setattr("gradsim.project.sweeps.cells.replace", made)
    with pytest.raises(Problem, match="100000000 layers are too many; the most is 10000"):
        cell_project(BASE, Cell(depth=100_000_000))
