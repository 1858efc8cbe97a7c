"""The end of whole layers where the first layer is normalized: like is compared with like."""

from __future__ import annotations

from typing import cast

import numpy as np
import pytest

from gradsim.engine.checks.finite_differences import DifferenceState
from gradsim.engine.options import Choice
from gradsim.engine.remedies import Residual
from gradsim.viewmodels.step.stepper import Lens
from gradsim.viewmodels.step.walk.comparison import Comparison
from gradsim.viewmodels.step.walk.ending import ending
from tests.viewmodels.step.conftest import OpenDesk
from tests.viewmodels.step.remedied_projects import BATCH, LAYER, RMS, layer, remedied

RESIDUALS = (None, Residual(0.5, "pre"), Residual(0.5, "post"))


@pytest.mark.parametrize("residual", RESIDUALS, ids=lambda each: each.form if each else "plain")
@pytest.mark.parametrize("normalization", [BATCH, LAYER, RMS], ids=lambda each: each.name)
def test_product_engine_and_difference_are_of_the_same_parameters(
    open_desk: OpenDesk, normalization: Choice, residual: Residual | None
) -> None:
    first = layer(3, "tanh", normalization=normalization, residual=residual)
    desk = open_desk(remedied(first, layer(1, "sigmoid")))
    comparison = Comparison(desk.stepper)
    desk.scope.choose(None)
    desk.compute()
    desk.stepper.choose_lens(Lens.LAYER)
    desk.stepper.last()
    comparison.compute_now()
    walk, result = desk.stepper.walk, desk.result
    end = ending(walk, result, comparison.difference)
    assert end is not None
    assert end.engine.mantissa == pytest.approx(end.product.mantissa, rel=1e-12)
    assert end.engine.exponent == end.product.exponent
    difference = comparison.difference
    assert difference is not None
    gradient = np.ldexp(
        np.asarray(result.factors[-1].product), int(result.factors[-1].product_exponent)
    )
    assert difference.engine == pytest.approx(cast(float, np.abs(gradient).max()), rel=1e-12) or (
        -difference.engine == pytest.approx(cast(float, np.abs(gradient).max()), rel=1e-12)
    )
    assert difference.state is DifferenceState.AGREES
    letter = end.norm_of.strip("‖").removeprefix("∂C/∂")[0]
    assert f"∂C/∂{letter}" in end.entry
    comparison.shut_down()
