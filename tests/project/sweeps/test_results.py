"""A cell's numbers are those of its project, and its problem is part of its result."""

from __future__ import annotations

import numpy as np
import pytest

from gradsim.engine import Cancelled
from gradsim.engine.options import Choice
from gradsim.engine.verdict.records import VerdictKind
from gradsim.project.ensembles import ensemble_seeds, measure_project
from gradsim.project.presets import preset
from gradsim.project.sweeps import Cell, cell_project, measure_cell

DEEP = preset("ten_sigmoid_layers")


def test_ratios_and_profiles_are_those_of_the_cells_project() -> None:
    cell = Cell(Choice.of("relu"), Choice.of("he_normal"))
    found = measure_cell(DEEP, cell, 5)
    direct = measure_project(cell_project(DEEP, cell), ensemble_seeds(DEEP, 5))
    assert found.profiles is not None
    assert found.ratios is not None
    assert found.problem is None
    np.testing.assert_array_equal(found.ratios["delta", "l2"], direct.first_to_last("delta", "l2"))
    np.testing.assert_array_equal(
        found.profiles["weight_gradient", "rms"].median,
        np.median(direct.log10("weight_gradient", "rms"), axis=0),
    )
    assert found.activation_decades is not None
    np.testing.assert_array_equal(
        found.activation_decades.highest, direct.activation_decades.max(axis=0)
    )


@pytest.mark.parametrize(
    ("cell", "kind"),
    [
        (Cell(), VerdictKind.VANISHING),
        (Cell(Choice.of("relu"), Choice.of("he_normal")), VerdictKind.HEALTHY),
        (Cell(weights=Choice.of("zeros")), VerdictKind.ZERO),
        (Cell(Choice.of("identity"), Choice.of("lecun_normal", gain=1.8)), VerdictKind.EXPLODING),
    ],
)
def test_the_verdict_is_that_of_the_draw_in_the_middle(cell: Cell, kind: VerdictKind) -> None:
    found = measure_cell(DEEP, cell, 5)
    assert found.verdict is not None
    assert found.verdict.kind is kind
    if found.verdict.decades is not None:
        assert found.ratios is not None
        assert found.verdict.decades == pytest.approx(
            float(np.median(found.ratios["delta", "l2"])), abs=1e-10
        )


def test_an_impossible_cell_holds_its_problem() -> None:
    found = measure_cell(DEEP, Cell(Choice.of("softmax")), 3)
    assert found.problem is not None
    assert found.profiles is None


def test_a_cell_that_overflows_forward_says_so() -> None:
    found = measure_cell(
        DEEP, Cell(Choice.of("elu"), Choice.of("normal", std=1000.0), depth=200), 2
    )
    assert found.problem is None
    assert found.verdict is not None
    assert found.verdict.kind is VerdictKind.OVERFLOW


def test_the_same_cell_gives_the_same_bits_on_one_thread_and_on_two() -> None:
    cell = Cell(Choice.of("gelu"), Choice.of("lecun_normal"), depth=20)
    one, two = measure_cell(DEEP, cell, 6), measure_cell(DEEP, cell, 6, threads=2)
    assert one.ratios is not None
    assert two.ratios is not None
    for key, ratios in one.ratios.items():
        np.testing.assert_array_equal(ratios, two.ratios[key])


def test_a_cancelled_cell_stops() -> None:
    with pytest.raises(Cancelled):
        measure_cell(DEEP, Cell(), 3, cancelled=lambda: True)
