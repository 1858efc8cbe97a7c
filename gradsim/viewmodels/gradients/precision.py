"""Where a magnitude would leave float16, float32 and float64: subnormal, zero or infinite."""

from __future__ import annotations

from typing import Final

import numpy as np
from msgspec import Struct

from gradsim.engine.problems import QT_TRANSLATE_NOOP
from gradsim.engine.scaling import LOG10_2
from gradsim.viewmodels.gradients.decades import Span
from gradsim.viewmodels.gradients.profile import Profile
from gradsim.viewmodels.gradients.wording import of_layers
from gradsim.viewmodels.messages import Message


class FloatFormat(Struct, frozen=True):
    """A binary format by the exponents of its smallest normal and subnormal and largest number."""

    name: str
    normal: int
    subnormal: int
    overflow: int

    @property
    def normal_log10(self) -> float:
        """log₁₀ of the smallest number with full precision."""
        return self.normal * LOG10_2

    @property
    def subnormal_log10(self) -> float:
        """log₁₀ of the smallest number above zero."""
        return self.subnormal * LOG10_2

    @property
    def zero_log10(self) -> float:
        """log₁₀ of half of that: what lies below (or on it) rounds to zero."""
        return (self.subnormal - 1) * LOG10_2

    @property
    def overflow_log10(self) -> float:
        """log₁₀ of the power of two at which the format has nothing but infinity."""
        return self.overflow * LOG10_2


FORMATS: Final = (
    FloatFormat("float16", -14, -24, 16),
    FloatFormat("float32", -126, -149, 128),
    FloatFormat("float64", -1022, -1074, 1024),
)


class Limit(Struct, frozen=True):
    """A horizontal line of a plot: where, whose and which limit."""

    log10: float
    message: Message
    strong: bool


def limits_within(span: Span) -> tuple[Limit, ...]:
    """The limits of all formats that lie inside `span` (log₁₀)."""
    found = []
    for each in FORMATS:
        for log10, template, strong in (
            (each.normal_log10, _NORMAL, False),
            (each.subnormal_log10, _SUBNORMAL, True),
            (each.overflow_log10, _OVERFLOW, True),
        ):
            if span.low <= log10 <= span.high:
                found.append(
                    Limit(log10, Message.of("Precision", template, format=each.name), strong)
                )
    return tuple(found)


def losses(profile: Profile) -> tuple[Message, ...]:
    """What each format would do to the drawn magnitudes, and in which layers; nothing where all
    of them fit. Layers without a logarithm are left to their gutters."""
    said: list[Message] = []
    known = ~np.isnan(profile.log10)
    log10 = profile.log10
    for each in FORMATS:
        with np.errstate(invalid="ignore"):
            zero = known & (log10 <= each.zero_log10)
            subnormal = known & (log10 < each.normal_log10) & ~zero
            overflow = known & (log10 >= each.overflow_log10)
        for where, template in ((zero, _ZERO), (subnormal, _BELOW_NORMAL), (overflow, _INFINITE)):
            layers = profile.layers[where]
            if layers.size:
                said.append(of_layers("Precision", template, layers, format=each.name))
    return tuple(said)


_NORMAL: Final = QT_TRANSLATE_NOOP("Precision", "{format} smallest normal")
_SUBNORMAL: Final = QT_TRANSLATE_NOOP("Precision", "{format} smallest above 0")
_OVERFLOW: Final = QT_TRANSLATE_NOOP("Precision", "{format} largest")
_ZERO: Final = (
    QT_TRANSLATE_NOOP("Precision", "{format}: 0 in layer {layers}"),
    QT_TRANSLATE_NOOP("Precision", "{format}: 0 in layers {layers}"),
)
_BELOW_NORMAL: Final = (
    QT_TRANSLATE_NOOP("Precision", "{format}: subnormal in layer {layers}"),
    QT_TRANSLATE_NOOP("Precision", "{format}: subnormal in layers {layers}"),
)
_INFINITE: Final = (
    QT_TRANSLATE_NOOP("Precision", "{format}: infinite in layer {layers}"),
    QT_TRANSLATE_NOOP("Precision", "{format}: infinite in layers {layers}"),
)
