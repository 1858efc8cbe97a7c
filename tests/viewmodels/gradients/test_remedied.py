"""Networks with remedies in Gradients and Compare: nothing is put down to the wrong cause."""

from __future__ import annotations

import math

import numpy as np
import pytest
from msgspec.structs import replace

from gradsim.engine.chain import FactorKind
from gradsim.engine.ensembles import measure_ensemble
from gradsim.engine.network import Network
from gradsim.project.ensembles import ensemble_seeds, measure_project
from gradsim.project.model import DataSource, Project
from gradsim.project.sweeps.cells import Cell
from gradsim.project.sweeps.results import measure_cell
from gradsim.viewmodels.compare.runs.factors import REMEDIES, factor_rows, kinds_of
from gradsim.viewmodels.gradients.attribution import attribution_of
from gradsim.viewmodels.gradients.histograms import layer_histogram
from gradsim.viewmodels.simulation import simulate
from gradsim.viewmodels.step.diagram.values import DiagramValues
from gradsim.viewmodels.step.walk.steps import StepKind
from tests.engine.remedies.remedied_networks import NETWORKS, data, parameters


def _project(network: Network) -> Project:
    inputs, targets = data()
    source = DataSource.inline(inputs.tolist(), targets.tolist())
    return Project("", 7, network, (None,) * network.depth, source)


@pytest.mark.parametrize("name", NETWORKS)
def test_the_histogram_of_delta_is_of_the_gradient_by_z(name: str) -> None:
    result = simulate(_project(NETWORKS[name]), None)
    deltas = {f.layer: f.upstream for f in result.factors if f.kind is FactorKind.weights}
    for layer, delta in deltas.items():
        shown = layer_histogram(result, layer, "delta")
        assert shown is not None
        assert shown.edges[0] == pytest.approx(delta.min(), rel=1e-12)
        assert shown.edges[-1] == pytest.approx(delta.max(), rel=1e-12)


@pytest.mark.parametrize("name", NETWORKS)
@pytest.mark.parametrize("quantity", ["delta", "activation_gradient", "weight_gradient"])
def test_the_bars_add_up_to_what_they_are_titled(name: str, quantity: str) -> None:
    measured = simulate(_project(NETWORKS[name]), None).measurement
    sizes = measured.columns.log10(quantity, "l2")
    start = measured.output_gradient.log10_l2 if quantity == "delta" else sizes[-1]
    assert attribution_of(measured, quantity).total == pytest.approx(sizes[0] - start, abs=1e-10)


def test_the_factors_of_a_run_with_remedies_say_what_f_and_w_do_alone() -> None:
    result = simulate(_project(NETWORKS["every kind"]), None)
    rows = factor_rows(result.measurement, None)
    assert REMEDIES in kinds_of(result.measurement)
    norms = {(f.kind, f.layer): (f.arriving.squares, f.left.squares) for f in result.factors}
    for row in rows:
        layer = row.layers[0]
        kind = {
            StepKind.ACTIVATION: FactorKind.activation,
            StepKind.PREVIOUS_ACTIVATION: FactorKind.previous_activation,
        }.get(row.kind)
        if kind is None or layer is None or (kind, layer) not in norms:
            continue
        arrived, left = norms[kind, layer]
        assert row.decades[0] == pytest.approx(0.5 * math.log10(left / arrived), abs=1e-10)


def test_plain_runs_have_no_row_of_remedies() -> None:
    plain = replace(
        NETWORKS["dropout"],
        layers=tuple(replace(layer, dropout=0.0) for layer in NETWORKS["dropout"].layers),
    )
    assert REMEDIES not in kinds_of(simulate(_project(plain), None).measurement)


@pytest.mark.parametrize("name", ["every kind", "all, pre", "residual pre, from the inputs on"])
def test_ensembles_and_cells_attribute_as_single_passes_do(name: str) -> None:
    project = _project(NETWORKS[name])
    seeds = ensemble_seeds(project, 4)
    together = measure_project(project, seeds, None)
    for member, seed in enumerate(seeds):
        columns = simulate(replace(project, seed=seed), None).measurement.columns
        np.testing.assert_allclose(
            together.activation_decades[member], columns.activation, atol=1e-10
        )
        np.testing.assert_allclose(together.weights_decades[member], columns.weights, atol=1e-10)
        assert together.remedies_decades is not None
        np.testing.assert_allclose(together.remedies_decades[member], columns.remedies, atol=1e-10)
    alone = measure_ensemble(NETWORKS[name], [3], *data())
    assert alone.remedies_decades is not None
    assert alone.remedies_decades.shape == (1, NETWORKS[name].depth)
    assert parameters(NETWORKS[name]) is not None


def test_a_cell_of_a_network_with_remedies_keeps_what_they_do() -> None:
    project = _project(NETWORKS["layer_norm"])
    layer = project.layers[0]
    found = measure_cell(project, Cell(layer.activation, layer.weights, None, None, None), 3)
    assert found.problem is None
    assert found.remedies_decades is not None


@pytest.mark.parametrize("name", NETWORKS)
def test_the_diagram_shows_the_gradient_by_z(name: str) -> None:
    result = simulate(_project(NETWORKS[name]), None)
    values = DiagramValues(result)
    deltas = {f.layer: f.upstream for f in result.factors if f.kind is FactorKind.weights}
    for layer, delta in deltas.items():
        shown = values.units(layer)
        assert shown.delta is not None
        np.testing.assert_allclose(
            np.ldexp(shown.delta, shown.delta_exponent), np.abs(delta).sum(axis=0), rtol=1e-12
        )
