"""In both layouts the ladder's matrices multiply out, and the frames are the path's factors."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import pytest

from gradsim.engine.parameter_address import ParameterAddress
from gradsim.engine.paths.parameter_paths import parameter_paths
from gradsim.project.presets import preset
from gradsim.viewmodels.notation import USUAL, Notation, using
from gradsim.viewmodels.simulation import SimulationResult, simulate
from gradsim.viewmodels.step.ladder.columns import columns_of
from gradsim.viewmodels.step.ladder.matrices import FactorMatrix, matrix_of
from gradsim.viewmodels.step.walk.lenses import path_steps, walk_of
from gradsim.viewmodels.step.walk.steps import Step, StepKind
from gradsim.viewmodels.step.walk.walk import Lens

ROWS = Notation(layout="numerator")


@pytest.fixture(scope="module")
def result() -> SimulationResult:
    return simulate(preset("first_look"), 1)


def steps_of(result: SimulationResult) -> tuple[Step, ...]:
    paths = parameter_paths(result.forward, 1, ParameterAddress("w", 2, 3, 1), 3)
    return path_steps(result.project.network, paths.paths[1])


def matrices(result: SimulationResult) -> list[FactorMatrix]:
    found = [matrix_of(step, result) for step in steps_of(result)]
    assert all(each is not None for each in found)
    return [each for each in found if each is not None]


def true(matrix: FactorMatrix) -> npt.NDArray[np.float64]:
    return np.ldexp(np.asarray(matrix.grid.values, np.float64), matrix.grid.exponent)


@pytest.mark.parametrize("notation", [USUAL, ROWS])
def test_the_framed_entries_are_the_factors_of_the_path(
    result: SimulationResult, notation: Notation
) -> None:
    with using(notation):
        for step, matrix in zip(steps_of(result), matrices(result), strict=True):
            if step.kind != StepKind.WEIGHTS:
                assert step.value is not None
                assert true(matrix)[matrix.framed] == pytest.approx(step.value.value, rel=1e-13)
            over, across = matrix.framed
            if step.kind == StepKind.PREVIOUS_ACTIVATION:
                assert matrix.symbol(over, across) == f"w{'₀₁₂₃'[step.unit or 0]}" + (
                    f"{'₀₁₂₃'[step.source or 0]}⁽{'⁰¹²³⁴⁵'[step.layer]}⁾"
                )


def test_rows_multiply_from_the_cost_on_and_columns_towards_it(result: SimulationResult) -> None:
    *chain, weights = (true(each) for each in matrices(result))
    backwards = np.linalg.multi_dot(chain[::-1])
    with using(ROWS):
        *row_chain, row_weights = (true(each) for each in matrices(result))
        forwards = np.linalg.multi_dot(row_chain)
    np.testing.assert_allclose(forwards, backwards.T, rtol=1e-12)
    np.testing.assert_array_equal(row_weights, weights.T)
    below = result.forward.layers[0].activation
    np.testing.assert_allclose(backwards @ below, weights, rtol=1e-12)
    np.testing.assert_allclose(below.T @ forwards, row_weights, rtol=1e-12)


def test_the_written_shapes_are_those_of_the_matrices(result: SimulationResult) -> None:
    paths = parameter_paths(result.forward, 1, ParameterAddress("w", 2, 3, 1), 3)
    walk = walk_of(Lens.PARAMETER, result, paths, 1)
    for notation in (USUAL, ROWS):
        with using(notation):
            columns = columns_of(result.project.network, walk.steps, walk, 3)
            for column, matrix in zip(columns[:-1], matrices(result)[:-1], strict=True):
                assert column.shape == f"{matrix.rows} × {matrix.columns}"
