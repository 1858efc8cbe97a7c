"""The values inside a layer with remedies, in the order in which the forward pass makes them."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

from gradsim.engine.chain import FactorKind, Variable
from gradsim.engine.network import Network
from gradsim.engine.remedies.letters import letters_of
from gradsim.viewmodels.simulation import SimulationResult
from gradsim.viewmodels.step.walk.steps import Step, StepKind, Symbol

Array = npt.NDArray[Any]


def remedied_values(network: Network, number: int, *, bare: bool) -> list[Step]:
    """The forward steps of layer `number`: z, u, h, d and a, where the layer has them."""
    layer, letters = network.layers[number - 1], letters_of(network, number)
    first = layer.activates_first

    def step(kind: StepKind, variable: Variable) -> Step:
        return Step(kind, number, network.depth, bare=bare, of=(variable, None))

    sum_of = step(StepKind.PRE_ACTIVATION, letters[FactorKind.weights][0])
    branch: list[Step] = []
    if layer.normalization is not None:
        branch.append(step(StepKind.NORMALIZED_VALUE, letters[FactorKind.normalization][0]))
    branch.append(step(StepKind.ACTIVATION_VALUE, letters[FactorKind.activation][0]))
    if layer.dropout and not network.evaluating:
        branch.append(step(StepKind.DROPPED_VALUE, letters[FactorKind.dropout][0]))
    steps = [*branch, sum_of] if first else [sum_of, *branch]
    if layer.residual is not None:
        steps.append(step(StepKind.RESIDUAL_VALUE, letters[FactorKind.residual][0]))
    return steps


def value_of(step: Step, result: SimulationResult) -> tuple[Array, int]:
    """The array that a forward step leaves, (samples, units), and its power of two."""
    there = result.forward.layers[step.layer - 1]
    exponent = int(np.asarray(there.exponent))
    inner = there.inner
    if step.kind is StepKind.PRE_ACTIVATION:
        return there.pre_activation, exponent
    if inner is None or step.kind is StepKind.RESIDUAL_VALUE:
        return there.activation, exponent
    if step.kind is StepKind.NORMALIZED_VALUE:
        return inner.argument, 0
    if step.kind is StepKind.DROPPED_VALUE and inner.mask is not None:
        return inner.value * inner.mask, 0
    return inner.value, 0


def fed_into(step: Step, result: SimulationResult) -> tuple[Symbol, Array, int]:
    """What W of the step's layer meets: its symbol, (samples, fan_in), and exponent."""
    layer, forward = step.layer, result.forward
    inner = forward.layers[layer - 1].inner
    if inner is not None and inner.activates_first:
        fed = letters_of(result.project.network, layer)[FactorKind.previous_activation][1]
        return Symbol(fed.letter, fed.layer), inner.fed, 0
    if layer == 1:
        return Symbol("a", 0), forward.inputs, 0
    below = forward.layers[layer - 2]
    return Symbol("a", layer - 1), below.activation, int(np.asarray(below.exponent))


def argument_of(step: Step, result: SimulationResult) -> Symbol:
    """What f of the step's layer takes: z, or u after a normalization."""
    network = result.project.network
    if network.layers[step.layer - 1].plain:
        return Symbol("z", step.layer)
    argument = letters_of(network, step.layer)[FactorKind.activation][1]
    return Symbol(argument.letter, argument.layer)
