"""The ladder with the shortcut on begins at a − y; over remedies there is none."""

from __future__ import annotations

import numpy as np
import pytest

from gradsim.engine.network import Layer
from gradsim.engine.options import Choice
from gradsim.engine.parameter_address import ParameterAddress
from gradsim.viewmodels import words
from gradsim.viewmodels.notation import Notation, using
from gradsim.viewmodels.step.ladder.model import LadderModel
from gradsim.viewmodels.step.numerals import numeral
from gradsim.viewmodels.step.stepper import Lens
from gradsim.viewmodels.step.walk.steps import StepKind
from tests.viewmodels.step.conftest import OpenDesk
from tests.viewmodels.step.ladder.test_ladder import ladder_at, told
from tests.viewmodels.step.predict.shortcut_networks import fused
from tests.viewmodels.step.remedied_projects import every_remedy


@pytest.mark.parametrize("notation", [Notation(), Notation(layout="numerator")])
@pytest.mark.parametrize("lens", [Lens.LAYER, Lens.PARAMETER])
@pytest.mark.parametrize("cost", ["binary_cross_entropy", "cross_entropy"])
def test_with_the_shortcut_the_ladder_begins_at_output_minus_target(
    open_desk: OpenDesk, cost: str, lens: Lens, notation: Notation
) -> None:
    with using(notation):
        desk = open_desk(fused(cost, 2, (Layer(4, Choice("tanh")),), Layer(3)))
        desk.look_at(1)
        desk.stepper.choose_parameter(ParameterAddress("w", 1, 2, 1))
        desk.stepper.choose_lens(lens)
        desk.stepper.options.choose_shortcut(True)
        desk.settle()
        shown = ladder_at(desk, 1)
        assert [column.step.kind for column in shown.columns[:2]] == [
            StepKind.SHORTCUT,
            StepKind.PREVIOUS_ACTIVATION,
        ]
        first = shown.columns[0]
        assert (shown.cursor, first.state, first.walk_index) == (0, "current", 0)
        assert first.scalar_form.tex == "a^{(L)}-y"
        assert "what is left of both is a − y" in told(shown)
        forward = desk.result.forward
        error = (forward.output.activation - forward.reference)[0]
        unit = first.step.unit
        assert unit is not None
        assert first.number == numeral(float(error[unit - 1]))
        assert shown.matrix is not None
        np.testing.assert_allclose(shown.matrix.grid.values.ravel(), error, rtol=1e-12)
        row, column = shown.matrix.framed
        assert max(row, column) == unit - 1
        assert shown.matrix.symbol(row, column) == first.step.symbol
        for place in range(3):
            at = (0, place) if shown.matrix.columns > 1 else (place, 0)
            assert "∂C/∂z" in words.text(shown.matrix.told(*at))
        last = ladder_at(desk, len(desk.stepper.steps))
        assert all(column.state != "future" for column in last.columns)
        assert all(column.number != "?" for column in last.columns)


def test_layers_with_remedies_have_no_ladder(open_desk: OpenDesk) -> None:
    desk = open_desk(every_remedy())
    desk.look_at(1)
    model = LadderModel(desk.stepper)
    assert model.ladder(20) is None
    model.shut_down()
