"""The residual connection: a way past the layer on which a gradient is not multiplied by W and f′.

Sources: He, Zhang, Ren & Sun 2016, "Deep Residual Learning for Image Recognition" (the form
`post`), and the same, "Identity Mappings in Deep Residual Networks" (the form `pre`).
"""

from __future__ import annotations

import math
from typing import Any, Literal, get_args

import numpy as np
import numpy.typing as npt
from msgspec import Struct

from gradsim.engine.problems import QT_TRANSLATE_NOOP, Problem
from gradsim.engine.streams import Role, normals

Array = npt.NDArray[Any]
Form = Literal["pre", "post"]

FORMS: tuple[Form, ...] = get_args(Form)
LARGEST_SCALE = 1e6


class Residual(Struct, frozen=True):
    """What a layer adds to its input: P a^(l−1) + α·(branch).

    post : a^(l) = P a^(l−1) + α f(z), with z = W a^(l−1) + b.
    pre : a^(l) = P a^(l−1) + α z, with z = W f(a^(l−1)) + b.

    P is the identity, or a fixed random projection where the widths differ. A normalization stands
    before f and dropout after it, in both forms.
    """

    scale: float = 1.0
    form: Form = "post"

    @property
    def activates_first(self) -> bool:
        """Whether f comes before W."""
        return self.form == "pre"


def check_residual(residual: Residual, layer: int, place: str) -> None:
    """Refuse a form that is not known, and a scale that is no number.

    Raises
    ------
    Problem
        With the place of the entry below `place`.
    """
    if residual.form not in FORMS:
        raise Problem(
            QT_TRANSLATE_NOOP(
                "Problem", "“{form}” is no form of a residual connection: it is “pre” or “post”."
            ),
            place=f"{place}.form",
            form=residual.form,
        )
    if not math.isfinite(residual.scale) or abs(residual.scale) > LARGEST_SCALE:
        raise Problem(
            QT_TRANSLATE_NOOP(
                "Problem",
                "The residual connection of layer {layer} is scaled by {scale}; that must be a "
                "number between −{limit} and {limit}.",
            ),
            place=f"{place}.scale",
            layer=layer,
            scale=residual.scale,
            limit=LARGEST_SCALE,
        )


def projection(seed: int, layer_id: int, units: int, fan_in: int) -> Array:
    """P of a layer whose width differs from that below: (units, fan_in) float64, N(0, 1/fan_in).

    With this variance a unit of P a keeps the mean square of the units of a. It is not trained.
    """
    drawn = normals(seed, layer_id, Role.PROJECTION, units, fan_in)
    return np.asarray(drawn / np.sqrt(fan_in))
