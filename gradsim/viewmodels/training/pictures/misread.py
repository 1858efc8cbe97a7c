"""The images that a network takes for another class, the surest mistakes first."""

from __future__ import annotations

from typing import Final

import numpy as np
import numpy.typing as npt
from msgspec import Struct

from gradsim.engine.forward import forward
from gradsim.engine.initialization import Parameters
from gradsim.engine.problems import QT_TRANSLATE_NOOP
from gradsim.project.datasets import load_data
from gradsim.project.datasets.images import image_side, images_of
from gradsim.project.model import Project
from gradsim.viewmodels.messages import Message
from gradsim.viewmodels.training.pictures.weight_images import no_images

Floats = npt.NDArray[np.float64]
Labels = npt.NDArray[np.intp]

MOST_MISREAD: Final = 60
_NO_CLASSES = QT_TRANSLATE_NOOP(
    "Pictures", "The targets of these data are no classes: nothing can be misread."
)


class Misread(Struct, frozen=True, eq=False):
    """At most MOST_MISREAD of the `misread` of all `samples`; classes count from 0.

    images : (shown, side, side), pixels; low, high : the ends of their scale, over all samples.
    read, true : (shown,), the class of the largest output, and the target's.
    output, output_of_true : (shown,), the outputs of these two units.
    numbers : (shown,), which samples these are, from 1.
    """

    samples: int
    misread: int
    images: Floats
    low: float
    high: float
    read: Labels
    true: Labels
    output: Floats
    output_of_true: Floats
    numbers: Labels


def misread_images(project: Project, parameters: Parameters) -> Misread | Message:
    """The misread images with these parameters, or why there can be none."""
    if image_side(project) is None:
        return no_images(project)
    inputs, targets = load_data(project)
    if not _are_classes(targets):
        return Message.of("Pictures", _NO_CLASSES)
    with np.errstate(all="ignore"):
        output = forward(project.network.evaluated, parameters, inputs, targets).output.activation
    read, true = output.argmax(axis=1), targets.argmax(axis=1)
    wrong = np.flatnonzero(read != true)
    everyone = np.arange(len(output))
    sure, right = output[everyone, read], output[everyone, true]
    margin = np.nan_to_num(sure - right)[wrong]
    chosen = wrong[np.argsort(-margin, kind="stable")][:MOST_MISREAD]
    images = images_of(project)
    return Misread(
        len(output),
        len(wrong),
        images[chosen],
        float(images.min()),
        float(images.max()),
        read[chosen],
        true[chosen],
        np.asarray(sure[chosen], np.float64),
        np.asarray(right[chosen], np.float64),
        chosen + 1,
    )


def _are_classes(targets: Floats) -> bool:
    """Whether every row is 1 for one class and 0 elsewhere."""
    ones = targets == 1.0
    plain = bool((ones | (targets == 0.0)).all())
    return targets.shape[1] > 1 and plain and bool((ones.sum(axis=1) == 1).all())
