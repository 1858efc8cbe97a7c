"""What a data set is: its options, its widths, and how its classes become targets.

Class labels become targets by the width of the output layer:

- one unit per class: one-hot rows (1 for the class, 0 elsewhere), which sum to 1 as cross-entropy
  asks;
- one unit for two classes: 0 or 1, which a sigmoid output can reach; cross-entropy over a softmax
  of one unit is refused, for it would always be certain;
- any other width is refused with the width that is needed.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from gradsim.engine.options import Option
from gradsim.engine.problems import QT_TRANSLATE_NOOP, Problem

Array = NDArray[np.float64]
Labels = NDArray[np.intp]
Options = Mapping[str, float]


class Request(Struct, frozen=True):
    """What the network asks of a data set: its two widths and the cost that reads the targets."""

    inputs: int
    outputs: int
    cost: str


class Dataset(Struct, frozen=True):
    """One source of samples.

    Parameters
    ----------
    name, label, summary : str
        The name in the file, and English for the screen (contexts "Dataset").
    options : tuple of Option
    inputs_of : callable or None
        Width of the inputs under these options; None where any width serves.
    classes_of : callable or None
        Number of classes under these options; None where the targets are not classes.
    samples_of : callable
        Number of samples under these options, before anything is loaded.
    load : callable
        (options, request) -> inputs (samples, request.inputs), targets (samples, request.outputs).
    needs_extra : bool
        Whether it comes from scikit-learn.
    """

    name: str
    label: str
    summary: str
    options: tuple[Option, ...]
    inputs_of: Callable[[Options], int] | None
    classes_of: Callable[[Options], int] | None
    samples_of: Callable[[Options], int]
    load: Callable[[Options, Request], tuple[Array, Array]]
    needs_extra: bool = False

    def targets_of(self, options: Options) -> tuple[int, ...] | None:
        """Widths that the output layer may have; None where any width serves."""
        if self.classes_of is None:
            return None
        classes = self.classes_of(options)
        return (1, 2) if classes == 2 else (classes,)


def encode_labels(labels: Labels, classes: int, request: Request) -> Array:
    """Class labels (samples,) as targets (samples, request.outputs) float64.

    Raises
    ------
    Problem
        Where the output width or the cost cannot hold these classes.
    """
    if request.outputs == classes:
        targets = np.zeros((labels.size, classes))
        targets[np.arange(labels.size), labels] = 1.0
        return targets
    if classes == 2 and request.outputs == 1:
        if request.cost == "cross_entropy":
            raise Problem(
                QT_TRANSLATE_NOOP(
                    "Problem",
                    "Cross-entropy over one softmax unit is always certain; two classes need 2 "
                    "output units here.",
                ),
                place="data",
            )
        return labels.astype(np.float64)[:, np.newaxis]
    raise width_problem(classes, request.outputs)


def width_problem(classes: int, units: int) -> Problem:
    """The refusal of an output layer whose width is not that of the classes."""
    if classes == 2:
        return Problem(
            QT_TRANSLATE_NOOP(
                "Problem",
                "The data have two classes: the last layer needs 2 units, or 1, and has {units}.",
            ),
            place="data",
            units=units,
        )
    return Problem(
        QT_TRANSLATE_NOOP(
            "Problem",
            "The data have {classes} classes: the last layer needs {classes} units and has "
            "{units}.",
        ),
        place="data",
        classes=classes,
        units=units,
    )
