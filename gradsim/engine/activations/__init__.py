"""The table of activations: the one list that menus, stepper, files and tests read."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache, partial
from types import MappingProxyType

from gradsim.engine.activations.gated import GELU, GELU_TANH, HARDSWISH, MISH, SILU
from gradsim.engine.activations.plain import IDENTITY, SIN, SOFTMAX
from gradsim.engine.activations.rectifiers import (
    CELU,
    ELU,
    LEAKY_RELU,
    RELU,
    RELU6,
    SELU,
    SOFTPLUS,
)
from gradsim.engine.activations.rule import Activation, Array, BoundActivation
from gradsim.engine.activations.sigmoidal import HARDSIGMOID, HARDTANH, SIGMOID, SOFTSIGN, TANH
from gradsim.engine.options import Choice, resolved_options
from gradsim.engine.problems import QT_TRANSLATE_NOOP, Problem

ACTIVATIONS: Mapping[str, Activation] = MappingProxyType(
    {
        activation.name: activation
        for activation in (
            SIGMOID,
            TANH,
            RELU,
            LEAKY_RELU,
            ELU,
            SELU,
            CELU,
            GELU,
            GELU_TANH,
            SILU,
            MISH,
            SOFTPLUS,
            SOFTSIGN,
            HARDSIGMOID,
            HARDTANH,
            HARDSWISH,
            RELU6,
            SIN,
            IDENTITY,
            SOFTMAX,
        )
    }
)


def activation_of(choice: Choice) -> Activation:
    """The activation that `choice` names.

    Raises
    ------
    Problem
        If there is none of that name.
    """
    activation = ACTIVATIONS.get(choice.name)
    if activation is None:
        raise Problem(
            QT_TRANSLATE_NOOP(
                "Problem", "There is no activation called “{name}”. There are: {names}."
            ),
            place="name",
            name=choice.name,
            names=", ".join(ACTIVATIONS),
        )
    return activation


SATURATED_BELOW = 0.01
"""An entry is saturated where |f′(z)| is less than this share of max |f′|."""


@lru_cache(maxsize=1024)
def bind(choice: Choice) -> BoundActivation:
    """The activation that `choice` names, its options put in.

    Raises
    ------
    Problem
        If there is none of that name.
    """
    rule = activation_of(choice)
    options = resolved_options(choice, rule.options)

    def slope(z: Array, _a: Array) -> Array:
        return rule.derivative(z, **options)

    return BoundActivation(
        rule,
        MappingProxyType(options),
        partial(rule.value, **options) if options else rule.value,
        slope if rule.slope is None else partial(rule.slope, **options) if options else rule.slope,
        SATURATED_BELOW * rule.maximum_slope(**options) if rule.saturates else None,
    )


__all__ = ["ACTIVATIONS", "Activation", "BoundActivation", "activation_of", "bind"]
