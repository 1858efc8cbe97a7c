"""A path written out: the quantities that it passes, from the parameter up to the cost."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from gradsim.engine.activations import activation_of
from gradsim.engine.network import Network
from gradsim.engine.parameter_address import ParameterAddress
from gradsim.engine.paths.parameter_paths import Path
from gradsim.viewmodels.step.lenses import is_scalar_chain
from gradsim.viewmodels.step.steps import COST_SYMBOL, Symbol

ARROW = " → "
_TIGHT = "\u200a→\u200a"
_LEFT_OUT = "…"


def route_of(
    address: ParameterAddress,
    path: Path,
    network: Network,
    *,
    shortcut: bool = False,
    layers: bool = True,
) -> tuple[str, ...]:
    """``("x₁", "a₂⁽¹⁾", "a₁⁽²⁾", "C")``, or without `layers` ``("x₁", "a₂", "a₁", "C")``.

    A path begins at what the weight multiplies, or at the bias. In a softmax output it comes in at
    one unit's z and leaves by another's a; with `shortcut` it ends in z.
    """
    bare = is_scalar_chain(network)
    softmax = not activation_of(network.layers[-1].activation).elementwise

    def symbol(letter: str, layer: int | None, unit: int) -> str:
        # Where every layer has one unit, only the layers tell the names apart.
        named = layer if layers or bare else None
        return Symbol(letter, named, () if bare else (unit,)).text

    if address.kind == "b":
        names = [symbol("b", address.layer, address.unit)]
    elif address.layer == 1:
        names = [symbol("x", None, address.source)]
    else:
        names = [symbol("a", address.layer - 1, address.source)]
    leaving = softmax and not shortcut
    units = (address.unit, *(path.units[:-1] if leaving else path.units))
    for layer, unit in enumerate(units, start=address.layer):
        open_end = layer == network.depth and (softmax or shortcut)
        names.append(symbol("z" if open_end else "a", layer, unit))
    if leaving:
        names.append(symbol("a", network.depth, path.units[-1]))
    return (*names, COST_SYMBOL.text)


def abridged(route: Sequence[str], fits: Callable[[str], bool]) -> str:
    """As much of the route as fits, its middle left out: ``x₁ → a₂ → … → C``.

    The two ends stay in any case, and next the quantities nearest to the cost: the paths of one
    parameter begin alike.
    """
    whole = _TIGHT.join(route)
    if len(route) <= 3 or fits(whole):
        return whole
    shortest = _TIGHT.join((route[0], _LEFT_OUT, route[-1]))
    best = shortest
    # No width takes hundreds of names, so the whole of a deep path need not be tried.
    for kept in range(3, min(len(route), 60)):
        text = _TIGHT.join((route[0], _LEFT_OUT, *route[len(route) - kept + 1 :]))
        if not fits(text):
            break
        best = text
    return best
