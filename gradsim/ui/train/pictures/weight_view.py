"""The first layer's weights as images: what each unit looks for."""

from __future__ import annotations

from functools import partial

import numpy as np

from gradsim.ui.theme import ThemeController
from gradsim.ui.train.pictures.picture_view import PictureView
from gradsim.ui.train.pictures.shading import signed_image
from gradsim.ui.train.pictures.tiles import ImagePaint, Tile
from gradsim.viewmodels import words
from gradsim.viewmodels.notation import unit_number
from gradsim.viewmodels.training.pictures.model import Picture
from gradsim.viewmodels.training.pictures.weight_images import WeightImages

_LEAST = 34.0


class WeightView(PictureView):
    """A tile for each unit: ochre above 0, purple below, on one scale for all."""

    def __init__(self, theme: ThemeController) -> None:
        super().__init__(theme, signed=True)
        self.retranslate()

    def show_made(self, picture: Picture) -> None:
        """Tiles of the weights."""
        if not isinstance(picture, WeightImages):
            return
        tiles = []
        for index, image in enumerate(picture.images):
            made = partial(signed_image, image, picture.largest, self.theme.theme)
            finite = image[np.isfinite(image)]
            low, high = (finite.min(), finite.max()) if finite.size else (np.nan, np.nan)
            told = self.tr("unit {unit}: weights from {low} to {high}").format(
                unit=unit_number(index + 1),
                low=words.number(float(low), 3),
                high=words.number(float(high), 3),
            )
            tiles.append(Tile(ImagePaint(made), "", told))
        shown = len(picture.images)
        told = ""
        if shown < picture.units:
            told = self.tr("The first {shown} of {units} units.").format(
                shown=words.count(shown), units=words.count(picture.units)
            )
        self._show(told, tiles, _LEAST, (-picture.largest, picture.largest))

    def retranslate(self) -> None:
        """Names in the present language."""
        self.grid.canvas.setAccessibleName(self.tr("Weights of the first layer as images"))
        self.setToolTip(
            self.tr("A pixel of a unit's image is the weight from that pixel of the input.")
        )
        super().retranslate()
