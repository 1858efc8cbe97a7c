"""The two looks of the window: colour tokens, the palette, the stylesheet and who switches them."""

from gradsim.ui.theme.controller import ThemeController
from gradsim.ui.theme.tokens import DARK, LIGHT, Theme

__all__ = ["DARK", "LIGHT", "Theme", "ThemeController"]
