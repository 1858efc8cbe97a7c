"""The second moment of the activations, E a², as a profile: the signal that goes forward."""

from __future__ import annotations

from typing import Final

import numpy as np

from gradsim.engine.measurement import Measurement
from gradsim.engine.problems import QT_TRANSLATE_NOOP
from gradsim.engine.scaling import State
from gradsim.viewmodels.gradients.profile import Profile
from gradsim.viewmodels.messages import Message

SYMBOL: Final = "E a²"
MEANING: Final = Message(
    "Profile",
    QT_TRANSLATE_NOOP(
        "Profile", "The mean of a² over samples and units: how large the signal of a layer is."
    ),
)


def signal_profile(measurement: Measurement) -> Profile:
    """E a² = mean² + std² of every layer, over samples and units."""
    columns = [(each.activation_mean, each.activation_std) for each in measurement.layers]
    mean, std = np.array(columns, np.float64).T
    with np.errstate(over="ignore", invalid="ignore", divide="ignore", under="ignore"):
        root = np.hypot(mean, std)
        # Squared as mantissa and exponent, which reach farther than float64.
        mantissas, exponents = np.frexp(root)
        mantissas, exponents = np.square(mantissas), 2 * exponents.astype(np.int64)
        log10 = 2.0 * np.log10(root)
    states = tuple(map(_state, root))
    log10[~np.isfinite(log10)] = np.nan
    return Profile(np.arange(1.0, len(log10) + 1.0), log10, states, mantissas, exponents)


def _state(root: float) -> State:
    if np.isnan(root):
        return State.nan
    if np.isinf(root):
        return State.overflow
    return State.zero if root == 0.0 else State.ok
