"""Changes worth measuring: the verdict's remedies, critical gains, and what else there is.

Nothing here knows what a change will do; that is measured. Never changed are the widths, the cost,
the data and the output's activation, and how a layer is drawn whose numbers are typed.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from typing import Final

from gradsim.engine.activations import activation_of
from gradsim.engine.initializers import initializer_of, recommended_gain
from gradsim.engine.network import Layer
from gradsim.engine.options import Choice, resolved_options
from gradsim.engine.problems import Problem
from gradsim.engine.remedies.residual import FORMS
from gradsim.engine.theory.fixed_points import critical_weight_variance
from gradsim.engine.theory.length_map import LengthMap
from gradsim.engine.verdict.records import Remedy, Verdict
from gradsim.engine.verdict.remedies import suited_weights
from gradsim.project.coaching.changes import Change
from gradsim.project.model import Project, is_drawn

ALTERNATIVES: Final = (
    "relu", "tanh", "leaky_relu", "elu", "selu", "gelu", "silu", "softsign", "softplus",
)  # fmt: skip
"""Activations to try instead, the ones met most first; linear layers would be no network."""
NORMALIZATIONS: Final = ("batch_norm", "layer_norm")
INITIALIZERS: Final = ("he_normal", "glorot_normal", "lecun_normal", "orthogonal", "lsuv")
_FIGURES = 3


def candidates(project: Project, verdict: Verdict) -> tuple[tuple[Change, Project], ...]:
    """Every change worth measuring with the project that it makes, the most usual first.

    No two make the same project, and none makes `project` itself.
    """
    found: list[tuple[Change, Project]] = []
    # A change touches nothing but layers.
    seen = {project.network}
    for change in _changes(project, verdict):
        try:
            made = change.applied(project)
        except Problem:  # a layer that cannot take it: no candidate
            continue
        if made.network not in seen:
            seen.add(made.network)
            found.append((change, made))
    return tuple(found)


def _changes(project: Project, verdict: Verdict) -> Iterator[Change]:
    remedies = [each for each in _for_drawn(project, verdict.remedies) if each.layers]
    if remedies:
        yield Change(tuple(remedies))
        yield from (Change((remedy,)) for remedy in remedies)
    hidden = tuple(range(1, len(project.layers)))
    drawn = _drawn(project, hidden)
    # A matrix of equal weights above the hidden layers undoes whatever is done to those.
    output = _unequal_output(project)
    yield from _gains(project, drawn)
    yield from (Change((remedy,)) for remedy in _zero_biases(project, drawn))
    yield from _initializers(project, drawn, output)
    yield from _added(project, hidden, output)
    for name in ALTERNATIVES:
        choice = Choice.of(name)
        others = tuple(n for n in hidden if project.layers[n - 1].activation != choice)
        if not others:
            continue
        activation = Remedy("activation", choice, others)
        yield Change((activation, *output))
        for weights in _suited(choice) if drawn else ():
            yield Change((activation, Remedy("weights", weights, drawn), *output))


def _suited(activation: Choice) -> Iterator[Choice]:
    """Weights for hidden layers of `activation`: the field's, LeCun's and orthogonal ones."""
    yield suited_weights(activation)
    yield Choice.of("lecun_normal")
    yield _with_gain("orthogonal", recommended_gain("orthogonal", activation))


def _gains(project: Project, drawn: tuple[int, ...]) -> Iterator[Change]:
    """The gain at which theory has ‖δ‖ neither vanish nor explode, initializers as they are."""
    remedies: list[Remedy] = []
    for layer, numbers in _alike(project, drawn):
        rule = initializer_of(layer.weights)
        options = resolved_options(layer.weights, rule.options)
        middle = numbers[len(numbers) // 2]
        fan_in = project.network.fan_in(middle)
        variance = rule.variance(fan_in, layer.units, **options)
        if "gain" not in options or not variance or not activation_of(layer.activation).elementwise:
            continue
        bias = _bias_variance(project, middle)
        critical = critical_weight_variance(LengthMap(layer.activation, 1.0, bias))
        if critical is None:
            continue
        gain = options["gain"] * math.sqrt(critical / (fan_in * variance))
        choice = layer.weights.with_option("gain", float(f"{gain:.{_FIGURES}g}"))
        remedies.append(Remedy("weights", choice, numbers))
    if remedies:
        yield Change(tuple(remedies))


def _initializers(
    project: Project, drawn: tuple[int, ...], output: tuple[Remedy, ...]
) -> Iterator[Change]:
    """Other initializers for the activations that there are."""
    groups = list(_alike(project, drawn))
    if groups:
        suited = [
            Remedy("weights", suited_weights(layer.activation), numbers)
            for layer, numbers in groups
        ]
        yield Change((*suited, *output))
    for name in INITIALIZERS:
        remedies = [
            Remedy("weights", _with_gain(name, recommended_gain(name, layer.activation)), numbers)
            for layer, numbers in groups
        ]
        if remedies:
            yield Change((*_joined(remedies), *output))


def _added(
    project: Project, hidden: tuple[int, ...], output: tuple[Remedy, ...]
) -> Iterator[Change]:
    """A normalization, or a way past the layer, in the hidden layers that have none.

    A residual connection stands where the widths agree, so that the way past is the identity.
    """
    bare = tuple(n for n in hidden if project.layers[n - 1].normalization is None)
    for name in NORMALIZATIONS if bare else ():
        yield Change((Remedy("normalization", Choice.of(name), bare), *output))
    widths = project.network.widths
    even = tuple(
        n for n in hidden if project.layers[n - 1].residual is None and widths[n] == widths[n - 1]
    )
    for form in FORMS if even else ():
        yield Change((Remedy("residual", Choice.of(form), even), *output))


def _zero_biases(project: Project, drawn: tuple[int, ...]) -> Iterator[Remedy]:
    biased = tuple(n for n in drawn if project.layers[n - 1].bias.name != "zeros")
    if biased:
        yield Remedy("bias", Choice.of("zeros"), biased)


def _unequal_output(project: Project) -> tuple[Remedy, ...]:
    """Random weights for an output layer whose weights are zero or all equal."""
    last = len(project.layers)
    if last not in _drawn(project, (last,)) or last == 1:
        return ()
    if initializer_of(project.output.weights).family.random:
        return ()
    return (Remedy("weights", suited_weights(project.output.activation), (last,)),)


def _drawn(project: Project, layers: Iterable[int]) -> tuple[int, ...]:
    """Those of `layers` whose numbers are not typed."""
    return tuple(n for n in layers if is_drawn(project.parameters[n - 1]))


def _for_drawn(project: Project, remedies: Iterable[Remedy]) -> Iterator[Remedy]:
    """The remedies, where they say how numbers are drawn in the drawn layers only."""
    for remedy in remedies:
        if remedy.setting not in ("weights", "bias"):
            yield remedy
        else:
            yield Remedy(remedy.setting, remedy.choice, _drawn(project, remedy.layers))


def _alike(project: Project, layers: tuple[int, ...]) -> Iterator[tuple[Layer, tuple[int, ...]]]:
    """Groups of `layers` with the same activation and weights, each by its first layer."""

    def key(number: int) -> tuple[Choice, Choice]:
        layer = project.layers[number - 1]
        return layer.activation, layer.weights

    groups: dict[tuple[Choice, Choice], list[int]] = {}
    for number in layers:
        groups.setdefault(key(number), []).append(number)
    for numbers in groups.values():
        yield project.layers[numbers[0] - 1], tuple(numbers)


def _joined(remedies: list[Remedy]) -> list[Remedy]:
    """Remedies of the same choice as one."""
    layers: dict[Choice, tuple[int, ...]] = {}
    for remedy in remedies:
        layers[remedy.choice] = tuple(sorted((*layers.get(remedy.choice, ()), *remedy.layers)))
    return [Remedy("weights", choice, numbers) for choice, numbers in layers.items()]


def _bias_variance(project: Project, number: int) -> float:
    """Of layer `number`; 0 where it is not known."""
    layer = project.layers[number - 1]
    rule = initializer_of(layer.bias)
    options = resolved_options(layer.bias, rule.options)
    return rule.variance(project.network.fan_in(number), layer.units, **options) or 0.0


def _with_gain(name: str, gain: float) -> Choice:
    rounded = float(f"{gain:.{_FIGURES}g}")
    return Choice.of(name) if rounded == 1.0 else Choice.of(name, gain=rounded)
