"""Makes the heat maps of weights: large ones one at a time, so that none holds up a frame."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QImage

from gradsim.ui.step.diagram.inks import Inks
from gradsim.viewmodels.step.diagram.diagram import DiagramModel
from gradsim.viewmodels.step.diagram.tiles import tile_shades

_SMALL = 50_000
"""So many weights together are gathered in a millisecond or two."""


class HeatMaps(QObject):
    """Keeps the image of each tile on screen with the very W that it was made from."""

    made = Signal(int, QImage)
    """The image of a layer is ready."""

    def __init__(self, model: DiagramModel, inks: Inks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._inks = inks
        self._images: dict[int, tuple[object, QImage]] = {}
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._make_one)

    def recolor(self, inks: Inks) -> None:
        """Make all images anew in other colours."""
        self._inks = inks
        self._images.clear()

    def images(self) -> dict[int, QImage]:
        """Layer → image, as far as they are made; missing and old ones are made soon."""
        wanted = self._wanted()
        for layer in [each for each in self._images if each not in wanted]:
            del self._images[layer]
        self._make_small(wanted)
        if any(not self._is_current(layer) for layer in wanted):
            self._timer.start(0)
        return {layer: self._images[layer][1] for layer in wanted if layer in self._images}

    def make_all(self) -> None:
        """Make every missing image at once, for a screenshot."""
        self._timer.stop()
        while self._make_next():
            pass

    def _wanted(self) -> list[int]:
        layout = self._model.layout
        if layout is None:
            return []
        return [gap.layer for gap in layout.gaps if gap.tile is not None]

    def _is_current(self, layer: int) -> bool:
        values, made = self._model.values, self._images.get(layer)
        return values is None or (made is not None and made[0] is values.weights(layer))

    def _make_small(self, wanted: list[int]) -> None:
        """Make those now that take less time than the painting that each would cost later."""
        values, left = self._model.values, _SMALL
        for layer in wanted if values is not None else ():
            if values is None or self._is_current(layer):
                continue
            left -= values.weights(layer).size
            if left < 0:
                return
            self._images[layer] = self._made_of(values.weights(layer))

    def _made_of(self, weights: NDArray[np.float64]) -> tuple[object, QImage]:
        shades = tile_shades(weights)
        return weights, self._inks.tile_image(shades.tobytes(), *shades.shape)

    def _make_one(self) -> None:
        if self._make_next():
            self._timer.start(0)

    def _make_next(self) -> bool:
        values = self._model.values
        layer = next((each for each in self._wanted() if not self._is_current(each)), None)
        if values is None or layer is None:
            return False
        self._images[layer] = made = self._made_of(values.weights(layer))
        self.made.emit(layer, made[1])
        return True
