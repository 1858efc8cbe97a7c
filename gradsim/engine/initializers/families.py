"""Unit draws: matrices of standard normals, uniforms and so on before any scale.

Every elementwise family takes the same standard normals through its own quantile function, so
that two initializers are compared on the same luck.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import numpy.typing as npt
from msgspec import Struct

from gradsim.engine.streams import FRESH, Role, Streams, normals, stream

Array = npt.NDArray[Any]

TRUNCATED_STD = 0.87962566103423978
"""Standard deviation of a standard normal cut at ±2."""


@dataclass(frozen=True, slots=True)
class Source:
    """Where a unit draw comes from: the seed, the layer's id and the role of its stream.

    streams : makes the generators; it makes no difference to the numbers.
    """

    seed: int
    layer_id: int
    role: Role
    streams: Streams = field(default=FRESH, compare=False, repr=False)


class Family(Struct, frozen=True, eq=False):
    """One kind of unit draw; `draw(source, fan_out, fan_in, **options)` of `option_names`."""

    name: str
    draw: Callable[..., Array]
    option_names: tuple[str, ...] = ()
    random: bool = True

    def options_of(self, options: Mapping[str, float]) -> dict[str, float]:
        """Those of `options` on which the unit draw depends."""
        return {name: options[name] for name in self.option_names}


def _normal(source: Source, fan_out: int, fan_in: int) -> Array:
    return normals(source.seed, source.layer_id, source.role, fan_out, fan_in, source.streams)


def _uniform(source: Source, fan_out: int, fan_in: int) -> Array:
    """Uniform on (−1, 1): 2Φ(n) − 1 of the standard normal n."""
    from scipy.special import ndtr

    return np.asarray(2 * ndtr(_normal(source, fan_out, fan_in)) - 1)


def _truncated(source: Source, fan_out: int, fan_in: int) -> Array:
    """Normal cut at ±2 and divided by its standard deviation, so that it has variance 1."""
    from scipy.special import ndtr, ndtri

    below = 0.5 * math.erfc(math.sqrt(2.0))
    probability = ndtr(_normal(source, fan_out, fan_in))
    return np.asarray(ndtri(below + probability * (1 - 2 * below)) / TRUNCATED_STD)


def _orthogonal(source: Source, fan_out: int, fan_in: int) -> Array:
    """Q·sign(diag R) of a normal matrix, transposed where fan_out < fan_in (Saxe et al. 2013)."""
    matrix = _normal(source, fan_out, fan_in)
    wide = fan_out < fan_in
    q, r = np.linalg.qr(matrix.T if wide else matrix)
    signs = np.where(np.diagonal(r) < 0, -1.0, 1.0)
    q = q * signs
    return np.ascontiguousarray(q.T if wide else q)


def _sparse(source: Source, fan_out: int, fan_in: int, *, nonzero: float) -> Array:
    """Standard normals at `nonzero` places in each row, 0 elsewhere (Martens 2010)."""
    keep = min(int(nonzero), fan_in)
    matrix = _normal(source, fan_out, fan_in)
    if keep < fan_in:
        part = int(source.role)
        scores = stream(source.seed, source.layer_id, Role.SPARSITY, part).random((fan_out, fan_in))
        dropped = np.argpartition(scores, keep, axis=1)[:, keep:]
        np.put_along_axis(matrix, dropped, 0.0, axis=1)
    return matrix


ZEROS = Family("zeros", lambda _source, fan_out, fan_in: np.zeros((fan_out, fan_in)), random=False)
ONES = Family("ones", lambda _source, fan_out, fan_in: np.ones((fan_out, fan_in)), random=False)
EYE = Family("eye", lambda _source, fan_out, fan_in: np.eye(fan_out, fan_in), random=False)
NORMAL = Family("normal", _normal)
UNIFORM = Family("uniform", _uniform)
TRUNCATED = Family("truncated", _truncated)
ORTHOGONAL = Family("orthogonal", _orthogonal)
SPARSE = Family("sparse", _sparse, option_names=("nonzero",))
