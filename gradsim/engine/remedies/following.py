"""The running statistics of batch normalization after one more pass in training."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gradsim.engine.options import resolved_options
from gradsim.engine.remedies import normalization_of
from gradsim.engine.remedies.batch_norm import followed
from gradsim.engine.remedies.learned import RemedyValues

if TYPE_CHECKING:
    from gradsim.engine.forward import ForwardPass


def followed_statistics(
    passed: ForwardPass, remedies: tuple[RemedyValues | None, ...]
) -> tuple[RemedyValues | None, ...]:
    """`remedies` with running means and variances moved by what `passed` saw of its batch:
    (1 − m)·old + m·new; layers without them, and passes in evaluation, leave the very values."""
    found: list[RemedyValues | None] = []
    for values, choice, layer in zip(
        remedies, (each.normalization for each in passed.network.layers), passed.layers, strict=True
    ):
        inner = layer.inner
        known = values is not None and values.running_mean is not None
        if not known or values is None or choice is None or inner is None:
            found.append(values)
            continue
        assert inner.normalized is not None
        options = resolved_options(choice, normalization_of(choice).options)
        found.append(followed(values, inner.normalized, passed.samples, options["momentum"]))
    return tuple(found)
