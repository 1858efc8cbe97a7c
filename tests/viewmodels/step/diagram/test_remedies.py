"""The diagram leads past layers with a residual connection, and its bars stay ∂C/∂z."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QSettings
from pytestqt.qtbot import QtBot

from gradsim.engine.parameter_address import ParameterAddress
from gradsim.project.presets import preset
from gradsim.viewmodels.settings import Settings
from gradsim.viewmodels.step.diagram.abridging import NetworkShape, shown_columns
from gradsim.viewmodels.step.diagram.arranging import arrange
from gradsim.viewmodels.step.diagram.highlights import Phase
from gradsim.viewmodels.step.diagram.hits import Target, TargetKind
from gradsim.viewmodels.step.diagram.remedies import (
    LANE,
    lane_of,
    way_layers,
    way_of,
    way_sign,
)
from gradsim.viewmodels.step.diagram.words import describe
from gradsim.viewmodels.step.numerals import numeral
from gradsim.viewmodels.step.scaled import Scaled
from gradsim.viewmodels.step.walk.steps import StepKind
from tests.viewmodels.step.diagram.diagram_desk import DiagramDesk
from tests.viewmodels.step.remedied_projects import BATCH, every_remedy


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[DiagramDesk]:
    del qtbot
    store = QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)
    made = DiagramDesk(every_remedy(), Settings(store))
    yield made
    made.shut_down()


def skip_at(desk: DiagramDesk, layer: int) -> int:
    return next(
        place
        for place, step in enumerate(desk.stepper.steps, start=1)
        if step.kind is StepKind.SKIP and step.layer == layer
    )


def test_only_layers_with_a_connection_have_a_way_past() -> None:
    network = every_remedy().network
    assert way_layers(network) == (2, 3, 4)
    assert [way_sign(network, layer) for layer in (2, 3, 4)] == ["+1", "+1", "+P"]
    assert lane_of(network) == LANE
    assert lane_of(preset("mazur").network) == 0.0


@pytest.mark.parametrize("size", [(612, 155), (612, 330), (900, 500)])
@pytest.mark.parametrize("units", [(3, 3, 1), (32, 32, 1), (12, 2, 12)])
def test_a_way_leads_from_column_to_column_above_every_unit(
    size: tuple[int, int], units: tuple[int, ...]
) -> None:
    shape = NetworkShape(2, units)
    layout = arrange(shape, shown_columns(3, 3), *size, {}, LANE)
    for layer in (1, 2, 3):
        way, before, after = way_of(layout, layer), layout.column(layer - 1), layout.column(layer)
        assert way is not None
        assert before is not None
        assert after is not None
        assert before.x < way.start[0] < way.end[0] < after.x
        points = way.segments[:, 1::2]
        assert points.min() >= layout.header - 1.0
        assert way.crest[1] < min(before.top, after.top) - layout.unit_height / 2
    lowest = max(slot.y for column in layout.columns for slot in column.slots)
    assert lowest + layout.unit_height / 2 <= size[1]


def test_the_walk_lights_the_way_past_at_its_own_step(desk: DiagramDesk) -> None:
    desk.stepper.choose_lens("layer")
    desk.stepper.jump(skip_at(desk, 3))
    lit = desk.model.highlights
    assert {layer: mark.phase for layer, mark in lit.ways.items()} == {
        4: Phase.DONE,
        3: Phase.CURRENT,
    }
    assert lit.columns[3].phase is Phase.DONE
    assert desk.model.current_target == Target(TargetKind.WAY, 3)


def test_forward_the_sum_lights_the_way_and_the_units(desk: DiagramDesk) -> None:
    desk.stepper.choose_lens("forward")
    place = next(
        place
        for place, step in enumerate(desk.stepper.steps, start=1)
        if step.kind is StepKind.RESIDUAL_VALUE
    )
    desk.stepper.jump(place)
    lit = desk.model.highlights
    assert lit.ways[2].phase is lit.columns[2].phase is Phase.CURRENT


def test_a_way_is_found_by_the_pointer_and_goes_to_its_factor(desk: DiagramDesk) -> None:
    layout = desk.model.layout
    assert layout is not None
    desk.stepper.choose_lens("layer")
    way = way_of(layout, 3)
    assert way is not None
    target = desk.model.target_at(*way.crest, 1.0)
    assert target == Target(TargetKind.WAY, 3)
    desk.actions.choose(target)
    assert desk.stepper.position == skip_at(desk, 3)


def test_the_way_says_its_sum_and_how_much_takes_either_way(desk: DiagramDesk) -> None:
    values = desk.model.values
    assert values is not None
    told = dict(describe(Target(TargetKind.WAY, 3), values).rows)
    assert told["a⁽³⁾"] == "a⁽²⁾ + 0.7000 h⁽³⁾"
    passing = values.passing(3)
    assert passing is not None
    arrived = next(f for f in values.result.factors if (f.kind, f.layer) == ("residual", 3))
    size = np.linalg.norm(arrived.upstream) * 2.0 ** int(arrived.upstream_exponent)
    assert passing[1].value == pytest.approx(size)
    assert "layer 2" not in describe(Target(TargetKind.WAY, 3), values).sentence


def test_a_layer_names_its_remedies(desk: DiagramDesk) -> None:
    values = desk.model.values
    assert values is not None
    said = describe(Target(TargetKind.LAYER, 2), values).sentence
    for word in ("layer normalization", "dropout 0.25", "residual connection"):
        assert word in said.lower()
    assert "remedies" not in describe(Target(TargetKind.LAYER, 1), values).sentence


@pytest.mark.parametrize("batch", [False, True])
def test_bars_are_the_gradient_by_z_whatever_stands_between_z_and_a(
    desk: DiagramDesk, batch: bool
) -> None:
    if batch:
        desk.show(every_remedy(BATCH))
    values = desk.model.values
    assert values is not None
    for layer in range(1, 6):
        weights = next(f for f in values.result.factors if (f.kind, f.layer) == ("weights", layer))
        delta = weights.upstream * 2.0 ** int(weights.upstream_exponent)
        expected = np.abs(delta).sum(axis=0) if batch else delta[0]
        found = [values.units(layer).delta_of(unit + 1) for unit in range(len(expected))]
        shown = [0.0 if each is None else each.value for each in found]
        np.testing.assert_allclose(shown, expected, rtol=1e-12)


def test_a_unit_tells_the_gamma_and_beta_that_act_on_it_and_their_gradients(
    desk: DiagramDesk,
) -> None:
    values = desk.model.values
    assert values is not None
    # Layer 2 normalizes the units of layer 1, in front of its W.
    rows = dict(describe(Target(TargetKind.UNIT, 1, 2), values).rows)
    assert (rows["γ₂⁽²⁾"], rows["β₂⁽²⁾"]) == ("1", "0")
    for kind in ("γ", "β"):
        place = ParameterAddress.parse(f"{kind}:2:2")
        desk.stepper.choose_parameter(place)
        assert desk.stepper.paths is not None
        total = desk.stepper.paths.total
        assert rows[f"∂C/∂{kind}₂⁽²⁾"] == numeral(Scaled.of(total.mantissa, total.exponent), 6)
    assert not any("γ" in name for name, _ in describe(Target(TargetKind.UNIT, 2, 1), values).rows)


def test_the_normalized_unit_is_lit_for_its_gamma_of_a_sample_and_of_a_batch(
    desk: DiagramDesk,
) -> None:
    desk.stepper.choose_parameter(ParameterAddress.parse("γ:2:3"))
    assert desk.model.unrolled == Target(TargetKind.UNIT, 1, 3)
    desk.stepper.last()
    assert desk.model.highlights.units[1, 3].kind is StepKind.NORMALIZATION_SCALE
    assert desk.model.highlights.units[1, 3].phase is Phase.CURRENT
    desk.scope.choose(None)
    desk.simulation.compute_now()
    assert desk.model.highlights.units[1, 3].phase is Phase.TO_COME
    assert not desk.model.highlights.biases
