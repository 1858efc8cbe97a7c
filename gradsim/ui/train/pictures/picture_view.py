"""What the small pictures have in common: a sentence, the tiles, and a scale where there is one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from gradsim.ui.theme import ThemeController
from gradsim.ui.train.pictures.scale_bar import ScaleBar
from gradsim.ui.train.pictures.tiles import Tile, TileGrid
from gradsim.viewmodels import words
from gradsim.viewmodels.messages import Message
from gradsim.viewmodels.training.pictures.model import Picture

GAP = 6


class PictureView(QWidget):
    """Shows the sentence of a picture that cannot be; a subclass makes tiles of its own kind."""

    def __init__(
        self, theme: ThemeController, *, signed: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.theme = theme
        self.told = QLabel()
        self.grid = TileGrid(theme)
        self.scale = ScaleBar(theme, signed=signed)
        self.picture: Picture | None = None
        self.rows = QVBoxLayout(self)
        self.rows.setContentsMargins(0, 0, 0, 0)
        self.rows.setSpacing(GAP)
        self.told.setWordWrap(True)
        self.told.setProperty("muted", True)
        self.rows.addWidget(self.told)
        self.rows.addWidget(self.grid, 1)
        self.rows.addWidget(self.scale)
        self.rows.addStretch(0)
        theme.changed.connect(self.refresh)

    def show_picture(self, picture: Picture | None) -> None:
        """Show another picture; None before the first step."""
        if picture is not self.picture:
            self.picture = picture
            self.refresh()

    def refresh(self) -> None:
        """Make tiles and words of the picture anew."""
        picture = self.picture
        if picture is None or isinstance(picture, Message):
            self._show(self.tr("After the first step.") if picture is None else words.text(picture))
        else:
            self.show_made(picture)

    def show_made(self, picture: Picture) -> None:
        """Show a picture that is no sentence, if it is of this kind; for subclasses."""

    def _show(
        self,
        told: str,
        tiles: Sequence[Tile] = (),
        least: float = 40.0,
        ends: tuple[float, float] | None = None,
    ) -> None:
        """A sentence above tiles, and the ends of their scale below."""
        self.told.setText(told)
        self.told.setVisible(bool(told))
        self.grid.canvas.show_tiles(tiles, least)
        self.grid.setVisible(bool(tiles))
        self.scale.setVisible(ends is not None)
        if ends is not None:
            self.scale.show_ends(*ends)
        self.rows.setStretch(self.rows.count() - 1, 0 if tiles else 1)

    def retranslate(self) -> None:
        """Words in the present language; subclasses add theirs."""
        self.refresh()

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
