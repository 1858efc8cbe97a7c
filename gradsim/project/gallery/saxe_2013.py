"""Saxe, McClelland & Ganguli 2013: deep linear networks with orthogonal weights."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from gradsim.engine.ensembles import EnsembleMeasurement
from gradsim.engine.options import Choice
from gradsim.engine.problems import QT_TRANSLATE_NOOP
from gradsim.project.gallery.entry import Entry, Finding, Number, Setup
from gradsim.project.model import DataSource, Project
from gradsim.project.presets.preset import project, stack

_TITLE = "Saxe et al. 2013"
_DEPTH = 100
_EXACT = 1e-9
"""Decades that rounding may leave over a hundred layers."""


def _made(weights: str, width: int) -> Project:
    layers = stack([width] * _DEPTH, "identity", Choice.of(weights))
    data = DataSource.of("gaussian", samples=32)
    made = project(width, layers, "half_squared_error", data)
    return Project(_TITLE, made.seed, made.network, made.parameters, made.data)


def _orthogonal(width: int) -> Project:
    return _made("orthogonal", width)


def _gaussian(width: int) -> Project:
    return _made("lecun_normal", width)


def _judge(measured: Mapping[str, EnsembleMeasurement]) -> Finding:
    orthogonal, gaussian = (
        np.abs(measured[name].first_to_last("delta", "l2")) for name in ("orthogonal", "gaussian")
    )
    worst, usual = float(orthogonal.max()), float(np.median(gaussian))
    numbers = (
        Number(
            QT_TRANSLATE_NOOP("Gallery", "orthogonal: decades of ‖δ‖ over 100 layers, worst draw"),
            worst,
            QT_TRANSLATE_NOOP("Gallery", "exactly 0"),
        ),
        Number(
            QT_TRANSLATE_NOOP("Gallery", "Gaussian: decades of ‖δ‖ over 100 layers, median draw"),
            usual,
            QT_TRANSLATE_NOOP("Gallery", "kept on average only"),
        ),
    )
    if worst > _EXACT:
        reason = QT_TRANSLATE_NOOP("Gallery", "orthogonal weights change the norm")
        return Finding(False, reason, numbers)
    if usual <= _EXACT:
        reason = QT_TRANSLATE_NOOP("Gallery", "Gaussian weights keep the norm just as exactly")
        return Finding(False, reason, numbers)
    reason = QT_TRANSLATE_NOOP(
        "Gallery",
        "orthogonal weights keep the norm to the last digit that rounding leaves, Gaussian ones of "
        "the same variance do not",
    )
    return Finding(True, reason, numbers)


SAXE_2013 = Entry(
    name="saxe_2013",
    short=_TITLE,
    title=QT_TRANSLATE_NOOP("Gallery", "Orthogonal weights in deep linear networks"),
    source=(
        "A. M. Saxe, J. L. McClelland & S. Ganguli: Exact solutions to the nonlinear dynamics of "
        "learning in deep linear neural networks. 2013"
    ),
    link="https://arxiv.org/abs/1312.6120",
    statement=QT_TRANSLATE_NOOP(
        "Gallery",
        "A product of orthogonal matrices is orthogonal: in a linear network of any depth they "
        "keep the norm of what passes, there and back, exactly. Scaled Gaussian weights keep it "
        "on average only; their products spread ever wider with depth.",
    ),
    differs=QT_TRANSLATE_NOOP(
        "Gallery",
        "A hundred linear layers of 64 units on Gaussian data in place of MNIST; the start is "
        "measured, not how fast the network learns.",
    ),
    rule=QT_TRANSLATE_NOOP(
        "Gallery",
        "Holds if with orthogonal weights ‖δ‖ of first and last layer agree to 10⁻⁹ decades in "
        "every draw, and with Gaussian ones they do not.",
    ),
    setups=(
        Setup("orthogonal", QT_TRANSLATE_NOOP("Gallery", "orthogonal"), _orthogonal, 64, 8),
        Setup("gaussian", QT_TRANSLATE_NOOP("Gallery", "Gaussian, Var w = 1/n"), _gaussian, 64, 8),
    ),
    judge=_judge,
)
