"""The one stylesheet of the window, filled in from a theme's tokens.

Parts that need more than the plain control ask by object name or by a dynamic property:
``panel`` cards, ``panelTitle``, ``panelNote``; buttons with ``primary``, ``flat`` or ``tool``
set to true; labels with ``muted``, ``heading``, ``remedy`` or
``problem`` set to true; frames with
``box`` set to ``danger``, ``warning`` or ``ok``.
"""

from __future__ import annotations

from string import Template

from gradsim.ui.icons import Icons
from gradsim.ui.theme.controls import CONTROLS
from gradsim.ui.theme.tokens import Theme
from gradsim.ui.theme.views import VIEWS

_SURFACES = """
QMainWindow, QDialog, QMessageBox { background: $window; }
QWidget { color: $text; }
QFrame#panel { background: $panel; border: 1px solid $panel_border; border-radius: 8px; }
QLabel { background: transparent; border: none; }
QLabel:focus { border: 1px solid $focus; border-radius: 4px; }
QLabel#panelTitle, QLabel[heading="true"] { font-weight: 600; color: $text; }
QLabel#panelNote, QLabel[muted="true"] { color: $text_muted; }
QLabel[remedy="true"] { color: $remedy_text; }
QLabel[problem="true"] { color: $danger_text; }
QLabel[chip="true"] {
    background: $pressed; border: 1px solid $field_border; border-radius: 8px; padding: 0 7px;
}
QFrame[rule="true"] { background: $panel_border; border: none; }
QLabel:disabled { color: $text_disabled; }
QFrame[box="danger"] { background: $danger_background; border: none; border-radius: 8px; }
QFrame[box="warning"] { background: $warning_background; border: none; border-radius: 8px; }
QFrame[box="ok"] { background: $ok_background; border: none; border-radius: 8px; }
QFrame[box="danger"] QLabel[heading="true"] { color: $danger_text; }
QFrame[box="warning"] QLabel[heading="true"] { color: $warning_text; }
QFrame[box="ok"] QLabel[heading="true"] { color: $ok_text; }
QFrame[bubble="true"] { border: 1px solid $danger_text; }
QSplitter { background: transparent; }
QSplitter::handle { background: transparent; }
QSplitter::handle:hover { background: $panel_border; border-radius: 3px; }
QScrollArea, QScrollArea > QWidget > QWidget#scrolled { background: transparent; border: none; }
QStackedWidget { background: transparent; }
QToolTip {
    background: $tooltip; color: $tooltip_text; border: 1px solid $tooltip;
    padding: 4px 7px;
}
"""


def stylesheet_of(theme: Theme, icons: Icons) -> str:
    """The whole stylesheet for `theme`."""
    tokens = {
        name: getattr(theme, name).name()
        for name in theme.__struct_fields__
        if name not in ("name", "dark", "ink")
    }
    arrows = {
        "arrow_down": icons.path("chevron-down", theme.text_muted),
        "arrow_up": icons.path("chevron-up", theme.text_muted),
        "arrow_right": icons.path("chevron-right", theme.text_muted),
        "arrow_left": icons.path("chevron-left", theme.text_muted),
        "arrow_down_off": icons.path("chevron-down", theme.text_disabled),
        "arrow_up_off": icons.path("chevron-up", theme.text_disabled),
        "check_mark": icons.path("check", theme.accent_text),
        "mixed_mark": icons.path("minus", theme.accent_text),
        "menu_check": icons.path("check", theme.text),
        "menu_dot": icons.path("dot", theme.text),
        "radio_dot": icons.path("dot", theme.accent_text),
    }
    images = {name: _image(path) for name, path in arrows.items()}
    return Template(_SURFACES + CONTROLS + VIEWS).substitute(tokens | images)


def _image(path: str) -> str:
    """The file as a stylesheet names it; unquoted, an é in it would spoil the whole sheet."""
    return 'url("{}")'.format(path.replace('"', '\\"'))
