"""The program's own SVG icons, written once per colour so that icons and stylesheet share them."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QTemporaryDir
from PySide6.QtGui import QColor, QIcon

from gradsim.ui.resources import resource


class Icons(QObject):
    """Hands out the icons of ``resources/icons`` in the colour of the present theme.

    The files draw with ``currentColor``; a stylesheet can only name files, so recoloured
    copies are written to a temporary folder that lives until :meth:`remove`.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = QTemporaryDir()
        self._color = QColor("#000000")

    def recolor(self, color: QColor) -> None:
        """Use `color` for the icons that are asked for from now on."""
        self._color = color

    def path(self, name: str, color: QColor | None = None) -> str:
        """The file of icon `name` in `color` (the theme's text colour unless given)."""
        tint = (color or self._color).name()
        target = self._home() / f"{name}-{tint[1:]}.svg"
        if not target.exists():
            source = resource("icons", f"{name}.svg").read_text(encoding="utf-8")
            target.write_text(source.replace("currentColor", tint), encoding="utf-8")
        return target.as_posix()

    def _home(self) -> Path:
        """The folder; another one where the system cleaned it away while the program ran."""
        if not Path(self._folder.path()).is_dir():
            self._folder = QTemporaryDir()
        return Path(self._folder.path())

    def icon(self, name: str, color: QColor | None = None) -> QIcon:
        """Icon `name`, sharp at every scale."""
        return QIcon(self.path(name, color))

    def remove(self) -> None:
        """Remove the files, when nothing is drawn any more; Python may never end this object."""
        self._folder.remove()
