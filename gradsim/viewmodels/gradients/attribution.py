"""What took or gave each decade of a gradient on its way back: one signed bar per layer and cause.

Bars are changes of log₁₀ of the L2 norm, or the RMS, from the layer above, so they add up,
exactly, to the change along the whole network; over deep networks neighbouring layers are summed
into one bar.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from typing import Final

import numpy as np
import numpy.typing as npt
from msgspec import Struct

from gradsim.engine.attribution_weights import bias_samples_log10, weight_samples_log10
from gradsim.engine.measurement import Measurement
from gradsim.engine.problems import QT_TRANSLATE_NOOP
from gradsim.engine.statistics import Statistic
from gradsim.viewmodels import words
from gradsim.viewmodels.gradients.decades import round_step
from gradsim.viewmodels.gradients.quantities import statistic_symbol
from gradsim.viewmodels.messages import Message
from gradsim.viewmodels.notation import current

Floats = npt.NDArray[np.float64]

CAUSES: Final[dict[str, Message]] = {
    "activation": Message("Attribution", QT_TRANSLATE_NOOP("Attribution", "activations f′(z)")),
    "weights": Message("Attribution", QT_TRANSLATE_NOOP("Attribution", "weights W")),
    "remedies": Message("Attribution", QT_TRANSLATE_NOOP("Attribution", "remedies")),
    "inputs": Message("Attribution", QT_TRANSLATE_NOOP("Attribution", "inputs a⁽ˡ⁻¹⁾")),
    "samples": Message("Attribution", QT_TRANSLATE_NOOP("Attribution", "samples cancel")),
    "sizes": Message("Attribution", QT_TRANSLATE_NOOP("Attribution", "number of entries")),
}


class Cause(Struct, frozen=True, eq=False):
    """One cause (a name of ``CAUSES``) and its decades: one per bar, NaN where undefined."""

    name: str
    decades: Floats

    @property
    def total(self) -> float:
        """Over all layers; NaN where one is undefined."""
        return math.fsum(self.decades.tolist()) if np.isfinite(self.decades).all() else math.nan


class Attribution(Struct, frozen=True, eq=False):
    """Bars per cause over groups of layers.

    Attributes
    ----------
    first, last : (bars,) float64
        The layers, from 1, that each bar sums over.
    changes : (bars,) float64
        What the gradient's size itself changes by, NaN where an end is 0 or no number. It is known
        where a part is not: a residual connection brings a gradient past weights that leave 0.
        Without it the causes alone tell.
    quantity, statistic : str
        Whose norm (``l2``) or ``rms`` it explains.
    """

    quantity: str
    statistic: str
    depth: int
    first: Floats
    last: Floats
    causes: tuple[Cause, ...]
    changes: Floats | None = None

    @property
    def centers(self) -> Floats:
        """Where along the layers each bar stands."""
        return (self.first + self.last) / 2

    @property
    def group(self) -> int:
        """How many layers a bar sums over (the topmost may have fewer)."""
        return int(self.last[0] - self.first[0]) + 1 if len(self.first) else 1

    @property
    def net(self) -> Floats:
        """All causes together, per bar, or what is known of them together."""
        summed = self._summed
        known = np.isfinite(summed)
        return summed if self.changes is None else np.where(known, summed, self.changes)

    @property
    def undivided(self) -> npt.NDArray[np.bool_]:
        """(bars,) whether the change is known, but not what each cause did of it."""
        return np.isfinite(self.net) & ~np.isfinite(self._summed)

    @property
    def total(self) -> float:
        """All causes, all layers: log₁₀ of the first layer's norm over the `start`."""
        if self.undivided.any():
            return math.fsum(self.net.tolist())
        return math.fsum(cause.total for cause in self.causes)

    @property
    def _summed(self) -> Floats:
        if not self.causes:
            return np.zeros(len(self.first))
        return np.asarray(np.sum([cause.decades for cause in self.causes], axis=0))

    @property
    def start(self) -> str:
        """What the sum is measured against: the symbol of the gradient at its upper end."""
        start = "activation_gradient" if self.quantity == "delta" else self.quantity
        return at_layer(start, self.depth, self.statistic)

    @property
    def title(self) -> str:
        """‖δ⁽¹⁾‖ / ‖∂C/∂a⁽⁵⁾‖: what the total is the logarithm of."""
        return f"{at_layer(self.quantity, 1, self.statistic)} / {self.start}"

    def columns_of(self, layers: Sequence[int]) -> tuple[tuple[float, float], ...]:
        """From where to where the bars reach that hold `layers`, each bar once."""
        wanted = np.asarray(layers, dtype=np.int64)
        held = (self.first[:, None] <= wanted) & (wanted <= self.last[:, None])
        return tuple(
            (float(self.first[bar]) - 0.5, float(self.last[bar]) + 0.5)
            for bar in np.flatnonzero(held.any(axis=1))
        )


