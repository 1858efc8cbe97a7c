"""Whether inputs and targets fit a network."""

from __future__ import annotations

from typing import Any

import numpy.typing as npt

from gradsim.engine.costs import Cost
from gradsim.engine.network import Network
from gradsim.engine.problems import QT_TRANSLATE_NOOP, Problem

Array = npt.NDArray[Any]


def check_data(network: Network, cost: Cost, inputs: Array, targets: Array) -> None:
    """Refuse (…, samples, inputs) and (…, samples, outputs) that the network cannot take.

    Raises
    ------
    Problem
        At ``data.inputs`` or ``data.targets``; targets that `cost` does not use may be anything.
    """
    if inputs.ndim < 2 or inputs.shape[-1] != network.inputs:
        raise Problem(
            QT_TRANSLATE_NOOP(
                "Problem", "The data have {columns} inputs; the network has {inputs}."
            ),
            place="data.inputs",
            columns=inputs.shape[-1] if inputs.ndim else 0,
            inputs=network.inputs,
        )
    if inputs.shape[-2] < 1:
        raise Problem(
            QT_TRANSLATE_NOOP("Problem", "The data need at least one sample."), place="data.inputs"
        )
    if not cost.uses_targets:
        return
    outputs = network.layers[-1].units
    if targets.ndim < 2 or targets.shape[-1] != outputs:
        raise Problem(
            QT_TRANSLATE_NOOP(
                "Problem", "The data have {columns} targets; the last layer has {outputs} units."
            ),
            place="data.targets",
            columns=targets.shape[-1] if targets.ndim else 0,
            outputs=outputs,
        )
    if targets.shape[-2] != inputs.shape[-2]:
        raise Problem(
            QT_TRANSLATE_NOOP(
                "Problem", "Samples: {samples}; targets: {targets}. Each sample needs one."
            ),
            place="data.targets",
            samples=inputs.shape[-2],
            targets=targets.shape[-2],
        )
