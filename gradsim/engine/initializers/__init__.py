"""The table of initializers, with the field's names and exact definitions."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from types import MappingProxyType

from gradsim.engine.activations import activation_of
from gradsim.engine.initializers import families
from gradsim.engine.initializers.rule import GAIN, Initializer
from gradsim.engine.options import Choice, Option, resolved_options
from gradsim.engine.problems import QT_TRANSLATE_NOOP, Problem

_ROOT_3 = math.sqrt(3.0)
_STD = Option("std", 0.05, 0.0, 1e6, step=0.01, label=QT_TRANSLATE_NOOP("Option", "Std"))
_LIMIT = Option("limit", 0.05, 0.0, 1e6, step=0.01, label=QT_TRANSLATE_NOOP("Option", "Limit"))
_VALUE = Option("value", 0.1, -1e6, 1e6, step=0.05, label=QT_TRANSLATE_NOOP("Option", "Value"))
_SPARSE_STD = Option("std", 1.0, 0.0, 1e6, step=0.05, label=QT_TRANSLATE_NOOP("Option", "Std"))
_NONZERO = Option(
    "nonzero",
    15,
    1,
    10_000,
    integer=True,
    step=1,
    label=QT_TRANSLATE_NOOP("Option", "Weights per unit"),
)

Scale = Callable[[int, int], float]


def _lecun(fan_in: int, _fan_out: int) -> float:
    return 1 / math.sqrt(fan_in)


def _glorot(fan_in: int, fan_out: int) -> float:
    return math.sqrt(2 / (fan_in + fan_out))


def _he(fan_in: int, _fan_out: int) -> float:
    return math.sqrt(2 / fan_in)


def _square(std: float) -> float:
    """std², inf where that is no float: ``**`` would raise there."""
    return std * std


def _scaled(
    name: str, label: str, tex: str, source: str, std: Scale, *, uniform: bool, with_gain: bool
) -> Initializer:
    """A fan-scaled initializer: normal of standard deviation `std`, or uniform of limit √3·std."""
    factor = _ROOT_3 if uniform else 1.0

    def scale(fan_in: int, fan_out: int, *, gain: float = 1.0, **_options: float) -> float:
        return gain * factor * std(fan_in, fan_out)

    def variance(fan_in: int, fan_out: int, *, gain: float = 1.0, **_options: float) -> float:
        return _square(gain * std(fan_in, fan_out))

    return Initializer(
        name=name,
        label=label,
        tex=tex,
        source=source,
        family=families.UNIFORM if uniform else families.NORMAL,
        scale=scale,
        variance=variance,
        scales_with_activation=with_gain,
    )


def _unknown(_fan_in: int, _fan_out: int, **_options: float) -> None:
    return None


def _gain_alone(_fan_in: int, _fan_out: int, *, gain: float = 1.0, **_options: float) -> float:
    return gain


_FIXED = (
    Initializer(
        name="zeros",
        label=QT_TRANSLATE_NOOP("Initializer", "Zeros"),
        tex=r"w=0",
        source="",
        family=families.ZEROS,
        scale=lambda _fan_in, _fan_out, **_: 0.0,
        variance=lambda _fan_in, _fan_out, **_: 0.0,
        for_bias=True,
    ),
    Initializer(
        name="constant",
        label=QT_TRANSLATE_NOOP("Initializer", "Constant"),
        tex=r"w=c",
        source="",
        family=families.ONES,
        scale=lambda _fan_in, _fan_out, *, value=0.1, gain=1.0, **_: gain * value,
        variance=_unknown,
        options=(_VALUE, GAIN),
        for_bias=True,
    ),
    Initializer(
        name="normal",
        label=QT_TRANSLATE_NOOP("Initializer", "Normal"),
        tex=r"w\sim N(0,\,s^2)",
        source="",
        family=families.NORMAL,
        scale=lambda _fan_in, _fan_out, *, std=0.05, gain=1.0, **_: gain * std,
        variance=lambda _fan_in, _fan_out, *, std=0.05, gain=1.0, **_: _square(gain * std),
        options=(_STD, GAIN),
        for_bias=True,
    ),
    Initializer(
        name="uniform",
        label=QT_TRANSLATE_NOOP("Initializer", "Uniform"),
        tex=r"w\sim U(-c,\,c)",
        source="",
        family=families.UNIFORM,
        scale=lambda _fan_in, _fan_out, *, limit=0.05, gain=1.0, **_: gain * limit,
        variance=lambda _fan_in, _fan_out, *, limit=0.05, gain=1.0, **_: _square(gain * limit) / 3,
        options=(_LIMIT, GAIN),
        for_bias=True,
    ),
    Initializer(
        name="truncated_normal",
        label=QT_TRANSLATE_NOOP("Initializer", "Truncated normal"),
        tex=r"w\sim N(0,\,s^2),\ |w|\leq 2s/0.8796",
        source="",
        family=families.TRUNCATED,
        scale=lambda _fan_in, _fan_out, *, std=0.05, gain=1.0, **_: gain * std,
        variance=lambda _fan_in, _fan_out, *, std=0.05, gain=1.0, **_: _square(gain * std),
        options=(_STD, GAIN),
        for_bias=True,
    ),
)

_FAN_SCALED = (
    _scaled(
        "lecun_normal",
        QT_TRANSLATE_NOOP("Initializer", "LeCun normal"),
        r"w\sim N(0,\,\frac{g^2}{n_{in}})",
        "LeCun, Bottou, Orr & Müller 1998",
        _lecun,
        uniform=False,
        with_gain=True,
    ),
    _scaled(
        "lecun_uniform",
        QT_TRANSLATE_NOOP("Initializer", "LeCun uniform"),
        r"w\sim U(\pm g\sqrt{\frac{3}{n_{in}}})",
        "LeCun, Bottou, Orr & Müller 1998",
        _lecun,
        uniform=True,
        with_gain=True,
    ),
    _scaled(
        "glorot_normal",
        QT_TRANSLATE_NOOP("Initializer", "Glorot normal (Xavier)"),
        r"w\sim N(0,\,\frac{2g^2}{n_{in}+n_{out}})",
        "Glorot & Bengio 2010",
        _glorot,
        uniform=False,
        with_gain=True,
    ),
    _scaled(
        "glorot_uniform",
        QT_TRANSLATE_NOOP("Initializer", "Glorot uniform (Xavier)"),
        r"w\sim U(\pm g\sqrt{\frac{6}{n_{in}+n_{out}}})",
        "Glorot & Bengio 2010",
        _glorot,
        uniform=True,
        with_gain=True,
    ),
    _scaled(
        "he_normal",
        QT_TRANSLATE_NOOP("Initializer", "He normal (Kaiming)"),
        r"w\sim N(0,\,\frac{2g^2}{n_{in}})",
        "He, Zhang, Ren & Sun 2015",
        _he,
        uniform=False,
        with_gain=False,
    ),
    _scaled(
        "he_uniform",
        QT_TRANSLATE_NOOP("Initializer", "He uniform (Kaiming)"),
        r"w\sim U(\pm g\sqrt{\frac{6}{n_{in}}})",
        "He, Zhang, Ren & Sun 2015",
        _he,
        uniform=True,
        with_gain=False,
    ),
)

_STRUCTURED = (
    Initializer(
        name="orthogonal",
        label=QT_TRANSLATE_NOOP("Initializer", "Orthogonal"),
        tex=r"W=g\,Q,\ Q^{T}Q=I",
        source="Saxe, McClelland & Ganguli 2013",
        family=families.ORTHOGONAL,
        scale=_gain_alone,
        variance=lambda fan_in, fan_out, *, gain=1.0, **_: gain * gain / max(fan_in, fan_out),
        scales_with_activation=True,
    ),
    Initializer(
        name="identity",
        label=QT_TRANSLATE_NOOP("Initializer", "Identity"),
        tex=r"W=g\,I",
        source="Le, Jaitly & Hinton 2015",
        family=families.EYE,
        scale=_gain_alone,
        variance=_unknown,
    ),
    Initializer(
        name="sparse",
        label=QT_TRANSLATE_NOOP("Initializer", "Sparse"),
        tex=r"k\ \mathrm{of}\ n_{in}\ w\sim N(0,\,s^2),\ \mathrm{else}\ 0",
        source="Martens 2010",
        family=families.SPARSE,
        scale=lambda _fan_in, _fan_out, *, std=1.0, gain=1.0, **_: gain * std,
        variance=lambda fan_in, _fan_out, *, nonzero=15, std=1.0, gain=1.0, **_: (
            _square(gain * std) * min(nonzero, fan_in) / fan_in
        ),
        options=(_NONZERO, _SPARSE_STD, GAIN),
    ),
    Initializer(
        name="pytorch_default",
        label=QT_TRANSLATE_NOOP("Initializer", "PyTorch default"),
        tex=r"w\sim U(\pm \frac{g}{\sqrt{n_{in}}})",
        source="PyTorch, nn.Linear.reset_parameters",
        family=families.UNIFORM,
        scale=lambda fan_in, _fan_out, *, gain=1.0, **_: gain / math.sqrt(fan_in),
        variance=lambda fan_in, _fan_out, *, gain=1.0, **_: gain * gain / (3 * fan_in),
        for_bias=True,
    ),
    Initializer(
        name="lsuv",
        label=QT_TRANSLATE_NOOP("Initializer", "LSUV (reads the data)"),
        tex=r"W=g\,Q\ \mathrm{so\ that}\ \mathrm{Var}(z)=g^2",
        source="Mishkin & Matas 2015",
        family=families.ORTHOGONAL,
        scale=_gain_alone,
        variance=_unknown,
        data_dependent=True,
    ),
)

INITIALIZERS: Mapping[str, Initializer] = MappingProxyType(
    {entry.name: entry for entry in (*_FIXED, *_FAN_SCALED, *_STRUCTURED)}
)


def initializer_of(choice: Choice) -> Initializer:
    """The initializer that `choice` names.

    Raises
    ------
    Problem
        If there is none of that name.
    """
    initializer = INITIALIZERS.get(choice.name)
    if initializer is None:
        raise Problem(
            QT_TRANSLATE_NOOP(
                "Problem", "There is no initializer called “{name}”. There are: {names}."
            ),
            place="name",
            name=choice.name,
            names=", ".join(INITIALIZERS),
        )
    return initializer


def recommended_gain(initializer_name: str, activation: Choice) -> float:
    """The gain that the field recommends with `activation`; shown, never applied in secret.

    LeCun, Glorot and orthogonal: tanh 5/3, ReLU √2, leaky ReLU √(2/(1+slope²)), SELU ¾, else 1.
    He holds √2 already: 1. Source: He et al. 2015; PyTorch ``nn.init.calculate_gain``.

    Raises
    ------
    Problem
        If there is no such initializer or activation.
    """
    if not initializer_of(Choice(initializer_name)).scales_with_activation:
        return 1.0
    rule = activation_of(activation)
    return rule.recommended_gain(**resolved_options(activation, rule.options))


__all__ = ["INITIALIZERS", "Initializer", "initializer_of", "recommended_gain"]
