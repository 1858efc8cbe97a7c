"""The readable form of one parameter's gradient: its strongest paths and what the rest add."""

from __future__ import annotations

from gradsim.cli.numbers import count, scaled
from gradsim.engine.paths.parameter_paths import ParameterPaths, Path
from gradsim.engine.scaled_numbers import ScaledNumber

_SHOWN = 5


def print_paths(found: ParameterPaths) -> None:
    """Print the gradient, then every listed path as its own product of scalars."""
    symbol = f"∂C/∂{found.address.symbol}"
    total = found.paths_total
    print(f"{symbol} = {scaled(found.total, 10)}   ({found.address})")
    if total == 1 and found.paths:
        print("the one path from this parameter to the cost:\n")
    else:
        print(f"the sum over {count(total)} paths; the {len(found.paths)} strongest:\n")
    for number, path in enumerate(found.paths, 1):
        print(f"path {number}{_route(path)}: {scaled(path.number)}")
        print(f"  = {_product(path)}")
    others = total - len(found.paths)
    if others:
        print(f"\nthe other {count(others)} paths add {scaled(found.remainder)}")
    if total > 1:
        print(f"sum = {scaled(found.total, 10)} = {symbol}")
    if found.lost:
        print("(a factor is too small for a float: backpropagation itself has 0 here)")


def print_penalty(added: tuple[float, ScaledNumber] | None) -> None:
    """Print what the penalties of the plan add to the gradient, and the sum."""
    if added is None:
        return
    term, total = added
    told = f"penalties add {scaled(ScaledNumber(term), 10)}"
    print(f"\n{told}: {scaled(total, 10)} is what a step takes")


def _route(path: Path) -> str:
    """The units passed, nearest the parameter first, and the layers left out; long ways by their
    ends."""
    if not path.units:
        return ""
    route = f" through units {' → '.join(_ends(path.units))}"
    if path.past:
        layers = "layer" if len(path.past) == 1 else "layers"
        route += f", past {layers} {', '.join(_ends(path.past))}"
    return route


def _ends(numbers: tuple[int, ...]) -> list[str]:
    told = [str(number) for number in numbers]
    return told if len(told) <= 2 * _SHOWN else [*told[:_SHOWN], "…", *told[-_SHOWN:]]


def _product(path: Path) -> str:
    """The factors from the cost down; of many, those at both ends."""
    factors = [f"{scaled(factor.number, 5)} [{factor.symbol}]" for factor in path.factors]
    folded = len(factors) - 2 * _SHOWN
    if folded > 1:
        factors = [*factors[:_SHOWN], f"∏ {folded} factors", *factors[-_SHOWN:]]
    return "\n  · ".join(factors)
