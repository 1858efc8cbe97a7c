"""Whether a layer's remedies can be built."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gradsim.engine.options import check_options
from gradsim.engine.problems import QT_TRANSLATE_NOOP, Problem
from gradsim.engine.remedies import normalization_of
from gradsim.engine.remedies.dropout import check_dropout
from gradsim.engine.remedies.residual import check_residual

if TYPE_CHECKING:
    from gradsim.engine.layer import Layer


def check_remedies(layer: Layer, number: int, depth: int, place: str) -> None:
    """Refuse remedies of `layer`, the `number`-th of `depth`, that cannot be.

    Raises
    ------
    Problem
        With the place of the entry below `place`.
    """
    if layer.normalization is not None:
        try:
            entry = normalization_of(layer.normalization)
        except Problem as problem:
            raise problem.at(f"{place}.normalization") from None
        check_options(layer.normalization, entry.options, f"{place}.normalization")
    check_dropout(layer.dropout, number, f"{place}.dropout")
    if layer.residual is not None:
        check_residual(layer.residual, number, f"{place}.residual")
    if number == depth and layer.activation.name == "softmax":
        for name, present in (("residual", layer.residual is not None), ("dropout", layer.dropout)):
            if present:
                raise Problem(
                    QT_TRANSLATE_NOOP(
                        "Problem", "A softmax layer is the output as it is; it takes no “{name}”."
                    ),
                    place=f"{place}.{name}",
                    name=name,
                )
