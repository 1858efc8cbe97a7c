"""The readable form of a trace: forward, then every factor with the product that it leaves."""

from __future__ import annotations

from collections.abc import Iterator

from gradsim.cli.numbers import size, values
from gradsim.cli.output import number, print_table
from gradsim.engine.backward import chain_factors
from gradsim.engine.chain import ChainFactor, FactorKind
from gradsim.engine.forward import ForwardPass
from gradsim.engine.penalties import NO_PENALTY, Penalty, with_penalty
from gradsim.engine.penalties.penalty import applicable
from gradsim.engine.statistics import magnitude

_SIDE = (
    FactorKind.weights,
    FactorKind.bias,
    FactorKind.normalization_scale,
    FactorKind.normalization_shift,
    FactorKind.penalty,
)


def print_factors(forward: ForwardPass, *, batch: bool, penalty: Penalty = NO_PENALTY) -> None:
    """Print z, a and the cost, then every factor from the cost back to the first layer."""
    print_table(
        ("layer", "activation", "z", "a"),
        [
            (
                str(index),
                layer.activation.name,
                values(passed.pre_activation, int(passed.exponent)),
                values(passed.activation, int(passed.exponent)),
            )
            for index, (layer, passed) in enumerate(
                zip(forward.network.layers, forward.layers, strict=True), 1
            )
        ],
        left=(1, 2, 3),
    )
    print(f"\nC = {number(float(forward.cost), 10)}\n")
    print_table(
        ("step", "factor", "is", "running product", "=", "‖·‖"),
        list(_rows(forward, batch=batch, penalty=applicable(penalty, forward.network))),
        left=(1, 2, 3, 4),
    )
    if not penalty.nothing:
        print("\n+λW is what the penalties add, for this layer's step alone.", end="")
    print("\n└ marks side branches: their products are gradients and are not multiplied on.")


def _rows(forward: ForwardPass, *, batch: bool, penalty: Penalty) -> Iterator[tuple[str, ...]]:
    for factor in with_penalty(chain_factors(forward, batch_mean=batch), forward, penalty):
        length = magnitude(factor.product, factor.product_exponent, factor.underflow)
        side = factor.kind in _SIDE
        yield (
            str(factor.index + 1),
            f"└ {factor.symbol}" if side else factor.symbol,
            _local(factor),
            _left(factor),
            values(factor.product, int(factor.product_exponent)),
            size(length),
        )


def _left(factor: ChainFactor) -> str:
    added = f" {factor.symbol}" if factor.kind is FactorKind.penalty else ""
    return f"{factor.product_symbol}{added}"


def _local(factor: ChainFactor) -> str:
    if factor.kind is FactorKind.bias:
        return "1"
    if factor.fused:
        return "a − y, fused with the cost"
    return values(factor.local, int(factor.local_exponent))
