"""The columns of a measurement say, layer by layer, what its layers say one by one."""

from __future__ import annotations

import numpy as np
import pytest

from gradsim.engine.columns import GRADIENTS
from gradsim.engine.measurement import measure
from gradsim.project.evaluation import materialize, scoped_forward
from gradsim.project.presets import preset


@pytest.mark.parametrize("name", ["ten_sigmoid_layers", "zero_initialization", "exploding_tanh"])
def test_columns_equal_the_layers(name: str) -> None:
    """Zero gradients and 10^±100s included; a column is made by other calls than a layer."""
    measurement = measure(scoped_forward(materialize(preset(name)), None))
    columns, layers = measurement.columns, measurement.layers
    for quantity in GRADIENTS:
        for statistic in ("l2", "rms", "mean_abs", "max_abs"):
            one_by_one = [float(getattr(each, quantity).log10(statistic)) for each in layers]
            np.testing.assert_allclose(columns.log10(quantity, statistic), one_by_one, atol=1e-12)
        states = [getattr(each, quantity).state_of() for each in layers]
        stack = columns.magnitudes(quantity)
        assert [stack.state_of((index,)) for index in range(len(layers))] == states
    for column, part in (
        (columns.activation, "activation_log10"),
        (columns.weights, "weights_log10"),
        (columns.remedies, "remedies_log10"),
    ):
        one_by_one = [float(getattr(each.attribution, part)) for each in layers]
        np.testing.assert_allclose(column, one_by_one, atol=1e-12)
    fed = [float(each.activation_norm_log10) for each in layers]
    np.testing.assert_allclose(columns.inputs, fed, atol=1e-12)


def test_columns_cannot_be_written() -> None:
    """They are shared by everyone who reads the measurement."""
    columns = measure(scoped_forward(materialize(preset("first_look")), None)).columns
    with pytest.raises(ValueError, match="read-only"):
        columns.log10("delta", "l2")[0] = 0.0
    with pytest.raises(ValueError, match="read-only"):
        columns.activation[0] = 0.0
