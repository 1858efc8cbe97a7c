"""The weights into each unit of the first layer, laid out as the image that they look at."""

from __future__ import annotations

from typing import Final

import numpy as np
import numpy.typing as npt
from msgspec import Struct

from gradsim.engine.initialization import Parameters
from gradsim.engine.problems import QT_TRANSLATE_NOOP
from gradsim.project.datasets.images import image_side
from gradsim.project.model import Project
from gradsim.viewmodels.messages import Message

Floats = npt.NDArray[np.float64]

MOST_IMAGES: Final = 128
_NO_IMAGES = QT_TRANSLATE_NOOP(
    "Pictures",
    "The inputs of this network ({inputs}) are no images. The digits are, and own data with as "
    "many columns as a square image has pixels, from 8 × 8 on.",
)


class WeightImages(Struct, frozen=True, eq=False):
    """images : (shown units, side, side), w from each pixel to the unit; at most MOST_IMAGES of
    `units`. largest : max |w| of all weights shown that are finite: the ends of the scale."""

    units: int
    images: Floats
    largest: float


def weight_images(project: Project, parameters: Parameters) -> WeightImages | Message:
    """The first layer's weights as images, or why there are none."""
    side = image_side(project)
    if side is None:
        return no_images(project)
    weights = parameters.weights[0]
    images = np.asarray(weights[:MOST_IMAGES], np.float64).reshape(-1, side, side)
    largest = float(np.abs(images[np.isfinite(images)]).max(initial=0.0))
    return WeightImages(len(weights), images, largest)


def no_images(project: Project) -> Message:
    """Why the data are not shown as images."""
    return Message.of("Pictures", _NO_IMAGES, inputs=project.network.inputs)
