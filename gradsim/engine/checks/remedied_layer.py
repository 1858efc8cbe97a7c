"""A layer with remedies against central differences of ⟨u, layer(a)⟩, parameter by parameter.

Batch normalization ties the samples together and layer normalization the units, so that what the
other layers allow (to move one z alone) says nothing here: each parameter itself is moved, and the
whole layer passed anew. The difference is that of fourth order, as in ``layer_check.py``.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
from msgspec import Struct
from msgspec.structs import replace

from gradsim.engine.agreement import SHARP, Agreement, deviations, together
from gradsim.engine.arithmetic import arithmetic_of
from gradsim.engine.chain import ChainFactor, FactorKind, Gradient
from gradsim.engine.checks.difference_quotient import EPSILON, difference_quotient
from gradsim.engine.checks.layer_check import STEPS
from gradsim.engine.checks.perturbation import Floats, true_inputs
from gradsim.engine.checks.subject import Indices, LayerFactors
from gradsim.engine.costs import cost_of
from gradsim.engine.forward import ForwardPass
from gradsim.engine.remedies.learned import RemedyValues
from gradsim.engine.remedies.passing import Inner, pass_layer
from gradsim.engine.remedies.returning import layer_factors

_SAFETY = 16.0
_DIRECTIONS = 2
_SIDE = {
    FactorKind.weights: "weights",
    FactorKind.bias: "bias",
    FactorKind.normalization_scale: "scale",
    FactorKind.normalization_shift: "shift",
}


class RemediedCheck(Struct, frozen=True):
    """What was compared, how well it agrees, and what straddled a kink or drowned in rounding."""

    checked: int
    directions: int
    agreement: Agreement
    kinks: int
    lost: int


def check_remedied_layer(
    result: ForwardPass,
    layer: int,
    factors: LayerFactors,
    entries: tuple[Indices, Indices],
    random: np.random.Generator,
) -> RemediedCheck:
    """Compare W and b at `entries` (units and sources from 0; source −1 is the bias), every γ and
    β, and random directions of the inputs."""
    subject = _Subject(result, layer, factors, random)
    found: list[tuple[Agreement, bool, bool]] = []
    checked = 0
    for name, place in _places(subject, entries):
        found.append(subject.compare(name, place))
        checked += 1
    directions = 0
    if layer > 1:
        for _ in range(_DIRECTIONS):
            found.append(subject.compare("inputs", random.normal(size=subject.inputs.shape)))
            directions += 1
    return RemediedCheck(
        checked,
        directions,
        together(agreement for agreement, _, _ in found),
        sum(kinked for _, kinked, _ in found),
        sum(lost for _, _, lost in found),
    )


def _places(subject: _Subject, entries: tuple[Indices, Indices]) -> Iterator[tuple[str, Any]]:
    for unit, source in zip(*entries, strict=True):
        if source < 0:
            yield "bias", (unit,)
        else:
            yield "weights", (unit, source)
    for name in ("scale", "shift"):
        if name in subject.derivatives:
            for unit in range(subject.derivatives[name].size):
                yield name, (unit,)


class _Subject:
    """φ = ⟨u, layer⟩, u = upstream/‖upstream‖, or the cost itself of a fused pair."""

    def __init__(
        self, result: ForwardPass, layer: int, factors: LayerFactors, random: np.random.Generator
    ) -> None:
        self._result, self._number = result, layer
        self._layer, self._passed = result.network.layers[layer - 1], result.layers[layer - 1]
        self._arithmetic = arithmetic_of(np.dtype(np.float64), ())
        self.inputs = true_inputs(result, layer)
        values = result.parameters.remedies[layer - 1]
        self._numbers: dict[str, Any] = {
            "weights": np.asarray(result.parameters.weights[layer - 1], np.float64),
            "bias": np.asarray(result.parameters.biases[layer - 1], np.float64),
        }
        self._values = values or RemedyValues()
        ordered = sorted(
            (each for kind, each in factors.items() if kind is not FactorKind.cost),
            key=lambda factor: factor.index,
        )
        arriving = ordered[0].arriving
        self._fused = any(factor.fused for factor in ordered)
        norm = float(np.linalg.norm(np.asarray(arriving.array, np.float64)))
        if norm == 0.0 and not self._fused:
            arriving = self._of(random.normal(size=arriving.array.shape))
            norm = float(np.linalg.norm(arriving.array))
            ordered = list(layer_factors(result, layer, arriving, 0, 1.0))
        size, unit = (1.0, 0) if self._fused else (norm, int(arriving.exponent))
        self._direction = np.asarray(arriving.array, np.float64) / size
        self.derivatives = {
            _SIDE.get(factor.kind, "inputs"): _relative(factor, unit, size) for factor in ordered
        }
        _, base = self._value({})
        inverse = base.normalized.inverse if base.normalized is not None else np.ones(1)
        self._reach = max(1.0, float(np.abs(inverse).max()))
        self._base = base

    def _of(self, array: Floats) -> Gradient:
        return Gradient(
            *self._arithmetic.renormalized(array, self._arithmetic.zero), self._arithmetic.kept
        )

    def compare(self, name: str, place: Any) -> tuple[Agreement, bool, bool]:
        """One entry, or of the inputs one direction: how well it agrees, whether every step
        straddles a kink, and whether it drowns in rounding."""
        derivative, moving = self._along(name, place)
        best: tuple[Agreement, bool] | None = None
        for step in STEPS:
            h = step / (self._reach * self._felt(name, place))
            crossed: list[bool] = []

            def value(shift: Floats, crossed: list[bool] = crossed) -> Floats:
                at, inner = self._value({name: shift})
                crossed.append(self._crossed(inner))
                return np.array(at)

            quotient, magnitude = difference_quotient(value, h * moving, h)
            if any(crossed):
                continue
            size = np.linalg.norm(self._base.argument) * self._reach
            noise = _SAFETY * EPSILON * (float(magnitude) + float(size)) / h
            here = deviations(quotient.reshape(1), np.array([derivative]), np.array([noise]))
            agreement = here.agreement(np.ones(1, np.bool_))
            if best is None or agreement.unexplained_error < best[0].unexplained_error:
                best = agreement, bool(here.lost[0])
            if best[0].unexplained_error <= SHARP:
                break
        if best is None:
            return Agreement(), True, False
        return best[0], False, best[1]

    def _along(self, name: str, place: Any) -> tuple[float, Floats]:
        """The derivative along what moves, and what moves by 1."""
        if name == "inputs":
            return float((self.derivatives["inputs"] * place).sum()), place
        moving = np.zeros(self.derivatives[name].shape)
        moving[place] = 1.0
        return float(self.derivatives[name][place]), moving

    def _felt(self, name: str, place: Any) -> float:
        """How far a movement by 1 moves what enters the normalization, or f."""
        if name == "weights":
            return max(float(np.abs(self._base.fed[:, place[1]]).max()), 1e-3)
        if name == "inputs":
            moved = place if self._base.activates_first else place @ self._numbers["weights"].T
            return max(float(np.abs(moved).max()), 1e-3)
        return 1.0

    def _value(self, moved: dict[str, Floats]) -> tuple[float, Inner]:
        numbers = {name: array + moved.get(name, 0.0) for name, array in self._numbers.items()}
        changes = {
            name: getattr(self._values, name) + moved[name]
            for name in ("scale", "shift")
            if name in moved
        }
        values = replace(self._values, **changes) if changes else self._values
        _, a, inner = pass_layer(
            self._layer, self._number, (numbers["weights"], numbers["bias"], values),
            self.inputs + moved.get("inputs", 0.0), self._passed.rule, self._arithmetic,
            self._result.circumstances,
        )  # fmt: skip
        if self._fused:
            fused = cost_of(self._result.network.cost).fused
            assert fused is not None
            reference = np.asarray(self._result.reference, np.float64)
            costs = fused.sample_costs(fused.log_output(inner.argument), reference)
            return float(np.mean(costs)), inner
        return float((self._direction * a).sum()), inner

    def _crossed(self, inner: Inner) -> bool:
        rule, before = self._passed.rule, self._base.argument
        return any(
            bool((((inner.argument > point) != (before > point)) | (before == point)).any())
            for point in rule.rule.kinks(**rule.options)
        )


def _relative(factor: ChainFactor, unit: int, size: float) -> Floats:
    """The gradient that the factor leaves, over the norm of what arrived at the layer."""
    shift = max(-5000, min(5000, int(factor.product_exponent) - unit))
    return np.asarray(np.ldexp(factor.product.astype(np.float64), shift) / size)
