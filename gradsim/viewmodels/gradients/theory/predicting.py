"""The prediction for one result of the simulation, computed in one go, off the window's thread."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import numpy.typing as npt
from msgspec import Struct

from gradsim.engine.network import Network
from gradsim.engine.theory.conditions import NoLine
from gradsim.engine.theory.finite_width import FiniteWidth
from gradsim.engine.theory.mean_field import MeanField
from gradsim.viewmodels.gradients.ensembles.band import SECOND_MOMENT
from gradsim.viewmodels.simulation import SimulationResult

Floats = npt.NDArray[np.float64]


class DepthScales(Struct, frozen=True):
    """Of layers that are all alike: χ(q*), q*, and the depths ξ in layers; None where unknown."""

    susceptibility: float
    length: float | None
    length_depth: float | None
    correlation_depth: float | None


class Prediction(Struct, frozen=True, eq=False):
    """What theory says of one result: `obstacle` is why no line is drawn, else `line` is there.

    `law` is that of single draws of one sample, relative to a last layer of log₁₀‖δ^L‖ = `last`;
    it holds for narrow networks too, which have no line.
    """

    result: SimulationResult
    obstacle: NoLine | None = None
    line: MeanField | None = None
    law: FiniteWidth | None = None
    last: float = 0.0
    scales: DepthScales | None = None

    def log10(self, quantity: str, statistic: str) -> Floats | None:
        """The line in the units of a plot, (L,); None where theory does not speak of that."""
        if self.line is None:
            return None
        if quantity == SECOND_MOMENT:
            return self.line.log10_second_moment
        if quantity != "delta" or statistic not in ("l2", "rms"):
            return None
        return np.asarray(self.line.log10_delta - self._of_rms(statistic))

    def interval(self, quantity: str, statistic: str) -> tuple[Floats, Floats, Floats] | None:
        """Mean of log₁₀‖δ‖ over draws and that ± 2σ, (L,) each; the law of single samples."""
        if self.law is None:
            return None
        if quantity != "delta" or statistic not in ("l2", "rms"):
            return None
        middle = self.last + self.law.mean - self._of_rms(statistic)
        return middle, middle - 2.0 * self.law.std, middle + 2.0 * self.law.std

    def _of_rms(self, statistic: str) -> Floats:
        entries = self.result.measurement.columns.magnitudes("delta").entries
        roots = 0.5 * np.log10(np.asarray(entries, np.float64))
        return roots if statistic == "rms" else np.zeros(roots.shape)


def predict(result: SimulationResult, cancelled: Callable[[], bool] | None = None) -> Prediction:
    """The prediction for the network, data and scope of `result`.

    Raises
    ------
    Cancelled
        Where `cancelled` says so.
    """
    from gradsim.engine.theory.conditions import Obstacle, obstacle
    from gradsim.engine.theory.finite_width import finite_width
    from gradsim.engine.theory.mean_field import mean_field, probe_shares, probe_squares

    project, passed = result.project, result.forward
    known = obstacle(project.network, project.parameters)
    if known is not None and known.obstacle is not Obstacle.narrow:
        return Prediction(result, known)
    reference = np.asarray(passed.reference, np.float64)
    law = finite_width(project.network) if reference.shape[0] == 1 else None
    if known is not None and law is None:
        return Prediction(result, known)
    with np.errstate(over="ignore", invalid="ignore"):
        line = mean_field(
            project.network,
            np.square(np.asarray(passed.inputs, np.float64)).mean(axis=1),
            probe_squares(reference, batch_mean=result.sample is None),
            probe_shares(reference),
            cancelled=cancelled,
        )
    last = float(line.log10_delta[-1])
    if known is not None:
        return Prediction(result, known, None, law, last)
    return Prediction(result, None, line, law, last, depth_scales(project.network))


def depth_scales(network: Network) -> DepthScales | None:
    """The scales of the hidden layers after the first (of the output where there is none).

    None where these layers differ from one another, or q does not settle.
    """
    from gradsim.engine.theory.conditions import length_maps
    from gradsim.engine.theory.fixed_points import (
        attractors,
        correlation_depth,
        length_depth,
        settled_susceptibility,
    )

    every = length_maps(network)
    maps = set(every[1:-1] or every[1:])
    if len(maps) != 1:
        return None
    length_map = maps.pop()
    susceptibility = settled_susceptibility(length_map)
    if susceptibility is None:
        return None
    settled = attractors(length_map)
    return DepthScales(
        susceptibility,
        settled[0] if len(settled) == 1 and np.isfinite(settled[0]) else None,
        length_depth(length_map),
        correlation_depth(length_map),
    )
