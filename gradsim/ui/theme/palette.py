"""The palette that Fusion paints with, made from a theme's tokens."""

from __future__ import annotations

from PySide6.QtGui import QColor, QPalette

from gradsim.ui.theme.tokens import Theme


def palette_of(theme: Theme) -> QPalette:
    """Every colour role that Fusion reads, in all three groups."""
    role = QPalette.ColorRole
    colors: dict[QPalette.ColorRole, QColor] = {
        role.Window: theme.window,
        role.WindowText: theme.text,
        role.Base: theme.field,
        role.AlternateBase: theme.hover,
        role.Text: theme.text,
        role.Button: theme.panel,
        role.ButtonText: theme.text,
        role.BrightText: theme.text,
        role.PlaceholderText: theme.text_muted,
        role.Highlight: theme.accent,
        role.HighlightedText: theme.accent_text,
        role.Accent: theme.accent,
        role.Link: theme.text,
        role.LinkVisited: theme.text_muted,
        role.ToolTipBase: theme.tooltip,
        role.ToolTipText: theme.tooltip_text,
        role.Light: theme.panel,
        role.Midlight: theme.hover,
        role.Mid: theme.panel_border,
        role.Dark: theme.field_border,
        role.Shadow: theme.panel_border,
    }
    palette = QPalette()
    for each, color in colors.items():
        palette.setColor(each, color)
    for each in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, each, theme.text_disabled)
    palette.setColor(QPalette.ColorGroup.Disabled, role.Highlight, theme.pressed)
    return palette
