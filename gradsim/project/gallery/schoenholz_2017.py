"""Schoenholz et al. 2017: tanh below, at and above criticality, and the depth scale of δ."""

from __future__ import annotations

import math
from collections.abc import Mapping
from functools import partial

from gradsim.engine.ensembles import EnsembleMeasurement
from gradsim.engine.options import Choice
from gradsim.engine.problems import QT_TRANSLATE_NOOP
from gradsim.engine.theory.fixed_points import settled_susceptibility
from gradsim.engine.theory.length_map import LengthMap
from gradsim.project.gallery.entry import Entry, Finding, Number, Setup
from gradsim.project.gallery.reading import decades_per_layer
from gradsim.project.model import DataSource, Project
from gradsim.project.presets.preset import project, stack

_TITLE = "Schoenholz et al. 2017"
_DEPTH = 100
_BETWEEN = (25, 75)
"""Layers between which the slope is taken, away from data and cost."""
BIAS_VARIANCE = 0.05
CRITICAL = 1.760955
"""σ_w² at which χ = 1 with that bias; written out because finding it takes seconds."""
_TANH = Choice.of("tanh")
_SHARES = {"below": 0.75, "at": 1.0, "above": 1.5}
"""σ_w² as a share of the critical one."""
_RELATIVE, _ABSOLUTE = 0.1, 0.004


def _expected(share: float) -> float:
    """½·log₁₀ χ at the fixed point."""
    variance = share * CRITICAL
    chi = settled_susceptibility(LengthMap(_TANH, variance, BIAS_VARIANCE))
    assert chi is not None
    return 0.5 * math.log10(chi)


def _made(name: str, width: int) -> Project:
    gain = round(math.sqrt(_SHARES[name] * CRITICAL), 6)
    layers = stack(
        [width] * _DEPTH,
        "tanh",
        Choice.of("lecun_normal", gain=gain),
        bias=Choice.of("normal", std=round(math.sqrt(BIAS_VARIANCE), 6)),
    )
    made = project(width, layers, "probe", DataSource.of("gaussian", samples=16))
    return Project(_TITLE, made.seed, made.network, made.parameters, made.data)


def _judge(measured: Mapping[str, EnsembleMeasurement]) -> Finding:
    numbers, far = [], ""
    for name, share in _SHARES.items():
        slope, expected = decades_per_layer(measured[name], *_BETWEEN), _expected(share)
        if abs(slope - expected) > _RELATIVE * abs(expected) + _ABSOLUTE:
            far = name
        published = (
            QT_TRANSLATE_NOOP("Gallery", "0: the depth scale diverges")
            if name == "at"
            else QT_TRANSLATE_NOOP("Gallery", "½·log₁₀ χ = {expected}")
        )
        numbers.append(
            Number(
                _LABELS[name],
                slope,
                published,
                decades=True,
                arguments={"expected": _signed(expected)},
            )
        )
    if far:
        reason = QT_TRANSLATE_NOOP(
            "Gallery", "the measured slope is not the one that the depth scale asks for"
        )
        return Finding(False, reason, tuple(numbers))
    reason = QT_TRANSLATE_NOOP(
        "Gallery",
        "below criticality δ vanishes, above it explodes, each at the rate of its depth scale, "
        "and at criticality it does neither",
    )
    return Finding(True, reason, tuple(numbers))


def _signed(value: float) -> str:
    return f"{value:+.4f}".replace("-", "−")


_LABELS = {
    "below": QT_TRANSLATE_NOOP("Gallery", "below criticality: decades of δ per layer going back"),
    "at": QT_TRANSLATE_NOOP("Gallery", "at criticality: decades of δ per layer going back"),
    "above": QT_TRANSLATE_NOOP("Gallery", "above criticality: decades of δ per layer going back"),
}
_NAMES = {
    "below": QT_TRANSLATE_NOOP("Gallery", "below: ¾ of the critical weight variance"),
    "at": QT_TRANSLATE_NOOP("Gallery", "at the critical weight variance"),
    "above": QT_TRANSLATE_NOOP("Gallery", "above: 1½ of the critical weight variance"),
}

SCHOENHOLZ_2017 = Entry(
    name="schoenholz_2017",
    short=_TITLE,
    title=QT_TRANSLATE_NOOP("Gallery", "The edge of chaos"),
    source=(
        "S. S. Schoenholz, J. Gilmer, S. Ganguli & J. Sohl-Dickstein: Deep information "
        "propagation. ICLR 2017"
    ),
    link="https://arxiv.org/abs/1611.01232",
    statement=QT_TRANSLATE_NOOP(
        "Gallery",
        "In wide tanh networks ‖δ‖² changes by a factor χ in every layer, hence e-fold over a "
        "depth scale of 1/|ln χ|. Below a critical weight variance it vanishes, above it explodes, "
        "and at criticality the depth scale diverges.",
    ),
    differs=QT_TRANSLATE_NOOP(
        "Gallery",
        "A hundred layers of 256 units with a bias variance of 0.05, Gaussian data and the cost "
        "“probe” in place of MNIST and CIFAR-10. The slope is taken from a quarter to three "
        "quarters of the depth.",
    ),
    rule=QT_TRANSLATE_NOOP(
        "Gallery",
        "Holds if each slope lies within a tenth, or 0.004 decades, of ½·log₁₀ χ at the fixed "
        "point.",
    ),
    setups=tuple(Setup(name, _NAMES[name], partial(_made, name), 256, 4) for name in _SHARES),
    judge=_judge,
)
