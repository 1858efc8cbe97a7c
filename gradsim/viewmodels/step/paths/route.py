"""A path written out: the quantities that it passes, from the parameter up to the cost."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from msgspec import Struct

from gradsim.engine.activations import activation_of
from gradsim.engine.network import Network
from gradsim.engine.parameter_address import ParameterAddress
from gradsim.engine.paths.parameter_paths import Path, PathFactor
from gradsim.engine.remedies import normalization_of
from gradsim.viewmodels.step.diagram.remedies import way_sign
from gradsim.viewmodels.step.walk.lenses import fed_by, is_scalar_chain
from gradsim.viewmodels.step.walk.steps import COST_SYMBOL, Symbol

ARROW = " → "
_TIGHT = "\u200a→\u200a"
_LEFT_OUT = "…"
_MOST_NAMES = 60


def route_of(
    address: ParameterAddress,
    path: Path,
    network: Network,
    *,
    shortcut: bool = False,
    layers: bool = True,
) -> tuple[str, ...]:
    """``("x₁", "a₂⁽¹⁾", "a₁⁽²⁾", "C")``, or without `layers` ``("x₁", "a₂", "a₁", "C")``.

    A path begins at what the weight multiplies, or at the bias, the γ or the β itself. In a softmax
    output it comes in at one unit's z and leaves by another's a; with `shortcut` it ends in z.
    Where a normalization mixes the units, and where a residual connection leaves two ways, a layer
    has two names: ``z₁ → a₂`` through it, ``+1 → a₂`` past it, so that all paths of a parameter are
    as long.
    """
    bare = is_scalar_chain(network)

    def symbol(letter: str, layer: int | None, unit: int) -> str:
        # Where every layer has one unit, only the layers tell the names apart.
        named = layer if layers or bare else None
        return Symbol(letter, named, () if bare else (unit,)).text

    first = fed_by(network, address.layer) if address.kind == "w" else None
    if address.kind != "w":
        names = [symbol(address.kind, address.layer, address.unit)]
    elif first is not None:
        names = [symbol(first.letter, first.layer, address.source)]
    elif address.layer == 1:
        names = [symbol("x", None, address.source)]
    else:
        names = [symbol("a", address.layer - 1, address.source)]
    inside: dict[int, dict[str, PathFactor]] = {}
    for factor in path.factors[1:-1]:
        inside.setdefault(factor.layer, {})[factor.kind] = factor
    for layer in range(address.layer, network.depth + 1):
        for letter, unit in _layer_stops(network, layer, address, inside.get(layer, {})):
            names.append(symbol(letter, layer, unit) if unit else letter)
        if shortcut and layer == network.depth:
            # The walk begins at ∂C/∂z, of u where a normalization stands before f.
            del names[-1]
            normalized = network.layers[-1].normalization is not None
            if activation_of(network.layers[-1].activation).elementwise:
                names.append(symbol("u" if normalized else "z", layer, path.factors[0].unit))
    return (*names, COST_SYMBOL.text)


def _layer_stops(
    network: Network,
    number: int,
    address: ParameterAddress,
    inside: dict[str, PathFactor],
) -> list[tuple[str, int]]:
    """Letter and unit of each quantity of a layer on the path, upward; unit 0 for a sign."""
    layer = network.layers[number - 1]
    choice, residual = layer.normalization, layer.residual
    first = layer.activates_first
    # A path leaves a layer by the unit of its first factor there.
    out = next((factor.unit for factor in inside.values()), address.unit)
    past = inside.get("skip")
    if past is not None:
        return [(way_sign(network, number), 0), ("a", out)]
    mixes = choice is not None and not normalization_of(choice).couples_samples
    normalization, activation = inside.get("normalization"), inside.get("activation")
    if not activation_of(layer.activation).elementwise:
        assert activation is not None
        taken = [("z" if choice is None else "u", activation.source), ("a", out)]
        if mixes and normalization is not None:
            return [("z", normalization.source), *taken]
        return taken
    if mixes and normalization is not None:
        through = ("u", normalization.unit) if first else ("z", normalization.source)
        return [through, ("a", out)]
    if residual is not None and number > address.layer:
        return [("z", out), ("a", out)]
    return [("a", out)]


class Stop(Struct, frozen=True):
    """One quantity of a route: its name without and with its layer.

    differs : whether the strongest path passes another one here.
    """

    name: str
    full: str
    differs: bool = False


class Piece(Struct, frozen=True):
    """A piece of a written route: a name, an arrow, or what is left out."""

    text: str
    differs: bool = False


def stops_of(
    names: Sequence[str], full: Sequence[str], strongest: Sequence[str]
) -> tuple[Stop, ...]:
    """The stops of a route, compared with the full names of the strongest path."""
    return tuple(
        Stop(name, whole, whole != other)
        for name, whole, other in zip(names, full, strongest, strict=True)
    )


def abridged(route: Sequence[Stop], fits: Callable[[Sequence[Piece]], bool]) -> tuple[Piece, ...]:
    """As much of the route as fits: ``x₁ → … → a₂ → C``, or ``… → a₇⁽³⁰⁾ → … → C``.

    First come the quantities in which it differs from the strongest path, those nearest to the
    cost before the others; then its two ends, and what is nearest to the cost: the paths of one
    parameter begin alike. A name that stands apart from both ends tells its layer.
    """
    whole = _written(route, range(len(route)))
    # No width takes hundreds of names, so the whole of a deep path need not be measured.
    if len(route) <= _MOST_NAMES and fits(whole):
        return whole
    backward = range(len(route) - 1, -1, -1)
    differing = [at for at in backward if route[at].differs]
    others = (len(route) - 1, 0, *backward)
    wanted = list(dict.fromkeys((*differing[:_MOST_NAMES], *others)))[:_MOST_NAMES]
    first = 1 if differing else 2
    best = _written(route, sorted(wanted[:first]))
    for count in range(first + 1, len(wanted) + 1):
        pieces = _written(route, sorted(wanted[:count]))
        if not fits(pieces):
            break
        best = pieces
    return best


def _written(route: Sequence[Stop], kept: Sequence[int]) -> tuple[Piece, ...]:
    """The kept stops with arrows between them, and "…" for each run that is left out."""
    last = len(route) - 1
    from_start, to_end = 0, last
    present = set(kept)
    while from_start in present:
        from_start += 1
    while to_end in present:
        to_end -= 1
    pieces: list[Piece] = []
    before = -1
    for at in kept:
        if at > before + 1:
            pieces += [Piece(_LEFT_OUT), Piece(_TIGHT)]
        stop = route[at]
        in_run = at < from_start or at > to_end
        pieces += [Piece(stop.name if in_run else stop.full, stop.differs), Piece(_TIGHT)]
        before = at
    if before < last:
        return (*pieces, Piece(_LEFT_OUT))
    return tuple(pieces[:-1])
