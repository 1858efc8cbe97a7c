"""Which networks are not too wide for singular values, and at how many layers they are told."""

from __future__ import annotations

from typing import Final

import numpy as np

from gradsim.engine.network import Network
from gradsim.engine.problems import QT_TRANSLATE_NOOP
from gradsim.viewmodels.messages import Message

MOST_UNITS: Final = 256
"""The widest layer that is served: there one layer takes some 60 ms."""
_FEWEST_STOPS: Final = 48
_MOST_STOPS: Final = 1_000
_WORK: Final = 48 * MOST_UNITS**2


def too_wide(network: Network) -> Message | None:
    """Why a network is not served; None where it is."""
    for number, layer in enumerate(network.layers, start=1):
        if layer.units > MOST_UNITS:
            return Message.of(
                "Spectra", _TOO_WIDE, layer=number, units=layer.units, most=MOST_UNITS
            )
    return None


def told_layers(network: Network) -> tuple[int, ...]:
    """All layers, or in deep wide networks as many as a few seconds allow, evenly spread."""
    widest = max(layer.units for layer in network.layers)
    stops = min(max(_WORK // widest**2, _FEWEST_STOPS), _MOST_STOPS, network.depth)
    return tuple(np.unique(np.linspace(1, network.depth, stops).round().astype(int)).tolist())


_TOO_WIDE: Final = QT_TRANSLATE_NOOP(
    "Spectra",
    "Singular values are computed for layers of up to {most} units; layer {layer} has {units}.",
)