def attribution_of(
    measurement: Measurement, quantity: str, most_bars: int = 64, *, rms: bool = False
) -> Attribution:
    """The bars of `quantity` in at most about `most_bars` groups of neighbouring layers.

    For an `rms` the number of entries is a cause of its own, where it differs between layers.

    For δ the bars lead from ∂C/∂a^(L) to δ^(1), the output's f′ included; for the others from the
    last layer's gradient to the first's.
    """
    depth = len(measurement.layers)
    statistic: Statistic = "rms" if rms else "l2"
    parts = _PARTS[quantity](measurement)
    if rms:
        sizes = _step_down(-0.5 * np.log10(measurement.columns.magnitudes(quantity).entries))
        parts |= {"sizes": sizes} if _any(sizes) else {}
    if quantity != "delta":
        for decades in parts.values():
            decades[-1] = 0.0
    if not parts["remedies"].any():
        del parts["remedies"]
    if quantity in ("weight_gradient", "bias_gradient") and not _any(parts["samples"]):
        del parts["samples"]
    step = round_step(depth, most_bars)
    edges = np.arange(0, depth, step)
    causes = tuple(
        Cause(name, np.asarray(np.add.reduceat(_defined(decades), edges)))
        for name, decades in parts.items()
    )
    last = np.minimum(edges + step, depth).astype(np.float64)
    first = (edges + 1).astype(np.float64)
    changes = np.add.reduceat(_defined(_changes(measurement, quantity, statistic)), edges)
    return Attribution(quantity, statistic, depth, first, last, causes, changes)


def at_layer(quantity: str, layer: int, statistic: str = "l2") -> str:
    """The size of a quantity in one layer: ‖∂C/∂W⁽³⁾‖, RMS ∂C/∂W⁽³⁾."""
    return words.text(statistic_symbol(quantity, statistic, current().layer_text(layer)))


def _defined(decades: Floats) -> Floats:
    """NaN for a change from or to an exact 0, which no number of decades tells."""
    return np.where(np.isfinite(decades), decades, np.nan)


def _any(decades: Floats) -> bool:
    """Whether a cause does anything (rounding of exact cancellation aside), or may do."""
    return not bool((np.abs(decades) <= 1e-9).all())


def _step_down(column: Floats) -> Floats:
    """The change into each layer from the one above it; 0 for the last."""
    with np.errstate(invalid="ignore"):
        return np.append(column[:-1] - column[1:], 0.0)


def _changes(measurement: Measurement, quantity: str, statistic: Statistic) -> Floats:
    """(layers,) the change of log₁₀ of the quantity's size into each layer."""
    sizes = measurement.columns.log10(quantity, statistic)
    start = sizes[-1:]
    if quantity == "delta":
        start = measurement.columns.log10("activation_gradient", statistic)[-1:]
    with np.errstate(invalid="ignore"):
        return np.asarray(sizes - np.append(sizes[1:], start))


def _delta(measurement: Measurement) -> dict[str, Floats]:
    columns = measurement.columns
    return {
        "activation": columns.activation.copy(),
        "weights": columns.weights.copy(),
        "remedies": columns.remedies.copy(),
    }


def _weight_gradient(measurement: Measurement) -> dict[str, Floats]:
    columns = measurement.columns
    return {
        **_delta(measurement),
        "inputs": _step_down(columns.inputs),
        "samples": _step_down(weight_samples_log10(columns)),
    }


def _bias_gradient(measurement: Measurement) -> dict[str, Floats]:
    samples = _step_down(bias_samples_log10(measurement.columns))
    return {**_delta(measurement), "samples": samples}


def _activation_gradient(measurement: Measurement) -> dict[str, Floats]:
    """∂C/∂a^(l) has met the f′ of layer l + 1, not yet its own."""
    parts = _delta(measurement)
    own = measurement.columns.own
    if own is not None:
        names = ("activation", "weights", "remedies")
        return {name: np.append(column[1:], 0.0) for name, column in zip(names, own, strict=True)}
    parts["activation"] = np.append(parts["activation"][1:], 0.0)
    return parts


_PARTS: Final[dict[str, Callable[[Measurement], dict[str, Floats]]]] = {
    "weight_gradient": _weight_gradient,
    "bias_gradient": _bias_gradient,
    "delta": _delta,
    "activation_gradient": _activation_gradient,
}
