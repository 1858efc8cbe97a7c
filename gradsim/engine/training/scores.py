"""How good a network is now: cost and accuracy over the samples trained on and those kept aside."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt
from msgspec import Struct

from gradsim.engine.arithmetic import Arithmetic
from gradsim.engine.forward import forward_prepared
from gradsim.engine.initialization import Parameters
from gradsim.engine.network import Network
from gradsim.engine.training.batches import Split

Array = npt.NDArray[Any]


class Scores(Struct, frozen=True):
    """Mean cost per sample, without penalties, and the share of answers that are right.

    accuracy is None for costs without classes; the validation pair is None where no sample was
    kept aside.
    """

    cost: float
    accuracy: float | None
    validation_cost: float | None = None
    validation_accuracy: float | None = None


def scores_of(
    network: Network,
    parameters: Parameters,
    data: tuple[Array, Array, Array],
    split: Split,
    arithmetic: Arithmetic,
) -> Scores:
    """Run all samples forward, with remedies as they act after training.

    data are inputs, targets and reference, (samples, …) each.
    Right is, for `cross_entropy`, that the largest output is the largest target, and for
    `binary_cross_entropy`, that output and target lie on the same side of ½ (the mean over the
    outputs).
    """

    network = network.evaluated

    def score(chosen: npt.NDArray[np.int64]) -> tuple[float, float | None]:
        inputs, targets, reference = (array[chosen] for array in data)
        passed = forward_prepared(network, parameters, inputs, targets, reference, arithmetic)
        output = passed.output.activation
        right: float | None = None
        if network.cost == "cross_entropy":
            right = float((output.argmax(axis=1) == targets.argmax(axis=1)).mean())
        elif network.cost == "binary_cross_entropy":
            right = float(((output > 0.5) == (targets > 0.5)).mean())
        return float(passed.cost), right

    trained = score(split.training)
    aside = score(split.validation) if len(split.validation) else (None, None)
    return Scores(*trained, *aside)
