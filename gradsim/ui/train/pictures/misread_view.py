"""The images that are misread, each with what it was taken for and what it is."""

from __future__ import annotations

from functools import partial

from gradsim.ui.theme import ThemeController
from gradsim.ui.train.pictures.picture_view import PictureView
from gradsim.ui.train.pictures.shading import ink_image
from gradsim.ui.train.pictures.tiles import ImagePaint, Tile
from gradsim.viewmodels import words
from gradsim.viewmodels.training.pictures.misread import Misread
from gradsim.viewmodels.training.pictures.model import Picture

_LEAST = 66.0


class MisreadView(PictureView):
    """The surest mistakes first, of all samples, those kept aside among them."""

    def __init__(self, theme: ThemeController) -> None:
        super().__init__(theme)
        self.retranslate()

    def show_made(self, picture: Picture) -> None:
        """Tiles of the images."""
        if not isinstance(picture, Misread):
            return
        count, samples = words.count(picture.misread), words.count(picture.samples)
        if not picture.misread:
            self._show(self.tr("All {samples} images are read right.").format(samples=samples))
            return
        told = self.tr("{count} of {samples} images are misread.").format(
            count=count, samples=samples
        )
        shown = len(picture.images)
        if shown < picture.misread:
            told = self.tr(
                "{count} of {samples} images are misread; here the {shown} surest mistakes."
            ).format(count=count, samples=samples, shown=shown)
        self._show(told, [self._tile(picture, index) for index in range(shown)], _LEAST)

    def _tile(self, picture: Misread, index: int) -> Tile:
        image = partial(
            ink_image, picture.images[index], picture.low, picture.high, self.theme.theme
        )
        read, true = int(picture.read[index]), int(picture.true[index])
        caption = self.tr("read {read}, is {true}").format(read=read, true=true)
        told = self.tr(
            "image {number}: read as {read} (output {sure}), is {true} (output {right})"
        ).format(
            number=words.count(int(picture.numbers[index])),
            read=read,
            sure=words.number(float(picture.output[index]), 3),
            true=true,
            right=words.number(float(picture.output_of_true[index]), 3),
        )
        return Tile(ImagePaint(image), caption, told)

    def retranslate(self) -> None:
        """Names in the present language."""
        self.grid.canvas.setAccessibleName(self.tr("Misread images"))
        super().retranslate()
