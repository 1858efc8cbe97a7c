"""What an initializer is: a family of unit draws times a scale, as one immutable entry."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct

from gradsim.engine.initializers.families import Family
from gradsim.engine.options import Option
from gradsim.engine.problems import QT_TRANSLATE_NOOP

GAIN = Option("gain", 1.0, 0.0, 1000.0, step=0.05, label=QT_TRANSLATE_NOOP("Option", "Gain"))


class Initializer(Struct, frozen=True, eq=False):
    """One way to draw the weights of a layer, W = scale · unit.

    The unit draw depends on the seed, the layer's id and the shape; the scale on the fans and the
    options, so that a gain, or Glorot instead of He, rescales the same draw.

    Parameters
    ----------
    name, label, tex, source : str
        As in Activation; the label's context is "Initializer"; tex is the distribution of W.
    family : Family
        How the unit draw is made.
    scale : callable
        ``scale(fan_in, fan_out, **options)``: what multiplies the unit draw, gain included.
    options : tuple of Option
        The initializer's own options and ``gain``.
    variance : callable
        ``variance(fan_in, fan_out, **options)``: Var(w_jk) of an entry drawn independently of
        the others or nearly so (orthogonal), None where one number does not tell (identity,
        constant, lsuv).
    for_bias : bool
        Whether biases may use it too.
    data_dependent : bool
        Whether it reads the data (lsuv).
    scales_with_activation : bool
        Whether the gain that the field recommends depends on the activation.
    """

    name: str
    label: str
    tex: str
    source: str
    family: Family
    scale: Callable[..., float]
    variance: Callable[..., float | None]
    options: tuple[Option, ...] = (GAIN,)
    for_bias: bool = False
    data_dependent: bool = False
    scales_with_activation: bool = False
