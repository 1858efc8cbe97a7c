"""The two themes: legible, lawful in colour, and following the system unless told otherwise."""

from __future__ import annotations

import itertools
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPalette
from PySide6.QtWidgets import QApplication, QComboBox
from pytestqt.qtbot import QtBot

from gradsim.ui.icons import Icons
from gradsim.ui.theme import DARK, LIGHT, Theme, ThemeController
from gradsim.ui.theme.stylesheet import stylesheet_of
from gradsim.viewmodels.settings import Settings

THEMES = pytest.mark.parametrize("look", [LIGHT, DARK], ids=lambda look: look.name)
SURFACES = ("window", "panel", "field", "hover", "selection")
BOXES = ("danger", "warning", "ok")


def luminance(color: QColor) -> float:
    """Relative luminance (WCAG 2.2)."""
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (color.redF(), color.greenF(), color.blueF())
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: QColor, other: QColor) -> float:
    """Contrast ratio (WCAG 2.2), 1 to 21."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@THEMES
@pytest.mark.parametrize(
    ("letters", "ground"),
    [
        *itertools.product(("text", "text_muted"), SURFACES),
        *itertools.product(
            ("cost_text", "activation_text", "linear_text", "remedy_text"),
            ("panel", "hover", "selection"),
        ),
        *((f"{box}_text", f"{box}_background") for box in BOXES),
        *(("text", f"{box}_background") for box in BOXES),
        ("accent_text", "accent"),
        ("accent_text", "accent_hover"),
        ("tooltip_text", "tooltip"),
        ("danger_text", "panel"),
        ("danger_text", "window"),
        ("text", "pressed"),
        ("text_muted", "pressed"),
    ],
)
def test_text_is_legible(look: Theme, letters: str, ground: str) -> None:
    assert contrast(getattr(look, letters), getattr(look, ground)) >= 4.5


@THEMES
@pytest.mark.parametrize("mark", ["cost", "activation", "linear", "remedy", "focus", "accent"])
def test_lines_and_fills_stand_out_from_the_card(look: Theme, mark: str) -> None:
    assert contrast(getattr(look, mark), look.panel) >= 3.0


@THEMES
def test_every_run_can_be_seen_and_each_is_fainter_than_the_one_before(look: Theme) -> None:
    ratios = [contrast(shade, look.panel) for shade in look.ink]
    assert ratios == sorted(ratios, reverse=True)
    assert ratios[-1] >= 3.0


SCALE = {"falling", "rising"}
"""The ends of the scale of decades, the only colours besides the factors' and the boxes'."""


@THEMES
def test_the_scale_of_decades_has_no_colour_of_a_factor(look: Theme) -> None:
    for end in (look.falling, look.rising):
        for kind in ("cost", "activation", "linear", "remedy"):
            away = abs(end.hsvHue() - getattr(look, kind).hsvHue())
            assert min(away, 360 - away) > 18, kind


@THEMES
def test_only_factors_are_coloured(look: Theme) -> None:
    factors = ("cost", "activation", "linear", "remedy")
    lawful = {*factors, *(f"{each}_text" for each in factors)}
    tones = {f"{box}_{part}" for box in BOXES for part in ("background", "text")}
    for name in look.__slots__:
        value = getattr(look, name)
        if isinstance(value, QColor) and name not in lawful | tones | SCALE:
            assert value.hsvSaturationF() < 0.35, name


def test_the_light_fills_are_okabe_and_ito() -> None:
    fills = [LIGHT.cost.name(), LIGHT.activation.name(), LIGHT.linear.name(), LIGHT.remedy.name()]
    assert fills == ["#d55e00", "#009e73", "#0072b2", "#cc79a7"]


@THEMES
def test_the_stylesheet_uses_every_token_it_names(look: Theme, qapp: QApplication) -> None:
    sheet = stylesheet_of(look, Icons())
    assert "$" not in sheet
    assert sheet.count("{") == sheet.count("}")


@pytest.mark.parametrize("name", ["José", "Ørjan", "O'Brien", "a&b", "$HOME", "a]b", "a`b", 'a"b'])
def test_whatever_the_folder_of_its_icons_is_called_the_sheet_stands(
    name: str, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def picture(folder: Path) -> QImage:
        folder.mkdir()
        monkeypatch.setenv("TMPDIR", str(folder))
        box = QComboBox()
        qtbot.addWidget(box)
        icons = Icons(box)
        assert Path(icons.path("check")).is_relative_to(folder)
        box.setStyleSheet(stylesheet_of(LIGHT, icons))
        return box.grab().toImage()

    assert picture(tmp_path / name) == picture(tmp_path / "plain")


def test_a_switch_repaints_the_application_and_is_announced_once(
    qapp: QApplication, theme: ThemeController, settings: Settings, qtbot: QtBot
) -> None:
    announced: list[str] = []
    theme.changed.connect(lambda: announced.append(theme.theme.name))
    settings.set_theme("dark")
    settings.set_theme("dark")
    assert announced == ["dark"]
    assert qapp.palette().color(QPalette.ColorRole.Window) == DARK.window
    settings.set_theme("light")
    assert qapp.palette().color(QPalette.ColorRole.Window) == LIGHT.window


def test_it_follows_the_system_only_when_asked_to(
    theme: ThemeController, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    class DarkSystem:
        """Style hints of a system that went dark."""

        def colorScheme(self) -> Qt.ColorScheme:
            return Qt.ColorScheme.Dark

    monkeypatch.setattr(QGuiApplication, "styleHints", lambda: DarkSystem())
    theme.follow_system()
    assert theme.theme is LIGHT
    settings.set_theme("system")
    assert theme.theme is DARK
