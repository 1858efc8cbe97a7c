"""One output taken back to ∂C/∂z in different ways: two factors, the shortcut a − y, another cost.

Nothing of the network is run again: what changes is the activation and the cost that stand upon
the same z^(L), or upon what a normalization made of it, u^(L).
"""

from __future__ import annotations

import itertools
from typing import Any

import numpy as np
import numpy.typing as npt
from msgspec import Struct
from msgspec.structs import replace

from gradsim.engine.activations import bind
from gradsim.engine.backward import chain_factors
from gradsim.engine.chain import FactorKind
from gradsim.engine.costs import cost_of
from gradsim.engine.forward import ForwardPass, output_costs
from gradsim.engine.network import Layer
from gradsim.engine.options import Choice
from gradsim.engine.remedies.letters import letters_of
from gradsim.engine.scaling import shifted

Array = npt.NDArray[np.float64]


class TwoFactors(Struct, frozen=True, eq=False):
    """∂C/∂a^(L), then ∂a^(L)/∂z^(L), then their product.

    sent : (units,) ∂C/∂a_j.
    local : f′(z_j), (units,), or the Jacobian ∂a_j/∂z_i of a softmax, (units, units), rows j.
    delta : (units,) ∂C/∂z_i.
    """

    sent: Array
    local: Array
    delta: Array


class OutputWays(Struct, frozen=True, eq=False):
    """The output of one sample, (units,) arrays of float64.

    letter : what the activation takes is called: z, or u after a normalization. Wherever this
        module says z, that is meant.
    unreduced : of the pair, in plain floating point as anyone would multiply it out: where the
        output saturates, digits are lost, or ∞ meets 0.
    shortcut : a − y, as the backward pass has it.
    squared : of a squared error on the same outputs, as the backward pass has it; f′ stays in it.
    """

    letter: str
    argument: Array
    activation: Array
    targets: Array
    unreduced: TwoFactors
    shortcut: Array
    squared: TwoFactors

    @property
    def is_softmax(self) -> bool:
        """Whether ∂a/∂z is a whole matrix."""
        return self.unreduced.local.ndim == 2

    @property
    def rest(self) -> Array:
        """1 − a in plain floating point."""
        return 1.0 - self.activation


def with_output(
    forward: ForwardPass, activation: Choice, cost: str, targets: npt.NDArray[Any]
) -> ForwardPass:
    """The same pass up to z^(L) or u^(L), with another activation, cost and targets upon it.

    targets : (samples, outputs).

    Raises
    ------
    Problem
        If the cost cannot read the targets.
    """
    rule, last = cost_of(cost), forward.output
    rule.check_targets(targets)
    layers = forward.network.layers
    network = replace(
        forward.network,
        layers=(*layers[:-1], _bare(layers[-1], activation)),
        cost=cost,
    )
    bound = bind(activation)
    with np.errstate(over="ignore", under="ignore", invalid="ignore"):
        z = shifted(last.argument, last.exponent)
        output = replace(
            last,
            pre_activation=z,
            activation=bound.value(z),
            exponent=forward.arithmetic.zero,
            rule=bound,
            inner=None,
        )
        log_output, sample_costs = output_costs(rule, output, targets)
    return replace(
        forward,
        network=network,
        targets=targets,
        reference=targets,
        layers=(*forward.layers[:-1], output),
        sample_costs=sample_costs,
        cost=sample_costs.mean(axis=-1),
        log_output=log_output,
    )


def _bare(layer: Layer, activation: Choice) -> Layer:
    """The layer from what its activation takes on."""
    return replace(layer, activation=activation, normalization=None, residual=None, dropout=0.0)


def output_ways(
    forward: ForwardPass,
    activation: Choice,
    cost: str,
    targets: npt.NDArray[Any],
    squared: str = "squared_error",
) -> OutputWays:
    """Take the first sample of `forward` back through a fused pair and through a squared error.

    Parameters
    ----------
    activation, cost : the pair: sigmoid with binary_cross_entropy, softmax with cross_entropy.
    targets : (samples, outputs).
    squared : which of the squared errors to set beside it.

    Raises
    ------
    Problem
        If the pair's cost cannot read the targets.
    """
    fused = with_output(forward, activation, cost, targets)
    network = forward.network
    a = np.asarray(fused.output.activation[0], np.float64)
    y = np.asarray(fused.reference[0], np.float64)
    return OutputWays(
        letter=letters_of(network, network.depth)[FactorKind.activation][1].letter,
        argument=np.asarray(fused.output.pre_activation[0], np.float64),
        activation=a,
        targets=y,
        unreduced=_multiplied_out(cost, a, y, softmax=not fused.output.rule.rule.elementwise),
        shortcut=_two_factors(fused).delta,
        squared=_two_factors(with_output(forward, activation, squared, targets)),
    )


def _two_factors(forward: ForwardPass) -> TwoFactors:
    """The first two factors of the chain, of the first sample by itself."""
    cost, activation = itertools.islice(chain_factors(forward, batch_mean=False), 2)
    with np.errstate(over="ignore", under="ignore"):
        sent, delta = (
            shifted(factor.product, factor.product_exponent)[0] for factor in (cost, activation)
        )
    parts = (np.asarray(part, np.float64) for part in (sent, activation.local[0], delta))
    return TwoFactors(*parts)


def _multiplied_out(cost: str, a: Array, y: Array, *, softmax: bool) -> TwoFactors:
    """The definitions in plain float64: diag(a) − a aᵀ or a(1 − a), and ∂C/∂a over it."""
    with np.errstate(all="ignore"):
        sent = np.asarray(cost_of(cost).derivative(a, y), np.float64)
        if not softmax:
            local = a * (1.0 - a)
            return TwoFactors(sent, local, sent * local)
        jacobian = np.diag(a) - np.outer(a, a)
        # A target of 0 asks for nothing, even of an output that is 0.
        terms = np.where(sent[:, None] == 0.0, 0.0, sent[:, None] * jacobian)
        return TwoFactors(sent, jacobian, terms.sum(axis=0))
